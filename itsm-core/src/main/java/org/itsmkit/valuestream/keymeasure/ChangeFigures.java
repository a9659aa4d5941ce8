package org.itsmkit.valuestream.keymeasure;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.itsmkit.change.Change;
import org.itsmkit.change.cab.AgendaItem;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.Share;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of changes: those of a period are those that were made in it. */
final class ChangeFigures {

    private static final String NONE_MADE = "No change was made in the period.";

    private ChangeFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "change-success-rate",
                        "Changes that did what they were to do",
                        NONE_MADE,
                        share(measures -> measures.counts().successRate())),
                new Binding(
                        "changes-unauthorised",
                        "Changes begun before anybody had said yes",
                        NONE_MADE,
                        share(measures -> measures.counts().unauthorisedRatio())),
                new Binding(
                        "changes-causing-incidents",
                        "Changes of which an incident came",
                        NONE_MADE,
                        share(measures -> measures.counts().incidentRate())),
                new Binding(
                        "change-failure-rate",
                        "Changes that failed, were backed out or caused an incident",
                        NONE_MADE,
                        share(measures -> measures.delivery().changeFailureRate())),
                new Binding("deployment-frequency", "Changes made in a week", NONE_MADE, ChangeFigures::frequency),
                new Binding(
                        "median-lead-time",
                        "Median time until a change is in use",
                        "No change was made in the period that was opened before it was made.",
                        ChangeFigures::leadTime),
                new Binding(
                        "changes-with-risk-assessed",
                        "Changes whose risk was assessed",
                        NONE_MADE,
                        (world, tell) ->
                                tell.share(world.made(), change -> change.risk().isPresent())),
                new Binding(
                        "changes-telling-people",
                        "Changes of which it was planned who is told",
                        NONE_MADE,
                        (world, tell) -> tell.share(
                                world.made(),
                                change -> Inputs.saysSomething(change.plans().communication()))),
                new Binding(
                        "changes-with-test-plan",
                        "Changes with a plan of their test",
                        NONE_MADE,
                        (world, tell) -> tell.share(
                                world.made(),
                                change -> Inputs.saysSomething(change.plans().test()))),
                new Binding(
                        "changes-with-issues",
                        "Changes that went otherwise than planned",
                        NONE_MADE,
                        (world, tell) -> tell.share(
                                world.made(),
                                change -> !change.outcome().equals(Optional.of(ChangeOutcome.SUCCESSFUL)))),
                new Binding(
                        "changes-in-their-slot",
                        "Changes made within their slot",
                        "No change was made in the period that had been scheduled.",
                        (world, tell) -> tell.share(
                                world.made().filter(change -> change.slot().isPresent()), ChangeFigures::isInSlot)),
                new Binding(
                        "standard-changes",
                        "Changes by a standard model",
                        NONE_MADE,
                        (world, tell) -> tell.share(world.made(), change -> change.type() == ChangeType.STANDARD)),
                new Binding(
                        "decided-at-first-meeting",
                        "Changes that were voted on, and not put off",
                        "No board met in the period that had a change on its agenda.",
                        ChangeFigures::decided));
    }

    private static BiFunction<MeasuredWorld, Telling, Figure> share(Function<ChangeMeasures, Optional<Share>> which) {
        return (world, tell) -> which.apply(world.changeMeasures())
                .map(share -> tell.share(share.part(), share.whole()))
                .orElseGet(tell::nothing);
    }

    /** With two digits, rounded down. */
    private static Figure frequency(MeasuredWorld world, Telling tell) {
        ChangeMeasures measures = world.changeMeasures();
        long made = measures.counts().made();
        return made == 0
                ? tell.nothing()
                : tell.told(Quantity.of(measures.delivery().perWeek(2)), made);
    }

    private static Figure leadTime(MeasuredWorld world, Telling tell) {
        DurationStatistics took = world.changeMeasures().delivery().leadTime();
        return tell.length(took.median(), took.cases());
    }

    private static boolean isInSlot(Change change) {
        return change.slot()
                .flatMap(slot -> change.result()
                        .map(result -> !result.from().isBefore(slot.window().fromInclusive())
                                && !result.to().isAfter(slot.window().toExclusive())))
                .orElse(false);
    }

    /** Of meetings that were to begin in the period and are over. */
    private static Figure decided(MeasuredWorld world, Telling tell) {
        return tell.share(
                world.meetings().stream()
                        .map(Stored::record)
                        .filter(meeting -> meeting.status().phase() == Phase.CLOSED)
                        .filter(meeting ->
                                world.period().contains(meeting.planned().fromInclusive()))
                        .flatMap(meeting -> meeting.agenda().stream()),
                AgendaItem::isVoted);
    }
}
