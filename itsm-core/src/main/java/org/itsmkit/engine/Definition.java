package org.itsmkit.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.itsmkit.kernel.Policy;
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

    private final RecordKind<R> kind;
    private final Function<R, Status> status;
    private final Lifecycle lifecycle;
    private final Policy<R> policy;
    private final String prefix;
    private final int digits;
    private final Map<Action, Set<String>> inputs;
    private final Set<Action> ownCommands;
    private final Announcer<R> announcer;
    private final List<Timers<R>> timers;
    private final Bounds<R> bounds;
    private final UnaryOperator<R> withoutInternal;
    private final Map<String, Field<R, ?>> fields;

    private Definition(
            RecordKind<R> kind,
            Function<R, Status> status,
            Lifecycle lifecycle,
            Policy<R> policy,
            String prefix,
            int digits,
            Map<Action, Set<String>> inputs,
            Set<Action> ownCommands,
            Announcer<R> announcer,
            List<Timers<R>> timers,
            Bounds<R> bounds,
            UnaryOperator<R> withoutInternal) {
        this.kind = kind;
        this.status = status;
        this.lifecycle = lifecycle;
        this.policy = policy;
        this.prefix = prefix;
        this.digits = digits;
        this.inputs = inputs;
        this.ownCommands = ownCommands;
        this.announcer = announcer;
        this.timers = timers;
        this.bounds = bounds;
        this.withoutInternal = withoutInternal;
        this.fields = new HashMap<>();
        kind.fields().forEach(field -> fields.put(field.key().name(), field));
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
        return new Definition<>(
                kind,
                Objects.requireNonNull(status, "status"),
                lifecycle,
                new Policy<>(List.of()),
                "",
                0,
                Map.of(),
                Set.of(),
                happened -> List.of(),
                List.of(),
                (before, after) -> List.of(),
                UnaryOperator.identity());
    }

    /** Returns this kind with another policy, made of the present one. */
    public Definition<R> policy(UnaryOperator<Policy<R>> change) {
        return new Definition<>(
                kind,
                status,
                lifecycle,
                change.apply(policy),
                prefix,
                digits,
                inputs,
                ownCommands,
                announcer,
                timers,
                bounds,
                withoutInternal);
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
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                newPrefix,
                newDigits,
                inputs,
                ownCommands,
                announcer,
                timers,
                bounds,
                withoutInternal);
    }

    /** Returns this kind, where {@code action} asks for these inputs: what a form shows before the command can be made. */
    public Definition<R> inputs(Action action, String... names) {
        Map<Action, Set<String>> more = new HashMap<>(inputs);
        more.put(action, Set.of(names));
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                Map.copyOf(more),
                ownCommands,
                announcer,
                timers,
                bounds,
                withoutInternal);
    }

    /** Returns this kind, in which each of {@code actions} has a command of its own, so that no generic one may stand in for it. */
    public Definition<R> ownCommands(Set<Action> actions) {
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                inputs,
                Set.copyOf(actions),
                announcer,
                timers,
                bounds,
                withoutInternal);
    }

    /** Returns this kind, of whose events people are told as {@code newAnnouncer} says. */
    public Definition<R> announces(Announcer<R> newAnnouncer) {
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                inputs,
                ownCommands,
                Objects.requireNonNull(newAnnouncer),
                timers,
                bounds,
                withoutInternal);
    }

    /** Returns this kind, whose records want to be reminded as {@code more} says too. */
    public Definition<R> timers(Timers<R> more) {
        List<Timers<R>> all = new ArrayList<>(timers);
        all.add(Objects.requireNonNull(more, "timers"));
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                inputs,
                ownCommands,
                announcer,
                List.copyOf(all),
                bounds,
                withoutInternal);
    }

    /** Returns this kind, whose records grow as far as {@code newBounds} say and no further; in place of those it had. */
    public Definition<R> bounds(Bounds<R> newBounds) {
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                inputs,
                ownCommands,
                announcer,
                timers,
                Objects.requireNonNull(newBounds, "bounds"),
                withoutInternal);
    }

    /**
     * Returns this kind, of whose records those who may not read what is internal see what {@code outside} leaves; else they see them
     * whole.
     *
     * @param outside pure, and without effect on what it has left already
     */
    public Definition<R> withoutInternal(UnaryOperator<R> outside) {
        return new Definition<>(
                kind,
                status,
                lifecycle,
                policy,
                prefix,
                digits,
                inputs,
                ownCommands,
                announcer,
                timers,
                bounds,
                Objects.requireNonNull(outside, "outside"));
    }

    /** How it is stored and found. */
    public RecordKind<R> kind() {
        return kind;
    }

    /** The field of the kind's own of that name, if there is one. */
    Optional<Field<R, ?>> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The name of the kind. */
    public String name() {
        return kind.name();
    }

    /** The lifecycle of tenants who tailored none. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** What is permitted. */
    public Policy<R> policy() {
        return policy;
    }

    /** Where {@code record} stands. */
    public Status status(R record) {
        return status.apply(record);
    }

    /** What a form for {@code action} asks for; empty if nothing. */
    public Set<String> inputs(Action action) {
        return inputs.getOrDefault(action, Set.of());
    }

    boolean hasOwnCommand(Action action) {
        return ownCommands.contains(action);
    }

    Announcer<R> announcer() {
        return announcer;
    }

    List<Timers<R>> timers() {
        return timers;
    }

    /** How far its records grow. */
    public Bounds<R> bounds() {
        return bounds;
    }

    /** What of {@code record} is not internal to the provider. */
    R withoutInternal(R record) {
        return withoutInternal.apply(record);
    }

    String prefix() {
        return prefix;
    }

    String numbered(long number) {
        String plain = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }

    @Override
    public String toString() {
        return name();
    }
}
