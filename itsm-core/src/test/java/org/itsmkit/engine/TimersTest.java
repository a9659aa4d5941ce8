package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.fixture.SettableClock.MONDAY_MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Timer;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

/** Records ask to be reminded, in the commit that makes them ask, and are reminded once. */
class TimersTest {

    private static final Instant NINE = MONDAY_MORNING.plus(Duration.ofHours(1));
    private static final Instant TEN = MONDAY_MORNING.plus(Duration.ofHours(2));
    private static final String SLOW = "slow";

    /** Wants what the description says, as {@code NAME@INSTANT} with commas between; asks for a comment or, as "close", to be closed. */
    private static final Timers<Incident> DIARY = new Timers<>() {
        @Override
        public Set<Timer> wanted(Incident incident, Settings settings) {
            Set<Timer> timers = new HashSet<>();
            String description = incident.ticket().description();
            for (String entry : description.isEmpty() ? new String[0] : description.split(",", -1)) {
                List<String> parts = List.of(entry.split("@", -1));
                Duration later =
                        settings.tailoring().reactionsOff().contains(SLOW) ? Duration.ofHours(1) : Duration.ZERO;
                timers.add(new Timer(parts.get(0), Instant.parse(parts.get(1)).plus(later)));
            }
            return timers;
        }

        @Override
        public Optional<Command<Incident>> command(Incident incident, Timer timer, Settings settings, Instant now) {
            return switch (timer.name()) {
                case "nothing" -> Optional.empty();
                case "close" -> Optional.of(new TicketCommand.Close<>());
                default -> Optional.of(TicketCommand.Comment.toAll(timer.name()));
            };
        }
    };

    private static Company company() {
        return around(UnaryOperator.identity());
    }

    private static Company around(UnaryOperator<RecordStore> around) {
        return Company.around(around, builder -> builder.incidents(incidents -> incidents.timers(DIARY)));
    }

    private static Command<Incident> wants(String diary) {
        return new TicketCommand.Describe<>("Mail is down", diary);
    }

    private static List<Task> timers(Company company) {
        return company.store.tasks().pending(ACME).stream()
                .filter(task -> task.type().equals(TimerTasks.TASK))
                .toList();
    }

    private static int comments(Company company, RecordId id) {
        return company.now(id).record().ticket().comments();
    }

    @Test
    void firesOnceAtItsInstantAndNeverBefore() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));

        company.clock.set(NINE.minusNanos(1_000));
        company.work();
        assertThat(comments(company, id)).isZero();

        company.clock.set(NINE);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
        var entry = company.journal(id).get(company.journal(id).size() - 1);
        assertThat(entry.by())
                .isEqualTo(Caller.system(ACME, Cause.of("timer:wake")).person());
        assertThat(entry.cause()).isEqualTo(Cause.of("timer:wake"));
        assertThat(entry.occurredAt()).isEqualTo(NINE);

        company.clock.set(TEN);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void twiceHandedOutItActsOnceThoughTheRecordStillWantsIt() throws Exception {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        Task task = timers(company).get(0);
        company.clock.set(TEN);

        company.itsm.tasks().handle(ACME, task);
        company.itsm.tasks().handle(ACME, task);
        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
        assertThat(timers(company)).isEmpty();
    }

    @Test
    void isTakenBackInTheCommitInWhichItIsNoLongerWanted() throws Exception {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        Task task = timers(company).get(0);
        company.does(id, wants(""));

        assertThat(timers(company)).isEmpty();
        company.clock.set(TEN);
        company.itsm.tasks().handle(ACME, task);
        assertThat(comments(company, id)).isZero();
    }

    @Test
    void movesWithTheRecord() throws Exception {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        Task early = timers(company).get(0);
        company.does(id, wants("wake@" + TEN));

        assertThat(timers(company)).extracting(Task::due).containsExactly(TEN);
        company.clock.set(NINE);
        company.itsm.tasks().handle(ACME, early);
        assertThat(comments(company, id)).isZero();
        company.clock.set(TEN);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void severalAreKeptApartByName() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE + ",rise@" + NINE + ",shine@" + TEN));
        company.does(id, wants("rise@" + NINE + ",shine@" + TEN));

        company.clock.set(NINE);
        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
        assertThat(timers(company)).extracting(Task::due).containsExactly(TEN);
    }

    @Test
    void oneThatIsPastAtOnceFiresAtOnce() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + MONDAY_MORNING.minusSeconds(1)));

        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void whatIsFinerThanAMicrosecondIsRoundedUp() {
        assertThat(new Timer("wake", NINE.plusNanos(1)).due()).isEqualTo(NINE.plusNanos(1_000));
        assertThat(new Timer("wake", NINE.plusNanos(1_000)).due()).isEqualTo(NINE.plusNanos(1_000));
        assertThat(new Timer("wake", Instant.MAX).due()).isEqualTo(Micros.MAX);
        assertThat(new Timer("wake", Instant.MIN).due()).isEqualTo(Micros.MIN);
        assertThatIllegalArgumentException().isThrownBy(() -> new Timer("x".repeat(56), NINE));
    }

    @Test
    void whereTheClockIsBehindTheQueuesItComesAgain() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        Task task = timers(company).get(0);

        company.clock.set(NINE.minusSeconds(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> company.itsm.tasks().handle(ACME, task))
                .withMessageContaining("due");
        assertThat(timers(company)).containsExactly(task);
        company.clock.set(NINE);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void aClockThatWasPutBackDoesNotLetAnythingHappenBeforeWhatHappenedAlready() {
        Company company = company();
        RecordId id = company.log().id();
        company.clock.set(TEN);
        company.does(id, wants("wake@" + NINE));
        company.clock.set(NINE);

        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
        assertThat(company.now(id).recordedAt()).isEqualTo(TEN);
    }

    @Test
    void aRefusalIsToldAndNotRepeated() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("close@" + NINE));
        company.clock.set(NINE);
        company.audited.clear();

        company.work();
        company.work();
        company.clock.set(TEN);
        company.work();
        company.does(id, TicketCommand.Comment.toAll("when will it be closed?"));
        company.work();

        assertThat(company.audited).hasSize(1);
        AuditSink.Verdict verdict = company.audited.get(0);
        assertThat(verdict.code()).isEqualTo("timer.refused");
        assertThat(verdict.record()).contains(Company.incident(id));
        assertThat(verdict.reason()).startsWith("close: ");
        assertThat(timers(company)).isEmpty();
    }

    @Test
    void itMayTurnOutThatThereIsNothingToDo() {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("nothing@" + NINE));
        long version = company.now(id).version();
        company.clock.set(NINE);

        company.work();

        assertThat(company.now(id).version()).isEqualTo(version);
        assertThat(timers(company)).isEmpty();
    }

    /** A store in which somebody does something just before the next commit of a comment. */
    private static UnaryOperator<RecordStore> meanwhile(List<Runnable> deeds) {
        return store -> new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                boolean isComment = commit.writes().stream()
                        .anyMatch(write -> write.entries().stream()
                                .anyMatch(entry -> entry.event() instanceof TicketEvent.Commented));
                if (isComment && !deeds.isEmpty()) {
                    deeds.remove(0).run();
                }
                super.commit(tenant, commit);
            }
        };
    }

    @Test
    void whoTakesItBackWhileItFiresPrevails() {
        List<Runnable> deeds = new ArrayList<>();
        Company company = around(meanwhile(deeds));
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        company.clock.set(NINE);
        deeds.add(() -> company.does(id, wants("")));

        company.work();

        assertThat(comments(company, id)).isZero();
        assertThat(timers(company)).isEmpty();
    }

    @Test
    void otherChangesMeanwhileDelayItOnly() {
        List<Runnable> deeds = new ArrayList<>();
        Company company = around(meanwhile(deeds));
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        company.clock.set(NINE);
        deeds.add(() -> company.does(id, new TicketCommand.Start<>()));

        company.work();

        assertThat(company.events(id)).endsWith("moved", "commented");
    }

    @Test
    void whereOthersAreQuickerAllTheTimeItComesAgain() {
        List<StaleRecordException> quicker = new ArrayList<>();
        Company company = around(store -> Following.stale(store, quicker));
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        company.clock.set(NINE);
        quicker.addAll(Following.times(Engine.MAX_ATTEMPTS, new StaleRecordException(Company.incident(id), 2, 3)));

        company.work();
        assertThat(comments(company, id)).isZero();
        assertThat(quicker).isEmpty();

        company.clock.advance(Duration.ofHours(1));
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void aCommitThatFailsLeavesNoTimer() {
        List<RuntimeException> failures = new ArrayList<>();
        Company company = around(store -> new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                if (!failures.isEmpty()) {
                    throw failures.remove(0);
                }
                super.commit(tenant, commit);
            }
        });
        RecordId id = company.log().id();
        failures.add(new StoreException("the disk is full"));

        assertThatThrownBy(() -> company.does(id, wants("wake@" + NINE))).isInstanceOf(StoreException.class);

        assertThat(timers(company)).isEmpty();
    }

    @Test
    void aPreviewSchedulesNothing() {
        Company company = company();
        RecordId id = company.log().id();

        assertThat(company.itsm
                        .incidents()
                        .preview(caller(BEN), id, wants("wake@" + NINE))
                        .isRight())
                .isTrue();

        assertThat(timers(company)).isEmpty();
    }

    @Test
    void settingsThatChangeMeanwhileMoveItWhenItFires() {
        Company company = Company.with(builder ->
                builder.incidents(incidents -> incidents.timers(DIARY)).reaction(nothingAtAll()));
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        done(company.itsm.tailor(
                caller(BEN), Tailoring.builder().addReactionsOff(SLOW).build()));

        company.clock.set(NINE);
        company.work();
        assertThat(comments(company, id)).isZero();
        assertThat(timers(company)).extracting(Task::due).containsExactly(TEN);
        company.clock.set(TEN);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void settingsThatChangeMeanwhileMoveItWithTheNextChange() {
        Company company = Company.with(builder -> builder.incidents(incidents -> incidents.timers(DIARY))
                .reaction(nothingAtAll())
                .defaults(Tailoring.none()));
        RecordId id = company.log().id();
        done(company.itsm.tailor(
                caller(BEN), Tailoring.builder().addReactionsOff(SLOW).build()));
        company.does(id, wants("wake@" + NINE));
        done(company.itsm.tailor(caller(BEN), Tailoring.none()));
        company.does(id, new TicketCommand.Start<>());

        company.clock.set(NINE);
        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
        company.clock.set(TEN);
        company.work();
        assertThat(comments(company, id)).isEqualTo(1);
    }

    /** A reaction that tenants can switch off, so that there is something to tailor. */
    private static Reaction<Change, Change> nothingAtAll() {
        return new OnChanges(SLOW);
    }

    private record OnChanges(String name) implements Reaction<Change, Change> {
        @Override
        public Definition<Change> source() {
            return Changes.DEFINITION;
        }

        @Override
        public Definition<Change> target() {
            return Changes.DEFINITION;
        }

        @Override
        public Targets targets(Change source, Event<Change> event) {
            return Targets.none();
        }

        @Override
        public Optional<Command<Change>> command(Change source, Event<Change> event, Change target) {
            return Optional.empty();
        }
    }

    /** What a reaction changes elsewhere schedules and cancels there, in the one commit. */
    private record Wake(Definition<Incident> source, RecordId other) implements Reaction<Incident, Incident> {
        @Override
        public String name() {
            return "wake-other";
        }

        @Override
        public Definition<Incident> target() {
            return source;
        }

        @Override
        public Targets targets(Incident incident, Event<Incident> event) {
            return event instanceof TicketEvent.Moved ? Targets.one(other) : Targets.none();
        }

        @Override
        public Optional<Command<Incident>> command(Incident incident, Event<Incident> event, Incident target) {
            return Optional.of(wants("wake@" + NINE));
        }
    }

    @Test
    void whatReactionsChangeIsRemindedToo() {
        RecordId other = RecordId.of("other-1");
        Company company = Company.with(builder -> builder.incidents(incidents -> {
            Definition<Incident> withDiary = incidents.timers(DIARY);
            builder.reaction(new Wake(withDiary, other));
            return withDiary;
        }));
        done(company.itsm
                .incidents()
                .submitNew(
                        caller(ANNA),
                        other,
                        IncidentCommand.log().title("Mail is slow").build(),
                        Options.none()));
        RecordId id = company.log().id();

        company.does(id, new TicketCommand.Start<>());

        assertThat(timers(company))
                .singleElement()
                .satisfies(task -> assertThat(task.payload())
                        .containsEntry("id", other.value())
                        .containsEntry("name", "wake"));
        company.clock.set(NINE);
        company.work();
        assertThat(comments(company, other)).isEqualTo(1);
    }

    @Test
    void aCreationMayWantATimer() {
        Company company = company();
        RecordId id = done(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log()
                                        .title("Mail is down")
                                        .description("wake@" + NINE)
                                        .build()))
                .id();
        company.clock.set(NINE);
        company.work();

        assertThat(comments(company, id)).isEqualTo(1);
    }

    @Test
    void moreThanTwentyOrTwoOfANameAreAMistakeOfTheProgrammer() {
        Company company = company();
        RecordId id = company.log().id();
        String twentyOne = String.join(
                ",", IntStream.range(0, 21).mapToObj(i -> "t" + i + "@" + NINE).toList());

        assertThatIllegalStateException()
                .isThrownBy(() -> company.does(id, wants(twentyOne)))
                .withMessageContaining("20");
        assertThatIllegalStateException()
                .isThrownBy(() -> company.does(id, wants("wake@" + NINE + ",wake@" + TEN)))
                .withMessageContaining("wake");
    }

    @Test
    void whatIsGoneIsNotReminded() throws Exception {
        Company company = company();
        RecordId id = company.log().id();
        company.does(id, wants("wake@" + NINE));
        Task task = timers(company).get(0);
        Company empty = company();
        empty.clock.set(NINE);

        empty.itsm.tasks().handle(ACME, task);

        assertThat(empty.trace().feed()).isZero();
    }
}
