package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.itsmkit.change.Changes;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.problem.NamedAnalysis;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.analysis.FaultTree;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;

/** Writes down how a problem was solved: its causes, and all that happened to it, its known errors and changes, with the reason of what followed. */
final class ProblemAccount {

    private final Stage stage;
    private final Consumer<String> heading;
    private final Consumer<String> line;

    ProblemAccount(Stage stage, Consumer<String> heading, Consumer<String> line) {
        this.stage = stage;
        this.heading = heading;
        this.line = line;
    }

    void write(RecordId id) {
        Problem problem = stage.stored(Problems.KIND, id);
        summary(id, problem);
        problem.analyses().forEach(analysis -> analysis(problem, analysis));
        happened(id, problem);
        review(problem);
    }

    private void summary(RecordId id, Problem problem) {
        Ticket ticket = problem.ticket();
        heading.accept(ticket.number() + ": " + ticket.title());
        line.accept("- Logged " + stage.day(ticket.openedAt()) + " by " + stage.name(ticket.openedBy()) + ", "
                + TellingProblem.small(problem.origin())
                + ticket.affected()
                        .map(affected -> ", about " + TellingProblem.said(affected))
                        .orElse(""));
        problem.pain().ifPresent(pain -> line.accept("- So far it cost " + pain.explanation()));
        problem.rootCause()
                .ifPresent(root -> line.accept("- Root cause: " + root.cause()
                        + root.confidence()
                                .map(sure -> " (" + TellingProblem.small(sure) + ")")
                                .orElse("")));
        for (Fix fix : problem.fixes()) {
            line.accept("- Fix: " + stage.number(fix.change()) + ", " + TellingProblem.small(fix.state()));
        }
        line.accept("- Incidents that were instances of it: "
                + incidents(RecordRef.of(Problems.NAME, id)).size());
    }

    private void analysis(Problem problem, NamedAnalysis named) {
        heading.accept("The analysis of " + problem.ticket().number() + ": " + named.name() + ", by "
                + stage.name(named.by()));
        String drawing = named.analysis().drawing();
        boolean isTable = drawing.startsWith("|");
        line.accept(isTable ? drawing.strip() : "```mermaid\n" + drawing.strip() + "\n```");
        if (named.analysis() instanceof FaultTree tree) {
            cutSets(tree);
        }
        line.accept("\nWhat comes out of it:\n");
        named.analysis()
                .candidates()
                .forEach(candidate -> line.accept("- " + candidate.cause() + ": "
                        + TellingProblem.small(candidate.confidence()) + ". " + candidate.because()));
    }

    private void cutSets(FaultTree tree) {
        line.accept("\nWhat would be enough, at the least (minimal cut sets):\n");
        for (FaultTree.CutSet set : tree.minimalCutSets().get()) {
            List<FaultTree.BasicEvent> events = tree.events().stream()
                    .filter(event -> set.events().contains(event.id()))
                    .toList();
            String excluded = events.stream()
                    .filter(event -> event.observation() == FaultTree.Observation.DID_NOT_HAPPEN)
                    .map(event -> "\"" + event.text() + "\" did not happen")
                    .collect(Collectors.joining("; "));
            line.accept("- "
                    + events.stream().map(FaultTree.BasicEvent::text).collect(Collectors.joining(" + "))
                    + (excluded.isEmpty() ? "" : " – out: " + excluded));
        }
    }

    /** Of incidents only what followed from the problem, its known errors and its changes. */
    private void happened(RecordId id, Problem problem) {
        RecordRef self = RecordRef.of(Problems.NAME, id);
        List<JournalEntry> entries = new ArrayList<>();
        // In this order what follows comes after what it follows from, where both are of the same time.
        stage.meetings().forEach(meeting -> entries.addAll(entries(CabMeetings.KIND, meeting)));
        Set<RecordRef> room = new LinkedHashSet<>();
        problem.ticket().links().stream()
                .filter(link -> link.type().equals(LinkType.CAUSED_BY.value()))
                .map(Link::target)
                .sorted(Comparator.comparing(RecordRef::toString))
                .forEach(room::add);
        problem.fixes().forEach(fix -> room.add(fix.change()));
        room.forEach(change -> entries.addAll(entries(Changes.KIND, change.id())));
        stage.models().forEach(model -> entries.addAll(entries(ChangeModels.KIND, model)));
        for (Stored<?> error : stage.database()
                .store()
                .query(stage.tenant(), KnownErrors.KIND, Query.where(LinkType.KNOWN_ERROR_OF.to(self)))
                .items()) {
            room.add(RecordRef.of(KnownErrors.NAME, error.id()));
            entries.addAll(entries(KnownErrors.KIND, error.id()));
        }
        room.add(self);
        entries.addAll(entries(Problems.KIND, id));
        for (Stored<Incident> incident : incidents(self)) {
            entries(Incidents.KIND, incident.id()).stream()
                    .filter(entry -> entry.cause().record().map(room::contains).orElse(false))
                    .forEach(entries::add);
        }
        entries.sort(Comparator.comparing(JournalEntry::recordedAt));
        heading.accept("All of " + problem.ticket().number() + ", its known error and its changes, as it happened");
        Telling telling = new Telling(stage, stage::day);
        for (JournalEntry entry : entries) {
            line.accept(String.format(
                    Locale.ROOT,
                    "- %s  %s %2d  %s: %s%s",
                    stage.day(entry.recordedAt()),
                    stage.number(entry.record()),
                    entry.sequence(),
                    stage.name(entry.by()),
                    telling.of(entry.event()),
                    why(stage, entry)));
        }
    }

    private <R> List<JournalEntry> entries(RecordKind<R> kind, RecordId id) {
        return Account.entries(stage, kind, id);
    }

    private List<Stored<Incident>> incidents(RecordRef problem) {
        return stage.database()
                .store()
                .query(
                        stage.tenant(),
                        Incidents.KIND,
                        Query.where(LinkType.INSTANCE_OF.to(problem)).orderBy(Incidents.FIELDS.number.ascending()))
                .items();
    }

    /** From what it followed, where nobody asked for it. */
    static String why(Stage stage, JournalEntry entry) {
        String reaction = "reaction:";
        Optional<RecordRef> source = entry.cause().record();
        return entry.cause().name().startsWith(reaction) && source.isPresent()
                ? " – because of " + stage.number(source.get()) + ", entry "
                        + entry.cause().sequence() + " ("
                        + entry.cause().name().substring(reaction.length()) + ")"
                : "";
    }

    private void review(Problem problem) {
        problem.review().ifPresent(review -> {
            heading.accept("What was learnt from " + problem.ticket().number());
            if (!review.wentWell().isEmpty()) {
                line.accept("- Went well: " + review.wentWell());
            }
            if (!review.wentBadly().isEmpty()) {
                line.accept("- Went badly: " + review.wentBadly());
            }
            review.lessons().forEach(lesson -> line.accept("- To be done otherwise: " + lesson));
        });
    }
}
