package org.itsmkit.service.function;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.spi.PersonId;

/**
 * Who can what, so that it is seen what nobody could do any longer if one person left.
 *
 * @param able who can each skill that anybody has, by skill; people in the order of their ids. None for a skill that some have, and nobody
 *     well enough
 */
public record SkillCover(SortedMap<String, List<PersonId>> able) {

    public SkillCover {
        SortedMap<String, List<PersonId>> copy = new TreeMap<>();
        able.forEach((skill, people) -> copy.put(skill, List.copyOf(people)));
        able = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Who of these teams can what at least so well; somebody of several teams is one person, with the best of what is said of them.
     *
     * @param level 1 to {@value Member#HIGHEST}
     */
    public static SkillCover of(Collection<Team> teams, int level) {
        Member.requireLevel(level);
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        for (Team team : teams) {
            for (Member member : team.members()) {
                member.skills().forEach((skill, reached) -> {
                    SortedSet<String> people = found.computeIfAbsent(skill, none -> new TreeSet<>());
                    if (reached >= level) {
                        people.add(member.person().value());
                    }
                });
            }
        }
        SortedMap<String, List<PersonId>> able = new TreeMap<>();
        found.forEach((skill, people) ->
                able.put(skill, people.stream().map(PersonId::of).toList()));
        return new SkillCover(able);
    }

    /** How many people would have to leave for nobody to be left who can it; 0 if nobody can. */
    public int busFactor(String skill) {
        return able.getOrDefault(skill, List.of()).size();
    }

    /** The skills that one person alone has, in their order. */
    public List<String> heldByOne() {
        return withBusFactor(1);
    }

    /** The skills that nobody has well enough, in their order. */
    public List<String> heldByNobody() {
        return withBusFactor(0);
    }

    private List<String> withBusFactor(int number) {
        return able.keySet().stream()
                .filter(skill -> busFactor(skill) == number)
                .toList();
    }
}
