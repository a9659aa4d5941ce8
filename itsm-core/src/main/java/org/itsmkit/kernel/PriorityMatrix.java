package org.itsmkit.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which priority follows from impact and urgency, and for some services from how much depends on them. Any number of each; pairs that are
 * missing have no priority and are refused where one is asked for.
 *
 * @param cells each pair at most once for any service, and at most once for those of one criticality; who says something of a pair for
 *     these says it for any service too
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

    /**
     * A pair and what follows from it.
     *
     * @param criticality for services of which alone; for any if empty
     */
    public record Cell(Impact impact, Urgency urgency, Optional<Criticality> criticality, Priority priority) {
        public Cell {
            Objects.requireNonNull(impact, "impact");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(criticality, "criticality");
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
            if (!pairs.add(List.of(cell.impact(), cell.urgency(), cell.criticality()))) {
                throw new IllegalArgumentException("two priorities for impact " + cell.impact() + " and urgency "
                        + cell.urgency()
                        + cell.criticality().map(c -> " of " + c + " services").orElse(""));
            }
        }
        for (Cell cell : cells) {
            if (!pairs.contains(List.of(cell.impact(), cell.urgency(), Optional.empty()))) {
                throw new IllegalArgumentException("no priority for impact " + cell.impact() + " and urgency "
                        + cell.urgency() + " but that of some services");
            }
        }
    }

    /** The usual three by three, from high/high = critical to low/low = low. */
    public static PriorityMatrix standard() {
        return STANDARD;
    }

    /** A cell of a matrix. */
    public static Cell cell(Impact impact, Urgency urgency, Priority priority) {
        return new Cell(impact, urgency, Optional.empty(), priority);
    }

    /** A cell for services of that criticality alone. */
    public static Cell cell(Impact impact, Urgency urgency, Criticality criticality, Priority priority) {
        return new Cell(impact, urgency, Optional.of(criticality), priority);
    }

    /** The priority of that pair for any service, if the matrix has one. */
    public Optional<Priority> priority(Impact impact, Urgency urgency) {
        return of(impact, urgency, Optional.empty());
    }

    /** The priority of that pair for services of that criticality; as for any service if the matrix says nothing else of them. */
    public Optional<Priority> priority(Impact impact, Urgency urgency, Criticality criticality) {
        return of(impact, urgency, Optional.of(criticality)).or(() -> priority(impact, urgency));
    }

    private Optional<Priority> of(Impact impact, Urgency urgency, Optional<Criticality> criticality) {
        for (Cell cell : cells) {
            if (cell.impact().equals(impact)
                    && cell.urgency().equals(urgency)
                    && cell.criticality().equals(criticality)) {
                return Optional.of(cell.priority());
            }
        }
        return Optional.empty();
    }
}
