package org.itsmkit.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.schedule.MinuteWorld.minute;
import static org.itsmkit.change.schedule.MinuteWorld.planned;
import static org.itsmkit.change.schedule.MinuteWorld.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.MinuteWorld.Plan;
import org.itsmkit.change.schedule.MinuteWorld.Said;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** Ten thousand small calendars against a walk minute by minute, and a large one pair by pair. */
class SchedulePropertiesTest {

    private static final int WORLDS = 10_000;

    private static Said said(Collision collision) {
        Set<String> items = new TreeSet<>();
        collision.items().forEach(item -> items.add(item.value()));
        return new Said(
                collision.kind().name(),
                collision.with().text(),
                minute(collision.overlap().fromInclusive()),
                minute(collision.overlap().toExclusive()),
                items);
    }

    @Test
    void everyMinuteSaysTheSame() {
        Seeds.each(WORLDS, random -> {
            MinuteWorld world = new MinuteWorld(random);
            ChangeCalendar calendar = world.calendar();
            boolean isPlanned = !world.plans.isEmpty() && random.nextBoolean();
            Plan plan = isPlanned ? world.plans.get(random.nextInt(world.plans.size())) : world.plan("new");

            assertCollisions(world, calendar, plan);
            assertSlots(world, calendar, plan, random);
            assertOutages(world, calendar, random);
        });
    }

    private static void assertCollisions(MinuteWorld world, ChangeCalendar calendar, Plan plan) {
        List<Collision> collisions = calendar.collisions(planned(plan));

        assertThat(collisions.stream().map(SchedulePropertiesTest::said).collect(Collectors.toSet()))
                .hasSameSizeAs(collisions)
                .isEqualTo(world.collisions(plan));
        assertThat(collisions)
                .isSortedAccordingTo(
                        Comparator.comparing((Collision c) -> c.overlap().fromInclusive())
                                .thenComparing(Collision::kind)
                                .thenComparing(c -> c.with().text())
                                .thenComparing(c -> c.overlap().toExclusive()));
        for (Collision collision : collisions) {
            if (!isSaid(collision)) {
                throw new AssertionError("not all of it is said: " + collision);
            }
        }
    }

    /** Assertions of their own would take longer than all the rest. */
    private static boolean isSaid(Collision collision) {
        return collision.sentence().contains(collision.with().text())
                && collision
                        .sentence()
                        .contains(collision.overlap().fromInclusive().toString())
                && collision
                        .sentence()
                        .contains(collision.overlap().toExclusive().toString());
    }

    private static void assertSlots(MinuteWorld world, ChangeCalendar calendar, Plan plan, Random random) {
        int from = random.nextInt(world.horizon);
        int to = from + 1 + random.nextInt(world.horizon + 100);
        List<List<Integer>> begins = world.begins(plan, from, to);
        int most = random.nextInt(4);

        List<FreeSlot> slots = calendar.freeSlots(planned(plan), window(from, to), Integer.MAX_VALUE);

        assertThat(slots.stream()
                        .map(slot -> List.of(minute(slot.earliestBegin()), minute(slot.latestBegin())))
                        .toList())
                .isEqualTo(begins);
        assertThat(calendar.freeSlots(planned(plan), window(from, to), most))
                .isEqualTo(slots.subList(0, Math.min(most, slots.size())));
        if (!slots.isEmpty()) {
            FreeSlot slot = slots.get(random.nextInt(slots.size()));
            assertThat(world.collisions(plan.at(minute(slot.latestBegin())))).isEmpty();
            assertThat(calendar.collisionsAt(planned(plan), slot.latestBegin())).isEmpty();
        }
    }

    private static void assertOutages(MinuteWorld world, ChangeCalendar calendar, Random random) {
        int from = random.nextInt(world.horizon);
        int to = from + 1 + random.nextInt(world.horizon);
        Map<String, Set<Integer>> expected = new TreeMap<>();
        Map<String, Set<String>> because = new TreeMap<>();
        world.outages(from, to).forEach((service, minutes) -> {
            expected.put(service, minutes.keySet());
            because.put(service, new TreeSet<>());
            minutes.values().forEach(because.get(service)::addAll);
        });
        List<ServiceOutage> outages = calendar.projectedOutages(window(from, to));
        Map<String, Set<Integer>> found = new TreeMap<>();
        for (ServiceOutage outage : outages) {
            Set<Integer> minutes = new TreeSet<>();
            int end = -1;
            for (Window window : outage.windows()) {
                assertThat(minute(window.fromInclusive())).isGreaterThan(end);
                end = minute(window.toExclusive());
                for (int minute = minute(window.fromInclusive()); minute < end; minute++) {
                    minutes.add(minute);
                }
            }
            assertThat(outage.total().toMinutes()).isEqualTo(minutes.size());
            assertThat(outage.because().stream().map(RecordRef::toString).collect(Collectors.toSet()))
                    .isEqualTo(because.get(outage.service().value()));
            found.put(outage.service().value(), minutes);
        }
        assertThat(found).isEqualTo(expected);
        assertThat(outages.stream().map(outage -> outage.service().value()).toList())
                .isEqualTo(List.copyOf(expected.keySet()));
    }

    @Test
    void theOrderInWhichChangesAreAddedAndWhatWasTakenOutMakeNoDifference() {
        Seeds.each(500, random -> {
            MinuteWorld world = new MinuteWorld(random);
            ChangeCalendar whole = world.calendar();
            ChangeCalendar grown = ChangeCalendar.of(whole.rules());
            List<Plan> plans = new ArrayList<>(world.plans);
            plans.add(world.plan("gone"));
            Collections.shuffle(plans, random);
            for (Plan plan : plans) {
                // first somewhere else, then where it belongs
                grown = grown.with(planned(world.plan(plan.id()))).with(planned(plan));
            }
            grown = grown.without(RecordRef.of("change", RecordId.of("gone")));
            Plan probe = world.plan("new");

            assertThat(grown).isEqualTo(whole);
            assertThat(grown.changes()).isEqualTo(whole.changes());
            assertThat(grown.collisions(planned(probe))).isEqualTo(whole.collisions(planned(probe)));
            assertThat(grown.freeSlots(planned(probe), window(0, world.horizon), 5))
                    .isEqualTo(whole.freeSlots(planned(probe), window(0, world.horizon), 5));
            assertThat(grown.projectedOutages(window(0, world.horizon)))
                    .isEqualTo(whole.projectedOutages(window(0, world.horizon)));
            assertThat(grown.hashCode()).isEqualTo(whole.hashCode());
        });
    }

    /** Two thousand changes in instants of microseconds; each is looked at with each. */
    @Test
    void theIndexFindsWhatPairsSay() {
        Seeds.each(1, random -> {
            List<PlannedChange> changes = new ArrayList<>();
            Map<ConfigurationItemId, ConfigurationItemId> parents = new HashMap<>();
            ItemMap.Builder map = ItemMap.builder();
            for (int i = 0; i < 400; i++) {
                ConfigurationItemId parent = MinuteWorld.item(400 + i / 8);
                parents.put(MinuteWorld.item(i), parent);
                map.contains(parent, MinuteWorld.item(i));
            }
            for (int i = 0; i < 2_000; i++) {
                changes.add(random(random, i));
            }
            ChangeCalendar calendar = ChangeCalendar.of(
                    SchedulingRules.builder().items(map.build()).build(), changes);

            for (PlannedChange change : changes) {
                Set<String> expected = new HashSet<>();
                for (PlannedChange other : changes) {
                    pair(change, other, parents).forEach(kind -> expected.add(kind + " " + other.reference()));
                }
                List<Collision> found = calendar.collisions(change);
                assertThat(found).hasSameSizeAs(expected);
                assertThat(found.stream()
                                .map(one -> one.kind() + " " + one.with().text())
                                .collect(Collectors.toSet()))
                        .isEqualTo(expected);
            }
            PlannedChange any = changes.get(0);
            assertThat(calendar.changes(any.window()))
                    .containsExactlyInAnyOrderElementsOf(changes.stream()
                            .filter(other -> overlap(any, other))
                            .toList());
        });
    }

    private static PlannedChange random(Random random, int i) {
        Instant from = MinuteWorld.ZERO.plusNanos(random.nextInt(1_000_000) * 1_000_000_000L / 7);
        boolean isLong = random.nextInt(50) == 0;
        Instant to = from.plusNanos(1_000 + random.nextInt(isLong ? 50_000 : 500) * 1_000_000_000L / 3);
        return PlannedChange.builder()
                .reference(RecordRef.of("change", RecordId.of("c" + i)))
                .title("Patch " + i)
                .window(new Window(from, to))
                .items(List.of(MinuteWorld.item(random.nextInt(450)), MinuteWorld.item(random.nextInt(400))).stream()
                        .distinct()
                        .toList())
                .assignee(PersonId.of("person-" + random.nextInt(40)))
                .build();
    }

    private static boolean overlap(PlannedChange one, PlannedChange other) {
        return one.window().fromInclusive().isBefore(other.window().toExclusive())
                && other.window().fromInclusive().isBefore(one.window().toExclusive());
    }

    private static Set<Collision.Kind> pair(
            PlannedChange change, PlannedChange other, Map<ConfigurationItemId, ConfigurationItemId> parents) {
        Set<Collision.Kind> kinds = new HashSet<>();
        if (change.reference().equals(other.reference()) || !overlap(change, other)) {
            return kinds;
        }
        if (change.assignee().equals(other.assignee())) {
            kinds.add(Collision.Kind.ASSIGNEE_BUSY);
        }
        for (ConfigurationItemId own : change.items()) {
            for (ConfigurationItemId theirs : other.items()) {
                if (own.equals(theirs)) {
                    kinds.add(Collision.Kind.SAME_ITEM);
                }
                if (theirs.equals(parents.get(own))) {
                    kinds.add(Collision.Kind.PARENT_ITEM);
                }
                if (own.equals(parents.get(theirs))) {
                    kinds.add(Collision.Kind.CHILD_ITEM);
                }
            }
        }
        return kinds;
    }
}
