package org.itsmkit.servicelevel;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** What may be wanted at the end of an agreement, or of one that never was. */
public sealed interface AgreementEndingCommand extends AgreementCommand {

    /**
     * Say from when on it will not hold. It is given up then, by itself.
     *
     * @param end later than now, and not later than it would end anyway
     */
    record GiveNotice(Instant end, String reason) implements AgreementEndingCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.GIVE_NOTICE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, NOTE_LENGTH)
                    .require(
                            InForce.canHold(end),
                            "agreement.out-of-range",
                            "end",
                            "An agreement holds in the years 1970 to 2198.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            Instant kept = InForce.kept(end);
            boolean isLater = kept.isAfter(context.at())
                    && agreement.endsAt().map(at -> !kept.isAfter(at)).orElse(true);
            return isLater
                    ? right(List.of(new AgreementEvent.NoticeGiven(context.destination(), kept, reason)))
                    : left(context.refuse(Violation.of(
                            "agreement.notice-too-late",
                            "Notice is given of an end that lies ahead, and before the end that is agreed.")));
        }
    }

    /** Give it up now. */
    record Terminate(String reason) implements AgreementEndingCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.TERMINATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.Terminated(context.destination(), reason)));
        }
    }

    /** Say that it came to its end. */
    record Expire() implements AgreementEndingCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.EXPIRE;
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.Expired(context.destination())));
        }
    }

    /** Give up a draft. */
    record Withdraw(String reason) implements AgreementEndingCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.WITHDRAW;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.Withdrawn(context.destination(), reason)));
        }
    }
}
