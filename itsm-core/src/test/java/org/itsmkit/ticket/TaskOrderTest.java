package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The order of tasks against a model that tries every way, one step at a time. */
class TaskOrderTest {

    private static final int TASKS = 8;

    /** A wish that one task comes after another. */
    private record Wish(int task, int other) {}

    private static TaskId id(int number) {
        return TaskId.of("t" + number);
    }

    private static List<TicketTask> tasks(boolean[][] after) {
        return IntStream.range(0, after.length)
                .mapToObj(i -> new TicketTask(
                        id(i),
                        "Task",
                        true,
                        IntStream.range(0, after.length)
                                .filter(j -> after[i][j])
                                .mapToObj(TaskOrderTest::id)
                                .collect(Collectors.toSet()),
                        Optional.empty(),
                        Optional.empty(),
                        TicketTask.State.OPEN))
                .toList();
    }

    /** Follows every way of every length. */
    private static boolean leads(boolean[][] after, int from, int to) {
        boolean[][] ways = new boolean[after.length][];
        for (int i = 0; i < after.length; i++) {
            ways[i] = after[i].clone();
        }
        for (int k = 0; k < ways.length; k++) {
            for (int i = 0; i < ways.length; i++) {
                for (int j = 0; j < ways.length; j++) {
                    ways[i][j] |= ways[i][k] && ways[k][j];
                }
            }
        }
        return ways[from][to];
    }

    /** Takes, as long as it can, the first task that nothing untaken stands before. */
    private static List<TaskId> oneByOne(boolean[][] after) {
        List<TaskId> order = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < after.length && !found; i++) {
                int task = i;
                boolean ready = !taken.contains(i)
                        && IntStream.range(0, after.length).allMatch(j -> !after[task][j] || taken.contains(j));
                if (ready) {
                    taken.add(i);
                    order.add(id(i));
                    found = true;
                }
            }
        }
        return order;
    }

    @Property(tries = 500)
    void wishesAreGrantedUnlessTheyCloseACircle(
            @ForAll @Size(max = 40) List<@IntRange(max = TASKS * TASKS - 1) Integer> wishes) {
        boolean[][] after = new boolean[TASKS][TASKS];
        for (int wish : wishes) {
            Wish wanted = new Wish(wish / TASKS, wish % TASKS);
            boolean circle = wanted.task() == wanted.other() || leads(after, wanted.other(), wanted.task());
            assertThat(TaskOrder.wouldCircle(tasks(after), id(wanted.task()), Set.of(id(wanted.other()))))
                    .isEqualTo(circle);
            if (!circle) {
                after[wanted.task()][wanted.other()] = true;
            }
            List<TicketTask> order = TaskOrder.of(tasks(after));
            assertThat(order)
                    .as("no circle, so all are there")
                    .hasSize(TASKS)
                    .extracting(TicketTask::id)
                    .isEqualTo(oneByOne(after));
        }
    }

    @Property(tries = 300)
    void whatIsInACircleOrBehindOneIsLeftOut(
            @ForAll @Size(TASKS * 3) List<@IntRange(max = TASKS * TASKS - 1) Integer> edges) {
        boolean[][] after = new boolean[TASKS][TASKS];
        edges.forEach(edge -> after[edge / TASKS][edge % TASKS] = true);
        assertThat(TaskOrder.of(tasks(after))).extracting(TicketTask::id).isEqualTo(oneByOne(after));
    }
}
