package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Authorisation;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.cab.AgendaItem;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.Ticket;

/** Writes down changes as they stand in the end: what was planned, who said yes, how it went; and the meetings and models that they rest on. */
final class ChangeAccount {

    private final Stage stage;
    private final Consumer<String> heading;
    private final Consumer<String> line;

    ChangeAccount(Stage stage, Consumer<String> heading, Consumer<String> line) {
        this.stage = stage;
        this.heading = heading;
        this.line = line;
    }

    void write(RecordId id) {
        Change change = stage.stored(Changes.KIND, id);
        Ticket ticket = change.ticket();
        heading.accept(ticket.number() + ": " + ticket.title());
        boolean isEmergency = change.type() == ChangeType.EMERGENCY;
        line.accept("- " + (isEmergency ? "An " : "A ") + change.type().text() + " change"
                + change.model().map(model -> ", by " + stage.number(model)).orElse("") + ", drafted "
                + stage.day(ticket.openedAt()) + " by " + stage.name(ticket.openedBy())
                + ticket.affected()
                        .map(affected -> ", about " + TellingProblem.said(affected))
                        .orElse(""));
        plans(change.plans());
        change.slot().ifPresent(this::slot);
        if (change.risk().isPresent()) {
            line.accept("- " + String.join(" ", change.explainRisk()));
        }
        approval(change);
        change.result()
                .ifPresent(result -> line.accept("- Made from " + stage.day(result.from()) + " to "
                        + stage.day(result.to()) + " by " + stage.name(result.by()) + ", "
                        + result.outcome().text().replace('-', ' ') + ": " + result.note()));
        change.review().ifPresent(this::review);
    }

    private void plans(Plans plans) {
        for (PlanKind kind : PlanKind.values()) {
            String plan = plans.of(kind);
            if (!plan.isEmpty()) {
                String name = TellingProblem.small(kind).replace("back out", "back-out");
                line.accept("- " + capital(name) + " plan: " + plan);
            }
        }
    }

    private void slot(Slot slot) {
        line.accept("- To be made " + span(slot.window())
                + slot.outage().map(out -> ", outage " + span(out)).orElse(", services go on"));
    }

    private void approval(Change change) {
        Optional<String> votes = change.round()
                .map(round -> ", asked of "
                        + String.join(", ", authorities(round.request().rule().authorities())) + " "
                        + stage.day(round.request().askedAt()) + ": " + said(round.votes()));
        change.authorisation()
                .ifPresent(said -> line.accept("- Authorised " + stage.day(said.at()) + " "
                        + (said.basis() == Authorisation.Basis.VOTES
                                ? "by votes" + votes.orElse("")
                                : said.basis() == Authorisation.Basis.MODEL
                                        ? "by its model"
                                        : "by " + stage.name(said.by()))));
    }

    private static List<String> authorities(List<Authority> authorities) {
        return authorities.stream().map(Authority::name).toList();
    }

    private String said(List<Vote> votes) {
        return said(
                choice -> votes.stream().filter(vote -> vote.choice() == choice).map(Vote::by));
    }

    /** Who said what, such as: approved Clara, Dora; abstained Anna. */
    private String said(Function<Vote.Choice, Stream<PersonId>> of) {
        return Arrays.stream(Vote.Choice.values())
                .map(choice ->
                        names(of.apply(choice).collect(Collectors.toSet())).map(people -> people + " " + verb(choice)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static String verb(Vote.Choice choice) {
        return switch (choice) {
            case APPROVE -> "approved";
            case REJECT -> "rejected";
            case ABSTAIN -> "abstained";
        };
    }

    private void review(Review review) {
        List<String> found = new ArrayList<>();
        if (!review.wentWell().isEmpty()) {
            found.add("Well: " + review.wentWell());
        }
        if (!review.wentBadly().isEmpty()) {
            found.add("Badly: " + review.wentBadly());
        }
        review.lessons().forEach(lesson -> found.add("To be done otherwise: " + lesson));
        line.accept("- Looked back on " + stage.day(review.at()) + " by " + stage.name(review.by()) + ". "
                + String.join(" ", found));
    }

    void writeMeeting(RecordId id) {
        CabMeeting meeting = stage.stored(CabMeetings.KIND, id);
        heading.accept(meeting.number() + ": " + meeting.title());
        line.accept("- Planned " + span(meeting.planned())
                + meeting.place().map(place -> ", " + place).orElse("") + "; " + stage.name(meeting.chair())
                + " led it");
        line.accept("- There: " + names(meeting.present()).orElse("nobody"));
        for (AgendaItem item : meeting.agenda()) {
            line.accept("- " + stage.number(item.change())
                    + item.presenter()
                            .map(who -> ", told by " + stage.name(who))
                            .orElse("")
                    + item.decision()
                            .map(decision -> ". "
                                    + said(choice -> decision.votes().stream()
                                            .filter(vote -> vote.choice() == choice)
                                            .map(BoardVote::person))
                                    + (decision.note().isEmpty() ? "" : ". " + decision.note()))
                            .orElse(""));
        }
        meeting.minutes().ifPresent(minutes -> line.accept("- Minutes: " + minutes));
    }

    void writeModel(RecordId id) {
        ChangeModel model = stage.stored(ChangeModels.KIND, id);
        heading.accept(model.number() + ": " + model.title());
        line.accept("- How " + model.type().map(ChangeType::text).orElse("such") + " changes of one sort are made; "
                + stage.name(model.owner()) + " sees to it");
        line.accept("- Approved " + model.version() + (model.version() == 1 ? " time" : " times") + ", used "
                + model.uses() + (model.uses() == 1 ? " time" : " times") + "; failures: " + model.failures()
                + model.failuresAllowed().map(most -> ", suspended at " + most).orElse(""));
        line.accept("- Now " + model.status() + ": changes by it are "
                + (model.isPreAuthorised() ? "authorised by it" : "authorised by it no more"));
    }

    /** By their names, in order; empty if there are none. */
    private Optional<String> names(Set<PersonId> people) {
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(people.stream().map(stage::name).sorted().collect(Collectors.joining(", ")));
    }

    private String span(Window window) {
        return "from " + stage.day(window.fromInclusive()) + " to " + stage.day(window.toExclusive());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
