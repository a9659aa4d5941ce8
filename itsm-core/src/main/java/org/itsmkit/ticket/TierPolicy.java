package org.itsmkit.ticket;

import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.GroupId;

/** The rule of those kinds of ticket that go from tier to tier. */
public final class TierPolicy {

    private TierPolicy() {}

    /** A ticket goes only to a tier whose group exists. */
    public static <R extends Ticketed<R>> Rule<R> tierGroupIsKnown() {
        return Rule.of(
                "tier-group-is-known",
                Set.of(TicketAction.ESCALATE, TicketAction.DE_ESCALATE),
                p -> destination(p)
                        .map(group -> p.context().facts().group(group).isEmpty())
                        .orElse(false),
                "The group of that tier does not exist.");
    }

    private static <R extends Ticketed<R>> Optional<GroupId> destination(Proposal<R> proposal) {
        return proposal.intention(TierCommand.class)
                .map(command -> (TierCommand<?>) command)
                .flatMap(command -> proposal.record()
                        .flatMap(r ->
                                command.group(r.ticket(), proposal.context().settings())));
    }
}
