package org.itsmkit.examples.replay;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.AffectedEvent;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketEvent;

/** Reads from the journals of incidents what they were linked to, and what they were about. For one thread. */
final class Relations {

    private final Map<Reference, Tally> links = new EnumMap<>(Reference.class);
    private final Tally affected = new Tally();
    private final Set<RecordRef> targets = new TreeSet<>();
    private final Set<ConfigurationItemId> items = new HashSet<>();

    /** Incidents that ever did, and that do in the end. */
    private static final class Tally {
        private long ever;
        private long atEnd;

        void add(boolean did, boolean does) {
            ever += did ? 1 : 0;
            atEnd += does ? 1 : 0;
        }

        Report.Linked toLinked() {
            return new Report.Linked(ever, atEnd);
        }
    }

    Relations() {
        for (Reference reference : Reference.values()) {
            links.put(reference, new Tally());
        }
    }

    /** Adds one incident's journal. */
    void add(List<JournalEntry> journal) {
        Set<Link> ever = new HashSet<>();
        Set<Link> now = new HashSet<>();
        boolean wasAbout = false;
        boolean isAbout = false;
        for (JournalEntry entry : journal) {
            if (entry.event() instanceof TicketEvent.Linked<?> linked) {
                ever.add(linked.link());
                now.add(linked.link());
            } else if (entry.event() instanceof TicketEvent.Unlinked<?> unlinked) {
                now.remove(unlinked.link());
            } else if (entry.event() instanceof AffectedEvent.AffectedNamed<?> named) {
                named.affected().items().stream().map(AffectedItem::item).forEach(items::add);
                isAbout = !named.affected().items().isEmpty();
                wasAbout |= isAbout;
            }
        }
        affected.add(wasAbout, isAbout);
        links.forEach((reference, tally) -> {
            Set<RecordRef> its = reference.targets(ever);
            tally.add(!its.isEmpty(), !reference.targets(now).isEmpty());
            targets.addAll(its);
        });
    }

    /** What was read so far; a problem or a change counts if {@code isMade}. */
    Report.Related toFigures(Predicate<RecordRef> isMade) {
        Map<Boolean, Long> made = new LinkedHashMap<>();
        targets.stream().filter(isMade).forEach(target -> made.merge(Namings.isProblem(target), 1L, Long::sum));
        Map<String, Report.Linked> byType = new LinkedHashMap<>();
        links.forEach((reference, tally) -> byType.put(reference.type().value(), tally.toLinked()));
        return new Report.Related(
                made.getOrDefault(true, 0L), made.getOrDefault(false, 0L), byType, items.size(), affected.toLinked());
    }
}
