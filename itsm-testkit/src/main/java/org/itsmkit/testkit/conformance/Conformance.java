package org.itsmkit.testkit.conformance;

import java.time.InstantSource;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itsmkit.Itsm;
import org.itsmkit.testkit.fixture.Seeds;

/**
 * Checks a help desk against the kit. First every step in every situation of one ticket, nearest first, then random courses with two
 * tickets; what differs is told by the shortest course of its sort that was found, of which no step can be left out.
 *
 * <pre>{@code
 * Conformance.of(clock -> new OurHelpDesk(clock)).check().requireConformity();
 * }</pre>
 *
 * <p>Immutable: each method returns another one. Safe for use by many threads, if what makes the help desks is.
 */
public final class Conformance {

    private static final long DEFAULT_BUDGET = 200_000;
    private static final int DEFAULT_COURSES = 500;
    private static final int DEFAULT_LENGTH = 40;

    private final Function<InstantSource, HelpDesk> theirs;
    private final Consumer<Itsm.Builder> reference;
    private final long budget;
    private final int courses;
    private final int length;
    private final long seed;

    private Conformance(
            Function<InstantSource, HelpDesk> theirs,
            Consumer<Itsm.Builder> reference,
            long budget,
            int courses,
            int length,
            long seed) {
        this.theirs = theirs;
        this.reference = reference;
        this.budget = budget;
        this.courses = courses;
        this.length = length;
        this.seed = seed;
    }

    /**
     * A check of the help desk that {@code theirs} makes: anew and empty with each call, and by the given clock, which moves on by a
     * minute with each step. Takes its chances from {@code -Ditsm.seed=} if that is given, else from a seed that the report names.
     */
    public static Conformance of(Function<InstantSource, HelpDesk> theirs) {
        Objects.requireNonNull(theirs, "theirs");
        String chosen = System.getProperty(Seeds.PROPERTY, "");
        long seed = chosen.isEmpty() ? new SplittableRandom().nextLong() : Long.parseLong(chosen);
        return new Conformance(theirs, builder -> {}, DEFAULT_BUDGET, DEFAULT_COURSES, DEFAULT_LENGTH, seed);
    }

    /** Returns this check against a kit that is put together otherwise, such as with a lifecycle of the team's own. */
    public Conformance against(Consumer<Itsm.Builder> change) {
        return new Conformance(theirs, Objects.requireNonNull(change, "change"), budget, courses, length, seed);
    }

    /** Returns this check with {@code newSeed}: the same seed, the same courses. */
    public Conformance seed(long newSeed) {
        return new Conformance(theirs, reference, budget, courses, length, newSeed);
    }

    /**
     * Returns this check with more or less effort.
     *
     * @param newBudget how many steps are played at most in search of the nearest differences, at least 1
     * @param newCourses how many random courses are played, at least 0
     * @param newLength how many steps each of them has, at least 3
     */
    public Conformance effort(long newBudget, int newCourses, int newLength) {
        if (newBudget < 1 || newCourses < 0 || newLength < 3) {
            throw new IllegalArgumentException(
                    "effort must be at least 1, 0 and 3, not " + newBudget + ", " + newCourses + " and " + newLength);
        }
        return new Conformance(theirs, reference, newBudget, newCourses, newLength, seed);
    }

    /** Plays, and tells what differs. */
    public ConformanceReport check() {
        Trial trial = new Trial(new ReferenceDesks(reference)::open, theirs);
        Findings findings = new Findings(trial);
        int situations = new Breadth(trial, findings).search("A", budget);
        new Walks(trial, findings, seed).walk(courses, length);
        return new ConformanceReport(findings.all(), trial.unsupported(), situations, trial.steps(), seed);
    }
}
