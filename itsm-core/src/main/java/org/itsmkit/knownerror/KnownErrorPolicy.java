package org.itsmkit.knownerror;

import java.util.Set;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Rule;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.TicketPolicy;

/** What is permitted with a known error. */
public final class KnownErrorPolicy {

    private KnownErrorPolicy() {}

    /** The rules of every ticket, and those of known errors. */
    public static Policy<KnownError> standard() {
        return TicketPolicy.<KnownError>standard()
                .with(thereIsAWorkaround())
                .with(verifiedOnce())
                .with(thereIsSomethingToPublish())
                .with(noFixIsOpen())
                .with(TicketPolicy.fixMakesNoCycle())
                .with(TicketPolicy.fixKeepsItsLink());
    }

    /** Only what was said to help can be verified to. */
    static Rule<KnownError> thereIsAWorkaround() {
        return Rule.of(
                "there-is-a-workaround",
                Set.of(KnownErrorLifecycle.VERIFY_WORKAROUND),
                p -> p.record().map(error -> error.workaround().isEmpty()).orElse(false),
                "There is no workaround that could be verified.");
    }

    /** What is verified need not be verified. */
    static Rule<KnownError> verifiedOnce() {
        return Rule.of(
                "workaround-verified-once",
                Set.of(KnownErrorLifecycle.VERIFY_WORKAROUND),
                p -> p.record()
                        .flatMap(KnownError::workaround)
                        .map(Workaround::isVerified)
                        .orElse(false),
                "The workaround is verified already.");
    }

    /** Whoever is told learns something: why it is so, or what helps. */
    static Rule<KnownError> thereIsSomethingToPublish() {
        return Rule.of(
                "there-is-something-to-publish",
                Set.of(KnownErrorLifecycle.PUBLISH),
                p -> p.record()
                        .map(error ->
                                error.workaround().isEmpty() && error.cause().isEmpty())
                        .orElse(false),
                "There is neither a workaround nor a cause that could be published.");
    }

    /** It is not gone while a change is still to bring an end to it. */
    static Rule<KnownError> noFixIsOpen() {
        return Rule.of(
                "no-fix-is-open",
                Set.of(KnownErrorLifecycle.RECORD_FIX),
                p -> p.record()
                        .map(error -> error.fixes().stream().anyMatch(fix -> fix.state() == Fix.State.PLANNED))
                        .orElse(false),
                "A change that is to fix it is not done yet.");
    }
}
