package org.itsmkit.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    /** Three mistakes that nobody noticed: of a kind that shows at once, of one that shows later, of one that shows late. */
    private static final class FlawedDesk extends PlainDesk {

        private int resolved;

        @Override
        public Reply close(PersonId by, String ticket) {
            Row row = row(ticket);
            if (row.status.equals(WORKING)) {
                row.status = CLOSED;
                return Reply.done(ticket);
            }
            return super.close(by, ticket);
        }

        @Override
        public Reply assign(PersonId by, String ticket, GroupId group, Optional<PersonId> person) {
            Row row = row(ticket);
            String reason = row.reason;
            Reply reply = super.assign(by, ticket, group, person);
            if (reply instanceof Reply.Done && reason != null) {
                row.reason = null;
            }
            return reply;
        }

        @Override
        public Reply resolve(PersonId by, String ticket, String code, String text) {
            Reply reply = super.resolve(by, ticket, code, text);
            if (reply instanceof Reply.Done && ++resolved == 3) {
                row(ticket).code = "fixed-again";
            }
            return reply;
        }
    }

    /** Has tickets, and little else. */
    private static final class SmallDesk implements HelpDesk {

        private final PlainDesk plain = new PlainDesk();

        @Override
        public Reply log(PersonId by, String title, Impact impact, Urgency urgency) {
            return plain.log(by, title, impact, urgency);
        }

        @Override
        public TicketView look(String ticket) {
            return TicketView.empty()
                    .with(Aspect.STATUS, plain.look(ticket).told().get(Aspect.STATUS));
        }

        @Override
        public Reply start(PersonId by, String ticket) {
            return plain.start(by, ticket);
        }
    }

    @Test
    void aHelpDeskThatIsRight() {
        ConformanceReport report = Conformance.of(clock -> new PlainDesk()).check();

        assertThat(report.requireConformity()).isSameAs(report);
        assertThat(report.unsupported()).isEmpty();
        assertThat(report.situations()).isGreaterThan(100);
    }

    @Test
    void theKitConformsToItself() {
        assertThat(Conformance.of(new ReferenceDesks(builder -> {})::open)
                        .effort(20_000, 50, 30)
                        .check()
                        .differences())
                .isEmpty();
    }

    @Test
    void threeMistakesAreFoundEachByItsShortestCourse() {
        ConformanceReport report =
                Conformance.of(clock -> new FlawedDesk()).seed(42).check();

        assertThat(report.isConforming()).isFalse();
        assertThat(report.differences())
                .extracting(d -> d.action() + "/" + d.what(), d -> d.steps().size())
                .containsExactlyInAnyOrder(
                        // Logged, started, closed.
                        tuple("close/reply", 3),
                        // Logged, put on hold, assigned.
                        tuple("assign/HOLD_REASON", 3),
                        // Logged, and resolved three times with two reopenings between.
                        tuple("resolve/RESOLUTION_CODE", 6));
        assertThat(report.differences().get(0).toString()).contains("3. ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(report::requireConformity)
                .withMessageContaining("close")
                .withMessageContaining("seed 42");
    }

    @Test
    void theSameSeedFindsTheSame() {
        assertThat(Conformance.of(clock -> new FlawedDesk())
                        .seed(7)
                        .effort(1, 100, 30)
                        .check())
                .isEqualTo(Conformance.of(clock -> new FlawedDesk())
                        .seed(7)
                        .effort(1, 100, 30)
                        .check());
    }

    @Test
    void whatIsNotThereIsLeftOutAndNamed() {
        ConformanceReport report = Conformance.of(clock -> new SmallDesk()).check();

        assertThat(report.differences()).isEmpty();
        assertThat(report.unsupported())
                .containsExactly(
                        "assign",
                        "cancel",
                        "close",
                        "comment",
                        "confirm",
                        "hold",
                        "prioritise",
                        "reopen",
                        "resolve",
                        "resume");
    }

    @Test
    void aHelpDeskThatFailsDiffers() {
        ConformanceReport report = Conformance.of(clock -> new PlainDesk() {
                    @Override
                    public Reply start(PersonId by, String ticket) {
                        throw new IllegalStateException("out of order");
                    }
                })
                .effort(2_000, 10, 10)
                .check();

        assertThat(report.differences()).hasSize(1);
        Difference difference = report.differences().get(0);
        assertThat(difference.theirs()).contains("out of order");
        assertThat(difference.steps()).hasSize(2);
    }

    @Test
    void theReferenceCanBeTailored() {
        ConformanceReport report = Conformance.of(clock -> new PlainDesk())
                .against(builder -> builder.defaults(Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .remove(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN)
                                        .build()
                                        .toData())
                        .build()))
                .effort(30_000, 0, 3)
                .check();

        assertThat(report.differences()).extracting(Difference::action).containsExactly("reopen");
        assertThat(report.differences().get(0).steps()).hasSize(3);
        assertThat(report.differences().get(0).what()).isEqualTo("reply");
    }

    @Test
    void nonsenseIsRefused() {
        Conformance check = Conformance.of(clock -> new PlainDesk());

        assertThatIllegalArgumentException().isThrownBy(() -> check.effort(0, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> check.effort(1, -1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> check.effort(1, 1, 2));
        assertThat(List.of(Reply.done("1").toString(), Reply.refused("no").toString()))
                .containsExactly("done", "refused (no)");
    }
}
