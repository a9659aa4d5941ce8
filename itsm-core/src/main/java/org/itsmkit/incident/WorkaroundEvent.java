package org.itsmkit.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/** What happens to that which is known to help against an incident. */
public sealed interface WorkaroundEvent extends Event.Next<Incident> {

    /** The names under which these stand in journals; part of those of incidents. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("workaround-offered", WorkaroundOffered.class),
                EventType.of("workaround-tried", WorkaroundTried.class));
    }

    /** This is known to help; what came of it when it was offered in other words stays. */
    record WorkaroundOffered(RecordRef knownError, String number, String text) implements WorkaroundEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            List<OfferedWorkaround> all = new ArrayList<>(incident.workarounds());
            Optional<OfferedWorkaround> before = incident.workaround(knownError);
            OfferedWorkaround now = new OfferedWorkaround(
                    knownError,
                    number,
                    text,
                    before.map(OfferedWorkaround::state).orElse(OfferedWorkaround.State.OFFERED));
            before.ifPresentOrElse(one -> all.set(all.indexOf(one), now), () -> all.add(now));
            return incident.withWorkarounds(all).withTicket(incident.ticket().touched(when));
        }
    }

    /** It was tried. */
    record WorkaroundTried(RecordRef knownError, boolean solved) implements WorkaroundEvent {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            OfferedWorkaround.State state = solved ? OfferedWorkaround.State.SOLVED : OfferedWorkaround.State.FAILED;
            return incident.withWorkarounds(incident.workarounds().stream()
                            .map(one -> one.knownError().equals(knownError) ? one.in(state) : one)
                            .toList())
                    .withTicket(incident.ticket().touched(when));
        }
    }
}
