package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;

/** A service of three nines over thirty days, around the clock: its budget is 43.2 minutes. */
final class Samples {

    static final Objective THREE_NINES = Objective.of("0.999");

    static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    static final Window THIRTY_DAYS = new Window(START, after(Duration.ofDays(30)));

    private Samples() {}

    static Instant after(Duration elapsed) {
        return START.plus(elapsed);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Outage down(Duration from, Duration length) {
        return Outage.of("INC" + from, after(from), after(from).plus(length), OutageCause.PROVIDER);
    }

    static TimeIndicator outages(Outage... outages) {
        return TimeIndicator.of(AgreedServiceTime.always(), List.of(outages));
    }

    /** 1,000 requests in each minute up to {@code minutes}, of which so many are bad from one minute to another. */
    static EventIndicator requests(int minutes, int bad, int fromInclusive, int toExclusive) {
        List<EventCount> counts = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            int good = minute >= fromInclusive && minute < toExclusive ? 1_000 - bad : 1_000;
            counts.add(new EventCount(after(Duration.ofMinutes(minute)), good, 1_000));
        }
        return EventIndicator.of(counts);
    }
}
