package org.itsmkit.benchmarks.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.Freeze;
import org.itsmkit.change.schedule.PlannedChange;

/**
 * Looks at each pair of changes, and knows of the estate what its Javadoc says. As one would write it at first: by the values as they are, of
 * which those at another time are passed over. Once more in numbers alone, laid out beforehand: the quickest that looking at all can be.
 */
final class Pairs {

    /** A change in numbers: servers from 0, racks behind them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Bare(long from, long to, int[] items, int person, String type, String reference) {}

    /** What is in the way, and how. */
    record Found(Collision.Kind kind, String with) {}

    private final List<Bare> all;
    private final List<PlannedChange> changes;
    private final List<Freeze> freezes;

    Pairs(Estate estate) {
        changes = estate.changes();
        all = estate.changes().stream().map(Pairs::bare).toList();
        freezes = estate.calendar().rules().freezes();
    }

    private static Bare bare(PlannedChange change) {
        return new Bare(
                change.window().fromInclusive().getEpochSecond(),
                change.window().toExclusive().getEpochSecond(),
                change.items().stream()
                        .mapToInt(item -> number(item.value()) + (item.value().startsWith("rack") ? Estate.SERVERS : 0))
                        .toArray(),
                number(change.assignee().orElseThrow().value()),
                change.type(),
                change.reference().toString());
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    /** What is in the way of the {@code index}-th change, by looking at all. */
    List<Found> of(int index) {
        PlannedChange change = changes.get(index);
        List<Found> found = new ArrayList<>();
        for (PlannedChange other : changes) {
            if (other.window().fromInclusive().isBefore(change.window().toExclusive())
                    && change.window().fromInclusive().isBefore(other.window().toExclusive())
                    && !other.reference().equals(change.reference())) {
                pair(bare(change), bare(other), found);
            }
        }
        freezes(bare(change), found);
        return found;
    }

    /** The same by numbers. */
    List<Found> byNumbers(int index) {
        Bare change = all.get(index);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Bare other = all.get(i);
            if (other.from() < change.to() && change.from() < other.to() && i != index) {
                pair(change, other, found);
            }
        }
        freezes(change, found);
        return found;
    }

    private void freezes(Bare change, List<Found> found) {
        for (Freeze freeze : freezes) {
            if (freeze.window().fromInclusive().getEpochSecond() < change.to()
                    && change.from() < freeze.window().toExclusive().getEpochSecond()
                    && !Objects.equals(change.type(), "emergency")) {
                found.add(new Found(Collision.Kind.FREEZE, freeze.name()));
            }
        }
    }

    private static void pair(Bare change, Bare other, List<Found> found) {
        Set<Collision.Kind> kinds = new HashSet<>();
        if (change.person() == other.person()) {
            kinds.add(Collision.Kind.ASSIGNEE_BUSY);
        }
        for (int own : change.items()) {
            for (int theirs : other.items()) {
                pair(own, theirs, kinds);
            }
        }
        kinds.forEach(kind -> found.add(new Found(kind, other.reference())));
    }

    private static void pair(int own, int theirs, Set<Collision.Kind> kinds) {
        boolean isServer = own < Estate.SERVERS;
        boolean areServers = isServer && theirs < Estate.SERVERS;
        if (own == theirs) {
            kinds.add(Collision.Kind.SAME_ITEM);
        }
        if (isServer && theirs == Estate.SERVERS + own / 10) {
            kinds.add(Collision.Kind.PARENT_ITEM);
        }
        if (theirs < Estate.SERVERS && own == Estate.SERVERS + theirs / 10) {
            kinds.add(Collision.Kind.CHILD_ITEM);
        }
        if (areServers && own / 50 == theirs / 50) {
            kinds.add(Collision.Kind.SAME_SERVICE);
        }
        if (areServers && own / 4 == theirs / 4 && own != theirs) {
            if (own % 4 == 0) {
                kinds.add(Collision.Kind.DEPENDANT_ITEM);
            } else if (theirs % 4 == 0) {
                kinds.add(Collision.Kind.DEPENDENCY_ITEM);
            }
        }
    }
}
