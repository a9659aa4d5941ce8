package org.itsmkit.examples.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Milestone;
import org.itsmkit.kernel.Event;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticket;

/** Writes down what was played on a stage: as people tell it, and as the kit has it. */
final class Account {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final Story story;
    private final Stage stage;
    private final StringBuilder text = new StringBuilder();
    private final DateTimeFormatter times;

    Account(Story story, Stage stage) {
        this.story = story;
        this.stage = stage;
        // In a long story, the day of the week does not say which day.
        ZonedDateTime first = stage.lines().get(0).at();
        this.times = first.plusWeeks(2).isBefore(stage.now()) ? DATE_AND_TIME : DAY_AND_TIME;
    }

    /** The whole account, as Markdown. */
    String write() {
        line("# " + story.title());
        line("");
        line("All times are those of " + story.zone() + ".");
        narrative();
        for (RecordId id : stage.incidents()) {
            Ticket ticket = stage.find(id).orElseThrow().record().ticket();
            summary(id, ticket);
            timeline(ticket);
            journal(id, ticket);
        }
        for (RecordId id : stage.majorIncidents()) {
            new MajorAccount(stage, this::heading, this::line, this::time).write(id);
        }
        for (RecordId id : stage.problems()) {
            new ProblemAccount(stage, this::heading, this::line).write(id);
        }
        changes();
        stage.chapters().forEach(chapter -> chapter.write(stage, this::heading, this::line));
        notices();
        if (!stage.incidents().isEmpty()) {
            lifecycle();
        }
        verification();
        return text.toString();
    }

    private void narrative() {
        heading("What happened");
        Optional<ZonedDateTime> before = Optional.empty();
        for (Stage.Line told : stage.lines()) {
            boolean isNewDay = before.map(b -> !b.toLocalDate().equals(told.at().toLocalDate()))
                    .orElse(true);
            if (isNewDay) {
                line((before.isPresent() ? "\n" : "") + "**" + DAY.format(told.at()) + "**\n");
            }
            line("- " + TIME.format(told.at()) + "  " + told.text());
            before = Optional.of(told.at());
        }
    }

    private void summary(RecordId id, Ticket ticket) {
        Incident incident = stage.find(id).orElseThrow().record();
        heading(ticket.number() + ": " + ticket.title());
        line("- Priority " + ticket.priority() + " (impact " + ticket.impact() + ", urgency " + ticket.urgency() + "), "
                + ticket.category().map(Object::toString).orElse("no category") + ", service "
                + ticket.service().map(Object::toString).orElse("unknown"));
        line("- Requested by " + stage.name(ticket.requester()) + "; reassignments: " + ticket.reassignments()
                + ", escalations: " + ticket.escalations().size());
        StringBuilder milestones = new StringBuilder();
        for (Milestone milestone : Milestone.values()) {
            incident.reached(milestone)
                    .ifPresent(at -> milestones
                            .append(milestones.isEmpty() ? "" : ", ")
                            .append(milestone.name().toLowerCase(Locale.ROOT))
                            .append(' ')
                            .append(time(at)));
        }
        line("- " + milestones.substring(0, 1).toUpperCase(Locale.ROOT) + milestones.substring(1));
        ticket.resolvedAt()
                .ifPresent(at -> line(
                        "- From detection to resolution: " + duration(Duration.between(incident.detectedAt(), at))));
        if (incident.reached(Milestone.REPAIRED).isPresent()) {
            stages(incident);
        }
    }

    /** Where every part of the work is known. */
    private void stages(Incident incident) {
        List<String> parts = new ArrayList<>();
        for (org.itsmkit.incident.measure.Stage part : org.itsmkit.incident.measure.Stage.of(incident)) {
            String waited = part.net().equals(part.elapsed())
                    ? ""
                    : " (" + duration(part.elapsed().minus(part.net())) + " of waiting)";
            parts.add("until " + part.to().name().toLowerCase(Locale.ROOT) + " " + duration(part.elapsed()) + waited);
        }
        line("- Of that " + String.join(", ", parts));
        incident.resolvedInTier().ifPresent(tier -> line("- Resolved in tier " + tier));
    }

    private void timeline(Ticket ticket) {
        heading("Timeline of " + ticket.number());
        List<Stretch> stretches = ticket.timeline();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            String length = i + 1 < stretches.size()
                    ? duration(Duration.between(
                            stretch.from(), stretches.get(i + 1).from()))
                    : "from then on";
            line(String.format(
                    Locale.ROOT,
                    "- %s  %-12s  %-12s%s%s",
                    time(stretch.from()),
                    length,
                    stretch.status(),
                    stretch.holdReason().map(reason -> "  " + reason).orElse(""),
                    stretch.group()
                            .map(group -> "  " + group
                                    + stretch.assignee()
                                            .map(person -> ", " + stage.name(person))
                                            .orElse(""))
                            .orElse("  nobody has it")));
        }
    }

    private void journal(RecordId id, Ticket ticket) {
        heading("Journal of " + ticket.number());
        Telling telling = new Telling(stage, this::time);
        for (JournalEntry entry : entries(stage, Incidents.KIND, id)) {
            boolean isInternal = entry.event() instanceof Event.Internal internal && internal.isInternal();
            line(String.format(
                    Locale.ROOT,
                    "%2d. %s  %s%s: %s",
                    entry.sequence(),
                    time(entry.recordedAt()),
                    stage.name(entry.by()),
                    isInternal ? " [internal]" : "",
                    telling.of(entry.event()) + ProblemAccount.why(stage, entry)));
        }
    }

    static List<JournalEntry> entries(Stage stage, RecordKind<?> kind, RecordId id) {
        RecordStore store = stage.database().store();
        List<JournalEntry> entries = new ArrayList<>();
        List<JournalEntry> page;
        do {
            long after = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
            page = store.journal(stage.tenant(), kind, id, after, 1_000);
            entries.addAll(page);
        } while (!page.isEmpty());
        return entries;
    }

    private void changes() {
        ChangeAccount account = new ChangeAccount(stage, this::heading, this::line);
        stage.models().forEach(account::writeModel);
        stage.changes().forEach(account::write);
        stage.meetings().forEach(account::writeMeeting);
    }

    private void notices() {
        heading("Who was told");
        for (Stage.Delivery delivery : stage.deliveries()) {
            line("- " + times.format(delivery.at()) + "  " + stage.addressee(delivery.notice()) + ": "
                    + delivery.notice().code() + " "
                    + delivery.notice().arguments().getOrDefault("number", "") + about(delivery.notice()));
        }
        if (stage.deliveredInPassing() > 0) {
            line("- and " + stage.deliveredInPassing()
                    + (stage.deliveredInPassing() == 1 ? " more time" : " more times")
                    + ", because of what is not told here");
        }
    }

    /** Which role, or which audience, a notice is about. */
    private static String about(Notice notice) {
        return Stream.of("role", "audience")
                .flatMap(name -> Optional.ofNullable(notice.arguments().get(name)).stream())
                .map(value -> " (" + value + ")")
                .collect(Collectors.joining());
    }

    private void lifecycle() {
        heading("The lifecycle of an incident");
        text.append("```mermaid\n")
                .append(stage.itsm().incidents().definition().lifecycle().toMermaid())
                .append("```\n");
        for (RecordId id : stage.incidents()) {
            way(stage.find(id).orElseThrow().record().ticket());
        }
        for (RecordId id : stage.problems()) {
            way(stage.stored(Problems.KIND, id).ticket());
        }
        for (RecordId id : stage.changes()) {
            way(stage.stored(Changes.KIND, id).ticket());
        }
    }

    private void way(Ticket ticket) {
        List<String> path = new ArrayList<>();
        for (Stretch stretch : ticket.timeline()) {
            String status = stretch.status().name();
            if (path.isEmpty() || !path.get(path.size() - 1).equals(status)) {
                path.add(status);
            }
        }
        line("\nThe way of " + ticket.number() + ": " + String.join(" → ", path));
    }

    private void verification() {
        heading("Checked");
        boolean chains = stage.database()
                .chains()
                .map(verifier -> verifier.verifyChains(stage.itsm().registry().kinds(), done -> {})
                        .holds())
                .orElse(true);
        FoldLaw.Verdict folds = new FoldLaw.Verdict(0, 0, List.of());
        for (Definition<?> definition : stage.itsm().registry().all()) {
            folds = folds.and(FoldLaw.check(stage.database().store(), stage.tenant(), definition.kind(), done -> {}));
        }
        line("- " + (folds.holds() ? "Every record is" : "NOT every record is") + " what its journal says: "
                + folds.records() + (folds.records() == 1 ? " record, " : " records, ") + folds.entries()
                + " entries.");
        line("- " + (chains ? "No journal was" : "A journal WAS") + " changed behind the kit's back.");
    }

    private String time(Instant instant) {
        return times.format(stage.local(instant));
    }

    static String duration(Duration duration) {
        List<String> parts = new ArrayList<>();
        if (duration.toHours() > 0) {
            parts.add(duration.toHours() + " h");
        }
        if (duration.toMinutesPart() > 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        if (duration.toSecondsPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toSecondsPart() + " s");
        }
        return String.join(" ", parts);
    }

    private void heading(String heading) {
        line("\n## " + heading + "\n");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
