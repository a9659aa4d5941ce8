package org.itsmkit.servicelevel.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Stretch;

/** Random lives of records, on whole minutes, and what may be promised of them. */
final class Lives {

    static final Instant BEGIN = Instant.parse("2024-03-29T06:00:00Z");
    static final int DAYS = 6;

    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Gaza");

    private static final List<Metric> METRICS = List.of(
            Metric.RESOLUTION,
            Metric.RESOLUTION,
            Metric.FIRST_RESPONSE,
            Metric.NEXT_UPDATE,
            Metric.TIME_TO_OWN,
            Metric.of("answer", Condition.marked(Mark.CUSTOMER_CONTACT), Condition.marked(Mark.AGENT_CONTACT)));

    private final Random random;

    Lives(Random random) {
        this.random = random;
    }

    private Instant minute(int from, int to) {
        return BEGIN.plusSeconds(60L * (from + random.nextInt(to - from)));
    }

    Instant anytime() {
        return minute(0, DAYS * 24 * 60);
    }

    static Stretch in(Phase phase, Instant from) {
        return new Stretch(
                from,
                Status.of(phase.name().toLowerCase(java.util.Locale.ROOT), phase),
                phase == Phase.WAITING ? Optional.of("awaiting-requester") : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Timeline timeline() {
        List<Stretch> stretches = new ArrayList<>();
        Instant first = minute(0, 24 * 60);
        stretches.add(situation(first));
        for (int i = random.nextInt(9); i > 0; i--) {
            stretches.add(situation(later(first)));
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = random.nextBoolean() ? Mark.AGENT_CONTACT : Mark.CUSTOMER_CONTACT;
            marks.add(new Mark(later(first), name));
        }
        return Timeline.of(stretches, marks);
    }

    private Instant later(Instant first) {
        return first.plusSeconds(60L * random.nextInt(DAYS * 24 * 60));
    }

    private Stretch situation(Instant from) {
        Phase[] phases = {
            Phase.NEW,
            Phase.ACTIVE,
            Phase.ACTIVE,
            Phase.WAITING,
            Phase.WAITING,
            Phase.RESOLVED,
            Phase.RESOLVED,
            Phase.CLOSED
        };
        Phase phase = random.nextInt(25) == 0 ? Phase.CANCELLED : phases[random.nextInt(phases.length)];
        Stretch stretch = in(phase, from);
        return random.nextInt(4) > 0
                ? stretch
                : new Stretch(
                        from,
                        stretch.status(),
                        stretch.holdReason(),
                        Optional.empty(),
                        Optional.of(PersonId.of("ben")));
    }

    BusinessCalendar calendar() {
        BusinessHours hours = BusinessHours.never();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<TimeRange> ranges = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                ranges.add(TimeRange.of(time(), time()));
            }
            hours = hours.on(day, ranges.toArray(TimeRange[]::new));
        }
        if (random.nextInt(4) == 0) {
            hours = BusinessHours.always();
        }
        LocalDate holiday = LocalDate.of(2024, 3, 28).plusDays(random.nextInt(8));
        return BusinessCalendar.of(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                hours.with(DayRule.holiday("Founders' Day", DateRule.on(holiday))));
    }

    private String time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15).toString();
    }

    int budget() {
        return random.nextInt(5) == 0 ? random.nextInt(30) : random.nextInt(DAYS * 8 * 60);
    }

    ClockPolicy policy() {
        ClockPolicy.Reopen[] ways = ClockPolicy.Reopen.values();
        ClockPolicy policy = ClockPolicy.standard().withReopen(ways[random.nextInt(ways.length)]);
        return random.nextInt(3) > 0
                ? policy
                : policy.withPauseCap(Optional.of(Duration.ofMinutes(random.nextInt(20 * 60))));
    }

    Target target(int budget) {
        Metric metric = METRICS.get(random.nextInt(METRICS.size()));
        return Target.of(metric, Amount.openTime(Duration.ofMinutes(budget))).withPolicy(policy());
    }
}
