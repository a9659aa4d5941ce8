package org.itsmkit.valuestream.keymeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.valuestream.keymeasure.March.MARCH;
import static org.itsmkit.valuestream.keymeasure.March.at;
import static org.itsmkit.valuestream.keymeasure.March.figure;
import static org.itsmkit.valuestream.keymeasure.March.hours;
import static org.itsmkit.valuestream.keymeasure.March.stored;
import static org.itsmkit.valuestream.keymeasure.March.value;
import static org.itsmkit.valuestream.keymeasure.March.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.AgreementLifecycle;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.credit.Measured;
import org.itsmkit.servicelevel.credit.ServiceCredit;
import org.itsmkit.servicelevel.report.Answer;
import org.itsmkit.servicelevel.report.Attribution;
import org.itsmkit.servicelevel.report.Holder;
import org.itsmkit.servicelevel.report.Judged;
import org.itsmkit.servicelevel.report.Labels;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

/** Figures of promises, money, satisfaction and outages, in worlds small enough to count by hand. */
class PromiseFiguresTest {

    private static final Duration ZERO = Duration.ZERO;
    private static final Holder DESK = Holder.team("desk");
    private static final Holder ACME = Holder.supplier("Acme Networks");

    private static Cycle cycle(ClockState state, Instant at) {
        return new Cycle(
                1,
                state,
                at.minus(Duration.ofHours(8)),
                state == ClockState.MET ? Optional.of(at) : Optional.empty(),
                Duration.ofHours(8),
                ZERO,
                Optional.of(Duration.ofHours(4)),
                Optional.empty(),
                state == ClockState.BREACHED ? Optional.of(at) : Optional.empty());
    }

    private static Judged judged(ClockState state, Instant at) {
        return Judged.of(Labels.NONE, cycle(state, at), at);
    }

    /** Two kept and one broken in March: 2 of 3; what runs still is not decided, and what was kept in April is not of March. */
    @Test
    void whatWasPromisedIsKept() {
        MeasuredWorld world = world().addPromises(
                        judged(ClockState.MET, at(2, 9)),
                        judged(ClockState.MET, at(3, 9)),
                        judged(ClockState.BREACHED, at(4, 9)),
                        judged(ClockState.RUNNING, at(5, 9)),
                        judged(ClockState.MET, Instant.parse("2026-04-01T00:00:00Z")))
                .build();

        assertThat(value("promises-kept", world)).isEqualTo(Quantity.of(2, 3));
    }

    /** To be reviewed by 31 March, which is over, and by 1 April, which is not: 1 of 2. What is no more in force is not counted. */
    @Test
    void whatIsAgreedIsReviewed() {
        Agreement late = agreement(LocalDate.of(2026, 3, 31));
        MeasuredWorld world = world().addAllAgreements(stored(
                        late, agreement(LocalDate.of(2026, 4, 1)), late.withStatus(AgreementLifecycle.TERMINATED)))
                .build();

        assertThat(value("agreements-reviewed-in-time", world)).isEqualTo(Quantity.of(1, 2));
    }

    private static Agreement agreement(LocalDate review) {
        return Agreement.builder()
                .number("AGR0000001")
                .title("Mail")
                .type(AgreementType.SERVICE_LEVEL)
                .owner(BEN)
                .status(AgreementLifecycle.ACTIVE)
                .rank(1)
                .reviewOn(review)
                .createdAt(at(1, 0))
                .updatedAt(at(1, 0))
                .build();
    }

    /** Late by 1 h at the desk and 3 h at Acme, and by 2 h at the desk alone: 3 h of 6 h. Acme had one of the two when it was late. */
    @Test
    void whatSuppliersHaveToDoWithIt() {
        MeasuredWorld world = world().addAttributions(
                        late(at(2, 9), ACME, share(DESK, 1), share(ACME, 3)),
                        late(at(3, 9), DESK, share(DESK, 2)),
                        late(Instant.parse("2026-04-02T00:00:00Z"), ACME, share(ACME, 50)))
                .build();

        assertThat(value("late-time-of-suppliers", world)).isEqualTo(Quantity.of(10_800, 21_600));
        assertThat(figure("late-time-of-suppliers", world).cases()).isEqualTo(2);
        assertThat(value("breaches-held-by-suppliers", world)).isEqualTo(Quantity.of(1, 2));
    }

    private static Attribution late(Instant at, Holder held, Attribution.Share... shares) {
        return new Attribution(cycle(ClockState.BREACHED, at), Optional.of(held), Optional.empty(), List.of(shares));
    }

    private static Attribution.Share share(Holder holder, int hours) {
        return new Attribution.Share(holder, Duration.ofHours(hours), ZERO, Duration.ofHours(hours), ZERO);
    }

    /** 12.50 and 7.50 for March make 20; what is given back for April is not of March. */
    @Test
    void whatIsGivenBack() {
        MeasuredWorld world = world().addCredits(credit(MARCH, "12.50", "EUR"), credit(MARCH, "7.50", "EUR"))
                .addCredits(credit(new Window(MARCH.toExclusive(), Instant.parse("2026-05-01T00:00:00Z")), "1", "EUR"))
                .build();

        assertThat(value("service-credits", world)).isEqualTo(Quantity.of(20));
        assertThat(figure("service-credits", world).sentence()).startsWith("Given back to customers in EUR: 20, ");
        assertThat(figure("service-credits", world.withCredits(credit(MARCH, "1", "EUR"), credit(MARCH, "1", "USD")))
                        .reason())
                .contains("several currencies");
    }

    private static ServiceCredit credit(Window window, String amount, String currency) {
        return new ServiceCredit(
                Measured.of(window, BigDecimal.TEN),
                0,
                List.of(),
                new BigDecimal(amount),
                List.of(),
                new BigDecimal(amount),
                Currency.getInstance(currency));
    }

    /** 5, 4 and 4: 13 / 3 = 4.333…, shown as 4.33. */
    @Test
    void howSatisfiedPeopleAre() {
        MeasuredWorld world = world().addAnswers(answer(2, 5), answer(3, 4), answer(4, 4), answer(40, 1))
                .build();

        assertThat(value("satisfaction", world)).isEqualTo(Quantity.of(new BigDecimal("4.33")));
        assertThat(figure("satisfaction", world).sentence()).isEqualTo("Mean satisfaction: 4.33, 3 cases.");
    }

    private static Answer answer(int day, int score) {
        return new Answer(Labels.NONE, at(day, 9), BigDecimal.valueOf(score));
    }

    /**
     * Around the clock March has 31 · 24 = 744 h. Out for 2 h and for 4 h: available for 738 of 744 h, that is 123 of 124; each failure took
     * 3 h, with 738 / 2 = 369 h of service for each; the longest took 4 h.
     */
    @Test
    void whenServicesWereOut() {
        MeasuredWorld unwatched =
                world().addOutages(out(2, 9, 11), out(9, 9, 12), out(9, 11, 13)).build();
        MeasuredWorld world = unwatched.withConventions(unwatched.conventions().withServiceTime(OpenWindows.always()));

        assertThat(value("availability", world)).isEqualTo(Quantity.of(123, 124));
        assertThat(value("mean-time-between-failures", world)).isEqualTo(hours(369));
        assertThat(value("mean-time-to-restore-service", world)).isEqualTo(hours(3));
        assertThat(value("longest-outage", world)).isEqualTo(hours(4));
        assertThat(figure("availability", unwatched).value()).isEmpty();
        assertThat(figure("longest-outage", unwatched).value()).isEmpty();
    }

    /** Watched and never out: all of the time, and no failure of which a mean could be told. */
    @Test
    void whenServicesWereNeverOut() {
        MeasuredWorld world = world().conventions(
                        Conventions.builder().serviceTime(OpenWindows.always()).build())
                .build();

        assertThat(value("availability", world)).isEqualTo(Quantity.of(1, 1));
        assertThat(figure("mean-time-between-failures", world).value()).isEmpty();
        assertThat(figure("longest-outage", world).value()).isEmpty();
    }

    private static Outage out(int day, int from, int to) {
        return Outage.of("INC0000001", at(day, from), at(day, to), OutageCause.PROVIDER);
    }
}
