package org.itsmkit.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.Collision.Kind;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A rack with two servers; the shop's database runs on one of them, its web server on the other and needs the database. */
class ChangeCalendarTest {

    private static final ConfigurationItemId RACK = ConfigurationItemId.of("rack-7");
    private static final ConfigurationItemId NORA = ConfigurationItemId.of("nora");
    private static final ConfigurationItemId OLAF = ConfigurationItemId.of("olaf");
    private static final ConfigurationItemId DATABASE = ConfigurationItemId.of("shop-db");
    private static final ConfigurationItemId WEB = ConfigurationItemId.of("shop-web");
    private static final ServiceId SHOP = ServiceId.of("shop");
    private static final ServiceId PAYROLL = ServiceId.of("payroll");
    private static final PersonId DORA = PersonId.of("dora");

    private static final ItemMap ITEMS = ItemMap.builder()
            .contains(RACK, NORA)
            .contains(RACK, OLAF)
            .contains(NORA, DATABASE)
            .dependsOn(WEB, DATABASE)
            .supports(WEB, SHOP)
            .label(DATABASE, "database")
            .build();

    private static final SchedulingRules RULES =
            SchedulingRules.builder().items(ITEMS).build();

    private static Instant at(int hour) {
        return Instant.parse("2026-03-02T00:00:00Z").plus(Duration.ofHours(hour));
    }

    private static Window hours(int from, int to) {
        return new Window(at(from), at(to));
    }

    private static RecordRef change(String id) {
        return RecordRef.of("change", RecordId.of(id));
    }

    private static PlannedChange on(String id, Window window, ConfigurationItemId... items) {
        return PlannedChange.of(change(id), "Patch " + id, window).withItems(items);
    }

    private static ChangeCalendar calendar(PlannedChange... changes) {
        return ChangeCalendar.of(RULES, List.of(changes));
    }

    private static List<Kind> kinds(List<Collision> collisions) {
        return collisions.stream().map(Collision::kind).toList();
    }

    @Nested
    class InTheWay {

        @Test
        void whoeverWorksOnTheSameItem() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12), NORA));

            assertThat(calendar.collisions(on("c2", hours(10, 14), NORA)))
                    .containsExactly(new Collision(
                            Kind.SAME_ITEM,
                            new Collision.OtherChange(change("c1")),
                            hours(10, 12),
                            Set.of(NORA),
                            "change/c1 works on nora too from 2026-03-02T10:00:00Z to 2026-03-02T12:00:00Z"));
        }

        @Test
        void nobodyWhoEndsWhenItBeginsOrBeginsWhenItEnds() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 10), NORA), on("c2", hours(12, 14), NORA));

            assertThat(calendar.collisions(on("c3", hours(10, 12), NORA))).isEmpty();
            Window aMicrosecondEarlier = new Window(at(10).minusNanos(1_000), at(12));
            Window aMicrosecondLater = new Window(at(10), at(12).plusNanos(1_000));
            assertThat(calendar.collisions(on("c3", aMicrosecondEarlier, NORA)))
                    .extracting(Collision::with)
                    .containsExactly(new Collision.OtherChange(change("c1")));
            assertThat(calendar.collisions(on("c3", aMicrosecondLater, NORA)))
                    .extracting(Collision::with)
                    .containsExactly(new Collision.OtherChange(change("c2")));
        }

        @Test
        void notItself() {
            PlannedChange change = on("c1", hours(8, 12), NORA).withAssignee(DORA);

            assertThat(calendar(change).collisions(change)).isEmpty();
            assertThat(calendar(change).collisions(change.movedTo(at(9)))).isEmpty();
        }

        @Test
        void whoeverWorksOnWhatContainsItOrIsPartOfIt() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12), NORA));

            assertThat(calendar.collisions(on("c2", hours(8, 9), RACK)))
                    .extracting(Collision::sentence)
                    .containsExactly("change/c1 works on nora, which is part of rack-7"
                            + " from 2026-03-02T08:00:00Z to 2026-03-02T09:00:00Z");
            assertThat(calendar.collisions(on("c2", hours(8, 9), DATABASE)))
                    .extracting(Collision::sentence)
                    .containsExactly("change/c1 works on nora, which contains shop-db"
                            + " from 2026-03-02T08:00:00Z to 2026-03-02T09:00:00Z");
            // another server in the same rack
            assertThat(calendar.collisions(on("c2", hours(8, 9), OLAF))).isEmpty();
        }

        @Test
        void whoeverWorksOnWhatItNeedsOrWhatNeedsIt() {
            assertThat(calendar(on("c1", hours(8, 12), DATABASE)).collisions(on("c2", hours(8, 9), WEB)))
                    .extracting(Collision::sentence)
                    .containsExactly("change/c1 works on shop-db, on which shop-web depends"
                            + " from 2026-03-02T08:00:00Z to 2026-03-02T09:00:00Z");
            assertThat(calendar(on("c1", hours(8, 12), WEB)).collisions(on("c2", hours(8, 9), DATABASE)))
                    .extracting(Collision::sentence)
                    .containsExactly("change/c1 works on shop-web, which depends on shop-db"
                            + " from 2026-03-02T08:00:00Z to 2026-03-02T09:00:00Z");
        }

        @Test
        void asFarAsItReaches() {
            PlannedChange rack = on("c1", hours(8, 12), RACK);
            PlannedChange database = on("c2", hours(8, 12), DATABASE);

            assertThat(calendar(rack).collisions(database)).isEmpty();
            SchedulingRules further = RULES.withReach(new Reach(2, 0));
            assertThat(kinds(calendar(rack).withRules(further).collisions(database)))
                    .containsExactly(Kind.PARENT_ITEM);
            assertThat(kinds(calendar(database).withRules(further).collisions(rack)))
                    .containsExactly(Kind.CHILD_ITEM);
            assertThat(calendar(on("c1", hours(8, 12), WEB)).withRules(further).collisions(database))
                    .isEmpty();
        }

        @Test
        void oncePerKindHoweverManyItemsTheyShare() {
            List<Collision> collisions =
                    calendar(on("c1", hours(8, 12), NORA, OLAF)).collisions(on("c2", hours(8, 9), RACK, OLAF, NORA));

            assertThat(kinds(collisions)).containsExactly(Kind.SAME_ITEM, Kind.CHILD_ITEM);
            assertThat(collisions.get(0).items()).containsExactly(NORA, OLAF);
            assertThat(collisions.get(0).sentence())
                    .startsWith("change/c1 works on nora too, and 1 more of that kind, from");
            assertThat(collisions.get(1).items()).containsExactly(RACK);
        }

        @Test
        void whoeverTouchesTheSameService() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12), WEB));

            assertThat(calendar.collisions(on("c2", hours(8, 9)).withServices(SHOP)))
                    .extracting(Collision::sentence)
                    .containsExactly(
                            "change/c1 touches shop too" + " from 2026-03-02T08:00:00Z to 2026-03-02T09:00:00Z");
            assertThat(calendar.collisions(on("c2", hours(8, 9)).withServices(PAYROLL)))
                    .isEmpty();
        }

        @Test
        void whatElseTheAssigneeDoes() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12)).withAssignee(DORA), on("c2", hours(8, 12)));

            assertThat(calendar.collisions(on("c3", hours(11, 13)).withAssignee(DORA)))
                    .extracting(Collision::sentence)
                    .containsExactly("dora works on change/c1" + " from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z");
            assertThat(calendar.collisions(on("c3", hours(11, 13)))).isEmpty();
        }

        @Test
        void aNameThatSeveralThingsHaveMeansEachOfThem() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12), ConfigurationItemId.of("shop")));

            assertThat(calendar.collisions(on("c2", hours(8, 12)).withServices(SHOP)))
                    .isEmpty();
            assertThat(calendar.collisions(on("c2", hours(8, 12)).withAssignee(PersonId.of("shop"))))
                    .isEmpty();
        }
    }

    @Nested
    class Frozen {

        private static final Freeze CHRISTMAS = Freeze.of("Christmas", hours(100, 200));

        private List<Collision> collisions(Freeze freeze, PlannedChange change) {
            return ChangeCalendar.of(RULES.withFreezes(freeze)).collisions(change);
        }

        @Test
        void nothingIsChangedAtAll() {
            assertThat(collisions(CHRISTMAS, on("c1", hours(90, 101))))
                    .containsExactly(new Collision(
                            Kind.FREEZE,
                            new Collision.FrozenBy("Christmas"),
                            hours(100, 101),
                            Set.of(),
                            "the freeze Christmas lets no normal changes pass"
                                    + " from 2026-03-06T04:00:00Z to 2026-03-06T05:00:00Z"));
            assertThat(collisions(CHRISTMAS, on("c1", hours(90, 100)))).isEmpty();
            assertThat(collisions(CHRISTMAS, on("c1", hours(200, 201)))).isEmpty();
        }

        @Test
        void butEmergenciesPass() {
            Freeze strict = CHRISTMAS.exceptFor("emergency");

            assertThat(collisions(strict, on("c1", hours(90, 101)).withType("emergency")))
                    .isEmpty();
            assertThat(collisions(strict, on("c1", hours(90, 101)))).hasSize(1);
            assertThat(collisions(CHRISTMAS, on("c1", hours(90, 101)).withType("emergency")))
                    .hasSize(1);
        }

        @Test
        void someItemsOnly() {
            Freeze databases = CHRISTMAS.onItems(ItemFilter.labelled("database"));

            assertThat(collisions(databases, on("c1", hours(110, 111), DATABASE, WEB)))
                    .hasSize(1);
            assertThat(collisions(databases, on("c1", hours(110, 111), WEB))).isEmpty();
            assertThat(collisions(databases, on("c1", hours(110, 111)))).isEmpty();
        }

        @Test
        void someServicesOnly() {
            Freeze shop = CHRISTMAS.onServices(SHOP);

            assertThat(collisions(shop, on("c1", hours(110, 111), WEB))).hasSize(1);
            assertThat(collisions(shop, on("c1", hours(110, 111)).withServices(SHOP)))
                    .hasSize(1);
            assertThat(collisions(shop, on("c1", hours(110, 111), DATABASE).withServices(PAYROLL)))
                    .isEmpty();
        }
    }

    @Nested
    class Maintained {

        private static final MaintenanceWindow MORNING = new MaintenanceWindow(
                "morning", ItemFilter.labelled("database"), OpenWindows.of(List.of(hours(4, 6), hours(28, 30))));
        private static final MaintenanceWindow NIGHT =
                new MaintenanceWindow("night", ItemFilter.named(DATABASE, NORA), OpenWindows.of(List.of(hours(2, 4))));

        private List<Collision> collisions(PlannedChange change) {
            return ChangeCalendar.of(RULES.withMaintenance(MORNING, NIGHT)).collisions(change);
        }

        @Test
        void whereOneOfItsWindowsIsOpenAnItemMayBeWorkedOn() {
            assertThat(collisions(on("c1", hours(2, 6), DATABASE))).isEmpty();
            assertThat(collisions(on("c1", hours(2, 4), DATABASE, NORA))).isEmpty();
        }

        @Test
        void outsideItMayNot() {
            assertThat(collisions(on("c1", hours(1, 5), DATABASE, NORA)))
                    .extracting(Collision::overlap, Collision::with, Collision::items)
                    .containsExactly(
                            tuple(hours(1, 2), new Collision.OutsideOf(List.of("morning", "night")), Set.of(DATABASE)),
                            tuple(hours(1, 2), new Collision.OutsideOf(List.of("night")), Set.of(NORA)),
                            tuple(hours(4, 5), new Collision.OutsideOf(List.of("night")), Set.of(NORA)));
            assertThat(collisions(on("c1", hours(5, 7), DATABASE)))
                    .extracting(Collision::sentence)
                    .containsExactly("shop-db: outside of morning, night"
                            + " from 2026-03-02T06:00:00Z to 2026-03-02T07:00:00Z");
        }

        @Test
        void anItemWithoutMayBeWorkedOnAtAnyTime() {
            assertThat(collisions(on("c1", hours(1, 50), WEB))).isEmpty();
            assertThat(collisions(on("c1", hours(1, 50)))).isEmpty();
        }
    }

    @Nested
    class Room {

        private static List<FreeSlot> slots(ChangeCalendar calendar, PlannedChange change, int most) {
            return calendar.freeSlots(change, hours(0, 24), most);
        }

        @Test
        void betweenTheOthersAndExactly() {
            Window odd = new Window(at(3).plusNanos(1_000), at(7));
            ChangeCalendar calendar = calendar(on("c1", odd, NORA), on("c2", hours(9, 20), RACK));
            PlannedChange wanted = on("c3", hours(0, 2), NORA);

            assertThat(slots(calendar, wanted, 10))
                    .extracting(FreeSlot::earliestBegin, FreeSlot::latestBegin)
                    .containsExactly(tuple(at(0), at(1).plusNanos(1_000)), tuple(at(7), at(7)), tuple(at(20), at(22)));
            assertThat(slots(calendar, wanted, 2)).hasSize(2);
            assertThat(slots(calendar, wanted, 0)).isEmpty();
            assertThat(slots(calendar, wanted, 10).get(1).earliest()).isEqualTo(hours(7, 9));
        }

        @Test
        void amongMaintenanceWindowsBesideFreezesAndWhenTheAssigneeIsFree() {
            BusinessCalendar nights =
                    BusinessCalendar.of(ZoneId.of("UTC"), BusinessHours.weekdays(TimeRange.of("02:00", "10:00")));
            SchedulingRules rules = RULES.withMaintenance(new MaintenanceWindow("night", ItemFilter.every(), nights))
                    .withFreezes(Freeze.of("accounts are closed", hours(7, 8)));
            ChangeCalendar calendar =
                    calendar(on("c1", hours(3, 5)).withAssignee(DORA)).withRules(rules);

            assertThat(slots(calendar, on("c2", hours(0, 1), NORA).withAssignee(DORA), 10))
                    .extracting(FreeSlot::window)
                    .containsExactly(hours(2, 3), hours(5, 7), hours(8, 10));
        }

        @Test
        void forSomethingThatIsPlannedAlready() {
            PlannedChange planned = on("c1", hours(8, 10), NORA);

            assertThat(slots(calendar(planned), planned, 10))
                    .extracting(FreeSlot::window)
                    .containsExactly(hours(0, 24));
        }

        @Test
        void notIfThereIsNone() {
            assertThat(slots(calendar(), on("c1", hours(0, 25), NORA), 10)).isEmpty();
            assertThat(slots(calendar(), on("c1", hours(0, 24), NORA), 10)).hasSize(1);
        }

        @Test
        void whyNotHere() {
            ChangeCalendar calendar = calendar(on("c1", hours(8, 12), NORA));
            PlannedChange wanted = on("c2", hours(0, 2), NORA);

            assertThat(calendar.collisionsAt(wanted, at(11)))
                    .extracting(Collision::overlap)
                    .containsExactly(hours(11, 12));
            assertThat(calendar.collisionsAt(wanted, at(12))).isEmpty();
        }

        @Test
        void questionsHaveBounds() {
            Window tenYears = new Window(at(0), at(0).plus(ChangeCalendar.LONGEST_PERIOD));
            Window longer = new Window(at(0), tenYears.toExclusive().plusNanos(1_000));
            PlannedChange wanted = on("c1", hours(0, 2));

            assertThat(calendar().freeSlots(wanted, tenYears, 1)).hasSize(1);
            assertThatIllegalArgumentException().isThrownBy(() -> calendar().freeSlots(wanted, longer, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> calendar().freeSlots(wanted, tenYears, -1));
            assertThat(calendar().projectedOutages(tenYears)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> calendar().projectedOutages(longer));
        }
    }

    @Test
    void whatWillBeOutIsCountedOnce() {
        ChangeCalendar calendar = calendar(
                on("c1", hours(0, 4), WEB).withOutage(hours(1, 3)),
                on("c2", hours(2, 6)).withServices(SHOP, PAYROLL).withOutage(hours(2, 5)),
                on("c3", hours(20, 30), WEB).withOutage(hours(22, 30)),
                on("c4", hours(6, 8), WEB));

        List<ServiceOutage> outages = calendar.projectedOutages(hours(0, 24));

        assertThat(outages)
                .containsExactly(
                        new ServiceOutage(PAYROLL, List.of(hours(2, 5)), Set.of(change("c2"))),
                        new ServiceOutage(
                                SHOP,
                                List.of(hours(1, 5), hours(22, 24)),
                                Set.of(change("c1"), change("c2"), change("c3"))));
        assertThat(outages.get(1).total()).isEqualTo(Duration.ofHours(6));
        assertThat(calendar.projectedOutages(hours(5, 22))).isEmpty();
    }

    @Test
    void changesAreFoundByReferenceAndByTime() {
        PlannedChange early = on("c2", hours(1, 3));
        PlannedChange late = on("c1", hours(2, 4));
        PlannedChange alsoLate = on("c0", hours(2, 3));
        ChangeCalendar calendar = calendar(late, early, alsoLate);

        assertThat(calendar.changes()).containsExactly(early, alsoLate, late);
        assertThat(calendar.changes(hours(3, 5))).containsExactly(late);
        assertThat(calendar.change(change("c1"))).contains(late);
        assertThat(calendar.without(change("c1")).change(change("c1"))).isEmpty();
        assertThat(calendar.without(change("c9"))).isSameAs(calendar);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(late, early, late))
                .withMessage("planned twice: change/c1");
    }

    @Test
    void aChangeMovesWithItsOutage() {
        PlannedChange change = on("c1", hours(2, 6)).withOutage(hours(3, 4));

        assertThat(change.movedTo(at(12)).window()).isEqualTo(hours(12, 16));
        assertThat(change.movedTo(at(12)).outage()).contains(hours(13, 14));
        assertThat(change.movedTo(at(2))).isEqualTo(change);
    }

    @Test
    void whatIsNoPlanIsRefused() {
        PlannedChange change = on("c1", hours(2, 6));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withOutage(hours(1, 4)))
                .withMessageContaining("is not within");
        assertThatIllegalArgumentException().isThrownBy(() -> change.withOutage(hours(4, 7)));
        assertThat(change.withOutage(hours(2, 6)).outage()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> change.withTitle(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> change.withType(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withWindow(new Window(at(1), at(1).plusNanos(999))));
    }

    @Test
    void namesOfRulesAreGivenOnce() {
        Freeze freeze = Freeze.of("Christmas", hours(1, 2));
        MaintenanceWindow night = new MaintenanceWindow("night", ItemFilter.every(), OpenWindows.always());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withFreezes(freeze, freeze))
                .withMessage("two freezes are called Christmas");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withMaintenance(night, night))
                .withMessage("two maintenance windows are called night");
    }

    @Test
    void filtersAndReachesHaveBounds() {
        ItemFilter filter = ItemFilter.every();
        for (int i = 1; i < ItemFilter.MOST_DEPTH; i++) {
            filter = ItemFilter.not(filter);
        }
        ItemFilter deepest = filter;

        assertThat(deepest.matches(NORA, ITEMS)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> ItemFilter.all(ItemFilter.every(), deepest));
        assertThat(ItemFilter.any().matches(NORA, ITEMS)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Reach(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reach(0, 101));
    }

    @Test
    void whatDependsOnItselfByALongWayIsNotRelatedToItself() {
        ItemMap ring = ItemMap.builder()
                .dependsOn(NORA, OLAF)
                .dependsOn(OLAF, RACK)
                .dependsOn(RACK, NORA)
                .dependsOn(NORA, NORA)
                .build();
        Reach far = new Reach(0, 100);

        assertThat(far.around(NORA, Relation.DEPENDENCY, ring)).containsExactly(OLAF, RACK);
        assertThat(far.around(NORA, Relation.DEPENDANT, ring)).containsExactly(RACK, OLAF);
        assertThat(far.around(NORA, Relation.PARENT, ring)).isEmpty();
        assertThat(Reach.direct().around(NORA, Relation.DEPENDENCY, ring)).containsExactly(OLAF);
        assertThat(far.around(WEB, Relation.DEPENDENCY, ItemRelations.none())).isEmpty();
    }

    @Test
    void aCalendarIsWhatIsInIt() {
        assertThat(calendar(on("c1", hours(1, 2), NORA)).without(change("c1"))).isEqualTo(ChangeCalendar.of(RULES));
        assertThat(calendar(on("c1", hours(1, 2), NORA))).isNotEqualTo(calendar(on("c1", hours(1, 3), NORA)));
        assertThat(calendar()).isNotEqualTo(calendar().withRules(SchedulingRules.none()));
        assertThat(calendar()).hasToString("ChangeCalendar[0 changes]");
        assertThat(calendar().change(change("c1"))).isEqualTo(Optional.empty());
    }
}
