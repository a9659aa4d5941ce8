package org.itsmkit.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.PersonId;

/** What directives are to the engine and to stores. */
public final class Directives {

    /** The name of the kind. */
    public static final String NAME = "directive";

    /** How directives are stored and found; what they are found by stands in {@link DirectiveKind}. */
    public static final DirectiveKind KIND = new DirectiveKind();

    /** Directives as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<Directive> DEFINITION = Definition.of(
                    KIND, DirectiveLifecycle.standard(), Directive::status)
            .policy(none -> DirectivePolicy.standard())
            .numbers("DIR", 7)
            .inputs(DirectiveLifecycle.DESCRIBE, "title", "purpose")
            .inputs(DirectiveLifecycle.HAND_OVER, "owner")
            .inputs(DirectiveLifecycle.EVALUATE, "evaluation")
            .inputs(DirectiveLifecycle.DIRECT, "direction")
            .inputs(DirectiveLifecycle.OBSERVE, "value", "at", "source")
            .inputs(DirectiveLifecycle.NOTE_REPORT_DUE, "due")
            .inputs(DirectiveLifecycle.REVISE, "reason")
            .inputs(DirectiveLifecycle.MISS, "reason")
            .inputs(DirectiveLifecycle.CLOSE, "learned")
            .inputs(DirectiveLifecycle.WITHDRAW, "reason")
            .ownCommands(DirectiveLifecycle.standard().actions())
            .announces(Directives::announce)
            .timers(new DirectiveTimers());

    private Directives() {}

    /** Who is accountable is told what is directed, and reminded to report; the owner, what was measured and what came of it. */
    private static List<Announcement> announce(Happened<Directive> happened) {
        Event<Directive> event = happened.event();
        Directive directive = happened.after();
        Map<String, String> arguments = Map.of(
                "number", directive.number(), "status", directive.status().name());
        if (event instanceof DirectiveEvent.HandedOver handed) {
            return List.of(
                    Announcement.to(handed.owner(), "directive-handed-over", arguments),
                    Announcement.to(handed.from(), "directive-handed-over", arguments));
        }
        if (event instanceof DirectiveEvent.Directed) {
            return told(directive, "directive-directed", arguments);
        }
        if (event instanceof DirectiveEvent.ReportDue) {
            return told(directive, "directive-report-due", arguments);
        }
        if (event instanceof DirectiveEvent.Observed) {
            return List.of(Announcement.to(directive.owner(), "directive-observed", arguments));
        }
        if (event instanceof DirectiveEvent.Achieved) {
            return both(directive, "directive-achieved", arguments);
        }
        if (event instanceof DirectiveEvent.Missed) {
            return both(directive, "directive-missed", arguments);
        }
        if (event instanceof DirectiveEvent.Revised) {
            return happened.before()
                    .map(before -> told(before, "directive-revised", arguments))
                    .orElse(List.of());
        }
        return event instanceof DirectiveEvent.Withdrawn
                ? both(directive, "directive-withdrawn", arguments)
                : List.of();
    }

    private static List<Announcement> told(Directive directive, String code, Map<String, String> arguments) {
        return directive.direction().stream()
                .map(direction -> Announcement.to(direction.accountable(), code, arguments))
                .toList();
    }

    private static List<Announcement> both(Directive directive, String code, Map<String, String> arguments) {
        List<Announcement> both = new ArrayList<>(told(directive, code, arguments));
        PersonId owner = directive.owner();
        if (directive.direction().filter(one -> one.accountable().equals(owner)).isEmpty()) {
            both.add(Announcement.to(owner, code, arguments));
        }
        return both;
    }
}
