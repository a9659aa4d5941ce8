package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.problem.analysis.Brainstorming.Idea;
import org.itsmkit.problem.analysis.Brainstorming.Ranking;
import org.itsmkit.problem.analysis.Brainstorming.Vote;
import org.itsmkit.spi.PersonId;

/** Which ideas are part of which. */
final class Merged {

    private final Map<String, Idea> ideas = new LinkedHashMap<>();
    private final Map<String, String> roots = new HashMap<>();

    /**
     * Follows each idea to what it is part of.
     *
     * @throws IllegalArgumentException if that is nothing, or itself
     */
    Merged(List<Idea> all) {
        all.forEach(idea -> ideas.put(idea.id(), idea));
        for (Idea idea : all) {
            Set<String> way = new LinkedHashSet<>();
            Idea at = idea;
            while (at.mergedInto().isPresent()) {
                Idea next = ideas.get(at.mergedInto().get());
                if (next == null || !way.add(at.id())) {
                    throw new IllegalArgumentException("idea " + at.id() + " is part of nothing, or of itself");
                }
                at = next;
            }
            roots.put(idea.id(), at.id());
        }
    }

    boolean knows(String id) {
        return ideas.containsKey(id);
    }

    /** What the idea {@code id} is part of now: itself, if of no other. */
    String rootOf(String id) {
        return roots.getOrDefault(id, id);
    }

    List<Ranking> ranking(List<Vote> votes) {
        Map<String, Set<PersonId>> voters = new LinkedHashMap<>();
        ideas.values().stream()
                .filter(idea -> idea.mergedInto().isEmpty())
                .forEach(idea -> voters.put(idea.id(), new LinkedHashSet<>()));
        for (Vote vote : votes) {
            voters.computeIfAbsent(rootOf(vote.idea()), none -> new LinkedHashSet<>())
                    .add(vote.by());
        }
        List<Map.Entry<String, Set<PersonId>>> sorted = new ArrayList<>(voters.entrySet());
        sorted.sort(Comparator.comparingInt((Map.Entry<String, Set<PersonId>> entry) ->
                        entry.getValue().size())
                .reversed());
        List<Ranking> ranking = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            List<PersonId> own = List.copyOf(sorted.get(i).getValue());
            boolean tied = i > 0 && ranking.get(i - 1).voters().size() == own.size();
            int rank = tied ? ranking.get(i - 1).rank() : i + 1;
            Idea idea = ideas.get(sorted.get(i).getKey());
            if (idea != null) {
                ranking.add(new Ranking(rank, idea, own));
            }
        }
        return List.copyOf(ranking);
    }
}
