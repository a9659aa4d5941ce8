package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.record.Link;

/**
 * What may be wanted of tickets of every kind. A command that would change nothing succeeds and leaves no event, except where a policy
 * wants a change.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TicketCommand<R extends Ticketed<R>> extends Command<R>
        permits TicketCommand.Describe,
                TicketCommand.Categorise,
                TicketCommand.Prioritise,
                TicketCommand.Assign,
                TicketCommand.Start,
                TicketCommand.PutOnHold,
                TicketCommand.Resume,
                TicketCommand.EscalateTo,
                TicketCommand.EscalateUp,
                TicketCommand.Comment,
                TicketCommand.LinkTo,
                TicketCommand.Unlink,
                TicketCommand.SetFields,
                TicketCommand.Move,
                TicketCommand.Close,
                TicketCommand.Cancel,
                TicketCommand.Migrate,
                TicketPeopleCommand {

    /** The most code points of a reason or a note. */
    int NOTE_LENGTH = 4_000;

    /** Put it into other words. */
    record Describe<R extends Ticketed<R>>(String title, String description) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.DESCRIBE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return TicketDraft.title(title);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .line("title", title, TicketDraft.TITLE_LENGTH)
                    .optionalText("description", description, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            return happens(
                    record,
                    context,
                    !ticket.title().equals(title) || !ticket.description().equals(description),
                    new TicketEvent.Described<R>(title, description));
        }
    }

    /** Say what sort of thing it is, and about which service; what is missing is unknown from then on. */
    record Categorise<R extends Ticketed<R>>(Optional<Category> category, Optional<ServiceId> service)
            implements TicketCommand<R> {

        /** Say what sort of thing it is, and about which service. */
        public Categorise(Category category, ServiceId service) {
            this(Optional.of(category), Optional.of(service));
        }

        @Override
        public Action action() {
            return TicketAction.CATEGORISE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            Map<String, FieldValue> values = new LinkedHashMap<>();
            category.ifPresent(c -> values.put("category", FieldValue.text(c.value())));
            service.ifPresent(s -> values.put("service", FieldValue.text(s.value())));
            return values;
        }

        @Override
        public Set<String> empties() {
            return missingOf(Map.of("category", category, "service", service));
        }

        @Override
        public Map<String, FieldValue> supplies(R record, Context context) {
            Map<String, FieldValue> values = new LinkedHashMap<>(supplies());
            Classification.priorityByService(record.ticket(), service, context)
                    .ifPresent(priority -> values.put("priority", FieldValue.number(priority.rank())));
            return values;
        }

        /** If more or less depends on the service than on the one before, the priority follows. */
        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            List<Event<R>> events = new ArrayList<>();
            if (!ticket.category().equals(category) || !ticket.service().equals(service)) {
                events.add(new TicketEvent.Categorised<R>(category, service));
            }
            Classification.priorityByService(ticket, service, context)
                    .ifPresent(priority ->
                            events.add(new TicketEvent.Prioritised<R>(ticket.impact(), ticket.urgency(), priority)));
            return right(TicketEvent.andMove(record, context, events));
        }
    }

    /** Say how far it reaches and how soon it must be dealt with; the tenant's matrix says the rest. */
    record Prioritise<R extends Ticketed<R>>(Impact impact, Urgency urgency) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.PRIORITISE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("impact", FieldValue.text(impact.value()), "urgency", FieldValue.text(urgency.value()));
        }

        @Override
        public Map<String, FieldValue> supplies(R record, Context context) {
            return Classification.supplied(impact, urgency, record.ticket().service(), context);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            Classification.checkPriority(inputs, impact, urgency, context);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            TicketEvent.Prioritised<R> event = new TicketEvent.Prioritised<R>(
                    impact, urgency, Classification.priority(impact, urgency, ticket.service(), context));
            return happens(
                    record,
                    context,
                    !ticket.impact().equals(impact)
                            || !ticket.urgency().equals(urgency)
                            || !ticket.priority().equals(event.priority()),
                    event);
        }
    }

    /** Give it to a group, to a person of it, or back to nobody. */
    record Assign<R extends Ticketed<R>>(Optional<GroupId> group, Optional<PersonId> person)
            implements TicketCommand<R> {

        /** Give it to a group as a whole. */
        public Assign(GroupId group) {
            this(Optional.of(group), Optional.empty());
        }

        /** Give it to a person of a group. */
        public Assign(GroupId group, PersonId person) {
            this(Optional.of(group), Optional.of(person));
        }

        @Override
        public Action action() {
            return TicketAction.ASSIGN;
        }

        @Override
        public Needs needs(R record) {
            return group.map(Needs::group)
                    .orElse(Needs.none())
                    .and(person.map(Needs::person).orElse(Needs.none()));
        }

        @Override
        public Map<String, FieldValue> supplies() {
            Map<String, FieldValue> values = new LinkedHashMap<>();
            group.ifPresent(g -> values.put("group", FieldValue.text(g.value())));
            person.ifPresent(p -> values.put("assignee", FieldValue.text(p.value())));
            return values;
        }

        @Override
        public Set<String> empties() {
            return missingOf(Map.of("group", group, "assignee", person));
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            return happens(
                    record,
                    context,
                    !ticket.group().equals(group) || !ticket.assignee().equals(person),
                    new TicketEvent.Assigned<R>(group, person));
        }
    }

    /** Begin to work on it. */
    record Start<R extends Ticketed<R>>() implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.START;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return moves(this, context, Optional.empty());
        }
    }

    /**
     * Let it wait.
     *
     * @param reason the name of one of the tenant's hold reasons
     * @param note what exactly it waits for
     * @param until when it goes on by itself, if it shall; later than now
     */
    record PutOnHold<R extends Ticketed<R>>(String reason, Optional<String> note, Optional<Instant> until)
            implements TicketCommand<R> {
        public PutOnHold {
            until = until.map(Micros::truncate);
        }

        /** Let it wait. */
        public PutOnHold(String reason, Optional<String> note) {
            this(reason, note, Optional.empty());
        }

        /** Let it wait for what the reason says. */
        public PutOnHold(HoldReason reason) {
            this(reason.name(), Optional.empty(), Optional.empty());
        }

        /** Let it wait for what the reason says, until then at most. */
        public PutOnHold(HoldReason reason, Instant until) {
            this(reason.name(), Optional.empty(), Optional.of(until));
        }

        @Override
        public Action action() {
            return TicketAction.HOLD;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            // Whether it can be kept is looked at by check.
            return Texts.firstUnstorable(reason).isEmpty() && reason.length() <= Texts.MAX_LENGTH
                    ? Map.of("hold-reason", FieldValue.text(reason))
                    : Map.of();
        }

        @Override
        public List<Violation> check(Context context) {
            Optional<HoldReason> known = context.settings().holdReason(reason);
            Inputs inputs = Inputs.check()
                    .require(known.isPresent(), "hold.unknown-reason", "reason", "There is no such reason to wait.")
                    .require(
                            until.map(context.at()::isBefore).orElse(true),
                            "hold.until-past",
                            "until",
                            "It would go on at once: that moment is not to come.");
            boolean needsNote = known.map(HoldReason::needsNote).orElse(false);
            return (needsNote
                            ? inputs.text("note", note.orElse(""), NOTE_LENGTH)
                            : inputs.optionalText("note", note.orElse(""), NOTE_LENGTH))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Hold hold = new Hold(reason, note, until);
            boolean changes = !record.ticket().hold().map(hold::isLike).orElse(false)
                    || !record.ticket().status().equals(context.destination());
            return right(changes ? List.of(new TicketEvent.Held<>(context.destination(), hold)) : List.of());
        }
    }

    /** Go on with it. */
    record Resume<R extends Ticketed<R>>() implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.RESUME;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return moves(this, context, Optional.empty());
        }
    }

    /** Take it further to a group that knows more (functional escalation): it is theirs from then on. */
    record EscalateTo<R extends Ticketed<R>>(GroupId group, String reason) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.ESCALATE;
        }

        @Override
        public Needs needs(R record) {
            return Needs.group(group);
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("group", FieldValue.text(group.value()));
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
            return right(TicketEvent.andMove(
                    record,
                    context,
                    List.of(
                            new TicketEvent.Escalated<R>(Optional.of(group), Optional.empty(), reason),
                            new TicketEvent.Assigned<R>(Optional.of(group), Optional.empty()))));
        }
    }

    /**
     * Take it further up (hierarchic escalation), by one level: to the manager of whom it was escalated to before, else of its assignee;
     * refused where there is none, and where the directory leads in circles. Nobody but they are told; it stays with those who have it.
     */
    record EscalateUp<R extends Ticketed<R>>(String reason) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.ESCALATE;
        }

        @Override
        public Needs needs(R record) {
            return from(record).map(Needs::person).orElse(Needs.none());
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Optional<PersonId> manager = from(record).flatMap(context.facts()::managerOf);
            if (manager.isEmpty()) {
                return left(context.refuse(
                        Violation.of("escalation.nobody-above", "There is nobody above to escalate this to.")));
            }
            if (wasThere(record.ticket(), manager.get())) {
                return left(context.refuse(Violation.of(
                        "escalation.in-circles",
                        "manager",
                        manager.get().value(),
                        "The one above knows of it already: the directory leads in circles.")));
            }
            return happens(record, context, true, new TicketEvent.Escalated<R>(Optional.empty(), manager, reason));
        }

        private static boolean wasThere(Ticket ticket, PersonId manager) {
            return ticket.assignee().equals(Optional.of(manager))
                    || ticket.escalations().stream()
                            .anyMatch(earlier -> earlier.manager().equals(Optional.of(manager)));
        }

        private Optional<PersonId> from(R record) {
            return record.ticket().lastManager().or(() -> record.ticket().assignee());
        }
    }

    /** Say something about it, to everybody or among the provider's own people. */
    record Comment<R extends Ticketed<R>>(String text, boolean isInternal) implements TicketCommand<R> {

        /** Something that everybody may read. */
        public static <R extends Ticketed<R>> Comment<R> toAll(String text) {
            return new Comment<>(text, false);
        }

        /** Something among the provider's own people. */
        public static <R extends Ticketed<R>> Comment<R> internal(String text) {
            return new Comment<>(text, true);
        }

        @Override
        public Action action() {
            return TicketAction.COMMENT;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("comment", text, TicketDraft.TEXT_LENGTH).violations();
        }

        @Override
        public Needs needs(R record) {
            return isInternal ? Needs.none() : Needs.internal();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return happens(
                    record, context, true, new TicketEvent.Commented<R>(text, isInternal, side(record, context)));
        }

        /** Who asked speaks as such, also through others; what the kit says by itself is nobody's answer. */
        private Optional<Side> side(R record, Context context) {
            if (isInternal || context.caller().isSystem()) {
                return Optional.empty();
            }
            boolean isRequesters =
                    record.ticket().isOf(context.caller()) || !context.facts().readsInternal();
            return Optional.of(isRequesters ? Side.REQUESTER : Side.PROVIDER);
        }

        @Override
        public Optional<Command<R>> followedBy(R after, Context context) {
            return isInternal ? Optional.empty() : HoldCommand.afterWordsToAll(after, context);
        }
    }

    /** Point at another record. Refused for the ticket itself, and beyond {@link Ticket#MAX_LINKS} links. */
    record LinkTo<R extends Ticketed<R>>(LinkType type, RecordRef target) implements TicketCommand<R>, Pointing {
        @Override
        public Action action() {
            return TicketAction.LINK;
        }

        @Override
        public Needs needs(R record) {
            Needs needs = Needs.record(target);
            return type.isAcyclic() ? needs.and(Needs.ancestry(type.value(), target)) : needs;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return type.equals(LinkType.PARENT) ? Map.of("parent", FieldValue.text(target.toString())) : Map.of();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Link link = Link.of(type.value(), target);
            boolean changes = !record.ticket().links().contains(link);
            Optional<Violation> objection =
                    changes ? Links.objection(record.ticket(), context.self(), link) : Optional.empty();
            return objection.isPresent()
                    ? left(context.refuse(objection.get()))
                    : happens(record, context, changes, new TicketEvent.Linked<R>(link));
        }
    }

    /** Point at another record no longer. */
    record Unlink<R extends Ticketed<R>>(LinkType type, RecordRef target) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.LINK;
        }

        @Override
        public Set<String> empties() {
            return type.equals(LinkType.PARENT) ? Set.of("parent") : Set.of();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Link link = Link.of(type.value(), target);
            return happens(record, context, record.ticket().links().contains(link), new TicketEvent.Unlinked<R>(link));
        }
    }

    /** Give custom fields these values, and empty others. */
    record SetFields<R extends Ticketed<R>>(Map<String, FieldValue> values, Set<String> emptied)
            implements TicketCommand<R> {
        public SetFields {
            values = Map.copyOf(values);
            emptied = Set.copyOf(emptied);
        }

        /** Give custom fields these values. */
        public SetFields(Map<String, FieldValue> values) {
            this(values, Set.of());
        }

        @Override
        public Action action() {
            return TicketAction.SET_FIELDS;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return CustomFields.supplied(values);
        }

        @Override
        public Set<String> empties() {
            return CustomFields.emptied(emptied);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            CustomFields.check(inputs, values, context);
            if (emptied.size() > FieldDefinition.MOST) {
                return CustomFields.tooMany(inputs).violations();
            }
            for (String name : emptied) {
                CustomFields.checkName(inputs, name);
                inputs.require(
                        !values.containsKey(name) || !CustomFields.isName(name),
                        "field.both",
                        name,
                        "Field " + name + " is both set and emptied.");
            }
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return right(TicketEvent.andMove(record, context, fieldsSet(record, values, emptied, context)));
        }
    }

    /** Take a row of a tailored lifecycle for which the kit has no command of its own; refused where it has one. */
    record Move<R extends Ticketed<R>>(Action action, Map<String, FieldValue> values) implements TicketCommand<R> {
        public Move {
            values = Map.copyOf(values);
        }

        /** Take a row that needs no values. */
        public Move(Action action) {
            this(action, Map.of());
        }

        @Override
        public boolean isGeneric() {
            return true;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return CustomFields.supplied(values);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            CustomFields.check(inputs, values, context);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            List<Event<R>> events = new ArrayList<>(fieldsSet(record, values, Set.of(), context));
            events.add(new TicketEvent.Moved<R>(action, context.destination(), Optional.empty()));
            return right(events);
        }
    }

    /** Call it over. */
    record Close<R extends Ticketed<R>>() implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.CLOSE;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return moves(this, context, Optional.empty());
        }
    }

    /** Give it up, and say why. */
    record Cancel<R extends Ticketed<R>>(String reason) implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.CANCEL;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return moves(this, context, Optional.of(reason));
        }
    }

    /**
     * Put it where it is known to stand, whatever the lifecycle says: for imports, and after a lifecycle was changed under live records.
     *
     * @param status the name of a status of the present lifecycle
     * @param hold what it waits for, if it does
     */
    record Migrate<R extends Ticketed<R>>(String status, Optional<Hold> hold, String reason)
            implements TicketCommand<R> {
        @Override
        public Action action() {
            return TicketAction.MIGRATE;
        }

        @Override
        public boolean ignoresLifecycle() {
            return true;
        }

        @Override
        public List<Violation> check(Context context) {
            Optional<Status> to = context.lifecycle().status(status);
            Inputs inputs = Inputs.check()
                    .text("reason", reason, NOTE_LENGTH)
                    .require(to.isPresent(), "migration.unknown-status", "status", "There is no such status.");
            hold.ifPresent(h -> inputs.line("hold", h.reason(), Keys.MAX_CODE_LENGTH)
                    .optionalText("note", h.note().orElse(""), NOTE_LENGTH)
                    .require(
                            to.map(s -> s.phase() == Phase.WAITING).orElse(true),
                            "migration.does-not-wait",
                            "hold",
                            "It does not wait in that status.")
                    .require(
                            h.since().map(since -> !since.isAfter(context.at())).orElse(true),
                            "migration.waits-since-future",
                            "since",
                            "It would have begun to wait in the future."));
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Status to = context.lifecycle().status(status).orElseThrow();
            Ticket ticket = record.ticket();
            return happens(
                    record,
                    context,
                    !ticket.status().equals(to) || !isLike(ticket.hold(), hold),
                    new TicketEvent.Migrated<R>(ticket.status(), to, hold, reason));
        }
    }

    private static boolean isLike(Optional<Hold> now, Optional<Hold> wanted) {
        return wanted.map(w -> now.map(n ->
                                n.isLike(w) && (w.since().isEmpty() || n.since().equals(w.since())))
                        .orElse(false))
                .orElse(now.isEmpty());
    }

    private static Set<String> missingOf(Map<String, Optional<?>> given) {
        Set<String> missing = new HashSet<>();
        given.forEach((name, value) -> {
            if (value.isEmpty()) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> happens(
            R record, Context context, boolean changes, Event<R> event) {
        return right(TicketEvent.andMove(record, context, changes ? List.of(event) : List.of()));
    }

    private static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> moves(
            TicketCommand<R> command, Context context, Optional<String> note) {
        return right(List.of(new TicketEvent.Moved<R>(command.action(), context.destination(), note)));
    }

    private static <R extends Ticketed<R>> List<Event<R>> fieldsSet(
            R record, Map<String, FieldValue> values, Set<String> emptied, Context context) {
        Map<String, FieldValue> before = record.ticket().custom();
        boolean changes = values.entrySet().stream().anyMatch(e -> !e.getValue().equals(before.get(e.getKey())))
                || emptied.stream().anyMatch(before::containsKey);
        if (!changes) {
            return List.of();
        }
        return List.of(new TicketEvent.FieldsSet<R>(values, emptied, CustomFields.unindexed(values, context)));
    }
}
