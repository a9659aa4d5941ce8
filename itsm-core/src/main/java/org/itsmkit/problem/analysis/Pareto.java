package org.itsmkit.problem.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/**
 * Which few of many categories make up most of it (after Vilfredo Pareto and Joseph Juran): categories by how often they occur, and the share of
 * all that each and those before it have.
 *
 * <p>The <b>vital few</b> are the least categories from the top on that reach the share asked for; those that occur as often as the last of them
 * belong to them too, as nothing but their name would tell them apart. They are the candidates, {@linkplain Confidence#SUSPECTED suspected}: a
 * count shows where to look, and no cause. All is compared exactly; only what is shown as a share is rounded.
 *
 * @param subject what is counted; not blank
 * @param counts by category, not negative; at most {@value #MOST}; kept by name
 * @param vitalShare which share of all the vital few have, above 0, at most 1
 */
public record Pareto(String subject, Map<String, Long> counts, BigDecimal vitalShare) implements Analysis {

    /** The most categories. */
    public static final int MOST = 10_000;

    private static final int MOST_DIGITS = 10;
    private static final int DIGITS_SHOWN = 4;

    /**
     * A category.
     *
     * @param category its name
     * @param count how often it occurs
     * @param cumulated how often it and those before it occur
     * @param share of all, 0 to 1, rounded to four digits
     * @param cumulatedShare of all, 0 to 1, rounded to four digits
     * @param vital whether it is one of the vital few
     */
    public record Line(
            String category, long count, long cumulated, BigDecimal share, BigDecimal cumulatedShare, boolean vital) {}

    public Pareto {
        Wording.require(subject, "subject");
        Map<String, Long> sorted = new TreeMap<>(Texts::compareByCodePoint);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        Wording.requireAtMost(MOST, counts.keySet(), "categories");
        long total = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            Keys.requireName(entry.getKey(), "category");
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException("a count is not negative: " + entry);
            }
            if (total > Long.MAX_VALUE - entry.getValue()) {
                throw new IllegalArgumentException("too many to be counted in all");
            }
            total += entry.getValue();
        }
        if (vitalShare.signum() <= 0 || vitalShare.compareTo(BigDecimal.ONE) > 0 || vitalShare.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a share is above 0 and at most 1, with at most " + MOST_DIGITS + " digits, not " + vitalShare);
        }
        vitalShare = vitalShare.stripTrailingZeros();
    }

    /** The vital few have 80 per cent. */
    public static Pareto of(String subject, Map<String, Long> counts) {
        return new Pareto(subject, counts, new BigDecimal("0.8"));
    }

    /** How many there are of all. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns all categories: those that occur most often first, and by name where they occur equally often. */
    public List<Line> lines() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        BigDecimal total = BigDecimal.valueOf(total());
        BigDecimal wanted = vitalShare.multiply(total);
        List<Line> lines = new ArrayList<>();
        long cumulated = 0;
        long last = -1;
        for (Map.Entry<String, Long> entry : sorted) {
            long count = entry.getValue();
            boolean vital = count > 0 && (BigDecimal.valueOf(cumulated).compareTo(wanted) < 0 || count == last);
            last = vital ? count : -1;
            cumulated += count;
            lines.add(new Line(entry.getKey(), count, cumulated, share(count, total), share(cumulated, total), vital));
        }
        return List.copyOf(lines);
    }

    private static BigDecimal share(long count, BigDecimal total) {
        return total.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count).divide(total, DIGITS_SHOWN, RoundingMode.HALF_EVEN);
    }

    /** The vital few, in the order of {@link #lines}; none if nothing occurs. */
    public List<Line> vitalFew() {
        return lines().stream().filter(Line::vital).toList();
    }

    @Override
    public Technique technique() {
        return Technique.PARETO;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (total() == 0) {
            findings.add(new Finding("pareto.nothing-counted", "", "Nothing is counted."));
        } else if (vitalFew().size() * 2 > counts.size() && counts.size() > 2) {
            findings.add(new Finding(
                    "pareto.no-vital-few",
                    "",
                    "More than half of the categories are needed to reach the share: no few of them stand out."));
        }
        return List.copyOf(findings);
    }

    @Override
    public List<CauseCandidate> candidates() {
        return vitalFew().stream()
                .map(line -> new CauseCandidate(
                        line.category(),
                        Confidence.SUSPECTED,
                        List.of(),
                        Technique.PARETO,
                        "It occurs " + line.count() + " times of " + total() + "."))
                .toList();
    }

    /** A Markdown table. */
    @Override
    public String drawing() {
        return Plain.table(
                List.of(subject, "count", "share", "cumulated", "vital"),
                lines().stream()
                        .map(line -> List.of(
                                line.category(),
                                String.valueOf(line.count()),
                                line.share().toPlainString(),
                                line.cumulatedShare().toPlainString(),
                                line.vital() ? "yes" : ""))
                        .toList());
    }
}
