package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.DirectiveEvent;
import org.itsmkit.governance.policy.GovernancePolicyEvent;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.governance.policy.Waiver;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketEvent;

/** Puts events of directives and of policies into words. */
final class TellingGovernance {

    private final Function<PersonId, String> names;
    private final Function<Instant, String> times;

    TellingGovernance(Stage stage) {
        this.names = stage::name;
        this.times = stage::day;
    }

    /** What happened, if there are words for it. */
    Optional<String> of(Object event) {
        return directed(event).or(() -> ended(event)).or(() -> policy(event)).or(() -> waived(event));
    }

    private Optional<String> directed(Object event) {
        if (event instanceof DirectiveEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", " + quoted(proposed.title()));
        }
        if (event instanceof DirectiveEvent.Evaluated evaluated) {
            return Optional.of(
                    "evaluated: " + counted(evaluated.evaluation().findings().size(), "finding") + ", resting on "
                            + counted(evaluated.evaluation().evidence().size(), "record"));
        }
        if (event instanceof DirectiveEvent.Directed directed) {
            return Optional.of("directed: " + said(directed.direction()));
        }
        if (event instanceof DirectiveEvent.Observed observed) {
            return Optional.of("measured " + plain(observed.observation().value()) + " %");
        }
        return event instanceof DirectiveEvent.ReportDue due
                ? Optional.of("a report was due " + times.apply(due.due()))
                : Optional.empty();
    }

    private String said(Direction direction) {
        return quoted(direction.statement()) + ", from "
                + plain(direction.target().baseline()) + " % to "
                + plain(direction.target().goal()) + " % before "
                + times.apply(direction.target().due()) + "; "
                + names.apply(direction.accountable()) + " answers for it";
    }

    private static Optional<String> ended(Object event) {
        if (event instanceof DirectiveEvent.Revised revised) {
            return Optional.of("to be directed otherwise: " + quoted(revised.reason()));
        }
        if (event instanceof DirectiveEvent.Achieved achieved) {
            return Optional.of("achieved, " + quoted(achieved.comment()));
        }
        if (event instanceof DirectiveEvent.Closed closed) {
            return Optional.of("closed: " + quoted(closed.learned()));
        }
        return event instanceof TicketEvent.FieldsSet<?>
                ? Optional.of("set what the railway asks besides")
                : Optional.empty();
    }

    private static Optional<String> policy(Object event) {
        if (event instanceof GovernancePolicyEvent.Drafted drafted) {
            return Optional.of("drafted as " + drafted.number() + ", " + drafted.name() + ", with "
                    + counted(drafted.controls().size(), "control"));
        }
        if (event instanceof GovernancePolicyEvent.Enacted enacted) {
            return Optional.of("enacted, version " + enacted.version() + ": " + quoted(enacted.comment()));
        }
        if (event instanceof GovernancePolicyEvent.ReviewDue due) {
            return Optional.of("its owner was told that it is to be looked at on " + due.on());
        }
        if (event instanceof GovernancePolicyEvent.ReviewBegun) {
            return Optional.of("began to look at it");
        }
        return event instanceof GovernancePolicyEvent.ReviewEnded ended
                ? Optional.of("looked at it: " + quoted(ended.finding()))
                : Optional.empty();
    }

    private Optional<String> waived(Object event) {
        if (event instanceof GovernancePolicyEvent.WaiverGranted granted) {
            Waiver waiver = granted.waiver();
            String whom = waiver.waived() instanceof Waived.OfPerson of ? names.apply(of.person()) : "others";
            return Optional.of(
                    "waived for " + whom + " until " + times.apply(waiver.until()) + ": " + quoted(waiver.reason()));
        }
        return Optional.empty();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
