package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.Ticketed;

/** What people come up with around a ticket: to take it, to give it back, to watch, to name suppliers, tags and another requester. */
final class PeopleIdeas {

    private static final Map<GroupId, Set<PersonId>> MEMBERS =
            Map.of(SERVICE_DESK, Set.of(BEN), OPERATIONS, Set.of(CARLA, DORA));

    private final Random random;

    PeopleIdeas(Random random) {
        this.random = random;
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The rule that stands against the action itself. */
    Optional<String> ruleAgainst(Ticket ticket, PersonId who, String action) {
        boolean has = ticket.assignee().equals(Optional.of(who));
        boolean isAnothers = ticket.assignee().isPresent() && !has;
        boolean isNobodys = ticket.assignee().isEmpty() && ticket.group().isEmpty();
        if (action.equals("accept") && (isAnothers || isNobodys)) {
            return Optional.of("rule:accepts-what-was-given");
        }
        return action.equals("hand-back") && !has ? Optional.of("rule:hands-back-what-they-have") : Optional.empty();
    }

    /** The rule that stands against the command, where the action itself is open. */
    Optional<String> ruleAgainst(Ticket ticket, PersonId who, Command<?> command) {
        if (!(command instanceof TicketPeopleCommand.Accept<?> accept)) {
            return Optional.empty();
        }
        if (!accept.person().equals(who)) {
            return Optional.of("rule:accepts-for-oneself");
        }
        boolean isOutside = ticket.assignee().isEmpty()
                && ticket.group()
                        .map(group -> !MEMBERS.getOrDefault(group, Set.of()).contains(who))
                        .orElse(false);
        return isOutside ? Optional.of("rule:accepts-what-was-given") : Optional.empty();
    }

    <R extends Ticketed<R>> Attempt<R> forTicket() {
        List<PersonId> people = List.of(ANNA, Office.HANNA, BEN, CARLA, DORA, Office.EMIL, Office.GUS);
        return switch (random.nextInt(9)) {
            case 0, 1 -> Attempt.good(new TicketPeopleCommand.Accept<R>(oneOf(List.of(BEN, CARLA, DORA, DORA))));
            case 2 ->
                random.nextInt(4) > 0
                        ? Attempt.good(new TicketPeopleCommand.HandBack<R>("not mine"))
                        : Attempt.incomplete(new TicketPeopleCommand.HandBack<R>("\u2003"), "text.missing");
            case 3 -> {
                PersonId person = oneOf(people);
                yield Attempt.unless(
                        new TicketPeopleCommand.Watch<R>(person), unknown(person, "rule:watcher-is-known"));
            }
            case 4 -> Attempt.good(new TicketPeopleCommand.Unwatch<R>(oneOf(people)));
            case 5 -> {
                PersonId person = oneOf(people);
                yield Attempt.unless(
                        new TicketPeopleCommand.ChangeRequester<R>(person), unknown(person, "rule:requester-is-known"));
            }
            case 6 ->
                Attempt.good(new TicketPeopleCommand.ChangeCustomer<R>(oneOf(List.of(
                        Optional.empty(),
                        Optional.of(OrganisationId.of("Acme Retail")),
                        Optional.of(OrganisationId.of("Globex"))))));
            case 7 -> suppliers();
            default -> tags();
        };
    }

    private static Optional<String> unknown(PersonId person, String rule) {
        return Optional.of(rule).filter(any -> person.equals(Office.GUS));
    }

    private <R extends Ticketed<R>> Attempt<R> suppliers() {
        OrganisationId supplier = OrganisationId.of(oneOf(List.of("Initech", "Hooli")));
        return switch (random.nextInt(4)) {
            case 0 -> Attempt.good(new TicketPeopleCommand.InvolveSupplier<R>(supplier));
            case 1 -> Attempt.good(new TicketPeopleCommand.InvolveSupplier<R>(supplier, "case " + random.nextInt(2)));
            case 2 ->
                Attempt.incomplete(
                        new TicketPeopleCommand.InvolveSupplier<R>(supplier, "two\nlines"), "text.not-one-line");
            default -> Attempt.good(new TicketPeopleCommand.DropSupplier<R>(supplier));
        };
    }

    private <R extends Ticketed<R>> Attempt<R> tags() {
        return switch (random.nextInt(4)) {
            case 0 -> Attempt.good(new TicketPeopleCommand.Tag<R>(oneOf(List.of("VIP", "on site", "vip"))));
            case 1 -> Attempt.good(new TicketPeopleCommand.Tag<R>(Set.of("late"), Set.of("On  Site", "vip")));
            case 2 -> Attempt.incomplete(new TicketPeopleCommand.Tag<R>("b\u00fcro"), "tag.not-a-code");
            default -> Attempt.incomplete(new TicketPeopleCommand.Tag<R>(Set.of("late"), Set.of("LATE ")), "tag.both");
        };
    }
}
