package org.itsmkit.valuestream.keymeasure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.servicelevel.report.BacklogAges;
import org.itsmkit.servicelevel.report.Labels;
import org.itsmkit.servicelevel.report.OpenRecord;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Cost;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of work that is open, and of what work cost. */
final class WorkFigures {

    private WorkFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "backlog-growth",
                        "Open incidents at the end, less those at the beginning",
                        "No incident was open at the beginning or at the end of the period.",
                        WorkFigures::growth),
                new Binding(
                        "median-age-of-backlog",
                        "Median age of open incidents",
                        "No incident was open at the end of the period.",
                        WorkFigures::age),
                new Binding(
                        "open-work-per-person",
                        "Open tickets for each person who has any",
                        "Nobody had an open ticket at the end of the period.",
                        WorkFigures::load),
                new Binding(
                        "heaviest-load-share",
                        "Open tickets of the one person who has most",
                        "Nobody had an open ticket at the end of the period.",
                        WorkFigures::heaviest),
                new Binding(
                        "tickets-naming-an-item",
                        "Tickets that name a configuration item",
                        "No incident, problem or change was opened in the period.",
                        (world, tell) -> tell.share(
                                world.tickets().filter(ticket -> world.period().contains(ticket.openedAt())),
                                ticket -> !ticket.affectedOrBlank().items().isEmpty())),
                new Binding(
                        "cost-per-ticket",
                        "Cost of the time spent on a ticket",
                        "No cost is known of a ticket that was resolved in the period.",
                        WorkFigures::cost));
    }

    /** How it was right before an instant; empty if it had not begun. */
    private static Optional<Stretch> before(Instant instant, Ticket ticket) {
        Optional<Stretch> last = Optional.empty();
        for (Stretch stretch : ticket.timeline()) {
            if (stretch.from().isBefore(instant)) {
                last = Optional.of(stretch);
            }
        }
        return last;
    }

    private static DurationStatistics openIncidents(MeasuredWorld world, Instant at) {
        return world.incidents().stream()
                .map(Stored::record)
                .filter(incident -> before(at, incident.ticket())
                        .map(stretch -> stretch.status().phase().isOpen())
                        .orElse(false))
                .map(incident -> new OpenRecord(Labels.NONE, incident.ticket().openedAt(), Optional.empty()))
                .collect(BacklogAges.at(at, List.of()))
                .ages();
    }

    private static Figure growth(MeasuredWorld world, Telling tell) {
        int before = openIncidents(world, world.period().fromInclusive()).cases();
        int after = openIncidents(world, world.period().toExclusive()).cases();
        return before == 0 && after == 0
                ? tell.nothing()
                : tell.told(Quantity.of((long) after - before), (long) after + before);
    }

    private static Figure age(MeasuredWorld world, Telling tell) {
        DurationStatistics ages = openIncidents(world, world.period().toExclusive());
        return tell.length(ages.median(), ages.cases());
    }

    private static Map<PersonId, Long> loads(MeasuredWorld world) {
        Map<PersonId, Long> loads = new HashMap<>();
        world.tickets()
                .flatMap(ticket -> before(world.period().toExclusive(), ticket).stream())
                .filter(stretch -> stretch.status().phase().isOpen())
                .flatMap(stretch -> stretch.assignee().stream())
                .forEach(person -> loads.merge(person, 1L, Long::sum));
        return loads;
    }

    private static long sum(Map<PersonId, Long> loads) {
        return loads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** With two digits, rounded down. */
    private static Figure load(MeasuredWorld world, Telling tell) {
        Map<PersonId, Long> loads = loads(world);
        long all = sum(loads);
        return loads.isEmpty()
                ? tell.nothing()
                : tell.told(
                        Quantity.of(
                                BigDecimal.valueOf(all).divide(BigDecimal.valueOf(loads.size()), 2, RoundingMode.DOWN)),
                        all);
    }

    private static Figure heaviest(MeasuredWorld world, Telling tell) {
        Map<PersonId, Long> loads = loads(world);
        long most = loads.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return tell.share(most, sum(loads));
    }

    /** Of tickets that were resolved in the period and of which a cost is known, with the digits of the currency, half up. */
    private static Figure cost(MeasuredWorld world, Telling tell) {
        Set<Currency> currencies = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        long cases = 0;
        for (Ticket ticket : world.tickets()
                .filter(one -> one.resolvedAt().map(world.period()::contains).orElse(false))
                .toList()) {
            List<Cost> costs = ticket.worksheetOrBlank().times().stream()
                    .flatMap(entry -> entry.cost().stream())
                    .toList();
            cases += costs.isEmpty() ? 0 : 1;
            for (Cost cost : costs) {
                currencies.add(cost.currency());
                sum = sum.add(cost.amount());
            }
        }
        if (currencies.isEmpty()) {
            return tell.nothing();
        }
        if (currencies.size() > 1) {
            return tell.nothing("What was spent is in several currencies, and cannot be added up.");
        }
        Currency currency = currencies.iterator().next();
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return tell.money(sum.divide(BigDecimal.valueOf(cases), digits, RoundingMode.HALF_UP), currency, cases);
    }
}
