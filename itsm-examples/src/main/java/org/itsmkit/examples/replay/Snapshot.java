package org.itsmkit.examples.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Ticket;

/**
 * What a row says of its incident, in the words of the kit.
 *
 * @param state where it stands; empty if the kit has no such state, and it stays where it was
 * @param impact as logged; if that cannot be read, as it was
 * @param urgency as logged; if that cannot be read, as it was
 * @param category category and subcategory as one path
 * @param group who has it
 * @param assignee who of them has it
 * @param links to the problem and the changes that it names
 * @param item what it is about technically
 * @param custom all else, and the names in {@code links} and {@code item} as they stand there
 * @param problems what could not be read
 */
record Snapshot(
        Optional<LoggedState> state,
        Impact impact,
        Urgency urgency,
        Optional<Category> category,
        Optional<GroupId> group,
        Optional<PersonId> assignee,
        List<Link> links,
        Optional<AffectedItem> item,
        Map<String, FieldValue> custom,
        List<String> problems) {

    private static final String UNKNOWN = "?";

    /**
     * Reads a row, where the incident is as {@code before} has it.
     *
     * @param repeated how many rows before it have the same place
     */
    static Snapshot of(LogRow row, int repeated, Optional<Ticket> before) {
        Unreadable unreadable = new Unreadable();
        Map<String, FieldValue> custom = ImportedFields.values(row, unreadable);
        if (repeated > 0) {
            custom.put(ImportedFields.REPEATED, FieldValue.number(repeated));
        }
        Impact impact = unreadable
                .read(row, Column.IMPACT, text -> Impact.of(Cells.ranked(text, "high", "medium", "low")))
                .or(() -> before.map(Ticket::impact))
                .orElse(Impact.MEDIUM);
        Urgency urgency = unreadable
                .read(row, Column.URGENCY, text -> Urgency.of(Cells.ranked(text, "high", "medium", "low")))
                .or(() -> before.map(Ticket::urgency))
                .orElse(Urgency.MEDIUM);
        unreadable
                .read(row, Column.PRIORITY, text -> Cells.ranked(text, "critical", "high", "moderate", "low"))
                .filter(name -> !name.equals(priority(impact, urgency).name()))
                .ifPresent(name -> custom.put(ImportedFields.PRIORITY, FieldValue.text(name)));
        Optional<String> stateText = row.cell(Column.INCIDENT_STATE);
        Optional<LoggedState> state = stateText.flatMap(LoggedState::parse);
        if (state.isEmpty()) {
            String text = stateText.orElse(UNKNOWN);
            unreadable.note("incident_state is '" + LogReader.shortened(text)
                    + "': no such state; the incident stays where it is");
            custom.put(ImportedFields.STATE, FieldValue.text(text));
        }
        before.filter(ticket -> row.at().isBefore(ticket.updatedAt()))
                .ifPresent(ticket -> custom.put(ImportedFields.UPDATED_AT, FieldValue.moment(row.at())));
        Optional<Category> category = unreadable.read(row, Column.CATEGORY, Category::of);
        Optional<Category> path = unreadable.read(
                row,
                Column.SUBCATEGORY,
                text -> Category.of(category.map(Category::value).orElse(UNKNOWN) + "/" + text));
        Optional<GroupId> group = unreadable.read(row, Column.ASSIGNMENT_GROUP, GroupId::of);
        Optional<PersonId> assignee = unreadable.read(row, Column.ASSIGNED_TO, PersonId::of);
        Optional<AffectedItem> item = unreadable
                .read(row, Column.CMDB_CI, ConfigurationItemId::of)
                .map(id -> new AffectedItem(id, Optional.empty()));
        if (!unreadable.raw().isEmpty()) {
            custom.put(
                    ImportedFields.UNREADABLE,
                    FieldValue.list(
                            unreadable.raw().stream().map(FieldValue::text).toList()));
        }
        return new Snapshot(
                state,
                impact,
                urgency,
                path.or(() -> category),
                group,
                assignee,
                Reference.links(row),
                item,
                custom,
                unreadable.reasons());
    }

    /** The priority that the standard matrix gives. */
    static Priority priority(Impact impact, Urgency urgency) {
        return PriorityMatrix.standard().priority(impact, urgency).orElseThrow();
    }
}
