package org.itsmkit.benchmarks.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.ChangeCalendar;
import org.itsmkit.change.schedule.Freeze;
import org.itsmkit.change.schedule.ItemMap;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/**
 * Ten thousand servers, ten to a rack; of each four the first is a database that the others depend on; fifty support a service. Changes work
 * on one to three servers, sometimes on a rack, for one to eight hours, by two hundred people. There is a freeze of two days a month. No
 * maintenance windows: to ask for hours costs the same among few changes and many, and would hide what the index costs.
 */
final class Estate {

    static final int SERVERS = 10_000;
    static final int RACKS = SERVERS / 10;
    static final int SERVICES = SERVERS / 50;
    static final int PEOPLE = 200;
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final ChangeCalendar calendar;
    private final List<PlannedChange> changes;

    Estate(int count, int days) {
        Random random = new Random(20_261_121);
        List<PlannedChange> planned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            planned.add(change(random, i, days));
        }
        List<Freeze> freezes = IntStream.range(0, days / 30 + 1)
                .mapToObj(month -> Freeze.of("freeze-" + month, window(month * 30L * 24 * 60, 2 * 24 * 60))
                        .exceptFor("emergency"))
                .toList();
        calendar = ChangeCalendar.of(
                SchedulingRules.builder().items(items()).freezes(freezes).build(), planned);
        changes = List.copyOf(planned);
    }

    private static ItemMap items() {
        ItemMap.Builder items = ItemMap.builder();
        for (int i = 0; i < SERVERS; i++) {
            items.contains(rack(i / 10), server(i)).supports(server(i), ServiceId.of("service-" + i / 50));
            if (i % 4 != 0) {
                items.dependsOn(server(i), server(i - i % 4));
            }
        }
        return items.build();
    }

    static ConfigurationItemId server(int i) {
        return ConfigurationItemId.of("server-" + i);
    }

    static ConfigurationItemId rack(int i) {
        return ConfigurationItemId.of("rack-" + i);
    }

    private static Window window(long minute, long minutes) {
        Instant from = BEGIN.plus(minute, ChronoUnit.MINUTES);
        return new Window(from, from.plus(minutes, ChronoUnit.MINUTES));
    }

    private static PlannedChange change(Random random, int i, int days) {
        PlannedChange.Builder change = PlannedChange.builder()
                .reference(RecordRef.of("change", RecordId.of("c" + i)))
                .title("Patch " + i)
                .type(random.nextInt(10) == 0 ? "emergency" : "normal")
                .window(window(random.nextInt(days * 24 * 60), 60 + random.nextInt(7 * 60)))
                .assignee(PersonId.of("person-" + random.nextInt(PEOPLE)));
        if (random.nextInt(20) == 0) {
            change.addItems(rack(random.nextInt(RACKS)));
        }
        random.ints(1 + random.nextInt(3), 0, SERVERS).distinct().forEach(server -> change.addItems(server(server)));
        return change.build();
    }

    ChangeCalendar calendar() {
        return calendar;
    }

    List<PlannedChange> changes() {
        return changes;
    }
}
