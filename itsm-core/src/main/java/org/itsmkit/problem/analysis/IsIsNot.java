package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a deviation is and where, against expectation, it is not (after Kepner and Tregoe): what differs between both, what changed there,
 * and which suspected cause explains both sides of each row.
 *
 * <p>A suspect that contradicts one side of one row is out. The others come by how many sides are untested, then by how many assumptions they need,
 * each counted once, then by their confidence, then in the order of the matrix. A suspect is {@linkplain Confidence#ESTABLISHED established} if it
 * explains all sides without assumption and has evidence, supported if it has evidence, else suspected.
 *
 * @param deviation what is not as it should be; not blank
 * @param rows at most {@value #MOST}
 * @param suspects at most {@value #MOST}
 */
public record IsIsNot(String deviation, List<Row> rows, List<Suspect> suspects) implements Analysis {

    /** The most rows, and the most suspects. */
    public static final int MOST = 100;

    /** What a row asks for. */
    public enum Aspect {
        /** What is wrong, with what. */
        WHAT,
        /** Where it is. */
        WHERE,
        /** When it was first, and when since. */
        WHEN,
        /** How much, how many, and whether more or fewer. */
        EXTENT
    }

    /**
     * A row.
     *
     * @param aspect what it asks for
     * @param is where the deviation is seen; not blank
     * @param isNot where it could be expected but is not seen
     * @param distinction what is peculiar to the one and not to the other
     * @param change what changed about that, and when
     */
    public record Row(
            Aspect aspect, String is, Optional<String> isNot, Optional<String> distinction, Optional<String> change) {

        public Row {
            Objects.requireNonNull(aspect, "aspect");
            Wording.require(is, "is");
            Wording.require(isNot, "isNot");
            Wording.require(distinction, "distinction");
            Wording.require(change, "change");
        }

        /** Both sides. */
        public static Row of(Aspect aspect, String is, String isNot) {
            return new Row(aspect, is, Optional.of(isNot), Optional.empty(), Optional.empty());
        }

        /** Returns this with what is peculiar to where the deviation is. */
        public Row distinguishedBy(String newDistinction) {
            return new Row(aspect, is, isNot, Optional.of(newDistinction), change);
        }

        /** Returns this with what changed about that. */
        public Row changedBy(String newChange) {
            return new Row(aspect, is, isNot, distinction, Optional.of(newChange));
        }
    }

    /** Whether a cause explains one side of a row. */
    public enum Outcome {
        /** Nobody has asked. */
        UNTESTED,
        /** It does. */
        EXPLAINS,
        /** It does, if something is assumed. */
        EXPLAINS_IF,
        /** It cannot be, if this is the cause. */
        CONTRADICTS
    }

    /**
     * The answer for one side of a row.
     *
     * @param outcome whether the cause explains it
     * @param assumption what must be assumed; there if and only if the outcome is {@link Outcome#EXPLAINS_IF}
     */
    public record Answer(Outcome outcome, Optional<String> assumption) {

        public Answer {
            Wording.require(assumption, "assumption");
            if (assumption.isPresent() != (outcome == Outcome.EXPLAINS_IF)) {
                throw new IllegalArgumentException("an assumption belongs to EXPLAINS_IF, not to " + outcome);
            }
        }

        /** Nobody has asked. */
        public static Answer untested() {
            return new Answer(Outcome.UNTESTED, Optional.empty());
        }

        /** It explains it. */
        public static Answer explains() {
            return new Answer(Outcome.EXPLAINS, Optional.empty());
        }

        /** It explains it, if something is assumed. */
        public static Answer explainsIf(String assumption) {
            return new Answer(Outcome.EXPLAINS_IF, Optional.of(assumption));
        }

        /** It contradicts it. */
        public static Answer contradicts() {
            return new Answer(Outcome.CONTRADICTS, Optional.empty());
        }
    }

    /**
     * The test of a cause against one row.
     *
     * @param is whether it explains where the deviation is
     * @param isNot whether it explains where it is not; not looked at if the row does not say where that is
     */
    public record RowTest(Answer is, Answer isNot) {

        public RowTest {
            Objects.requireNonNull(is, "is");
            Objects.requireNonNull(isNot, "isNot");
        }
    }

    /**
     * What may be the cause.
     *
     * @param cause not blank
     * @param tests one for each row, in their order; rows behind the last are untested
     * @param evidence what shows that it is the cause, beyond that it would explain what was seen
     */
    public record Suspect(String cause, List<RowTest> tests, List<Evidence> evidence) {

        public Suspect {
            Wording.require(cause, "cause");
            tests = List.copyOf(tests);
            evidence = List.copyOf(evidence);
        }

        /** One that is not tested yet. */
        public static Suspect of(String cause) {
            return new Suspect(cause, List.of(), List.of());
        }

        /** Returns this, tested against the next row. */
        public Suspect tested(Answer is, Answer isNot) {
            List<RowTest> all = new ArrayList<>(tests);
            all.add(new RowTest(is, isNot));
            return new Suspect(cause, all, evidence);
        }

        /** Returns this with more evidence. */
        public Suspect shownBy(Evidence more) {
            List<Evidence> all = new ArrayList<>(evidence);
            all.add(more);
            return new Suspect(cause, tests, all);
        }
    }

    public IsIsNot {
        Wording.require(deviation, "deviation");
        rows = List.copyOf(rows);
        suspects = List.copyOf(suspects);
        Wording.requireAtMost(MOST, rows, "rows");
        Wording.requireAtMost(MOST, suspects, "suspects");
        for (Suspect suspect : suspects) {
            Wording.requireAtMost(rows.size(), suspect.tests(), "tests of " + suspect.cause());
        }
    }

    @Override
    public Technique technique() {
        return Technique.IS_IS_NOT;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (rows.stream().noneMatch(row -> row.aspect() == aspect)) {
                String name = aspect.name().toLowerCase(Locale.ROOT);
                findings.add(new Finding("is-is-not.aspect-missing", name, "No row asks for: " + name + "."));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String where = "row " + (i + 1);
            if (row.isNot().isEmpty()) {
                findings.add(new Finding(
                        "is-is-not.no-contrast", where, "It is not said where this could be but is not: " + row.is()));
            } else if (row.distinction().isEmpty()) {
                findings.add(new Finding(
                        "is-is-not.no-distinction", where, "It is not said what both sides differ in: " + row.is()));
            }
        }
        for (int i = 0; i < suspects.size(); i++) {
            Tally tally = new Tally(this, suspects.get(i));
            if (tally.contradicted == 0 && tally.untested > 0) {
                findings.add(new Finding(
                        "is-is-not.untested",
                        "suspect " + (i + 1),
                        "Sides that are not tested yet: " + tally.untested + ", for "
                                + suspects.get(i).cause()));
            }
        }
        return List.copyOf(findings);
    }

    @Override
    public List<CauseCandidate> candidates() {
        return suspects.stream()
                .map(suspect -> new Tally(this, suspect))
                .filter(tally -> tally.contradicted == 0)
                .sorted(Comparator.comparingInt((Tally tally) -> tally.untested)
                        .thenComparingInt(tally -> tally.assumptions.size())
                        .thenComparing(Tally::confidence, Comparator.reverseOrder()))
                .map(Tally::candidate)
                .toList();
    }

    /** The rows as a Markdown table, and a second one of the suspects if there are any. */
    @Override
    public String drawing() {
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(List.of(
                    row.aspect().name().toLowerCase(Locale.ROOT),
                    row.is(),
                    row.isNot().orElse(""),
                    row.distinction().orElse(""),
                    row.change().orElse("")));
        }
        String table = Plain.table(List.of(deviation, "is", "is not", "distinction", "change"), lines);
        if (suspects.isEmpty()) {
            return table;
        }
        List<List<String>> tallies = new ArrayList<>();
        for (Suspect suspect : suspects) {
            Tally tally = new Tally(this, suspect);
            tallies.add(List.of(
                    suspect.cause(),
                    String.valueOf(tally.contradicted),
                    String.valueOf(tally.untested),
                    String.join("; ", tally.assumptions)));
        }
        return table + "\n" + Plain.table(List.of("suspect", "contradicted", "untested", "assumptions"), tallies);
    }
}
