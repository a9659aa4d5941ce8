package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cause-and-effect diagram after Kaoru Ishikawa: what may have led to an effect, sorted into categories, each cause with causes of its own.
 *
 * <p>Candidates are the causes that are marked as verified or likely and have evidence: verified ones are
 * {@linkplain Confidence#ESTABLISHED established}, likely ones supported. What lies below a cause that was ruled out is none. They come by their
 * confidence, then the deepest first, then in the order of the diagram.
 *
 * @param effect what happened; not blank
 * @param scheme the categories
 * @param causes by category of the scheme, whose order they are kept in; at most {@value #MOST_CAUSES} in all
 */
public record Ishikawa(String effect, CategoryScheme scheme, Map<String, List<Branch>> causes) implements Analysis {

    /** The most causes. */
    public static final int MOST_CAUSES = 500;

    /** The most causes one below the other. */
    public static final int DEEPEST = 10;

    /** What was found out about a cause. */
    public enum Standing {
        /** Nothing yet. */
        OPEN,
        /** Much speaks for it. */
        LIKELY,
        /** It was shown to be so. */
        VERIFIED,
        /** It was shown not to be so. */
        RULED_OUT
    }

    /**
     * A cause, and what causes it.
     *
     * @param cause not blank
     * @param standing what was found out about it
     * @param evidence what shows that
     * @param deeper the causes of it
     */
    public record Branch(String cause, Standing standing, List<Evidence> evidence, List<Branch> deeper) {

        public Branch {
            Wording.require(cause, "cause");
            Objects.requireNonNull(standing, "standing");
            evidence = List.copyOf(evidence);
            deeper = List.copyOf(deeper);
            if (depth(deeper) >= DEEPEST) {
                throw new IllegalArgumentException("more than " + DEEPEST + " causes one below the other");
            }
        }

        /** An open one. */
        public static Branch of(String cause, Branch... deeper) {
            return new Branch(cause, Standing.OPEN, List.of(), List.of(deeper));
        }

        /** Returns this with what was found out. */
        public Branch found(Standing newStanding, Evidence... newEvidence) {
            return new Branch(cause, newStanding, List.of(newEvidence), deeper);
        }

        private static int depth(List<Branch> branches) {
            return branches.stream().mapToInt(b -> 1 + depth(b.deeper)).max().orElse(0);
        }

        private static int count(List<Branch> branches) {
            return branches.stream().mapToInt(b -> 1 + count(b.deeper)).sum();
        }
    }

    /** A candidate, and how deep it lies. */
    private record Deep(CauseCandidate candidate, int depth) {}

    public Ishikawa {
        Wording.require(effect, "effect");
        Map<String, List<Branch>> sorted = new LinkedHashMap<>();
        for (String category : scheme.categories()) {
            if (causes.containsKey(category)) {
                sorted.put(category, List.copyOf(causes.get(category)));
            }
        }
        for (String category : causes.keySet()) {
            if (!sorted.containsKey(category)) {
                throw new IllegalArgumentException("no category of " + scheme.name() + ": " + category);
            }
        }
        causes = Collections.unmodifiableMap(sorted);
        int count = causes.values().stream().mapToInt(Branch::count).sum();
        if (count > MOST_CAUSES) {
            throw new IllegalArgumentException("at most " + MOST_CAUSES + " causes, not " + count);
        }
    }

    /** One without causes yet. */
    public static Ishikawa of(String effect, CategoryScheme scheme) {
        return new Ishikawa(effect, scheme, Map.of());
    }

    /** Returns this with another cause in {@code category}. */
    public Ishikawa with(String category, Branch cause) {
        Map<String, List<Branch>> all = new LinkedHashMap<>(causes);
        List<Branch> inCategory = new ArrayList<>(all.getOrDefault(category, List.of()));
        inCategory.add(cause);
        all.put(category, inCategory);
        return new Ishikawa(effect, scheme, all);
    }

    private List<Branch> of(String category) {
        return causes.getOrDefault(category, List.of());
    }

    @Override
    public Technique technique() {
        return Technique.ISHIKAWA;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String category : scheme.categories()) {
            if (of(category).isEmpty()) {
                findings.add(new Finding(
                        "ishikawa.category-empty", category, "Nobody has named a cause in category " + category + "."));
            }
            visit(of(category), category + " ", false, findings);
        }
        return List.copyOf(findings);
    }

    private static void visit(List<Branch> branches, String above, boolean ruledOut, List<Finding> findings) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            String where = above + (i + 1);
            if (branch.standing() == Standing.OPEN) {
                findings.add(new Finding("ishikawa.open", where, "Nobody has looked into this: " + branch.cause()));
            } else if (branch.evidence().isEmpty()) {
                findings.add(new Finding(
                        "ishikawa.no-evidence",
                        where,
                        "This is marked as " + said(branch.standing()) + ", and nothing shows it: " + branch.cause()));
            }
            boolean marked = branch.standing() == Standing.VERIFIED || branch.standing() == Standing.LIKELY;
            if (ruledOut && marked) {
                findings.add(new Finding(
                        "ishikawa.below-ruled-out",
                        where,
                        "This is marked as " + said(branch.standing()) + " below a cause that was ruled out: "
                                + branch.cause()));
            }
            visit(branch.deeper(), where + ".", ruledOut || branch.standing() == Standing.RULED_OUT, findings);
        }
    }

    private static String said(Standing standing) {
        return switch (standing) {
            case OPEN -> "open";
            case LIKELY -> "likely";
            case VERIFIED -> "verified";
            case RULED_OUT -> "ruled out";
        };
    }

    @Override
    public List<CauseCandidate> candidates() {
        List<Deep> found = new ArrayList<>();
        causes.forEach((category, branches) -> collect(branches, category, 0, found));
        return found.stream()
                .sorted(Comparator.comparing((Deep deep) -> deep.candidate().confidence())
                        .thenComparing(Deep::depth)
                        .reversed())
                .map(Deep::candidate)
                .toList();
    }

    private static void collect(List<Branch> branches, String category, int depth, List<Deep> found) {
        for (Branch branch : branches) {
            Standing standing = branch.standing();
            boolean verified = standing == Standing.VERIFIED;
            if ((verified || standing == Standing.LIKELY) && !branch.evidence().isEmpty()) {
                Confidence confidence = verified ? Confidence.ESTABLISHED : Confidence.SUPPORTED;
                String because = "In category " + category + " it is marked as " + said(standing) + ", with evidence.";
                found.add(new Deep(
                        new CauseCandidate(branch.cause(), confidence, branch.evidence(), Technique.ISHIKAWA, because),
                        depth));
            }
            if (standing != Standing.RULED_OUT) {
                collect(branch.deeper(), category, depth + 1, found);
            }
        }
    }

    /** A flowchart to the effect; verified causes are rounded, those that were ruled out say so. */
    @Override
    public String drawing() {
        Flowchart chart = new Flowchart("LR");
        int head = chart.box(effect);
        for (String category : scheme.categories()) {
            int rib = chart.box(category);
            chart.arrow(rib, head);
            draw(of(category), rib, chart);
        }
        return chart.toString();
    }

    private static void draw(List<Branch> branches, int towards, Flowchart chart) {
        for (Branch branch : branches) {
            String label = branch.cause() + (branch.standing() == Standing.OPEN ? "" : " – " + said(branch.standing()));
            int node = branch.standing() == Standing.VERIFIED ? chart.rounded(label) : chart.box(label);
            chart.arrow(node, towards);
            draw(branch.deeper(), node, chart);
        }
    }
}
