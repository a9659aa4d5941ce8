package org.itsmkit.servicelevel.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.servicelevel.preset.Preset.Kind;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same Monday as each tool counts it: a desk in Vienna that is open from nine to five, a record from nine on, and four hours. {@code -} is
 * no deadline.
 */
class PresetsTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ServiceHours DESK = ServiceHours.of(
            "desk", BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of("09:00", "17:00"))));

    private static Instant mon(String time) {
        return LocalDateTime.parse("2026-03-02T" + time).atZone(VIENNA).toInstant();
    }

    private static Stretch in(Phase phase, String time) {
        return new Stretch(
                mon(time),
                Status.of(phase.name().toLowerCase(Locale.ROOT), phase),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Timeline life(Stretch... more) {
        Stretch[] all = new Stretch[more.length + 1];
        all[0] = in(Phase.NEW, "09:00");
        System.arraycopy(more, 0, all, 1, more.length);
        return Timeline.of(List.of(all));
    }

    private static Evaluation evaluate(String preset, Kind kind, int hours, Timeline life, String at) {
        Target target = Presets.named(preset)
                .orElseThrow()
                .target("promise", kind, Amount.openTime(Duration.ofHours(hours)))
                .orElseThrow();
        return ServiceLevelClock.evaluate(life, target, DESK, mon(at));
    }

    /** As {@code MET 13:00}, {@code PAUSED -}; a deadline of Tuesday as {@code 33:00}, nine in the morning. */
    private static String stand(Evaluation evaluation) {
        return evaluation.state() + " "
                + evaluation.due().map(PresetsTest::time).orElse("-")
                + (evaluation.cycles().size() > 1 ? " again" : "");
    }

    private static String time(Instant at) {
        Duration sinceMidnight = Duration.between(mon("00:00"), at);
        return "%02d:%02d".formatted(sinceMidnight.toHours(), sinceMidnight.toMinutesPart());
    }

    @Nested
    class OfAResolution {

        /** Of the hour from ten to eleven it waited. Who lets waiting go on has used three hours at noon, the others two. */
        @ParameterizedTest
        @CsvSource({
            "kit, RUNNING 14:00", "glpi, RUNNING 14:00", "zammad, RUNNING 14:00", "zammad-3, RUNNING 14:00",
            "rt, RUNNING 13:00", "znuny, RUNNING 13:00", "itop, RUNNING 14:00", "servicenow, RUNNING 14:00",
            "jsm, RUNNING 14:00"
        })
        void thatWaited(String preset, String stand) {
            Timeline life = life(in(Phase.WAITING, "10:00"), in(Phase.ACTIVE, "11:00"));

            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 4, life, "12:00")))
                    .isEqualTo(stand);
        }

        @ParameterizedTest
        @CsvSource({
            "kit, PAUSED -",
            "glpi, PAUSED 13:00",
            "zammad, PAUSED -",
            "zammad-3, PAUSED 13:00",
            "rt, PAUSED -",
            "znuny, RUNNING 13:00",
            "itop, PAUSED -",
            "servicenow, PAUSED 13:00",
            "jsm, PAUSED -"
        })
        void thatWaits(String preset, String stand) {
            Timeline life = life(in(Phase.WAITING, "10:00"));

            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 4, life, "10:30")))
                    .isEqualTo(stand);
        }

        @ParameterizedTest
        @CsvSource({
            "kit, MET 13:00",
            "glpi, MET 13:00",
            "zammad, MET 13:00",
            "zammad-3, MET 13:00",
            "rt, MET 13:00",
            "znuny, MET -",
            "itop, MET -",
            "servicenow, MET 13:00",
            "jsm, MET 13:00"
        })
        void thatWasInTime(String preset, String stand) {
            Timeline life = life(in(Phase.RESOLVED, "12:00"));

            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 4, life, "16:00")))
                    .isEqualTo(stand);
        }

        @ParameterizedTest
        @CsvSource({
            "kit, MET",
            "glpi, MET",
            "zammad, MET",
            "zammad-3, MET",
            "rt, MET",
            "znuny, BREACHED",
            "itop, BREACHED",
            "servicenow, BREACHED",
            "jsm, MET"
        })
        void atTheVeryDeadline(String preset, String state) {
            Timeline life = life(in(Phase.RESOLVED, "13:00"));

            assertThat(evaluate(preset, Kind.RESOLUTION, 4, life, "16:00").state())
                    .hasToString(state);
        }

        @ParameterizedTest
        @CsvSource({
            "kit, BREACHED 13:00", "glpi, BREACHED 13:00", "zammad, MET 13:00", "zammad-3, MET 13:00",
            "rt, BREACHED 13:00", "znuny, BREACHED -", "itop, BREACHED 13:00", "servicenow, BREACHED 13:00",
            "jsm, BREACHED 13:00"
        })
        void halfAMinuteAfterIt(String preset, String stand) {
            Timeline life = life(in(Phase.RESOLVED, "13:00:30"));

            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 4, life, "16:00")))
                    .isEqualTo(stand);
        }

        /** Eight hours are used up when the desk closes. */
        @ParameterizedTest
        @CsvSource({
            "kit, 17:00",
            "glpi, 33:00",
            "zammad, 33:00",
            "zammad-3, 17:00",
            "rt, 33:00",
            "znuny, 17:00",
            "itop, 17:00",
            "servicenow, 17:00",
            "jsm, 17:00"
        })
        void thatTakesAllOfTheDay(String preset, String due) {
            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 8, life(), "10:00")))
                    .isEqualTo("RUNNING " + due);
        }

        /** Two hours were used, and one it was resolved. */
        @ParameterizedTest
        @CsvSource({
            "kit, RUNNING 14:00", "glpi, RUNNING 14:00", "zammad, MET 13:00", "zammad-3, RUNNING 14:00",
            "rt, RUNNING 13:00", "znuny, MET -", "itop, RUNNING 14:00", "servicenow, RUNNING 16:00 again",
            "jsm, RUNNING 16:00 again"
        })
        void thatWasReopened(String preset, String stand) {
            Timeline life = life(in(Phase.RESOLVED, "11:00"), in(Phase.ACTIVE, "12:00"));

            assertThat(stand(evaluate(preset, Kind.RESOLUTION, 4, life, "12:30")))
                    .isEqualTo(stand);
        }
    }

    @Nested
    class OfAResponse {

        @ParameterizedTest
        @CsvSource({
            "kit, RUNNING 14:00", "glpi, RUNNING 13:00", "zammad, RUNNING 14:00", "zammad-3, RUNNING 14:00",
            "rt, NOT_STARTED -", "znuny, RUNNING 13:00", "itop, MET -", "servicenow, RUNNING 14:00",
            "jsm, RUNNING 14:00"
        })
        void thatWaited(String preset, String stand) {
            Timeline life = life(in(Phase.WAITING, "10:00"), in(Phase.ACTIVE, "11:00"));

            assertThat(stand(evaluate(preset, Kind.RESPONSE, 4, life, "12:00"))).isEqualTo(stand);
        }

        @ParameterizedTest
        @ValueSource(strings = {"kit", "glpi", "zammad", "zammad-3", "rt", "znuny", "itop", "servicenow", "jsm"})
        void isWhatIsSaidFirst(String preset) {
            Timeline life = Timeline.of(
                    List.of(in(Phase.NEW, "09:00")),
                    List.of(
                            new Mark(mon("09:00"), Presets.OPENED_BY_CUSTOMER),
                            new Mark(mon("10:00"), Mark.FIRST_RESPONSE)));

            assertThat(evaluate(preset, Kind.RESPONSE, 4, life, "09:30").state())
                    .hasToString("RUNNING");
            assertThat(evaluate(preset, Kind.RESPONSE, 4, life, "12:00").state())
                    .hasToString("MET");
        }
    }

    @Nested
    class OfAnUpdate {

        /** The requester asked at ten, and the desk answered at eleven. */
        private final Timeline talk = Timeline.of(
                List.of(in(Phase.NEW, "09:00")),
                List.of(
                        new Mark(mon("10:00"), Mark.CUSTOMER_CONTACT),
                        new Mark(mon("10:00"), Presets.QUESTION),
                        new Mark(mon("11:00"), Mark.AGENT_CONTACT)));

        @ParameterizedTest
        @CsvSource({
            "kit, NOT_STARTED -",
            "zammad, RUNNING 14:00",
            "zammad-3, RUNNING 14:00 again",
            "rt, NOT_STARTED -",
            "znuny, RUNNING 14:00",
            "servicenow, NOT_STARTED -",
            "jsm, NOT_STARTED -"
        })
        void afterAQuestion(String preset, String stand) {
            assertThat(stand(evaluate(preset, Kind.UPDATE, 4, talk, "10:30"))).isEqualTo(stand);
        }

        @ParameterizedTest
        @CsvSource({
            "kit, RUNNING 15:00",
            "zammad, MET -",
            "zammad-3, RUNNING 15:00 again",
            "rt, RUNNING 15:00",
            "servicenow, RUNNING 15:00",
            "jsm, RUNNING 15:00"
        })
        void afterAnAnswer(String preset, String stand) {
            assertThat(stand(evaluate(preset, Kind.UPDATE, 4, talk, "11:30"))).isEqualTo(stand);
        }

        @Test
        void isNotKnownToAll() {
            for (String none : List.of("glpi", "itop")) {
                Preset preset = Presets.named(none).orElseThrow();
                assertThat(preset.target("update", Kind.UPDATE, Amount.openTime(Duration.ofHours(1))))
                        .isEmpty();
            }
        }
    }

    @Test
    void eachHasItsName() {
        assertThat(Presets.all())
                .extracting(Preset::name)
                .containsExactly("kit", "glpi", "zammad", "zammad-3", "rt", "znuny", "itop", "servicenow", "jsm");
        assertThat(Presets.all())
                .allSatisfy(preset -> assertThat(Presets.named(preset.name())).containsSame(preset));
        assertThat(Presets.named("abacus")).isEmpty();
        assertThat(List.of(
                        Presets.kit(),
                        Presets.glpi(),
                        Presets.zammad(),
                        Presets.zammad3(),
                        Presets.rt(),
                        Presets.znuny(),
                        Presets.itop(),
                        Presets.servicenow(),
                        Presets.jsm()))
                .isEqualTo(Presets.all());
    }

    @Test
    void aTargetIsCalledAsOneLikes() {
        Amount day = Amount.workingDays(1);
        Target target = Presets.glpi().target("own", Kind.RESPONSE, day).orElseThrow();

        assertThat(target.name()).isEqualTo("own");
        assertThat(target.amount()).isEqualTo(day);
        assertThat(target.thresholds()).isEmpty();
        assertThat(target.metric().pause()).isEqualTo(Condition.never());
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Preset("no code", Map.of()));
    }
}
