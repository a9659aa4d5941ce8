package org.itsmkit.valuestream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorEvent;
import org.itsmkit.knownerror.Workaround;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;

/**
 * What follows from what happens to known errors, each by a name under which a tenant can switch it off.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@value #OFFER}</td><td>what a published known error knows, its workaround or else its cause, is offered for every open
 *     incident that is an instance of it, or of a problem that it came of</td></tr>
 * <tr><td>{@value #FIX}</td><td>it is fixed when all changes that were to fix it are done</td></tr>
 * </table>
 */
public final class KnownErrorReactions {

    /** Offers what a published known error knows. */
    public static final String OFFER = "offer-published-workaround";
    /** Notices that all fixes are done. */
    public static final String FIX = "record-fix-of-known-error";

    private static final List<Phase> OPEN = List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING);

    private KnownErrorReactions() {}

    /** All of them, between these kinds as the host has them. */
    public static List<Reaction<?, ?>> standard(Definition<KnownError> knownErrors, Definition<Incident> incidents) {
        return List.of(
                new Following<>(
                        OFFER,
                        knownErrors,
                        incidents,
                        o -> o.event() instanceof KnownErrorEvent.Published
                                ? Targets.matching(Condition.and(Incidents.FIELDS.phase.isIn(OPEN), instances(o)))
                                : Targets.none(),
                        (o, incident) -> offer(o)),
                Fixes.done(FIX, knownErrors, error -> true, FixCommand.RecordFix::new));
    }

    private static Condition instances(Occasion<KnownError> occasion) {
        List<Condition> instances = new ArrayList<>(List.of(LinkType.INSTANCE_OF.to(occasion.source())));
        occasion.record().ticket().links().stream()
                .filter(link -> link.type().equals(LinkType.KNOWN_ERROR_OF.value()))
                .map(Link::target)
                .sorted()
                .forEach(problem -> instances.add(LinkType.INSTANCE_OF.to(problem)));
        return Condition.or(instances.toArray(Condition[]::new));
    }

    private static Optional<Command<Incident>> offer(Occasion<KnownError> occasion) {
        KnownError error = occasion.record();
        return error.workaround()
                .map(Workaround::text)
                .or(error::cause)
                .map(text -> new WorkaroundCommand.OfferWorkaround(
                        occasion.source(), error.ticket().number(), text));
    }
}
