package org.itsmkit.service.warranty;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a service does for its customers, and what is known of that. It is fit for purpose if it supports all outcomes that are wanted of it,
 * or removes all constraints: either is enough, and a side of which nothing is wanted counts for nothing. So ITIL 4 has it.
 *
 * @param aims what is wanted, each code once; at most {@value #MOST_AIMS}
 * @param facts what is known of them, each aim at most once, and of no others
 */
public record Utility(List<Aim> aims, List<AimFact> facts) {

    /** The most aims of a service. */
    public static final int MOST_AIMS = 50;

    public Utility {
        aims = List.copyOf(aims);
        facts = List.copyOf(facts);
        List<String> codes = aims.stream().map(Aim::code).toList();
        List<String> told = facts.stream().map(AimFact::aim).toList();
        if (aims.size() > MOST_AIMS || codes.stream().distinct().count() < codes.size()) {
            throw new IllegalArgumentException("a service has at most " + MOST_AIMS + " aims, each once: " + codes);
        }
        if (!codes.containsAll(told) || told.stream().distinct().count() < told.size()) {
            throw new IllegalArgumentException("facts are about aims that there are, each once: " + told);
        }
    }

    /** What is to be said of each aim, in their order. */
    public List<Finding> findings() {
        Map<String, AimFact> known = facts.stream().collect(Collectors.toMap(AimFact::aim, Function.identity()));
        return aims.stream()
                .map(aim -> {
                    AimFact fact = known.get(aim.code());
                    return fact == null ? unknown(aim) : told(aim, fact);
                })
                .toList();
    }

    private static Finding unknown(Aim aim) {
        return new Finding(
                aim.code(),
                Verdict.UNKNOWN,
                "Nobody knows whether it " + (isOutcome(aim) ? "supports: " : "removes: ") + aim.sentence());
    }

    private static Finding told(Aim aim, AimFact fact) {
        String does = isOutcome(aim)
                ? fact.reached() ? "It supports: " : "It does not support: "
                : fact.reached() ? "It removes: " : "It does not remove: ";
        return new Finding(
                aim.code(),
                fact.reached() ? Verdict.MET : Verdict.FAILED,
                does + aim.sentence() + " (" + fact.evidence() + ")");
    }

    private static boolean isOutcome(Aim aim) {
        return aim.kind() == Aim.Kind.OUTCOME;
    }

    /** The better of what is to be said of all outcomes and of all constraints; {@link Verdict#UNKNOWN} if nothing is wanted. */
    public Verdict verdict() {
        if (aims.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Verdict best = Verdict.FAILED;
        for (Aim.Kind kind : Aim.Kind.values()) {
            best = aims.stream().anyMatch(aim -> aim.kind() == kind) ? best.or(verdict(kind)) : best;
        }
        return best;
    }

    /** The worst of what is to be said of its aims of that kind; {@link Verdict#UNKNOWN} if there are none. */
    public Verdict verdict(Aim.Kind kind) {
        List<Finding> findings = findings();
        return Verdict.worst(IntStream.range(0, aims.size())
                .filter(i -> aims.get(i).kind() == kind)
                .mapToObj(i -> findings.get(i).verdict())
                .toList());
    }
}
