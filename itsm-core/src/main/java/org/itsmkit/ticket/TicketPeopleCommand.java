package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * What may be wanted around tickets of every kind: to take one and to give it back, to watch, to say who asked, which suppliers are
 * involved, and how it is tagged. A command that would change nothing succeeds and leaves no event.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketPeopleCommand<R extends Ticketed<R>> extends TicketCommand<R> {

    /** The most persons who watch one ticket. */
    int MOST_WATCHERS = 200;

    /** The most suppliers that are involved in one ticket. */
    int MOST_SUPPLIERS = 20;

    /** The most code points of a supplier's own reference. */
    int REFERENCE_LENGTH = 128;

    /** The most tags that one ticket has, and that one command names to add or to remove. */
    int MOST_TAGS = 50;

    /** The most characters of a tag before white space is taken out of it; as it is kept it has at most 64. */
    int TAG_TEXT_LENGTH = 255;

    /**
     * Take it: it was given to the person, or to a group of theirs and to nobody in particular.
     *
     * @param person who takes it: the caller, or for whom the caller acts
     */
    record Accept<R extends Ticketed<R>>(PersonId person) implements TicketPeopleCommand<R> {
        @Override
        public Action action() {
            return TicketAction.ACCEPT;
        }

        @Override
        public Needs needs(R record) {
            return record.ticket()
                    .group()
                    .map(Needs::group)
                    .orElse(Needs.none())
                    .and(Needs.person(person));
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("assignee", FieldValue.text(person.value()));
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            boolean isTaken = ticket.assignee().equals(Optional.of(person))
                    && ticket.acceptedAt().isPresent();
            return happens(record, context, !isTaken, new TicketPeopleEvent.Accepted<R>(person));
        }
    }

    /** Give it back to the group, and say why; for the person who has it alone. */
    record HandBack<R extends Ticketed<R>>(String reason) implements TicketPeopleCommand<R> {
        @Override
        public Action action() {
            return TicketAction.HAND_BACK;
        }

        @Override
        public Set<String> empties() {
            return Set.of("assignee");
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<Event<R>> event =
                    record.ticket().assignee().map(person -> new TicketPeopleEvent.HandedBack<R>(person, reason));
            return right(TicketEvent.andMove(record, context, event.stream().toList()));
        }
    }

    /**
     * Have a person watch it, oneself or another: they are told when something is said to all, and when it is resolved, reopened or over;
     * not what was said, but its number and title, whether or not they may read it.
     */
    record Watch<R extends Ticketed<R>>(PersonId person) implements TicketPeopleCommand<R> {
        @Override
        public Action action() {
            return TicketAction.WATCH;
        }

        @Override
        public Needs needs(R record) {
            return Needs.person(person);
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Set<PersonId> watchers = record.ticket().watchers();
            boolean changes = !watchers.contains(person);
            return changes && watchers.size() >= MOST_WATCHERS
                    ? tooMany(context, "watchers.too-many", MOST_WATCHERS, "persons watch it")
                    : happens(record, context, changes, new TicketPeopleEvent.Watched<R>(person));
        }
    }

    /** Have a person no longer watch it, oneself or another; also one whom the directory does not know any more. */
    record Unwatch<R extends Ticketed<R>>(PersonId person) implements TicketPeopleCommand<R> {
        @Override
        public Action action() {
            return TicketAction.WATCH;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return happens(
                    record,
                    context,
                    record.ticket().watchers().contains(person),
                    new TicketPeopleEvent.Unwatched<R>(person));
        }
    }

    /** Say that it is somebody else who asked, or is affected. Who opened it stays who opened it. */
    record ChangeRequester<R extends Ticketed<R>>(PersonId requester)
            implements TicketPeopleCommand<R>, NamesRequester {
        @Override
        public Action action() {
            return TicketAction.CHANGE_REQUESTER;
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return Optional.of(requester);
        }

        @Override
        public Needs needs(R record) {
            return Needs.person(requester);
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("requester", FieldValue.text(requester.value()));
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return happens(
                    record,
                    context,
                    !record.ticket().requester().equals(requester),
                    new TicketPeopleEvent.RequesterChanged<R>(requester));
        }
    }

    /** Say that it concerns another customer; if that is missing, none. */
    record ChangeCustomer<R extends Ticketed<R>>(Optional<OrganisationId> customer) implements TicketPeopleCommand<R> {

        /** Say that it concerns this customer. */
        public ChangeCustomer(OrganisationId customer) {
            this(Optional.of(customer));
        }

        @Override
        public Action action() {
            return TicketAction.CHANGE_CUSTOMER;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return customer.<Map<String, FieldValue>>map(c -> Map.of("customer", FieldValue.text(c.value())))
                    .orElse(Map.of());
        }

        @Override
        public Set<String> empties() {
            return customer.isPresent() ? Set.of() : Set.of("customer");
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return happens(
                    record,
                    context,
                    !record.ticket().customer().equals(customer),
                    new TicketPeopleEvent.CustomerChanged<R>(customer));
        }
    }

    /**
     * Say that a supplier is involved, or what their own reference is now.
     *
     * @param reference 1 to 128 code points in one line, if they have given one
     */
    record InvolveSupplier<R extends Ticketed<R>>(OrganisationId organisation, Optional<String> reference)
            implements TicketPeopleCommand<R> {

        /** Say that a supplier is involved, who has given no reference yet. */
        public InvolveSupplier(OrganisationId organisation) {
            this(organisation, Optional.empty());
        }

        /** Say that a supplier is involved, who calls it by that. */
        public InvolveSupplier(OrganisationId organisation, String reference) {
            this(organisation, Optional.of(reference));
        }

        @Override
        public Action action() {
            return TicketAction.INVOLVE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("supplier", FieldValue.text(organisation.value()));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            reference.ifPresent(text -> inputs.line("reference", text, REFERENCE_LENGTH));
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Set<Supplier> suppliers = record.ticket().suppliers();
            Supplier supplier = new Supplier(organisation, reference);
            boolean isNew = suppliers.stream().noneMatch(s -> s.organisation().equals(organisation));
            return isNew && suppliers.size() >= MOST_SUPPLIERS
                    ? tooMany(context, "suppliers.too-many", MOST_SUPPLIERS, "suppliers are involved")
                    : happens(
                            record,
                            context,
                            !suppliers.contains(supplier),
                            new TicketPeopleEvent.SupplierInvolved<R>(supplier));
        }
    }

    /** Say that a supplier is no longer involved. */
    record DropSupplier<R extends Ticketed<R>>(OrganisationId organisation) implements TicketPeopleCommand<R> {
        @Override
        public Action action() {
            return TicketAction.INVOLVE;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return happens(
                    record,
                    context,
                    record.ticket().suppliers().stream()
                            .anyMatch(supplier -> supplier.organisation().equals(organisation)),
                    new TicketPeopleEvent.SupplierDropped<R>(organisation));
        }
    }

    /**
     * Give it tags, and take some away. Tags are kept in lower case with hyphens for white space, and are codes then.
     *
     * @param added those it is to have
     * @param removed those it is not to have
     */
    record Tag<R extends Ticketed<R>>(Set<String> added, Set<String> removed) implements TicketPeopleCommand<R> {
        public Tag {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }

        /** Give it tags. */
        public Tag(String... added) {
            this(Set.copyOf(List.of(added)), Set.of());
        }

        @Override
        public Action action() {
            return TicketAction.TAG;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            Tags.check(inputs, added);
            Tags.check(inputs, removed);
            Set<String> both = new HashSet<>(Tags.normalise(added));
            both.retainAll(Tags.normalise(removed));
            inputs.require(both.isEmpty(), "tag.both", "tags", "A tag is both given and taken away.");
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Set<String> before = record.ticket().tags();
            Set<String> more = new HashSet<>(Tags.normalise(added));
            more.removeAll(before);
            Set<String> fewer = new HashSet<>(Tags.normalise(removed));
            fewer.retainAll(before);
            return !more.isEmpty() && before.size() + more.size() - fewer.size() > MOST_TAGS
                    ? tooMany(context, "tags.too-many", MOST_TAGS, "tags are on it")
                    : happens(
                            record,
                            context,
                            !more.isEmpty() || !fewer.isEmpty(),
                            new TicketPeopleEvent.Tagged<R>(more, fewer));
        }
    }

    private static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> happens(
            R record, Context context, boolean changes, Event<R> event) {
        return right(TicketEvent.andMove(record, context, changes ? List.of(event) : List.of()));
    }

    private static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> tooMany(
            Context context, String code, int most, String what) {
        return left(context.refuse(
                Violation.of(code, "most", String.valueOf(most), "No more than " + most + " " + what + ".")));
    }
}
