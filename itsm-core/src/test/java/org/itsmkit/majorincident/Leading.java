package org.itsmkit.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** The company while mail is down for everybody: short words for what tests do with the major incident. */
public final class Leading {

    /** Told every half hour, on a page. */
    public static final Audience CUSTOMERS = Audience.of("customers", "status-page", Duration.ofMinutes(30));
    /** Told every hour, on the phone. */
    public static final Audience BOARD = Audience.of("board", "phone", Duration.ofHours(1));

    /** Where it happens. */
    public final Company company;
    /** Which incident, and which major incident. */
    public final RecordId id;

    private Leading(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** Ben proposes Anna's incident. */
    public static Leading proposed(Company company) {
        RecordId id = company.log().id();
        done(company.itsm
                .majorIncidents()
                .submit(caller(BEN), new MajorIncidentCommand.Propose(id, "nobody has mail")));
        return new Leading(company, id);
    }

    /**
     * A major incident in that status: Dora commands it, Carla sees to it that customers are told, and what is looked back on has
     * findings and nothing to be done.
     */
    public static Leading in(Company company, String status) {
        Leading leading = proposed(company);
        leading.later(1);
        leading.does(new RoleCommand.AssignRole(MajorRole.COMMUNICATIONS_LEAD, CARLA));
        leading.does(new CommunicationCommand.PlanCommunication(List.of(CUSTOMERS)));
        List<String> path = List.of("proposed", "active", "mitigated", "restored", "under-review", "closed");
        int far = path.indexOf(status);
        if (status.equals("rejected")) {
            leading.does(new MajorIncidentCommand.Reject("it is the weekend"));
        }
        if (far >= 1 || status.equals("demoted")) {
            leading.does(MajorIncidentCommand.Accept.commandedBy(DORA));
        }
        if (status.equals("demoted")) {
            leading.does(new MajorIncidentCommand.Demote("only one floor"));
        }
        if (far >= 2) {
            leading.does(new MajorIncidentCommand.Mitigate("web mail works"));
        }
        if (far >= 3) {
            leading.does(new MajorIncidentCommand.Restore("new disk"));
        }
        if (far >= 4) {
            leading.tellTheLast();
            leading.does(new MajorIncidentCommand.BeginReview());
            leading.does(
                    new ReviewCommand.RecordFindings("The disk broke.", List.of("one disk"), List.of("two are more")));
        }
        if (far >= 5) {
            leading.does(new MajorIncidentCommand.Close());
        }
        assertThat(leading.now().status().name()).isEqualTo(status);
        leading.later(1);
        return leading;
    }

    /** Customers are told for the last time. */
    public void tellTheLast() {
        does(CommunicationCommand.Inform.last("customers", "It works again."));
    }

    /** Somebody adds something to be done. */
    public void todo(String text) {
        does(new ReviewCommand.AddActionItem(text, CARLA, LocalDate.of(2026, 4, 1)));
    }

    /** Lets minutes pass. */
    public void later(int minutes) {
        company.clock.advance(Duration.ofMinutes(minutes));
    }

    /** Dora does that, and it succeeds. */
    public Stored<MajorIncident> does(Command<MajorIncident> command) {
        return does(DORA, command);
    }

    /** Somebody does that, and it succeeds. */
    public Stored<MajorIncident> does(PersonId by, Command<MajorIncident> command) {
        return done(company.itsm.majorIncidents().submit(caller(by), id, command));
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<MajorIncident> command) {
        return refused(DORA, command);
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection refused(PersonId by, Command<MajorIncident> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<MajorIncident>> outcome =
                company.itsm.majorIncidents().submit(caller(by), id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).as("what a refusal leaves").isEqualTo(before);
        return outcome.getLeft();
    }

    /** The major incident as it is kept, which is what its journal says. */
    public MajorIncident now() {
        assertThat(FoldLaw.check(company.store, ACME, MajorIncidents.KIND, done -> {})
                        .breaks())
                .isEmpty();
        return find().orElseThrow();
    }

    /** The major incident as it is kept, if there is one. */
    public Optional<MajorIncident> find() {
        return company.store.find(ACME, MajorIncidents.KIND, id).map(Stored::record);
    }

    /** All that happened to it. */
    public List<JournalEntry> journal() {
        return company.store.journal(ACME, MajorIncidents.KIND, id, 0, 10_000);
    }

    /** All that happened to it, by stable names. */
    public List<String> events() {
        return journal().stream().map(JournalEntry::name).toList();
    }

    /** Who was told what since the last time this was asked: code and addressee. */
    public List<String> told() {
        assertThat(company.work()).isNotNegative();
        List<String> told = company.told.stream()
                .map(notice -> notice.code() + " to "
                        + notice.person()
                                .map(Object::toString)
                                .or(() -> notice.group().map(Object::toString))
                                .orElse("nobody"))
                .toList();
        company.told.clear();
        return told;
    }
}
