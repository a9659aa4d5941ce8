package org.itsmkit.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.practice.Assessing.DESK;
import static org.itsmkit.practice.Assessing.firstContact;
import static org.itsmkit.practice.Assessing.plan;
import static org.itsmkit.practice.Assessing.shown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.practice.capability.Component;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.practice.capability.Gap;
import org.itsmkit.practice.capability.Maturity;
import org.itsmkit.practice.capability.Rating;
import org.itsmkit.practice.capability.RatingComparison;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** How well a desk is run, as people found out. */
class AssessmentTest {

    private final Company company = Company.open();

    private List<String> told(String code) {
        company.work();
        return company.told.stream()
                .filter(notice -> notice.code().equals(code))
                .flatMap(notice -> notice.person().stream())
                .map(PersonId::value)
                .toList();
    }

    @Test
    void thoseWhoAssessAreToldWhatOthersSay() {
        Assessing assessing = Assessing.in(company, "in-review");
        assertThat(told("assessment-planned")).as("Carla planned it herself").containsExactly("dora");

        assessing.does(caller(FRIDA), new AssessmentCommand.SendBack("look at nights too"));
        assertThat(told("assessment-sent-back")).containsExactlyInAnyOrder("carla", "dora");

        assessing.does(new AssessmentCommand.Submit());
        assessing.completes();
        assertThat(told("assessment-completed")).containsExactlyInAnyOrder("carla", "dora");
    }

    @Test
    void anAssessmentIsPlannedMadeReviewedAndStands() {
        Assessing assessing = Assessing.begun(company);
        assessing.shows(DESK, 2);
        assessing.does(new EvidenceCommand.NoteFinding(DESK, Finding.Kind.WEAKNESS, "nobody trains them"));
        Instant rated = company.clock.instant();
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Submit());
        company.aMinuteLater();
        Assessment done = assessing.completes();

        assertThat(done.number()).isEqualTo("ASM0000001");
        assertThat(done.status()).isEqualTo(AssessmentLifecycle.COMPLETED);
        Rating desk = new Rating(DESK, 2, rated, Optional.of(rated.plus(Evidence.DEFAULT_VALIDITY)));
        assertThat(done.result())
                .contains(new AssessmentResult(company.clock.instant(), List.of(desk), FRIDA, "well seen"));
        assertThat(done.gaps(rated, Duration.ZERO)).isEmpty();
        assertThat(done.level(DESK, rated.plus(Evidence.DEFAULT_VALIDITY)).reached())
                .as("a year later all of it has grown old")
                .isZero();
    }

    /** Level 1 asks for 4 sides and the purpose, level 2 for 4 sides and the outputs: ten gaps. */
    @Test
    void theGapsTellWhatIsMissing() {
        Assessing assessing = Assessing.begun(company);
        Instant now = company.clock.instant();
        assertThat(assessing.now().gaps(now, Duration.ZERO)).hasSize(10).allMatch(Gap::isMissing);

        assessing.shows(DESK, 1);

        assertThat(assessing.now().gaps(now, Duration.ZERO)).hasSize(5).allMatch(gap -> gap.level() == 2);
        assertThat(assessing.now().gaps(now, Duration.ofDays(365)))
                .as("and what expires within a year")
                .hasSize(10);
    }

    @Test
    void whatIsShownAnewMustBeRatedAnew() {
        Assessing assessing = Assessing.begun(company);
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assertThat(assessing.now().unrated()).isEmpty();

        assessing.does(shown("service-desk.1.people").build());
        assertThat(assessing.now().unrated()).containsExactly(DESK);

        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new EvidenceCommand.WithdrawEvidence(1, "it was another desk"));
        assertThat(assessing.now().unrated()).containsExactly(DESK);
        assertThat(assessing.now().evidence(1).orElseThrow().isValid(company.clock.instant()))
                .isFalse();
    }

    @Test
    void figuresShowTheHigherLevels() {
        Assessing assessing = Assessing.begun(company);
        assessing.shows(DESK, 3);
        for (String side : List.of("people", "technology", "partners", "streams")) {
            assessing.does(shown("service-desk.4." + side).build());
            assessing.does(shown("service-desk.5." + side).build());
        }
        assertThat(level(assessing)).isEqualTo(3);

        assessing.does(shown("told:first-contact-resolution")
                .figure(firstContact(1, 60))
                .build());
        assertThat(level(assessing)).as("there is another measure").isEqualTo(3);

        assessing.does(
                shown("told:median-time-to-acknowledge").figure(acknowledged()).build());
        assertThat(level(assessing)).isEqualTo(4);

        assessing.does(shown("bettered:first-contact-resolution")
                .figure(firstContact(1, 60))
                .build());
        assertThat(level(assessing)).isEqualTo(4);
        assessing.does(shown("bettered:first-contact-resolution")
                .figure(firstContact(2, 65))
                .build());
        assertThat(level(assessing)).isEqualTo(5);
    }

    private static Figure acknowledged() {
        return Figure.of(
                "median-time-to-acknowledge",
                Quantity.of(Duration.ofMinutes(4)),
                100,
                firstContact(1, 1).period(),
                "Median time to acknowledge");
    }

    private int level(Assessing assessing) {
        return assessing.now().level(DESK, company.clock.instant()).reached();
    }

    @Test
    void recordsShowThings() {
        Assessing assessing = Assessing.begun(company);
        RecordRef incident = Company.incident(company.log().id());

        Assessment now = assessing.does(EvidenceCommand.evidence()
                .criterion("service-desk.1.streams")
                .providedBy(BEN)
                .addRecords(incident)
                .validUntil(company.clock.instant().plus(Duration.ofDays(30)))
                .build());

        Evidence evidence = now.evidence(1).orElseThrow();
        assertThat(evidence.records()).containsExactly(incident);
        assertThat(evidence.providedBy()).isEqualTo(BEN);
        assertThat(evidence.acceptedBy()).isEqualTo(CARLA);
        assertThat(evidence.validUntil()).isEqualTo(company.clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void whoLedItGoesOnToAssess() {
        Assessing assessing = Assessing.begun(company);

        Assessment now = assessing.does(new AssessmentCommand.HandOver(DORA));

        assertThat(now.lead()).isEqualTo(DORA);
        assertThat(now.assessors()).containsExactly(CARLA);
        assertThat(told("assessment-handed-over")).containsExactly("dora");
    }

    /** The same desk, a year apart: it was at 2, and is at 1. */
    @Test
    void twoAreCompared() {
        AssessmentResult first = rated(2);
        company.clock.advance(Duration.ofDays(400));
        AssessmentResult second = rated(1);

        RatingComparison since = second.since(first);

        assertThat(since.movements())
                .extracting(RatingComparison.Movement::toString)
                .containsExactly("service-desk fell from 2 to 1; what was found before had expired");
    }

    private AssessmentResult rated(int level) {
        Assessing assessing = Assessing.begun(company);
        assessing.shows(DESK, level);
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Submit());
        return assessing.completes().result().orElseThrow();
    }

    /** The desk at 2, all else at 1: the system is at 1. */
    @Test
    void aWholeSystemIsAsMatureAsTheLowestOfItsComponents() {
        AssessmentCommand.Plan.Builder plan = plan();
        Component.codes().forEach(code -> plan.addScope(ScopeItem.of(code, 1)));
        Assessing assessing = Assessing.planned(company, plan.build());
        assessing.does(new AssessmentCommand.Begin());
        assessing.shows(DESK, 2);
        Component.codes().forEach(code -> assessing.shows(code, 1));
        assessing.does(new AssessmentCommand.Rate(Set.copyOf(assessing.now().unrated())));
        assessing.does(new AssessmentCommand.Submit());

        Maturity maturity = assessing.completes().result().orElseThrow().maturity(company.clock.instant());

        assertThat(maturity.level()).contains(1);
        assertThat(maturity.heldBackBy())
                .containsExactly("governance", "guiding-principles", "improvement", "value-chain");
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        Assessing assessing = Assessing.begun(company);
        List<String> before = assessing.events();

        assessing.does(new AssessmentCommand.HandOver(CARLA));
        assessing.does(new AssessmentCommand.NameAssessors(Set.of(DORA)));
        assessing.does(new AssessmentCommand.Rescope(List.of(ScopeItem.of(DESK, 2))));

        assertThat(assessing.events()).isEqualTo(before);
    }

    @Test
    void whatIsSentBackIsMadeBetter() {
        Assessing assessing = Assessing.in(company, "in-review");
        assessing.does(caller(FRIDA), new AssessmentCommand.SendBack("look at nights too"));

        assessing.does(shown("service-desk.1.people").build());
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Submit());
        assessing.completes();

        assertThat(assessing.events())
                .containsExactly(
                        "planned",
                        "begun",
                        "rated",
                        "submitted",
                        "sent-back",
                        "evidence-recorded",
                        "rated",
                        "submitted",
                        "completed");
    }
}
