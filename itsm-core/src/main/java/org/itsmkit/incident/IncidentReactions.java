package org.itsmkit.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.kernel.Command;
import org.itsmkit.ticket.TicketCascades;

/**
 * What follows from what happens to an incident on other incidents, each by a name under which a tenant can switch it off.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@code incident-resolve-children}</td><td>open children are resolved as their parent was</td></tr>
 * <tr><td>{@code incident-hold-children}</td><td>open children wait with a parent that waits for a reason that cascades</td></tr>
 * <tr><td>{@code incident-resume-children}</td><td>children that wait with their parent go on when it does, or when they are taken away from it</td></tr>
 * <tr><td>{@code incident-comment-to-children}</td><td>what is said to all is said to the children</td></tr>
 * <tr><td>{@code incident-absorb-duplicate}</td><td>what another was merged into remembers it; required</td></tr>
 * <tr><td>{@code incident-move-children-of-duplicate}</td><td>the children of what was merged go over to the other</td></tr>
 * <tr><td>{@code incident-release-duplicate}</td><td>what another is merged into no longer forgets it, and so does what that was merged into</td></tr>
 * </table>
 */
public final class IncidentReactions {

    private IncidentReactions() {}

    /** All of them, for incidents as the host has them. */
    public static List<Reaction<?, ?>> standard(Definition<Incident> incidents) {
        List<Reaction<?, ?>> reactions = new ArrayList<>();
        reactions.add(TicketCascades.toOpenChildren(
                incidents,
                "resolve-children",
                event -> event instanceof IncidentEvent.Resolved,
                (parent, child) -> parent.resolution().map(IncidentReactions::resolve)));
        reactions.addAll(
                TicketCascades.standard(incidents, Set.of(IncidentEvent.Resolved.class, IncidentEvent.Reopened.class)));
        return List.copyOf(reactions);
    }

    private static Command<Incident> resolve(Resolution resolution) {
        return new IncidentCommand.Resolve(resolution.code(), resolution.text());
    }
}
