package org.itsmkit.servicelevel.clock;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.OpenWindows;

/**
 * When time counts. To be kept while it is in use: it remembers what it worked out. Safe for use by many threads.
 */
public final class ServiceHours {

    private static final ServiceHours ALWAYS =
            of("always", BusinessCalendar.of(ZoneOffset.UTC, BusinessHours.always()));

    private final String name;
    private final String choice;
    private final CompiledCalendar time;
    private final Optional<BusinessCalendar> days;
    private final ZoneId zone;
    private final PlainTarget.Known plain;

    private ServiceHours(
            String name,
            String choice,
            CompiledCalendar time,
            Optional<BusinessCalendar> days,
            ZoneId zone,
            PlainTarget.Known plain) {
        this.name = Objects.requireNonNull(name, "name");
        this.choice = Objects.requireNonNull(choice, "choice");
        this.time = Objects.requireNonNull(time, "time");
        this.days = days;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.plain = plain;
    }

    /** Those of {@code calendar}. */
    public static ServiceHours of(String name, BusinessCalendar calendar) {
        return new ServiceHours(
                name, "", calendar.compile(), Optional.of(calendar), calendar.zone(), new PlainTarget.Known());
    }

    /** Any windows, in which there are no working days; {@code zone} is that in which a time of day is meant. */
    public static ServiceHours of(String name, OpenWindows windows, ZoneId zone) {
        return new ServiceHours(name, "", windows.compile(), Optional.empty(), zone, new PlainTarget.Known());
    }

    /** Around the clock, in UTC. */
    public static ServiceHours always() {
        return ALWAYS;
    }

    /** The same, with a word on why they were chosen, as "the caller's location", for explanations. */
    public ServiceHours because(String why) {
        return new ServiceHours(name, why, time, days, zone, plain);
    }

    /** What they are called in explanations. */
    public String name() {
        return name;
    }

    /** Why they were chosen; empty if nobody said. */
    public String choice() {
        return choice;
    }

    /** What answers how much of them lies between two instants. */
    public CompiledCalendar time() {
        return time;
    }

    /** Their days, if they have any. */
    public Optional<BusinessCalendar> days() {
        return days;
    }

    PlainTarget.Known plain() {
        return plain;
    }

    /** In which a time of day is meant. */
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String toString() {
        return name + " in " + zone;
    }
}
