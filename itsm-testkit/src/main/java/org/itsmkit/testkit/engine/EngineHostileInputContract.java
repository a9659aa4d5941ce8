package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmkit.Itsm;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.Evaluation;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.PolicyReviewCommand;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.service.Service;
import org.itsmkit.service.Services;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementReviewCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.servicelevel.ProposedTerms;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.Journeys;
import org.itsmkit.testkit.fixture.Procedures;
import org.itsmkit.testkit.fixture.Seeds;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;
import org.itsmkit.ticket.Ticketed;
import org.junit.jupiter.api.Test;

/**
 * Bad input cannot hurt: whatever text comes, through whatever component of whatever command, filter, sort, key or id, is refused with a
 * reason that has a code, or by an {@link IllegalArgumentException}, or kept exactly as it came; on every store alike.
 */
public interface EngineHostileInputContract extends StoreContract {

    /** How many texts are told. */
    int TEXTS = 50_000;

    /** How many of them are told at once. */
    int AT_ONCE = 250;

    /** The kinds of records whose commands are tried. */
    List<String> KINDS = List.of(
            "incident",
            "change",
            "change-model",
            "cab-meeting",
            "assessment",
            "governance-policy",
            "directive",
            "problem",
            "known-error",
            "major-incident",
            "agreement",
            "improvement",
            "service");

    @Test
    default void whatIsSaidIsRefusedOrKeptAsItWasSaid(Trial trial) {
        Seeds.each(1, random -> {
            Desk desk = new Desk(trial.store(), trial.tenant());
            List<String> said = new ArrayList<>();
            RecordId id = desk.log();
            for (int i = 0; i < TEXTS + Hostile.HUGE.size(); i++) {
                String text = i < TEXTS ? Hostile.text(random) : Hostile.HUGE.get(i - TEXTS);
                Set<String> codes = Hostile.codes(text, TicketDraft.TEXT_LENGTH);
                if (codes.isEmpty()) {
                    said.add(text);
                } else {
                    assertThat(desk.codes(
                                    desk.itsm.incidents().preview(desk.dora, id, TicketCommand.Comment.toAll(text))))
                            .isEqualTo(codes);
                }
                if (said.size() == AT_ONCE || i >= TEXTS || i == TEXTS - 1) {
                    desk.say(id, said);
                    said.clear();
                    id = i % 1_000 == 0 ? desk.log() : id;
                }
            }
        });
    }

    /**
     * How many hostile texts at least each component of each command is tried with. All of them, unless a provider says otherwise: where each
     * try costs a commit, a few with each component do as well, since they go round, so that every text is still tried with some component,
     * and what the engine itself makes of each with each is known from where all of them are tried.
     */
    default int thoroughness() {
        return Integer.MAX_VALUE;
    }

    /**
     * Each text through each component of each command, or those that {@link #thoroughness} leaves; in memory, where nothing is made to text
     * and back, the same comes of it.
     */
    @Test
    default void everyComponentOfEveryCommandRefusesOrKeeps(Trial trial) {
        TenantId tenant = trial.tenant();
        Desk desk = new Desk(trial.store(), tenant);
        Desk model = new Desk(new InMemoryStore(new SettableClock()), tenant);
        Rotation rotation = new Rotation(Hostile.CORPUS, thoroughness());
        int tried = 0;
        int kept = 0;
        for (String kind : KINDS) {
            for (Class<?> type : Specimens.toBeTried(kind)) {
                if (thoroughness() == Integer.MAX_VALUE) {
                    // With a tenant of its own: what other commands left behind would be looked through each time.
                    tenant = trial.neighbour().tenant();
                    desk = new Desk(trial.store(), tenant);
                    model = new Desk(new InMemoryStore(new SettableClock()), tenant);
                }
                Desk.Subjects subjects = desk.subjects(kind);
                Desk.Subjects modelled = model.subjects(kind);
                RecordRef ref = desk.pointedAt(kind);
                assertThat(model.pointedAt(kind)).isEqualTo(ref);
                for (Supplier<Object> variant : rotation.variants(Specimens.of(type, ref))) {
                    Object command;
                    try {
                        command = variant.get();
                    } catch (IllegalArgumentException refused) {
                        continue;
                    }
                    tried++;
                    Object outcome = desk.outcome(kind, subjects, command);
                    assertThat(outcome).as("%s", command).isEqualTo(model.outcome(kind, modelled, command));
                    if (outcome instanceof Stored<?>) {
                        kept++;
                        if (desk.haveMoved(kind, subjects)) {
                            subjects = desk.subjects(kind);
                            modelled = model.subjects(kind);
                        }
                    }
                }
            }
        }
        assertThat(rotation.untried()).isEmpty();
        assertThat(tried).isGreaterThan(10_000 / rotation.stride());
        assertThat(kept).isGreaterThan(2_000 / rotation.stride());
    }

    /** Filters, orders, keys and ids of hostile texts. */
    @Test
    default void whatIsAskedForIsRefusedOrFoundExactly(Trial trial) {
        Desk desk = new Desk(trial.store(), trial.tenant());
        Desk model = new Desk(new InMemoryStore(new SettableClock()), trial.tenant());
        for (String text : Hostile.CORPUS) {
            for (Desk each : List.of(desk, model)) {
                each.itsm
                        .incidents()
                        .submit(each.dora, IncidentCommand.log().title(text).build());
            }
        }
        List<String> texts = new ArrayList<>(Hostile.CORPUS);
        texts.addAll(Hostile.HUGE);
        for (String text : texts) {
            List<Object> answers = new ArrayList<>();
            for (Desk each : List.of(desk, model)) {
                answers.add(each.askedFor(text));
            }
            assertThat(answers.get(0))
                    .as("%s", text.length() > 300 ? text.length() : text)
                    .isEqualTo(answers.get(1));
        }
    }

    /** A kit on a store, whose ids are counted, and which has two custom fields. */
    final class Desk {

        final Itsm itsm;
        final Caller dora;
        private final RecordStore store;
        private final TenantId tenant;
        private final RecordId standard;
        private final RecordId law;
        private int next;
        private int services;

        Desk(RecordStore store, TenantId tenant) {
            this.store = store;
            this.tenant = tenant;
            dora = Caller.of(tenant, DORA);
            itsm = Itsm.builder()
                    .store(store)
                    .clock(new SettableClock())
                    .ids(() -> ref(++next).id())
                    .directory(Office.directory())
                    .authorizer(Authorizers.allowAll())
                    .notifier(notice -> {})
                    .auditSink(verdict -> {})
                    .changePractice(ChangePractice.standard()
                            .with(ChangeProcedure.builder()
                                    .type(ChangeType.EMERGENCY)
                                    .addApprovals(ApprovalStep.of(
                                            Authority.of("text", Voters.people(ANNA, CARLA, DORA), Quorum.unanimous())))
                                    .build()))
                    .build();
            List<FieldDefinition> fields = List.of(
                    FieldDefinition.of("vendor", FieldType.TEXT),
                    FieldDefinition.of("memo", FieldType.TEXT).withMany().withoutIndex());
            assertThat(itsm.tailor(
                                    dora,
                                    Tailoring.builder()
                                            .putFields("incident", fields)
                                            .putFields("change", fields)
                                            .putCalendars(
                                                    "text", CalendarData.of(ZoneOffset.UTC, BusinessHours.always()))
                                            .build())
                            .isRight())
                    .isTrue();
            standard = changeModel(ChangeProcedure.of(ChangeType.STANDARD));
            changeModel(standard, new ChangeModelCommand.Approve("go"));
            law = governancePolicy();
        }

        static RecordRef ref(int number) {
            return RecordRef.of("incident", RecordId.of("r" + number));
        }

        RecordId log() {
            return itsm.incidents()
                    .submit(dora, IncidentCommand.log().title("Mail is down").build())
                    .get()
                    .id();
        }

        /** Says all of that at once, and looks that it stands in the journal as it was said. */
        void say(RecordId id, List<String> texts) {
            if (texts.isEmpty()) {
                return;
            }
            List<Command<Incident>> commands = texts.stream()
                    .<Command<Incident>>map(TicketCommand.Comment::toAll)
                    .toList();
            long before = store.find(tenant, Incidents.KIND, id).orElseThrow().version();
            Either<Rejection, Stored<Incident>> outcome =
                    itsm.incidents().submitAll(dora, id, commands, Options.none());
            assertThat(outcome.isRight()).as("%s", outcome).isTrue();
            List<String> kept = store.journal(tenant, Incidents.KIND, id, before, texts.size() + 1).stream()
                    .map(JournalEntry::event)
                    .map(event -> ((TicketEvent.Commented<?>) event).text())
                    .toList();
            assertThat(kept.equals(texts))
                    .as("%s texts come back", texts.size())
                    .isTrue();
        }

        Set<String> codes(Either<Rejection, ?> outcome) {
            return outcome.isRight()
                    ? Set.of()
                    : outcome.getLeft().violations().stream()
                            .map(Violation::code)
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Records of a kind that stand in different statuses, so that every command meets one where it is possible. */
        record Subjects(List<RecordId> ids) {}

        Subjects subjects(String kind) {
            if (kind.equals("incident")) {
                RecordId resolved = log();
                itsm.incidents()
                        .submit(dora, resolved, new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "restarted"))
                        .get();
                return new Subjects(List.of(log(), resolved));
            }
            if (kind.equals("major-incident")) {
                RecordId reviewed = propose();
                List<Command<MajorIncident>> steps = List.of(
                        new MajorIncidentCommand.Accept(Optional.of(DORA), ""),
                        new CommunicationCommand.PlanCommunication(
                                List.of(Audience.of("customers", "status-page", Duration.ofMinutes(30)))),
                        new MajorIncidentCommand.Restore("restarted"),
                        CommunicationCommand.Inform.last("customers", "It works again."),
                        new MajorIncidentCommand.BeginReview());
                for (Command<MajorIncident> step : steps) {
                    itsm.majorIncidents()
                            .submit(dora, reviewed, step)
                            .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
                }
                return new Subjects(List.of(propose(), reviewed));
            }
            if (kind.equals("problem")) {
                RecordId looked = problem();
                List<Command<Problem>> steps = List.of(
                        new ProblemCommand.Assess("it is one"),
                        new ProblemCommand.Investigate(""),
                        new AnalysisCommand.Analyse("text", whys()),
                        new AnalysisCommand.IdentifyRootCause("text"));
                for (Command<Problem> step : steps) {
                    itsm.problems()
                            .submit(dora, looked, step)
                            .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
                }
                return new Subjects(List.of(problem(), looked));
            }
            if (kind.equals("known-error")) {
                RecordId fixed = knownError();
                itsm.knownErrors()
                        .submit(dora, fixed, new FixCommand.RecordFix("mended"))
                        .getOrElseThrow(refused -> new AssertionError(refused.sentence()));
                return new Subjects(List.of(knownError(), fixed));
            }
            if (kind.equals("agreement")) {
                RecordId reviewed = agreement();
                List<Command<Agreement>> steps = List.of(
                        AgreementCommand.Agree.from(Instant.EPOCH),
                        new AgreementCommand.Activate(),
                        new AgreementReviewCommand.BeginReview());
                for (Command<Agreement> step : steps) {
                    itsm.agreements()
                            .submit(dora, reviewed, step)
                            .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
                }
                return new Subjects(List.of(agreement(), reviewed));
            }
            if (kind.equals("improvement")) {
                return new Subjects(Improved.STEPS.stream()
                        .map(step -> Improved.upTo(itsm, dora, step))
                        .toList());
            }
            if (kind.equals("change-model")) {
                RecordId approved = changeModel();
                RecordId suspended = changeModel();
                changeModel(approved, new ChangeModelCommand.Approve("go"));
                changeModel(suspended, new ChangeModelCommand.Approve("go"));
                changeModel(suspended, new ChangeModelCommand.Suspend("wait"));
                return new Subjects(List.of(changeModel(), approved, suspended));
            }
            if (kind.equals("service")) {
                return new Subjects(List.of(
                        service(List.of()),
                        service(Journeys.TO_DESIGN),
                        service(Journeys.toTransition()),
                        service(Journeys.toEarlyLife(OPERATIONS))));
            }
            if (kind.equals("cab-meeting")) {
                RecordId held = meeting();
                List<Command<CabMeeting>> steps = List.of(
                        new AgendaCommand.PutOnAgenda(RecordRef.of("change", draft()), "text", Optional.empty()),
                        new AttendanceCommand.Convene(Set.of(DORA, CARLA)));
                for (Command<CabMeeting> step : steps) {
                    itsm.cabMeetings()
                            .submit(dora, held, step)
                            .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
                }
                return new Subjects(List.of(meeting(), held));
            }
            if (kind.equals("assessment")) {
                RecordId begun = assessment();
                itsm.assessments()
                        .submit(dora, begun, new AssessmentCommand.Begin())
                        .getOrElseThrow(refused -> new AssertionError(refused.sentence()));
                return new Subjects(List.of(assessment(), begun));
            }
            if (kind.equals("governance-policy")) {
                RecordId enacted = governancePolicy();
                RecordId reviewed = governancePolicy();
                governs(enacted, new GovernancePolicyCommand.Enact("go"));
                governs(reviewed, new GovernancePolicyCommand.Enact("go"));
                governs(reviewed, new PolicyReviewCommand.BeginReview());
                return new Subjects(List.of(governancePolicy(), enacted, reviewed));
            }
            if (kind.equals("directive")) {
                RecordId directed = evaluated();
                Object direction = Specimens.of(DirectiveCommand.Direct.class, pointedAt(kind));
                itsm.directives()
                        .submit(
                                dora,
                                directed,
                                new DirectiveCommand.Direct(((DirectiveCommand.Direct) direction)
                                        .direction()
                                        .withAccountable(DORA)))
                        .getOrElseThrow(refused -> new AssertionError(refused.sentence()));
                return new Subjects(List.of(directive(), evaluated(), directed));
            }
            RecordId authorised = draft();
            itsm.changes()
                    .submit(Caller.of(tenant, Office.EMIL), authorised, new ChangeCommand.Authorise("go"))
                    .get();
            RecordId implemented = draft();
            itsm.changes()
                    .submit(
                            dora,
                            implemented,
                            new ChangeCommand.RecordUnauthorised(
                                    ChangeOutcome.SUCCESSFUL, "it was urgent", Optional.empty()))
                    .get();
            return new Subjects(List.of(draft(), authorised, emergency(), implemented));
        }

        private static Analysis whys() {
            return FiveWhys.chain(
                    "text",
                    List.of(FiveWhys.Why.of("text", "text")
                            .shownBy(Evidence.of("text"))
                            .inOurControl()));
        }

        private RecordId problem() {
            return itsm.problems()
                    .submit(
                            dora,
                            ProblemCommand.log()
                                    .draft(TicketDraft.builder()
                                            .title("Disks fill up")
                                            .build())
                                    .origin(Origin.REACTIVE)
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        private RecordId knownError() {
            return itsm.knownErrors()
                    .submit(
                            dora,
                            KnownErrorCommand.identify()
                                    .draft(TicketDraft.builder()
                                            .title("Disks fill up")
                                            .build())
                                    .symptom("no mail")
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        private RecordId agreement() {
            return itsm.agreements()
                    .submit(
                            dora,
                            AgreementCommand.draft()
                                    .title("Gold")
                                    .type(AgreementType.SERVICE_LEVEL)
                                    .owner(DORA)
                                    .terms(ProposedTerms.builder().build())
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        /** One that Emil proposed, for Dora to say what comes of it. */
        private RecordId changeModel() {
            return changeModel(Procedures.full());
        }

        private RecordId changeModel(ChangeProcedure procedure) {
            return itsm.changeModels()
                    .submit(
                            Caller.of(tenant, Office.EMIL),
                            ChangeModelCommand.propose()
                                    .title("Replace a disk")
                                    .owner(DORA)
                                    .procedure(procedure)
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        /** One that Dora owns, and took so far; Carla accepts it for operations on the way. */
        private RecordId service(List<Command<Service>> steps) {
            RecordId id = itsm.services()
                    .submit(dora, Journeys.idea(ServiceId.of("mail-" + ++services), DORA))
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
            for (Command<Service> step : steps) {
                Caller who = step.equals(Journeys.BY_OPERATIONS) ? Caller.of(tenant, CARLA) : dora;
                itsm.services()
                        .submit(who, id, step)
                        .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
            }
            return id;
        }

        private RecordId meeting() {
            Instant now = new SettableClock().instant();
            return itsm.cabMeetings()
                    .submit(
                            dora,
                            CabMeetingCommand.plan()
                                    .title("Changes of the week")
                                    .chair(DORA)
                                    .addInvited(CARLA)
                                    .planned(new Window(now, now.plusSeconds(3_600)))
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        private RecordId assessment() {
            return itsm.assessments()
                    .submit(
                            dora,
                            AssessmentCommand.plan()
                                    .title("How good is the desk?")
                                    .lead(DORA)
                                    .addScope(ScopeItem.of("service-desk", 1))
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        /** One that Emil wrote, for Dora to say what comes of it; about records that nobody has. */
        private RecordId governancePolicy() {
            return itsm.governancePolicies()
                    .submit(
                            Caller.of(tenant, Office.EMIL),
                            GovernancePolicyCommand.draft()
                                    .name("policy-" + next)
                                    .title("Nobody flies")
                                    .owner(DORA)
                                    .addControls(Control.deny("Nobody flies.")
                                            .addKinds("spaceship")
                                            .build())
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        private void governs(RecordId id, Command<GovernancePolicy> step) {
            itsm.governancePolicies()
                    .submit(dora, id, step)
                    .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
        }

        private RecordId directive() {
            return itsm.directives()
                    .submit(dora, new DirectiveCommand.Propose("Fewer failed changes", "", DORA))
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
        }

        /** One that Emil looked at, for Dora to direct. */
        private RecordId evaluated() {
            RecordId id = directive();
            itsm.directives()
                    .submit(
                            Caller.of(tenant, Office.EMIL),
                            id,
                            new DirectiveCommand.Evaluate(Evaluation.builder()
                                    .addFindings(new Evaluation.Found("text", Set.of()))
                                    .build()))
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()));
            return id;
        }

        private void changeModel(RecordId id, Command<ChangeModel> step) {
            itsm.changeModels()
                    .submit(dora, id, step)
                    .getOrElseThrow(refused -> new AssertionError(step + ": " + refused.sentence()));
        }

        private RecordId propose() {
            return itsm.majorIncidents()
                    .submit(dora, new MajorIncidentCommand.Propose(log(), "nobody can work"))
                    .get()
                    .id();
        }

        /** One that Emil wants, on which Dora may vote, and others after her. */
        private RecordId emergency() {
            Caller emil = Caller.of(tenant, Office.EMIL);
            RecordId id = itsm.changes()
                    .submit(
                            emil,
                            ChangeCommand.draft()
                                    .draft(TicketDraft.builder()
                                            .title("New disk")
                                            .build())
                                    .type(ChangeType.EMERGENCY)
                                    .plans(Plans.of("replace it"))
                                    .build())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                    .id();
            itsm.changes()
                    .submit(emil, id, new ApprovalCommand.Submit())
                    .getOrElseThrow(refused -> new AssertionError(refused.sentence()));
            return id;
        }

        /** What commands on that kind point at, if they point: a change goes by a model, a directive rests on a policy. */
        RecordRef pointedAt(String kind) {
            return switch (kind) {
                case "change" -> RecordRef.of("change-model", standard);
                case "directive" -> RecordRef.of("governance-policy", law);
                default -> ref(1);
            };
        }

        private RecordId draft() {
            return itsm.changes()
                    .submit(
                            dora,
                            new ChangeCommand.Draft(
                                    TicketDraft.builder().title("New disk").build(), "replace it"))
                    .get()
                    .id();
        }

        /** Whether one of them stands elsewhere by now. */
        boolean haveMoved(String kind, Subjects subjects) {
            return switch (kind) {
                case "incident" ->
                    !statuses(subjects, id -> status(Incidents.KIND, id)).equals(List.of("new", "resolved"));
                case "change" ->
                    !statuses(subjects, id -> status(Changes.KIND, id))
                                    .equals(List.of("draft", "authorised", "awaiting-approval", "implemented"))
                            || subjects.ids().stream().anyMatch(this::hasBallots);
                case "problem" ->
                    !statuses(subjects, id -> status(Problems.KIND, id))
                            .equals(List.of("logged", "root-cause-identified"));
                case "known-error" ->
                    !statuses(subjects, id -> status(KnownErrors.KIND, id)).equals(List.of("identified", "fixed"));
                case "change-model" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, ChangeModels.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("proposed", "approved", "suspended"));
                case "agreement" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, Agreements.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("draft", "under-review"));
                case "improvement" ->
                    !statuses(
                                    subjects,
                                    id -> Improved.where(store.find(tenant, Improvements.KIND, id)
                                            .orElseThrow()
                                            .record()))
                            .equals(Improved.STEPS);
                case "service" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, Services.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("proposed", "design", "transition", "early-life"));
                case "cab-meeting" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, CabMeetings.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("planned", "in-session"));
                case "assessment" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, Assessments.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("planned", "in-progress"));
                case "governance-policy" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, GovernancePolicies.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("draft", "in-force", "under-review"));
                case "directive" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, Directives.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("proposed", "evaluated", "in-force"));
                default ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, MajorIncidents.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("proposed", "under-review"));
            };
        }

        /** A vote is final. */
        private boolean hasBallots(RecordId id) {
            Change change = store.find(tenant, Changes.KIND, id).orElseThrow().record();
            return change.round().map(round -> !round.ballots().isEmpty()).orElse(false);
        }

        private static List<String> statuses(Subjects subjects, Function<RecordId, String> status) {
            return subjects.ids().stream().map(status).toList();
        }

        private <R extends Ticketed<R>> String status(RecordKind<R> kind, RecordId id) {
            return store.find(tenant, kind, id)
                    .orElseThrow()
                    .record()
                    .ticket()
                    .status()
                    .name();
        }

        Object outcome(String kind, Subjects subjects, Object command) {
            return switch (kind) {
                case "incident" -> outcome(itsm.incidents(), subjects, command);
                case "change" -> outcome(itsm.changes(), subjects, command);
                case "problem" -> outcome(itsm.problems(), subjects, command);
                case "known-error" -> outcome(itsm.knownErrors(), subjects, command);
                case "cab-meeting" -> outcome(itsm.cabMeetings(), subjects, command);
                case "assessment" -> outcome(itsm.assessments(), subjects, command);
                case "agreement" -> outcome(itsm.agreements(), subjects, command);
                case "improvement" -> outcome(itsm.improvements(), subjects, command);
                case "service" -> outcome(itsm.services(), subjects, command);
                case "governance-policy" -> outcome(itsm.governancePolicies(), subjects, command);
                case "directive" -> outcome(itsm.directives(), subjects, command);
                case "change-model" -> outcome(itsm.changeModels(), subjects, command);
                default -> outcome(itsm.majorIncidents(), subjects, command);
            };
        }

        @SuppressWarnings("unchecked") // the families say which commands a kind takes
        private <R> Object outcome(Records<R> records, Subjects subjects, Object command) {
            Either<Rejection, Stored<R>> outcome = command instanceof Creation
                    ? records.submit(dora, (Creation<R>) command)
                    : records.submit(dora, subjects.ids().get(0), (Command<R>) command);
            for (RecordId next : subjects.ids().subList(1, subjects.ids().size())) {
                if (outcome.isLeft() && outcome.getLeft().reason() == Rejection.Reason.NOT_POSSIBLE) {
                    outcome = records.submit(dora, next, (Command<R>) command);
                }
            }
            if (outcome.isLeft()) {
                assertThat(outcome.getLeft().sentence()).hasSizeLessThan(5_000);
                return List.of(outcome.getLeft().reason(), codes(outcome));
            }
            Stored<R> answer = outcome.get();
            // Read back from whatever form it has there, it is what was answered.
            assertThat(store.find(tenant, records.definition().kind(), answer.id()))
                    .contains(answer);
            return answer;
        }

        /** All that can be asked with a text, and what is answered. */
        List<Object> askedFor(String text) {
            List<Supplier<Object>> questions = List.of(
                    () -> itsm.incidents().find(dora, RecordId.of(text)).isPresent(),
                    () -> itsm.incidents().history(dora, RecordId.of(text)).size(),
                    () -> ids(Condition.eq(Incidents.FIELDS.title.key(), FieldValue.text(text))),
                    () -> ids(Condition.prefix(Incidents.FIELDS.title.key(), text)),
                    () -> ids(Condition.words(Incidents.FIELDS.title.key(), text)),
                    () -> ids(Condition.in(
                            Incidents.FIELDS.title.key(), Set.of(FieldValue.text(text), FieldValue.text("x")))),
                    () -> ids(Condition.not(
                            Condition.eq(FieldKey.custom("vendor", FieldType.TEXT), FieldValue.text(text)))),
                    () -> ids(Condition.eq(FieldKey.of(text, FieldType.TEXT), FieldValue.text("x"))),
                    () -> ids(Condition.linkedTo(text, ref(1))),
                    () -> itsm.incidents()
                            .query(
                                    dora,
                                    Query.where(Condition.all())
                                            .orderBy(Order.ascending(FieldKey.custom(text, FieldType.TEXT))))
                            .items()
                            .size(),
                    () -> itsm.incidents()
                            .submit(dora, ref(2).id(), TicketCommand.Comment.toAll("once"), Options.once(text))
                            .map(Stored::version)
                            .fold(Rejection::code, Object::toString),
                    () -> store.nextNumber(tenant, text) > 0,
                    () -> store.command(tenant, text).isPresent(),
                    () -> PersonId.of(text).value().equals(text)
                            && GroupId.of(text).value().equals(text),
                    () -> TenantId.of(text).value().equals(text));
            List<Object> answers = new ArrayList<>();
            for (Supplier<Object> question : questions) {
                try {
                    answers.add(question.get());
                } catch (IllegalArgumentException refused) {
                    answers.add("refused");
                }
            }
            return answers;
        }

        private List<RecordId> ids(Condition condition) {
            return itsm.incidents().query(dora, Query.where(condition).limit(500)).items().stream()
                    .map(Stored::id)
                    .sorted(java.util.Comparator.comparing(RecordId::value))
                    .toList();
        }
    }
}
