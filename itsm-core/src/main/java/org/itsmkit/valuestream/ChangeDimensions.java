package org.itsmkit.valuestream;

import java.util.Locale;
import org.itsmkit.change.Change;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.dimension.ChangeCheck;
import org.itsmkit.dimension.ChangeRules;
import org.itsmkit.dimension.PlannedWork;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.ticket.Supplier;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketTask;

/** Changes seen from the four dimensions: what one touches, and what of that its plans and tasks forget. */
public final class ChangeDimensions {

    private ChangeDimensions() {}

    /** Holds a change against the rules of the kit. */
    public static ChangeCheck check(Change change) {
        return check(change, ChangeRules.standard());
    }

    /** Holds a change against a tenant's own rules. */
    public static ChangeCheck check(Change change, ChangeRules rules) {
        return ChangeCheck.of(plannedWork(change), rules);
    }

    /**
     * What the four dimensions see of a change: its category, service, items and suppliers, the titles of its tasks that were not skipped, its
     * plans by the names of their kinds, such as {@code back-out}, and its title and description.
     */
    public static PlannedWork plannedWork(Change change) {
        Ticket ticket = change.ticket();
        PlannedWork.Builder work = PlannedWork.builder()
                .name(ticket.number())
                .category(ticket.category())
                .putTexts("title", ticket.title())
                .putTexts("description", ticket.description());
        ticket.service().ifPresent(work::addServices);
        ticket.affectedOrBlank().items().forEach(item -> work.addItems(item.item()));
        ticket.suppliers().stream().map(Supplier::organisation).forEach(work::addSuppliers);
        ticket.worksheetOrBlank().tasks().stream()
                .filter(task -> task.state() != TicketTask.State.SKIPPED)
                .map(TicketTask::title)
                .forEach(work::addTasks);
        for (PlanKind kind : PlanKind.values()) {
            String plan = change.plans().of(kind);
            if (Inputs.saysSomething(plan)) {
                work.putPlans(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), plan);
            }
        }
        return work.build();
    }
}
