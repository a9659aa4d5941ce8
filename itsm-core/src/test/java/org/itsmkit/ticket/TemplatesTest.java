package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Form;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Template;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** Tickets that are logged by a template. */
class TemplatesTest {

    private static final Template LAPTOP = Template.builder()
            .name("laptop")
            .title("Laptop is broken")
            .description("Which one?")
            .category(Category.of("hardware/laptop"))
            .service(MAIL)
            .impact(Impact.LOW)
            .urgency(Urgency.HIGH)
            .group(OPERATIONS)
            .putCustom("site", FieldValue.text("Berlin"))
            .putCustom("budget", FieldValue.number(1_000))
            .putMandatory("in-progress", Set.of("asset"))
            .putMandatory("resolved", Set.of("asset", "category"))
            .putHidden("new", Set.of("budget"))
            .putHidden("in-progress", Set.of("budget"))
            .build();

    private final Company company = Company.open();

    TemplatesTest() {
        done(company.itsm.tailor(caller(DORA), tailoring(LAPTOP)));
    }

    private static Tailoring tailoring(Template... templates) {
        return Tailoring.builder()
                .putFields(
                        "incident",
                        List.of(
                                FieldDefinition.oneOf("site", "Berlin", "Bonn").startingAs(FieldValue.text("Bonn")),
                                FieldDefinition.of("budget", FieldType.DECIMAL)
                                        .requiredWhen(FieldCondition.phase(Phase.ACTIVE)),
                                FieldDefinition.of("asset", FieldType.TEXT)))
                .putTemplates("incident", List.of(templates))
                .build();
    }

    private Either<Rejection, Stored<Incident>> log(IncidentCommand.Log.Builder log) {
        return company.itsm.incidents().submit(caller(ANNA), log.build());
    }

    private List<String> refusal(RecordId id, Command<Incident> command) {
        return company.refused(id, command).violations().stream()
                .map(violation -> violation.code() + " " + violation.arguments().get("field"))
                .toList();
    }

    private static Command<Incident> set(String field, FieldValue value) {
        return new TicketCommand.SetFields<>(Map.of(field, value));
    }

    @Test
    void aTemplateFillsWhatIsLeftEmpty() {
        Stored<Incident> logged = done(log(IncidentCommand.logBy("laptop")));

        Ticket ticket = logged.record().ticket();
        assertThat(ticket.title()).isEqualTo("Laptop is broken");
        assertThat(ticket.description()).isEqualTo("Which one?");
        assertThat(ticket.category()).contains(Category.of("hardware/laptop"));
        assertThat(ticket.service()).contains(MAIL);
        assertThat(ticket.priority()).isEqualTo(Priority.MODERATE);
        assertThat(ticket.group()).contains(OPERATIONS);
        assertThat(ticket.custom())
                .isEqualTo(Map.of("site", FieldValue.text("Berlin"), "budget", FieldValue.number(1_000)));
        assertThat(ticket.worksheetOrBlank().template()).contains("laptop");
        assertThat(company.events(logged.id())).containsExactly("logged", "assigned");
        assertThat(company.journal(logged.id()).get(0).event())
                .isInstanceOfSatisfying(
                        IncidentEvent.Logged.class,
                        event -> assertThat(event.opening().template()).contains("laptop"));
        company.log();
        assertThat(company.itsm
                        .incidents()
                        .query(caller(DORA), Query.where(Incidents.FIELDS.template.is("laptop")))
                        .items())
                .extracting(Stored::id)
                .containsExactly(logged.id());
    }

    @Test
    void whatIsSaidTakesItsPlace() {
        Ticket ticket = done(log(IncidentCommand.log()
                        .template("laptop")
                        .title("Mine is on fire")
                        .description("")
                        .urgency(Urgency.LOW)
                        .putCustom("site", FieldValue.text("Bonn"))))
                .record()
                .ticket();

        assertThat(ticket.title()).isEqualTo("Mine is on fire");
        assertThat(ticket.description()).isEmpty();
        assertThat(ticket.priority()).isEqualTo(Priority.LOW);
        assertThat(ticket.custom()).containsEntry("site", FieldValue.text("Bonn"));
    }

    @Test
    void aTemplateThatIsNotThereIsTold() {
        for (String name : List.of("lap-top", "x".repeat(1_000_000), "")) {
            Rejection rejection =
                    log(IncidentCommand.log().title("Mine").template(name)).getLeft();
            assertThat(rejection.code()).isEqualTo("template.unknown");
            assertThat(rejection.toString()).hasSizeLessThan(300);
        }
        assertThat(log(IncidentCommand.logBy("lap-top")).getLeft().violations())
                .extracting(Violation::code)
                .containsExactly("text.missing", "template.unknown");
    }

    @Test
    void mandatoryFieldsAreAskedForWhereItLeads() {
        RecordId id = done(log(IncidentCommand.logBy("laptop"))).id();

        assertThat(refusal(id, new TicketCommand.Start<>())).containsExactly("field.required asset");
        assertThat(company.itsm.incidents().availableActions(caller(DORA), id))
                .filteredOn(offer -> offer.action().equals(TicketAction.START))
                .singleElement()
                .satisfies(offer -> assertThat(offer.needs()).containsExactly("asset"));
        company.does(id, set("asset", FieldValue.text("L-17")));
        company.does(id, new TicketCommand.Start<>());
        assertThat(refusal(id, new TicketCommand.SetFields<>(Map.of(), Set.of("asset"))))
                .containsExactly("field.required asset");
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.empty()));
        assertThat(refusal(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "a new one")))
                .containsExactly("field.required category");
        // Other tickets are not asked.
        RecordId other = company.log().id();
        company.does(other, set("budget", FieldValue.number(1)));
        company.does(other, new TicketCommand.Start<>());
    }

    @Test
    void hiddenFieldsCannotBeSet() {
        RecordId id = done(log(IncidentCommand.logBy("laptop"))).id();

        assertThat(refusal(id, set("budget", FieldValue.number(5)))).containsExactly("field.hidden budget");
        assertThat(log(IncidentCommand.logBy("laptop").putCustom("budget", FieldValue.number(5)))
                        .getLeft()
                        .code())
                .isEqualTo("field.hidden");
        // Nobody is asked for what they cannot give.
        company.does(id, new TicketCommand.SetFields<>(Map.of(), Set.of("budget")));
        company.does(id, set("asset", FieldValue.text("L-17")));
        company.does(id, new TicketCommand.Start<>());
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "a new one"));
        company.does(id, set("budget", FieldValue.number(5)));
    }

    @Test
    void aFormShowsWhatIsToBeFilled() {
        Form empty = company.itsm.incidents().newForm(caller(ANNA), "laptop").orElseThrow();
        assertThat(empty.status()).isEqualTo(IncidentLifecycle.NEW);
        assertThat(empty.template()).contains("laptop");
        assertThat(empty.entry("budget")).isEmpty();
        Form.Entry site = empty.entry("site").orElseThrow();
        assertThat(site.values()).containsExactly(FieldValue.text("Berlin"));
        assertThat(site.allowed()).containsExactly(FieldValue.text("Berlin"), FieldValue.text("Bonn"));
        assertThat(site.isMandatory()).isFalse();
        assertThat(empty.entry("title").orElseThrow().values()).containsExactly(FieldValue.text("Laptop is broken"));

        Form plain = company.itsm.incidents().newForm(caller(ANNA)).orElseThrow();
        assertThat(plain.entry("site").orElseThrow().values()).containsExactly(FieldValue.text("Bonn"));
        assertThat(plain.entry("budget")).isPresent();

        RecordId id = done(log(IncidentCommand.logBy("laptop"))).id();
        Form now = company.itsm.incidents().form(caller(DORA), id).orElseThrow();
        assertThat(now.entry("asset").orElseThrow().isMandatory()).isFalse();
        Form start = company.itsm
                .incidents()
                .form(caller(DORA), id, TicketAction.START)
                .orElseThrow();
        assertThat(start.status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(start.entry("asset").orElseThrow().isMandatory()).isTrue();
        assertThat(start.entry("budget")).isEmpty();
        Form resolve = company.itsm
                .incidents()
                .form(caller(DORA), id, IncidentLifecycle.RESOLVE)
                .orElseThrow();
        assertThat(resolve.entry("budget").orElseThrow().values()).containsExactly(FieldValue.number(1_000));
    }

    @Test
    void aFormTellsNobodyMoreThanTheyMayKnow() {
        Company roles = Company.withRoles();
        RecordId mail = roles.log().id();
        assertThat(roles.itsm.incidents().form(caller(ANNA), mail)).isPresent();
        assertThat(roles.itsm.incidents().form(caller(HANNA), mail)).isEmpty();
        assertThat(roles.itsm.incidents().form(caller(GUS), mail)).isEmpty();
        assertThat(roles.itsm.incidents().newForm(caller(GUS))).isEmpty();
        assertThat(roles.itsm.incidents().newForm(caller(ANNA), "laptop")).isEmpty();
        assertThat(roles.itsm.incidents().form(caller(ANNA), mail, TicketAction.CLOSE))
                .isEmpty();
    }

    @Test
    void changesHaveTemplatesToo() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putTemplates(
                                "change",
                                List.of(Template.builder()
                                        .name("disk")
                                        .title("New disk")
                                        .group(OPERATIONS)
                                        .putMandatory("authorised", Set.of("category"))
                                        .build()))
                        .build()));
        TicketDraft draft = TicketDraft.builder().title(" ").template("disk").build();
        var change = done(company.itsm.changes().submit(caller(ANNA), new ChangeCommand.Draft(draft, "swap it")));
        assertThat(change.record().ticket().title()).isEqualTo("New disk");
        assertThat(change.record().ticket().group()).contains(OPERATIONS);
        assertThat(company.refusedChange(DORA, change.id(), new ChangeCommand.Authorise("go"))
                        .violations()
                        .get(0)
                        .arguments())
                .containsEntry("field", "category");
    }

    @Test
    void aTemplateThatIsGoneAsksForNothing() {
        RecordId id = done(log(IncidentCommand.logBy("laptop"))).id();
        done(company.itsm.tailor(caller(DORA), tailoring()));
        company.does(id, new TicketCommand.Start<>());
        assertThat(company.now(id).record().ticket().worksheetOrBlank().template())
                .contains("laptop");
    }

    @Test
    void allThatIsWrongWithTemplatesIsToldAtOnce() {
        Template wrong = Template.builder()
                .name("wrong")
                .title("two\nlines")
                .impact(Impact.of("galactic"))
                .putCustom("colour", FieldValue.text("red"))
                .putCustom("site", FieldValue.text("Rome"))
                .putCustom("budget", FieldValue.text("much"))
                .putMandatory("in-progress", Set.of("asset", "category", "shape"))
                .putHidden("in-progress", Set.of("category", "asset"))
                .putHidden("in-orbit", Set.of("asset"))
                .putHidden("<b>", Set.of())
                .build();
        Rejection rejection =
                company.itsm.tailor(caller(DORA), tailoring(LAPTOP, wrong)).getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(rejection.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("rule:templates-fit");
            assertThat(violation.arguments().get("names").split(", "))
                    .containsExactlyInAnyOrder(
                            "incident/wrong: title text.not-one-line",
                            "incident/wrong: no priority for its impact and urgency",
                            "incident/wrong: no field colour",
                            "incident/wrong: site field.not-allowed",
                            "incident/wrong: budget field.wrong-type",
                            "incident/wrong: no field shape",
                            "incident/wrong: asset is hidden and mandatory in in-progress",
                            "incident/wrong: category is hidden and mandatory in in-progress",
                            "incident/wrong: no status in-orbit",
                            "incident/wrong: no status (no name)");
        });
    }

    @Test
    void twoTemplatesHaveTwoNames() {
        assertThat(company.itsm
                        .tailor(caller(DORA), tailoring(LAPTOP, LAPTOP))
                        .getLeft()
                        .code())
                .isEqualTo("settings.template-twice");
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .putTemplates("spaceship", List.of())
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("rule:kinds-are-carried");
    }
}
