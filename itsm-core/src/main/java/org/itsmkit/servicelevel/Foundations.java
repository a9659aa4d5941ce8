package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.kernel.Facts;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.report.ConsistencyCheck;
import org.itsmkit.servicelevel.report.InternalPlan;
import org.itsmkit.spi.RecordRef;

/**
 * Whether what teams and suppliers promise is enough for what is about to be signed. A commitment is held against those commitments of
 * the agreements on which it rests that are of the same metric and of the same records, or of all records.
 */
final class Foundations {

    private final Facts facts;
    private final Agreement agreement;
    private final AgreementCommand.Agree agree;

    Foundations(Facts facts, Agreement agreement, AgreementCommand.Agree agree) {
        this.facts = facts;
        this.agreement = agreement;
        this.agree = agree;
    }

    /** The agreement that is meant; empty if there is none, or nobody may know of it. */
    static Optional<Agreement> find(Facts facts, RestsOn one) {
        return facts.record(RecordRef.of(Agreements.NAME, one.agreement()), Agreement.class);
    }

    /** The numbers of those that do not hold when this begins. */
    List<String> notInForce() {
        List<String> missing = new ArrayList<>();
        for (RestsOn one : agreement.restsOn()) {
            Optional<Agreement> internal = find(facts, one);
            if (internal.flatMap(this::version).isEmpty()) {
                missing.add(
                        internal.map(Agreement::number).orElse(one.agreement().value()));
            }
        }
        return missing;
    }

    private Optional<AgreementVersion> version(Agreement internal) {
        Instant begin = InForce.kept(agree.from());
        return internal.status().phase().isOpen()
                ? internal.versions().stream()
                        .filter(version -> version.isInForce(begin))
                        .findFirst()
                : Optional.empty();
    }

    /** A commitment that cannot be kept, and the first start from which it cannot. */
    record Misfit(Commitment commitment, ConsistencyCheck.Case first) {}

    /** Every commitment for which there is too little time. */
    List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        agreement
                .proposed()
                .ifPresent(terms -> terms.commitments()
                        .forEach(commitment -> plan(commitment)
                                .flatMap(plan -> misfit(terms, commitment, plan))
                                .ifPresent(misfits::add)));
        return misfits;
    }

    private Optional<Misfit> misfit(Terms terms, Commitment commitment, InternalPlan plan) {
        Instant begin = InForce.kept(agree.from());
        Instant end = InForce.lookedAtUntil(begin, agree.until().map(InForce::kept));
        ConsistencyCheck check = ConsistencyCheck.of(commitment.target(), hours(terms, commitment), plan, begin, end);
        if (check.fits()) {
            return Optional.empty();
        }
        Instant first = check.violations().get(0).starts().fromInclusive();
        return ConsistencyCheck.of(commitment.target(), hours(terms, commitment), plan, first, first.plusNanos(1_000))
                .tightest()
                .map(found -> new Misfit(commitment, found));
    }

    private Optional<InternalPlan> plan(Commitment external) {
        Map<Integer, List<InternalPlan>> steps = new TreeMap<>();
        for (RestsOn one : agreement.restsOn()) {
            find(facts, one)
                    .ifPresent(internal -> version(internal).ifPresent(version -> {
                        for (Commitment commitment : version.terms().commitments()) {
                            if (concerns(commitment, external)) {
                                steps.computeIfAbsent(one.step(), step -> new ArrayList<>())
                                        .add(InternalPlan.one(
                                                internal.number(),
                                                commitment.target(),
                                                hours(version.terms(), commitment)));
                            }
                        }
                    }));
        }
        List<InternalPlan> all = new ArrayList<>();
        steps.values().forEach(sideBySide -> all.add(new InternalPlan.InParallel(sideBySide)));
        return all.isEmpty() ? Optional.empty() : Optional.of(new InternalPlan.InSequence(all));
    }

    private static boolean concerns(Commitment internal, Commitment external) {
        Metric metric = internal.target().metric();
        boolean isOfTheSame =
                internal.when().fields().isEmpty() || internal.when().equals(external.when());
        return isOfTheSame && metric.name().equals(external.target().metric().name());
    }

    private static ServiceHours hours(Terms terms, Commitment commitment) {
        return commitment
                .hours()
                .map(name -> ServiceHours.of(
                        name,
                        Objects.requireNonNull(terms.hours().get(name), name).toCalendar()))
                .orElseGet(ServiceHours::always);
    }
}
