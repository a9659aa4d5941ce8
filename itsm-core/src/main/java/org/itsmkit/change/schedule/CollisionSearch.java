package org.itsmkit.change.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.Collision.Kind;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.RecordRef;

/** What is in the way of one change: first by what they could meet, then when they do. */
final class CollisionSearch {

    private static final Comparator<Collision> ORDER = Comparator.comparing(
                    (Collision collision) -> collision.overlap().fromInclusive())
            .thenComparing(Collision::kind)
            .thenComparing(collision -> collision.with().text())
            .thenComparing(collision -> collision.overlap().toExclusive());

    /** By what the change and another could meet: what the other touches is this to what the change touches. */
    private record Touch(Kind kind, Id own, Id other) {}

    /** Another that is met in some way. */
    private record Met(Kind kind, PlannedChange other) {}

    /** Items that have the same maintenance windows, one or more. */
    private record Maintained(List<MaintenanceWindow> by, Set<ConfigurationItemId> items) {

        OpenWindows open() {
            return by.stream()
                    .map(MaintenanceWindow::windows)
                    .reduce(OpenWindows::union)
                    .orElseThrow();
        }
    }

    private final ChangeCalendar calendar;
    private final SchedulingRules rules;
    private final PlannedChange change;

    CollisionSearch(ChangeCalendar calendar, PlannedChange change) {
        this.calendar = calendar;
        this.rules = calendar.rules();
        this.change = change;
    }

    List<Collision> collisions() {
        List<Collision> collisions = new ArrayList<>();
        withOthers(collisions);
        withFreezes(collisions);
        outsideOfWindows(collisions);
        collisions.sort(ORDER);
        return List.copyOf(collisions);
    }

    private List<Touch> touches() {
        List<Touch> touches = new ArrayList<>();
        for (ConfigurationItemId item : change.items()) {
            touches.add(new Touch(Kind.SAME_ITEM, item, item));
            for (Relation relation : Relation.values()) {
                for (ConfigurationItemId related : rules.reach().around(item, relation, rules.items())) {
                    touches.add(new Touch(Kind.of(relation), item, related));
                }
            }
        }
        for (ServiceId service : ChangeCalendar.services(change, rules)) {
            touches.add(new Touch(Kind.SAME_SERVICE, service, service));
        }
        change.assignee().ifPresent(person -> touches.add(new Touch(Kind.ASSIGNEE_BUSY, person, person)));
        return touches;
    }

    private boolean isOther(PlannedChange planned) {
        return !planned.reference().equals(change.reference());
    }

    private void withOthers(List<Collision> collisions) {
        Map<Met, List<Touch>> met = new LinkedHashMap<>();
        for (Touch touch : touches()) {
            calendar.touching(touch.other()).overlapping(change.window(), planned -> {
                if (isOther(planned)) {
                    met.computeIfAbsent(new Met(touch.kind(), planned), none -> new ArrayList<>())
                            .add(touch);
                }
            });
        }
        met.forEach((other, touches) -> collisions.add(collision(other, touches)));
    }

    private Collision collision(Met met, List<Touch> touches) {
        Set<ConfigurationItemId> items = new HashSet<>();
        for (Touch touch : touches) {
            if (touch.own() instanceof ConfigurationItemId item) {
                items.add(item);
            }
        }
        Window overlap = overlap(met.other().window());
        Touch first = touches.stream()
                .min(Comparator.comparing(Touch::own, Ordered.BY_TEXT).thenComparing(Touch::other, Ordered.BY_TEXT))
                .orElseThrow();
        String more = touches.size() > 1 ? ", and " + (touches.size() - 1) + " more of that kind," : "";
        RecordRef reference = met.other().reference();
        return new Collision(
                met.kind(),
                new Collision.OtherChange(reference),
                overlap,
                items,
                said(first, reference) + more + during(overlap));
    }

    private static String said(Touch touch, RecordRef reference) {
        return switch (touch.kind()) {
            case SAME_ITEM -> reference + " works on " + touch.other() + " too";
            case PARENT_ITEM -> reference + " works on " + touch.other() + ", which contains " + touch.own();
            case CHILD_ITEM -> reference + " works on " + touch.other() + ", which is part of " + touch.own();
            case DEPENDANT_ITEM -> reference + " works on " + touch.other() + ", which depends on " + touch.own();
            case DEPENDENCY_ITEM -> reference + " works on " + touch.other() + ", on which " + touch.own() + " depends";
            case SAME_SERVICE -> reference + " touches " + touch.other() + " too";
            case ASSIGNEE_BUSY -> touch.other() + " works on " + reference;
            case FREEZE, OUTSIDE_WINDOW -> throw new IllegalArgumentException("no other change: " + touch.kind());
        };
    }

    private static String during(Window window) {
        return " from " + window.fromInclusive() + " to " + window.toExclusive();
    }

    private Window overlap(Window other) {
        Instant from = change.window().fromInclusive();
        Instant to = change.window().toExclusive();
        return new Window(
                from.isAfter(other.fromInclusive()) ? from : other.fromInclusive(),
                to.isBefore(other.toExclusive()) ? to : other.toExclusive());
    }

    private void withFreezes(List<Collision> collisions) {
        calendar.freezes().overlapping(change.window(), freeze -> {
            if (freeze.isMeant(change, rules.items())) {
                Window overlap = overlap(freeze.window());
                String sentence =
                        "the freeze " + freeze.name() + " lets no " + change.type() + " changes pass" + during(overlap);
                collisions.add(
                        new Collision(Kind.FREEZE, new Collision.FrozenBy(freeze.name()), overlap, Set.of(), sentence));
            }
        });
    }

    private void outsideOfWindows(List<Collision> collisions) {
        Window window = change.window();
        for (Maintained maintained : maintained()) {
            Collision.OutsideOf outside = new Collision.OutsideOf(
                    maintained.by().stream().map(MaintenanceWindow::name).toList());
            String items = String.join(
                    ", ", maintained.items().stream().map(Object::toString).toList());
            OpenWindows.of(List.of(window))
                    .difference(maintained.open())
                    .windows(window.fromInclusive(), window.toExclusive())
                    .forEach(part -> collisions.add(new Collision(
                            Kind.OUTSIDE_WINDOW,
                            outside,
                            part,
                            maintained.items(),
                            items + ": outside of " + outside.text() + during(part))));
        }
    }

    /** The items that may not be worked on at any time, by what they have in common. */
    private List<Maintained> maintained() {
        if (rules.maintenance().isEmpty()) {
            return List.of();
        }
        Map<List<MaintenanceWindow>, Set<ConfigurationItemId>> items = new LinkedHashMap<>();
        for (ConfigurationItemId item : change.items()) {
            List<MaintenanceWindow> by = rules.maintenance().stream()
                    .filter(each -> each.items().matches(item, rules.items()))
                    .toList();
            if (!by.isEmpty()) {
                items.computeIfAbsent(by, none -> new LinkedHashSet<>()).add(item);
            }
        }
        return items.entrySet().stream()
                .map(entry -> new Maintained(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<FreeSlot> freeSlots(Window bounds, int most) {
        List<Window> taken = new ArrayList<>();
        Set<Id> looked = new HashSet<>();
        for (Touch touch : touches()) {
            if (looked.add(touch.other())) {
                calendar.touching(touch.other()).overlapping(bounds, planned -> {
                    if (isOther(planned)) {
                        taken.add(planned.window());
                    }
                });
            }
        }
        calendar.freezes().overlapping(bounds, freeze -> {
            if (freeze.isMeant(change, rules.items())) {
                taken.add(freeze.window());
            }
        });
        OpenWindows free = OpenWindows.of(List.of(bounds));
        for (Maintained maintained : maintained()) {
            free = free.intersection(maintained.open());
        }
        Duration length = change.window().length();
        return free.difference(OpenWindows.of(taken)).windows(bounds.fromInclusive(), bounds.toExclusive()).stream()
                .filter(window -> window.length().compareTo(length) >= 0)
                .limit(most)
                .map(window -> new FreeSlot(window, length))
                .toList();
    }
}
