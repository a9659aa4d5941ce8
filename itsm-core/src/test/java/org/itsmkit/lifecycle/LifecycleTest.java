package org.itsmkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.itsmkit.lifecycle.Phase.ACTIVE;
import static org.itsmkit.lifecycle.Phase.CANCELLED;
import static org.itsmkit.lifecycle.Phase.CLOSED;
import static org.itsmkit.lifecycle.Phase.NEW;
import static org.itsmkit.lifecycle.Phase.WAITING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.ticket.TicketAction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Lifecycles as somebody writes them: a lamp that is repaired. */
class LifecycleTest {

    private static final Status BROKEN = Status.of("broken", NEW);
    private static final Status REPAIRING = Status.of("repairing", ACTIVE);
    private static final Status SHINING = Status.of("shining", CLOSED);
    private static final Action REPAIR = Action.of("repair");
    private static final Action SWITCH_ON = Action.of("switch-on");

    private static final Lifecycle LAMP = Lifecycle.startingIn("lamp", BROKEN)
            .status(REPAIRING, ValueChainActivity.OBTAIN_BUILD)
            .status("shining", CLOSED)
            .move(BROKEN, REPAIR, REPAIRING)
            .move(REPAIRING, SWITCH_ON, SHINING)
            .during(TicketAction.COMMENT, BROKEN, SHINING)
            .build();

    @Test
    void aLifecycleSaysWhatIsPossible() {
        assertThat(LAMP.name()).isEqualTo("lamp");
        assertThat(LAMP.initial()).isEqualTo(BROKEN);
        assertThat(LAMP.statuses()).containsExactly(BROKEN, REPAIRING, SHINING);
        assertThat(LAMP.actions()).containsExactly(REPAIR, SWITCH_ON, TicketAction.COMMENT);
        assertThat(LAMP.transition(BROKEN, REPAIR).orElseThrow().to()).isEqualTo(REPAIRING);
        assertThat(LAMP.transition(BROKEN, SWITCH_ON)).isEmpty();
        assertThat(LAMP.transitions(Status.of("in-the-attic", WAITING))).isEmpty();
        assertThat(LAMP.transition(Status.of("in-the-attic", WAITING), REPAIR)).isEmpty();
        assertThat(LAMP.transition(SHINING, TicketAction.COMMENT).orElseThrow().stays())
                .isTrue();
    }

    @Test
    void aStatusIsTerminalIfNoRowLeadsAway() {
        assertThat(LAMP.isTerminal(SHINING)).isTrue();
        assertThat(LAMP.isTerminal(BROKEN)).isFalse();
    }

    @Test
    void eachStatusHasItsActivity() {
        assertThat(LAMP.activity(BROKEN)).isEqualTo(ValueChainActivity.ENGAGE);
        assertThat(LAMP.activity(REPAIRING)).isEqualTo(ValueChainActivity.OBTAIN_BUILD);
        assertThat(LAMP.activity(SHINING)).isEqualTo(ValueChainActivity.DELIVER_AND_SUPPORT);
        assertThatIllegalArgumentException().isThrownBy(() -> LAMP.activity(Status.of("in-the-attic", WAITING)));
    }

    @Test
    void theTailoringOfTheDesignCanBeWritten() {
        Lifecycle tailored = IncidentLifecycle.standard()
                .edit()
                .status("awaiting-parts", WAITING)
                .move(IncidentLifecycle.IN_PROGRESS, "order-parts", "awaiting-parts")
                .requires("vendor")
                .changes("assignee")
                .permission("order")
                .move("awaiting-parts", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                .remove(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN)
                .build();

        Transition order = tailored.transition(IncidentLifecycle.IN_PROGRESS, Action.of("order-parts"))
                .orElseThrow();
        assertThat(order.to()).isEqualTo(Status.of("awaiting-parts", WAITING));
        assertThat(order.requires()).containsExactly("vendor");
        assertThat(order.changes()).containsExactly("assignee");
        assertThat(order.permissionOrAction()).isEqualTo("order");
        assertThat(tailored.transition(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN))
                .isEmpty();
        assertThat(tailored.transition(IncidentLifecycle.RESOLVED, TicketAction.CLOSE))
                .isPresent();
        assertThat(IncidentLifecycle.standard().transition(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN))
                .as("the standard one is untouched")
                .isPresent();
    }

    @Test
    void requiringTwiceRequiresBoth() {
        Lifecycle lamp = LAMP.edit()
                .remove(BROKEN, REPAIR)
                .move(BROKEN, REPAIR, REPAIRING)
                .requires("vendor")
                .requires("price", "vendor")
                .build();

        assertThat(lamp.transition(BROKEN, REPAIR).orElseThrow().requires())
                .containsExactlyInAnyOrder("vendor", "price");
        assertThat(lamp.transition(BROKEN, REPAIR).orElseThrow().permissionOrAction())
                .isEqualTo("repair");
    }

    @Test
    void aConditionBelongsToTheMoveBeforeIt() {
        assertThatIllegalStateException().isThrownBy(() -> LAMP.edit().requires("vendor"));
        assertThatIllegalStateException()
                .isThrownBy(() -> LAMP.edit().during(TicketAction.LINK, BROKEN).changes("vendor"));
        assertThatIllegalStateException()
                .isThrownBy(() -> LAMP.edit()
                        .move(SHINING, "break", "broken")
                        .remove(BROKEN, TicketAction.COMMENT)
                        .permission("vandal"));
    }

    @Test
    void aStatusTakesItsRowsWithIt() {
        LifecycleData data = LAMP.edit().remove(REPAIRING).toData();

        assertThat(data.statuses()).extracting(LifecycleData.StatusRow::name).containsExactly("broken", "shining");
        assertThat(data.rows()).extracting(LifecycleData.Row::action).containsOnly("comment");
    }

    @Test
    void aStatusDeclaredAgainReplacesTheOneOfItsName() {
        Lifecycle lamp = LAMP.edit()
                .status(Status.of("repairing", WAITING), ValueChainActivity.PLAN)
                .build();

        assertThat(lamp.statuses()).containsExactly(BROKEN, Status.of("repairing", WAITING), SHINING);
        assertThat(lamp.activity(REPAIRING)).isEqualTo(ValueChainActivity.PLAN);
    }

    @Test
    void lifecyclesOfEqualDataAreEqual() {
        assertThat(Lifecycle.of(LAMP.toData())).isEqualTo(LAMP).hasSameHashCodeAs(LAMP);
        assertThat(LAMP.edit().during(TicketAction.COMMENT, REPAIRING).build()).isNotEqualTo(LAMP);
    }

    @Test
    void whatIsAddedRemovedAndChangedIsTold() {
        Lifecycle newer = LAMP.edit()
                .status("in-the-attic", CANCELLED)
                .status(Status.of("repairing", WAITING), ValueChainActivity.OBTAIN_BUILD)
                .remove(SHINING, TicketAction.COMMENT)
                .move(BROKEN, "put-away", "in-the-attic")
                .remove(REPAIRING, SWITCH_ON)
                .move(REPAIRING, SWITCH_ON, SHINING)
                .requires("bulb")
                .build();

        LifecycleComparison comparison = LAMP.compareTo(newer);

        assertThat(comparison.isEmpty()).isFalse();
        assertThat(comparison.addedStatuses()).containsExactly("in-the-attic");
        assertThat(comparison.removedStatuses()).isEmpty();
        assertThat(comparison.changedStatuses()).containsExactly("repairing");
        assertThat(comparison.addedRows()).extracting(LifecycleData.Row::action).containsExactly("put-away");
        assertThat(comparison.removedRows()).extracting(LifecycleData.Row::from).containsExactly("shining");
        assertThat(comparison.changedRows()).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("switch-on");
            assertThat(row.requires()).containsExactly("bulb");
        });
        assertThat(newer.compareTo(LAMP).removedStatuses()).containsExactly("in-the-attic");
        assertThat(LAMP.compareTo(LAMP.edit().build()).isEmpty()).isTrue();
    }

    @Test
    void anotherBeginningIsADifference() {
        LifecycleData data = LAMP.edit().move(SHINING, "break", "broken").toData();
        Lifecycle fromBroken = Lifecycle.of(data);
        Lifecycle fromShining = Lifecycle.of(new LifecycleData(data.name(), "shining", data.statuses(), data.rows()));

        assertThat(fromBroken.compareTo(fromShining).isEmpty()).isFalse();
        assertThat(fromBroken.compareTo(fromShining).movedInitial()).contains("shining");
        assertThat(fromBroken.compareTo(fromBroken).isEmpty()).isTrue();
    }

    @Test
    void onlyRecordsInStatusesThatAreGoneAreStranded() {
        Lifecycle newer =
                LAMP.edit().remove(REPAIRING).move(BROKEN, REPAIR, SHINING).build();

        Map<String, Long> live = Map.of("broken", 3L, "repairing", 2L, "shining", 700L);
        assertThat(LAMP.compareTo(newer).stranded(live)).isEqualTo(Map.of("repairing", 2L));
        assertThat(LAMP.compareTo(newer).stranded(Map.of("repairing", 0L))).isEmpty();
        assertThat(LAMP.compareTo(newer).stranded(Map.of())).isEmpty();
    }

    /** Every mistake by name. */
    @Nested
    class LintFinds {

        @Test
        void aNameThatIsNoKey() {
            assertThat(findings(data().status("in progress", ACTIVE))).contains("BAD_NAME in progress");
            assertThat(findings(data().row("broken", "", "shining"))).contains("BAD_NAME ");
            assertThat(findings(data().row("broken", "x", "shining", "a field")))
                    .contains("BAD_NAME a field");
            assertThat(Lifecycle.lint(new LifecycleData("läuft", "a", data().statuses, data().rows)))
                    .extracting(Finding::code)
                    .contains(Finding.Code.BAD_NAME, Finding.Code.UNKNOWN_STATUS);
        }

        @Test
        void aNameOfTwoWordsIsNoSecondRow() {
            assertThat(findings(data().status("a b", ACTIVE)
                            .status("a", ACTIVE)
                            .row("a b", "c", "broken")
                            .row("a", "b c", "broken")))
                    .noneMatch(finding -> finding.startsWith("DUPLICATE_ROW"));
        }

        @Test
        void twoStatusesOfOneName() {
            assertThat(findings(data().status("broken", WAITING))).containsExactly("DUPLICATE_STATUS broken");
        }

        @Test
        void aStatusThatIsNotDeclared() {
            assertThat(findings(data().row("broken", "lend", "at-the-neighbours")))
                    .containsExactly("UNKNOWN_STATUS at-the-neighbours");
            assertThat(findings(data().row("stolen", "find", "broken"))).containsExactly("UNKNOWN_STATUS stolen");
            Data data = data();
            assertThat(Lifecycle.lint(new LifecycleData("lamp", "bought", data.statuses, data.rows)))
                    .extracting(Finding::code, Finding::subject)
                    .containsExactly(tuple(Finding.Code.UNKNOWN_STATUS, "bought"));
        }

        @Test
        void twoRowsForOneStatusAndAction() {
            assertThat(findings(data().row("broken", "repair", "broken")))
                    .containsExactly("DUPLICATE_ROW broken --repair--> broken");
        }

        @Test
        void aStatusThatCannotBeReached() {
            assertThat(findings(data().status("stolen", ACTIVE).row("stolen", "find", "broken")))
                    .containsExactly("UNREACHABLE stolen");
        }

        @Test
        void aDeadEnd() {
            assertThat(findings(data().status("lent", ACTIVE).row("broken", "lend", "lent")))
                    .containsExactly("DEAD_END lent");
        }

        @Test
        void aWaitWithoutAWayBackToWork() {
            assertThat(findings(data().status("shipped", WAITING)
                            .status("scrapped", CANCELLED)
                            .row("broken", "ship", "shipped")
                            .row("shipped", "scrap", "scrapped")))
                    .containsExactly("WAITS_FOR_EVER shipped");
        }

        @Test
        void aWaitThatLeadsToAnotherWaitOnly() {
            assertThat(findings(data().status("shipped", WAITING)
                            .status("at-customs", WAITING)
                            .row("broken", "ship", "shipped")
                            .row("shipped", "inspect", "at-customs")
                            .row("at-customs", "release", "shipped")))
                    .containsExactlyInAnyOrder(
                            "DEAD_END shipped",
                            "WAITS_FOR_EVER shipped",
                            "DEAD_END at-customs",
                            "WAITS_FOR_EVER at-customs");
        }

        @Test
        void allMistakesAtOnce() {
            Data data = data().status("broken", NEW)
                    .status("in progress", ACTIVE)
                    .row("broken", "repair", "nowhere")
                    .row("elsewhere", "move", "broken");

            assertThat(findings(data))
                    .containsExactlyInAnyOrder(
                            "BAD_NAME in progress",
                            "DUPLICATE_STATUS broken",
                            "DUPLICATE_ROW broken --repair--> nowhere",
                            "UNKNOWN_STATUS nowhere",
                            "UNKNOWN_STATUS elsewhere");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Lifecycle.of(data.toData()))
                    .withMessageContaining("in progress")
                    .withMessageContaining("declared twice")
                    .withMessageContaining("second row")
                    .withMessageContaining("nowhere")
                    .withMessageContaining("elsewhere");
        }

        @Test
        void nothingInALifecycleOfOneStatusThatIsOver() {
            assertThat(Lifecycle.startingIn("note", Status.of("kept", CLOSED))
                            .build()
                            .statuses())
                    .hasSize(1);
        }

        private static List<String> findings(Data data) {
            return Lifecycle.lint(data.toData()).stream()
                    .map(finding -> finding.code() + " " + finding.subject())
                    .toList();
        }

        private static Data data() {
            return new Data().status("broken", NEW).status("shining", CLOSED).row("broken", "repair", "shining");
        }

        /** A lamp's lifecycle, for worse. */
        private static final class Data {
            final List<LifecycleData.StatusRow> statuses = new ArrayList<>();
            final List<LifecycleData.Row> rows = new ArrayList<>();

            Data status(String name, Phase phase) {
                statuses.add(new LifecycleData.StatusRow(name, phase, ValueChainActivity.ENGAGE));
                return this;
            }

            Data row(String from, String action, String to, String... requires) {
                rows.add(new LifecycleData.Row(from, action, to, Set.of(requires), Set.of(), Optional.empty()));
                return this;
            }

            LifecycleData toData() {
                return new LifecycleData("lamp", "broken", statuses, rows);
            }
        }
    }
}
