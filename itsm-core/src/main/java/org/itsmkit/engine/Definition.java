package org.itsmkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Settings;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;

/**
 * All that the engine must know of a kind of record to carry it: how it is stored, what is possible, what is permitted, who is told.
 * Rooms of the kit define theirs; hosts define kinds of their own and lack nothing. Immutable; safe for use by many threads.
 *
 * @param <R> the record
 */
public final class Definition<R> {

    private final Parts<R> parts;

    /** What a definition is made of; not changed once the definition is made. */
    private static final class Parts<R> {
        final RecordKind<R> kind;
        final Map<String, Field<R, ?>> fields;
        final Function<R, Status> status;
        final Lifecycle lifecycle;
        Map<String, Lifecycle> variants = Map.of();
        Function<R, Optional<String>> variant = record -> Optional.empty();
        Policy<R> policy = new Policy<>(List.of());
        String prefix = "";
        int digits;
        Map<Action, Set<String>> inputs = Map.of();
        Set<Action> ownCommands = Set.of();
        Announcer<R> announcer = happened -> List.of();
        List<Timers<R>> timers = List.of();
        List<Upkeep<R>> upkeep = List.of();
        Bounds<R> bounds = (before, after) -> List.of();
        UnaryOperator<R> withoutInternal = UnaryOperator.identity();
        Function<R, Map<String, Instant>> deadlines = record -> Map.of();

        Parts(RecordKind<R> kind, Lifecycle lifecycle, Function<R, Status> status) {
            this.kind = kind;
            this.fields = new HashMap<>();
            kind.fields().forEach(field -> fields.put(field.key().name(), field));
            this.lifecycle = lifecycle;
            this.status = status;
        }

        Parts(Parts<R> other) {
            kind = other.kind;
            fields = other.fields;
            lifecycle = other.lifecycle;
            status = other.status;
            variants = other.variants;
            variant = other.variant;
            policy = other.policy;
            prefix = other.prefix;
            digits = other.digits;
            inputs = other.inputs;
            ownCommands = other.ownCommands;
            announcer = other.announcer;
            timers = other.timers;
            upkeep = other.upkeep;
            bounds = other.bounds;
            withoutInternal = other.withoutInternal;
            deadlines = other.deadlines;
        }
    }

    private Definition(Parts<R> parts) {
        this.parts = parts;
    }

    private Definition<R> with(Consumer<Parts<R>> change) {
        Parts<R> changed = new Parts<>(parts);
        change.accept(changed);
        return new Definition<>(changed);
    }

    /**
     * A kind without rules, numbers or notices.
     *
     * @param lifecycle the one that holds for tenants who tailored none; named as the kind is
     * @param status reads where a record stands
     */
    public static <R> Definition<R> of(RecordKind<R> kind, Lifecycle lifecycle, Function<R, Status> status) {
        Keys.requireCode(kind.name(), "kind");
        if (!lifecycle.name().equals(kind.name())) {
            throw new IllegalArgumentException("a lifecycle of " + lifecycle.name() + " is not one of " + kind.name());
        }
        return new Definition<>(new Parts<>(kind, lifecycle, Objects.requireNonNull(status, "status")));
    }

    /**
     * Returns this kind, of which records may go by another lifecycle than the others: the one that {@code which} names for them. A tenant
     * tailors it as the lifecycle of {@code kind/name}, and may have others besides; where neither the host nor the tenant has one of
     * that name, the record goes by the lifecycle of its kind.
     *
     * @param which pure; what it names is by {@link Keys#requireCode}
     */
    public Definition<R> variants(Function<R, String> which) {
        Objects.requireNonNull(which, "which");
        return with(p -> p.variant = record -> Optional.of(which.apply(record)));
    }

    /**
     * Returns this kind with the lifecycle of that name, or with that in its place.
     *
     * @param name by {@link Keys#requireCode}
     * @throws IllegalArgumentException if it is not a lifecycle of this kind, or does not begin as all others of the kind do: nothing begins
     *     in a place that depends on what it will be
     */
    public Definition<R> variant(String name, Lifecycle lifecycle) {
        Keys.requireCode(name, "variant");
        if (!lifecycle.name().equals(name())
                || !lifecycle.initial().equals(lifecycle().initial())) {
            throw new IllegalArgumentException("a lifecycle of " + lifecycle.name() + " that begins in "
                    + lifecycle.initial() + " is not one of " + name() + ", which begins in "
                    + lifecycle().initial());
        }
        Map<String, Lifecycle> more = new LinkedHashMap<>(parts.variants);
        more.put(name, lifecycle);
        return with(p -> p.variants = Collections.unmodifiableMap(more));
    }

    /** Returns this kind with another policy, made of the present one. */
    public Definition<R> policy(UnaryOperator<Policy<R>> change) {
        return with(p -> p.policy = change.apply(parts.policy));
    }

    /**
     * Returns this kind, whose records have numbers such as INC0000042.
     *
     * @param newPrefix what stands in front, by {@link Keys#requireCode}
     * @param newDigits the least digits, 1 to 18; more are used where needed
     */
    public Definition<R> numbers(String newPrefix, int newDigits) {
        Keys.requireCode(newPrefix, "prefix");
        if (newDigits < 1 || newDigits > 18) {
            throw new IllegalArgumentException("digits must be 1 to 18, not " + newDigits);
        }
        return with(p -> {
            p.prefix = newPrefix;
            p.digits = newDigits;
        });
    }

    /** Returns this kind, where {@code action} asks for these inputs: what a form shows before the command can be made. */
    public Definition<R> inputs(Action action, String... names) {
        Map<Action, Set<String>> more = new HashMap<>(parts.inputs);
        more.put(action, Set.of(names));
        return with(p -> p.inputs = Map.copyOf(more));
    }

    /** Returns this kind, in which each of {@code actions} has a command of its own, so that no generic one may stand in for it. */
    public Definition<R> ownCommands(Set<Action> actions) {
        return with(p -> p.ownCommands = Set.copyOf(actions));
    }

    /** Returns this kind, of whose events people are told as {@code newAnnouncer} says. */
    public Definition<R> announces(Announcer<R> newAnnouncer) {
        return with(p -> p.announcer = Objects.requireNonNull(newAnnouncer));
    }

    /** Returns this kind, whose records want to be reminded as {@code more} says too. */
    public Definition<R> timers(Timers<R> more) {
        if (parts.timers.contains(more)) {
            return this;
        }
        List<Timers<R>> all = new ArrayList<>(parts.timers);
        all.add(Objects.requireNonNull(more, "timers"));
        return with(p -> p.timers = List.copyOf(all));
    }

    /** Returns this kind, whose records keep themselves in step as {@code more} says too. */
    public Definition<R> upkeep(Upkeep<R> more) {
        if (parts.upkeep.contains(more)) {
            return this;
        }
        List<Upkeep<R>> all = new ArrayList<>(parts.upkeep);
        all.add(Objects.requireNonNull(more, "upkeep"));
        return with(p -> p.upkeep = List.copyOf(all));
    }

    /** Returns this kind, whose records are due as {@code read} says, each deadline by a name of its own: for previews. */
    public Definition<R> deadlines(Function<R, Map<String, Instant>> read) {
        return with(p -> p.deadlines = Objects.requireNonNull(read, "deadlines"));
    }

    /** Returns this kind, whose records grow as far as {@code newBounds} say and no further; in place of those it had. */
    public Definition<R> bounds(Bounds<R> newBounds) {
        return with(p -> p.bounds = Objects.requireNonNull(newBounds, "bounds"));
    }

    /**
     * Returns this kind, of whose records those who may not read what is internal see what {@code outside} leaves of what they
     * would see without; else they see them whole.
     *
     * @param outside pure, and without effect on what it has left already
     */
    public Definition<R> withoutInternal(UnaryOperator<R> outside) {
        UnaryOperator<R> so = parts.withoutInternal;
        Objects.requireNonNull(outside, "outside");
        return with(p -> p.withoutInternal = record -> outside.apply(so.apply(record)));
    }

    /** How it is stored and found. */
    public RecordKind<R> kind() {
        return parts.kind;
    }

    /** The field of the kind's own of that name, if there is one. */
    Optional<Field<R, ?>> field(String name) {
        return Optional.ofNullable(parts.fields.get(name));
    }

    /** The name of the kind. */
    public String name() {
        return parts.kind.name();
    }

    /** The lifecycle of tenants who tailored none. */
    public Lifecycle lifecycle() {
        return parts.lifecycle;
    }

    /** The lifecycles by which some of its records go, by name, in the order in which they were given. */
    public Map<String, Lifecycle> variants() {
        return parts.variants;
    }

    /** Whether some of its records may go by a lifecycle of their own. */
    public boolean hasVariants() {
        return !parts.variants.isEmpty();
    }

    /** The lifecycle by which {@code record} goes, as the tenant has it. */
    Lifecycle lifecycle(Settings settings, R record) {
        return parts.variants.isEmpty()
                ? lifecycle(settings)
                : parts.variant
                        .apply(record)
                        .flatMap(name -> variant(settings, name))
                        .orElseGet(() -> lifecycle(settings));
    }

    /** The lifecycle of records of which nothing is known, as the tenant has it. */
    Lifecycle lifecycle(Settings settings) {
        return settings.lifecycle(name(), parts.lifecycle);
    }

    private Optional<Lifecycle> variant(Settings settings, String name) {
        return settings.variant(name(), name).or(() -> Optional.ofNullable(parts.variants.get(name)));
    }

    /** What is permitted. */
    public Policy<R> policy() {
        return parts.policy;
    }

    /** Where {@code record} stands. */
    public Status status(R record) {
        return parts.status.apply(record);
    }

    /** What a form for {@code action} asks for; empty if nothing. */
    public Set<String> inputs(Action action) {
        return parts.inputs.getOrDefault(action, Set.of());
    }

    boolean hasOwnCommand(Action action) {
        return parts.ownCommands.contains(action);
    }

    Announcer<R> announcer() {
        return parts.announcer;
    }

    List<Timers<R>> timers() {
        return parts.timers;
    }

    List<Upkeep<R>> upkeep() {
        return parts.upkeep;
    }

    /** When {@code record} is due, by the names of its deadlines. */
    Map<String, Instant> deadlines(R record) {
        return parts.deadlines.apply(record);
    }

    /** How far its records grow. */
    public Bounds<R> bounds() {
        return parts.bounds;
    }

    /** What of {@code record} is not internal to the provider. */
    R withoutInternal(R record) {
        return parts.withoutInternal.apply(record);
    }

    String prefix() {
        return parts.prefix;
    }

    String numbered(long number) {
        String plain = Long.toString(number);
        return parts.prefix + "0".repeat(Math.max(0, parts.digits - plain.length())) + plain;
    }

    @Override
    public String toString() {
        return name();
    }
}
