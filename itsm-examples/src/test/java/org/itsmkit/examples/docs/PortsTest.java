package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.itsmkit.Itsm;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.jdbc.Installer;
import org.itsmkit.jdbc.JdbcStore;
import org.itsmkit.jdbc.JdbcTaskQueue;
import org.itsmkit.kernel.Rule;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.ChainVerifier;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets about plugging in one's own. */
class PortsTest {

    private static final Caller ANNA = Caller.of(TenantId.of("acme"), PersonId.of("anna"));

    @Test
    void aDatabase() {
        DataSource dataSource = h2("database");
        List<Notice> delivered = new ArrayList<>();
        // spotless:off
        // snippet: database
        Installer.install(dataSource);      // opt-in; or run the script of SchemaScript yourself
        JdbcStore store = JdbcStore.builder().dataSource(dataSource).build();
        JdbcTaskQueue queue = JdbcTaskQueue.builder().dataSource(dataSource).build();

        Itsm itsm = Itsm.builder()
                .store(store)
                .authorizer(Authorizers.allowAll())
                .notifier(delivered::add)   // to your mail, chat or pager
                .build();
        queue.runDue(itsm.tasks());         // or queue.start(itsm.tasks()), which works in threads until it is closed
        // end
        // spotless:on
        RecordId id = log(itsm);
        itsm.incidents().submit(ANNA, id, new TicketCommand.Assign<>(GroupId.of("mail-team"), PersonId.of("bob")));
        // The queue goes by the database's clock, which may be a little behind the program's.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (delivered.isEmpty()) {
                queue.runDue(itsm.tasks());
            }
        });
        assertThat(delivered).extracting(Notice::code).containsExactly("assigned");

        // spotless:off
        // snippet: operator
        ChainVerifier.Verdict verdict = store.verifyChains(itsm.registry().kinds(), checked -> {});
        List<FeedEntry> news = store.feed(List.of(Incidents.KIND), 0, 100);     // and on from the last position
        // end
        // spotless:on
        assertThat(verdict.holds()).isTrue();
        assertThat(news).extracting(entry -> entry.entry().name()).containsExactly("logged", "assigned");
    }

    @Test
    void theHostsOwnTransaction() throws SQLException {
        DataSource dataSource = h2("transaction");
        Installer.install(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id INT)");
        }
        // spotless:off
        // snippet: transaction
        ThreadLocal<Connection> current = new ThreadLocal<>();      // your framework has one of these
        JdbcStore store = JdbcStore.builder()
                .dataSource(dataSource)
                .connections(() -> Optional.ofNullable(current.get()))
                .build();
        Itsm itsm = Itsm.builder().store(store).authorizer(Authorizers.allowAll()).build();

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            current.set(connection);
            statement.execute("INSERT INTO orders VALUES (4711)");
            itsm.incidents().submit(ANNA, IncidentCommand.log().title("Order 4711 is stuck").build());
            connection.rollback();          // neither the order nor the incident
        } finally {
            current.remove();
        }
        // end
        // spotless:on
        assertThat(itsm.incidents().count(ANNA, Condition.all())).isZero();
    }

    @Test
    void peopleAndRules() {
        DataSource dataSource = h2("people");
        Installer.install(dataSource);
        JdbcStore store = JdbcStore.builder().dataSource(dataSource).build();
        // spotless:off
        // snippet: people
        PersonId anna = PersonId.of("anna");
        PersonId bob = PersonId.of("bob");
        Directory directory = Directories.fixed()
                .person(anna, "requester")
                .person(bob, "agent")
                .group(GroupId.of("mail-team"), bob)
                .build();
        Authorizer authorizer = Authorizers.byRole()
                .mayOnOwn("requester", "incident", "log", "read", "comment", "confirm", "reopen")
                .may("agent", "incident", "*")
                .build();
        Itsm itsm = Itsm.builder()
                .store(store).directory(directory).authorizer(authorizer)
                .incidents(definition -> definition.policy(policy -> policy.with(Rule.of(
                        "critical-needs-a-service",
                        Set.of(TicketAction.START),
                        proposal -> proposal.record()
                                .filter(incident -> incident.ticket().priority().rank() == 1)
                                .filter(incident -> incident.ticket().service().isEmpty())
                                .isPresent(),
                        "A critical incident names the service before anybody starts."))))
                .build();
        // end
        // spotless:on
        RecordId id = log(itsm);
        assertThat(itsm.incidents().find(Caller.of(ANNA.tenant(), anna), id)).isPresent();
        assertThat(itsm.incidents()
                        .submit(ANNA, id, new TicketCommand.Start<>())
                        .getLeft()
                        .code())
                .isEqualTo("caller.denied");
        assertThat(itsm.incidents()
                        .submit(Caller.of(ANNA.tenant(), bob), id, new TicketCommand.Start<>())
                        .isRight())
                .isTrue();
    }

    private static RecordId log(Itsm itsm) {
        return itsm.incidents()
                .submit(ANNA, IncidentCommand.log().title("Mail is down").build())
                .get()
                .id();
    }

    private static DataSource h2(String name) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:docs-" + name + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }
}
