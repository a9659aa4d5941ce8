package org.itsmkit.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * The pattern of every record that may grow, at top level and nested. What it takes:
 *
 * <ul>
 *   <li>{@code @KitStyle} and {@code @Value.Builder}, and no other annotation (not {@code @Value.Immutable});
 *   <li>the words {@code implements WithRack}: Immutables writes that interface because it is named here;
 *   <li>a nested {@code public static final class Builder extends RackBuilder} whose constructor is
 *       <em>not private</em>: with a private one Immutables does not see the class and generates a final builder;
 *   <li>a compact constructor that checks and copies, for the builder hands over what it was given;
 *   <li>one line per copy method that an interface of ours declares too ({@code withLabel}).
 * </ul>
 *
 * {@code RackBuilder} and {@code WithRack} are package-private; their methods are public and reach everybody through
 * {@code Rack} and {@code Rack.Builder}. A nested record's types carry its simple name alone ({@code WithServer},
 * {@code ServerBuilder}), so the simple names of such records must be unique in a package.
 */
@KitStyle
@Value.Builder
public record Rack(String label, int units, Optional<String> note, List<Server> servers, Set<String> tags)
        implements WithRack, Labelled<Rack> {

    public Rack {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1 but is " + units);
        }
        servers = List.copyOf(servers);
        tags = Set.copyOf(tags);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Rack withLabel(String label) {
        return WithRack.super.withLabel(label);
    }

    public static final class Builder extends RackBuilder {
        Builder() {}
    }

    @KitStyle
    @Value.Builder
    public record Server(String name, Optional<String> note) implements WithServer {

        public static Builder builder() {
            return new Builder();
        }

        public static final class Builder extends ServerBuilder {
            Builder() {}
        }
    }
}
