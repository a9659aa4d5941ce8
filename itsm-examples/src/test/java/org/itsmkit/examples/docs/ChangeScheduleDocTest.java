package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.ChangeCalendar;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.FreeSlot;
import org.itsmkit.change.schedule.Freeze;
import org.itsmkit.change.schedule.ICalendar;
import org.itsmkit.change.schedule.ItemFilter;
import org.itsmkit.change.schedule.ItemMap;
import org.itsmkit.change.schedule.MaintenanceWindow;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.change.schedule.Reach;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.change.schedule.ServiceOutage;
import org.itsmkit.examples.calendar.RecurringWindows;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** The snippets about the change calendar. */
class ChangeScheduleDocTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static RecordRef change(String id) {
        return RecordRef.of("change", RecordId.of(id));
    }

    @Test
    void theShop() {
        // spotless:off
        // snippet: change-items
        ConfigurationItemId rack = ConfigurationItemId.of("rack-7");
        ConfigurationItemId database = ConfigurationItemId.of("shop-db");
        ConfigurationItemId web = ConfigurationItemId.of("shop-web");
        ServiceId shop = ServiceId.of("shop");

        ItemMap items = ItemMap.builder()
                .contains(rack, database)
                .dependsOn(web, database)
                .supports(web, shop)
                .supports(database, shop)
                .label(database, "database")
                .build();
        // end

        // snippet: change-rules
        SchedulingRules rules = SchedulingRules.builder()
                .items(items)
                .reach(new Reach(2, 1))         // parents and children over two steps, dependencies over one
                .addFreezes(Freeze.of("Christmas", window("2026-12-18T00:00", "2027-01-07T00:00")).exceptFor("emergency"))
                .addMaintenance(new MaintenanceWindow("Tuesday nights", ItemFilter.labelled("database"),
                        RecurringWindows.of("FREQ=WEEKLY;BYDAY=TU", LocalDateTime.parse("2026-01-06T22:00"), VIENNA, Duration.ofHours(6))))
                .build();
        // end

        // snippet: change-collisions
        PlannedChange cables = PlannedChange.of(change("C-1"), "New cables", window("2026-12-01T22:00", "2026-12-02T00:00"))
                .withItems(rack)
                .withAssignee(PersonId.of("dora"));
        PlannedChange upgrade = PlannedChange.of(change("C-2"), "Upgrade the database", window("2026-12-01T23:00", "2026-12-02T02:00"))
                .withItems(database)
                .withAssignee(PersonId.of("dora"))
                .withOutage(window("2026-12-01T23:30", "2026-12-02T01:00"));
        ChangeCalendar calendar = ChangeCalendar.of(rules, List.of(cables));

        List<String> inTheWay = calendar.collisions(upgrade).stream().map(Collision::sentence).toList();
        // end

        // snippet: change-slots
        Window untilFebruary = window("2026-12-01T00:00", "2027-02-01T00:00");

        List<FreeSlot> next = calendar.freeSlots(upgrade, untilFebruary, 4);
        List<Collision> whyNotAtChristmas = calendar.collisionsAt(upgrade, at("2026-12-22T22:00"));

        ChangeCalendar agreed = calendar.with(upgrade.movedTo(next.get(0).earliestBegin()));
        // end

        // snippet: change-outages
        List<ServiceOutage> outages = agreed.projectedOutages(window("2026-12-01T00:00", "2027-01-01T00:00"));
        Duration out = outages.get(0).total();
        // end

        // snippet: change-file
        String file = new ICalendar("-//Example//Changes//EN", "itsm.example.org")
                .write(agreed.changes(), rules.freezes(), at("2026-11-21T12:00"));
        // end
        // spotless:on

        assertThat(inTheWay)
                .containsExactly(
                        "change/C-1 works on rack-7, which contains shop-db from 2026-12-01T22:00:00Z to 2026-12-01T23:00:00Z",
                        "dora works on change/C-1 from 2026-12-01T22:00:00Z to 2026-12-01T23:00:00Z");
        assertThat(next)
                .extracting(FreeSlot::window)
                .containsExactly(
                        window("2026-12-02T00:00", "2026-12-02T04:00"),
                        window("2026-12-08T22:00", "2026-12-09T04:00"),
                        window("2026-12-15T22:00", "2026-12-16T04:00"),
                        window("2027-01-12T22:00", "2027-01-13T04:00"));
        assertThat(whyNotAtChristmas)
                .extracting(Collision::sentence)
                .containsExactly("the freeze Christmas lets no normal changes pass"
                        + " from 2026-12-22T21:00:00Z to 2026-12-23T00:00:00Z");
        assertThat(outages).extracting(ServiceOutage::service).containsExactly(shop);
        assertThat(out).isEqualTo(Duration.ofMinutes(90));
        assertThat(file).contains("SUMMARY:Upgrade the database\r\n", "SUMMARY:Christmas\r\n");
    }
}
