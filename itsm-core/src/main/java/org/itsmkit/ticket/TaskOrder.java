package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Puts tasks into an order in which they can be done. */
final class TaskOrder {

    private TaskOrder() {}

    /**
     * Returns {@code tasks} so that each stands behind all that it comes after; of those that could stand next, the one that was added
     * first does. Tasks that come after themselves, by whatever way, and all behind them, are left out.
     */
    static List<TicketTask> of(List<TicketTask> tasks) {
        Map<TaskId, Integer> places = new HashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            places.put(tasks.get(i).id(), i);
        }
        int[] waitsFor = new int[tasks.size()];
        Map<TaskId, List<Integer>> followers = new HashMap<>();
        for (int i = 0; i < waitsFor.length; i++) {
            for (TaskId before : tasks.get(i).after()) {
                if (places.containsKey(before)) {
                    waitsFor[i]++;
                    followers.computeIfAbsent(before, id -> new ArrayList<>()).add(i);
                }
            }
        }
        PriorityQueue<Integer> next = new PriorityQueue<>();
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                next.add(i);
            }
        }
        List<TicketTask> ordered = new ArrayList<>();
        while (!next.isEmpty()) {
            TicketTask task = tasks.get(next.remove());
            ordered.add(task);
            for (int follower : followers.getOrDefault(task.id(), List.of())) {
                if (--waitsFor[follower] == 0) {
                    next.add(follower);
                }
            }
        }
        return List.copyOf(ordered);
    }

    /** Whether {@code task}, were it to come after {@code others}, would come after itself. */
    static boolean wouldCircle(Collection<TicketTask> tasks, TaskId task, Set<TaskId> others) {
        Map<TaskId, Set<TaskId>> after = new HashMap<>();
        tasks.forEach(t -> after.put(t.id(), t.after()));
        Set<TaskId> seen = new HashSet<>();
        List<TaskId> open = new ArrayList<>(others);
        while (!open.isEmpty()) {
            TaskId id = open.remove(open.size() - 1);
            if (id.equals(task)) {
                return true;
            }
            if (seen.add(id)) {
                open.addAll(after.getOrDefault(id, Set.of()));
            }
        }
        return false;
    }
}
