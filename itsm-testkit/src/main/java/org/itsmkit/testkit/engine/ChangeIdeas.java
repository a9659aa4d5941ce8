package org.itsmkit.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Authorisation;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.PersonId;

/** What people come up with for normal changes that one other person authorises, and what stands against it. */
final class ChangeIdeas {

    private static final Window EARLY = night("2026-09-01T22:00:00Z");
    private static final Window LATE = night("2026-09-08T22:00:00Z");

    private final Random random;
    private final InstantSource clock;

    ChangeIdeas(Random random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    private static Window night(String begin) {
        Instant from = Instant.parse(begin);
        return new Window(from, from.plus(Duration.ofHours(4)));
    }

    /** The rule that stands against the action itself, whatever the command says. */
    Optional<String> ruleAgainst(Tracked<?> record, PersonId who, String action) {
        Change change = (Change) record.record();
        boolean isTheirOwn = who.equals(change.ticket().requester())
                || who.equals(change.ticket().openedBy());
        boolean isPlanned = !change.plans().implementation().isEmpty();
        return switch (action) {
            case "authorise" ->
                isTheirOwn
                        ? Optional.of("rule:nobody-authorises-their-own")
                        : isPlanned ? Optional.empty() : Optional.of("rule:there-is-a-plan");
            case "submit" -> isPlanned ? Optional.empty() : Optional.of("rule:there-is-a-plan");
            case "reject" -> Optional.of("rule:rejection-is-given");
            case "expire" -> Optional.of("rule:approval-has-expired");
            case "begin", "implement" ->
                change.begunAt().isEmpty() && isOtherThanAuthorised(record, change)
                        ? Optional.of("rule:authorisation-holds")
                        : Optional.empty();
            case "close" ->
                didNotJustGoWell(change) && change.review().isEmpty()
                        ? Optional.of("rule:closed-after-review")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Of what can be altered once a change is authorised, the time and the service are what was authorised. */
    private static boolean isOtherThanAuthorised(Tracked<?> record, Change now) {
        Optional<Authorisation> authorisation = now.authorisation();
        return authorisation.isPresent()
                && record.states().stream()
                        .map(Change.class::cast)
                        .filter(then -> then.authorisation().equals(authorisation))
                        .findFirst()
                        .map(then -> !then.slot().equals(now.slot())
                                || !then.ticket().service().equals(now.ticket().service()))
                        .orElse(false);
    }

    private static boolean didNotJustGoWell(Change change) {
        return change.result()
                .map(result -> result.outcome() != ChangeOutcome.SUCCESSFUL
                        || change.authorisation().isEmpty())
                .orElse(false);
    }

    Attempt<Change> forChange() {
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> Attempt.good(new ChangeCommand.Authorise("go"));
            case 3 ->
                random.nextBoolean()
                        ? Attempt.good(new ChangeCommand.Revise("two disks"))
                        : Attempt.incomplete(new ChangeCommand.Revise(" "), "text.missing");
            case 4, 5 -> Attempt.good(new ChangeCommand.Begin());
            case 6, 7, 8 -> implement();
            case 9 -> recordUnauthorised();
            case 10, 11 -> lookBack();
            case 12 -> schedule();
            case 13 -> planning();
            default -> approval();
        };
    }

    private ChangeOutcome outcome() {
        List<ChangeOutcome> outcomes = List.of(ChangeOutcome.values());
        return outcomes.get(random.nextInt(outcomes.size()));
    }

    private Attempt<Change> implement() {
        return switch (random.nextInt(4)) {
            case 0 -> Attempt.incomplete(new ChangeCommand.Implement("\ud800"), "text.not-storable");
            case 1 -> Attempt.good(new ChangeCommand.Implement(outcome(), "as it came"));
            case 2 ->
                Attempt.incomplete(
                        new ChangeCommand.Implement(ChangeOutcome.FAILED, "too soon", Optional.of(tomorrow())),
                        "moment.in-future");
            default -> Attempt.good(new ChangeCommand.Implement("as planned"));
        };
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private Attempt<Change> recordUnauthorised() {
        return random.nextBoolean()
                ? Attempt.good(new ChangeCommand.RecordUnauthorised(outcome(), "it was urgent", Optional.empty()))
                : Attempt.incomplete(
                        new ChangeCommand.RecordUnauthorised(outcome(), "", Optional.empty()), "text.missing");
    }

    private Attempt<Change> lookBack() {
        return random.nextInt(3) > 0
                ? Attempt.good(new ChangeCommand.LookBack("quick", "", List.of("ask first")))
                : Attempt.incomplete(new ChangeCommand.LookBack("", " ", List.of()), "review.says-nothing");
    }

    private Attempt<Change> schedule() {
        return switch (random.nextInt(3)) {
            case 0 -> Attempt.good(new PlanningCommand.Schedule(EARLY));
            case 1 -> Attempt.good(new PlanningCommand.Schedule(LATE, Optional.of(LATE)));
            default -> Attempt.incomplete(new PlanningCommand.Schedule(EARLY, Optional.of(LATE)), "slot.not-possible");
        };
    }

    private Attempt<Change> planning() {
        return switch (random.nextInt(3)) {
            case 0 -> Attempt.breaking(new PlanningCommand.AssessRisk("low", "low"), "risk.no-model");
            case 1 -> Attempt.good(new PlanningCommand.Reclassify(ChangeType.NORMAL));
            default -> Attempt.incomplete(new PlanningCommand.Reclassify(ChangeType.STANDARD), "model.missing");
        };
    }

    /** Nobody is asked about such changes. */
    private Attempt<Change> approval() {
        List<Command<Change>> votes = List.of(
                new ApprovalCommand.Reject("no"),
                new ApprovalCommand.Expire(),
                new ApprovalCommand.Delegate(Office.EMIL, tomorrow()));
        return random.nextBoolean()
                ? Attempt.breaking(new ApprovalCommand.Submit(), "approval.nobody-is-asked")
                : Attempt.good(votes.get(random.nextInt(votes.size())));
    }
}
