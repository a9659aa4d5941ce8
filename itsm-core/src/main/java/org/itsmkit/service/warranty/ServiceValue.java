package org.itsmkit.service.warranty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a service is worth to its customers at an instant: there is value only where it is fit for purpose, by its {@link Utility}, and fit
 * for use, by its {@link Warranty}.
 *
 * @param utility what it does
 * @param warranty how well it does that
 * @param at when this is so
 */
public record ServiceValue(Utility utility, Warranty warranty, Instant at) {

    public ServiceValue {
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(warranty, "warranty");
        Objects.requireNonNull(at, "at");
    }

    /** What it is worth at an instant. */
    public static ServiceValue of(Utility utility, Warranty warranty, Instant at) {
        return new ServiceValue(utility, warranty, at);
    }

    /** Whether it is known to do what is wanted. */
    public boolean isFitForPurpose() {
        return utility.verdict().isMet();
    }

    /** Whether it is known to do it as well as is wanted. */
    public boolean isFitForUse() {
        return warranty.verdict(at).isMet();
    }

    /** Whether it is known to be both. */
    public boolean hasValue() {
        return verdict().isMet();
    }

    /** The worse of both. */
    public Verdict verdict() {
        return utility.verdict().and(warranty.verdict(at));
    }

    /** What is known to be missing: aims first, then facets, each in their order. */
    public List<Finding> failing() {
        return with(Verdict.FAILED);
    }

    /** Of what nobody knows: aims first, then facets, each in their order. */
    public List<Finding> unknown() {
        return with(Verdict.UNKNOWN);
    }

    private List<Finding> with(Verdict verdict) {
        List<Finding> all = new ArrayList<>(utility.findings());
        all.addAll(warranty.findings(at));
        return all.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    /** All of it in words: what it comes to, then what fails, then what is not known. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        String fit = fit("fit for purpose", utility.verdict()) + ", " + fit("fit for use", warranty.verdict(at));
        sentences.add("It is " + fit + ": " + worth());
        failing().forEach(finding -> sentences.add(finding.sentence()));
        unknown().forEach(finding -> sentences.add(finding.sentence()));
        return List.copyOf(sentences);
    }

    private static String fit(String what, Verdict verdict) {
        return switch (verdict) {
            case MET -> what;
            case FAILED -> "not " + what;
            case UNKNOWN -> "not known to be " + what;
        };
    }

    private String worth() {
        return switch (verdict()) {
            case MET -> "it has value.";
            case FAILED -> "it has no value as it is.";
            case UNKNOWN -> "nobody knows whether it has value.";
        };
    }
}
