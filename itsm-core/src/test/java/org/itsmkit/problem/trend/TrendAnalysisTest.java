package org.itsmkit.problem.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Test;

class TrendAnalysisTest {

    private static final TrendAnalysis STANDARD = TrendAnalysis.of(TrendSettings.standard());

    private static List<Sighting> company() {
        Random random = new Random(7);
        Incidents incidents = new Incidents();
        for (int key = 0; key < 5; key++) {
            incidents.poisson(random, "server-" + key, 0.1, part -> 1);
        }
        incidents.poisson(random, "mail", 2, part -> part * part * part);
        for (int i = 0; i < 5; i++) {
            incidents.add("printer", 30 + i / 2.0);
        }
        return incidents.all();
    }

    @Test
    void eachKeyIsProposedOnceWithAllThatWasFound() {
        List<ProblemProposal> proposals = STANDARD.of(company(), Incidents.WINDOW);

        assertThat(proposals).extracting(proposal -> proposal.key().value()).containsExactly("mail", "printer");
        ProblemProposal mail = proposals.get(0);
        assertThat(mail.findings())
                .extracting(TrendFinding::code)
                .containsExactly("trend.recurrence", "trend.rate-change", "trend.falling-mtbf", "trend.rising-count");
        assertThat(mail.evidence()).doesNotHaveDuplicates();
        mail.findings().forEach(finding -> assertThat(mail.evidence()).containsAll(finding.evidence()));
        assertThat(mail.sentence()).contains("towards the end of the window", "incidents in the last PT336H");
        assertThat(proposals.get(1).evidence()).hasSize(5);
        assertThat(proposals.get(1).first()).isEqualTo(Incidents.BEGIN.plus(Duration.ofDays(30)));
        assertThat(proposals.get(1).last()).isEqualTo(Incidents.BEGIN.plus(Duration.ofDays(32)));
    }

    @Test
    void theOrderOfIncidentsDoesNotMatter() {
        List<Sighting> shuffled = new ArrayList<>(company());
        List<ProblemProposal> expected = STANDARD.of(shuffled, Incidents.WINDOW);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(STANDARD.of(shuffled, Incidents.WINDOW)).isEqualTo(expected);
        }
    }

    @Test
    void anIncidentCountsOnceAndOutsideOfTheWindowNotAtAll() {
        List<Sighting> twice = new ArrayList<>(company());
        twice.addAll(company());
        assertThat(STANDARD.of(twice, Incidents.WINDOW)).isEqualTo(STANDARD.of(company(), Incidents.WINDOW));

        Sighting other = Sighting.of(Incidents.ref(0), Incidents.BEGIN, Map.of("ci", "lift"));
        twice.add(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.of(twice, Incidents.WINDOW))
                .withMessageContaining("incident/i0");

        Window later = new Window(
                Incidents.WINDOW.toExclusive(), Incidents.WINDOW.toExclusive().plus(Duration.ofDays(84)));
        assertThat(STANDARD.of(company(), later)).isEmpty();
    }

    @Test
    void keysAreComparedByTheirNames() {
        List<Sighting> both = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            both.add(Sighting.of(
                            Incidents.ref(i),
                            Incidents.BEGIN.plusSeconds(i),
                            Map.of("ci", "server-" + i, "category", "mail"))
                    .affecting(10, Duration.ofMinutes(30)));
        }

        List<ProblemProposal> found = STANDARD.of(both, Incidents.WINDOW);
        assertThat(found).singleElement().satisfies(proposal -> {
            assertThat(proposal.key()).isEqualTo(Key.of("category", "mail"));
            assertThat(proposal.users()).isEqualTo(50);
            assertThat(proposal.duration()).isEqualTo(Duration.ofMinutes(150));
        });
        assertThat(TrendAnalysis.of(TrendSettings.standard().by("ci")).of(both, Incidents.WINDOW))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendSettings.standard().asking());
    }
}
