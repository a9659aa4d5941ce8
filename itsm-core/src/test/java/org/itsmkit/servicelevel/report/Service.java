package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Stretch;

/** Desks in Vienna, and what became of promises. */
final class Service {

    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    static final ServiceHours DESK = hours("desk", "09:00", "17:00");

    private Service() {}

    static ServiceHours hours(String name, String from, String to) {
        return ServiceHours.of(name, BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of(from, to))));
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    static Stretch in(Phase phase, String group, Instant from) {
        return new Stretch(
                from,
                Status.of(phase.name().toLowerCase(java.util.Locale.ROOT), phase),
                phase == Phase.WAITING ? Optional.of("awaiting-supplier") : Optional.empty(),
                group.isEmpty() ? Optional.empty() : Optional.of(GroupId.of(group)),
                Optional.empty());
    }

    /** One of that state: decided or looked at {@code at}, begun {@code elapsed} before, of which half was used. */
    static Cycle cycle(ClockState state, Instant at, Duration elapsed) {
        boolean isDone = state == ClockState.MET || state == ClockState.CANCELLED;
        return new Cycle(
                1,
                state,
                at.minus(elapsed),
                isDone ? Optional.of(at) : Optional.empty(),
                elapsed.dividedBy(2),
                Duration.ZERO,
                Optional.of(elapsed),
                Optional.empty(),
                state == ClockState.BREACHED ? Optional.of(at) : Optional.empty());
    }

    static Judged judged(Labels labels, ClockState state, Instant at) {
        return Judged.of(labels, cycle(state, at, Duration.ofHours(2)), at);
    }

    /** Any promises of two customers and three priorities in 2025 and 2026; some have no priority. */
    static List<Judged> any(Random random) {
        ClockState[] states = {
            ClockState.MET, ClockState.BREACHED, ClockState.RUNNING, ClockState.PAUSED, ClockState.CANCELLED
        };
        List<Judged> all = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            Labels labels = Labels.of("customer", random.nextBoolean() ? "hospital" : "school");
            int priority = random.nextInt(4);
            Instant at = at("2025-01-01T00:00").plusSeconds(random.nextInt(2 * 365 * 24 * 3_600));
            Labels more = priority == 0 ? labels : labels.and("priority", "P" + priority);
            Duration took = Duration.ofSeconds(random.nextInt(100_000));
            all.add(Judged.of(more, cycle(states[random.nextInt(states.length)], at, took), at));
        }
        return all;
    }
}
