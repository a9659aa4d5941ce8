package org.itsmkit.change.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;

/** Says in words what measures say in numbers. Instants are written as in RFC 3339, in UTC; all that is shown is rounded down. */
final class Sentences {

    private Sentences() {}

    static List<String> of(ChangeMeasures measures) {
        ChangeCounts counts = measures.counts();
        DeliveryMeasures delivery = measures.delivery();
        List<String> sentences = new ArrayList<>();
        sentences.add(period(measures.period()) + " " + count(counts.made(), "change was", "changes were")
                + " made and " + counts.cancelled() + " cancelled.");
        say(sentences, counts.successRate(), "Succeeded");
        say(sentences, counts.backedOutRate(), "Backed out");
        say(sentences, counts.failedRate(), "Failed");
        say(sentences, counts.emergencyRatio(), "Emergency changes");
        say(sentences, counts.unauthorisedRatio(), "Made before anybody had said yes");
        counts.collisionsPerChange(1)
                .ifPresent(each -> sentences.add(
                        "On average " + each + " things were in the way of a change when it was scheduled."));
        say(sentences, measures.approval(), "Decisions took");
        if (counts.made() > 0) {
            sentences.add("A change was made " + frequency(delivery) + "; the longest time without one was "
                    + length(delivery.longestGap()) + ".");
        }
        say(sentences, delivery.leadTime(), "Changes reached their users after");
        say(sentences, delivery.changeFailureRate(), "Failed, backed out or the cause of an incident");
        say(sentences, delivery.restoration(), "After changes that caused incidents service was restored within");
        if (delivery.unrestored() > 0) {
            sentences.add(count(
                            delivery.unrestored(),
                            "incident that a change caused was",
                            "incidents that changes caused were")
                    + " not over when the period ended.");
        }
        return List.copyOf(sentences);
    }

    static String line(ChangeMeasures measures) {
        ChangeCounts counts = measures.counts();
        String rates = counts.successRate()
                .flatMap(success -> measures.delivery()
                        .changeFailureRate()
                        .map(failure -> ", " + success + " succeeded, " + failure + " are failures"))
                .orElse("");
        return period(measures.period()) + " " + count(counts.made(), "change was", "changes were") + " made" + rates
                + ".";
    }

    private static void say(List<String> sentences, Optional<Share> share, String what) {
        share.ifPresent(some -> sentences.add(what + ": " + some + "."));
    }

    private static void say(List<String> sentences, DurationStatistics took, String what) {
        took.median()
                .flatMap(median -> took.percentile(90)
                        .map(most -> what + " " + length(median) + " in the median, and nine of ten at most "
                                + length(most) + " (" + count(took.cases(), "case", "cases") + ")."))
                .ifPresent(sentences::add);
    }

    /** A day where there is one each day, else a week. */
    private static String frequency(DeliveryMeasures delivery) {
        BigDecimal perDay = delivery.perDay(1);
        return perDay.compareTo(BigDecimal.ONE) >= 0 ? perDay + " times a day" : delivery.perWeek(1) + " times a week";
    }

    private static String period(Window period) {
        return "From " + period.fromInclusive() + " to " + period.toExclusive();
    }

    private static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** As 1 d 2 h 5 min; in seconds if it is less than a minute. */
    static String length(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        List<String> parts = new ArrayList<>();
        part(parts, duration.toDays(), "d");
        part(parts, duration.toHoursPart(), "h");
        part(parts, duration.toMinutesPart(), "min");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
