package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changing;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.Meeting;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Records;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Deed;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Hook;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.knownerror.Knowing;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Solving;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;

/** Somebody who does whatever comes to mind in all rooms of one company, and is watched at every step. */
final class Walk {

    /** What tenants can switch off, as the documentation of the reactions names it. */
    private static final List<String> REACTIONS = List.of(
            "conclude-approval",
            "take-votes-of-meeting",
            "record-use-of-change-model",
            "log-incident-of-failed-change",
            "note-fix-of-known-error",
            "note-fix-of-problem",
            "resume-incidents-of-change",
            "resolve-fixed-problem",
            "resume-incidents-of-problem",
            "move-incidents-of-duplicate",
            "move-known-errors-of-duplicate",
            "offer-published-workaround",
            "record-fix-of-known-error",
            "incident-resume-children",
            "incident-hold-children",
            "incident-resolve-children",
            "problem-release-duplicate",
            "problem-move-children-of-duplicate");

    private static final Map<String, String> STATUSES_OF_CHANGES = Map.of(
            "change submit", "awaiting-approval", "change begin", "implementing", "change implement", "implemented");

    private static final Map<String, String> STATUSES = Map.of(
            "problem assess", "assessed",
            "problem investigate", "under-investigation",
            "problem identify-root-cause", "root-cause-identified",
            "problem plan-fix", "fix-in-progress",
            "problem reanalyse", "under-investigation",
            "known-error plan-fix", "fix-planned",
            "known-error recur", "identified",
            "incident hold", "on-hold",
            "incident resume", "in-progress");

    /** About which records the organisation was asked since the last look. */
    private final Set<RecordRef> asked = new HashSet<>();

    /** Operations approves emergencies, and one other person what is not urgent; the organisation looks at all and objects to nothing. */
    private final Company company = Company.with(builder -> builder.hook(this::see)
            .changePractice(ChangePractice.standard()
                    .with(ChangeProcedure.builder()
                            .type(ChangeType.EMERGENCY)
                            .addApprovals(Changing.OPERATIONS_SAY)
                            .build())));

    private final Random random;
    private final Whims whims;
    private final Map<String, Integer> seen;
    private final List<RecordRef> refs = new ArrayList<>();
    private final Watch watch;
    private Set<String> off = Set.of();
    private RecordRef model = RecordRef.of("change-model", RecordId.of("none"));

    Walk(Random random, Map<String, Integer> seen) {
        this.random = random;
        this.seen = seen;
        this.whims = new Whims(random, refs);
        this.watch = new Watch(company, refs, asked, seen);
    }

    private List<Hook.Objection> see(Deed deed) {
        asked.add(deed.record());
        return List.of();
    }

    /** So many steps, after a beginning that gives them something to do. */
    void go(int steps) {
        tailor(Set.of());
        begin();
        count("walks");
        watch.begin();
        for (int i = 0; i < steps; i++) {
            if (random.nextBoolean()) {
                company.clock.advance(Duration.ofMinutes(random.nextInt(300)));
            }
            int what = random.nextInt(60);
            if (what == 0) {
                tailor(someOff());
            } else if (what <= 2) {
                company.work();
                count("due work was done");
            } else {
                step();
            }
            watch.look(off);
            if (i % 30 == 0 || i == steps - 1) {
                watch.lookThoroughly();
            }
        }
    }

    private Set<String> someOff() {
        Set<String> some = new HashSet<>();
        if (random.nextInt(3) == 0) {
            some.add(REACTIONS.get(random.nextInt(REACTIONS.size())));
            some.add(REACTIONS.get(random.nextInt(REACTIONS.size())));
            count("reactions were switched off");
        }
        return some;
    }

    private void tailor(Set<String> newOff) {
        Tailoring tailoring = Tailoring.builder()
                .reactionsOff(newOff)
                .majorIncidents(MajorIncidentTailoring.of(MajorIncidentTrigger.builder()
                        .name("storm")
                        .childrenAtLeast(2)
                        .build()))
                .build();
        done(company.itsm.tailor(caller(DORA), tailoring));
        off = newOff;
    }

    private void begin() {
        model = Modelling.approved(company, 2).ref();
        for (int i = 0; i < 6; i++) {
            Solving problem = Solving.of(company, Solving.mail().build());
            refs.add(problem.ref());
            if (i > 0) {
                problem.does(new ProblemCommand.Assess("three times this week"));
                problem.does(new ProblemCommand.Investigate(""));
            }
            if (i > 2) {
                problem.does(new AnalysisCommand.Analyse("whys", Solving.whys()));
                problem.does(new AnalysisCommand.IdentifyRootCause(Solving.CAUSE));
            }
            RecordRef change = Company.change(company.draft().id());
            refs.add(change);
            if (i > 3) {
                problem.does(new FixingCommand.PlanFix<>(change));
            }
        }
        for (int i = 0; i < 4; i++) {
            draft();
        }
        for (int i = 0; i < 5; i++) {
            KnownErrorCommand.Identify.Builder known = Knowing.crash();
            if (random.nextInt(3) > 0) {
                known.problem(whims.one("problem"));
            }
            Knowing crash = Knowing.of(company, known.build());
            refs.add(crash.ref());
            if (i < 3) {
                crash.does(new FixingCommand.PlanFix<>(whims.one("change")));
            }
        }
        for (int i = 0; i < 14; i++) {
            RecordRef incident = Company.incident(company.log().id());
            refs.add(incident);
            if (random.nextInt(5) > 0) {
                boolean isChange = random.nextInt(3) == 0;
                company.does(
                        incident.id(),
                        isChange
                                ? new TicketCommand.LinkTo<>(LinkType.FIXED_BY, whims.one("change"))
                                : new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, whims.one("problem")));
                if (random.nextInt(3) > 0) {
                    company.does(
                            incident.id(),
                            new TicketCommand.PutOnHold<>(
                                    isChange ? HoldReason.AWAITING_CHANGE : HoldReason.AWAITING_PROBLEM));
                }
            }
        }
    }

    private void step() {
        String kind = whims.kind();
        RecordRef ref = whims.one(kind);
        switch (kind) {
            case "incident" -> {
                if (refs.size() < 45 && random.nextInt(40) == 0) {
                    IncidentCommand.Log log =
                            IncidentCommand.log().title("Mail is down").build();
                    refs.add(Company.incident(done(company.itsm.incidents().submit(caller(DORA), log))
                            .id()));
                } else {
                    attempt(
                            company.itsm.incidents(),
                            ref.id(),
                            () -> whims.incident(watch.now().incidents().get(ref)));
                }
            }
            case "problem" ->
                attempt(
                        company.itsm.problems(),
                        ref.id(),
                        () -> whims.problem(watch.now().problems().get(ref)));
            case "known-error" ->
                attempt(
                        company.itsm.knownErrors(),
                        ref.id(),
                        () -> whims.knownError(watch.now().knownErrors().get(ref)));
            default -> {
                if (refs.size() < 50 && random.nextInt(6) == 0) {
                    draft();
                } else if (random.nextInt(10) == 0) {
                    awaiting().ifPresent(this::meet);
                } else if (random.nextInt(30) == 0) {
                    look();
                } else {
                    attempt(
                            company.itsm.changes(),
                            ref.id(),
                            () -> whims.change(watch.now().changes().get(ref)));
                }
            }
        }
    }

    /** Ben drafts a change; by a model that is not in use, he may not. */
    private void draft() {
        Either<Rejection, Stored<Change>> drafted = company.itsm.changes().submit(caller(BEN), whims.draft(model));
        if (drafted.isRight()) {
            refs.add(Company.change(drafted.get().id()));
        } else {
            assertThat(drafted.getLeft().code()).isEqualTo("model.not-in-use");
            count("no change by a model that is not in use");
        }
    }

    private Optional<RecordRef> awaiting() {
        return watch.now().changes().entrySet().stream()
                .filter(change -> change.getValue().ticket().status().equals(ChangeLifecycle.AWAITING_APPROVAL))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The board meets about a change, and votes on what it is now. */
    private void meet(RecordRef change) {
        Meeting meeting = Meeting.planned(
                company,
                Meeting.plan(company)
                        .authority("operations")
                        .planned(Meeting.hourFrom(company.clock.instant()))
                        .build());
        meeting.does(new AgendaCommand.PutOnAgenda(
                change, watch.now().changes().get(change).content(), Optional.empty()));
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA, CARLA)));
        meeting.does(Meeting.approval(change, DORA, CARLA));
        count("the board met");
    }

    /** Somebody looks at the model. */
    private void look() {
        ChangeModel now = ChangeLaws.model(company, model);
        Command<ChangeModel> command =
                now.isInUse() ? new ChangeModelCommand.Suspend("wait") : new ChangeModelCommand.Reinstate("go on");
        done(company.itsm.changeModels().submit(caller(DORA), model.id(), command));
        count(now.isInUse() ? "a model was suspended" : "a model was reinstated");
    }

    private <R> void attempt(Records<R> records, RecordId id, Supplier<Command<R>> idea) {
        List<Offer> offers = records.availableActions(caller(DORA), id);
        Command<R> command = idea.get();
        boolean isSensible = random.nextInt(6) > 0;
        for (int i = 0; i < 6 && isSensible && !isOpen(offers, command); i++) {
            command = idea.get();
        }
        Either<Rejection, Stored<R>> outcome = records.submit(caller(DORA), id, command);
        Optional<Rejection> refused = offer(offers, command).map(Offer::refusal).orElse(Optional.of(nowhere(command)));
        boolean wasImpossible =
                refused.map(r -> r.reason() == Rejection.Reason.NOT_POSSIBLE).orElse(false);
        boolean isImpossible = outcome.isLeft() && outcome.getLeft().reason() == Rejection.Reason.NOT_POSSIBLE;
        assertThat(isImpossible)
                .as("%s, offered %s, came to %s", command, refused, outcome)
                .isEqualTo(wasImpossible);
        if (outcome.isRight()) {
            assertThat(refused).as("what %s was offered as", command).isEmpty();
        }
        if (outcome.isRight()) {
            leadsThere(command, RecordRef.of(records.definition().name(), id));
        }
        count(isImpossible ? "impossible" : outcome.isRight() ? "succeeded" : "refused");
    }

    /** What succeeds stands where its row leads, whether anything else changed or not. */
    private void leadsThere(Command<?> command, RecordRef ref) {
        String step = ref.kind() + " " + command.action().value();
        String status = STATUSES.getOrDefault(step, STATUSES_OF_CHANGES.get(step));
        if (status != null) {
            assertThat(Shot.of(company, List.of(ref))
                            .tickets()
                            .get(ref)
                            .status()
                            .name())
                    .as("where %s stands after %s", ref, command)
                    .isEqualTo(status);
        }
    }

    private static Rejection nowhere(Command<?> command) {
        return Rejection.of(
                Rejection.Reason.NOT_POSSIBLE,
                Optional.empty(),
                Violation.of("no-row", "No row has " + command.action()));
    }

    private static Optional<Offer> offer(List<Offer> offers, Command<?> command) {
        return offers.stream()
                .filter(offer -> offer.action().equals(command.action()))
                .findFirst();
    }

    private static boolean isOpen(List<Offer> offers, Command<?> command) {
        return offer(offers, command).map(Offer::isAllowed).orElse(false);
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    /** What the feed has had since {@code position}. */
    static List<FeedEntry> since(Company company, long position) {
        return company.store.feed(company.itsm.registry().kinds(), position, 10_000);
    }
}
