package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.Itsm;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Options;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.spi.time.IdSource;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/**
 * What the people of one tenant do, one random thing after another, and what they are answered: all that a tenant can know. Same
 * chances, same errands; ids are counted from one, so that two tenants have records of the same ids, numbers, titles and keys.
 */
final class Errands {

    private static final int RECORDS = 25;

    private final Itsm itsm;
    private final RecordStore store;
    private final TaskQueue tasks;
    private final SettableClock time;
    private final TenantId tenant;
    private final Random random;
    private int next;

    /** Errands of {@code tenant} on their own time, which begins now. */
    Errands(RecordStore store, TaskQueue tasks, Instant start, TenantId tenant, Random random) {
        this.store = store;
        this.tasks = tasks;
        this.tenant = tenant;
        this.random = random;
        time = new SettableClock();
        time.set(start);
        IdSource ids = () -> id(++next);
        itsm = Itsm.builder()
                .store(store)
                .clock(time)
                .ids(ids)
                .directory(Office.directory())
                .authorizer(Office.authorizer())
                .notifier(notice -> {})
                .auditSink(verdict -> {})
                .build();
    }

    private static RecordId id(int number) {
        return RecordId.of("r" + number);
    }

    /** Does something; returns all of the answer. */
    Object next() {
        time.advance(Duration.ofSeconds(1 + random.nextInt(60)));
        Caller caller = Caller.of(tenant, pick(ANNA, BEN, CARLA, DORA, Office.HANNA, Office.EMIL));
        RecordId id = id(1 + random.nextInt(Math.max(RECORDS, next)));
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> submit(caller, id);
            case 3 -> next < 200 ? log(caller) : submit(caller, id);
            case 4, 5 -> itsm.incidents().find(caller, id);
            case 6 -> itsm.changes().find(caller, id);
            case 7, 8 -> itsm.incidents().query(caller, query()).items();
            case 9 -> itsm.incidents().count(caller, condition());
            case 10 ->
                List.copyOf(itsm.incidents()
                        .countBy(caller, condition(), pick(Incidents.FIELDS.status, Incidents.FIELDS.title))
                        .entrySet());
            case 11 -> itsm.incidents().history(caller, id);
            case 12 ->
                store.journal(tenant, Incidents.KIND, id, random.nextInt(3), 20).stream()
                        .map(entry -> List.of(entry.sequence(), entry.event(), entry.by(), entry.recordedAt()))
                        .toList();
            case 13 -> itsm.incidents().availableActions(caller, id);
            case 14 -> store.nextNumber(tenant, "series-" + random.nextInt(3));
            case 15 -> tasks.pending(tenant);
            default -> rarely(caller, id);
        };
    }

    private Object rarely(Caller caller, RecordId id) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(itsm.tailor(caller, tailoring()));
            case 1 -> store.command(tenant, key()).map(key -> List.of(key.key(), key.result()));
            case 2 -> itsm.incidents().asOf(caller, id, time.instant().minusSeconds(random.nextInt(10_000)));
            case 3 ->
                next < 200
                        ? itsm.changes()
                                .submit(
                                        caller,
                                        new ChangeCommand.Draft(
                                                TicketDraft.builder()
                                                        .title(title())
                                                        .build(),
                                                "plan"))
                        : itsm.changes().count(caller, Condition.all());
            case 4 -> itsm.incidents().preview(caller, id, command());
            default -> itsm.settings().history(caller, org.itsmkit.settings.SettingsKind.ID);
        };
    }

    private Object log(Caller caller) {
        return itsm.incidents()
                .submit(
                        caller,
                        IncidentCommand.log()
                                .title(title())
                                .description("of " + random.nextInt(5))
                                .service(ServiceId.of(pick("mail", "printing")))
                                .build(),
                        options());
    }

    private Object submit(Caller caller, RecordId id) {
        return itsm.incidents().submit(caller, id, command(), options());
    }

    private Command<Incident> command() {
        return switch (random.nextInt(12)) {
            case 0 -> new TicketCommand.Describe<>(title(), "in other words");
            case 1 -> new TicketCommand.Categorise<>(Category.of("software/mail"), ServiceId.of("mail"));
            case 2 -> new TicketCommand.Prioritise<>(pick(Impact.HIGH, Impact.LOW), Urgency.HIGH);
            case 3 -> new TicketCommand.Assign<>(OPERATIONS, pick(CARLA, DORA));
            case 4 -> new TicketCommand.EscalateTo<>(SERVICE_DESK, "not ours");
            case 5 -> TicketCommand.Comment.toAll("said " + random.nextInt(100));
            case 6 ->
                new TicketCommand.LinkTo<>(
                        pick(LinkType.PARENT, LinkType.CAUSED_BY),
                        RecordRef.of("incident", id(1 + random.nextInt(RECORDS))));
            case 7 -> new TicketCommand.Start<>();
            case 8 -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER);
            case 9 -> new TicketCommand.SetFields<>(java.util.Map.of("vendor", FieldValue.text("initech")));
            case 10 -> new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "switched it off and on");
            default -> new IncidentCommand.Diagnose("the disk is full");
        };
    }

    private Options options() {
        return random.nextInt(4) == 0 ? Options.once(key()) : Options.none();
    }

    private Tailoring tailoring() {
        return random.nextBoolean()
                ? Tailoring.none()
                : Tailoring.builder()
                        .putFields("incident", List.of(FieldDefinition.oneOf("vendor", "initech", "hooli")))
                        .build();
    }

    private Query query() {
        Query query = Query.where(condition()).limit(1 + random.nextInt(20));
        return switch (random.nextInt(3)) {
            case 0 -> query.orderBy(Order.ascending(Incidents.FIELDS.title.key()));
            case 1 -> query.orderBy(Order.descending(Incidents.FIELDS.updated.key()));
            default -> query;
        };
    }

    private Condition condition() {
        return switch (random.nextInt(6)) {
            case 0 -> Condition.all();
            case 1 -> Incidents.FIELDS.title.is(title());
            case 2 -> Condition.words(Incidents.FIELDS.title.key(), "down");
            case 3 -> Condition.linkedTo("parent", RecordRef.of("incident", id(1 + random.nextInt(RECORDS))));
            case 4 -> Condition.isEmpty(Incidents.FIELDS.assignee.key());
            default -> Condition.not(Condition.eq(Incidents.FIELDS.status.key(), FieldValue.text("new")));
        };
    }

    private String title() {
        return pick("Mail", "Printer", "Everything") + " is " + pick("down", "slow", "on fire");
    }

    private String key() {
        return "form-" + random.nextInt(300);
    }

    @SafeVarargs
    private final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** The answers to so many errands. */
    static List<Object> answers(
            RecordStore store, TaskQueue tasks, Instant start, TenantId tenant, long seed, int errands) {
        Errands all = new Errands(store, tasks, start, tenant, new Random(seed));
        return java.util.stream.Stream.generate(() -> plain(all.next()))
                .limit(errands)
                .toList();
    }

    /** An answer without what no two runs have alike; there is nothing of that kind but how Vavr compares. */
    static Object plain(Object answer) {
        if (answer instanceof Either<?, ?> either) {
            return either.isLeft() ? List.of("no", either.getLeft()) : List.of("yes", either.get());
        }
        return answer instanceof Optional<?> optional ? optional.map(Errands::plain) : answer;
    }
}
