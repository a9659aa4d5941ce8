package org.itsmkit.servicelevel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.StandardFields;
import org.itsmkit.ticket.Pledge;
import org.itsmkit.ticket.Stretch;

/**
 * The agreements of a tenant, made ready for decisions: all that were ever in force, for records go on under the version that was
 * promised to them. Immutable; safe for use by many threads.
 */
public final class AgreementBook {

    /** What is done where nothing is: coverage does not depend on it. */
    private static final Action NOTHING = Action.of("nothing");

    private static final String CUSTOMER = StandardFields.CUSTOMER.name();
    private static final Condition NOT = Condition.never();
    private static final Metric RUNS_ON = new Metric("runs-on", Condition.always(), NOT, NOT, NOT, NOT, NOT);
    private static final Status OPEN = Status.of("open", Phase.NEW);

    private static final Comparator<Agreed> BY_RANK = Comparator.comparingInt(Agreed::rank)
            .thenComparingInt(agreed -> agreed.number().length())
            .thenComparing(Agreed::number)
            .thenComparing(Agreed::id);

    private static final AgreementBook NONE = of(List.of());

    private final AgreementSelection selection;
    private final Map<RecordId, Agreed> agreements = new LinkedHashMap<>();
    private final List<InForceVersion> inForce = new ArrayList<>();
    private final Map<Pointer, Promised> promised = new HashMap<>();
    private final Map<Pointer, Terms> termsOf = new HashMap<>();
    private final Map<Zoned, ServiceHours> inZones = new ConcurrentHashMap<>();
    private final Set<String> fields = new HashSet<>();

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

    private record Zoned(RecordId agreement, int version, String hours, ZoneId zone) {}

    private AgreementBook(Collection<Agreed> all, AgreementSelection selection) {
        this.selection = selection;
        for (Agreed agreed : all.stream().sorted(BY_RANK).toList()) {
            agreements.put(agreed.id(), agreed);
            for (AgreementVersion version : agreed.versions()) {
                List<Candidate> ofVersion = new ArrayList<>();
                Map<String, ServiceHours> hours = new HashMap<>();
                version.terms()
                        .hours()
                        .forEach((name, data) -> hours.put(name, ServiceHours.of(name, data.toCalendar())));
                for (Commitment commitment : version.terms().commitments()) {
                    Promised made = new Promised(
                            agreed.id(),
                            agreed.number(),
                            agreed.type(),
                            version.number(),
                            commitment,
                            commitment.hours().map(hours::get).orElseGet(ServiceHours::always));
                    Pointer pointer = new Pointer(agreed.id(), version.number(), commitment.name());
                    promised.put(pointer, made);
                    termsOf.put(pointer, version.terms());
                    ofVersion.add(Candidate.of(agreed, version.terms(), made));
                }
                if (agreed.inForce()) {
                    inForce.add(new InForceVersion(agreed, version, ofVersion));
                    ofVersion.forEach(candidate -> fields.addAll(candidate.fields()));
                    fields.addAll(version.terms().zoneBy());
                }
            }
        }
    }

    /** One in which nothing stands. */
    public static AgreementBook none() {
        return NONE;
    }

    /** One of these, from which is selected as tenants have it who said nothing else. */
    public static AgreementBook of(Collection<Agreed> agreements) {
        return of(agreements, AgreementSelection.standard());
    }

    /** One of these, from which is selected as {@code selection} says. */
    public static AgreementBook of(Collection<Agreed> agreements, AgreementSelection selection) {
        return new AgreementBook(agreements, Objects.requireNonNull(selection, "selection"));
    }

    /** Whether nothing was ever agreed. */
    public boolean isEmpty() {
        return agreements.isEmpty();
    }

    /** The fields of records on which it depends what is promised of them by what is in force, by name. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(fields);
    }

    /** What was promised so, if it was: also by what is no longer in force. */
    public Optional<Promised> find(RecordId agreement, int version, String commitment) {
        return Optional.ofNullable(promised.get(new Pointer(agreement, version, commitment)));
    }

    /** By which fields is told in whose time zone the hours of {@code made} are meant. */
    List<String> zoneBy(Promised made) {
        return terms(made).map(Terms::zoneBy).orElse(List.of());
    }

    private Optional<Terms> terms(Promised made) {
        return Optional.ofNullable(termsOf.get(
                new Pointer(made.agreement(), made.version(), made.commitment().name())));
    }

    /** When the time counts of {@code made} where it is pledged so: by hours in the zone that was chosen. */
    ServiceHours hours(Promised made, Pledge pledge) {
        ServiceHours meant = pledge.zone().map(zone -> inZone(made, zone)).orElse(made.hours());
        return pledge.because().isEmpty() ? meant : meant.because(pledge.because());
    }

    private ServiceHours inZone(Promised made, ZoneId zone) {
        String name = made.commitment().hours().orElse("");
        return inZones.computeIfAbsent(
                new Zoned(made.agreement(), made.version(), name, zone),
                key -> terms(made)
                        .map(terms -> terms.hours().get(name))
                        .map(data -> ServiceHours.of(name, new CalendarData(zone, data.versions()).toCalendar()))
                        .orElseGet(() -> ServiceHours.of(
                                made.hours().name(), BusinessCalendar.of(zone, BusinessHours.always()))));
    }

    /**
     * What is promised of a record, by the rank of the agreements and then by their numbers.
     *
     * @param kind the name of its kind
     * @param values the values of its fields, by name; custom fields without their prefix
     * @param at when
     */
    public List<Promised> select(String kind, Function<String, List<FieldValue>> values, Instant at) {
        List<Candidate> all = new ArrayList<>();
        for (InForceVersion one : inForce) {
            if (one.version().isInForce(at) && covers(one, kind, values)) {
                for (Candidate candidate : one.candidates()) {
                    if (holds(candidate.promised().commitment().when(), values)) {
                        all.add(candidate);
                    }
                }
            }
        }
        return selection == AgreementSelection.ALL || all.size() < 2
                ? all.stream().map(Candidate::promised).toList()
                : chosen(all, at);
    }

    /** Of those that promise the same, one; in the order in which they were. */
    private List<Promised> chosen(List<Candidate> all, Instant at) {
        Map<Same, Candidate> best = new LinkedHashMap<>();
        for (Candidate candidate : all) {
            best.merge(candidate.same(), candidate, (so, other) -> isBetter(other, so, at) ? other : so);
        }
        Set<Candidate> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(best.values());
        return all.stream().filter(chosen::contains).map(Candidate::promised).toList();
    }

    /** Whether {@code other} is to be chosen before {@code so}, which comes before it. */
    private boolean isBetter(Candidate other, Candidate so, Instant at) {
        return switch (selection) {
            case ALL, FIRST -> false;
            case MOST_SPECIFIC -> other.specificity() > so.specificity();
            case STRICTEST -> other.due(at).isBefore(so.due(at));
        };
    }

    private static boolean covers(InForceVersion one, String kind, Function<String, List<FieldValue>> values) {
        Terms terms = one.version().terms();
        boolean isOfTheCustomer = one.agreed()
                .customer()
                .map(customer -> values.apply(CUSTOMER).contains(FieldValue.text(customer.value())))
                .orElse(true);
        return isOfTheCustomer
                && (terms.kinds().isEmpty() || terms.kinds().contains(kind))
                && holds(terms.coverage(), values);
    }

    private static boolean holds(FieldCondition condition, Function<String, List<FieldValue>> values) {
        return condition.holds(NOTHING, values);
    }

    private record InForceVersion(Agreed agreed, AgreementVersion version, List<Candidate> candidates) {}

    /** What promises the same: one of these is chosen. */
    private record Same(AgreementType type, Optional<GroupId> team, Optional<OrganisationId> supplier, String metric) {}

    private record Candidate(Promised promised, Same same, Set<String> fields, int specificity) {

        static Candidate of(Agreed agreed, Terms terms, Promised promised) {
            Set<String> fields = new HashSet<>(terms.coverage().fields());
            fields.addAll(promised.commitment().when().fields());
            agreed.customer().ifPresent(customer -> fields.add(CUSTOMER));
            String metric = promised.commitment().target().metric().name();
            return new Candidate(
                    promised,
                    new Same(agreed.type(), agreed.team(), agreed.supplier(), metric),
                    fields,
                    fields.size() + (terms.kinds().isEmpty() ? 0 : 1));
        }

        /** When it would be due if it started now, and ran on; at the end of time if it never would. */
        Instant due(Instant at) {
            Target target = promised.commitment().target();
            Target runsOn =
                    target.withMetric(RUNS_ON).withPolicy(target.policy().withStart(new ClockPolicy.Start.Creation()));
            Stretch open = new Stretch(at, OPEN, Optional.empty(), Optional.empty(), Optional.empty());
            return ServiceLevelClock.evaluate(Timeline.of(List.of(open)), runsOn, promised.hours(), at)
                    .due()
                    .orElse(Instant.MAX);
        }
    }
}
