package org.itsmkit.testkit.conformance;

import io.vavr.control.Either;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;

/** The kit itself as a help desk: that of one tenant. */
final class ReferenceDesk implements HelpDesk {

    private final Itsm itsm;
    private final TenantId tenant;

    ReferenceDesk(Itsm itsm, TenantId tenant) {
        this.itsm = itsm;
        this.tenant = tenant;
    }

    @Override
    public Reply log(PersonId by, String title, Impact impact, Urgency urgency) {
        return reply(itsm.incidents()
                .submit(
                        caller(by),
                        IncidentCommand.log()
                                .title(title)
                                .impact(impact)
                                .urgency(urgency)
                                .build()));
    }

    @Override
    public TicketView look(String ticket) {
        Incident incident = itsm.incidents()
                .find(caller(People.DORA), RecordId.of(ticket))
                .orElseThrow(() -> new IllegalArgumentException("no ticket " + ticket))
                .record();
        Ticket common = incident.ticket();
        return TicketView.empty()
                .with(Aspect.STATUS, common.status().name())
                .with(Aspect.PHASE, common.phase())
                .with(Aspect.PRIORITY, common.priority())
                .with(Aspect.GROUP, common.group())
                .with(Aspect.ASSIGNEE, common.assignee())
                .with(Aspect.HOLD_REASON, common.hold().map(Hold::reason))
                .with(Aspect.RESOLUTION_CODE, incident.resolution().map(Resolution::code))
                .with(Aspect.CONFIRMED_BY, incident.confirmedBy())
                .with(Aspect.REASSIGNMENTS, common.reassignments())
                .with(Aspect.REOPENINGS, incident.reopenings());
    }

    @Override
    public Reply prioritise(PersonId by, String ticket, Impact impact, Urgency urgency) {
        return submit(by, ticket, new TicketCommand.Prioritise<>(impact, urgency));
    }

    @Override
    public Reply assign(PersonId by, String ticket, GroupId group, Optional<PersonId> person) {
        return submit(by, ticket, new TicketCommand.Assign<>(Optional.of(group), person));
    }

    @Override
    public Reply start(PersonId by, String ticket) {
        return submit(by, ticket, new TicketCommand.Start<>());
    }

    @Override
    public Reply hold(PersonId by, String ticket, String reason) {
        return submit(by, ticket, new TicketCommand.PutOnHold<>(reason, Optional.empty()));
    }

    @Override
    public Reply resume(PersonId by, String ticket) {
        return submit(by, ticket, new TicketCommand.Resume<>());
    }

    @Override
    public Reply resolve(PersonId by, String ticket, String code, String text) {
        return submit(by, ticket, new IncidentCommand.Resolve(new Resolution.Code(code), text));
    }

    @Override
    public Reply confirm(PersonId by, String ticket) {
        return submit(by, ticket, new IncidentCommand.Confirm());
    }

    @Override
    public Reply reopen(PersonId by, String ticket, String reason) {
        return submit(by, ticket, new IncidentCommand.Reopen(reason));
    }

    @Override
    public Reply close(PersonId by, String ticket) {
        return submit(by, ticket, new TicketCommand.Close<>());
    }

    @Override
    public Reply cancel(PersonId by, String ticket, String reason) {
        return submit(by, ticket, new TicketCommand.Cancel<>(reason));
    }

    @Override
    public Reply comment(PersonId by, String ticket, String text, boolean isInternal) {
        return submit(by, ticket, new TicketCommand.Comment<>(text, isInternal));
    }

    private Reply submit(PersonId by, String ticket, Command<Incident> command) {
        return reply(itsm.incidents().submit(caller(by), RecordId.of(ticket), command));
    }

    private Caller caller(PersonId by) {
        return Caller.of(tenant, by);
    }

    private static Reply reply(Either<Rejection, Stored<Incident>> outcome) {
        return outcome.fold(
                rejection -> Reply.refused(rejection.code()),
                stored -> Reply.done(stored.id().value()));
    }
}
