package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;

/**
 * What a tenant says about major incidents.
 *
 * @param triggers what makes an incident be proposed as a major one by itself, in the order in which they are asked; at most 100, each
 *     name once; none if that is left to people
 * @param managers who is told of proposals, and decides on them
 */
public record MajorIncidentTailoring(List<MajorIncidentTrigger> triggers, Optional<GroupId> managers) {

    /** The most triggers. */
    public static final int MAX_TRIGGERS = 100;

    private static final MajorIncidentTailoring NONE = new MajorIncidentTailoring(List.of(), Optional.empty());

    public MajorIncidentTailoring {
        triggers = List.copyOf(triggers);
        Objects.requireNonNull(managers, "managers");
        if (triggers.size() > MAX_TRIGGERS) {
            throw new IllegalArgumentException("at most " + MAX_TRIGGERS + " triggers, not " + triggers.size());
        }
        if (triggers.stream().map(MajorIncidentTrigger::name).distinct().count() < triggers.size()) {
            throw new IllegalArgumentException("two triggers of one name");
        }
    }

    /** Nothing makes an incident be proposed by itself, and nobody is told. */
    public static MajorIncidentTailoring none() {
        return NONE;
    }

    /** These triggers, in their order. */
    public static MajorIncidentTailoring of(MajorIncidentTrigger... triggers) {
        return new MajorIncidentTailoring(List.of(triggers), Optional.empty());
    }

    /** Returns this with the group that is told of proposals. */
    public MajorIncidentTailoring managedBy(GroupId group) {
        return new MajorIncidentTailoring(triggers, Optional.of(group));
    }

    /** The first trigger that {@code incident} fulfils, if it fulfils any. */
    public Optional<MajorIncidentTrigger> firstFor(MajorIncidentTrigger.Candidate incident) {
        return triggers.stream().filter(trigger -> trigger.isMetBy(incident)).findFirst();
    }
}
