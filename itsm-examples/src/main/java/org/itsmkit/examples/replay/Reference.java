package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.change.Changes;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;

/** A column in which the log names another record, and how an incident is linked to that. */
enum Reference {
    PROBLEM(Column.PROBLEM_ID, Problems.KIND.name(), LinkType.INSTANCE_OF),
    FIX(Column.RFC, Changes.KIND.name(), LinkType.FIXED_BY),
    CAUSE(Column.CAUSED_BY, Changes.KIND.name(), LinkType.CAUSED_BY);

    private final Column column;
    private final String kind;
    private final LinkType type;

    Reference(Column column, String kind, LinkType type) {
        this.column = column;
        this.kind = kind;
        this.type = type;
    }

    Column column() {
        return column;
    }

    /** Of which kind what is named here is. */
    String kind() {
        return kind;
    }

    /** How an incident points at what is named here. It has one such link at most. */
    LinkType type() {
        return type;
    }

    /** What {@code row} names; empty if nothing, or by a text that no store keeps, which is told of with the custom fields. */
    Optional<String> name(LogRow row) {
        return row.cell(column).filter(text -> Texts.firstUnstorable(text).isEmpty());
    }

    /** The record that stands for {@code name}: the same for fixes and causes, which are all changes. */
    RecordRef target(String name) {
        return RecordRef.of(kind, NamedId.of(name));
    }

    /** Where those of {@code links} lead that are of this sort. */
    Set<RecordRef> targets(Set<Link> links) {
        return links.stream()
                .filter(link -> link.type().equals(type.value()))
                .map(Link::target)
                .collect(Collectors.toSet());
    }

    /** The links that an incident has by {@code row}. */
    static List<Link> links(LogRow row) {
        List<Link> links = new ArrayList<>();
        for (Reference reference : values()) {
            reference.name(row).ifPresent(name -> links.add(Link.of(reference.type.value(), reference.target(name))));
        }
        return links;
    }
}
