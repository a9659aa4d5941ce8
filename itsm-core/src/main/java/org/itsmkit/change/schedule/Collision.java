package org.itsmkit.change.schedule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.spi.RecordRef;

/**
 * That something is in the way of a planned change.
 *
 * @param kind in what way
 * @param with what it is
 * @param overlap for how much of the time of the change
 * @param items the items of the change that are concerned, in the order of their texts; none where it is not about items
 * @param sentence all of it in words, for people; instants are written as in RFC 3339, in UTC
 */
public record Collision(Kind kind, Party with, Window overlap, Set<ConfigurationItemId> items, String sentence) {

    /** In what way something is in the way. What two changes are to each other comes in pairs: the parent of one has it as a child. */
    public enum Kind {
        /** The other works on the same item. */
        SAME_ITEM,
        /** The other works on something that contains an item of this. */
        PARENT_ITEM,
        /** The other works on something that is contained in an item of this. */
        CHILD_ITEM,
        /** The other works on something that depends on an item of this. */
        DEPENDANT_ITEM,
        /** The other works on something on which an item of this depends. */
        DEPENDENCY_ITEM,
        /** The other touches the same service. */
        SAME_SERVICE,
        /** Whoever is to make this makes the other. */
        ASSIGNEE_BUSY,
        /** No changes are made. */
        FREEZE,
        /** Items may not be worked on. */
        OUTSIDE_WINDOW;

        static Kind of(Relation relation) {
            return switch (relation) {
                case PARENT -> PARENT_ITEM;
                case CHILD -> CHILD_ITEM;
                case DEPENDANT -> DEPENDANT_ITEM;
                case DEPENDENCY -> DEPENDENCY_ITEM;
            };
        }
    }

    public Collision {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(with, "with");
        Objects.requireNonNull(overlap, "overlap");
        items = Ordered.copy(items);
        Objects.requireNonNull(sentence, "sentence");
    }

    /** What is in the way. */
    public sealed interface Party {

        /** What it is called. */
        String text();
    }

    /** Another planned change. */
    public record OtherChange(RecordRef reference) implements Party {
        @Override
        public String text() {
            return reference.toString();
        }
    }

    /** A freeze, by its name. */
    public record FrozenBy(String freeze) implements Party {
        @Override
        public String text() {
            return freeze;
        }
    }

    /** The maintenance windows that the items have, by their names in the order of the rules; one at least. */
    public record OutsideOf(List<String> windows) implements Party {
        public OutsideOf {
            windows = List.copyOf(windows);
        }

        @Override
        public String text() {
            return String.join(", ", windows);
        }
    }
}
