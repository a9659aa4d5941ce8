package org.itsmkit.change;

import java.util.Set;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketPolicy;

/** What is permitted with a change. */
public final class ChangePolicy {

    private ChangePolicy() {}

    /** The rules of every ticket, and those of changes. */
    public static Policy<Change> standard() {
        return TicketPolicy.<Change>standard().with(nobodyAuthorisesTheirOwn()).with(thereIsAPlan());
    }

    /** A change is authorised by somebody who neither asked for it nor drafted it, nor speaks for one who did. */
    static Rule<Change> nobodyAuthorisesTheirOwn() {
        return Rule.of(
                "nobody-authorises-their-own",
                Set.of(ChangeLifecycle.AUTHORISE),
                p -> p.record()
                        .map(change -> {
                            Caller caller = p.context().caller();
                            return isTheirOwn(change, caller.person())
                                    || caller.onBehalfOf()
                                            .map(other -> isTheirOwn(change, other))
                                            .orElse(false);
                        })
                        .orElse(false),
                "Nobody authorises a change of their own.");
    }

    private static boolean isTheirOwn(Change change, PersonId person) {
        return person.equals(change.ticket().requester())
                || person.equals(change.ticket().openedBy());
    }

    /** There is something to say yes to. */
    static Rule<Change> thereIsAPlan() {
        return Rule.of(
                "there-is-a-plan",
                Set.of(ChangeLifecycle.AUTHORISE),
                p -> p.record().map(change -> change.plan().isBlank()).orElse(false),
                "There is no plan that could be authorised.");
    }
}
