package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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
    private final Instant from;
    private final List<Clock> clocks;
    private final List<Promised> left;
    private final boolean takesNewVersions;

    /**
     * Prepares to give a ticket the clocks of what is promised.
     *
     * @param from since when it is promised
     * @param takesNewVersions whether what goes on under the same commitment goes on under its present version
     */
    Attachment(
            AgreementBook book, List<Clock> clocks, List<Promised> promised, Instant from, boolean takesNewVersions) {
        this.book = book;
        this.from = from;
        this.clocks = new ArrayList<>(clocks);
        this.left = new ArrayList<>(promised);
        this.takesNewVersions = takesNewVersions;
    }

    /** The clocks as they are from now on; where they stand is yet to be worked out. */
    List<Clock> clocks() {
        boolean[] isSettled = new boolean[clocks.size()];
        pair(isSettled, false, (clock, promised) -> isSame(clock.pledge(), promised));
        pair(isSettled, true, (clock, promised) -> isSame(clock.pledge(), promised));
        pair(isSettled, false, this::isOfAgreement);
        pair(isSettled, false, this::isForCustomer);
        pair(isSettled, true, this::isOfAgreement);
        pair(isSettled, true, this::isForCustomer);
        for (int i = 0; i < clocks.size(); i++) {
            if (!isSettled[i] && clocks.get(i).withdrawnAt().isEmpty()) {
                clocks.set(i, clocks.get(i).withWithdrawnAt(from));
            }
        }
        for (Promised promised : left) {
            if (clocks.size() < ServiceLevels.MOST_CLOCKS) {
                clocks.add(
                        Clock.of(clocks.size() + 1, promised.type() != AgreementType.SERVICE_LEVEL, pledge(promised)));
            }
        }
        return clocks;
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
        boolean stays = clock.withdrawnAt().isEmpty()
                && isSame(clock.pledge(), promised)
                && (!takesNewVersions || clock.pledge().version() == promised.version());
        return stays ? clock : clock.under(pledge(promised));
    }

    private Pledge pledge(Promised promised) {
        return new Pledge(
                from,
                promised.agreement(),
                promised.version(),
                promised.commitment().name());
    }

    private static boolean isSame(Pledge pledge, Promised promised) {
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
