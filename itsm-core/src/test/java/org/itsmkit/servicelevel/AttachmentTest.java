package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.Bureau.commitment;
import static org.itsmkit.servicelevel.Bureau.monday;
import static org.itsmkit.servicelevel.Bureau.terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.Pledge;
import org.itsmkit.ticket.ServiceLevels;
import org.junit.jupiter.api.Test;

/** Which clock goes on under which promise, which begins, and which is withdrawn. */
class AttachmentTest {

    private static final RecordId GOLD = RecordId.of("gold");
    private static final RecordId SILVER = RecordId.of("silver");
    private static final RecordId DESK = RecordId.of("desk");
    private static final RecordId SERVERS = RecordId.of("servers");
    private static final Instant NINE = monday("09:00");
    private static final Instant TEN = monday("10:00");

    private final AgreementBook book = AgreementBook.of(
            List.of(
                    agreed(GOLD, AgreementType.SERVICE_LEVEL),
                    agreed(SILVER, AgreementType.SERVICE_LEVEL),
                    agreed(DESK, AgreementType.OPERATIONAL_LEVEL),
                    agreed(SERVERS, AgreementType.OPERATIONAL_LEVEL)),
            AgreementSelection.ALL);

    /** Two of the same metric, so that only the name tells them apart. */
    private static AgreementBook.Agreed agreed(RecordId id, AgreementType type) {
        Terms terms = terms(
                commitment("fast", Metric.RESOLUTION, 60),
                commitment("slow", Metric.RESOLUTION, 480),
                commitment("answer", Metric.FIRST_RESPONSE, 30));
        return new AgreementBook.Agreed(
                id, id.value(), type, List.of(new AgreementVersion(1, terms, NINE, Optional.empty())));
    }

    @Test
    void theSameCommitmentComesBeforeAnotherOfTheSameMetric() {
        List<Clock> clocks = anew(List.of(clock(1, GOLD, "slow"), clock(2, GOLD, "fast")), promise(GOLD, "fast"));

        assertThat(clocks.get(1).pledges()).hasSize(1);
        assertThat(clocks.get(1).withdrawnAt()).isEmpty();
        assertThat(clocks.get(0).withdrawnAt()).contains(TEN);
    }

    @Test
    void theSameAgreementComesBeforeAnotherOfTheCustomer() {
        List<Clock> clocks = anew(List.of(clock(1, SILVER, "slow"), clock(2, GOLD, "slow")), promise(GOLD, "fast"));

        assertThat(clocks.get(1).name()).isEqualTo("fast");
        assertThat(clocks.get(0).withdrawnAt()).contains(TEN);
    }

    @Test
    void aCustomersClockGoesOnUnderAnotherAgreement() {
        List<Clock> clocks = anew(List.of(clock(1, SILVER, "slow")), promise(GOLD, "fast"));

        assertThat(clocks).singleElement().satisfies(clock -> {
            assertThat(clock.pledge().agreement()).isEqualTo(GOLD);
            assertThat(clock.pledge().from()).isEqualTo(TEN);
            assertThat(clock.pledges()).hasSize(2);
        });
    }

    @Test
    void aTeamsClockDoesNot() {
        List<Clock> clocks = anew(List.of(clock(1, DESK, "slow")), promise(SERVERS, "slow"));

        assertThat(clocks).extracting(Clock::number).containsExactly(1, 2);
        assertThat(clocks.get(0).withdrawnAt()).contains(TEN);
        assertThat(clocks.get(1).isInternal()).isTrue();
    }

    @Test
    void aCustomersClockIsNoTeams() {
        List<Clock> clocks = anew(List.of(clock(1, GOLD, "slow")), promise(DESK, "slow"));

        assertThat(clocks).extracting(Clock::isInternal).containsExactly(false, true);
        assertThat(clocks.get(0).withdrawnAt()).contains(TEN);
    }

    @Test
    void whatMeasuresSomethingElseIsAnotherClock() {
        List<Clock> clocks = anew(List.of(clock(1, GOLD, "slow")), promise(GOLD, "answer"));

        assertThat(clocks).extracting(Clock::name).containsExactly("slow", "answer");
    }

    @Test
    void whatWasWithdrawnComesBackUnderItsOwnName() {
        Clock gone = clock(1, GOLD, "fast").withWithdrawnAt(NINE);

        List<Clock> clocks = anew(List.of(gone, clock(2, GOLD, "slow")), promise(GOLD, "fast"), promise(GOLD, "slow"));

        assertThat(clocks).hasSize(2).allMatch(clock -> clock.withdrawnAt().isEmpty());
        assertThat(clocks).extracting(Clock::name).containsExactly("fast", "slow");
    }

    @Test
    void whatWasWithdrawnComesBackUnderAnotherPromiseIfNothingElseDoes() {
        for (Promised promised : List.of(promise(GOLD, "slow"), promise(SILVER, "slow"))) {
            List<Clock> clocks = anew(List.of(clock(1, GOLD, "fast").withWithdrawnAt(NINE)), promised);

            assertThat(clocks).singleElement().satisfies(clock -> {
                assertThat(clock.withdrawnAt()).isEmpty();
                assertThat(clock.name()).isEqualTo("slow");
            });
        }
    }

    @Test
    void whatStaysIsNotTakenForWhatComes() {
        Attachment.Promises promises = new Attachment.Promises(
                List.of(promise(SILVER, "fast")), List.of(promise(GOLD, "slow")), pledge -> false, false);

        List<Clock> clocks = attached(List.of(clock(1, GOLD, "slow")), promises, true);

        assertThat(clocks).extracting(Clock::name).containsExactly("slow", "fast");
        assertThat(clocks.get(0).pledges()).hasSize(1);
    }

    @Test
    void whatIsNeitherGoneNorComesIsLeftAlone() {
        Attachment.Promises promises = new Attachment.Promises(List.of(), List.of(), pledge -> false, false);

        assertThat(attached(List.of(clock(1, GOLD, "slow")), promises, true)).containsExactly(clock(1, GOLD, "slow"));
    }

    @Test
    void nothingBeginsForWhatIsDone() {
        Attachment.Promises promises = Attachment.Promises.anew(List.of(promise(GOLD, "slow")));

        assertThat(attached(List.of(), promises, false)).isEmpty();
    }

    @Test
    void whereThereAreTooManyOneBeginsInPlaceOfOneThatWasWithdrawn() {
        List<Clock> many = IntStream.rangeClosed(1, ServiceLevels.MOST_CLOCKS)
                .mapToObj(i -> clock(i, DESK, "slow"))
                .map(clock -> clock.number() == 7 ? clock.withWithdrawnAt(NINE) : clock)
                .toList();
        Attachment.Promises promises = new Attachment.Promises(
                List.of(promise(GOLD, "slow"), promise(GOLD, "answer")), List.of(), pledge -> false, false);

        List<Clock> clocks = attached(many, promises, true);

        assertThat(clocks).hasSize(ServiceLevels.MOST_CLOCKS);
        assertThat(clocks.get(6).pledge().agreement()).isEqualTo(GOLD);
        assertThat(clocks.get(6).number()).isEqualTo(7);
        assertThat(clocks)
                .filteredOn(clock -> clock.pledge().agreement().equals(GOLD))
                .hasSize(1);
    }

    private List<Clock> anew(List<Clock> clocks, Promised... promised) {
        return attached(clocks, Attachment.Promises.anew(List.of(promised)), true);
    }

    private List<Clock> attached(List<Clock> clocks, Attachment.Promises promises, boolean begins) {
        return new Attachment(book, clocks, promises, TEN, one -> new ZoneChoice(Optional.empty(), ""), begins)
                .clocks();
    }

    private Promised promise(RecordId agreement, String commitment) {
        return book.find(agreement, 1, commitment).orElseThrow();
    }

    private Clock clock(int number, RecordId agreement, String commitment) {
        boolean isInternal = promise(agreement, commitment).type() != AgreementType.SERVICE_LEVEL;
        return Clock.of(number, isInternal, new Pledge(NINE, agreement, 1, commitment));
    }
}
