package org.itsmkit.change.schedule;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;

/**
 * A time in which no changes are made, such as the days before Christmas: a blackout.
 *
 * @param name what people call it, by {@link Keys#requireName}
 * @param window when
 * @param scope of what
 * @param exceptTypes which types of changes may be made nevertheless, such as {@code emergency}
 */
public record Freeze(String name, Window window, Scope scope, Set<String> exceptTypes) {

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public Freeze {
        Keys.requireName(name, "name");
        window = Ordered.micros(window);
        Objects.requireNonNull(scope, "scope");
        exceptTypes = Collections.unmodifiableSet(new TreeSet<>(exceptTypes));
    }

    /** Nothing is changed at all. */
    public static Freeze of(String name, Window window) {
        return new Freeze(name, window, new Everything(), Set.of());
    }

    /** Returns this for some items only. */
    public Freeze onItems(ItemFilter items) {
        return new Freeze(name, window, new OnItems(items), exceptTypes);
    }

    /** Returns this for some services only. */
    public Freeze onServices(ServiceId... services) {
        return new Freeze(name, window, new OnServices(Set.of(services)), exceptTypes);
    }

    /** Returns this as one that lets changes of these types pass, and no others. */
    public Freeze exceptFor(String... types) {
        return new Freeze(name, window, scope, Set.of(types));
    }

    /** Whether {@code change}, whenever it is made, is meant. */
    boolean isMeant(PlannedChange change, ItemRelations items) {
        return !exceptTypes.contains(change.type()) && scope.covers(change, items);
    }

    /** What a freeze is of, as data. */
    public sealed interface Scope {

        /** Whether any of what {@code change} touches is in it. */
        boolean covers(PlannedChange change, ItemRelations items);
    }

    /** Every change, even one that touches nothing. */
    public record Everything() implements Scope {
        @Override
        public boolean covers(PlannedChange change, ItemRelations items) {
            return true;
        }
    }

    /** Changes with an item that matches. What is around its items does not count. */
    public record OnItems(ItemFilter filter) implements Scope {
        public OnItems {
            Objects.requireNonNull(filter, "filter");
        }

        @Override
        public boolean covers(PlannedChange change, ItemRelations items) {
            return change.items().stream().anyMatch(item -> filter.matches(item, items));
        }
    }

    /** Changes that touch one of these services, by their own account or because their items support it. */
    public record OnServices(Set<ServiceId> services) implements Scope {
        public OnServices {
            services = Ordered.copy(services);
        }

        @Override
        public boolean covers(PlannedChange change, ItemRelations items) {
            return change.services().stream().anyMatch(services::contains)
                    || change.items().stream()
                            .anyMatch(item -> items.servicesOf(item).stream().anyMatch(services::contains));
        }
    }
}
