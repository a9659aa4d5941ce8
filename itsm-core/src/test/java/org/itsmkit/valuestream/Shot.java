package org.itsmkit.valuestream;

import static org.itsmkit.fixture.Company.ACME;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;

/** All tickets of the company as they are kept at one moment. */
record Shot(
        Map<RecordRef, Incident> incidents,
        Map<RecordRef, Problem> problems,
        Map<RecordRef, KnownError> knownErrors,
        Map<RecordRef, Change> changes) {

    static Shot of(Company company, Collection<RecordRef> refs) {
        return new Shot(
                kept(company, Incidents.KIND, refs),
                kept(company, Problems.KIND, refs),
                kept(company, KnownErrors.KIND, refs),
                kept(company, Changes.KIND, refs));
    }

    private static <R> Map<RecordRef, R> kept(Company company, RecordKind<R> kind, Collection<RecordRef> refs) {
        Map<RecordRef, R> found = new LinkedHashMap<>();
        for (RecordRef ref : refs) {
            if (ref.kind().equals(kind.name())) {
                RecordId id = ref.id();
                Optional<Stored<R>> stored = company.store.find(ACME, kind, id);
                stored.ifPresent(one -> found.put(ref, one.record()));
            }
        }
        return found;
    }

    Map<RecordRef, Ticket> tickets() {
        Map<RecordRef, Ticket> all = new LinkedHashMap<>();
        incidents.forEach((ref, one) -> all.put(ref, one.ticket()));
        problems.forEach((ref, one) -> all.put(ref, one.ticket()));
        knownErrors.forEach((ref, one) -> all.put(ref, one.ticket()));
        changes.forEach((ref, one) -> all.put(ref, one.ticket()));
        return all;
    }

    private Ticket ticket(RecordRef ref) {
        return switch (ref.kind()) {
            case "incident" -> incidents.get(ref).ticket();
            case "problem" -> problems.get(ref).ticket();
            case "known-error" -> knownErrors.get(ref).ticket();
            default -> changes.get(ref).ticket();
        };
    }

    boolean points(RecordRef from, LinkType type, RecordRef to) {
        return ticket(from).links().contains(Link.of(type.value(), to));
    }
}
