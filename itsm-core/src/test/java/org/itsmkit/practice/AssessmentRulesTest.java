package org.itsmkit.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.practice.Assessing.DESK;
import static org.itsmkit.practice.Assessing.firstContact;
import static org.itsmkit.practice.Assessing.plan;
import static org.itsmkit.practice.Assessing.shown;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** What is not permitted with an assessment, and what is no assessment at all. */
class AssessmentRulesTest {

    private final List<Proposal<Assessment>> proposals = new ArrayList<>();
    private final Company company = Company.with(
            builder -> builder.assessments(assessments -> assessments.policy(policy -> policy.with(listening()))));

    private Rule<Assessment> listening() {
        return Rule.of(
                "listening",
                Set.of(),
                p -> {
                    proposals.add(p);
                    return false;
                },
                "Nothing is heard.");
    }

    private List<String> refusedPlan(AssessmentCommand.Plan plan) {
        Company.Trace before = company.trace();
        var outcome = company.itsm.assessments().submit(caller(CARLA), plan);
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    private static Set<PersonId> many(int people) {
        return IntStream.range(0, people).mapToObj(i -> PersonId.of("p" + i)).collect(Collectors.toSet());
    }

    @Test
    void whatIsPlannedIsWhole() {
        assertThat(refusedPlan(plan().title(" ").build())).containsExactly("text.missing");
        assertThat(refusedPlan(plan().title("x".repeat(256)).build())).containsExactly("text.too-long");
        assertThat(refusedPlan(plan().scope(List.of()).build())).containsExactly("list.missing");
        assertThat(refusedPlan(plan().addScope(ScopeItem.of(DESK, 1)).build())).containsExactly("list.not-distinct");
        assertThat(refusedPlan(plan().addAllAssessors(many(50)).build())).containsExactly("list.too-long");
        assertThat(refusedPlan(plan().scope(IntStream.range(0, 39)
                                .mapToObj(i -> ScopeItem.of("s" + i, 1))
                                .toList())
                        .build()))
                .containsExactly("list.too-long");
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeItem.of(DESK, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeItem.of(DESK, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeItem.of("no code", 1));
    }

    @Test
    void peopleAreKnownAndSoIsWhatIsLookedAt() {
        assertThat(refusedPlan(plan().lead(GUS).build())).containsExactly("rule:people-are-known");
        assertThat(refusedPlan(plan().addAssessors(GUS).build())).containsExactly("rule:people-are-known");
        assertThat(refusedPlan(plan().addScope(ScopeItem.of("astrology", 1)).build()))
                .containsExactly("rule:scope-is-known");

        Assessing assessing = Assessing.begun(company);
        assertThat(assessing.refused(new AssessmentCommand.HandOver(GUS))).containsExactly("rule:people-are-known");
        assertThat(assessing.refused(new AssessmentCommand.NameAssessors(Set.of(GUS))))
                .containsExactly("rule:people-are-known");
        assertThat(assessing.refused(
                        shown("service-desk.1.people").providedBy(GUS).build()))
                .containsExactly("rule:people-are-known");
        assertThat(assessing.refused(new AssessmentCommand.Rescope(List.of(ScopeItem.of("astrology", 1)))))
                .containsExactly("rule:scope-is-known");
    }

    @Test
    void nothingHappensBeforeWhatHas() {
        Assessing assessing = Assessing.begun(company);
        Options before = Options.none().occurredAt(company.clock.instant().minusSeconds(1));

        var outcome = company.itsm
                .assessments()
                .submit(caller(CARLA), assessing.id, new AssessmentCommand.Cancel("never mind"), before);

        assertThat(outcome.getLeft().code()).isEqualTo("rule:time-goes-forward");
    }

    @Test
    void theStandardPolicyHasTheseRules() {
        assertThat(AssessmentPolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "time-goes-forward",
                        "people-are-known",
                        "scope-is-known",
                        "what-was-looked-at-stays-in-scope",
                        "team-has-room",
                        "assessors-assess",
                        "nobody-accepts-their-own-evidence",
                        "criterion-is-in-scope",
                        "evidence-is-of-the-right-sort",
                        "evidence-holds-for-some-time",
                        "records-are-known",
                        "evidence-has-room",
                        "evidence-stands",
                        "findings-have-room",
                        "finding-stands",
                        "subject-is-in-scope",
                        "everything-is-rated",
                        "ratings-still-hold",
                        "reviewed-by-another");
    }

    @Test
    void onlyAssessorsAssess() {
        Assessing assessing = Assessing.begun(company);
        Caller emil = caller(EMIL);

        assertThat(assessing.refused(emil, shown("service-desk.1.people").build()))
                .containsExactly("rule:assessors-assess");
        assertThat(assessing.refused(emil, new AssessmentCommand.Rate(Set.of(DESK))))
                .containsExactly("rule:assessors-assess");
        assertThat(assessing.refused(emil, new EvidenceCommand.NoteFinding(DESK, Finding.Kind.STRENGTH, "they listen")))
                .containsExactly("rule:assessors-assess");
        assessing.does(caller(DORA), shown("service-desk.1.people").build());
    }

    @Test
    void nobodyAcceptsTheirOwnEvidence() {
        Assessing assessing = Assessing.begun(company);

        assertThat(assessing.refused(
                        shown("service-desk.1.people").providedBy(CARLA).build()))
                .containsExactly("rule:nobody-accepts-their-own-evidence");
        assertThat(assessing.refused(
                        caller(CARLA).actingFor(BEN),
                        shown("service-desk.1.people").build()))
                .containsExactly("rule:nobody-accepts-their-own-evidence");
        assessing.does(
                caller(DORA), shown("service-desk.1.people").providedBy(CARLA).build());
    }

    @Test
    void evidenceIsOfWhatIsLookedAt() {
        Assessing assessing = Assessing.begun(company);

        assertThat(assessing.refused(shown("governance.1.people").build()))
                .containsExactly("rule:criterion-is-in-scope");
        assertThat(assessing.refused(shown("astrology.1.people").build()))
                .containsExactly("rule:criterion-is-in-scope");
        assertThat(assessing.refused(new AssessmentCommand.Rate(Set.of(DESK, "governance"))))
                .containsExactly("rule:subject-is-in-scope");
        assertThat(assessing.refused(
                        new EvidenceCommand.NoteFinding("governance", Finding.Kind.STRENGTH, "they listen")))
                .containsExactly("rule:subject-is-in-scope");
    }

    @Test
    void evidenceIsOfTheRightSort() {
        Assessing assessing = Assessing.begun(company);
        String told = "told:first-contact-resolution";
        Figure none = Figure.none(
                "first-contact-resolution", "No.", firstContact(1, 1).period());

        assertThat(assessing.refused(shown(told).build())).containsExactly("rule:evidence-is-of-the-right-sort");
        assertThat(assessing.refused(shown(told).figure(none).build()))
                .containsExactly("rule:evidence-is-of-the-right-sort");
        assertThat(assessing.refused(shown("told:median-time-to-acknowledge")
                        .figure(firstContact(1, 60))
                        .build()))
                .containsExactly("rule:evidence-is-of-the-right-sort");
        assessing.does(shown(told).figure(firstContact(1, 60)).build());
    }

    @Test
    void evidenceHoldsForSomeTime() {
        Assessing assessing = Assessing.begun(company);
        EvidenceCommand.RecordEvidence.Builder shown = shown("service-desk.1.people");

        assertThat(assessing.refused(shown.validUntil(company.clock.instant()).build()))
                .containsExactly("rule:evidence-holds-for-some-time");
        assertThat(assessing.refused(shown.validUntil(company.clock
                                .instant()
                                .plus(Evidence.LONGEST_VALIDITY)
                                .plusNanos(1_000))
                        .build()))
                .containsExactly("rule:evidence-holds-for-some-time");
        assessing.does(shown.validUntil(company.clock.instant().plus(Evidence.LONGEST_VALIDITY))
                .build());
    }

    @Test
    void evidenceSaysSomethingAndRecordsAreThere() {
        Assessing assessing = Assessing.begun(company);
        EvidenceCommand.RecordEvidence.Builder shown = shown("service-desk.1.people");
        RecordRef nothing = RecordRef.of("incident", RecordId.of("inc-9"));
        List<RecordRef> many = IntStream.range(0, 21)
                .mapToObj(i -> RecordRef.of("incident", RecordId.of("inc-" + i)))
                .toList();

        assertThat(assessing.refused(shown.note(" ").build())).containsExactly("evidence.says-nothing");
        assertThat(assessing.refused(shown.note("x".repeat(4_001)).build())).containsExactly("text.too-long");
        assertThat(assessing.refused(shown.note("").addRecords(nothing).build()))
                .containsExactly("rule:records-are-known");
        assertThat(assessing.refused(shown.records(many).build())).containsExactly("list.too-long");
    }

    @Test
    void figuresKeepTheirBounds() {
        Assessing assessing = Assessing.begun(company);
        Figure long1 = Figure.of(
                "first-contact-resolution",
                Quantity.of(new BigDecimal("1e38")),
                1,
                firstContact(1, 1).period(),
                "x".repeat(4_001));
        Figure small = Figure.of(
                "first-contact-resolution",
                Quantity.of(new BigDecimal("1e-39")),
                1,
                firstContact(1, 1).period(),
                "Small");

        assertThat(assessing.refused(
                        shown("service-desk.1.people").figure(long1).build()))
                .containsExactly("text.too-long", "figure.too-large");
        assertThat(assessing.refused(
                        shown("service-desk.1.people").figure(small).build()))
                .containsExactly("figure.too-large");
    }

    @Test
    void onlyWhatStandsIsTakenBack() {
        Assessing assessing = Assessing.begun(company);
        assessing.does(shown("service-desk.1.people").build());
        assessing.does(new EvidenceCommand.NoteFinding(DESK, Finding.Kind.STRENGTH, "they listen"));

        assertThat(assessing.refused(new EvidenceCommand.WithdrawEvidence(2, "no")))
                .containsExactly("rule:evidence-stands");
        assertThat(assessing.refused(new EvidenceCommand.StrikeFinding(1, "no")))
                .containsExactly("rule:finding-stands");
        assessing.does(new EvidenceCommand.WithdrawEvidence(1, "it was another desk"));
        assessing.does(new EvidenceCommand.StrikeFinding(2, "they do not"));
        assertThat(assessing.refused(new EvidenceCommand.WithdrawEvidence(1, "again")))
                .containsExactly("rule:evidence-stands");
        assertThat(assessing.refused(new EvidenceCommand.StrikeFinding(2, "again")))
                .containsExactly("rule:finding-stands");
    }

    @Test
    void whatWasLookedAtStaysInScope() {
        Assessing assessing = Assessing.begun(company);
        AssessmentCommand.Rescope other = new AssessmentCommand.Rescope(List.of(ScopeItem.of("governance", 1)));
        assessing.does(shown("service-desk.1.people").build());
        assertThat(assessing.refused(other)).containsExactly("rule:what-was-looked-at-stays-in-scope");

        assessing.does(new EvidenceCommand.WithdrawEvidence(1, "it was another desk"));
        assessing.does(other);
        assertThat(assessing.now().unrated()).containsExactly("governance");
    }

    @Test
    void nothingIsGivenAwayThatIsNotRated() {
        Assessing assessing = Assessing.begun(company);
        assertThat(assessing.refused(new AssessmentCommand.Submit())).containsExactly("rule:everything-is-rated");

        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Rescope(List.of(ScopeItem.of(DESK, 1), ScopeItem.of("governance", 1))));
        assertThat(assessing.refused(new AssessmentCommand.Submit())).containsExactly("rule:everything-is-rated");
        assertThat(assessing.refused(new AssessmentCommand.Rate(Set.of()))).containsExactly("list.missing");
    }

    @Test
    void whatHasExpiredIsRatedAnew() {
        Assessing assessing = Assessing.begun(company);
        assessing.shows(DESK, 1);
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        company.clock.advance(Evidence.DEFAULT_VALIDITY.minusSeconds(1));
        assessing.does(new AssessmentCommand.Submit());
        company.clock.advance(Duration.ofSeconds(1));

        assertThat(assessing.refused(caller(FRIDA), new AssessmentCommand.Complete("")))
                .containsExactly("rule:ratings-still-hold");
        assessing.does(caller(FRIDA), new AssessmentCommand.SendBack("it is a year old"));
        assertThat(assessing.refused(new AssessmentCommand.Submit())).containsExactly("rule:ratings-still-hold");
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assertThat(assessing.now().rating(DESK).orElseThrow().level()).isZero();
    }

    @Test
    void nobodyReviewsWhatTheyHaveAssessed() {
        Assessing assessing = Assessing.in(company, "in-review");

        for (Caller caller : List.of(caller(CARLA), caller(DORA), caller(FRIDA).actingFor(CARLA))) {
            assertThat(assessing.refused(caller, new AssessmentCommand.Complete("")))
                    .containsExactly("rule:reviewed-by-another");
            assertThat(assessing.refused(caller, new AssessmentCommand.SendBack("no")))
                    .containsExactly("rule:reviewed-by-another");
        }
        assessing.completes();
    }

    @Test
    void whoLeftTheTeamAndAcceptedEvidenceDoesNotReview() {
        Assessing assessing = Assessing.begun(company);
        assessing.does(caller(DORA), shown("service-desk.1.people").build());
        assessing.does(new AssessmentCommand.NameAssessors(Set.of()));
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Submit());

        assertThat(assessing.refused(caller(DORA), new AssessmentCommand.Complete("")))
                .containsExactly("rule:reviewed-by-another");
        assessing.does(caller(ANNA), new AssessmentCommand.Complete(""));
    }

    @Test
    void reasonsAreGiven() {
        Assessing assessing = Assessing.in(company, "in-review");

        assertThat(assessing.refused(caller(FRIDA), new AssessmentCommand.SendBack("")))
                .contains("text.missing");
        assertThat(assessing.refused(caller(FRIDA), new AssessmentCommand.Complete("x".repeat(4_001))))
                .contains("text.too-long");
        assertThat(assessing.refused(new AssessmentCommand.Cancel(" "))).contains("text.missing");
        Assessing other = Assessing.begun(company);
        assertThat(other.refused(new EvidenceCommand.WithdrawEvidence(1, ""))).contains("text.missing");
        assertThat(other.refused(new EvidenceCommand.StrikeFinding(1, ""))).contains("text.missing");
        assertThat(other.refused(new EvidenceCommand.NoteFinding(DESK, Finding.Kind.WEAKNESS, "")))
                .contains("text.missing");
        assertThat(other.refused(new AssessmentCommand.NameAssessors(many(51)))).contains("list.too-long");
    }

    /** Filled to the brim without the engine: the last place is taken, and one more is refused. */
    @Test
    void thereIsRoomForSoMuch() {
        Assessing assessing = Assessing.begun(company);
        Assessment full = filled(assessing.does(shown("service-desk.1.people").build()));

        assertThat(full.evidence()).hasSize(Assessment.MOST_EVIDENCE);
        assertThat(full.team()).contains(CARLA, DORA);
        assertThat(objects(
                        EvidencePolicy.evidenceHasRoom(),
                        full,
                        shown("service-desk.1.people").build()))
                .isTrue();
        assertThat(objects(
                        EvidencePolicy.evidenceHasRoom(),
                        full.withEvidence(
                                full.evidence().subList(1, full.evidence().size())),
                        shown("service-desk.1.people").build()))
                .isFalse();
        List<Finding> findings = IntStream.range(0, Assessment.MOST_FINDINGS)
                .mapToObj(i -> new Finding(i, DESK, Finding.Kind.STRENGTH, "good", CARLA, full.createdAt()))
                .toList();
        EvidenceCommand.NoteFinding note = new EvidenceCommand.NoteFinding(DESK, Finding.Kind.STRENGTH, "good");
        assertThat(objects(EvidencePolicy.findingsHaveRoom(), full.withFindings(findings), note))
                .isTrue();
        assertThat(objects(
                        EvidencePolicy.findingsHaveRoom(),
                        full.withFindings(findings.subList(1, findings.size())),
                        note))
                .isFalse();
        Assessment crowded = full.withAssessors(many(50));
        assertThat(objects(AssessmentPolicy.teamHasRoom(), crowded, new AssessmentCommand.HandOver(DORA)))
                .isTrue();
        assertThat(objects(AssessmentPolicy.teamHasRoom(), crowded, new AssessmentCommand.HandOver(PersonId.of("p1"))))
                .isFalse();
    }

    private static Assessment filled(Assessment assessment) {
        List<Evidence> all = new ArrayList<>();
        while (all.size() < Assessment.MOST_EVIDENCE) {
            all.add(assessment.evidence().get(0));
        }
        return assessment.withEvidence(all);
    }

    private boolean objects(Rule<Assessment> rule, Assessment assessment, Command<Assessment> command) {
        Proposal<Assessment> seen = proposals.get(proposals.size() - 1);
        return rule.objection()
                .apply(new Proposal<>(Optional.of(assessment), command.action(), Optional.of(command), seen.context()))
                .isPresent();
    }

    @Test
    void whoHadAPartInItAndLeftTheTeamDoesNotReview() {
        Assessing rated = Assessing.begun(company);
        rated.does(caller(DORA), new AssessmentCommand.Rate(Set.of(DESK)));
        rated.does(new AssessmentCommand.NameAssessors(Set.of()));
        rated.does(new AssessmentCommand.Submit());
        assertThat(rated.refused(caller(DORA), new AssessmentCommand.Complete("")))
                .as("Dora rated it")
                .containsExactly("rule:reviewed-by-another");

        Assessing struck = Assessing.begun(company);
        struck.does(new EvidenceCommand.NoteFinding(DESK, Finding.Kind.WEAKNESS, "nobody answers"));
        struck.does(caller(DORA), new EvidenceCommand.StrikeFinding(1, "somebody does"));
        struck.does(new AssessmentCommand.Rate(Set.of(DESK)));
        struck.does(new AssessmentCommand.NameAssessors(Set.of()));
        struck.does(new AssessmentCommand.Submit());
        assertThat(struck.refused(caller(DORA), new AssessmentCommand.Complete("")))
                .as("Dora struck out what was found")
                .containsExactly("rule:reviewed-by-another");

        Assessing led = Assessing.begun(company);
        led.does(new AssessmentCommand.HandOver(ANNA));
        led.does(caller(ANNA), new AssessmentCommand.NameAssessors(Set.of()));
        led.does(caller(ANNA), new AssessmentCommand.Rate(Set.of(DESK)));
        led.does(caller(ANNA), new AssessmentCommand.Submit());
        assertThat(led.refused(caller(CARLA), new AssessmentCommand.Complete("")))
                .as("Carla led it")
                .containsExactly("rule:reviewed-by-another");
    }

    @Test
    void forWhomSomebodyAssessedDoesNotReview() {
        Assessing assessing = Assessing.begun(company);
        assessing.does(
                caller(CARLA).actingFor(FRIDA), shown("service-desk.1.people").build());
        assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
        assessing.does(new AssessmentCommand.Submit());

        assertThat(assessing.refused(caller(FRIDA), new AssessmentCommand.Complete("")))
                .containsExactly("rule:reviewed-by-another");
        assessing.does(caller(ANNA), new AssessmentCommand.Complete(""));
    }
}
