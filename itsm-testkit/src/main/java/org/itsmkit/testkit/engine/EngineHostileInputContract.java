package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.DORA;

import io.vavr.control.Either;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
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
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementReviewCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.servicelevel.Commitment;
import org.itsmkit.servicelevel.ProposedTerms;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Id;
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

    /** Each text through each component of each command; in memory, where nothing is made to text and back, the same comes of it. */
    @Test
    default void everyComponentOfEveryCommandRefusesOrKeeps(Trial trial) {
        Desk desk = new Desk(trial.store(), trial.tenant());
        SettableClock clock = new SettableClock();
        Desk model = new Desk(new InMemoryStore(clock), trial.tenant());
        int tried = 0;
        int kept = 0;
        for (String kind : List.of("incident", "change", "problem", "known-error", "major-incident", "agreement")) {
            for (Class<?> type : Specimens.toBeTried(kind)) {
                List<Supplier<Object>> variants = new ArrayList<>();
                for (String text : Hostile.CORPUS) {
                    variants.addAll(Variants.of(Specimens.of(type, Desk.ref(1)), text));
                }
                Desk.Subjects subjects = desk.subjects(kind);
                Desk.Subjects modelled = model.subjects(kind);
                for (Supplier<Object> variant : variants) {
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
        assertThat(tried).isGreaterThan(1_000);
        assertThat(kept).isGreaterThan(300);
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
        private int next;

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
            RecordId authorised = draft();
            itsm.changes()
                    .submit(Caller.of(tenant, Office.EMIL), authorised, new ChangeCommand.Authorise("go"))
                    .get();
            return new Subjects(List.of(draft(), authorised));
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

        private RecordId propose() {
            return itsm.majorIncidents()
                    .submit(dora, new MajorIncidentCommand.Propose(log(), "nobody can work"))
                    .get()
                    .id();
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
                    !statuses(subjects, id -> status(Changes.KIND, id)).equals(List.of("draft", "authorised"));
                case "problem" ->
                    !statuses(subjects, id -> status(Problems.KIND, id))
                            .equals(List.of("logged", "root-cause-identified"));
                case "known-error" ->
                    !statuses(subjects, id -> status(KnownErrors.KIND, id)).equals(List.of("identified", "fixed"));
                case "agreement" ->
                    !statuses(
                                    subjects,
                                    id -> store.find(tenant, Agreements.KIND, id)
                                            .orElseThrow()
                                            .record()
                                            .status()
                                            .name())
                            .equals(List.of("draft", "under-review"));
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
                case "agreement" -> outcome(itsm.agreements(), subjects, command);
                default -> outcome(itsm.majorIncidents(), subjects, command);
            };
        }

        @SuppressWarnings("unchecked") // the families say which commands a kind takes
        private <R> Object outcome(Records<R> records, Subjects subjects, Object command) {
            Either<Rejection, Stored<R>> outcome = command instanceof Creation
                    ? records.submit(dora, (Creation<R>) command)
                    : records.submit(dora, subjects.ids().get(0), (Command<R>) command);
            if (outcome.isLeft() && outcome.getLeft().reason() == Rejection.Reason.NOT_POSSIBLE) {
                outcome = records.submit(dora, subjects.ids().get(1), (Command<R>) command);
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

    /** A command with a text in the place of each of its components that takes one, one at a time, however deep. */
    final class Variants {

        private Variants() {}

        static List<Supplier<Object>> of(Object record, String text) {
            List<Supplier<Object>> variants = new ArrayList<>();
            List<Object> values = Specimens.values(record);
            List<RecordComponent> components = Specimens.components(record.getClass());
            for (int i = 0; i < components.size(); i++) {
                int place = i;
                boolean isMapOfOthers = values.get(i) instanceof Map
                        && !components.get(i).getGenericType().getTypeName().contains(FieldValue.class.getName());
                // What a map of something else holds cannot be a text.
                for (Supplier<Object> replacement :
                        isMapOfOthers ? List.<Supplier<Object>>of() : replacements(values.get(i), text)) {
                    variants.add(() -> {
                        List<Object> changed = new ArrayList<>(values);
                        changed.set(place, replacement.get());
                        return Specimens.construct(record.getClass(), changed);
                    });
                }
            }
            return variants;
        }

        private static List<Supplier<Object>> replacements(Object value, String text) {
            if (value instanceof String) {
                return List.of(() -> text);
            }
            if (value instanceof FieldValue) {
                return List.of(() -> FieldValue.text(text));
            }
            if (value instanceof Map) {
                return List.of(
                        () -> Map.of(text, FieldValue.text("x")),
                        () -> Map.of("vendor", FieldValue.text(text)),
                        () -> Map.of("memo", FieldValue.list(List.of(FieldValue.text(text), FieldValue.text("x")))));
            }
            if (value instanceof Set<?> set && set.stream().allMatch(String.class::isInstance)) {
                return List.of(() -> Set.of(text));
            }
            if (value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof Commitment commitment) {
                return of(commitment, text).stream()
                        .<Supplier<Object>>map(inner -> () -> List.of(inner.get()))
                        .toList();
            }
            if (value instanceof Optional<?> optional && optional.isPresent()) {
                return replacements(optional.get(), text).stream()
                        .<Supplier<Object>>map(inner -> () -> Optional.of(inner.get()))
                        .toList();
            }
            if (value instanceof Id) {
                return List.of(() -> Specimens.parsed(value.getClass(), text).orElse(value));
            }
            return value.getClass().isRecord() ? of(value, text) : List.of();
        }
    }
}
