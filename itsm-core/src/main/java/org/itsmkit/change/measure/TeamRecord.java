package org.itsmkit.change.measure;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.PastChange.Mark;

/**
 * How the changes of a team went, as {@link org.itsmkit.change.risk.TeamHistory} weighs it: every change that was made has a mark for its
 * outcome, and others if it caused an incident and if nobody had said yes. What was cancelled or is not over tells nothing of how well a
 * team makes changes.
 */
public final class TeamRecord {

    private TeamRecord() {}

    /** Returns what was made of {@code changes}, the earliest first, called by their ids. Reads them once, and closes nothing. */
    public static List<PastChange> of(Stream<MeasuredChange> changes) {
        return changes.flatMap(change -> past(change).stream())
                .sorted(Comparator.comparing(PastChange::at).thenComparing(PastChange::name))
                .toList();
    }

    /** As {@link #of(Stream)}, of those changes alone that have this value of a label. */
    public static List<PastChange> of(String label, String value, Stream<MeasuredChange> changes) {
        MeasuredChange.requireLabel(label);
        return of(changes.filter(
                change -> change.label(label).filter(value::equals).isPresent()));
    }

    private static Optional<PastChange> past(MeasuredChange change) {
        return change.outcome()
                .flatMap(outcome -> change.endedAt()
                        .map(end -> new PastChange(change.reference().id().value(), end, marks(change, outcome))));
    }

    private static Set<Mark> marks(MeasuredChange change, ChangeOutcome outcome) {
        Set<Mark> marks = EnumSet.of(mark(outcome));
        if (change.causedIncident()) {
            marks.add(Mark.CAUSED_INCIDENT);
        }
        if (!change.authorised()) {
            marks.add(Mark.UNAUTHORISED);
        }
        return marks;
    }

    private static Mark mark(ChangeOutcome outcome) {
        return switch (outcome) {
            case SUCCESSFUL -> Mark.SUCCESSFUL;
            case SUCCESSFUL_WITH_ISSUES -> Mark.SUCCESSFUL_WITH_ISSUES;
            case BACKED_OUT -> Mark.BACKED_OUT;
            case FAILED -> Mark.FAILED;
        };
    }
}
