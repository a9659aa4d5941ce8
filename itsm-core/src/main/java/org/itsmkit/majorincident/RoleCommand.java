package org.itsmkit.majorincident;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;

/** What may be wanted of the roles in a major incident. */
public sealed interface RoleCommand extends MajorIncidentCommand {

    /** Give somebody a role; whoever had it hands it over. The note may be empty: what the other must know. */
    record AssignRole(MajorRole role, PersonId person, String note) implements RoleCommand {

        /** Give somebody a role. */
        public AssignRole(MajorRole role, PersonId person) {
            this(role, person, "");
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.ASSIGN_ROLE;
        }

        @Override
        public Needs needs(MajorIncident major) {
            return Needs.person(person);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("note", note, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            Optional<PersonId> from = major.holder(role);
            return right(MajorIncidentEvent.andMove(
                    context, List.of(new MajorIncidentEvent.RoleAssigned(role, from, person, note))));
        }
    }

    /** Leave a role to nobody. */
    record VacateRole(MajorRole role, String reason) implements RoleCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.VACATE_ROLE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            List<Event<MajorIncident>> events = major.holder(role)
                    .<List<Event<MajorIncident>>>map(
                            from -> List.of(new MajorIncidentEvent.RoleVacated(role, from, reason)))
                    .orElse(List.of());
            return right(MajorIncidentEvent.andMove(context, events));
        }
    }
}
