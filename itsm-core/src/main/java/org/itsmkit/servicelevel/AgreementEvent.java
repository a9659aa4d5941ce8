package org.itsmkit.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/** What happens to agreements. */
public sealed interface AgreementEvent extends Event<Agreement> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("drafted", Drafted.class),
                EventType.of("revised", Revised.class),
                EventType.of("hours-renewed", HoursRenewed.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("rested-on", RestedOn.class),
                EventType.of("agreed", Agreed.class),
                EventType.of("activated", Activated.class),
                EventType.of("review-begun", ReviewBegun.class),
                EventType.of("review-ended", ReviewEnded.class),
                EventType.of("review-date-set", ReviewDateSet.class),
                EventType.of("review-due", ReviewDue.class),
                EventType.of("notice-given", NoticeGiven.class),
                EventType.of("terminated", Terminated.class),
                EventType.of("expired", Expired.class),
                EventType.of("withdrawn", Withdrawn.class));
    }

    /** Somebody began to work it out. */
    record Drafted(
            String number,
            String title,
            AgreementType type,
            Optional<OrganisationId> customer,
            Optional<GroupId> team,
            Optional<OrganisationId> supplier,
            PersonId owner,
            int rank,
            List<RestsOn> restsOn,
            Optional<Terms> terms,
            Optional<LocalDate> reviewOn,
            Status status)
            implements AgreementEvent, Event.First<Agreement> {
        public Drafted {
            restsOn = List.copyOf(restsOn);
        }

        @Override
        public Agreement begin(Occurrence when) {
            return Agreement.builder()
                    .number(number)
                    .title(title)
                    .type(type)
                    .customer(customer)
                    .team(team)
                    .supplier(supplier)
                    .owner(owner)
                    .status(status)
                    .rank(rank)
                    .restsOn(restsOn)
                    .proposed(terms)
                    .reviewOn(reviewOn)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** Other terms were proposed. */
    record Revised(Status to, Terms terms) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withProposed(Optional.of(terms));
        }
    }

    /** The same terms were proposed by the tenant's calendars of that day. */
    record HoursRenewed(Status to, Terms terms) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withProposed(Optional.of(terms));
        }
    }

    /** It is called otherwise, or ranked otherwise. */
    record Described(Status to, String title, int rank) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withTitle(title).withRank(rank);
        }
    }

    /** Somebody else owns it. */
    record HandedOver(Status to, PersonId from, PersonId owner) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withOwner(owner);
        }
    }

    /** It rests on other agreements. */
    record RestedOn(Status to, List<RestsOn> restsOn) implements AgreementEvent, Event.Next<Agreement> {
        public RestedOn {
            restsOn = List.copyOf(restsOn);
        }

        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withRestsOn(restsOn);
        }
    }

    /** What had been proposed was signed. */
    record Agreed(Status to, AgreementVersion version) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).and(version);
        }
    }

    /** It was put in force. */
    record Activated(Status to) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when);
        }
    }

    /** Those whom it concerns look at it. */
    record ReviewBegun(Status to) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when);
        }
    }

    /** They said what they found, and when they will look again. */
    record ReviewEnded(Status to, String finding, Optional<LocalDate> next)
            implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            List<Review> reviews = new ArrayList<>(agreement.reviews());
            reviews.add(new Review(when.occurredAt(), when.by(), finding));
            return agreement
                    .moved(to, when)
                    .withReviews(reviews.subList(Math.max(0, reviews.size() - Agreement.MOST_REVIEWS), reviews.size()))
                    .withReviewOn(next)
                    .withReviewNoted(Optional.empty());
        }
    }

    /** It is to be looked at on another day, or on none. */
    record ReviewDateSet(Status to, Optional<LocalDate> on) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withReviewOn(on).withReviewNoted(Optional.empty());
        }
    }

    /** The day came on which it is to be looked at. */
    record ReviewDue(Status to, LocalDate on) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).withReviewNoted(Optional.of(on));
        }
    }

    /** Somebody said from when on it will not hold. */
    record NoticeGiven(Status to, Instant end, String reason) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).ending(end).withTermination(Optional.of(new Termination(end, reason)));
        }
    }

    /** It was given up. */
    record Terminated(Status to, String reason) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            Agreement ended = agreement.moved(to, when).ending(when.occurredAt());
            Instant end = ended.endsAt().orElse(when.occurredAt());
            return ended.withTermination(Optional.of(new Termination(end, reason)));
        }
    }

    /** It came to its end. */
    record Expired(Status to) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when).ending(when.occurredAt());
        }
    }

    /** The draft was given up. */
    record Withdrawn(Status to, String reason) implements AgreementEvent, Event.Next<Agreement> {
        @Override
        public Agreement applyTo(Agreement agreement, Occurrence when) {
            return agreement.moved(to, when);
        }
    }
}
