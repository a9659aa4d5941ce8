package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;

/** A custom field without an index is kept and read, but nothing is found by it, and nobody is told otherwise. */
class UnindexedFieldsTest {

    private static final FieldKey COLOUR = FieldKey.custom("colour", FieldType.TEXT);
    private static final FieldKey SERIAL = FieldKey.custom("serial", FieldType.TEXT);
    private static final Condition IS_RED = Condition.eq(COLOUR, FieldValue.text("red"));
    private static final Condition IS_X1 = Condition.eq(SERIAL, FieldValue.text("x1"));

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private void define(FieldDefinition serial) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields("incident", List.of(FieldDefinition.of("colour", FieldType.TEXT), serial))
                        .build()));
    }

    private static FieldDefinition serial() {
        return FieldDefinition.of("serial", FieldType.TEXT);
    }

    private void set(String name, String value) {
        company.does(id, new TicketCommand.SetFields<>(Map.of(name, FieldValue.text(value))));
    }

    private long count(Condition condition) {
        return company.itsm.incidents().count(caller(DORA), condition);
    }

    @Test
    void itIsKeptAndReadButNothingIsFoundByIt() {
        define(serial().withoutIndex());
        set("colour", "red");
        set("serial", "x1");

        assertThat(company.now(id).record().ticket().custom())
                .isEqualTo(Map.of("colour", FieldValue.text("red"), "serial", FieldValue.text("x1")));
        assertThat(count(IS_RED)).isEqualTo(1);
        assertThat(Incidents.KIND.customFields(company.now(id).record())).containsOnlyKeys("colour");
        for (Condition condition : List.of(
                IS_X1,
                Condition.not(IS_X1),
                Condition.isEmpty(SERIAL),
                Condition.or(IS_RED, Condition.and(IS_RED, Condition.prefix(SERIAL, "x"))))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> count(condition))
                    .withMessageContaining("custom:serial")
                    .withMessageContaining("not indexed");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> company.itsm
                        .incidents()
                        .query(caller(DORA), Query.where(IS_RED).orderBy(Order.ascending(SERIAL))))
                .withMessageContaining("custom:serial");
        // Another tenant has no such definition; nothing of theirs is red.
        assertThat(company.itsm.incidents().count(Caller.of(GLOBEX, DORA), IS_X1))
                .isZero();
    }

    @Test
    void aChangedDefinitionHoldsForWhatIsSetFromThenOn() {
        define(serial().withoutIndex());
        set("serial", "x1");
        define(serial());

        assertThat(count(IS_X1)).as("set while it had no index").isZero();
        set("colour", "red");
        assertThat(count(IS_X1)).as("another field is set").isZero();
        set("serial", "x2");
        assertThat(count(Condition.eq(SERIAL, FieldValue.text("x2")))).isEqualTo(1);
        assertThat(company.now(id).record().ticket().unindexed()).isEmpty();

        define(serial().withoutIndex());
        set("serial", "x3");
        company.does(id, new TicketCommand.SetFields<>(Map.of(), Set.of("serial")));
        assertThat(company.now(id).record().ticket().unindexed())
                .as("nothing is left of a field that is emptied")
                .isEmpty();
    }

    @Test
    void whoMaySeeByItSeesNothing() {
        Authorizer bySerial = new Authorizer() {
            private final Authorizer all = Authorizers.allowAll();

            @Override
            public Decision decide(Caller caller, Permission permission, Subject subject) {
                return all.decide(caller, permission, subject);
            }

            @Override
            public Condition visible(Caller caller, String kind) {
                return caller.person().equals(BEN) && kind.equals("incident")
                        ? Condition.not(IS_X1)
                        : all.visible(caller, kind);
            }
        };
        Company careful = Company.with(builder -> builder.authorizer(bySerial));
        RecordId secret = careful.log().id();
        assertThat(careful.itsm.incidents().find(caller(BEN), secret)).isPresent();

        done(careful.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields("incident", List.of(serial().withoutIndex()))
                        .build()));
        careful.does(secret, new TicketCommand.SetFields<>(Map.of("serial", FieldValue.text("x1"))));

        assertThat(careful.itsm.incidents().find(caller(BEN), secret)).isEmpty();
        assertThat(careful.itsm.incidents().count(caller(BEN), Condition.all())).isZero();
        assertThat(careful.itsm.incidents().find(caller(DORA), secret)).isPresent();
        assertThat(careful.store.count(ACME, Incidents.KIND, Condition.all())).isEqualTo(1);
    }
}
