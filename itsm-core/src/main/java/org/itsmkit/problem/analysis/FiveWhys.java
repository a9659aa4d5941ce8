package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asks why until an answer is something we control. Five times is a habit, not a rule: a chain has one link or more, and where a why has
 * several answers it is a tree.
 *
 * <p>The last answer of a way is a cause candidate if it is in our control: nothing that we cannot change is a root cause to us. It is
 * {@linkplain Confidence#ESTABLISHED established} if each link of its way has evidence, supported if the last one has, else suspected.
 * Candidates come by their confidence, then in the order of the tree.
 *
 * @param problem what is asked about first; not blank
 * @param whys the answers to the first why, at least one; at most {@value #MOST_LINKS} links in all, {@value #DEEPEST} one below the other
 */
public record FiveWhys(String problem, List<Why> whys) implements Analysis {

    /** The most links. */
    public static final int MOST_LINKS = 500;

    /** The most links one below the other. */
    public static final int DEEPEST = 20;

    /**
     * A link: a question, and one answer to it.
     *
     * @param question such as "why was the disk full?"; not blank
     * @param answer not blank
     * @param evidence what shows that the answer is true
     * @param controllable whether we control what the answer names: can change it, and see to it that it stays so
     * @param deeper the answers to the next why, several if there are several reasons; none if this is the last
     */
    public record Why(String question, String answer, List<Evidence> evidence, boolean controllable, List<Why> deeper) {

        public Why {
            Wording.require(question, "question");
            Wording.require(answer, "answer");
            evidence = List.copyOf(evidence);
            deeper = List.copyOf(deeper);
            if (depth(deeper) >= DEEPEST) {
                throw new IllegalArgumentException("more than " + DEEPEST + " whys one below the other");
            }
        }

        /** A last link that nothing shows, and that we do not control. */
        public static Why of(String question, String answer) {
            return new Why(question, answer, List.of(), false, List.of());
        }

        /** Returns this with more evidence. */
        public Why shownBy(Evidence more) {
            List<Evidence> all = new ArrayList<>(evidence);
            all.add(more);
            return new Why(question, answer, all, controllable, deeper);
        }

        /** Returns this as something that we control. */
        public Why inOurControl() {
            return new Why(question, answer, evidence, true, deeper);
        }

        /** Returns this with more answers to the next why. */
        public Why then(Why... more) {
            List<Why> all = new ArrayList<>(deeper);
            all.addAll(List.of(more));
            return new Why(question, answer, evidence, controllable, all);
        }

        private static int depth(List<Why> whys) {
            return whys.stream().mapToInt(why -> 1 + depth(why.deeper)).max().orElse(0);
        }

        private static int links(List<Why> whys) {
            return whys.stream().mapToInt(why -> 1 + links(why.deeper)).sum();
        }
    }

    public FiveWhys {
        Wording.require(problem, "problem");
        whys = List.copyOf(whys);
        if (whys.isEmpty()) {
            throw new IllegalArgumentException("no why was answered");
        }
        if (Why.links(whys) > MOST_LINKS) {
            throw new IllegalArgumentException("at most " + MOST_LINKS + " links, not " + Why.links(whys));
        }
    }

    /** The answers to the first why. */
    public static FiveWhys of(String problem, Why... whys) {
        return new FiveWhys(problem, List.of(whys));
    }

    /** One answer to each why: each link below the one before it, and what else is below them after it. */
    public static FiveWhys chain(String problem, List<Why> links) {
        Optional<Why> below = Optional.empty();
        for (int i = links.size() - 1; i >= 0; i--) {
            Why link = links.get(i);
            below = Optional.of(below.map(link::then).orElse(link));
        }
        return new FiveWhys(problem, below.stream().toList());
    }

    @Override
    public Technique technique() {
        return Technique.FIVE_WHYS;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        visit(whys, "", findings);
        return List.copyOf(findings);
    }

    private static void visit(List<Why> whys, String above, List<Finding> findings) {
        for (int i = 0; i < whys.size(); i++) {
            Why why = whys.get(i);
            String where = above + (i + 1);
            if (why.evidence().isEmpty()) {
                findings.add(new Finding(
                        "five-whys.no-evidence", where, "Nothing shows that this is true: " + why.answer()));
            }
            if (why.deeper().isEmpty() && !why.controllable()) {
                findings.add(new Finding(
                        "five-whys.not-controllable",
                        where,
                        "This ends with something that we do not control; ask why again: " + why.answer()));
            }
            visit(why.deeper(), where + ".", findings);
        }
    }

    @Override
    public List<CauseCandidate> candidates() {
        List<CauseCandidate> found = new ArrayList<>();
        collect(whys, List.of(), found);
        found.sort(Comparator.comparing(CauseCandidate::confidence).reversed());
        return List.copyOf(found);
    }

    private static void collect(List<Why> whys, List<Why> above, List<CauseCandidate> found) {
        for (Why why : whys) {
            List<Why> way = new ArrayList<>(above);
            way.add(why);
            if (why.deeper().isEmpty() && why.controllable()) {
                found.add(candidate(way));
            }
            collect(why.deeper(), way, found);
        }
    }

    private static CauseCandidate candidate(List<Why> way) {
        Why last = way.get(way.size() - 1);
        List<Evidence> evidence =
                way.stream().flatMap(why -> why.evidence().stream()).toList();
        long shown = way.stream().filter(why -> !why.evidence().isEmpty()).count();
        Confidence confidence = shown == way.size()
                ? Confidence.ESTABLISHED
                : last.evidence().isEmpty() ? Confidence.SUSPECTED : Confidence.SUPPORTED;
        String because = "It is in our control, and " + shown + " of " + way.size() + " links to it have evidence.";
        return new CauseCandidate(last.answer(), confidence, evidence, Technique.FIVE_WHYS, because);
    }

    /** A flowchart from the problem down to the last answers, of which those in our control are rounded. */
    @Override
    public String drawing() {
        Flowchart chart = new Flowchart("TD");
        draw(whys, chart.box(problem), chart);
        return chart.toString();
    }

    private static void draw(List<Why> whys, int above, Flowchart chart) {
        for (Why why : whys) {
            String label = why.question() + " – " + why.answer();
            int node = why.deeper().isEmpty() && why.controllable() ? chart.rounded(label) : chart.box(label);
            chart.arrow(above, node);
            draw(why.deeper(), node, chart);
        }
    }
}
