package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.ServiceCriticality;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;

/** How much depends on a service is the third axis of priority. */
class CriticalityTest {

    private static final ServiceId TILLS = ServiceId.of("tills");
    private static final ServiceId CANTEEN = ServiceId.of("canteen");
    private static final Criticality VITAL = Criticality.BUSINESS_CRITICAL;

    private final Company company = Company.open();

    CriticalityTest() {
        done(company.itsm.tailor(caller(DORA), tailoring().build()));
    }

    private static Tailoring.Builder tailoring() {
        List<PriorityMatrix.Cell> cells =
                new ArrayList<>(PriorityMatrix.standard().cells());
        cells.add(PriorityMatrix.cell(Impact.MEDIUM, Urgency.MEDIUM, VITAL, Priority.HIGH));
        cells.add(PriorityMatrix.cell(Impact.HIGH, Urgency.MEDIUM, VITAL, Priority.CRITICAL));
        return Tailoring.builder()
                .priorityMatrix(new PriorityMatrix(cells))
                .addCriticalities(
                        new ServiceCriticality(TILLS, VITAL),
                        new ServiceCriticality(CANTEEN, Criticality.of("pleasant")));
    }

    private RecordId log(Optional<ServiceId> service) {
        return done(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log()
                                        .title("Nothing works")
                                        .service(service)
                                        .build()))
                .id();
    }

    private Priority priority(RecordId id) {
        return company.now(id).record().ticket().priority();
    }

    @Test
    void whatIsLoggedAboutACriticalServiceIsMorePressing() {
        assertThat(priority(log(Optional.of(TILLS)))).isEqualTo(Priority.HIGH);
        assertThat(priority(log(Optional.of(CANTEEN))))
                .as("the matrix says nothing of pleasant services")
                .isEqualTo(Priority.MODERATE);
        assertThat(priority(log(Optional.of(ServiceId.of("mail"))))).isEqualTo(Priority.MODERATE);
        assertThat(priority(log(Optional.empty()))).isEqualTo(Priority.MODERATE);
    }

    @Test
    void whoPrioritisesGetsThePriorityOfTheService() {
        RecordId id = log(Optional.of(TILLS));
        company.does(BEN, id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.MEDIUM));
        assertThat(priority(id)).isEqualTo(Priority.CRITICAL);
        company.does(BEN, id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW));
        assertThat(priority(id)).as("where the matrix says nothing else").isEqualTo(Priority.LOW);
    }

    @Test
    void whatTurnsOutToBeAboutAnotherServiceIsPrioritisedByThat() {
        RecordId id = log(Optional.of(CANTEEN));
        company.does(BEN, id, new TicketCommand.Categorise<>(Category.of("hardware"), TILLS));
        assertThat(priority(id)).isEqualTo(Priority.HIGH);
        assertThat(company.events(id)).containsExactly("logged", "categorised", "prioritised");
        company.does(BEN, id, new TicketCommand.Categorise<>(Category.of("software"), TILLS));
        assertThat(company.events(id)).containsExactly("logged", "categorised", "prioritised", "categorised");
        company.does(BEN, id, new TicketCommand.Categorise<>(Optional.empty(), Optional.empty()));
        assertThat(priority(id)).isEqualTo(Priority.MODERATE);
    }

    @Test
    void aPriorityOnceGivenStaysUntilTheServiceMakesADifference() {
        RecordId id = log(Optional.of(TILLS));
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        company.does(BEN, id, new TicketCommand.Categorise<>(Category.of("hardware"), CANTEEN));
        assertThat(priority(id)).isEqualTo(Priority.HIGH);
    }

    @Test
    void whatPressingTicketsMustHaveIsAskedForWhereTheServiceMakesThemSo() {
        done(company.itsm.tailor(
                caller(DORA),
                tailoring()
                        .putFields(
                                "incident",
                                List.of(FieldDefinition.of("branch", FieldType.TEXT)
                                        .requiredWhen(FieldCondition.priority(Priority.HIGH.rank()))))
                        .build()));
        RecordId id = log(Optional.of(CANTEEN));
        assertThat(company.refused(BEN, id, new TicketCommand.Categorise<>(Category.of("hardware"), TILLS))
                        .code())
                .isEqualTo("field.required");
        assertThat(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log().title("x").service(TILLS).build())
                        .getLeft()
                        .code())
                .isEqualTo("field.required");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        PriorityMatrix.Cell vital = PriorityMatrix.cell(Impact.HIGH, Urgency.HIGH, VITAL, Priority.CRITICAL);
        PriorityMatrix.Cell any = PriorityMatrix.cell(Impact.HIGH, Urgency.HIGH, Priority.HIGH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriorityMatrix(List.of(vital)))
                .withMessageContaining("some services");
        assertThatIllegalArgumentException().isThrownBy(() -> new PriorityMatrix(List.of(any, vital, vital)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tailoring.builder()
                        .addCriticalities(
                                new ServiceCriticality(TILLS, VITAL),
                                new ServiceCriticality(TILLS, Criticality.of("pleasant")))
                        .build());
    }
}
