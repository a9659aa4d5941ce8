package org.itsmkit.change.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/**
 * Writes changes and freezes for calendar programs, as iCalendar (RFC 5545): a {@code VEVENT} for each.
 *
 * <p>Whoever made a change and what it touches is in the text: it is to be given to those who may know. The standard wants one event at
 * least; of nothing, an empty calendar is written nevertheless, as programs that read it again and again expect.
 *
 * @param product who writes it, such as {@code -//Example//Changes//EN}; by {@link Keys#requireName}
 * @param domain where references are unique, such as {@code itsm.example.org}: what an event is known by ends with it; by {@link
 *     Keys#requireName}
 */
public record ICalendar(String product, String domain) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public ICalendar {
        Keys.requireName(product, "product");
        Keys.requireName(domain, "domain");
    }

    /**
     * Writes an event for each change, then for each freeze, in their order. The same change has the same {@code UID} wherever it is moved, a
     * freeze as long as it keeps its name. An authorised change is {@code CONFIRMED}, any other {@code TENTATIVE}; changes take their
     * assignee's time ({@code OPAQUE}), freezes take nobody's. Of seconds, those that are begun count.
     *
     * @param at when it is written
     * @return lines that end with CR LF and have 75 octets in UTF-8 at most
     */
    public String write(Collection<PlannedChange> changes, Collection<Freeze> freezes, Instant at) {
        ContentLines lines = new ContentLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.addText("PRODID", product);
        lines.add("CALSCALE", "GREGORIAN");
        changes.forEach(change -> write(lines, change, at));
        freezes.forEach(freeze -> write(lines, freeze, at));
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    private void write(ContentLines lines, PlannedChange change, Instant at) {
        lines.add("BEGIN", "VEVENT");
        lines.addText("UID", "change:" + change.reference() + "@" + domain);
        times(lines, change.window().fromInclusive(), change.window().toExclusive(), at);
        lines.addText("SUMMARY", change.title());
        lines.addText("DESCRIPTION", description(change));
        lines.addTexts("CATEGORIES", List.of("change", change.type()));
        lines.add("STATUS", change.authorised() ? "CONFIRMED" : "TENTATIVE");
        lines.add("TRANSP", "OPAQUE");
        lines.add("END", "VEVENT");
    }

    private static String description(PlannedChange change) {
        List<String> said = new ArrayList<>(List.of(change.reference().toString()));
        if (!change.items().isEmpty()) {
            said.add("Configuration items: " + texts(change.items()));
        }
        if (!change.services().isEmpty()) {
            said.add("Services: " + texts(change.services()));
        }
        change.assignee().ifPresent(person -> said.add("Assignee: " + person));
        change.outage().ifPresent(out -> said.add("Outage: " + out.fromInclusive() + " to " + out.toExclusive()));
        return String.join("\n", said);
    }

    private static String texts(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.joining(", "));
    }

    private void write(ContentLines lines, Freeze freeze, Instant at) {
        lines.add("BEGIN", "VEVENT");
        lines.addText("UID", "freeze:" + freeze.name() + "@" + domain);
        times(lines, freeze.window().fromInclusive(), freeze.window().toExclusive(), at);
        lines.addText("SUMMARY", freeze.name());
        if (!freeze.exceptTypes().isEmpty()) {
            lines.addText("DESCRIPTION", "Except for: " + String.join(", ", freeze.exceptTypes()));
        }
        lines.addTexts("CATEGORIES", List.of("freeze"));
        lines.add("STATUS", "CONFIRMED");
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }

    private static void times(ContentLines lines, Instant from, Instant to, Instant at) {
        lines.add("DTSTAMP", TIME.format(at));
        lines.add("DTSTART", TIME.format(from));
        Instant second = to.truncatedTo(ChronoUnit.SECONDS);
        lines.add("DTEND", TIME.format(second.equals(to) ? to : second.plusSeconds(1)));
    }
}
