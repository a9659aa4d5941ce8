package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.RecordId;

/**
 * The agreements of a tenant, made ready for decisions: all that were ever in force, for records go on under the version that was
 * promised to them. Immutable; safe for use by many threads.
 */
public final class AgreementBook {

    /** What is done where nothing is: coverage does not depend on it. */
    private static final Action NOTHING = Action.of("nothing");

    private final Map<RecordId, Agreed> agreements = new LinkedHashMap<>();
    private final Map<Pointer, Promised> promised = new HashMap<>();

    /**
     * An agreement with all its versions.
     *
     * @param number what people call it
     * @param type between whom it was made
     * @param versions those that were agreed, the oldest first
     * @param rank which comes first where several are there to choose from: the lower
     * @param customer whose records it covers, of those that it would cover else; everybody's if empty
     * @param team who promises, if a team does
     * @param supplier who promises, if a supplier does
     * @param inForce whether records are promised anything by it; else it is kept for those that were
     */
    public record Agreed(
            RecordId id,
            String number,
            AgreementType type,
            List<AgreementVersion> versions,
            int rank,
            Optional<OrganisationId> customer,
            Optional<GroupId> team,
            Optional<OrganisationId> supplier,
            boolean inForce) {
        public Agreed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(type, "type");
            versions = List.copyOf(versions);
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(supplier, "supplier");
        }

        /** One in force with everybody. */
        public Agreed(RecordId id, String number, AgreementType type, List<AgreementVersion> versions) {
            this(id, number, type, versions, 0, Optional.empty(), Optional.empty(), Optional.empty(), true);
        }
    }

    private record Pointer(RecordId agreement, int version, String commitment) {}

    private AgreementBook(Collection<Agreed> all) {
        for (Agreed agreed : all) {
            agreements.put(agreed.id(), agreed);
            for (AgreementVersion version : agreed.versions()) {
                Map<String, ServiceHours> hours = new HashMap<>();
                version.terms()
                        .hours()
                        .forEach((name, data) -> hours.put(name, ServiceHours.of(name, data.toCalendar())));
                for (Commitment commitment : version.terms().commitments()) {
                    promised.put(
                            new Pointer(agreed.id(), version.number(), commitment.name()),
                            new Promised(
                                    agreed.id(),
                                    agreed.number(),
                                    agreed.type(),
                                    version.number(),
                                    commitment,
                                    commitment.hours().map(hours::get).orElseGet(ServiceHours::always)));
                }
            }
        }
    }

    /** One of these, in the order of their rank. */
    public static AgreementBook of(Collection<Agreed> agreements) {
        return new AgreementBook(agreements);
    }

    /** Whether nothing was ever agreed. */
    public boolean isEmpty() {
        return agreements.isEmpty();
    }

    /** What was promised so, if it was. */
    public Optional<Promised> find(RecordId agreement, int version, String commitment) {
        return Optional.ofNullable(promised.get(new Pointer(agreement, version, commitment)));
    }

    /**
     * What is promised of a record.
     *
     * @param kind the name of its kind
     * @param values the values of its fields, by name; custom fields without their prefix
     * @param at when
     */
    public List<Promised> select(String kind, Function<String, List<FieldValue>> values, Instant at) {
        List<Promised> selected = new ArrayList<>();
        for (Agreed agreed : agreements.values()) {
            for (AgreementVersion version : agreed.versions()) {
                if (agreed.inForce() && version.isInForce(at) && covers(version.terms(), kind, values)) {
                    for (Commitment commitment : version.terms().commitments()) {
                        if (holds(commitment.when(), values)) {
                            find(agreed.id(), version.number(), commitment.name())
                                    .ifPresent(selected::add);
                        }
                    }
                }
            }
        }
        return selected;
    }

    /** By which service hours {@code commitment} of {@code terms} is measured. */
    static ServiceHours hours(Terms terms, Commitment commitment) {
        return commitment
                .hours()
                .map(name -> ServiceHours.of(
                        name, Objects.requireNonNull(terms.hours().get(name)).toCalendar()))
                .orElseGet(ServiceHours::always);
    }

    private static boolean covers(Terms terms, String kind, Function<String, List<FieldValue>> values) {
        return (terms.kinds().isEmpty() || terms.kinds().contains(kind)) && holds(terms.coverage(), values);
    }

    private static boolean holds(FieldCondition condition, Function<String, List<FieldValue>> values) {
        return condition.holds(NOTHING, values);
    }
}
