package org.itsmkit.service.function;

import java.util.Map;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/**
 * Somebody of a team.
 *
 * @param person who
 * @param skills how well they can what, by names that the host gives, each by {@link Keys#requireCode}: from 1, can follow what is written
 *     down, to {@value #HIGHEST}, can teach others; at most {@value #MOST_SKILLS}
 */
public record Member(PersonId person, Map<String, Integer> skills) {

    /** The highest level of a skill. */
    public static final int HIGHEST = 5;

    /** The most skills of a person. */
    public static final int MOST_SKILLS = 200;

    public Member {
        Objects.requireNonNull(person, "person");
        skills = Map.copyOf(skills);
        if (skills.size() > MOST_SKILLS) {
            throw new IllegalArgumentException("at most " + MOST_SKILLS + " skills, not " + skills.size());
        }
        skills.forEach((skill, level) -> {
            Keys.requireCode(skill, "skill");
            requireLevel(level);
        });
    }

    static int requireLevel(int level) {
        if (level < 1 || level > HIGHEST) {
            throw new IllegalArgumentException("the level of a skill is 1 to " + HIGHEST + ", not " + level);
        }
        return level;
    }

    /** Whether they can that at least so well. */
    public boolean can(String skill, int level) {
        return skills.getOrDefault(skill, 0) >= level;
    }
}
