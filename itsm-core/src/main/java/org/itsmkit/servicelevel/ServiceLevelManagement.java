package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ServiceLevels;
import org.itsmkit.ticket.Ticketed;

/** Brings service levels to a kind of ticket: the kit's own have them; a host gives them to its own kinds. */
public final class ServiceLevelManagement {

    private ServiceLevelManagement() {}

    /**
     * Returns this kind of ticket with service level clocks: kept in step with it in the commit of whatever happens to it, and looked at
     * when a threshold or a deadline is reached. To be given to the kit in place of {@code tickets}, with the {@linkplain #reactions
     * reactions}.
     */
    public static <R extends Ticketed<R>> Definition<R> on(Definition<R> tickets) {
        return tickets.upkeep(new ClockKeeping<>(tickets.kind()))
                .timers(new ClockTimers<>())
                .deadlines(ServiceLevelManagement::deadlines)
                .withoutInternal(record -> record.withTicket(record.ticket()
                        .withServiceLevels(record.ticket().serviceLevels().map(ServiceLevels::withoutInternal))));
    }

    /** What follows for tickets of this kind where a threshold is reached; {@code KIND-threshold}, by which tenants switch it off. */
    public static <R extends Ticketed<R>> List<Reaction<?, ?>> reactions(Definition<R> tickets) {
        return List.of(new ThresholdReaction<>(tickets));
    }

    /** When what is promised of {@code record} and not done is due, by the names of clocks: {@code number/commitment}. */
    public static <R extends Ticketed<R>> Map<String, Instant> deadlines(R record) {
        Map<String, Instant> deadlines = new TreeMap<>();
        for (Clock clock : record.ticket().serviceLevelsOrBlank().clocks()) {
            if (clock.isOpen()) {
                clock.due().ifPresent(due -> deadlines.put(clock.number() + "/" + clock.name(), due));
            }
        }
        return deadlines;
    }
}
