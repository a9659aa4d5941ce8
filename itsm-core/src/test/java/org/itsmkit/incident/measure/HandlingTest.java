package org.itsmkit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TierCommand;
import org.junit.jupiter.api.Test;

/** Who resolved it, in incidents of which one can say so by hand. */
class HandlingTest {

    private static final Command<Incident> FIXED = new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");
    private static final Command<Incident> TO_BEN = new TicketCommand.Assign<>(SERVICE_DESK, BEN);
    private static final Command<Incident> TO_CARLA = new TicketCommand.Assign<>(OPERATIONS, CARLA);
    private static final Command<Incident> TO_DORA = new TicketCommand.Assign<>(OPERATIONS, DORA);
    private static final Command<Incident> START = new TicketCommand.Start<>();
    private static final Command<Incident> HOLD = new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER);
    private static final Command<Incident> RESUME = new TicketCommand.Resume<>();

    private final Company company = Company.open();

    @SafeVarargs
    private Incident incident(Command<Incident>... commands) {
        RecordId id = company.log().id();
        Arrays.stream(commands).forEach(command -> {
            company.aMinuteLater();
            company.does(id, command);
        });
        return company.now(id).record();
    }

    @SafeVarargs
    private Handling handling(Command<Incident>... commands) {
        return Handling.of(incident(commands)).orElseThrow();
    }

    private static void assertShares(Handling handling, boolean firstContact, boolean firstLevel) {
        assertThat(handling.isFirstContact()).as("first contact: %s", handling).isEqualTo(firstContact);
        assertThat(handling.isFirstLevel()).as("first level: %s", handling).isEqualTo(firstLevel);
    }

    @Test
    void whoeverHasItFirstAndResolvesItDoesSoAtFirstContact() {
        assertShares(handling(TO_BEN, START, FIXED), true, true);
        assertShares(handling(FIXED), true, true);
        assertShares(handling(new TicketCommand.Assign<>(SERVICE_DESK), TO_BEN, START, FIXED), true, true);
        assertShares(handling(TO_BEN, START, FIXED, new TicketCommand.Close<>()), true, true);
        assertShares(handling(TO_BEN, new TicketCommand.EscalateUp<>("tell her"), FIXED), true, true);
    }

    @Test
    void whoeverLetsItWaitDoesNot() {
        Handling waited = handling(TO_BEN, START, HOLD, RESUME, HOLD, HOLD, FIXED);
        assertShares(waited, false, true);
        assertThat(waited.waits()).isEqualTo(2);
    }

    @Test
    void whoeverGivesItAwayDoesNot() {
        assertShares(handling(TO_CARLA, START, TO_DORA, FIXED), false, true);
        assertShares(handling(TO_BEN, START, TO_CARLA, FIXED), false, false);
        assertShares(handling(TO_BEN, TO_CARLA, TO_BEN, FIXED), false, false);
        assertShares(
                handling(
                        new TicketCommand.Assign<>(SERVICE_DESK),
                        new TicketCommand.EscalateTo<>(OPERATIONS, "x"),
                        FIXED),
                false,
                false);
    }

    @Test
    void whatCameBackWasNotResolvedAtFirstContact() {
        Handling again = handling(TO_BEN, FIXED, new IncidentCommand.Reopen("down again"), FIXED);
        assertShares(again, false, true);
        assertShares(handling(TO_BEN, FIXED, new IncidentCommand.Reopen("again"), TO_CARLA, FIXED), false, false);
    }

    @Test
    void aChangeOfHandsWithinOneInstantCountsAgainstFirstContactOnly() {
        RecordId id = company.log().id();
        company.aMinuteLater();
        company.does(id, TO_BEN);
        company.does(id, TO_CARLA);
        company.aMinuteLater();
        company.does(id, FIXED);
        assertShares(Handling.of(company.now(id).record()).orElseThrow(), false, true);
    }

    @Test
    void whatIsNotResolvedWasHandledByNobodyYet() {
        assertThat(Handling.of(incident(TO_BEN, START))).isEmpty();
        assertThat(Handling.of(incident(TO_BEN, FIXED, new IncidentCommand.Reopen("again"))))
                .isEmpty();
        assertThat(Handling.of(incident(new TicketCommand.Cancel<>("no incident"))))
                .isEmpty();
    }

    @Test
    void sharesByHand() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addTiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, OPERATIONS))
                        .build()));
        ResolutionShares shares = ResolutionShares.of(Stream.of(
                incident(TO_BEN, FIXED),
                incident(TO_BEN, START, FIXED, new TicketCommand.Close<>()),
                incident(TO_BEN, HOLD, FIXED),
                incident(TO_BEN, new TierCommand.EscalateToNextTier<>("root"), TO_CARLA, FIXED),
                incident(FIXED),
                incident(TO_BEN),
                incident(new TicketCommand.Cancel<>("no incident"))));
        assertThat(shares).isEqualTo(new ResolutionShares(5, 3, 4, Map.of(1, 3L, 2, 1L)));
        assertThat(shares.firstContactShare()).hasValue(0.6);
        assertThat(shares.firstLevelShare()).hasValue(0.8);
        assertThat(ResolutionShares.of(Stream.empty()).firstContactShare()).isEmpty();
    }
}
