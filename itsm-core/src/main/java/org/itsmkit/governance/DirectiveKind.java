package org.itsmkit.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How directives are stored, and what they are found by. */
public final class DirectiveKind implements RecordKind<Directive> {

    /** What a link from a directive to a policy that it rests on is called. */
    public static final String RESTS_ON = "rests-on";

    /** What a link from a directive to a record that shows what was found is called. */
    public static final String EVIDENCE = "evidence";

    /** What people quote. */
    public static final Field<Directive, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), directive -> Optional.of(directive.number()));
    /** In one line; found by its words too. */
    public static final Field<Directive, String> TITLE = Field.<Directive>text(
                    "title", directive -> Optional.of(directive.title()))
            .searchable();
    /** Who sees to it. */
    public static final Field<Directive, PersonId> OWNER =
            Field.id("owner", directive -> Optional.of(directive.owner()));
    /** Who answers for it. */
    public static final Field<Directive, PersonId> ACCOUNTABLE =
            Field.id("accountable", directive -> directive.direction().map(Direction::accountable));
    /** What is measured. */
    public static final Field<Directive, String> MEASURE = Field.text(
            "measure",
            directive -> directive.direction().map(one -> one.target().measure()));
    /** Until when. */
    public static final Field<Directive, Instant> DUE = Field.moment(
            "due", directive -> directive.direction().map(one -> one.target().due()));
    /** Where it stands, found by the status's name. */
    public static final Field<Directive, Status> STATUS = Field.of(
            StandardFields.STATUS, status -> FieldValue.text(status.name()), directive -> List.of(directive.status()));
    /** What that amounts to. */
    public static final Field<Directive, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            directive -> List.of(directive.status().phase()));
    /** When it was proposed. */
    public static final Field<Directive, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), directive -> Optional.of(directive.createdAt()));
    /** When it last changed. */
    public static final Field<Directive, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), directive -> Optional.of(directive.updatedAt()));

    DirectiveKind() {}

    @Override
    public String name() {
        return Directives.NAME;
    }

    @Override
    public Class<Directive> type() {
        return Directive.class;
    }

    @Override
    public List<EventType<?>> events() {
        return DirectiveEvent.types();
    }

    @Override
    public List<Field<Directive, ?>> fields() {
        return List.of(NUMBER, TITLE, OWNER, ACCOUNTABLE, MEASURE, DUE, STATUS, PHASE, OPENED, UPDATED);
    }

    @Override
    public Set<Link> links(Directive directive) {
        Stream<Link> policies = directive.direction().stream()
                .flatMap(direction -> direction.restsOn().stream())
                .map(policy -> Link.of(RESTS_ON, policy));
        Stream<Link> evidence = directive.evaluation().stream()
                .flatMap(evaluation -> evaluation.evidence().stream())
                .map(record -> Link.of(EVIDENCE, record));
        return Stream.concat(policies, evidence).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "purpose",
                "owner",
                "HandedOver.from",
                "evaluators",
                "directors",
                "accountable",
                "text",
                "who",
                "wants",
                "external",
                "statement",
                "decision",
                "options",
                "source",
                "comment",
                "reason",
                "learned",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
