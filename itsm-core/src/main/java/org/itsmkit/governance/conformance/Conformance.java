package org.itsmkit.governance.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.PolicyBook;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;

/**
 * What the policies of a tenant have come to, at one moment. Nothing is stored; it is reckoned from what is handed in.
 *
 * @param at when
 * @param records how many records were looked at
 * @param policies of each policy, by their numbers; those that are drafts still, or were withdrawn, are left out
 * @param kindsNotCarried all kinds of record of which policies speak, and of which none are carried
 */
public record Conformance(
        Instant at, long records, List<PolicyConformance> policies, SortedSet<String> kindsNotCarried) {

    /** How many records are named of each policy that are not as it wants them. */
    public static final int MOST_EXAMPLES = 10;

    /** What is done to a record at rest. */
    private static final Action NOTHING = Action.of("nothing");

    private static final Comparator<GovernancePolicy> BY_NUMBER = Comparator.<GovernancePolicy>comparingInt(
                    policy -> policy.number().length())
            .thenComparing(GovernancePolicy::number);

    public Conformance {
        Objects.requireNonNull(at, "at");
        policies = List.copyOf(policies);
    }

    /**
     * Holds records and verdicts against policies. A record is as a policy wants it if none of the controls that are about its kind, and {@link
     * Control#isJudgedAtRest() can be held against it}, objects to how it is; what a waiver excepts does not conform either. Records of which
     * no such control speaks count nowhere, nor do those that {@link PolicyBook#LEFT_ALONE policies leave alone}.
     *
     * @param policies whichever there are
     * @param carried the names of the kinds of record that are carried
     * @param records read once, in their order
     * @param verdicts how often those who audit were told of something in the period that is meant, by code
     * @param at for waivers and reviews
     */
    public static Conformance of(
            Collection<GovernancePolicy> policies,
            Set<String> carried,
            Stream<ObservedRecord> records,
            Map<String, Long> verdicts,
            Instant at) {
        List<Judged> judged = policies.stream()
                .filter(policy -> policy.version() > 0)
                .sorted(BY_NUMBER)
                .map(Judged::new)
                .toList();
        long[] seen = {0};
        records.forEachOrdered(record -> {
            seen[0]++;
            judged.forEach(one -> one.look(record));
        });
        SortedSet<String> missing = new TreeSet<>();
        List<PolicyConformance> all = new ArrayList<>();
        for (Judged one : judged) {
            PolicyConformance conformance = one.toConformance(carried, verdicts, at);
            missing.addAll(conformance.kindsNotCarried());
            all.add(conformance);
        }
        return new Conformance(at, seen[0], all, missing);
    }

    /** All that there is to say, in words. */
    public List<String> sentences() {
        return policies.stream().flatMap(one -> one.sentences().stream()).toList();
    }

    private static final class Judged {

        private final GovernancePolicy policy;
        private final List<Control> atRest;
        private final List<RecordRef> examples = new ArrayList<>();
        private long conforming;
        private long notConforming;

        Judged(GovernancePolicy policy) {
            this.policy = policy;
            this.atRest =
                    policy.controls().stream().filter(Control::isJudgedAtRest).toList();
        }

        void look(ObservedRecord record) {
            String kind = record.record().kind();
            List<Control> about = PolicyBook.LEFT_ALONE.contains(kind)
                    ? List.of()
                    : atRest.stream().filter(control -> control.isAbout(kind)).toList();
            if (about.isEmpty()) {
                return;
            }
            boolean isWrong = about.stream()
                    .flatMap(control -> control.when().stream())
                    .anyMatch(condition -> condition.holds(NOTHING, record.values()));
            if (!isWrong) {
                conforming++;
                return;
            }
            notConforming++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(record.record());
            }
        }

        PolicyConformance toConformance(Set<String> carried, Map<String, Long> verdicts, Instant at) {
            List<Control> controls = policy.controls();
            SortedSet<String> missing = new TreeSet<>();
            controls.forEach(control -> missing.addAll(control.kinds()));
            missing.removeAll(carried);
            int over = (int) policy.waivers().stream()
                    .filter(waiver -> waiver.isOver(at))
                    .count();
            int inForce = (int)
                    policy.waivers().stream().filter(waiver -> waiver.holds(at)).count();
            return new PolicyConformance(
                    policy.number(),
                    policy.name(),
                    policy.status().name(),
                    policy.isInForce(),
                    conforming,
                    notConforming,
                    examples,
                    IntStream.range(0, controls.size())
                            .filter(i -> !controls.get(i).isJudgedAtRest())
                            .mapToObj(i -> i + 1)
                            .toList(),
                    verdicts.getOrDefault(PolicyBook.deniedCode(policy.name()), 0L),
                    verdicts.getOrDefault(PolicyBook.warnedCode(policy.name()), 0L),
                    verdicts.getOrDefault(PolicyBook.waivedCode(policy.name()), 0L),
                    inForce,
                    over,
                    policy.reviewOn().filter(day -> policy.isReviewOverdue(at)),
                    missing);
        }
    }
}
