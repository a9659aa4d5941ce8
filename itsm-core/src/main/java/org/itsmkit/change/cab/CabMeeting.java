package org.itsmkit.change.cab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.calendar.Window;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * People come together to say what they think of changes.
 *
 * @param number what people quote, such as CAB0000042
 * @param title in one line
 * @param authority which authority of approvals meets, by its name; by {@link Keys#requireCode}
 * @param status where it stands
 * @param chair who leads it
 * @param invited who is asked to come besides, and votes if they do; the chair may be among them
 * @param planned when it is to be
 * @param place where, or by which link; empty if that is not said
 * @param agenda what it is to look at, in this order; each change once
 * @param present who is there now, and who was there at the end once it is closed; none before it is convened
 * @param minutes what was written down of it; empty until something is
 * @param reminded for which beginning people were reminded, or were told so late that they need not be
 * @param createdAt when it was planned first
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record CabMeeting(
        String number,
        String title,
        String authority,
        Status status,
        PersonId chair,
        Set<PersonId> invited,
        Window planned,
        Optional<String> place,
        List<AgendaItem> agenda,
        Set<PersonId> present,
        Optional<String> minutes,
        Optional<Instant> reminded,
        Instant createdAt,
        Instant updatedAt)
        implements WithCabMeeting {

    /** The most people who are asked to come. */
    public static final int MOST_INVITED = 200;

    /** The most people who are there at a time, guests who do not vote among them. */
    public static final int MOST_PRESENT = 300;

    /** The most items of an agenda. */
    public static final int MOST_ITEMS = 100;

    /** The longest for which a meeting is planned. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** How long before it begins a meeting may be convened at most: on its day, wherever people are. */
    public static final Duration EARLIEST = Duration.ofHours(12);

    /** How long before it begins people are reminded. */
    public static final Duration REMINDED_BEFORE = Duration.ofDays(1);

    public CabMeeting {
        Keys.requireCode(authority, "authority");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(planned, "planned");
        invited = Set.copyOf(invited);
        agenda = List.copyOf(agenda);
        present = Set.copyOf(present);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Who may vote if they are there: the chair, and those who are invited. */
    public Set<PersonId> board() {
        return and(invited, Set.of(chair));
    }

    /** What the agenda says of a change, if it stands there. */
    public Optional<AgendaItem> item(RecordRef change) {
        return agenda.stream().filter(item -> item.change().equals(change)).findFirst();
    }

    /** What was put off, in the order of the agenda: to be put on that of another meeting. */
    public List<RecordRef> deferred() {
        return agenda.stream()
                .filter(AgendaItem::isDeferred)
                .map(AgendaItem::change)
                .toList();
    }

    /** When people are to be reminded, if they were not. */
    Optional<Instant> reminderDue() {
        return reminded.equals(Optional.of(planned.fromInclusive()))
                ? Optional.empty()
                : Optional.of(planned.fromInclusive().minus(REMINDED_BEFORE));
    }

    CabMeeting moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt());
    }

    /** To be held then; where that is less than a day away, who is told of it needs no reminder. */
    CabMeeting heldIn(Window window, Instant toldAt) {
        boolean isSoon = toldAt.isAfter(window.fromInclusive().minus(REMINDED_BEFORE));
        return withPlanned(window).withReminded(isSoon ? Optional.of(window.fromInclusive()) : reminded);
    }

    /** With {@code item} in the stead of that of its change, or behind all others. */
    CabMeeting with(AgendaItem item) {
        List<AgendaItem> items = new ArrayList<>(agenda);
        items.replaceAll(one -> one.change().equals(item.change()) ? item : one);
        if (item(item.change()).isEmpty()) {
            items.add(item);
        }
        return withAgenda(items);
    }

    CabMeeting without(RecordRef change) {
        return withAgenda(
                agenda.stream().filter(item -> !item.change().equals(change)).toList());
    }

    CabMeeting ordered(List<RecordRef> changes) {
        return withAgenda(
                changes.stream().flatMap(change -> item(change).stream()).toList());
    }

    static Set<PersonId> and(Set<PersonId> some, Set<PersonId> others) {
        Set<PersonId> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    static Set<PersonId> without(Set<PersonId> some, Set<PersonId> others) {
        Set<PersonId> rest = new HashSet<>(some);
        rest.removeAll(others);
        return Set.copyOf(rest);
    }

    public static final class Builder extends CabMeetingBuilder {
        Builder() {}
    }
}
