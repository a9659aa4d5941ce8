package org.itsmkit.governance.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.governance.policy.Governing.NAMES_A_SERVICE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.Itsm;
import org.itsmkit.fixture.Company;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.Governing;
import org.itsmkit.governance.policy.PolicyReviewCommand;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.people.CountingAudit;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.junit.jupiter.api.Test;

/** What policies have come to, with figures that were counted by hand. */
class ConformanceTest {

    private static final Control WITHOUT_SERVICE = NAMES_A_SERVICE.withActions();

    private final CountingAudit audit = new CountingAudit(verdict -> {});
    private final Company company = Company.with((Consumer<Itsm.Builder>) builder -> builder.auditSink(audit));

    private Stream<ObservedRecord> incidents() {
        return company.store.query(ACME, Incidents.KIND, Query.where(Condition.all())).items().stream()
                .map(stored -> ObservedRecord.of(Incidents.KIND, stored.id(), stored.record()));
    }

    private Conformance conformance(Governing... governed) {
        List<GovernancePolicy> policies =
                Stream.of(governed).map(Governing::now).toList();
        return Conformance.of(
                policies, Set.of("incident", "change"), incidents(), audit.counts(ACME), company.clock.instant());
    }

    private RecordId logs(boolean withService) {
        IncidentCommand.Log.Builder log = IncidentCommand.log().title("Mail is down");
        return done(company.itsm
                        .incidents()
                        .submit(caller(ANNA), withService ? log.service(MAIL).build() : log.build()))
                .id();
    }

    @Test
    void whatWasThereBeforeThePolicyIsCountedAndWhatItDeniedToo() {
        RecordId old = logs(false);
        logs(true);
        Governing policy = Governing.enacted(company, "names-a-service", WITHOUT_SERVICE);
        for (int i = 0; i < 3; i++) {
            assertThat(company.itsm
                            .incidents()
                            .submit(
                                    caller(ANNA),
                                    IncidentCommand.log().title("Again").build())
                            .isLeft())
                    .isTrue();
        }
        policy.does(policy.waiver(Waived.person(BEN)));
        done(company.itsm
                .incidents()
                .submit(caller(BEN), IncidentCommand.log().title("Mine").build()));

        Conformance conformance = conformance(policy);

        PolicyConformance one = conformance.policies().get(0);
        assertThat(conformance.records()).as("old, with service, Ben's").isEqualTo(3);
        assertThat(one.conforming()).isEqualTo(1);
        assertThat(one.notConforming()).as("old and Ben's, waived as it is").isEqualTo(2);
        assertThat(one.examples()).contains(Company.incident(old)).hasSize(2);
        assertThat(one.denied()).isEqualTo(3);
        assertThat(one.warned()).isZero();
        assertThat(one.waived()).isEqualTo(1);
        assertThat(one.waiversInForce()).isEqualTo(1);
        assertThat(one.waiversOver()).isZero();
        assertThat(conformance.sentences())
                .containsExactly(
                        "POL0000001 names-a-service: 1 of 3 records are as it wants them.",
                        "POL0000001 names-a-service: it denied 3, warned of 0 and was waived for 1 commands.",
                        "POL0000001 names-a-service: 1 waivers hold, 0 are over.");
    }

    @Test
    void nothingIsPassedOverInSilence() {
        Governing policy = Governing.enacted(
                company,
                "of-many-things",
                Control.deny("Not so.")
                        .addKinds("incident", "spaceship")
                        .addActions(Action.of("cancel"))
                        .build());
        policy.does(policy.waiver(Waived.role("agent")));
        policy.does(new PolicyReviewCommand.SetReviewDate(Optional.of(LocalDate.of(2026, 1, 1))));
        Governing suspended = Governing.enacted(company, "suspended", WITHOUT_SERVICE);
        suspended.does(new GovernancePolicyCommand.Suspend("wait"));
        Governing draft =
                Governing.of(company, Governing.policy("draft", WITHOUT_SERVICE).build());
        company.clock.advance(Duration.ofHours(2));

        Conformance conformance = conformance(draft, suspended, policy);

        assertThat(conformance.policies())
                .extracting(PolicyConformance::name)
                .as("by number, drafts left out")
                .containsExactly("of-many-things", "suspended");
        assertThat(conformance.kindsNotCarried()).containsExactly("spaceship");
        assertThat(conformance.sentences())
                .containsExactly(
                        "POL0000001 of-many-things: no record was judged by it.",
                        "POL0000001 of-many-things: controls [1] say nothing of records to which nothing is done.",
                        "POL0000001 of-many-things: it denied 0, warned of 0 and was waived for 0 commands.",
                        "POL0000001 of-many-things: 0 waivers hold, 1 are over.",
                        "POL0000001 of-many-things: it was to be looked at on 2026-01-01, and holds still.",
                        "POL0000001 of-many-things: it speaks of [spaceship], and no such records are carried here.",
                        "POL0000002 suspended: no record was judged by it.",
                        "POL0000002 suspended: it denied 0, warned of 0 and was waived for 0 commands.",
                        "POL0000002 suspended: it is suspended, and no command passes it.");
    }

    @Test
    void customFieldsAreLookedAtToo() {
        ObservedRecord record = new ObservedRecord(
                RecordRef.of("change", RecordId.of("c-1")),
                name -> name.equals("floor") ? List.of(FieldValue.text("2")) : List.of());
        Governing policy = Governing.enacted(
                company,
                "ground-floor",
                Control.warn("Too high.")
                        .when(new FieldCondition.Has("floor", List.of(FieldValue.text("2"))))
                        .build());

        Conformance conformance =
                Conformance.of(List.of(policy.now()), Set.of("change"), Stream.of(record), Map.of(), Instant.EPOCH);

        assertThat(conformance.policies().get(0).notConforming()).isEqualTo(1);
    }

    /** Against a count that looks at each record anew; with records that policies leave alone among them. */
    @Property(tries = 50)
    void countsAreThoseOfANaiveCount(@ForAll List<Boolean> hasService) {
        Governing policy = Governing.enacted(Company.open(), "names-a-service", WITHOUT_SERVICE);
        List<ObservedRecord> records = new ArrayList<>();
        for (int i = 0; i < hasService.size(); i++) {
            boolean has = hasService.get(i);
            records.add(new ObservedRecord(
                    RecordRef.of(i % 3 == 0 ? "settings" : "incident", RecordId.of("r-" + i)),
                    name -> has && name.equals("service") ? List.of(FieldValue.text("mail")) : List.of()));
        }

        PolicyConformance found = Conformance.of(
                        List.of(policy.now()), Set.of("incident"), records.stream(), Map.of(), Instant.EPOCH)
                .policies()
                .get(0);

        List<RecordRef> wrong = records.stream()
                .filter(record -> record.record().kind().equals("incident"))
                .filter(record -> record.values().apply("service").isEmpty())
                .map(ObservedRecord::record)
                .collect(Collectors.toList());
        long all = records.stream()
                .filter(record -> record.record().kind().equals("incident"))
                .count();
        assertThat(found.notConforming()).isEqualTo(wrong.size());
        assertThat(found.conforming()).isEqualTo(all - wrong.size());
        assertThat(found.examples()).isEqualTo(wrong.subList(0, Math.min(wrong.size(), Conformance.MOST_EXAMPLES)));
    }
}
