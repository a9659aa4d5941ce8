package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.servicelevel.Bureau.commitment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Crossing;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ServiceLevelEvent;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/**
 * Random lives under random agreements: what stands in a ticket, brought up to date by little steps, is what an evaluation of its whole
 * life says, at every minute; and each threshold was acted on once, never early, and none was forgotten.
 */
class ClockIndexPropertiesTest {

    private static final int LIVES = 150;
    private static final int STEPS = 25;

    @Test
    void whatStandsInATicketIsWhatItsWholeLifeSays() {
        Seeds.each(LIVES, random -> new Life(random).live());
    }

    private static final class Life {
        private final Random random;
        private final Bureau bureau = Bureau.open();
        private final Set<String> expected = new TreeSet<>();
        private final RecordId id;
        private Optional<Incident> folded = Optional.empty();
        private long seen;

        Life(Random random) {
            this.random = random;
            agree();
            id = bureau.logs();
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                for (int minutes = random.nextInt(200); minutes > 0; minutes--) {
                    bureau.clock.advance(Duration.ofMinutes(1));
                    if (random.nextInt(3) > 0) {
                        bureau.work();
                    }
                    see();
                }
                act();
                see();
            }
            bureau.work();
            see();
            assertThat(new TreeSet<>(fired())).isEqualTo(expected);
            assertOnce();
            bureau.assertFoldLaw();
        }

        /**
         * What a walk through all minutes has seen, by evaluations of the whole life alone; also in between, where one thing led to another
         * in one commit.
         */
        private void see() {
            for (JournalEntry entry : bureau.store.journal(ACME, Incidents.KIND, id, seen, 10_000)) {
                seen = entry.sequence();
                folded = Optional.of(after(entry));
                if (entry.event() instanceof ServiceLevelEvent.ClocksSet<?>) {
                    see(folded.get());
                }
            }
            assertThat(folded).contains(bureau.incident(id));
            see(folded.get());
            for (Clock clock : bureau.clocks(id)) {
                boolean waitsForTimer = clock.next()
                        .map(next -> !next.isAfter(bureau.clock.instant()))
                        .orElse(false);
                if (clock.withdrawnAt().isEmpty() && !waitsForTimer) {
                    assertIsInStep(clock);
                }
            }
        }

        @SuppressWarnings("unchecked") // a journal holds events of its own kind
        private Incident after(JournalEntry entry) {
            return entry.event() instanceof Event.Next<?> next
                    ? ((Event.Next<Incident>) next).applyTo(folded.orElseThrow(), Occurrence.of(entry))
                    : ((Event.First<Incident>) entry.event()).begin(Occurrence.of(entry));
        }

        private void see(Incident incident) {
            Instant now = bureau.clock.instant();
            for (Clock clock : incident.ticket().serviceLevelsOrBlank().clocks()) {
                if (clock.withdrawnAt().isEmpty()) {
                    Evaluation whole = whole(incident, clock, now);
                    for (Crossing crossing : whole.crossings()) {
                        if (crossing.isReached()) {
                            expected.add(name(
                                    clock.number(),
                                    clock.name(),
                                    whole.cycle().orElseThrow().startedAt(),
                                    crossing.threshold().name()));
                            crossing.at().ifPresent(at -> assertThat(at).isBeforeOrEqualTo(now));
                        }
                    }
                }
            }
        }

        private void assertIsInStep(Clock clock) {
            Instant now = bureau.clock.instant();
            Evaluation whole = whole(bureau.incident(id), clock, now);
            assertThat(clock.state()).as("state at %s", now).isEqualTo(whole.state());
            assertThat(clock.due()).as("due at %s", now).isEqualTo(whole.due());
            assertThat(clock.cycle()).isEqualTo(whole.cycles().size());
            assertThat(clock.breachedAt()).isEqualTo(whole.breachedAt());
            assertThat(clock.next()).isEqualTo(whole.nextInstantOfInterest());
        }

        private Evaluation whole(Incident incident, Clock clock, Instant now) {
            return TicketClocks.evaluate(incident.ticket(), clock, bureau.book(), now)
                    .orElseThrow();
        }

        private List<String> fired() {
            return acted().stream().map(Life::name).toList();
        }

        private List<ServiceLevelEvent.ThresholdReached<?>> acted() {
            List<ServiceLevelEvent.ThresholdReached<?>> acted = new ArrayList<>();
            bureau.journal(id).forEach(entry -> {
                if (entry.event() instanceof ServiceLevelEvent.ThresholdReached<?> reached) {
                    assertThat(reached.at()).as("never early").isBeforeOrEqualTo(entry.occurredAt());
                    acted.add(reached);
                }
            });
            return acted;
        }

        /** Once in a cycle of a commitment; again only if more time was agreed after it was reached, and it was reached in that. */
        private void assertOnce() {
            Map<String, Instant> last = new HashMap<>();
            for (ServiceLevelEvent.ThresholdReached<?> reached : acted()) {
                Instant before = last.put(name(reached), reached.at());
                if (before != null) {
                    assertThat(bureau.clocks(id).get(reached.clock() - 1).pledges())
                            .as("agreed anew between %s and %s", before, reached.at())
                            .anyMatch(pledge -> pledge.from().isAfter(before)
                                    && pledge.from().isBefore(reached.at()));
                }
            }
        }

        private static String name(ServiceLevelEvent.ThresholdReached<?> reached) {
            return name(reached.clock(), reached.commitment(), reached.cycleSince(), reached.threshold());
        }

        private static String name(int clock, String commitment, Instant cycle, String threshold) {
            return clock + "/" + commitment + "/" + cycle + "/" + threshold;
        }

        private void agree() {
            List<Commitment> commitments = new ArrayList<>();
            commitments.add(commitment("answer", Metric.FIRST_RESPONSE, 10 + random.nextInt(200), thresholds()));
            commitments.add(commitment("news", Metric.NEXT_UPDATE, 30 + random.nextInt(300), thresholds()));
            ClockPolicy policy = policy();
            Commitment pressing = commitment("pressing", Metric.RESOLUTION, 30 + random.nextInt(400), thresholds());
            Commitment usual = commitment("usual", Metric.RESOLUTION, 60 + random.nextInt(1_500), thresholds());
            commitments.add(under(pressing, policy).where(FieldCondition.priority(1, 2)));
            commitments.add(under(usual, policy).where(FieldCondition.priority(3)));
            commitments.add(commitment("owner", Metric.TIME_TO_OWN, 10 + random.nextInt(100), thresholds()));
            bureau.agrees(
                    Bureau.GOLD,
                    AgreementType.SERVICE_LEVEL,
                    new Terms(Set.of(), FieldCondition.all(), commitments, Map.of(Bureau.DESK, calendar())));
        }

        private CalendarData calendar() {
            return CalendarData.of(
                    ZoneId.of(one("Europe/Berlin", "America/St_Johns", "Asia/Kathmandu")),
                    one(
                            BusinessHours.weekdays(TimeRange.of("09:00", "17:00")),
                            BusinessHours.weekdays(TimeRange.of("08:15", "12:00"), TimeRange.of("13:00", "20:30")),
                            BusinessHours.weekdays(TimeRange.of("22:00", "06:00")),
                            BusinessHours.always()));
        }

        private static Commitment under(Commitment commitment, ClockPolicy policy) {
            return new Commitment(
                    commitment.name(), commitment.when(), commitment.target().withPolicy(policy), commitment.hours());
        }

        private ClockPolicy policy() {
            ClockPolicy policy = ClockPolicy.standard()
                    .withChange(one(ClockPolicy.Change.values()))
                    .withReopen(one(
                            ClockPolicy.Reopen.RESUME,
                            ClockPolicy.Reopen.NEW_CYCLE,
                            ClockPolicy.Reopen.COUNT_CLOSED_TIME,
                            ClockPolicy.Reopen.RESET))
                    .withEdge(one(ClockPolicy.Edge.values()));
            return random.nextBoolean() ? policy : ClockPolicy.standard();
        }

        private Threshold[] thresholds() {
            List<Threshold> thresholds = new ArrayList<>();
            if (random.nextBoolean()) {
                thresholds.add(Threshold.atPercent(1 + random.nextInt(99)));
            }
            if (random.nextBoolean()) {
                thresholds.add(new Threshold(
                        "late",
                        new Threshold.Point.After(Duration.ofMinutes(random.nextInt(60))),
                        one(
                                new ThresholdAction.TellRequester(),
                                new ThresholdAction.RaisePriority(),
                                new ThresholdAction.EscalateToGroup(OPERATIONS),
                                new ThresholdAction.EscalateToManager(),
                                new ThresholdAction.Custom("page"))));
            }
            if (random.nextBoolean()) {
                thresholds.add(new Threshold(
                        "third",
                        new Threshold.Point.Percent(new BigDecimal("33.3")),
                        new ThresholdAction.TellAssignee()));
            }
            return thresholds.toArray(Threshold[]::new);
        }

        @SafeVarargs
        private <T> T one(T... some) {
            return some[random.nextInt(some.length)];
        }

        private void act() {
            if (random.nextInt(12) == 0) {
                agree();
                return;
            }
            Command<Incident> command = one(
                    new TicketCommand.Start<>(),
                    new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty(), Optional.empty()),
                    new TicketCommand.Resume<>(),
                    new TicketCommand.Prioritise<>(
                            one(Impact.HIGH, Impact.MEDIUM, Impact.LOW),
                            one(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW)),
                    new TicketCommand.Assign<>(SERVICE_DESK, BEN),
                    new TicketCommand.Assign<>(OPERATIONS, CARLA),
                    new TicketCommand.Assign<>(SERVICE_DESK),
                    TicketCommand.Comment.toAll("Words"),
                    TicketCommand.Comment.toAll("More words"),
                    TicketCommand.Comment.internal("Quiet words"),
                    new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"),
                    new IncidentCommand.Reopen("Not at all"),
                    new ClockCommand.Recompute<>());
            bureau.incidents.submit(Bureau.caller(one(ANNA, BEN, DORA)), id, command, Options.none());
        }
    }

    /** So that the walk above walks somewhere. */
    @Test
    void randomLivesAreNotDull() {
        Life life = new Life(new Random(42));
        life.live();

        assertThat(life.fired()).hasSizeGreaterThan(3);
        assertThat(life.bureau.store.journal(ACME, Incidents.KIND, life.id, 0, 10_000))
                .hasSizeGreaterThan(20);
    }
}
