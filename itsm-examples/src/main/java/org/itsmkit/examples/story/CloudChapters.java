package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.change.Changes;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.ReplacedDirection;
import org.itsmkit.governance.monitor.Monitoring;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;

/** What the story of the cloud leaves behind: plan and measurement, the policy in figures, and the journals. */
final class CloudChapters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Stage stage;
    private final CloudDirective directive;
    private final ServersPolicy policy;
    private final Migrations migrations;
    private final Appraisal appraisal;

    CloudChapters(
            Stage stage, CloudDirective directive, ServersPolicy policy, Migrations migrations, Appraisal appraisal) {
        this.stage = stage;
        this.directive = directive;
        this.policy = policy;
        this.migrations = migrations;
        this.appraisal = appraisal;
    }

    void areTold() {
        Directive record = directive.record();
        stage.tellChapter(record.number() + ": " + record.title(), standing(record));
        stage.tellChapter("Plan and measurement", table());
        stage.tellChapter("Plan and measurement, drawn", chart());
        stage.tellChapter("Suppliers in the end", suppliers());
        stage.tellChapter(
                "What the first move touched and forgot",
                bullets(migrations.firstCheck().sentences()));
        stage.tellChapter("What the policy has come to", bullets(policy.conformance()));
        journal("Journal of " + record.number(), Directives.KIND, directive.id());
        journal("Journal of the policy " + ServersPolicy.NAME, GovernancePolicies.KIND, policy.id());
        RecordId first = migrations.all().get(0);
        journal("Journal of " + stage.stored(Changes.KIND, first).ticket().number(), Changes.KIND, first);
        stage.tellChapter("The lifecycle of a directive", lifecycle());
    }

    private List<String> standing(Directive record) {
        List<String> lines = new ArrayList<>();
        lines.add("- Now " + record.status() + "; evaluated by " + names(record.evaluators()) + ", directed by "
                + names(record.directors()) + "; measured "
                + record.observations().size() + " times");
        record.direction().ifPresent(now -> lines.add("- Directed: \"" + now.statement() + "\""));
        for (ReplacedDirection old : record.replaced()) {
            lines.add("- Before that, from " + stage.day(old.directedAt()) + " to " + stage.day(old.replacedAt())
                    + ": \"" + old.direction().statement() + "\", with "
                    + old.direction().milestones().size() + " milestones; given up because: \"" + old.reason() + "\"");
        }
        return lines;
    }

    private String names(Set<PersonId> people) {
        return people.stream().map(stage::name).sorted().collect(Collectors.joining(", "));
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| Reported | planned | measured | ahead | standing | goal reached, if it goes on so |");
        lines.add("|---|---|---|---|---|---|");
        for (Monitoring one : directive.reports()) {
            lines.add("| " + DAY.format(stage.local(one.at())) + " | " + percent(one.expected()) + " | "
                    + percent(one.actual().map(it -> it.value())) + " | " + percent(one.variance()) + " | "
                    + one.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                    + one.forecast().map(at -> DAY.format(stage.local(at))).orElse("never") + " |");
        }
        return lines;
    }

    private static String percent(Optional<BigDecimal> value) {
        return value.map(CloudChapters::rounded).map(text -> text + " %").orElse("–");
    }

    private static String rounded(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private List<String> chart() {
        List<Monitoring> all = directive.reports();
        return List.of(
                "```mermaid",
                "xychart-beta",
                "    title \"Applications in the cloud, planned and measured\"",
                "    x-axis [" + joined(all, one -> "\"" + SHORT.format(stage.local(one.at())) + "\"") + "]",
                "    y-axis \"%\" 0 --> 60",
                "    line [" + joined(all, one -> rounded(one.expected().orElseThrow())) + "]",
                "    bar ["
                        + joined(all, one -> rounded(one.actual().orElseThrow().value())) + "]",
                "```");
    }

    private static String joined(List<Monitoring> all, Function<Monitoring, String> said) {
        return all.stream().map(said).collect(Collectors.joining(", "));
    }

    private List<String> suppliers() {
        List<String> lines = new ArrayList<>();
        var found = appraisal.concentration();
        found.suppliers()
                .forEach(one -> lines.add("- " + one.supplier().value() + ": " + one.weight()
                        + " thousand francs a year, " + found.perCent(one.supplier()) + " %"));
        lines.add("- Together " + found.total() + " thousand; " + appraisal.suppliers());
        return lines;
    }

    private void journal(String heading, RecordKind<?> kind, RecordId id) {
        TellingGovernance governance = new TellingGovernance(stage);
        Telling telling = new Telling(stage, stage::day);
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : Account.entries(stage, kind, id)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%2d. %s  %s: %s%s",
                    entry.sequence(),
                    stage.day(entry.recordedAt()),
                    stage.name(entry.by()),
                    governance.of(entry.event()).orElseGet(() -> telling.of(entry.event())),
                    cause(entry)));
        }
        stage.tellChapter(heading, lines);
    }

    /** What it followed from, where that is not that somebody asked for it. */
    private String cause(JournalEntry entry) {
        String because = ProblemAccount.why(stage, entry);
        return because.isEmpty() && !entry.cause().equals(Cause.COMMAND)
                ? " – by " + entry.cause().name()
                : because;
    }

    private List<String> lifecycle() {
        List<String> lines = new ArrayList<>(List.of("```mermaid"));
        lines.addAll(stage.itsm()
                .directives()
                .definition()
                .lifecycle()
                .toMermaid()
                .lines()
                .toList());
        lines.add("```");
        return lines;
    }

    private static List<String> bullets(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + sentence).toList();
    }
}
