package org.itsmkit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.ChangeCalendar;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.FreeSlot;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.change.schedule.ServiceOutage;
import org.itsmkit.engine.Records;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;

/**
 * What is planned for the time to come, read from the records of changes: what is in the way of a change, where there is room for it, and
 * which services will be out. Asked are changes that the caller may read, that are neither over nor made, and whose window touches the time
 * in question; one of which nobody has said when it is made is in nobody's way.
 *
 * <p>Nothing is held: an answer is as of when it was read, and somebody may plan something else a moment later. Whoever must be certain asks
 * once more before the change begins. Safe for use by many threads, if what the rules ask is.
 */
public final class ForwardSchedule {

    private static final int PAGE = 500;

    private final Records<Change> changes;
    private final SchedulingRules rules;

    /**
     * What is planned, by these rules.
     *
     * @param changes the door to changes
     */
    public ForwardSchedule(Records<Change> changes, SchedulingRules rules) {
        this.changes = Objects.requireNonNull(changes, "changes");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /** All changes that are planned within {@code period}, or reach into it, as a calendar. */
    public ChangeCalendar calendar(Caller caller, Window period) {
        List<PlannedChange> planned = new ArrayList<>();
        Condition condition = Condition.and(
                Changes.PLANNED_BEGIN.isBelow(period.toExclusive()),
                Condition.not(Changes.PLANNED_END.isBelow(period.fromInclusive().plusNanos(1_000))),
                Changes.FIELDS.phase.isIn(List.of(Phase.NEW, Phase.WAITING, Phase.ACTIVE)));
        Query query = Query.where(condition).limit(PAGE);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Stored<Change>> page =
                    changes.query(caller, next.map(query::after).orElse(query));
            page.items()
                    .forEach(one -> one.record()
                            .planned(RecordRef.of(Changes.NAME, one.id()))
                            .ifPresent(planned::add));
            next = page.next();
        } while (next.isPresent());
        return ChangeCalendar.of(rules, planned);
    }

    /**
     * Returns what is in the way of change {@code id} where it is scheduled; nothing if nothing is, if nobody has said when it is made, or if
     * the caller may not read it.
     */
    public List<Collision> collisions(Caller caller, RecordId id) {
        return planned(caller, id)
                .map(change -> calendar(caller, change.window()).collisions(change))
                .orElse(List.of());
    }

    /**
     * Returns the next times at which change {@code id}, as long as it is now, has no collisions; none if nobody has said how long it takes,
     * or the caller may not read it.
     *
     * @param bounds within which it is begun and over; at most {@link ChangeCalendar#LONGEST_PERIOD}
     * @param most how many slots are wanted, 0 or more
     */
    public List<FreeSlot> freeSlots(Caller caller, RecordId id, Window bounds, int most) {
        return planned(caller, id)
                .map(change -> calendar(caller, bounds).freeSlots(change, bounds, most))
                .orElse(List.of());
    }

    /** Returns which services will be out in {@code period}, and when; see {@link ChangeCalendar#projectedOutages}. */
    public List<ServiceOutage> projectedOutages(Caller caller, Window period) {
        return calendar(caller, period).projectedOutages(period);
    }

    private Optional<PlannedChange> planned(Caller caller, RecordId id) {
        return changes.find(caller, id).flatMap(one -> one.record().planned(RecordRef.of(Changes.NAME, id)));
    }
}
