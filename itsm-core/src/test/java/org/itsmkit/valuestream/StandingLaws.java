package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.incident.measure.WorkaroundEffect;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.analysis.Confidence;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;

/** What holds of all tickets together at every moment. */
final class StandingLaws {

    private static final List<String> WITHOUT_CYCLES =
            List.of("parent", "duplicate-of", "caused-by", "blocks", "instance-of", "known-error-of", "fixed-by");

    private StandingLaws() {}

    static void hold(Shot shot) {
        Map<RecordRef, Ticket> tickets = shot.tickets();
        tickets.forEach((ref, ticket) -> {
            for (Link link : ticket.links()) {
                assertThat(tickets).as("what %s points at by %s", ref, link).containsKey(link.target());
            }
            for (String type : WITHOUT_CYCLES) {
                assertThat(LinkType.of(type).isAcyclic()).isTrue();
                assertThat(reached(tickets, ref, type))
                        .as("by %s from %s", type, ref)
                        .doesNotContain(ref);
            }
            ticket.merger()
                    .ifPresent(merger -> assertThat(tickets.get(merger.into()).duplicates())
                            .as("what %s remembers", merger.into())
                            .anyMatch(duplicate -> duplicate.ref().equals(ref)));
        });
        shot.problems().forEach(StandingLaws::rootCauseHasGround);
    }

    private static Set<RecordRef> reached(Map<RecordRef, Ticket> tickets, RecordRef from, String type) {
        Set<RecordRef> reached = new HashSet<>();
        Deque<RecordRef> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            for (Link link : tickets.get(next.pop()).links()) {
                if (link.type().equals(type) && reached.add(link.target())) {
                    next.push(link.target());
                }
            }
        }
        return reached;
    }

    private static void rootCauseHasGround(RecordRef ref, Problem problem) {
        problem.rootCause()
                .ifPresent(root -> assertThat(problem.analyses())
                        .as("ground of the root cause of %s", ref)
                        .anyMatch(named -> named.analysis().candidates().stream()
                                .anyMatch(one -> one.cause()
                                                .equalsIgnoreCase(root.cause().strip())
                                        && one.confidence() != Confidence.SUSPECTED
                                        && !one.evidence().isEmpty())));
    }

    /** What is counted by what is indexed is what one counts by hand. */
    static void effectsAreCounted(Company company, Shot shot) {
        for (RecordRef error : shot.knownErrors().keySet()) {
            long[] counts = new long[3];
            for (Incident incident : shot.incidents().values()) {
                for (OfferedWorkaround one : incident.workarounds()) {
                    if (one.knownError().equals(error)) {
                        counts[0]++;
                        counts[1] += one.state() != OfferedWorkaround.State.OFFERED ? 1 : 0;
                        counts[2] += one.state() == OfferedWorkaround.State.SOLVED ? 1 : 0;
                    }
                }
            }
            assertThat(WorkaroundEffect.of(company.itsm.incidents(), caller(DORA), error))
                    .isEqualTo(new WorkaroundEffect(counts[0], counts[1], counts[2]));
        }
    }
}
