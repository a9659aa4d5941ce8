package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.problem.analysis.Chronology.Happening;
import org.itsmkit.problem.analysis.Chronology.Nature;
import org.junit.jupiter.api.Test;

class ChronologyTest {

    private static final Happening ROLLOUT = at("09:00", Nature.CHANGE, "mail gateway 7.2");
    private static final Happening FIREWALL = at("09:50", Nature.CHANGE, "firewall rule 12");
    private static final Happening FIRST_CALL = at("10:00", Nature.SYMPTOM, "mail bounces");
    private static final Happening SECOND_CALL = at("10:20", Nature.SYMPTOM, "mail bounces in Graz");

    private static Instant instant(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    private static Happening at(String time, Nature nature, String what) {
        return Happening.of(instant(time), nature, what, "log");
    }

    @Test
    void theNearestChangeBeforeTheFirstSymptomComesFirst() {
        Chronology mail = new Chronology(
                "mail", List.of(SECOND_CALL, ROLLOUT, FIRST_CALL, FIREWALL), Duration.ofHours(1), Duration.ofHours(1));

        assertThat(mail.happenings()).containsExactly(ROLLOUT, FIREWALL, FIRST_CALL, SECOND_CALL);
        assertThat(mail.candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("firewall rule 12", "mail gateway 7.2");
        assertThat(mail.findings()).isEmpty();
        assertThat(new Chronology("mail", mail.happenings(), Duration.ofMinutes(59), Duration.ofHours(1)).candidates())
                .hasSize(1);
    }

    @Test
    void aChangeAfterTheSymptomIsNoneUnlessItMayHaveBeenBefore() {
        Happening late = at("10:05", Nature.CHANGE, "restart");

        assertThat(Chronology.of("mail", FIRST_CALL, late).candidates()).isEmpty();
        Chronology unsure =
                Chronology.of("mail", FIRST_CALL, late.between(instant("10:00"), instant("10:05")), ROLLOUT);
        assertThat(unsure.candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("mail gateway 7.2", "restart");
        assertThat(unsure.candidates().get(1).because()).contains("may have been");
        assertThat(unsure.findings()).extracting(Finding::code).containsExactly("chronology.order-uncertain");
    }

    @Test
    void whereNothingIsKnownIsSaid() {
        Chronology mail =
                Chronology.of("mail", ROLLOUT, at("10:00", Nature.OTHER, "lunch"), at("11:01", Nature.OTHER, "end"));

        assertThat(mail.gapsLongerThan(Duration.ofHours(1)))
                .containsExactly(new Window(instant("10:00"), instant("11:01")));
        assertThat(mail.findings())
                .extracting(Finding::code)
                .containsExactly("chronology.no-symptom", "chronology.gap");
    }

    @Test
    void nonsenseIsNoChronology() {
        assertThatIllegalArgumentException().isThrownBy(() -> ROLLOUT.between(instant("09:01"), instant("09:02")));
        assertThatIllegalArgumentException().isThrownBy(() -> ROLLOUT.between(instant("08:01"), instant("08:02")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chronology("x", List.of(), Duration.ofHours(-1), Duration.ZERO));
    }

    /** Every minute, and every two of them. */
    @Test
    void gapsAndOverlapsAreWhatEveryMinuteShows() {
        Seeds.each(200, random -> {
            List<Happening> all = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                int minute = 20 + random.nextInt(100);
                Instant at = instant("00:00").plusSeconds(60L * minute);
                Happening happening = Happening.of(at, Nature.OTHER, "thing " + i, "log");
                all.add(
                        random.nextBoolean()
                                ? happening
                                : happening.between(
                                        at.minusSeconds(60L * random.nextInt(15)),
                                        at.plusSeconds(60L * random.nextInt(15))));
            }
            Collections.shuffle(all, random);
            Chronology chronology = Chronology.of("x", all.toArray(Happening[]::new));
            int longest = random.nextInt(10);
            List<Window> gaps = new ArrayList<>();
            Instant known = null;
            for (int minute = 0; minute <= 150; minute++) {
                Instant at = instant("00:00").plusSeconds(60L * minute);
                if (all.stream().anyMatch(h -> !at.isBefore(h.from()) && !at.isAfter(h.to()))) {
                    // From one minute that is known to the next: a gap, unless one happening spans both.
                    Instant before = known;
                    if (before != null
                            && Duration.between(before, at).toMinutes() > longest
                            && all.stream().noneMatch(h -> !before.isBefore(h.from()) && !at.isAfter(h.to()))) {
                        gaps.add(new Window(before, at));
                    }
                    known = at;
                }
            }
            assertThat(chronology.gapsLongerThan(Duration.ofMinutes(longest))).isEqualTo(gaps);
            long overlaps = 0;
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean shared = false;
                    for (int minute = 0; minute <= 150; minute++) {
                        Instant at = instant("00:00").plusSeconds(60L * minute);
                        boolean first = !at.isBefore(all.get(i).from())
                                && !at.isAfter(all.get(i).to());
                        boolean second = !at.isBefore(all.get(j).from())
                                && !at.isAfter(all.get(j).to());
                        shared |= first && second;
                    }
                    boolean certain = all.get(i).from().equals(all.get(i).to())
                            && all.get(j).from().equals(all.get(j).to());
                    overlaps += shared && !certain ? 1 : 0;
                }
            }
            assertThat(chronology.overlaps()).hasSize((int) overlaps);
        });
    }
}
