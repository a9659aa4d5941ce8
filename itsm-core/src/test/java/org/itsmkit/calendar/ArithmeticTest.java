package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Business time is right: against a walker by minutes for days, against the subtraction of intervals for years, in any zone. */
class ArithmeticTest {

    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Test
    void twoOraclesAgreeWithTwentyThousandAnswers() {
        Arithmetic arithmetic =
                new Arithmetic(made -> made.calendar).ask(Integer.getInteger("itsm.calendar.cases", 20_000));

        assertThat(arithmetic.wrong()).isEmpty();
    }

    @Test
    @Tag("soak")
    void twoOraclesAgreeWithAMillionAnswers() {
        long begin = System.nanoTime();

        Arithmetic arithmetic = new Arithmetic(made -> made.calendar).ask(1_000_000);

        System.out.printf(
                "business time: %,d cases, wrong: %d, %d s%n",
                arithmetic.cases(),
                arithmetic.wrong().size(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        assertThat(arithmetic.wrong()).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "every window a minute late",
                        made -> moved(made.calendar, Duration.ofMinutes(1), Duration.ofMinutes(1))),
                mistake(
                        "every window a microsecond longer: open when it closes",
                        made -> moved(made.calendar, Duration.ZERO, MICRO)),
                mistake("every window begins after its opening", made -> moved(made.calendar, MICRO, Duration.ZERO)),
                mistake("the zone of the server", made -> rebuilt(made, ZoneId.of("UTC"))),
                mistake("offsets of another summer", made -> rebuilt(made, ZoneId.of("Europe/Dublin"))),
                mistake(
                        "the first version for ever",
                        made -> BusinessCalendar.of(
                                made.zone, made.versions.values().iterator().next())),
                mistake("no breaks", made -> without(made, DayRule.Effect.BREAK)),
                mistake("no holidays", made -> without(made, DayRule.Effect.HOLIDAY)));
    }

    private static Arguments mistake(String name, Function<Calendars, OpenWindows> made) {
        return Arguments.of(Named.of(name, made));
    }

    private static OpenWindows moved(OpenWindows windows, Duration begin, Duration end) {
        return (from, to) -> Windows.clip(
                Windows.of(windows.windows(from.minusSeconds(90), to.plusSeconds(90)).stream()
                        .filter(window -> window.length().compareTo(begin) > 0)
                        .map(window -> new Window(
                                window.fromInclusive().plus(begin),
                                window.toExclusive().plus(end)))
                        .toList()),
                from,
                to);
    }

    private static BusinessCalendar rebuilt(Calendars made, ZoneId zone) {
        BusinessCalendar calendar = null;
        for (var version : made.versions.entrySet()) {
            calendar = calendar == null
                    ? BusinessCalendar.of(zone, version.getValue())
                    : calendar.from(version.getKey(), version.getValue());
        }
        return calendar;
    }

    private static BusinessCalendar without(Calendars made, DayRule.Effect effect) {
        BusinessCalendar calendar = null;
        for (var version : made.versions.entrySet()) {
            BusinessHours hours = new BusinessHours(
                    version.getValue().weekly(),
                    version.getValue().days().stream()
                            .filter(rule -> rule.effect() != effect)
                            .toList(),
                    version.getValue().sources());
            calendar =
                    calendar == null ? BusinessCalendar.of(made.zone, hours) : calendar.from(version.getKey(), hours);
        }
        return calendar;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreFound(Function<Calendars, OpenWindows> mistaken) {
        assertThat(new Arithmetic(mistaken).ask(4_000).wrong()).isNotEmpty();
    }

    /** What is beyond the bounds is closed, wherever it is and whatever the calendar. */
    @Test
    void theYear9999HasBoundedAnswers() {
        for (int i = 0; i < 50; i++) {
            Calendars made = Calendars.anywhere(new Random(i));
            CompiledCalendar asked = made.calendar.compile();
            Instant far =
                    LocalDateTime.of(9999, 12, 31, 12, 0).atZone(made.zone).toInstant();
            Instant later = far.plus(Duration.ofDays(3_650));
            assertThat(asked.isOpen(far)).isFalse();
            assertThat(asked.openTimeBetween(far, later)).isZero();
            assertThat(asked.add(far, MICRO)).isEmpty();
            assertThat(asked.subtract(later, Duration.ZERO)).contains(later);
            assertThat(asked.nextOpening(far)).isEmpty();
            assertThat(asked.nextClosing(far)).isEmpty();
            assertThat(asked.nextOpen(far)).isEmpty();
            assertThat(asked.windows(far, later)).isEmpty();
            assertThat(asked.add(Instant.parse("2199-12-31T23:59:59.999999Z"), Duration.ofSeconds(1)))
                    .isEmpty();
        }
    }

    /** Backwards from there, what was last open is found by both. */
    @Test
    void fromTheYear9999BackItIsAsFromTheLastInstant() {
        long last = CompiledCalendar.LATEST.getEpochSecond() * 1_000_000;
        long far = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() * 1_000_000;
        for (int i = 0; i < 3; i++) {
            Calendars made = Calendars.anywhere(new Random(i));
            CompiledCalendar asked = made.calendar.compile();
            Spans spans = Spans.of(made.zone, made.versions, last - 60L * 24 * 60 * Walker.MINUTE, last);
            for (long open : new long[] {1, 7_777_777, 3_600_000_000L, 36_000_000_000L}) {
                assertThat(asked.subtractMicros(far, open))
                        .isEqualTo(asked.subtractMicros(last, open))
                        .isEqualTo(spans.subtract(far, open));
            }
        }
    }
}
