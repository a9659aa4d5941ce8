package org.itsmkit.examples.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itsmkit.incident.Incidents;
import org.itsmkit.majorincident.ActionItem;
import org.itsmkit.majorincident.Findings;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentMeasures;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.majorincident.MajorTimeline;
import org.itsmkit.spi.RecordId;

/** Writes down how a major incident was led, and what was learnt from it. */
final class MajorAccount {

    private final Stage stage;
    private final Consumer<String> heading;
    private final Consumer<String> line;
    private final Function<Instant, String> time;

    MajorAccount(Stage stage, Consumer<String> heading, Consumer<String> line, Function<Instant, String> time) {
        this.stage = stage;
        this.heading = heading;
        this.line = line;
        this.time = time;
    }

    void write(RecordId id) {
        MajorIncident major = stage.database()
                .store()
                .find(stage.tenant(), MajorIncidents.KIND, id)
                .orElseThrow()
                .record();
        summary(major);
        timeline(id, major);
        review(major);
    }

    private void summary(MajorIncident major) {
        heading.accept(major.number() + ": " + major.title());
        line.accept("- Proposed " + time.apply(major.milestones().proposedAt()) + " by "
                + stage.name(major.proposedBy()) + ": " + major.reason());
        for (var holder : major.roles()) {
            line.accept("- " + holder.role() + ": " + stage.name(holder.person()) + ", since "
                    + time.apply(holder.since()));
        }
        MajorIncidentMeasures measures = MajorIncidentMeasures.of(major);
        line.accept("- Accepted after " + said(measures.toAccept()) + ", mitigated after " + said(measures.toMitigate())
                + ", restored after " + said(measures.toRestore()));
        line.accept("- Updates: " + measures.updates() + ", of which late: " + measures.updatesLate());
    }

    private static String said(Optional<Duration> duration) {
        return duration.map(Account::duration).orElse("never");
    }

    private void timeline(RecordId id, MajorIncident major) {
        heading.accept("All of " + major.number() + " and its incident, as it happened");
        Telling telling = new Telling(stage, time);
        List<MajorTimeline.Line> lines = MajorTimeline.merge(
                List.of(Account.entries(stage, MajorIncidents.KIND, id), Account.entries(stage, Incidents.KIND, id)));
        for (MajorTimeline.Line told : lines) {
            boolean isMajor = told.record().kind().equals(MajorIncidents.NAME);
            line.accept(String.format(
                    Locale.ROOT,
                    "- %s  %s %2d  %s: %s%s",
                    time.apply(told.at()),
                    isMajor ? "MAJ" : "INC",
                    told.place(),
                    stage.name(told.by()),
                    telling.of(told.event()),
                    told.correctedBy()
                            .map(place -> " (corrected by " + place + ")")
                            .orElse("")));
        }
    }

    private void review(MajorIncident major) {
        if (major.findings().isEmpty()) {
            return;
        }
        Findings findings = major.findings().get();
        heading.accept("What the review of " + major.number() + " found");
        line.accept(findings.whatHappened());
        line.accept("\nWhat came together:\n");
        findings.contributingFactors().forEach(factor -> line.accept("- " + factor));
        line.accept("\nWhat was learnt:\n");
        findings.lessons().forEach(lesson -> line.accept("- " + lesson));
        line.accept("\nWhat is to be done:\n");
        for (ActionItem item : major.actionItems()) {
            String state = item.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            line.accept(item.number() + ". " + item.text() + " " + stage.name(item.owner()) + ", until " + item.due()
                    + ": " + state
                    + item.handedOverTo().map(to -> " to a " + to.kind()).orElse("")
                    + (item.note().isEmpty() ? "" : ". " + item.note()));
        }
    }
}
