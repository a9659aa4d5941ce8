package org.itsmkit.servicelevel.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.Window;

/** The windows by which a target is measured. */
record OpenHours(ServiceHours hours) {

    static OpenHours of(Since by) {
        return new OpenHours(by.target().amount() instanceof Amount.ElapsedTime ? ServiceHours.always() : by.hours());
    }

    List<long[]> between(long from, long to) {
        List<long[]> windows = new ArrayList<>();
        for (Window window : hours.time().windows(Micros.instant(from), Micros.instant(to))) {
            windows.add(new long[] {Micros.of(window.fromInclusive()), Micros.of(window.toExclusive())});
        }
        return windows;
    }

    /** The name of the holiday on which {@code at} lies; empty if it is none. */
    Optional<String> holiday(long at) {
        Optional<BusinessCalendar> days = hours.days();
        return days.flatMap(calendar ->
                calendar.holidayOn(Micros.instant(at).atZone(calendar.zone()).toLocalDate()));
    }
}
