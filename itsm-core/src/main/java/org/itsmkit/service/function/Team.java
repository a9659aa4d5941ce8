package org.itsmkit.service.function;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.spi.GroupId;

/**
 * Who supports services together.
 *
 * @param group which group of the directory it is
 * @param function what it is for
 * @param desk where its people are; of a {@link SupportFunction#SERVICE_DESK}, and of no other
 * @param tier in which tier it helps, 1 to {@value SupportTier#MOST}; those of a higher number know more
 * @param members who belongs to it, each once; at most {@value #MOST_MEMBERS}
 * @param shifts when somebody of it is there, by the clocks of its zone
 */
@KitStyle
@Value.Builder
public record Team(
        GroupId group,
        SupportFunction function,
        Optional<DeskType> desk,
        int tier,
        List<Member> members,
        CalendarData shifts)
        implements WithTeam {

    /** The most people of a team. */
    public static final int MOST_MEMBERS = 1_000;

    public Team {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(shifts, "shifts");
        members = List.copyOf(members);
        if (desk.isPresent() != (function == SupportFunction.SERVICE_DESK)) {
            throw new IllegalArgumentException("a service desk says of what type it is, and no other team does");
        }
        if (tier < 1 || tier > SupportTier.MOST) {
            throw new IllegalArgumentException("a tier is 1 to " + SupportTier.MOST + ", not " + tier);
        }
        if (members.size() > MOST_MEMBERS
                || members.stream().map(Member::person).distinct().count() < members.size()) {
            throw new IllegalArgumentException("a team has at most " + MOST_MEMBERS + " people, each once");
        }
    }

    /** Says who supports services; what must be set are the group, the function and the shifts. */
    public static Builder builder() {
        return new Builder();
    }

    /** By which clocks it works. */
    public ZoneId zone() {
        return shifts.zone();
    }

    /** Whether somebody of it can that at least so well. */
    public boolean can(String skill, int level) {
        return members.stream().anyMatch(member -> member.can(skill, level));
    }

    /** Builds teams; in the first tier, unless it is said otherwise. */
    public static final class Builder extends TeamBuilder {
        Builder() {
            tier(1);
        }
    }
}
