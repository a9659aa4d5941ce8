package org.itsmkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Business hours, laid out to be asked date by date: rules of one date are found by it, the others are gone through. */
final class DatedHours {

    private final BusinessHours hours;
    /** Which rules hold for one date alone, by their places among all. */
    private final Map<LocalDate, List<Integer>> ofOneDate = new HashMap<>();
    /** Which may hold for more. */
    private final List<Integer> ofMany = new ArrayList<>();

    private final Map<Integer, Map<LocalDate, String>> holidays = new ConcurrentHashMap<>();

    DatedHours(BusinessHours hours) {
        this.hours = hours;
        for (int place = 0; place < hours.days().size(); place++) {
            if (hours.days().get(place).dates() instanceof DateRule.Between dates
                    && dates.first().equals(dates.last())) {
                ofOneDate
                        .computeIfAbsent(dates.first(), date -> new ArrayList<>())
                        .add(place);
            } else {
                ofMany.add(place);
            }
        }
    }

    BusinessHours hours() {
        return hours;
    }

    /** What begins on {@code date}. */
    List<TimeRange> ranges(LocalDate date) {
        List<DayRule> rules = rules(date);
        if (rules.isEmpty() && hours.sources().isEmpty()) {
            return hours.onDayOfWeek(date.getDayOfWeek());
        }
        List<TimeRange> ranges = new ArrayList<>();
        if (holiday(date, rules).isEmpty()) {
            ranges.addAll(of(rules, DayRule.Effect.SHIFT)
                    .reduce((first, last) -> last)
                    .map(DayRule::ranges)
                    .orElseGet(() -> hours.onDayOfWeek(date.getDayOfWeek())));
        }
        of(rules, DayRule.Effect.EXTRA).forEach(rule -> ranges.addAll(rule.ranges()));
        return ranges;
    }

    /** What {@code date} takes away. */
    List<TimeRange> breaks(LocalDate date) {
        List<DayRule> rules = rules(date);
        return rules.isEmpty()
                ? List.of()
                : of(rules, DayRule.Effect.BREAK)
                        .flatMap(rule -> rule.ranges().stream())
                        .toList();
    }

    Optional<String> holiday(LocalDate date) {
        return holiday(date, rules(date));
    }

    private Optional<String> holiday(LocalDate date, List<DayRule> rules) {
        return of(rules, DayRule.Effect.HOLIDAY)
                .map(DayRule::name)
                .findFirst()
                .or(() -> Optional.ofNullable(holidays(date.getYear()).get(date)));
    }

    private Map<LocalDate, String> holidays(int year) {
        return hours.sources().isEmpty()
                ? Map.of()
                : holidays.computeIfAbsent(year, y -> {
                    Map<LocalDate, String> all = new HashMap<>();
                    hours.sources().forEach(source -> all.putAll(source.holidays(y)));
                    return Map.copyOf(all);
                });
    }

    private static Stream<DayRule> of(List<DayRule> rules, DayRule.Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect);
    }

    /** Those that hold for {@code date}, in the order in which they were given. */
    private List<DayRule> rules(LocalDate date) {
        List<Integer> places = ofOneDate.getOrDefault(date, List.of());
        if (places.isEmpty() && ofMany.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        places.stream(),
                        ofMany.stream().filter(place -> rule(place).dates().contains(date)))
                .sorted()
                .map(this::rule)
                .toList();
    }

    private DayRule rule(int place) {
        return hours.days().get(place);
    }
}
