package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Stretch;

/** The first week of March 2026 at a desk in Berlin that is open on weekdays from nine to five; times of day are by its clock. */
final class Week {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final BusinessHours NINE_TO_FIVE = BusinessHours.weekdays(TimeRange.of("09:00", "17:00"));
    static final ServiceHours DESK = ServiceHours.of("desk", BusinessCalendar.of(BERLIN, NINE_TO_FIVE));
    static final Duration MICRO = Duration.ofNanos(1_000);

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private Week() {}

    static Instant mon(String time) {
        return day(0, time);
    }

    static Instant tue(String time) {
        return day(1, time);
    }

    static Instant wed(String time) {
        return day(2, time);
    }

    static Instant thu(String time) {
        return day(3, time);
    }

    static Instant fri(String time) {
        return day(4, time);
    }

    static Instant sat(String time) {
        return day(5, time);
    }

    static Instant nextMon(String time) {
        return day(7, time);
    }

    static Instant nextTue(String time) {
        return day(8, time);
    }

    /** So many days after that Monday. */
    static Instant day(int days, String time) {
        return MONDAY.plusDays(days)
                .atTime(LocalTime.parse(time))
                .atZone(BERLIN)
                .toInstant();
    }

    static Stretch fresh(Instant from) {
        return in("new", Phase.NEW, from);
    }

    static Stretch active(Instant from) {
        return in("in-progress", Phase.ACTIVE, from);
    }

    static Stretch assigned(String person, Instant from) {
        Stretch active = active(from);
        return new Stretch(
                from, active.status(), active.holdReason(), active.group(), Optional.of(PersonId.of(person)));
    }

    static Stretch waiting(Instant from) {
        return waitingFor("awaiting-requester", from);
    }

    static Stretch waitingFor(String reason, Instant from) {
        return new Stretch(
                from, Status.of("on-hold", Phase.WAITING), Optional.of(reason), Optional.empty(), Optional.empty());
    }

    static Stretch resolved(Instant from) {
        return in("resolved", Phase.RESOLVED, from);
    }

    static Stretch closed(Instant from) {
        return in("closed", Phase.CLOSED, from);
    }

    static Stretch cancelled(Instant from) {
        return in("cancelled", Phase.CANCELLED, from);
    }

    static Stretch in(String status, Phase phase, Instant from) {
        return new Stretch(from, Status.of(status, phase), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Mark answer(Instant at) {
        return new Mark(at, Mark.AGENT_CONTACT);
    }

    /** A life of {@link Stretch}es and {@link Mark}s. */
    static Timeline life(Record... parts) {
        List<Stretch> stretches = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Record part : parts) {
            if (part instanceof Stretch stretch) {
                stretches.add(stretch);
            } else {
                marks.add((Mark) part);
            }
        }
        return Timeline.of(stretches, marks);
    }

    static Target hours(long hours) {
        return within(Duration.ofHours(hours));
    }

    static Target within(Duration open) {
        return Target.of(Metric.RESOLUTION, Amount.openTime(open));
    }

    static Evaluation at(Instant at, Timeline life, Target target) {
        return ServiceLevelClock.evaluate(life, target, DESK, at);
    }

    static Evaluation at(Instant at, Timeline life, Since... targets) {
        return ServiceLevelClock.evaluate(life, List.of(targets), at);
    }

    static Since since(Instant from, Target target) {
        return new Since(from, target, DESK);
    }
}
