package org.itsmkit.valuestream.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ServiceId;

/**
 * What came in of services, and what came of it. Immutable.
 *
 * @param entries outcomes, costs and risks, in the order of time; at most {@value #MOST}
 * @param incoming demand and opportunities, in the order in which they came in, each of another name; at most {@value #MOST}
 */
public record ValueLedger(List<ValueEntry> entries, List<Incoming> incoming) {

    /** The most entries, and the most that came in. */
    public static final int MOST = 100_000;

    /** Puts both in order; throws {@link IllegalArgumentException} outside of the bounds. */
    public ValueLedger {
        if (entries.size() > MOST || incoming.size() > MOST) {
            throw new IllegalArgumentException("a ledger has at most " + MOST + " of each");
        }
        entries = entries.stream().sorted(Comparator.comparing(ValueEntry::at)).toList();
        incoming = incoming.stream().sorted(Comparator.comparing(Incoming::at)).toList();
        Set<String> names = new HashSet<>();
        for (Incoming one : incoming) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("two that came in are called " + one.name());
            }
        }
    }

    /** One in which nothing is written. */
    public static ValueLedger empty() {
        return new ValueLedger(List.of(), List.of());
    }

    /** Returns this with an entry more. */
    public ValueLedger and(ValueEntry entry) {
        List<ValueEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new ValueLedger(more, incoming);
    }

    /** Returns this with what came in, in place of what had the same name. */
    public ValueLedger and(Incoming one) {
        List<Incoming> more = new ArrayList<>(incoming);
        more.removeIf(other -> other.name().equals(one.name()));
        more.add(one);
        return new ValueLedger(entries, more);
    }

    /** What of this is of a service. */
    public ValueLedger of(ServiceId service) {
        return only(
                entry -> entry.service().equals(service),
                one -> one.forService().filter(service::equals).isPresent());
    }

    /** What of this is for a stakeholder, or from them. */
    public ValueLedger of(Stakeholder stakeholder) {
        return only(
                entry -> entry.stakeholder().equals(stakeholder),
                one -> one.stakeholder().equals(stakeholder));
    }

    private ValueLedger only(Predicate<ValueEntry> wanted, Predicate<Incoming> wantedToo) {
        return new ValueLedger(
                entries.stream().filter(wanted).toList(),
                incoming.stream().filter(wantedToo).toList());
    }

    /** All whom it concerns, in the order in which they first stand in it. */
    public Set<Stakeholder> stakeholders() {
        Set<Stakeholder> all = new LinkedHashSet<>();
        entries.forEach(entry -> all.add(entry.stakeholder()));
        incoming.forEach(one -> all.add(one.stakeholder()));
        return all;
    }

    /** What all of it comes to. */
    public Balance balance() {
        return Balance.of(entries);
    }

    /** What was booked in a period. */
    public Statement statement(Window period) {
        return Statement.of(period, entries);
    }

    /**
     * Whether a service, or all of them in this ledger, created value for a stakeholder. Asked of one at a time: what is good for one makes no
     * other whole.
     */
    public Worth worth(Stakeholder stakeholder) {
        return Worth.of(of(stakeholder).entries());
    }

    /** The outcomes that are supported, and of which records show it. */
    public List<ValueEntry> evidentOutcomes() {
        return supported(true);
    }

    /** The outcomes that are said to be supported, and of which nothing shows it. */
    public List<ValueEntry> claimedOutcomes() {
        return supported(false);
    }

    private List<ValueEntry> supported(boolean evident) {
        return entries.stream()
                .filter(entry -> entry.effect() == ValueEffect.SUPPORTED && entry.isEvident() == evident)
                .toList();
    }

    /** What became of demand that came in during a period. */
    public Conversion demand(Window period) {
        return Conversion.of(
                period, incoming.stream().filter(Demand.class::isInstance).toList());
    }

    /** What became of opportunities that came in during a period. */
    public Conversion opportunities(Window period) {
        return Conversion.of(
                period, incoming.stream().filter(Opportunity.class::isInstance).toList());
    }
}
