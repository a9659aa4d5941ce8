package org.itsmkit.valuestream.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.Keys;

/** Looks for every mistake in a value stream at once. */
final class StreamLint {

    private final ValueStreamData data;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private StreamLint(ValueStreamData data) {
        this.data = data;
    }

    static List<Flaw> of(ValueStreamData data) {
        StreamLint lint = new StreamLint(data);
        lint.itself();
        lint.steps();
        lint.edges();
        if (lint.flaws.isEmpty()) {
            // Ways are only worth following in a stream whose names are right.
            lint.ways();
        }
        return List.copyOf(lint.flaws);
    }

    private void itself() {
        try {
            Keys.requireName(data.name(), "name");
        } catch (IllegalArgumentException e) {
            add(Flaw.Code.BAD_NAME, "the stream", "The stream has no name: " + e.getMessage() + ".");
        }
        if (data.steps().isEmpty()) {
            add(Flaw.Code.NO_STEP, "the stream", "The stream has no step.");
        } else if (data.beginnings().isEmpty()) {
            add(Flaw.Code.NO_BEGINNING, "the stream", "Nothing says where work comes in.");
        }
        if (data.steps().size() > ValueStream.MOST_STEPS || data.edges().size() > ValueStream.MOST_EDGES) {
            add(
                    Flaw.Code.TOO_LARGE,
                    "the stream",
                    "A stream has at most " + ValueStream.MOST_STEPS + " steps and " + ValueStream.MOST_EDGES
                            + " edges.");
        }
    }

    private void steps() {
        Map<Claim, String> claimed = new HashMap<>();
        for (Step step : data.steps()) {
            if (!names.add(step.name())) {
                add(Flaw.Code.DUPLICATE_STEP, step.name(), "Two steps are called " + step.name() + ".");
            }
            for (Claim claim : step.work()) {
                Optional.ofNullable(claimed.put(claim, step.name()))
                        .ifPresent(other -> add(
                                Flaw.Code.CLAIMED_TWICE,
                                claim.toString(),
                                "What is " + claim + " is work at " + other + " and at " + step.name() + "."));
            }
        }
    }

    private void edges() {
        Set<Object> seen = new HashSet<>();
        for (String beginning : data.beginnings()) {
            requireKnown(beginning, "the beginning");
            if (!seen.add(beginning)) {
                add(Flaw.Code.DUPLICATE_EDGE, beginning, "The stream begins twice at " + beginning + ".");
            }
        }
        for (ValueStreamData.Edge edge : data.edges()) {
            requireKnown(edge.from(), edge.toString());
            requireKnown(edge.to(), edge.toString());
            if (edge.from().equals(edge.to())) {
                add(Flaw.Code.LEADS_TO_ITSELF, edge.from(), edge.from() + " leads to itself.");
            }
            if (!seen.add(edge)) {
                add(Flaw.Code.DUPLICATE_EDGE, edge.toString(), edge + " is drawn twice.");
            }
        }
    }

    private void requireKnown(String step, String where) {
        if (!names.contains(step)) {
            add(Flaw.Code.UNKNOWN_STEP, step, step + " is named by " + where + " and is no step.");
        }
    }

    private void ways() {
        Ways ways = new Ways(data);
        Set<String> reachable = ways.onwards(data.beginnings(), "");
        for (String name : names) {
            if (!reachable.contains(name)) {
                add(Flaw.Code.UNREACHABLE, name, "No way leads to " + name + ".");
            }
            boolean leadsOut = ways.onwards(List.of(name), "").stream()
                    .anyMatch(step -> ways.nextOf(step).isEmpty());
            if (!leadsOut) {
                add(Flaw.Code.NO_WAY_OUT, name, "No way leads from " + name + " out of the stream.");
            }
        }
    }

    private void add(Flaw.Code code, String subject, String sentence) {
        flaws.add(new Flaw(code, subject, sentence));
    }
}
