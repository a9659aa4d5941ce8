package org.itsmkit.governance.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.itsmkit.spi.RecordRef;

/**
 * What one policy has come to.
 *
 * @param number what people quote
 * @param name under which it stands in rejections
 * @param status where it stands
 * @param isInForce whether commands pass it
 * @param conforming how many of the records that its controls can be held against are as it wants them
 * @param notConforming how many are not
 * @param examples of those that are not, the first {@value Conformance#MOST_EXAMPLES} in the order in which they came
 * @param notJudged which of its controls say nothing of records at rest, by their places from 1: they have no condition, or are about actions
 * @param denied how often it denied something
 * @param warned how often it warned of something
 * @param waived how often it would have denied something but for a waiver
 * @param waiversInForce how many waivers hold
 * @param waiversOver how many of those that are kept are over
 * @param reviewOverdue since when it was to be looked at, and was not
 * @param kindsNotCarried the kinds of record of which it speaks, and of which none are carried here
 */
public record PolicyConformance(
        String number,
        String name,
        String status,
        boolean isInForce,
        long conforming,
        long notConforming,
        List<RecordRef> examples,
        List<Integer> notJudged,
        long denied,
        long warned,
        long waived,
        int waiversInForce,
        int waiversOver,
        Optional<LocalDate> reviewOverdue,
        SortedSet<String> kindsNotCarried) {

    public PolicyConformance {
        examples = List.copyOf(examples);
        notJudged = List.copyOf(notJudged);
    }

    /** All that there is to say, in words. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        String who = number + " " + name;
        long judged = conforming + notConforming;
        sentences.add(
                judged == 0
                        ? who + ": no record was judged by it."
                        : who + ": " + conforming + " of " + judged + " records are as it wants them.");
        if (!notJudged.isEmpty()) {
            sentences.add(who + ": controls " + notJudged + " say nothing of records to which nothing is done.");
        }
        sentences.add(who + ": it denied " + denied + ", warned of " + warned + " and was waived for " + waived
                + " commands.");
        if (waiversInForce + waiversOver > 0) {
            sentences.add(who + ": " + waiversInForce + " waivers hold, " + waiversOver + " are over.");
        }
        reviewOverdue.ifPresent(day ->
                sentences.add(who + ": it was to be looked at on " + day + (isInForce ? ", and holds still." : ".")));
        if (!kindsNotCarried.isEmpty()) {
            sentences.add(who + ": it speaks of " + kindsNotCarried + ", and no such records are carried here.");
        }
        if (!isInForce) {
            sentences.add(who + ": it is " + status + ", and no command passes it.");
        }
        return sentences;
    }
}
