package org.itsmkit.change;

import java.util.Comparator;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Ticket;

/**
 * What of a change is approved: by which type and model it goes, what it is called, how it is planned, when it is made, what it is
 * about and how risky it is. When any of it changes, it is not what was approved.
 */
final class ApprovedContent {

    private ApprovedContent() {}

    /** Returns the digest of what is to be approved. */
    static String digest(Change change) {
        Ticket ticket = change.ticket();
        ContentDigest content = ContentDigest.empty()
                .with("type", change.type().text())
                .with("model", change.model().map(Object::toString).orElse(""))
                .with("title", ticket.title())
                .with("description", ticket.description())
                .with("service", ticket.service().map(Object::toString).orElse(""));
        for (PlanKind kind : PlanKind.values()) {
            content = content.with(kind.name(), change.plans().of(kind));
        }
        content = content.with(
                        "window",
                        change.slot().map(slot -> slot.window().toString()).orElse(""))
                .with(
                        "outage",
                        change.slot()
                                .flatMap(Slot::outage)
                                .map(Object::toString)
                                .orElse(""))
                .with("risk", change.risk().map(risk -> risk.level().name()).orElse(""));
        for (AffectedItem item : ticket.affectedOrBlank().items().stream()
                .sorted(Comparator.comparing(AffectedItem::toString))
                .toList()) {
            content = content.with("item", item.toString());
        }
        return content.hex();
    }
}
