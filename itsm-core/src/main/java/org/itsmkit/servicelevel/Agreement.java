package org.itsmkit.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;

/**
 * What is promised to a customer, among teams or by a supplier, in versions that follow each other.
 *
 * @param number what people quote, such as AGR0000042
 * @param title in one line
 * @param type between whom it is made
 * @param customer to whom it is promised; of a service level agreement alone, which covers that customer's records then
 * @param team who promises; of an operational level agreement
 * @param supplier who promises; of an underpinning contract
 * @param owner who sees to it
 * @param status where it stands
 * @param rank which comes first where several are there to choose from: the lower
 * @param restsOn what must be kept so that this can be; each agreement once
 * @param versions what was agreed, by their beginnings; none begins before another ends
 * @param proposed what is to be signed next
 * @param reviewOn when it is to be looked at again
 * @param reviewNoted for which date its owner was told that a review is due
 * @param reviews the reviews held, the latest {@value #MOST_REVIEWS}
 * @param endsAt when it ends if nothing more is agreed
 * @param termination that it was given up, or will be
 * @param createdAt when it was drafted
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record Agreement(
        String number,
        String title,
        AgreementType type,
        Optional<OrganisationId> customer,
        Optional<GroupId> team,
        Optional<OrganisationId> supplier,
        PersonId owner,
        Status status,
        int rank,
        List<RestsOn> restsOn,
        List<AgreementVersion> versions,
        Optional<Terms> proposed,
        Optional<LocalDate> reviewOn,
        Optional<LocalDate> reviewNoted,
        List<Review> reviews,
        Optional<Instant> endsAt,
        Optional<Termination> termination,
        Instant createdAt,
        Instant updatedAt)
        implements WithAgreement {

    /** The most versions of an agreement. */
    public static final int MOST_VERSIONS = 100;

    /** How many reviews stand in the record; the journal has all. */
    public static final int MOST_REVIEWS = 20;

    public Agreement {
        Objects.requireNonNull(status, "status");
        restsOn = List.copyOf(restsOn);
        versions = List.copyOf(versions);
        reviews = List.copyOf(reviews);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The version agreed last, whether it has begun or not. */
    public Optional<AgreementVersion> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** Whether records are to be promised anything by it, as far as its versions say that they are. */
    public boolean isInForce() {
        return status.phase() == Phase.ACTIVE;
    }

    /** The version in force at an instant; empty if there is none then, or it is not in force at all. */
    public Optional<AgreementVersion> inForce(Instant at) {
        return isInForce()
                ? versions.stream().filter(version -> version.isInForce(at)).findFirst()
                : Optional.empty();
    }

    /** When a review is due of which the owner was not told. */
    Optional<Instant> reviewDue() {
        return reviewOn.filter(date -> !reviewNoted.equals(Optional.of(date))).map(Agreement::beginOf);
    }

    /** When a date begins; in UTC, for an agreement is made between people of several zones. */
    static Instant beginOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The form in which the book has it. */
    AgreementBook.Agreed toAgreed(RecordId id) {
        return new AgreementBook.Agreed(id, number, type, versions, rank, customer, team, supplier, isInForce());
    }

    Agreement moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt());
    }

    /** With one more version: the one before ends where it begins. */
    Agreement and(AgreementVersion next) {
        List<AgreementVersion> all = new ArrayList<>(endedBy(next.from()));
        all.add(next);
        return withVersions(all).withEndsAt(next.until()).withProposed(Optional.empty());
    }

    /** Where nothing of it holds from {@code end} on. */
    Agreement ending(Instant end) {
        Instant last = endsAt.filter(at -> at.isBefore(end)).orElse(end);
        return withVersions(endedBy(last)).withEndsAt(Optional.of(last));
    }

    private List<AgreementVersion> endedBy(Instant end) {
        List<AgreementVersion> ended = new ArrayList<>();
        for (AgreementVersion version : versions) {
            if (version.from().isBefore(end)) {
                boolean isOver =
                        version.until().map(until -> !until.isAfter(end)).orElse(false);
                ended.add(
                        isOver
                                ? version
                                : new AgreementVersion(
                                        version.number(), version.terms(), version.from(), Optional.of(end)));
            }
        }
        return ended;
    }

    public static final class Builder extends AgreementBuilder {
        Builder() {}
    }
}
