package org.itsmkit.service.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * That somebody let a service pass a gate, or sent it back behind one.
 *
 * @param gate which
 * @param passed whether it passed; else it was sent back to where it must pass again
 * @param by who decided
 * @param onBehalfOf for whom, if for somebody else
 * @param at when
 * @param evidence what it was decided by, or why it was sent back
 * @param documents the records in which that stands; at most {@value #MOST_DOCUMENTS}
 */
public record GateDecision(
        Gate gate,
        boolean passed,
        PersonId by,
        Optional<PersonId> onBehalfOf,
        Instant at,
        String evidence,
        List<RecordRef> documents) {

    /** The most records by which a decision is made. */
    public static final int MOST_DOCUMENTS = 20;

    public GateDecision {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(evidence, "evidence");
        documents = List.copyOf(documents);
        if (documents.size() > MOST_DOCUMENTS) {
            throw new IllegalArgumentException("at most " + MOST_DOCUMENTS + " documents, not " + documents.size());
        }
    }

    /** It passed, as was decided then. */
    public static GateDecision passed(Gate gate, Occurrence when, String evidence, List<RecordRef> documents) {
        return new GateDecision(gate, true, when.by(), when.onBehalfOf(), when.occurredAt(), evidence, documents);
    }

    /** It was sent back, as was decided then. */
    public static GateDecision sentBack(Gate gate, Occurrence when, String reason) {
        return new GateDecision(gate, false, when.by(), when.onBehalfOf(), when.occurredAt(), reason, List.of());
    }
}
