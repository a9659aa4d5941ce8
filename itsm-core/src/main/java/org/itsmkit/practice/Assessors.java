package org.itsmkit.practice;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.PersonId;

/** Who is named by what is wanted, and must be somebody therefore. */
final class Assessors {

    /** No more are asked for than a command may name: one that names more is refused anyway. */
    private static final int MOST = Assessment.MOST_ASSESSORS + 2;

    private Assessors() {}

    static Set<PersonId> named(Intention wanted) {
        return all(wanted).limit(MOST).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<PersonId> all(Intention wanted) {
        if (wanted instanceof AssessmentCommand.Plan plan) {
            return Stream.concat(Stream.of(plan.lead()), plan.assessors().stream());
        }
        if (wanted instanceof AssessmentCommand.HandOver handOver) {
            return Stream.of(handOver.lead());
        }
        if (wanted instanceof AssessmentCommand.NameAssessors name) {
            return name.assessors().stream();
        }
        return wanted instanceof EvidenceCommand.RecordEvidence evidence
                ? Stream.of(evidence.providedBy())
                : Stream.empty();
    }

    static Needs needs(Set<PersonId> people) {
        return people.stream().map(Needs::person).reduce(Needs.none(), Needs::and);
    }

    static void in(Inputs inputs, Set<PersonId> assessors) {
        inputs.require(
                assessors.size() <= Assessment.MOST_ASSESSORS,
                "list.too-long",
                "assessors",
                "No more than " + Assessment.MOST_ASSESSORS + " people assess besides the lead.");
    }
}
