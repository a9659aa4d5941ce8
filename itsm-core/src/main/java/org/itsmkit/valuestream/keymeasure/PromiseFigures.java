package org.itsmkit.valuestream.keymeasure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.credit.ServiceCredit;
import org.itsmkit.servicelevel.report.Attribution;
import org.itsmkit.servicelevel.report.Compliance;
import org.itsmkit.servicelevel.report.Holder;
import org.itsmkit.servicelevel.report.Satisfaction;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of promises: whether they were kept, by whom not, what that cost, and how satisfied people are. */
final class PromiseFigures {

    private PromiseFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "promises-kept",
                        "Promises that were kept",
                        "No promise was decided in the period.",
                        PromiseFigures::kept),
                new Binding(
                        "agreements-reviewed-in-time",
                        "Agreements whose review is not overdue",
                        "No agreement in force is to be reviewed.",
                        PromiseFigures::reviewed),
                new Binding(
                        "late-time-of-suppliers",
                        "Seconds of lateness in which a supplier had the record",
                        "No promise was broken in the period of which it is known who used its time.",
                        PromiseFigures::lateTime),
                new Binding(
                        "breaches-held-by-suppliers",
                        "Broken promises that a supplier had when they were",
                        "No promise was broken in the period of which it is known who used its time.",
                        (world, tell) -> tell.share(
                                broken(world),
                                attribution -> attribution
                                        .heldAtBreach()
                                        .filter(PromiseFigures::isSupplier)
                                        .isPresent())),
                new Binding(
                        "service-credits",
                        "Given back to customers",
                        "No credits were worked out for a time in the period.",
                        PromiseFigures::credits),
                new Binding(
                        "satisfaction",
                        "Mean satisfaction",
                        "Nobody answered in the period.",
                        PromiseFigures::satisfaction));
    }

    private static Figure kept(MeasuredWorld world, Telling tell) {
        Compliance compliance = world.promises().stream()
                .filter(judged -> world.period().contains(judged.at()))
                .collect(Compliance.collector());
        return tell.share(compliance.met(), compliance.decided());
    }

    private static Figure reviewed(MeasuredWorld world, Telling tell) {
        return tell.share(
                world.agreements().stream()
                        .map(Stored::record)
                        .filter(Agreement::isInForce)
                        .flatMap(agreement -> agreement.reviewOn().stream()),
                date -> !ProblemFigures.isOver(date, world.period()));
    }

    /** Those that were broken in the period. */
    private static Stream<Attribution> broken(MeasuredWorld world) {
        return world.attributions().stream()
                .filter(attribution -> attribution
                        .cycle()
                        .breachedAt()
                        .map(world.period()::contains)
                        .orElse(false));
    }

    private static boolean isSupplier(Holder holder) {
        return holder instanceof Holder.Supplier;
    }

    /** In whole seconds, each rounded down. */
    private static Figure lateTime(MeasuredWorld world, Telling tell) {
        Map<Holder, Attribution.Share> sums = broken(world).collect(Attribution.sums());
        Duration all = Duration.ZERO;
        Duration ofSuppliers = Duration.ZERO;
        for (Attribution.Share share : sums.values()) {
            all = all.plus(share.overrun());
            ofSuppliers = isSupplier(share.holder()) ? ofSuppliers.plus(share.overrun()) : ofSuppliers;
        }
        return all.toSeconds() == 0
                ? tell.nothing()
                : tell.told(
                        Quantity.of(ofSuppliers.toSeconds(), all.toSeconds()),
                        broken(world).count());
    }

    /** Of windows that begin in the period. */
    private static Figure credits(MeasuredWorld world, Telling tell) {
        List<ServiceCredit> credits = world.credits().stream()
                .filter(credit ->
                        world.period().contains(credit.measured().window().fromInclusive()))
                .toList();
        if (credits.isEmpty()) {
            return tell.nothing();
        }
        if (credits.stream().map(ServiceCredit::currency).distinct().count() > 1) {
            return tell.nothing("What was given back is in several currencies, and cannot be added up.");
        }
        BigDecimal sum = credits.stream().map(ServiceCredit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return tell.money(sum, credits.get(0).currency(), credits.size());
    }

    /** With two digits, rounded down. */
    private static Figure satisfaction(MeasuredWorld world, Telling tell) {
        Satisfaction said = world.answers().stream()
                .filter(answer -> world.period().contains(answer.at()))
                .collect(Satisfaction.collector(world.conventions().scale()));
        return tell.amount(said.mean(2), said.answers());
    }
}
