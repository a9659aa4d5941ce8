package org.itsmkit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentTimelineCommand.Acknowledge;
import org.itsmkit.incident.IncidentTimelineCommand.CorrectMilestone;
import org.itsmkit.incident.IncidentTimelineCommand.RecordRecovery;
import org.itsmkit.incident.IncidentTimelineCommand.RecordRepair;
import org.itsmkit.incident.IncidentTimelineCommand.RecordRestoration;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an incident came to what: recorded as it happens or afterwards, in order, corrected with a reason. */
class MilestoneTest {

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");

    private final Company company = Company.open();
    private final Instant noticed = company.clock.instant().minusSeconds(3_600);
    private final RecordId id = done(company.itsm
                    .incidents()
                    .submit(
                            caller(ANNA),
                            IncidentCommand.log()
                                    .title("Mail is down")
                                    .detectedAt(noticed)
                                    .build()))
            .id();
    private final Instant logged = company.clock.instant();

    private Incident incident() {
        return company.now(id).record();
    }

    private Instant minutes(int afterLogging) {
        return logged.plus(Duration.ofMinutes(afterLogging));
    }

    private void itIs(int minutesAfterLogging) {
        company.clock.set(minutes(minutesAfterLogging));
    }

    @AfterEach
    void theJournalTellsTheSame() {
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void anIncidentComesToOneMilestoneAfterAnother() {
        itIs(2);
        company.does(BEN, id, new Acknowledge());
        itIs(5);
        company.does(BEN, id, new TicketCommand.Start<>());
        itIs(10);
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        itIs(20);
        company.does(id, new RecordRepair());
        itIs(25);
        company.does(id, new RecordRecovery());
        itIs(30);
        company.does(id, new RecordRestoration());
        itIs(35);
        company.does(id, FIXED);
        itIs(60);
        company.does(id, new TicketCommand.Close<>());

        assertThat(Milestone.values())
                .extracting(milestone -> incident().reached(milestone).orElseThrow())
                .containsExactly(
                        noticed,
                        logged,
                        minutes(2),
                        minutes(10),
                        minutes(20),
                        minutes(25),
                        minutes(30),
                        minutes(35),
                        minutes(60));
    }

    @Test
    void whatHappenedBeforeItWasLoggedIsRecordedAfterwards() {
        itIs(5);
        company.does(id, new RecordRepair(minutes(-30)));
        company.does(id, new RecordRestoration(minutes(-30)));
        assertThat(incident().repairedAt()).contains(minutes(-30));
        assertThat(incident().restoredAt()).contains(minutes(-30));
        assertThat(incident().recoveredAt()).as("nobody knows").isEmpty();
        assertThat(incident().ticket().updatedAt()).isEqualTo(minutes(5));

        company.does(id, new RecordRecovery(minutes(-30)));
        assertThat(incident().recoveredAt()).contains(minutes(-30));
    }

    @Test
    void whatIsToldLateHappenedWhenTheCallerSays() {
        itIs(10);
        done(company.itsm
                .incidents()
                .submit(caller(DORA), id, new RecordRepair(), Options.none().occurredAt(minutes(3))));
        assertThat(incident().repairedAt()).contains(minutes(3));
    }

    @Test
    void noMilestoneIsBeforeTheOneBeforeIt() {
        itIs(10);
        company.does(id, new IncidentCommand.Diagnose("the cable", Optional.of(minutes(4))));
        company.does(id, new RecordRestoration(minutes(8)));

        Rejection tooEarly = company.refused(id, new RecordRepair(minutes(3)));
        assertThat(tooEarly.code()).isEqualTo("rule:milestones-in-order");
        assertThat(tooEarly.sentence())
                .isEqualTo("The repair, at " + minutes(3) + ", would be before the diagnosis, at " + minutes(4) + ".");
        Rejection tooLate = company.refused(id, new RecordRepair(minutes(9)));
        assertThat(tooLate.violations().get(0).arguments())
                .containsEntry("milestone", "REPAIRED")
                .containsEntry("other", "RESTORED")
                .containsEntry("other-at", minutes(8).toString());
        assertThat(company.refused(id, new RecordRepair()).code())
                .as("now, after the restoration")
                .isEqualTo("rule:milestones-in-order");
        assertThat(company.refused(id, new IncidentCommand.Diagnose("the switch"))
                        .code())
                .isEqualTo("rule:milestones-in-order");
        assertThat(company.refused(id, new RecordRecovery(noticed.minusSeconds(1)))
                        .code())
                .isEqualTo("rule:milestones-in-order");

        company.does(id, new RecordRepair(minutes(4)));
        company.does(id, new RecordRecovery(minutes(8)));
    }

    @Test
    void theDeskAndTheMachineRoomHaveOrdersOfTheirOwn() {
        itIs(1);
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        itIs(2);
        company.does(id, new RecordRepair());
        itIs(3);
        company.does(BEN, id, new Acknowledge());
        assertThat(incident().acknowledgedAt()).contains(minutes(3));
        assertThat(company.refused(id, new CorrectMilestone(Milestone.ACKNOWLEDGED, minutes(-1), "it was so"))
                        .code())
                .as("known of before it was logged")
                .isEqualTo("rule:milestones-in-order");
    }

    @Test
    void nothingIsRecordedThatIsYetToCome() {
        assertThat(company.refused(id, new RecordRepair(minutes(1))).code()).isEqualTo("rule:milestones-have-happened");
        assertThat(company.refused(id, new CorrectMilestone(Milestone.RESTORED, minutes(1), "soon"))
                        .code())
                .isEqualTo("rule:milestones-have-happened");
    }

    @Test
    void afterItWasResolvedWhatIsRecordedWasNotLater() {
        itIs(10);
        company.does(id, FIXED);
        itIs(20);
        assertThat(company.refused(id, new RecordRestoration()).code()).isEqualTo("rule:milestones-in-order");
        company.does(id, new RecordRestoration(minutes(9)));
        assertThat(incident().restoredAt()).contains(minutes(9));
        assertThat(incident().resolution()).isPresent();
    }

    @Test
    void whatIsOnRecordIsCorrectedAndNotRecordedAgain() {
        itIs(5);
        company.does(id, new RecordRepair());
        itIs(6);
        assertThat(company.refused(id, new RecordRepair()).code()).isEqualTo("rule:milestones-recorded-once");
        Offer offer = company.itsm.incidents().availableActions(caller(DORA), id).stream()
                .filter(o -> o.action().equals(IncidentLifecycle.RECORD_REPAIR))
                .findFirst()
                .orElseThrow();
        assertThat(offer.isAllowed()).isFalse();

        company.does(id, new CorrectMilestone(Milestone.REPAIRED, minutes(4), "the technician's sheet says so"));

        assertThat(incident().repairedAt()).contains(minutes(4));
        JournalEntry last = company.journal(id).get(company.journal(id).size() - 1);
        assertThat(last.event())
                .isEqualTo(new IncidentTimelineEvent.MilestoneCorrected(
                        Milestone.REPAIRED,
                        Optional.of(minutes(5)),
                        Optional.of(minutes(4)),
                        "the technician's sheet says so"));
        long version = company.now(id).version();
        company.does(id, new CorrectMilestone(Milestone.REPAIRED, minutes(4), "once more"));
        assertThat(company.now(id).version()).as("nothing was to change").isEqualTo(version);
    }

    @Test
    void aCorrectionKeepsTheOrderToo() {
        itIs(10);
        company.does(id, new RecordRepair(minutes(5)));
        company.does(id, new RecordRestoration(minutes(8)));
        assertThat(company.refused(id, new CorrectMilestone(Milestone.REPAIRED, minutes(9), "no"))
                        .code())
                .isEqualTo("rule:milestones-in-order");
        assertThat(company.refused(id, new CorrectMilestone(Milestone.DETECTED, minutes(1), "no"))
                        .code())
                .as("noticed after it was logged")
                .isEqualTo("rule:milestones-in-order");
        company.does(id, new CorrectMilestone(Milestone.DETECTED, minutes(-90), "the probe saw it first"));
        company.does(id, new CorrectMilestone(Milestone.REPAIRED, Optional.empty(), "it was another machine"));
        assertThat(incident().detectedAt()).isEqualTo(minutes(-90));
        assertThat(incident().repairedAt()).isEmpty();
    }

    @Test
    void aClosedIncidentIsStillCorrected() {
        itIs(10);
        company.does(id, new RecordRestoration(minutes(8)));
        company.does(id, FIXED);
        company.does(id, new TicketCommand.Close<>());
        itIs(500);
        company.does(id, new CorrectMilestone(Milestone.RESTORED, minutes(7), "the users say so"));
        assertThat(incident().restoredAt()).contains(minutes(7));
        assertThat(incident().ticket().status()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void notEverythingCanBeCorrected() {
        Rejection rejection = company.refused(id, new CorrectMilestone(Milestone.LOGGED, minutes(-5), " "));
        assertThat(rejection.has("milestone.not-correctable")).isTrue();
        assertThat(rejection.has("text.missing")).isTrue();
        assertThat(company.refused(id, new CorrectMilestone(Milestone.DETECTED, Optional.empty(), "nobody knows"))
                        .code())
                .isEqualTo("milestone.needed");
        assertThat(company.refused(id, new CorrectMilestone(Milestone.DIAGNOSED, logged, "I knew"))
                        .code())
                .isEqualTo("rule:there-is-a-diagnosis");
        assertThat(company.refused(id, new CorrectMilestone(Milestone.REPAIRED, logged, "x".repeat(4_001)))
                        .code())
                .isEqualTo("text.too-long");
    }

    @Test
    void toBeginIsToAcknowledge() {
        itIs(4);
        company.does(BEN, id, new TicketCommand.Start<>());
        assertThat(incident().acknowledgedAt()).isEmpty();
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).contains(minutes(4));
        assertThat(company.refused(BEN, id, new Acknowledge()).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);

        itIs(9);
        company.does(id, new CorrectMilestone(Milestone.ACKNOWLEDGED, minutes(1), "Ben said so on the phone"));
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).contains(minutes(1));
        company.does(id, new CorrectMilestone(Milestone.ACKNOWLEDGED, Optional.empty(), "he did not"));
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).contains(minutes(4));
    }

    @Test
    void toLetItWaitIsToAcknowledgeAndToGiveItAwayOrUpIsNot() {
        itIs(1);
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        company.does(id, new TicketCommand.EscalateTo<>(OPERATIONS, "a server"));
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).isEmpty();
        RecordId other = company.log().id();
        company.does(other, new TicketCommand.Cancel<>("no incident"));
        assertThat(company.now(other).record().reached(Milestone.ACKNOWLEDGED)).isEmpty();
        assertThat(company.now(other).record().reached(Milestone.CLOSED)).isEmpty();
        itIs(2);
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER));
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).contains(minutes(2));
    }

    @Test
    void whatCameBackWasNotRepaired() {
        itIs(5);
        company.does(BEN, id, new Acknowledge());
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        company.does(id, new RecordRepair());
        company.does(id, new RecordRecovery());
        company.does(id, new RecordRestoration());
        company.does(id, FIXED);
        itIs(6);
        company.does(ANNA, id, new IncidentCommand.Reopen("down again"));
        assertThat(incident().repairedAt()).isEmpty();
        assertThat(incident().recoveredAt()).isEmpty();
        assertThat(incident().restoredAt()).isEmpty();
        assertThat(incident().resolvedInTier()).isEmpty();
        assertThat(incident().reached(Milestone.ACKNOWLEDGED)).contains(minutes(5));
        assertThat(incident().diagnosedAt()).contains(minutes(5));
        itIs(7);
        company.does(id, new RecordRepair());
        assertThat(company.events(id))
                .filteredOn("repaired"::equals)
                .as("the journal keeps both")
                .hasSize(2);
    }

    @Test
    void aTenantMayDoWithoutTheOrder() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addRulesOff("incident/milestones-in-order").build()));
        itIs(10);
        company.does(id, new RecordRestoration(minutes(3)));
        company.does(id, new RecordRepair(minutes(5)));
        assertThat(incident().repairedAt()).contains(minutes(5));
    }
}
