package org.itsmkit.governance.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.itsmkit.kernel.Deed;
import org.itsmkit.kernel.Hook;

/**
 * The policies of a tenant that are in force, made ready for decisions: every command passes them, in the order of their numbers, after the
 * hooks of the host. Immutable; safe for use by many threads.
 *
 * <p>Nobody can lock themselves out by a policy: none is asked about records of kind {@value GovernancePolicies#NAME}, nor about {@code
 * settings}. Who may touch these is for the authorizer alone to say.
 *
 * <p>What a waiver lets pass is done, and those who audit are told of it under {@link #waivedCode}: an exception is seen each time that it
 * is used. Of what a policy only warns, and waives, nobody is told.
 */
public final class PolicyBook implements Hook {

    /** The kinds of record to which no policy ever objects. */
    public static final Set<String> LEFT_ALONE = Set.of(GovernancePolicies.NAME, "settings");

    private static final String WAIVED = ":waived";
    private static final String WARNED = "warned:";

    private static final Comparator<GovernancePolicy> BY_NUMBER = Comparator.<GovernancePolicy>comparingInt(
                    policy -> policy.number().length())
            .thenComparing(GovernancePolicy::number)
            .thenComparing(GovernancePolicy::name);

    private static final PolicyBook NONE = of(List.of());

    private final Map<String, List<Bound>> byKind = new HashMap<>();
    private final List<Bound> ofOthers;

    private record Bound(GovernancePolicy policy, Control control) {

        Optional<Objection> objection(Deed deed) {
            Optional<Waiver> waiver = policy.waivers().stream()
                    .filter(one -> one.holds(deed.moment().at()) && one.waived().covers(deed))
                    .findFirst();
            if (waiver.isEmpty()) {
                return Optional.of(new Objection(policy.name(), control.effect(), control.sentence()));
            }
            return control.effect() == Effect.DENY
                    ? Optional.of(new Objection(
                            policy.name() + WAIVED,
                            Effect.WARN,
                            "Waiver " + waiver.get().number() + " of " + policy.number() + ": " + control.sentence()))
                    : Optional.empty();
        }
    }

    private PolicyBook(Collection<GovernancePolicy> policies) {
        List<Bound> all = policies.stream()
                .filter(GovernancePolicy::isInForce)
                .sorted(BY_NUMBER)
                .flatMap(policy -> policy.controls().stream().map(control -> new Bound(policy, control)))
                .toList();
        Set<String> named = new HashSet<>();
        all.forEach(bound -> named.addAll(bound.control().kinds()));
        named.forEach(kind -> byKind.put(
                kind,
                all.stream().filter(bound -> bound.control().isAbout(kind)).toList()));
        ofOthers =
                all.stream().filter(bound -> bound.control().kinds().isEmpty()).toList();
    }

    /** One in which nothing stands. */
    public static PolicyBook none() {
        return NONE;
    }

    /** One of those among these that are in force. */
    public static PolicyBook of(Collection<GovernancePolicy> policies) {
        return new PolicyBook(policies);
    }

    /** Whether nothing is in force. */
    public boolean isEmpty() {
        return byKind.isEmpty() && ofOthers.isEmpty();
    }

    @Override
    public List<Objection> objectionsTo(Deed deed) {
        return objections(deed, Control::objectsTo);
    }

    /** Those of controls that have no condition, and are not about certain fields: whether they object is known beforehand. */
    @Override
    public List<Objection> objectionsForeseenTo(Deed deed) {
        return objections(deed, Control::foreseenObjectsTo);
    }

    private List<Objection> objections(Deed deed, BiPredicate<Control, Deed> objects) {
        String kind = deed.record().kind();
        List<Bound> about = byKind.getOrDefault(kind, ofOthers);
        if (about.isEmpty() || LEFT_ALONE.contains(kind)) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        for (Bound bound : about) {
            if (objects.test(bound.control(), deed)) {
                bound.objection(deed).ifPresent(objections::add);
            }
        }
        return objections;
    }

    /** The code under which those who audit are told that the policy of that name denied something. */
    public static String deniedCode(String policy) {
        return Hook.codeOf(policy);
    }

    /** The code under which they are told that it warned of something. */
    public static String warnedCode(String policy) {
        return WARNED + policy;
    }

    /** The code under which they are told that it would have denied something, but for a waiver. */
    public static String waivedCode(String policy) {
        return WARNED + policy + WAIVED;
    }
}
