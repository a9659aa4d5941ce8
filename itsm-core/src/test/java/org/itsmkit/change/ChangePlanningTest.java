package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a change is to be made, how risky it is, by which way it goes, and what was made without asking. */
class ChangePlanningTest {

    private static final Window LATER =
            new Window(Instant.parse("2026-03-04T22:00:00Z"), Instant.parse("2026-03-05T02:00:00Z"));

    private Company company = Company.open();

    private Changing normal() {
        return Changing.drafted(company, ChangeType.NORMAL);
    }

    private Changing strict() {
        company = Changing.company(Changing.strict(ChangeType.NORMAL));
        return normal();
    }

    private long found(Condition condition) {
        return company.itsm.changes().count(caller(BEN), condition);
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(company.store, ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void aChangeIsFoundByWhenItIsToBeMade() {
        Changing changing = normal();
        changing.does(BEN, new PlanningCommand.Schedule(LATER));

        assertThat(changing.now().slot()).contains(Slot.of(LATER));
        assertThat(found(Changes.PLANNED_BEGIN.is(LATER.fromInclusive()))).isOne();
        assertThat(found(Changes.PLANNED_END.is(LATER.toExclusive()))).isOne();
        assertThat(found(Changes.PLANNED_BEGIN.isBelow(LATER.fromInclusive()))).isZero();
    }

    @Test
    void theSameTimeAgainIsNoNews() {
        Changing changing = normal();
        List<String> before = changing.journal();
        changing.does(BEN, new PlanningCommand.Schedule(Changing.TONIGHT));
        assertThat(changing.journal()).isEqualTo(before);
        changing.does(BEN, new PlanningCommand.Schedule(Changing.TONIGHT, Optional.of(Changing.TONIGHT)));
        assertThat(changing.journal()).hasSize(before.size() + 1).endsWith("scheduled");
    }

    @Test
    void aSlotIsAYearAtMostAndHasItsOutageWithin() {
        Changing changing = normal();
        Instant from = LATER.fromInclusive();
        Window year = new Window(from, from.plus(Slot.LONGEST));
        Window longer = new Window(from, from.plus(Slot.LONGEST).plusMillis(1));
        Window before = new Window(from.minusMillis(1), LATER.toExclusive());
        Window after = new Window(from, LATER.toExclusive().plusMillis(1));

        assertThat(changing.refused(BEN, new PlanningCommand.Schedule(longer)).code())
                .isEqualTo("slot.not-possible");
        for (Window outage : List.of(before, after)) {
            assertThat(changing.refused(BEN, new PlanningCommand.Schedule(LATER, Optional.of(outage)))
                            .code())
                    .isEqualTo("slot.not-possible");
        }
        changing.does(BEN, new PlanningCommand.Schedule(year));
        changing.does(BEN, new PlanningCommand.Schedule(LATER, Optional.of(LATER)));
    }

    @Test
    void whereNobodySaidHowNoRiskIsAssessed() {
        assertThat(normal().refused(BEN, new PlanningCommand.AssessRisk("low", "low"))
                        .code())
                .isEqualTo("risk.no-model");
    }

    @Test
    void aRiskIsAssessedByWhatIsAsked() {
        Changing changing = strict();
        assertThat(changing.refused(BEN, new PlanningCommand.AssessRisk("low", "terrible"))
                        .code())
                .isEqualTo("risk.unknown-fact");
        assertThat(changing.refused(
                                BEN,
                                new PlanningCommand.AssessRisk(
                                        Optional.of("low"), Optional.empty(), Map.of(), List.of()))
                        .violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo("risk.not-known");
                    assertThat(violation.arguments().values())
                            .anySatisfy(missing -> assertThat(missing).contains("impact"));
                });
        PastChange past = PastChange.of("CHG-7", company.clock.instant(), PastChange.Mark.BACKED_OUT);
        assertThat(changing.refused(
                                BEN,
                                new PlanningCommand.AssessRisk(
                                        Optional.of("low"),
                                        Optional.of("low"),
                                        Map.of(),
                                        Collections.nCopies(PlanningCommand.MOST_FACTS + 1, past)))
                        .code())
                .isEqualTo("list.too-long");

        changing.does(BEN, new PlanningCommand.AssessRisk("high", "high"));
        assertThat(changing.now().risk().orElseThrow().level()).isEqualTo(RiskLevel.VERY_HIGH);
        assertThat(found(Changes.RISK.is("very-high"))).isOne();
    }

    @Test
    void anotherWayHasAnotherRisk() {
        Changing changing = strict();
        List<String> before = changing.journal();
        changing.does(BEN, new PlanningCommand.Reclassify(ChangeType.NORMAL));
        assertThat(changing.journal()).as("it goes that way already").isEqualTo(before);
        assertThat(changing.now().risk()).isPresent();

        changing.does(BEN, new PlanningCommand.Reclassify(ChangeType.EMERGENCY));
        assertThat(changing.now().type()).isEqualTo(ChangeType.EMERGENCY);
        assertThat(changing.now().risk()).isEmpty();
        assertThat(found(Changes.TYPE.is(ChangeType.EMERGENCY))).isOne();
    }

    @Test
    void whatWasMadeWithoutAskingIsWrittenDownAndLookedBackOn() {
        Changing changing = normal();
        Instant begun = company.clock.instant().minus(Duration.ofHours(2));
        changing.does(
                BEN,
                new ChangeCommand.RecordUnauthorised(ChangeOutcome.SUCCESSFUL, "It was urgent", Optional.of(begun)));

        assertThat(changing.status()).isEqualTo("implemented");
        assertThat(changing.now().isUnauthorised()).isTrue();
        assertThat(changing.now().begunAt()).contains(begun);
        assertThat(found(Changes.AUTHORISATION.is("none"))).isOne();
        assertThat(changing.refused(BEN, new TicketCommand.Close<>()).code()).isEqualTo("rule:closed-after-review");
        changing.does(BEN, new ChangeCommand.LookBack("", "nobody was asked", List.of("ask")));
        changing.does(BEN, new TicketCommand.Close<>());
    }

    @Test
    void nothingIsBegunAfterItWasMade() {
        Changing changing = normal();
        Optional<Instant> future = Optional.of(company.clock.instant().plusMillis(1));
        assertThat(changing.refused(BEN, new ChangeCommand.RecordUnauthorised(ChangeOutcome.SUCCESSFUL, " ", future))
                        .violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder("text.missing", "moment.in-future");
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        assertThat(changing.refused(BEN, new ChangeCommand.Implement(ChangeOutcome.SUCCESSFUL, "done", future))
                        .code())
                .isEqualTo("moment.in-future");
    }

    @Test
    void whatWasSaidToHaveBegunStays() {
        Changing changing = normal();
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        Instant begun = company.clock.instant();
        changing.does(BEN, new ChangeCommand.Begin());
        company.aMinuteLater();
        changing.does(
                BEN,
                new ChangeCommand.Implement(
                        ChangeOutcome.SUCCESSFUL, "done", Optional.of(begun.minus(Duration.ofHours(1)))));
        assertThat(changing.now().result().orElseThrow().from()).isEqualTo(begun);
    }

    @Test
    void nobodyVotesBeforeWhatWasSaidBefore() {
        Changing changing = strict();
        changing.submit();
        assertThat(earlier(changing).code()).isEqualTo("rule:time-goes-forward");
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addRulesOff("change/time-goes-forward").build()));
        assertThat(earlier(changing).code())
                .as("a tenant that lets time go back lets no vote do so")
                .isEqualTo("approval.out-of-order");
        changing.carla(Choice.APPROVE);
        assertThat(changing.status()).isEqualTo("authorised");
    }

    /** Carla says that she voted a second ago. */
    private Rejection earlier(Changing changing) {
        return company.itsm
                .changes()
                .submit(
                        caller(CARLA),
                        changing.id,
                        new ApprovalCommand.CastVote("operations", Choice.APPROVE, ""),
                        Options.none().occurredAt(company.clock.instant().minusSeconds(1)))
                .getLeft();
    }
}
