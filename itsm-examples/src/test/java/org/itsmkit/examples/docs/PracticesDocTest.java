package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.Window;
import org.itsmkit.dimension.Aspect;
import org.itsmkit.dimension.ChangeCheck;
import org.itsmkit.dimension.ChangeRules;
import org.itsmkit.dimension.Concentration;
import org.itsmkit.dimension.Coverage;
import org.itsmkit.dimension.OutsideFactor;
import org.itsmkit.dimension.PlannedWork;
import org.itsmkit.dimension.Subject;
import org.itsmkit.dimension.TouchRule;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.AssessmentResult;
import org.itsmkit.practice.EvidenceCommand;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.capability.Gap;
import org.itsmkit.practice.catalogue.Practice;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.valuestream.keymeasure.Conventions;
import org.itsmkit.valuestream.keymeasure.KeyMeasures;
import org.itsmkit.valuestream.keymeasure.MeasuredWorld;
import org.junit.jupiter.api.Test;

/** The snippets about practices and about the four dimensions. */
class PracticesDocTest {

    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final PersonId FRIDA = PersonId.of("frida");
    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId MONITOR = PersonId.of("monitor");

    private final SettableClock clock = new SettableClock();
    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(clock))
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(BEN)
                    .person(CARLA)
                    .person(FRIDA)
                    .person(MONITOR)
                    .build())
            .clock(clock)
            .build();
    private final Caller carla = Caller.of(ACME, CARLA);
    private final Caller frida = Caller.of(ACME, FRIDA);

    @Test
    void figuresOfAPractice() {
        itsm.incidents()
                .submit(
                        Caller.of(ACME, MONITOR),
                        IncidentCommand.log().title("Mail is down").build());
        itsm.incidents().submit(carla, IncidentCommand.log().title("No sound").build());
        Instant from = clock.instant().minus(Duration.ofDays(1));
        Window day = new Window(from, from.plus(Duration.ofDays(2)));
        // spotless:off
        // snippet: practice-figures
        MeasuredWorld world = MeasuredWorld.builder()
                .period(day)
                .addAllIncidents(itsm.incidents().query(carla, Query.where(Condition.all())).items())
                .conventions(Conventions.builder().addMonitors(MONITOR).build())
                .build();
        Practice monitoring = Practices.get("monitoring-and-event-management");

        List<String> sentences = KeyMeasures.standard().figures(monitoring, world).stream()
                .map(Figure::sentence)
                .toList();
        // end
        // spotless:on
        assertThat(sentences)
                .containsExactly(
                        "Incidents that monitoring logged: 1 of 2 (50.0 %), 2 cases.",
                        "Median time from detection to logging: 0 s, 2 cases.");
    }

    @Test
    void anAssessment() {
        // spotless:off
        // snippet: assessment
        RecordId id = itsm.assessments().submit(carla, AssessmentCommand.plan()
                .title("How good is the desk?")
                .lead(CARLA)
                .addScope(ScopeItem.of("service-desk", 1))
                .build()).get().id();
        itsm.assessments().submit(carla, id, new AssessmentCommand.Begin());
        itsm.assessments().submit(carla, id, EvidenceCommand.evidence()
                .criterion("service-desk.1.people")
                .providedBy(BEN)                                  // not by Carla, who accepts it
                .note("Ben answers the phone")
                .build());

        Assessment desk = itsm.assessments().find(carla, id).orElseThrow().record();
        List<String> missing = desk.gaps(clock.instant(), Duration.ofDays(30)).stream()
                .map(Gap::sentence)
                .toList();
        // end
        // spotless:on
        assertThat(missing)
                .hasSize(4)
                .contains("Level 1, not shown: Service desk: where somebody outside is needed, they are asked.");
        for (String criterion : List.of("technology", "partners", "streams", "purpose")) {
            itsm.assessments()
                    .submit(
                            carla,
                            id,
                            EvidenceCommand.evidence()
                                    .criterion("service-desk.1." + criterion)
                                    .providedBy(BEN)
                                    .note("Seen")
                                    .build())
                    .get();
        }
        // spotless:off
        // snippet: assessment-completed
        itsm.assessments().submit(carla, id, new AssessmentCommand.Rate(Set.of("service-desk")));
        itsm.assessments().submit(carla, id, new AssessmentCommand.Submit());
        itsm.assessments().submit(frida, id, new AssessmentCommand.Complete("well seen"));  // Frida did not assess

        AssessmentResult result = itsm.assessments().find(carla, id).orElseThrow().record().result().orElseThrow();
        int level = result.ratings().get(0).level();                      // 1
        Instant until = result.ratings().get(0).holdsUntil().orElseThrow();   // in a year
        // end
        // spotless:on
        assertThat(level).isEqualTo(1);
        assertThat(until).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
    }

    @Test
    void coverage() {
        OrganisationId cloud = OrganisationId.of("Cloud Ltd");
        OrganisationId lines = OrganisationId.of("Lines Inc");
        // spotless:off
        // snippet: coverage
        List<Aspect> aspects = List.of(
                Aspect.of(Dimension.ORGANISATIONS_AND_PEOPLE, "the desk answers").ownedBy(BEN),
                Aspect.of(Dimension.INFORMATION_AND_TECHNOLOGY, "a server for mail"),
                Aspect.of(Dimension.PARTNERS_AND_SUPPLIERS, "hosting").ownedBy(CARLA)
                        .suppliedBy(cloud).costing(new BigDecimal("80")),
                Aspect.of(Dimension.PARTNERS_AND_SUPPLIERS, "lines").ownedBy(CARLA)
                        .suppliedBy(lines).costing(new BigDecimal("20")));
        List<OutsideFactor> factors = List.of(OutsideFactor.of("privacy-law", OutsideFactor.Kind.LEGAL,
                "mail must stay in the country", Dimension.INFORMATION_AND_TECHNOLOGY));

        Coverage mail = Coverage.of(Subject.criticalService("mail"), aspects, factors);
        List<String> gaps = mail.gaps().stream().map(Coverage.Gap::sentence).toList();
        BigDecimal index = Concentration.bySpend(aspects).orElseThrow().index();   // 80² + 20² = 6800
        // end
        // spotless:on
        assertThat(gaps)
                .containsExactly(
                        "Nothing is known of mail as to value streams and processes.",
                        "Nobody sees to this: a server for mail.",
                        "Suppliers of mail are few: the Herfindahl–Hirschman index is 6800.00 of 10,000, and Cloud Ltd"
                                + " has 80.0 %.",
                        "Nothing is done about this: mail must stay in the country.");
        assertThat(index).isEqualByComparingTo("6800");
    }

    @Test
    void whatAChangeForgets() {
        // spotless:off
        // snippet: change-check
        ChangeRules rules = ChangeRules.standard().touchedBy(
                TouchRule.of("bank", Dimension.PARTNERS_AND_SUPPLIERS, TouchRule.Sign.CATEGORY, "payments"));
        PlannedWork work = PlannedWork.builder()
                .name("CHG0000042")
                .category(Category.of("payments/cards"))
                .addServices(ServiceId.of("web shop"))
                .addTasks("Tell the shops")
                .build();

        ChangeCheck check = ChangeCheck.of(work, rules);
        List<Dimension> forgotten = check.forgotten();                    // partners and suppliers
        List<String> sentences = check.sentences();
        // end
        // spotless:on
        assertThat(forgotten).containsExactly(Dimension.PARTNERS_AND_SUPPLIERS);
        assertThat(sentences)
                .containsExactly(
                        "CHG0000042 touches organisations and people (service “web shop”), which is thought of (task"
                                + " “Tell the shops”).",
                        "CHG0000042 touches partners and suppliers (category “payments/cards”), and neither a plan nor"
                                + " a task thinks of that.");
    }
}
