package org.itsmkit.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which priority follows from impact and urgency. Any number of either; pairs that are missing have no priority and are refused where
 * one is asked for.
 *
 * @param cells each pair at most once
 */
public record PriorityMatrix(List<Cell> cells) {

    // spotless:off
    private static final PriorityMatrix STANDARD = new PriorityMatrix(List.of(
            cell(Impact.HIGH,   Urgency.HIGH,   Priority.CRITICAL),
            cell(Impact.HIGH,   Urgency.MEDIUM, Priority.HIGH),
            cell(Impact.HIGH,   Urgency.LOW,    Priority.MODERATE),
            cell(Impact.MEDIUM, Urgency.HIGH,   Priority.HIGH),
            cell(Impact.MEDIUM, Urgency.MEDIUM, Priority.MODERATE),
            cell(Impact.MEDIUM, Urgency.LOW,    Priority.LOW),
            cell(Impact.LOW,    Urgency.HIGH,   Priority.MODERATE),
            cell(Impact.LOW,    Urgency.MEDIUM, Priority.LOW),
            cell(Impact.LOW,    Urgency.LOW,    Priority.LOW)));
    // spotless:on

    /** A pair and what follows from it. */
    public record Cell(Impact impact, Urgency urgency, Priority priority) {
        public Cell {
            Objects.requireNonNull(impact, "impact");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(priority, "priority");
        }
    }

    public PriorityMatrix {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.size() > 400) {
            throw new IllegalArgumentException("a priority matrix has 1 to 400 cells, not " + cells.size());
        }
        Set<List<Object>> pairs = new HashSet<>();
        for (Cell cell : cells) {
            if (!pairs.add(List.of(cell.impact(), cell.urgency()))) {
                throw new IllegalArgumentException(
                        "two priorities for impact " + cell.impact() + " and urgency " + cell.urgency());
            }
        }
    }

    /** The usual three by three, from high/high = critical to low/low = low. */
    public static PriorityMatrix standard() {
        return STANDARD;
    }

    /** A cell of a matrix. */
    public static Cell cell(Impact impact, Urgency urgency, Priority priority) {
        return new Cell(impact, urgency, priority);
    }

    /** The priority of that pair, if the matrix has one. */
    public Optional<Priority> priority(Impact impact, Urgency urgency) {
        for (Cell cell : cells) {
            if (cell.impact().equals(impact) && cell.urgency().equals(urgency)) {
                return Optional.of(cell.priority());
            }
        }
        return Optional.empty();
    }
}
