package org.itsmkit.majorincident;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;

/**
 * Somebody who is to be kept told, and how.
 *
 * @param name who they are, such as {@code customers}; by {@link Keys#requireCode}, at most 48 characters
 * @param channel by what they are told, such as {@code status-page}; by {@link Keys#requireCode}
 * @param cadence how long they are left without an update at most: from one minute to 31 days, in whole seconds of elapsed
 *     time
 * @param group who of the directory they are, if they are there: told of each update then
 */
public record Audience(String name, String channel, Duration cadence, Optional<GroupId> group) {

    /** The greatest length of a name, in characters. */
    public static final int NAME_LENGTH = 48;
    /** The least time between two updates. */
    public static final Duration MIN_CADENCE = Duration.ofMinutes(1);
    /** The most time between two updates. */
    public static final Duration MAX_CADENCE = Duration.ofDays(31);

    public Audience {
        Keys.requireCode(name, "audience");
        if (name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "an audience's name has at most " + NAME_LENGTH + " characters, not " + name.length());
        }
        Keys.requireCode(channel, "channel");
        Objects.requireNonNull(group, "group");
        if (cadence.compareTo(MIN_CADENCE) < 0 || cadence.compareTo(MAX_CADENCE) > 0) {
            throw new IllegalArgumentException(
                    "cadence must be from " + MIN_CADENCE + " to " + MAX_CADENCE + ", not " + cadence);
        }
        if (cadence.getNano() != 0) {
            throw new IllegalArgumentException("cadence must be in whole seconds, not " + cadence);
        }
    }

    /** An audience whom the directory does not know. */
    public static Audience of(String name, String channel, Duration cadence) {
        return new Audience(name, channel, cadence, Optional.empty());
    }

    /** Returns this audience, which is a group of the directory. */
    public Audience withGroup(GroupId newGroup) {
        return new Audience(name, channel, cadence, Optional.of(newGroup));
    }
}
