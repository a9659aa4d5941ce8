package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.ticket.Stretch;

/**
 * Who has a record in which situation and when: what was said of a time comes before what follows from a situation. Immutable, and safe for
 * use by many threads if the functions are.
 */
public final class Responsibility {

    private record Spell(Window time, Holder holder) {}

    private final Function<Stretch, Optional<Holder>> bySituation;
    private final List<Spell> spells;

    private Responsibility(Function<Stretch, Optional<Holder>> bySituation, List<Spell> spells) {
        this.bySituation = bySituation;
        this.spells = spells;
    }

    /** The group to which it is given has it; {@link Holder.Nobody} while it is given to none. */
    public static Responsibility byGroup() {
        return new Responsibility(situation -> situation.group().map(Holder.Team::new), List.of());
    }

    /** And while it waits for that reason, the supplier has it. */
    public Responsibility withSupplier(String holdReason, String supplier) {
        Holder holder = Holder.supplier(supplier);
        Objects.requireNonNull(holdReason, "holdReason");
        return with(
                situation -> situation.holdReason().filter(holdReason::equals).map(reason -> holder));
    }

    /** And in each situation for which {@code some} has an answer, that one has it. */
    public Responsibility with(Function<Stretch, Optional<Holder>> some) {
        Function<Stretch, Optional<Holder>> others = bySituation;
        return new Responsibility(situation -> some.apply(situation).or(() -> others.apply(situation)), spells);
    }

    /** And in that time {@code holder} has it, in whatever situation; as between two marks. What is said last holds. */
    public Responsibility during(Window time, Holder holder) {
        List<Spell> more = new ArrayList<>();
        more.add(new Spell(time, holder));
        more.addAll(spells);
        return new Responsibility(bySituation, List.copyOf(more));
    }

    Holder holder(Optional<Stretch> situation, Instant at) {
        return spells.stream()
                .filter(spell -> spell.time().contains(at))
                .map(Spell::holder)
                .findFirst()
                .or(() -> situation.flatMap(bySituation))
                .orElse(Holder.nobody());
    }

    /** Where it may change hands within a stretch of time, and both of its ends, in order. */
    List<Instant> cuts(Instant fromInclusive, Instant toExclusive) {
        Stream<Instant> changes = spells.stream()
                .flatMap(spell ->
                        Stream.of(spell.time().fromInclusive(), spell.time().toExclusive()))
                .filter(at -> at.isAfter(fromInclusive) && at.isBefore(toExclusive));
        return Stream.concat(Stream.of(fromInclusive, toExclusive), changes)
                .sorted()
                .distinct()
                .toList();
    }
}
