package org.itsmkit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random calendars in zones where local time is at its strangest, or, {@link #anywhere}, in any zone at all. */
final class Calendars {

    /** A zone that is changing, and a date around which it does. */
    private record Place(String zone, String date) {}

    private static final List<Place> PLACES = List.of(
            new Place("UTC", "2024-02-28"),
            new Place("Europe/Berlin", "2024-03-31"),
            new Place("Europe/Berlin", "2024-10-27"),
            new Place("America/New_York", "2024-03-10"),
            new Place("America/New_York", "2024-11-03"),
            new Place("America/Sao_Paulo", "2015-10-18"),
            new Place("America/Sao_Paulo", "2016-02-21"),
            new Place("Australia/Lord_Howe", "2024-04-07"),
            new Place("Australia/Lord_Howe", "2024-10-06"),
            new Place("Asia/Kathmandu", "1986-01-01"),
            new Place("Pacific/Apia", "2011-12-30"),
            new Place("Africa/Casablanca", "2024-03-10"),
            new Place("America/St_Johns", "2011-11-06"),
            new Place("Asia/Gaza", "2023-10-28"));

    /** Where clocks go by halves of an hour, skip a day, go back in summer or at midnight. */
    private static final List<String> ODD_ZONES = List.of(
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
            "Europe/Dublin");

    private static final List<String> ALL_ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    /** Years after the earliest that calendars know. */
    private static final long FIRST_CHANGE = LocalDate.of(1908, 1, 1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /** The day that Apia never had. */
    private static final LocalDate MISSING = LocalDate.of(2011, 12, 30);

    final ZoneId zone;
    final Map<LocalDate, BusinessHours> versions = new TreeMap<>();
    final BusinessCalendar calendar;
    final LocalDate around;

    Calendars(Random random) {
        this(random, PLACES.get(random.nextInt(PLACES.size())));
    }

    private Calendars(Random random, Place place) {
        this(random, ZoneId.of(place.zone()), LocalDate.parse(place.date()));
    }

    private Calendars(Random random, ZoneId zone, LocalDate around) {
        this.zone = zone;
        this.around = around;
        versions.put(LocalDate.MIN, hours(random));
        BusinessCalendar made = BusinessCalendar.of(zone, versions.get(LocalDate.MIN));
        if (random.nextInt(3) == 0) {
            LocalDate from = around.plusDays(random.nextInt(5) - 2);
            versions.put(from, hours(random));
            made = made.from(from, versions.get(from));
        }
        calendar = made;
    }

    /** In any zone, every second time an odd one, around a change of its offset if it has any. */
    static Calendars anywhere(Random random) {
        List<String> zones = random.nextBoolean() ? ODD_ZONES : ALL_ZONES;
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        if (zone.getId().equals("Pacific/Apia") && random.nextBoolean()) {
            return new Calendars(random, zone, MISSING);
        }
        Instant begin = LocalDate.ofYearDay(1910 + random.nextInt(270), 1 + random.nextInt(365))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        ZoneOffsetTransition change = random.nextBoolean()
                ? zone.getRules().nextTransition(begin)
                : zone.getRules().previousTransition(begin);
        Instant around =
                change == null || change.getInstant().getEpochSecond() < FIRST_CHANGE ? begin : change.getInstant();
        return new Calendars(random, zone, around.atZone(zone).toLocalDate());
    }

    /** In any zone, with whatever is special about it near {@code date}. */
    static Calendars around(Random random, LocalDate date) {
        return new Calendars(random, ZoneId.of(ALL_ZONES.get(random.nextInt(ALL_ZONES.size()))), date);
    }

    private BusinessHours hours(Random random) {
        Map<DayOfWeek, List<TimeRange>> weekly = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, ranges(random, random.nextInt(4)));
        }
        List<DayRule> days = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            days.add(rule(random));
        }
        LocalDate holiday = near(random);
        List<HolidaySource> sources = random.nextInt(3) > 0
                ? List.of()
                : List.of(year -> year == holiday.getYear() ? Map.of(holiday, "Founders' Day") : Map.of());
        return new BusinessHours(weekly, days, sources);
    }

    private DayRule rule(Random random) {
        LocalDate date = near(random);
        DateRule dates = switch (random.nextInt(3)) {
            case 0 -> DateRule.on(date);
            case 1 -> DateRule.between(date, date.plusDays(random.nextInt(3)));
            default -> DateRule.yearly(MonthDay.from(date), MonthDay.from(date.plusDays(random.nextInt(3))));
        };
        return switch (random.nextInt(4)) {
            case 0 -> DayRule.holiday("closed", dates);
            case 1 -> new DayRule(dates, DayRule.Effect.SHIFT, ranges(random, random.nextInt(3)), "");
            case 2 -> new DayRule(dates, DayRule.Effect.BREAK, ranges(random, 1 + random.nextInt(2)), "");
            default -> new DayRule(dates, DayRule.Effect.EXTRA, ranges(random, 1 + random.nextInt(2)), "");
        };
    }

    private LocalDate near(Random random) {
        return around.plusDays(random.nextInt(7) - 3);
    }

    /** Edges at quarters of an hour, so that they meet each other, midnight and changes of offset often. */
    private static List<TimeRange> ranges(Random random, int count) {
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalTime from = Walker.time(random.nextInt(96) * 15);
            LocalTime to = random.nextInt(4) == 0 ? LocalTime.MIDNIGHT : Walker.time(random.nextInt(96) * 15);
            ranges.add(new TimeRange(from, to));
        }
        return ranges;
    }
}
