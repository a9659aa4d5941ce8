package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.engine.DataProtection.Batch;
import org.itsmkit.engine.DataProtection.Outcome;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.task.Task;
import org.junit.jupiter.api.Test;

/** Who may erase, purge and hold, and what they learn when they may not. Requesters may do everything to what is their own. */
class DataProtectionTest {

    private final Company company = Company.with(builder -> builder.authorizer(Authorizers.byRole()
            .mayOnOwn("requester", "*", "*")
            .may("agent", "*", "read")
            .may("lead", "*", "*")
            .build()));
    private final DataProtection protection = company.itsm.protection();

    /** The acts, each on a record by somebody. */
    private List<Function<Caller, Either<Rejection, Outcome>>> acts(RecordRef record) {
        return List.of(
                by -> protection.erase(by, record, Erasure.personal(Incidents.KIND), "Request 17"),
                by -> protection.purge(by, record, "Old"),
                by -> protection.hold(by, record, "Case 4711"),
                by -> protection.release(by, record, "Case closed"));
    }

    @Test
    void whoMayNotIsDeniedAndTheAuditSinkIsTold() {
        RecordRef annas = Company.incident(company.log().id());
        Company.Trace before = company.trace();

        for (Function<Caller, Either<Rejection, Outcome>> act : acts(annas)) {
            assertThat(act.apply(caller(BEN)).getLeft().reason()).isEqualTo(Rejection.Reason.DENIED);
            assertThat(act.apply(caller(GUS)).getLeft().reason()).isEqualTo(Rejection.Reason.UNKNOWN_CALLER);
        }

        assertThat(company.trace()).isEqualTo(before);
        assertThat(company.audited).hasSize(4).allSatisfy(verdict -> {
            assertThat(verdict.caller().person()).isEqualTo(BEN);
            assertThat(verdict.record()).contains(annas);
        });
    }

    @Test
    void whatIsInvisibleIsNotThere() {
        RecordRef annas = Company.incident(company.log().id());
        RecordRef nowhere = Company.incident(RecordId.of("no-such-incident"));

        for (int i = 0; i < 4; i++) {
            assertThat(like(acts(annas).get(i).apply(caller(HANNA)), annas))
                    .isEqualTo(like(acts(nowhere).get(i).apply(caller(HANNA)), nowhere));
        }
    }

    /** What is left of a purged record is nobody's own, and only who may do it to all records learns that it was there. */
    @Test
    void whatWasPurgedIsNobodysOwn() {
        RecordRef annas = Company.incident(company.log().id());
        RecordRef nowhere = Company.incident(RecordId.of("no-such-incident"));
        done(protection.purge(caller(DORA), annas, "Old"));
        done(protection.hold(caller(DORA), annas, "Case 4711"));
        Company.Trace before = company.trace();

        for (PersonId person : List.of(ANNA, HANNA, BEN)) {
            for (int i = 0; i < 4; i++) {
                assertThat(like(acts(annas).get(i).apply(caller(person)), annas))
                        .as("%s, act %s", person, i)
                        .isEqualTo(like(acts(nowhere).get(i).apply(caller(person)), nowhere));
            }
        }

        assertThat(company.trace()).isEqualTo(before);
        assertThat(done(protection.release(caller(DORA), annas, "Case closed")).changed())
                .isTrue();
    }

    private static String like(Either<Rejection, Outcome> answer, RecordRef record) {
        assertThat(answer.isLeft()).as("%s", answer).isTrue();
        return answer.getLeft().toString().replace(record.id().value(), "this");
    }

    @Test
    void erasingEverywhereTellsOfNothingInvisible() {
        RecordRef annas = Company.incident(company.log().id());
        RecordRef hannas = Company.incident(company.log(HANNA, "No mail either").id());

        Batch batch = everywhere(HANNA);

        assertThat(batch.changed()).containsExactly(hannas);
        assertThat(batch.refused()).isEmpty();
        assertThat(everywhere(BEN).refused())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.DENIED, Rejection.Reason.DENIED);
        assertThat(everywhere(GUS).refused())
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.UNKNOWN_CALLER);
        assertThat(everywhere(GUS).next()).isEmpty();
        assertThat(everywhere(DORA).changed()).containsExactly(annas);
    }

    private Batch everywhere(PersonId by) {
        return protection.eraseAll(
                caller(by), Incidents.DEFINITION, Erasure.personal(Incidents.KIND), "Request 18", Optional.empty(), 2);
    }

    @Test
    void noNoticeThatWaitsHoldsWhatPeopleWrote() {
        Company open = Company.open();
        RecordId id = open.log(ANNA, "Doctor Meyer cannot log in").id();
        done(open.itsm
                .majorIncidents()
                .submit(caller(BEN), new MajorIncidentCommand.Propose(id, "The whole ward is cut off")));
        done(open.itsm.majorIncidents().submit(caller(DORA), id, MajorIncidentCommand.Accept.commandedBy(DORA)));

        List<Task> pending = open.store.tasks().pending(ACME);

        assertThat(pending).isNotEmpty();
        assertThat(pending.toString()).doesNotContain("Meyer", "ward");
        open.store.tasks().runDue(open.itsm.tasks());
        assertThat(open.told)
                .filteredOn(notice -> notice.record().kind().equals("major-incident"))
                .isNotEmpty()
                .extracting(Notice::arguments)
                .allSatisfy(arguments -> assertThat(arguments).containsEntry("title", "Doctor Meyer cannot log in"));
        done(open.itsm
                .protection()
                .erase(
                        caller(DORA),
                        RecordRef.of("major-incident", id),
                        Erasure.personal(MajorIncidents.KIND),
                        "Request 19"));
        assertThat(open.itsm.majorIncidents().history(caller(DORA), id).toString())
                .doesNotContain("Meyer", "ward", "ben");
    }
}
