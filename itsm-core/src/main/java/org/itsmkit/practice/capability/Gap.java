package org.itsmkit.practice.capability;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands between a subject and a level.
 *
 * @param subject of what
 * @param level at which level
 * @param criterion which criterion; empty where nothing says what the level asks
 * @param expires from when on it is not met any more; empty if it is not met now
 * @param sentence all of this in English
 */
public record Gap(
        String subject, int level, Optional<Criterion> criterion, Optional<Instant> expires, String sentence) {

    public Gap {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(sentence, "sentence");
    }

    static Gap missing(Criterion criterion) {
        return new Gap(
                criterion.subject(),
                criterion.level(),
                Optional.of(criterion),
                Optional.empty(),
                "Level " + criterion.level() + ", not shown: " + criterion.sentence());
    }

    static Gap expiring(Criterion criterion, Instant until) {
        return new Gap(
                criterion.subject(),
                criterion.level(),
                Optional.of(criterion),
                Optional.of(until),
                "Level " + criterion.level() + ", shown until " + until + ": " + criterion.sentence());
    }

    static Gap nothingAsked(String subject, int level) {
        return new Gap(
                subject,
                level,
                Optional.empty(),
                Optional.empty(),
                "Level " + level + ": nothing says what it asks of " + subject + ".");
    }

    /** Whether it is not met now. */
    public boolean isMissing() {
        return expires.isEmpty();
    }
}
