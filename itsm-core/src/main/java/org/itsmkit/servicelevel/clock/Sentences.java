package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itsmkit.ticket.Stretch;

/** Says in words what an explanation says in data. */
final class Sentences {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    private Sentences() {}

    static List<String> of(Explanation explanation) {
        List<String> sentences = new ArrayList<>();
        for (Interval interval : explanation.intervals()) {
            sentences.add(sentence(interval));
        }
        sentences.add(summary(explanation.evaluation(), explanation.zone()));
        return sentences;
    }

    private static String sentence(Interval interval) {
        ZoneId zone = interval.hours().zone();
        return time(interval.fromInclusive(), zone) + " to " + time(interval.toExclusive(), zone) + ": "
                + reason(interval);
    }

    private static String reason(Interval interval) {
        return switch (interval.cause()) {
            case COUNTED -> length(interval) + " count" + status(interval) + ".";
            case PAUSE_USED_UP -> length(interval) + " count" + status(interval) + ", as no more of it may be pause.";
            case PAUSED -> "pause of " + length(interval) + status(interval) + ".";
            case CLOSED ->
                "closed by " + hours(interval)
                        + interval.holiday().map(Sentences::holiday).orElse("") + ".";
            case NOT_STARTED -> "the clock has not started.";
            case STOPPED -> "done" + status(interval) + ".";
            case CANCELLED -> "cancelled.";
            case TAKEN_BACK -> "does not count, as the clock began anew.";
        };
    }

    private static String holiday(String name) {
        return name.isEmpty() ? ", a holiday" : ", holiday: " + name;
    }

    private static String hours(Interval interval) {
        String choice = interval.hours().choice();
        return interval.hours() + (choice.isEmpty() ? "" : ", chosen by " + choice);
    }

    private static String status(Interval interval) {
        return interval.situation().map(Sentences::status).orElse(", before it was logged");
    }

    private static String status(Stretch situation) {
        return " in " + situation(situation);
    }

    /** As on-hold for awaiting-requester. */
    static String situation(Stretch situation) {
        return situation.status()
                + situation.holdReason().map(reason -> " for " + reason).orElse("");
    }

    static String state(Evaluation evaluation) {
        return evaluation.state().name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
    }

    private static String summary(Evaluation evaluation, ZoneId zone) {
        String name = evaluation.target().name();
        String due = evaluation.due().map(at -> ", due " + time(at, zone)).orElse("");
        String breach = evaluation
                .breachedAt()
                .map(at -> ", late since " + time(at, zone))
                .orElse("");
        String used = evaluation
                .cycle()
                .map(cycle -> ", " + length(cycle.elapsed()) + " used"
                        + cycle.budget().map(all -> " of " + length(all)).orElse(""))
                .orElse("");
        return name + ": " + state(evaluation) + used + due + breach + ".";
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String length(Interval interval) {
        return length(interval.length());
    }

    /** As 26 h 5 min 3.5 s. */
    static String length(Duration duration) {
        if (duration.isNegative()) {
            return "-" + length(duration.negated());
        }
        StringBuilder text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append(" h ");
        }
        if (duration.toMinutesPart() > 0) {
            text.append(duration.toMinutesPart()).append(" min ");
        }
        Duration rest = duration.minusMinutes(duration.toMinutes());
        if (!rest.isZero() || text.length() == 0) {
            text.append(java.math.BigDecimal.valueOf(rest.toNanos(), 9)
                            .stripTrailingZeros()
                            .toPlainString())
                    .append(" s ");
        }
        return text.toString().strip();
    }
}
