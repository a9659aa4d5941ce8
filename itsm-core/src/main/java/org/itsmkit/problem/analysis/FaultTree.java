package org.itsmkit.problem.analysis;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Keys;

/**
 * What must come together for something to fail: a top event, gates below it, basic events at the bottom. Gates and events are named by id, so
 * each may stand below several gates. All gates are monotone (AND, OR, {@code k} of {@code n}): nothing fails because something else does not.
 *
 * <p>A <b>cut set</b> is a set of basic events that together bring about the top event; it is minimal if no part of it does. They are worked out
 * from below to above: those of OR are of one input, those of AND one of each input put together, and what contains another is left out.
 *
 * <p>Candidates are the minimal cut sets without an event that is known not to have happened: {@linkplain Confidence#ESTABLISHED established} if all
 * their events are known to have happened and have evidence, supported if at least one has, else suspected. They come by their confidence; then,
 * if all probabilities are known, the most probable first; then those of fewest events; then by their text.
 *
 * @param top the id of the gate or event that is asked about
 * @param gates at most {@value #MOST_NODES}
 * @param events basic events, at most {@value #MOST_NODES}
 */
public record FaultTree(String top, List<Gate> gates, List<BasicEvent> events) implements Analysis {

    /** The most gates, and the most basic events. */
    public static final int MOST_NODES = 200;

    /** The most cut sets that are kept of any gate while the minimal ones are worked out. */
    public static final int MOST_CUT_SETS = 2_000;

    /** The most steps of a decision diagram while a probability is worked out. */
    public static final int MOST_STEPS = 20_000;

    /** The most digits after the point of a probability. */
    public static final int MOST_DIGITS = 18;

    /**
     * Comes about if so many of its inputs do.
     *
     * @param id by {@link Keys#requireCode}
     * @param text what comes about; not blank
     * @param needed how many inputs must come about, 1 (OR) to their number (AND)
     * @param inputs ids of gates and events, at least one, each once
     */
    public record Gate(String id, String text, int needed, List<String> inputs) {

        public Gate {
            Keys.requireCode(id, "gate");
            Wording.require(text, "gate");
            inputs = List.copyOf(inputs);
            if (needed < 1 || needed > inputs.size()) {
                throw new IllegalArgumentException(
                        "of gate " + id + " are needed 1 to " + inputs.size() + ", not " + needed);
            }
            Wording.requireDifferent(inputs, "inputs of gate " + id);
        }

        /** Comes about if all its inputs do. */
        public static Gate and(String id, String text, String... inputs) {
            return new Gate(id, text, inputs.length, List.of(inputs));
        }

        /** Comes about if one of its inputs does. */
        public static Gate or(String id, String text, String... inputs) {
            return new Gate(id, text, 1, List.of(inputs));
        }

        /** Comes about if {@code needed} of its inputs do. */
        public static Gate atLeast(int needed, String id, String text, String... inputs) {
            return new Gate(id, text, needed, List.of(inputs));
        }

        private String kind() {
            return needed == inputs.size() ? "AND" : needed == 1 ? "OR" : needed + " of " + inputs.size();
        }
    }

    /** Whether a basic event is known to have happened, where a failure is looked into. */
    public enum Observation {
        /** Nobody knows. */
        UNKNOWN,
        /** It happened. */
        HAPPENED,
        /** It did not happen. */
        DID_NOT_HAPPEN
    }

    /**
     * What is not taken apart any further.
     *
     * @param id by {@link Keys#requireCode}
     * @param text what happens; not blank
     * @param probability how probable it is, 0 to 1, with at most {@value FaultTree#MOST_DIGITS} digits after the point
     * @param observation whether it is known to have happened; probabilities are calculated without regard to this
     * @param evidence what shows that
     */
    public record BasicEvent(
            String id,
            String text,
            Optional<BigDecimal> probability,
            Observation observation,
            List<Evidence> evidence) {

        public BasicEvent {
            Keys.requireCode(id, "event");
            Wording.require(text, "event");
            probability = probability.map(BasicEvent::normal);
            Objects.requireNonNull(observation, "observation");
            evidence = List.copyOf(evidence);
        }

        /** One of which nothing more is known. */
        public static BasicEvent of(String id, String text) {
            return new BasicEvent(id, text, Optional.empty(), Observation.UNKNOWN, List.of());
        }

        /** Returns this with a probability. */
        public BasicEvent probable(BigDecimal newProbability) {
            return new BasicEvent(id, text, Optional.of(newProbability), observation, evidence);
        }

        /** Returns this as observed. */
        public BasicEvent observed(Observation newObservation, Evidence... newEvidence) {
            return new BasicEvent(id, text, probability, newObservation, List.of(newEvidence));
        }

        private boolean isShown() {
            return observation == Observation.HAPPENED && !evidence.isEmpty();
        }

        private static BigDecimal normal(BigDecimal probability) {
            if (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a probability is 0 to 1, not " + probability);
            }
            // Checked before any arithmetic: many digits would exhaust the memory.
            if (probability.signum() == 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal stripped = probability.precision() > 1_000 ? probability : probability.stripTrailingZeros();
            if (stripped.scale() > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "a probability has at most " + MOST_DIGITS + " digits after the point: " + probability);
            }
            return stripped;
        }
    }

    /**
     * Events that together bring about the top event, none of which can be left out.
     *
     * @param events their ids, in the order of the tree
     * @param probability that all of them happen, if each has a probability: {@code Π pᵢ}, exactly
     */
    public record CutSet(List<String> events, Optional<BigDecimal> probability) {

        public CutSet {
            events = List.copyOf(events);
            Objects.requireNonNull(probability, "probability");
        }
    }

    /**
     * How much depends on a basic event.
     *
     * @param event its id
     * @param birnbaum by how much the probability of the top event is greater if it happens than if it does not:
     *     {@code P(top | event) − P(top | not event)} (Birnbaum 1969), exactly
     * @param fussellVesely of the probability of the top event, the share in which at least one minimal cut set with this event happens
     *     (Vesely 1970, Fussell 1975), 0 to 1, rounded to 34 digits; empty if the top event is impossible
     */
    public record Importance(String event, BigDecimal birnbaum, Optional<BigDecimal> fussellVesely) {

        public Importance {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(birnbaum, "birnbaum");
            Objects.requireNonNull(fussellVesely, "fussellVesely");
        }
    }

    public FaultTree {
        gates = List.copyOf(gates);
        events = List.copyOf(events);
        Wording.requireAtMost(MOST_NODES, gates, "gates");
        Wording.requireAtMost(MOST_NODES, events, "events");
        List<String> ids = new ArrayList<>();
        gates.forEach(gate -> ids.add(gate.id()));
        events.forEach(event -> ids.add(event.id()));
        Wording.requireDifferent(ids, "nodes");
        Set<String> known = new HashSet<>(ids);
        requireKnown(known, List.of(top), "the top");
        for (Gate gate : gates) {
            requireKnown(known, gate.inputs(), "gate " + gate.id());
        }
        FaultTreeOrder.of(gates, ids);
    }

    private static void requireKnown(Set<String> known, Collection<String> ids, String where) {
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("neither gate nor event: " + id + ", named by " + where);
            }
        }
    }

    /** Gates and events in any order. */
    public static FaultTree of(String top, List<Gate> gates, BasicEvent... events) {
        return new FaultTree(top, gates, List.of(events));
    }

    /** The ids of what is below the top and itself, each behind what is below it. */
    List<String> below() {
        return FaultTreeOrder.of(gates, List.of(top));
    }

    /** The basic events below the top, in the order of the tree. */
    List<BasicEvent> eventsBelow() {
        Set<String> below = new HashSet<>(below());
        return events.stream().filter(event -> below.contains(event.id())).toList();
    }

    /** Returns the minimal cut sets, those of fewest events first, then in the order of the tree; or that there are too many of them. */
    public Either<Violation, List<CutSet>> minimalCutSets() {
        return new CutSets(this).minimal();
    }

    /**
     * Returns the probability of the top event, if basic events happen independently of each other; exactly, also where an event stands in
     * several places: each event is taken once as happening and once as not, and both weighted with their probabilities (Shannon's
     * decomposition), in a binary decision diagram that has each case once. Or returns which probability is missing, or that this takes too many steps.
     *
     * <p>Real components do not fail independently: what they share is an event of its own below several gates.
     */
    public Either<Violation, BigDecimal> probability() {
        return new FaultTreeNumbers(this).probability();
    }

    /**
     * Returns how much depends on each basic event below the top, in the order of the tree; or why not, as for {@link #probability} and
     * {@link #minimalCutSets}.
     */
    public Either<Violation, List<Importance>> importance() {
        return new FaultTreeNumbers(this).importance();
    }

    @Override
    public Technique technique() {
        return Technique.FAULT_TREE;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Set<String> below = new HashSet<>(below());
        Set<String> unused = new LinkedHashSet<>();
        gates.forEach(gate -> unused.add(gate.id()));
        events.forEach(event -> unused.add(event.id()));
        unused.removeAll(below);
        unused.forEach(id ->
                findings.add(new Finding("fault-tree.unused", id, "This does not lead to the top event: " + id + ".")));
        boolean some = events.stream().anyMatch(event -> event.probability().isPresent());
        for (BasicEvent event : eventsBelow()) {
            if (some && event.probability().isEmpty()) {
                findings.add(new Finding(
                        "fault-tree.no-probability",
                        event.id(),
                        "Others have a probability, this has none: " + event.text()));
            }
            if (event.observation() != Observation.UNKNOWN && event.evidence().isEmpty()) {
                findings.add(new Finding(
                        "fault-tree.no-evidence",
                        event.id(),
                        "Nothing shows that this " + (event.observation() == Observation.HAPPENED ? "did" : "did not")
                                + " happen: " + event.text()));
            }
        }
        minimalCutSets()
                .peekLeft(refused -> findings.add(new Finding(refused.code(), "", refused.sentence())))
                .peek(sets -> {
                    if (candidates(sets).isEmpty()) {
                        findings.add(
                                new Finding(
                                        "fault-tree.excluded",
                                        "",
                                        "Each way to the top event needs something that did not happen: the tree is not complete."));
                    }
                });
        return List.copyOf(findings);
    }

    @Override
    public List<CauseCandidate> candidates() {
        return minimalCutSets().map(this::candidates).getOrElse(List.of());
    }

    private List<CauseCandidate> candidates(List<CutSet> sets) {
        Map<String, BasicEvent> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        boolean probable = sets.stream().allMatch(set -> set.probability().isPresent());
        Comparator<Ranked> order = Comparator.comparing(
                        (Ranked ranked) -> ranked.candidate().confidence())
                .thenComparing(
                        ranked -> probable ? ranked.set().probability().orElse(BigDecimal.ZERO) : BigDecimal.ZERO)
                .reversed()
                .thenComparing(ranked -> ranked.set().events().size())
                .thenComparing(ranked -> ranked.candidate().cause());
        return sets.stream()
                .flatMap(set ->
                        candidate(set, set.events().stream().map(byId::get).toList()).stream())
                .sorted(order)
                .map(Ranked::candidate)
                .toList();
    }

    private record Ranked(CauseCandidate candidate, CutSet set) {}

    private static Optional<Ranked> candidate(CutSet set, List<BasicEvent> together) {
        if (together.stream().anyMatch(event -> event.observation() == Observation.DID_NOT_HAPPEN)) {
            return Optional.empty();
        }
        long shown = together.stream().filter(BasicEvent::isShown).count();
        Confidence confidence = shown == together.size()
                ? Confidence.ESTABLISHED
                : shown > 0 ? Confidence.SUPPORTED : Confidence.SUSPECTED;
        List<Evidence> evidence = together.stream()
                .filter(BasicEvent::isShown)
                .flatMap(event -> event.evidence().stream())
                .toList();
        String cause =
                String.join(" and ", together.stream().map(BasicEvent::text).toList());
        String because = "This alone brings about the top event; of " + shown + " of " + together.size()
                + " events it is shown that they happened.";
        return Optional.of(
                new Ranked(new CauseCandidate(cause, confidence, evidence, Technique.FAULT_TREE, because), set));
    }

    /** A flowchart from the top down; basic events are rounded. What stands below several gates is drawn once; what leads nowhere is not drawn. */
    @Override
    public String drawing() {
        Flowchart chart = new Flowchart("TD");
        Map<String, Integer> nodes = new HashMap<>();
        Set<String> below = new HashSet<>(below());
        gates.stream()
                .filter(gate -> below.contains(gate.id()))
                .forEach(gate -> nodes.put(gate.id(), chart.box(gate.text() + " – " + gate.kind())));
        events.stream()
                .filter(event -> below.contains(event.id()))
                .forEach(event -> nodes.put(
                        event.id(),
                        chart.rounded(event.text()
                                + event.probability()
                                        .map(p -> " – " + p.toPlainString())
                                        .orElse(""))));
        for (Gate gate : gates) {
            if (below.contains(gate.id())) {
                gate.inputs()
                        .forEach(input -> chart.arrow(nodes.getOrDefault(gate.id(), 0), nodes.getOrDefault(input, 0)));
            }
        }
        return chart.toString();
    }
}
