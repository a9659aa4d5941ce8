package org.itsmkit.change.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.RecordRef;

/**
 * The changes that are planned, and the rules by which they are. Says what is in the way of a change, where there is room for it, and which
 * services will be out.
 *
 * <p>Changes are found by an index of what they touch, so a question costs what is near the change in question, not what there is. The order
 * in which changes were added makes no difference. Immutable; safe for use by many threads, if what the rules ask is.
 */
public final class ChangeCalendar {

    /** The longest time that is searched for free slots, or reckoned for outages: ten years. */
    public static final Duration LONGEST_PERIOD = Duration.ofDays(3_660);

    private static final Comparator<PlannedChange> ORDER = Comparator.comparing(
                    (PlannedChange change) -> change.window().fromInclusive())
            .thenComparing(PlannedChange::reference);

    private static final Intervals<PlannedChange> NOTHING = Intervals.of(List.of(), PlannedChange::window);

    private final SchedulingRules rules;
    private final Map<RecordRef, PlannedChange> byReference;
    private final Intervals<PlannedChange> all;
    private final Map<Id, Intervals<PlannedChange>> byTouched;
    private final Intervals<Freeze> freezes;

    private ChangeCalendar(
            SchedulingRules rules,
            Map<RecordRef, PlannedChange> byReference,
            List<PlannedChange> all,
            Map<Id, Intervals<PlannedChange>> byTouched) {
        this.rules = rules;
        this.byReference = byReference;
        all.sort(ORDER);
        this.all = Intervals.of(all, PlannedChange::window);
        this.byTouched = byTouched;
        this.freezes = Intervals.of(rules.freezes(), Freeze::window);
    }

    /** A calendar without changes. */
    public static ChangeCalendar of(SchedulingRules rules) {
        return of(rules, List.of());
    }

    /**
     * A calendar of these changes.
     *
     * @throws IllegalArgumentException if two have the same reference
     */
    public static ChangeCalendar of(SchedulingRules rules, Collection<PlannedChange> changes) {
        Map<RecordRef, PlannedChange> byReference = new HashMap<>();
        Map<Id, List<PlannedChange>> touching = new HashMap<>();
        for (PlannedChange change : changes) {
            if (byReference.put(change.reference(), change) != null) {
                throw new IllegalArgumentException("planned twice: " + change.reference());
            }
            for (Id id : touched(change, rules)) {
                touching.computeIfAbsent(id, none -> new ArrayList<>()).add(change);
            }
        }
        Map<Id, Intervals<PlannedChange>> byTouched = new HashMap<>();
        touching.forEach((id, some) -> byTouched.put(id, Intervals.of(some, PlannedChange::window)));
        return new ChangeCalendar(rules, byReference, new ArrayList<>(byReference.values()), byTouched);
    }

    /** All that only one change at a time has: its items, its services and its assignee. */
    private static Set<Id> touched(PlannedChange change, SchedulingRules rules) {
        Set<Id> touched = new HashSet<>(change.items());
        touched.addAll(services(change, rules));
        change.assignee().ifPresent(touched::add);
        return touched;
    }

    /** By its own account, and because its items support them. */
    static Set<ServiceId> services(PlannedChange change, SchedulingRules rules) {
        Set<ServiceId> services = new HashSet<>(change.services());
        change.items().forEach(item -> services.addAll(rules.items().servicesOf(item)));
        return services;
    }

    /**
     * Returns this with one change more, or with that in the place of the one of the same reference. It looks at all that there is, a few
     * milliseconds for ten thousand changes: many at once are better told to {@link #of}.
     */
    public ChangeCalendar with(PlannedChange change) {
        return changed(change.reference(), Optional.of(change));
    }

    /** Returns this without the change of that reference, if there is one. */
    public ChangeCalendar without(RecordRef reference) {
        return byReference.containsKey(reference) ? changed(reference, Optional.empty()) : this;
    }

    private ChangeCalendar changed(RecordRef reference, Optional<PlannedChange> now) {
        Optional<PlannedChange> before = change(reference);
        Set<Id> touchedNow = now.map(change -> touched(change, rules)).orElse(Set.of());
        Set<Id> concerned = new HashSet<>(touchedNow);
        before.ifPresent(change -> concerned.addAll(touched(change, rules)));
        Map<Id, Intervals<PlannedChange>> index = new HashMap<>(byTouched);
        for (Id id : concerned) {
            List<PlannedChange> touching = new ArrayList<>(touching(id).all());
            touching.removeIf(change -> change.reference().equals(reference));
            now.filter(change -> touchedNow.contains(id)).ifPresent(touching::add);
            if (touching.isEmpty()) {
                index.remove(id);
            } else {
                index.put(id, Intervals.of(touching, PlannedChange::window));
            }
        }
        Map<RecordRef, PlannedChange> references = new HashMap<>(byReference);
        references.remove(reference);
        now.ifPresent(change -> references.put(reference, change));
        List<PlannedChange> changes = new ArrayList<>(all.all());
        changes.removeIf(change -> change.reference().equals(reference));
        now.ifPresent(changes::add);
        return new ChangeCalendar(rules, references, changes, index);
    }

    /** Returns the same changes by other rules. */
    public ChangeCalendar withRules(SchedulingRules other) {
        return of(other, all.all());
    }

    /** By what they are scheduled. */
    public SchedulingRules rules() {
        return rules;
    }

    /** All changes, in the order of their beginnings, then of their references. */
    public List<PlannedChange> changes() {
        return all.all();
    }

    /** Those that overlap {@code window}, in the same order. */
    public List<PlannedChange> changes(Window window) {
        List<PlannedChange> found = new ArrayList<>();
        all.overlapping(Ordered.micros(window), found::add);
        return List.copyOf(found);
    }

    /** The change of that reference, if it is planned. */
    public Optional<PlannedChange> change(RecordRef reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /**
     * Returns what is in the way of {@code change}, be it in this calendar or not; nothing if it can be made. What is planned under its own
     * reference is never in its way. Of another change there is one collision of each kind at most.
     *
     * @return in the order of when the overlap begins, then of kinds, then of what is in the way
     */
    public List<Collision> collisions(PlannedChange change) {
        return new CollisionSearch(this, change).collisions();
    }

    /** Why {@code change} cannot begin at {@code begin}: the collisions that it would have there. It can, if there are none. */
    public List<Collision> collisionsAt(PlannedChange change, Instant begin) {
        return collisions(change.movedTo(begin));
    }

    /**
     * Returns the next times at which {@code change} has no collisions, exactly: each slot as large as can be, in their order. They are whole
     * windows, on no grid: two neither overlap nor touch.
     *
     * @param change what is to be made; of its window, only the length counts
     * @param bounds within which it is begun and over; at most {@link #LONGEST_PERIOD}
     * @param most how many slots are wanted, 0 or more; fewer are returned if there are no more
     * @throws IllegalArgumentException if the bounds are too far apart or {@code most} is negative
     */
    public List<FreeSlot> freeSlots(PlannedChange change, Window bounds, int most) {
        if (most < 0) {
            throw new IllegalArgumentException("slots wanted are 0 or more, not " + most);
        }
        return new CollisionSearch(this, change).freeSlots(bounded(bounds), most);
    }

    /**
     * Returns which services will be out in {@code period}, and when: where a change that touches them has its outage. What lies outside of the
     * period is cut off.
     *
     * @param period at most {@link #LONGEST_PERIOD}
     * @return one for each service that will be out at all, in the order of their texts
     * @throws IllegalArgumentException if the period is too long
     */
    public List<ServiceOutage> projectedOutages(Window period) {
        return ProjectedOutages.of(changes(bounded(period)), rules, Ordered.micros(period));
    }

    private static Window bounded(Window window) {
        if (window.length().compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException(
                    "a period is at most " + LONGEST_PERIOD.toDays() + " days, not " + window.length());
        }
        return Ordered.micros(window);
    }

    /** Those changes that touch {@code id}. */
    Intervals<PlannedChange> touching(Id id) {
        return byTouched.getOrDefault(id, NOTHING);
    }

    Intervals<Freeze> freezes() {
        return freezes;
    }

    /** Whether the other has the same changes by the same rules. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeCalendar calendar
                && rules.equals(calendar.rules)
                && byReference.equals(calendar.byReference);
    }

    @Override
    public int hashCode() {
        return 31 * rules.hashCode() + byReference.hashCode();
    }

    @Override
    public String toString() {
        return "ChangeCalendar[" + byReference.size() + " changes]";
    }
}
