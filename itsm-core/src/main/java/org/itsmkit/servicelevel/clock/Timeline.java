package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.ticket.Stretch;

/**
 * A record's life as service levels see it: in which situation it was from when on, and what happened. Immutable.
 */
public final class Timeline {

    private static final Map<String, Set<String>> ALONE = Map.of(
            Mark.AGENT_CONTACT, Set.of(Mark.AGENT_CONTACT),
            Mark.CUSTOMER_CONTACT, Set.of(Mark.CUSTOMER_CONTACT),
            Mark.FIRST_RESPONSE, Set.of(Mark.FIRST_RESPONSE));

    private final List<Mark> marks;
    private final long[] at;
    private final Stretch[] situations;

    /** The phases of the situations, side by side: most clocks look at nothing else. */
    private final byte[] phases;

    /** Up to the last point at which something happened. */
    private final List<Set<String>> happened;

    private Timeline(List<Stretch> stretches, List<Mark> marks) {
        this.marks = marks;
        int most = stretches.size() + marks.size();
        long[] times = new long[most];
        Stretch[] situationOf = new Stretch[most];
        List<Set<String>> marksOf = new ArrayList<>(most);
        int points = 0;
        int nextMark = 0;
        int quiet = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch now = stretches.get(i);
            long from = Micros.of(now.from());
            long until =
                    i + 1 < stretches.size() ? Micros.of(stretches.get(i + 1).from()) : Long.MAX_VALUE;
            if (from < until) {
                times[points] = from;
                situationOf[points++] = now;
                marksOf.add(Set.of());
                while (nextMark < marks.size() && Micros.of(marks.get(nextMark).at()) < until) {
                    long happens = Micros.of(marks.get(nextMark).at());
                    if (happens > times[points - 1]) {
                        times[points] = happens;
                        situationOf[points++] = now;
                        marksOf.add(Set.of());
                    }
                    marksOf.set(
                            points - 1,
                            and(marksOf.get(points - 1), marks.get(nextMark++).name()));
                    quiet = points;
                }
            }
        }
        this.at = Arrays.copyOf(times, points);
        this.situations = Arrays.copyOf(situationOf, points);
        this.phases = new byte[points];
        for (int i = 0; i < points; i++) {
            phases[i] = (byte) situations[i].status().phase().ordinal();
        }
        this.happened = List.copyOf(marksOf.subList(0, quiet));
    }

    private static Set<String> and(Set<String> some, String one) {
        if (some.isEmpty()) {
            return ALONE.getOrDefault(one, Set.of(one));
        }
        Set<String> more = new HashSet<>(some);
        more.add(one);
        return Set.copyOf(more);
    }

    /**
     * One of situations and marks, in any order; of two situations from the same instant on, the later in the list holds.
     *
     * @throws IllegalArgumentException if there is no situation, or a mark before the first
     */
    public static Timeline of(List<Stretch> stretches, List<Mark> marks) {
        List<Stretch> ordered = inOrder(stretches, Comparator.comparing(Stretch::from));
        List<Mark> happened = inOrder(marks, Comparator.comparing(Mark::at));
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a timeline begins with a situation");
        }
        if (!happened.isEmpty() && happened.get(0).at().isBefore(ordered.get(0).from())) {
            throw new IllegalArgumentException("nothing happens before the first situation: " + happened.get(0));
        }
        return new Timeline(ordered, happened);
    }

    /** One of situations alone; see {@link #of(List, List)}. */
    public static Timeline of(List<Stretch> stretches) {
        return of(stretches, List.of());
    }

    private static <T> List<T> inOrder(List<T> values, Comparator<T> order) {
        for (int i = 1; i < values.size(); i++) {
            if (order.compare(values.get(i - 1), values.get(i)) > 0) {
                return values.stream().sorted(order).toList();
            }
        }
        return List.copyOf(values);
    }

    /** What if this were the situation from then on? */
    public Timeline and(Stretch situation) {
        List<Stretch> more = new ArrayList<>(stretches());
        more.add(situation);
        return of(more, marks);
    }

    /** What if that happened? */
    public Timeline and(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return of(stretches(), more);
    }

    /** The situations, but for those in whose place another came at the very instant. */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < situations.length; i++) {
            if (i == 0 || situations[i] != situations[i - 1]) {
                stretches.add(situations[i]);
            }
        }
        return List.copyOf(stretches);
    }

    /** What happened, by when. */
    public List<Mark> marks() {
        return marks;
    }

    /** When it begins. */
    public Instant begin() {
        return situations[0].from();
    }

    int points() {
        return at.length;
    }

    long at(int point) {
        return at[point];
    }

    /** How many points there are up to that instant, inclusive. */
    int pointsUntil(long instant) {
        int points = at.length;
        while (points > 0 && at[points - 1] > instant) {
            points--;
        }
        return points;
    }

    /** The phase from that point on, by its place among all. */
    int phase(int point) {
        return phases[point];
    }

    boolean isMarked(int point) {
        return point < happened.size() && !happened.get(point).isEmpty();
    }

    Stretch situation(int point) {
        return situations[point];
    }

    Set<String> marks(int point) {
        return point < happened.size() ? happened.get(point) : Set.of();
    }
}
