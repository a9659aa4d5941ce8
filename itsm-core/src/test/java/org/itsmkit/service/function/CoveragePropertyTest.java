package org.itsmkit.service.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.GroupId;

/** Coverage against somebody who looks every minute, in zones that change their clocks on the days that are looked at. */
class CoveragePropertyTest {

    private static final int MINUTES = 36 * 60;

    /** Days on which clocks change in Vienna, New York or Sydney, and one on which none does. */
    @Provide
    Arbitrary<Instant> days() {
        return Arbitraries.of(
                Instant.parse("2026-03-28T18:00:00Z"),
                Instant.parse("2026-10-24T17:00:00Z"),
                Instant.parse("2026-03-08T00:00:00Z"),
                Instant.parse("2026-04-04T09:00:00Z"),
                Instant.parse("2026-06-10T12:00:00Z"));
    }

    @Provide
    Arbitrary<List<Team>> teams() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
        Arbitrary<ZoneId> zones = Arbitraries.of(Teams.VIENNA, Teams.NEW_YORK, Teams.SYDNEY);
        Arbitrary<String[]> shift =
                Combinators.combine(quarters, quarters).as((from, to) -> new String[] {time(from), time(to)});
        return Combinators.combine(zones, shift)
                .as((zone, range) -> Teams.everyDay(zone, range[0], range[1]))
                .list()
                .ofMaxSize(4)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> Teams.builder("team-" + i, all.get(i))
                                .desk(DeskType.VIRTUAL)
                                .build())
                        .toList());
    }

    private static String time(int quarter) {
        return LocalTime.MIN.plusMinutes(15L * quarter).toString();
    }

    @Property(tries = 60)
    void itIsAsWhoLooksEveryMinuteSaysItIs(
            @ForAll("teams") List<Team> teams, @ForAll("teams") List<Team> hours, @ForAll("days") Instant from) {
        Window window = new Window(from, from.plus(Duration.ofMinutes(MINUTES)));
        // When somebody should be there is as irregular as shifts are.
        List<Window> required = hours.isEmpty()
                ? List.of(window)
                : hours.get(0).shifts().toCalendar().windows(window.fromInclusive(), window.toExclusive());

        Coverage coverage = Coverage.of(teams, OpenWindows.of(required), window);

        boolean[] wanted = new boolean[MINUTES];
        boolean[][] there = new boolean[teams.size()][MINUTES];
        for (int m = 0; m < MINUTES; m++) {
            Instant at = from.plus(Duration.ofMinutes(m));
            wanted[m] = required.stream().anyMatch(each -> each.contains(at));
        }
        for (int t = 0; t < teams.size(); t++) {
            CompiledCalendar shifts = teams.get(t).shifts().toCalendar().compile();
            for (int m = 0; m < MINUTES; m++) {
                there[t][m] = shifts.isOpen(from.plus(Duration.ofMinutes(m)));
            }
        }
        int[] number = new int[MINUTES];
        for (int m = 0; m < MINUTES; m++) {
            for (boolean[] one : there) {
                number[m] += one[m] ? 1 : 0;
            }
        }
        assertThat(coverage.required()).isEqualTo(minutes(m -> wanted[m]));
        assertThat(coverage.covered()).isEqualTo(minutes(m -> wanted[m] && number[m] > 0));
        assertThat(coverage.gaps()).isEqualTo(windows(from, m -> wanted[m] && number[m] == 0));
        assertThat(coverage.overlaps()).isEqualTo(windows(from, m -> wanted[m] && number[m] > 1));
        assertThat(coverage.handOvers()).isEqualTo(handOvers(teams, from, wanted, there));
    }

    private interface Minute {
        boolean is(int minute);
    }

    private static Duration minutes(Minute minute) {
        return Duration.ofMinutes(IntStream.range(0, MINUTES).filter(minute::is).count());
    }

    private static List<Window> windows(Instant from, Minute minute) {
        List<Window> found = new ArrayList<>();
        int begin = -1;
        for (int m = 0; m <= MINUTES; m++) {
            boolean is = m < MINUTES && minute.is(m);
            if (is && begin < 0) {
                begin = m;
            } else if (!is && begin >= 0) {
                found.add(new Window(from.plus(Duration.ofMinutes(begin)), from.plus(Duration.ofMinutes(m))));
                begin = -1;
            }
        }
        return found;
    }

    /** Who was there a minute ago and is not any longer hands over to who has been there for the fewest minutes. */
    private static List<HandOver> handOvers(List<Team> teams, Instant from, boolean[] wanted, boolean[][] there) {
        List<HandOver> found = new ArrayList<>();
        for (int m = 1; m < MINUTES; m++) {
            for (int left = 0; left < there.length; left++) {
                if (!wanted[m] || there[left][m] || !there[left][m - 1]) {
                    continue;
                }
                Optional<Integer> next = Optional.empty();
                for (int other = 0; other < there.length; other++) {
                    if (there[other][m] && (next.isEmpty() || since(there[other], m) > since(there[next.get()], m))) {
                        next = Optional.of(other);
                    }
                }
                if (next.isPresent()) {
                    GroupId to = teams.get(next.get()).group();
                    int both = 0;
                    for (int k = m - 1; k >= 0 && there[left][k] && there[next.get()][k]; k--) {
                        both++;
                    }
                    found.add(new HandOver(
                            teams.get(left).group(), to, from.plus(Duration.ofMinutes(m)), Duration.ofMinutes(both)));
                }
            }
        }
        return found;
    }

    private static int since(boolean[] there, int minute) {
        int first = minute;
        while (first > 0 && there[first - 1]) {
            first--;
        }
        return first;
    }
}
