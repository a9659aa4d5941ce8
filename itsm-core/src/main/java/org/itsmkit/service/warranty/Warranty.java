package org.itsmkit.service.warranty;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How well a service is to do what it does, and what is known of that. It is fit for use if all four facets are met; where no target was
 * said, or nothing is known, that is not known.
 *
 * @param targets what is wanted
 * @param facts what is known
 */
public record Warranty(WarrantyTargets targets, WarrantyFacts facts) {

    public Warranty {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(facts, "facts");
    }

    /** What is to be said of each facet at an instant, in the order of the facets: always four. */
    public List<Finding> findings(Instant at) {
        return Arrays.stream(WarrantyFacet.values())
                .map(facet -> finding(facet, at))
                .toList();
    }

    /** What is to be said of a facet at an instant. */
    public Finding finding(WarrantyFacet facet, Instant at) {
        return switch (facet) {
            case AVAILABILITY ->
                targets.availability()
                        .map(target -> target.judge(facts.availability()))
                        .orElseGet(() -> noTarget(facet));
            case CAPACITY ->
                targets.capacity().map(target -> target.judge(facts.capacity())).orElseGet(() -> noTarget(facet));
            case CONTINUITY ->
                targets.continuity()
                        .map(target -> target.judge(facts.continuity(), at))
                        .orElseGet(() -> noTarget(facet));
            case SECURITY ->
                targets.security().map(target -> target.judge(facts.security())).orElseGet(() -> noTarget(facet));
        };
    }

    private static Finding noTarget(WarrantyFacet facet) {
        return Finding.unknown(facet, "Nobody said what " + facet.text() + " is wanted.");
    }

    /** The worst of the four. */
    public Verdict verdict(Instant at) {
        return Verdict.worst(findings(at).stream().map(Finding::verdict).toList());
    }
}
