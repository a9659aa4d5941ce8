package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What links of each type allow, and what they let be known. */
class LinkTest {

    private static Company ownOnly() {
        return Company.with(builder -> builder.authorizer(Authorizers.byRole()
                .mayOnOwn("requester", "incident", "log", "read", "link")
                .may("lead", "*", "*")
                .build()));
    }

    private static TicketCommand.LinkTo<Incident> to(LinkType type, RecordId id) {
        return new TicketCommand.LinkTo<>(type, Company.incident(id));
    }

    private static void switchOff(Company company, String... rules) {
        done(company.itsm.tailor(
                caller(DORA), Tailoring.builder().addRulesOff(rules).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "parent,       true,  true,  false, child",
        "duplicate-of, true,  true,  false, duplicate",
        "caused-by,    true,  false, false, cause-of",
        "blocks,       true,  false, false, blocked-by",
        "related,      false, false, true,  related",
        "mentions,     false, false, false,"
    })
    void eachTypeHasItsNature(String name, boolean acyclic, boolean exclusive, boolean symmetric, String inverse) {
        LinkType type = LinkType.of(name);
        assertThat(type.isAcyclic()).isEqualTo(acyclic);
        assertThat(type.most()).isEqualTo(exclusive ? Optional.of(1) : Optional.empty());
        assertThat(type.isSymmetric()).isEqualTo(symmetric);
        assertThat(type.inverse()).isEqualTo(Optional.ofNullable(inverse));
        assertThat(LinkType.standard().contains(type)).isEqualTo(inverse != null);
    }

    @Test
    void noRuleThatIsOffLetsATicketPointAtItself() {
        Company company = Company.open();
        RecordId id = company.log().id();
        switchOff(company, "incident/link-makes-no-cycle", "incident/link-target-exists");
        for (LinkType type : LinkType.standard()) {
            assertThat(company.refused(id, to(type, id)).code()).isEqualTo("link.to-itself");
        }
    }

    @Test
    void thereAreTwoHundredLinksAtMost() {
        Company company = Company.open();
        switchOff(company, "incident/link-target-exists");
        RecordId id = company.log().id();
        for (int i = 0; i < Ticket.MAX_LINKS; i++) {
            company.does(id, to(LinkType.RELATED, RecordId.of("elsewhere-" + i)));
        }
        assertThat(company.refused(id, to(LinkType.RELATED, RecordId.of("one-more")))
                        .code())
                .isEqualTo("link.too-many");
        // The same again is nothing, and where one goes another finds room.
        company.does(id, to(LinkType.RELATED, RecordId.of("elsewhere-7")));
        company.does(id, new TicketCommand.Unlink<>(LinkType.RELATED, Company.incident(RecordId.of("elsewhere-7"))));
        company.does(id, to(LinkType.RELATED, RecordId.of("one-more")));
    }

    /**
     * Where links to records that the caller may not know of are let through, no answer depends on whether there is such a record, or on
     * what it leads to.
     */
    @Test
    void theRuleAgainstCirclesTellsNothingOfInvisibleRecords() {
        Company company = ownOnly();
        switchOff(company, "incident/link-target-exists");
        RecordId hannas = company.log(HANNA, "Hanna's").id();
        RecordId annasBelow = company.log(ANNA, "below Hanna's").id();
        RecordId annasApart = company.log(ANNA, "apart").id();
        RecordId nowhere = RecordId.of("nowhere");
        for (LinkType type : LinkType.standard()) {
            if (type.isAcyclic()) {
                company.does(annasBelow, to(type, hannas));
                List<Object> answers = List.of(
                        company.refused(HANNA, hannas, to(type, annasBelow)),
                        company.refused(HANNA, hannas, to(type, annasApart)),
                        company.refused(HANNA, hannas, to(type, nowhere)));
                assertThat(answers).as("%s", type).containsOnly(answers.get(0));
            } else {
                company.does(HANNA, hannas, to(type, annasBelow));
                company.does(HANNA, hannas, to(type, nowhere));
            }
        }
        // What no record here can be, such as one of another system, leads nowhere.
        company.does(
                HANNA,
                hannas,
                new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, RecordRef.of("tracker", RecordId.of("issue-7"))));
        company.does(DORA, annasApart, to(LinkType.PARENT, hannas));
    }

    @Test
    void whatPointsAtARecordIsFoundFromThereByThoseWhoMaySeeIt() {
        Company company = ownOnly();
        RecordId parent = company.log(ANNA, "Mail is down").id();
        RecordId hannas = company.log(HANNA, "Cannot send").id();
        RecordId annas = company.log(ANNA, "Cannot read").id();
        for (RecordId child : List.of(hannas, annas)) {
            company.does(DORA, child, to(LinkType.PARENT, parent));
        }
        assertThat(below(company, DORA, parent)).containsExactlyInAnyOrder(hannas, annas);
        assertThat(below(company, ANNA, parent)).containsExactly(annas);
        assertThat(below(company, HANNA, parent)).containsExactly(hannas);
        assertThat(company.itsm.incidents().count(caller(ANNA), LinkType.PARENT.to(Company.incident(parent))))
                .isEqualTo(1);
    }

    private static List<RecordId> below(Company company, PersonId person, RecordId parent) {
        return company
                .itsm
                .incidents()
                .query(caller(person), Query.where(LinkType.PARENT.to(Company.incident(parent))))
                .items()
                .stream()
                .map(Stored::id)
                .toList();
    }
}
