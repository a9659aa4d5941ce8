package org.itsmkit.service.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * Whether somebody is there when somebody should be, over a stretch of time. All windows are half-open and in order, and neither overlap nor
 * touch. A team counts as there during its shifts, whoever of it has them.
 *
 * @param window which stretch was looked at
 * @param required for how much of it somebody should be there
 * @param covered for how much of that somebody is
 * @param gaps when nobody is there who should be
 * @param overlaps when several teams are there at once, while somebody should be
 * @param handOvers when one team's shift ends, within the stretch and while somebody should be there, and another's goes on
 */
public record Coverage(
        Window window,
        Duration required,
        Duration covered,
        List<Window> gaps,
        List<Window> overlaps,
        List<HandOver> handOvers) {

    /** The longest stretch that is looked at. */
    public static final Duration LONGEST = Duration.ofDays(1_827);

    /** The most teams. */
    public static final int MOST_TEAMS = 500;

    private static final int DIGITS = 6;

    public Coverage {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(required, "required");
        Objects.requireNonNull(covered, "covered");
        gaps = List.copyOf(gaps);
        overlaps = List.copyOf(overlaps);
        handOvers = List.copyOf(handOvers);
    }

    /**
     * How those teams cover what is required of a stretch of time.
     *
     * @param required when somebody should be there, such as the hours in which help was promised
     * @throws IllegalArgumentException if the stretch is longer than {@link #LONGEST}, there are more than {@value #MOST_TEAMS} teams, or
     *     two of one group
     */
    public static Coverage of(Collection<Team> teams, OpenWindows required, Window window) {
        if (window.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("at most " + LONGEST.toDays() + " days are looked at, not " + window);
        }
        if (teams.size() > MOST_TEAMS
                || teams.stream().map(Team::group).distinct().count() < teams.size()) {
            throw new IllegalArgumentException("at most " + MOST_TEAMS + " teams, each of another group");
        }
        return new CoverageWalk(teams, required, window).walk();
    }

    /** As {@link #of}, of the teams of each tier that there is, by tier. */
    public static SortedMap<Integer, Coverage> byTier(Collection<Team> teams, OpenWindows required, Window window) {
        SortedMap<Integer, Coverage> tiers = new TreeMap<>();
        teams.stream()
                .map(Team::tier)
                .distinct()
                .forEach(tier -> tiers.put(
                        tier,
                        of(teams.stream().filter(team -> team.tier() == tier).toList(), required, window)));
        return Collections.unmodifiableSortedMap(tiers);
    }

    /**
     * As {@link #of}, for each of these skills of the teams in which somebody has it.
     *
     * @param level at least how well, 1 to {@value Member#HIGHEST}
     */
    public static SortedMap<String, Coverage> bySkill(
            Collection<Team> teams, Set<String> skills, int level, OpenWindows required, Window window) {
        Member.requireLevel(level);
        SortedMap<String, Coverage> found = new TreeMap<>();
        for (String skill : skills) {
            List<Team> able =
                    teams.stream().filter(team -> team.can(skill, level)).toList();
            found.put(skill, of(able, required, window));
        }
        return Collections.unmodifiableSortedMap(found);
    }

    /** Which share of what is required is covered, 0 to 1, with six digits after the point, rounded down; empty if nothing is required. */
    public Optional<BigDecimal> share() {
        return required.isZero()
                ? Optional.empty()
                : Optional.of(micros(covered).divide(micros(required), DIGITS, RoundingMode.DOWN));
    }

    private static BigDecimal micros(Duration duration) {
        return BigDecimal.valueOf(duration.toNanosPart(), 9).add(BigDecimal.valueOf(duration.toSeconds()));
    }

    /** Whether somebody is there whenever somebody should be. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** The hand-overs at which nobody can tell the other anything. */
    public List<HandOver> blindHandOvers() {
        return handOvers.stream().filter(HandOver::isBlind).toList();
    }

    /** What is not as it should be, in words; empty if all is. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        gaps.forEach(
                gap -> sentences.add("Nobody is there from " + gap.fromInclusive() + " to " + gap.toExclusive() + "."));
        blindHandOvers()
                .forEach(one -> sentences.add(
                        one.from() + " hands over to " + one.to() + " at " + one.at() + " without an overlap."));
        return List.copyOf(sentences);
    }
}
