package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Pledge;
import org.itsmkit.ticket.ServiceLevels;

/**
 * Which clocks a ticket has where other things are promised of it than before. A clock goes on, with all that it counted, wherever it can:
 * under the same commitment, under another of the same agreement that measures the same, and to a customer under another agreement. What
 * nobody promises any more is withdrawn; what was not promised before begins.
 */
final class Attachment {

    private final AgreementBook book;
    private final Promises promises;
    private final Instant from;
    private final List<Clock> clocks;
    private final List<Promised> left;
    private final Function<Promised, ZoneChoice> zones;
    private final boolean begins;

    /**
     * What is promised otherwise.
     *
     * @param coming what is promised of it, and was not, or not so
     * @param staying what was promised and still is: clocks under it are left alone
     * @param isGone whether what was pledged is promised no more, unless something else takes its place
     * @param takesNewVersions whether what goes on under the same commitment goes on under its present version
     */
    record Promises(List<Promised> coming, List<Promised> staying, Predicate<Pledge> isGone, boolean takesNewVersions) {

        /** All that is promised, in place of all that was. */
        static Promises anew(List<Promised> all) {
            return new Promises(all, List.of(), pledge -> true, true);
        }
    }

    /**
     * Prepares to give a ticket the clocks of what is promised.
     *
     * @param from since when it is promised
     * @param zones in whose time zone the hours of each are meant
     * @param begins whether clocks may begin: none does for what is done
     */
    Attachment(
            AgreementBook book,
            List<Clock> clocks,
            Promises promises,
            Instant from,
            Function<Promised, ZoneChoice> zones,
            boolean begins) {
        this.book = book;
        this.promises = promises;
        this.from = from;
        this.clocks = new ArrayList<>(clocks);
        this.left = new ArrayList<>(promises.coming());
        this.zones = zones;
        this.begins = begins;
    }

    /** The clocks as they are from now on; where they stand is yet to be worked out. */
    List<Clock> clocks() {
        boolean[] isSettled = new boolean[clocks.size()];
        for (int i = 0; i < clocks.size(); i++) {
            Clock clock = clocks.get(i);
            isSettled[i] = clock.withdrawnAt().isEmpty()
                    && promises.staying().stream().anyMatch(one -> isSame(clock.pledge(), one));
        }
        pair(isSettled, false, (clock, promised) -> isSame(clock.pledge(), promised));
        pair(isSettled, true, (clock, promised) -> isSame(clock.pledge(), promised));
        pair(isSettled, false, this::isOfAgreement);
        pair(isSettled, false, this::isForCustomer);
        pair(isSettled, true, this::isOfAgreement);
        pair(isSettled, true, this::isForCustomer);
        for (int i = 0; i < isSettled.length; i++) {
            Clock clock = clocks.get(i);
            if (!isSettled[i]
                    && clock.withdrawnAt().isEmpty()
                    && promises.isGone().test(clock.pledge())) {
                clocks.set(i, clock.withWithdrawnAt(from));
            }
        }
        if (begins) {
            left.forEach(this::begin);
        }
        return clocks;
    }

    /** Where there are too many, one begins in place of the first that was withdrawn. */
    private void begin(Promised promised) {
        boolean isInternal = promised.type() != AgreementType.SERVICE_LEVEL;
        if (clocks.size() < ServiceLevels.MOST_CLOCKS) {
            clocks.add(Clock.of(clocks.size() + 1, isInternal, pledge(promised)));
            return;
        }
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).withdrawnAt().isPresent()) {
                clocks.set(i, Clock.of(clocks.get(i).number(), isInternal, pledge(promised)));
                return;
            }
        }
    }

    private void pair(boolean[] isSettled, boolean withdrawn, BiPredicate<Clock, Promised> fits) {
        for (int i = 0; i < isSettled.length; i++) {
            Clock clock = clocks.get(i);
            if (!isSettled[i] && clock.withdrawnAt().isPresent() == withdrawn) {
                Optional<Promised> match =
                        left.stream().filter(one -> fits.test(clock, one)).findFirst();
                if (match.isPresent()) {
                    left.remove(match.get());
                    clocks.set(i, goingOn(clock, match.get()));
                    isSettled[i] = true;
                }
            }
        }
    }

    private Clock goingOn(Clock clock, Promised promised) {
        Pledge last = clock.pledge();
        Pledge next = pledge(promised);
        boolean isSame = clock.withdrawnAt().isEmpty() && isSame(last, promised);
        if (isSame && !promises.takesNewVersions()) {
            next = new Pledge(
                    next.from(), last.agreement(), last.version(), last.commitment(), next.zone(), next.because());
        }
        boolean stays = isSame
                && last.version() == next.version()
                && last.zone().equals(next.zone())
                && last.because().equals(next.because());
        return stays ? clock : clock.under(next);
    }

    private Pledge pledge(Promised promised) {
        ZoneChoice choice = zones.apply(promised);
        return new Pledge(
                from,
                promised.agreement(),
                promised.version(),
                promised.commitment().name(),
                choice.zone(),
                choice.because());
    }

    static boolean isSame(Pledge pledge, Promised promised) {
        return pledge.agreement().equals(promised.agreement())
                && pledge.commitment().equals(promised.commitment().name());
    }

    private boolean isOfAgreement(Clock clock, Promised promised) {
        return clock.pledge().agreement().equals(promised.agreement()) && measuresSame(clock, promised);
    }

    /** Teams and suppliers answer for what they promised themselves, not for each other. */
    private boolean isForCustomer(Clock clock, Promised promised) {
        return !clock.isInternal() && promised.type() == AgreementType.SERVICE_LEVEL && measuresSame(clock, promised);
    }

    private boolean measuresSame(Clock clock, Promised promised) {
        Pledge pledge = clock.pledge();
        return book.find(pledge.agreement(), pledge.version(), pledge.commitment())
                .map(before -> before.commitment().target().metric().name())
                .filter(promised.commitment().target().metric().name()::equals)
                .isPresent();
    }

    /** What a clock stands at from which everything was withdrawn: what was kept or broken before stays so. */
    static Clock withdrawn(Clock clock) {
        boolean isDecided = clock.state() == ClockState.MET || clock.state() == ClockState.BREACHED;
        return clock.withState(isDecided ? clock.state() : ClockState.CANCELLED)
                .withDue(isDecided ? clock.due() : Optional.empty())
                .withNext(Optional.empty());
    }
}
