package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.itsmkit.improvement.ControlEvent;
import org.itsmkit.improvement.EvidenceEvent;
import org.itsmkit.improvement.ImprovementEvent;
import org.itsmkit.improvement.JourneyEvent;
import org.itsmkit.improvement.PlanEvent;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.service.GateEvent;
import org.itsmkit.service.ServiceEvent;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;

/** Puts the journals of services and improvements into words, with what each entry followed from. */
final class FoodJournal {

    private final Stage stage;
    private final Telling telling;

    FoodJournal(Stage stage) {
        this.stage = stage;
        this.telling = new Telling(stage, stage::day);
    }

    List<String> of(RecordKind<?> kind, RecordId id) {
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : Account.entries(stage, kind, id)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%2d. %s  %s: %s%s",
                    entry.sequence(),
                    stage.day(entry.recordedAt()),
                    stage.name(entry.by()),
                    said(entry.event()),
                    ProblemAccount.why(stage, entry)));
        }
        return lines;
    }

    private String said(Object event) {
        return gate(event)
                .or(() -> service(event))
                .or(() -> evidence(event))
                .or(() -> improvement(event))
                .orElseGet(() -> telling.of(event));
    }

    private static Optional<String> gate(Object event) {
        if (event instanceof GateEvent.Passed passed) {
            return Optional.of("passed the gate " + lower(passed.gate()) + ", now " + passed.to() + ": "
                    + quoted(passed.evidence())
                    + (passed.documents().isEmpty()
                            ? ""
                            : " (records: " + passed.documents().size() + ")"));
        }
        return event instanceof GateEvent.Accepted accepted
                ? Optional.of("accepted for " + lower(accepted.side()) + ": " + quoted(accepted.comment()))
                : Optional.empty();
    }

    private static Optional<String> service(Object event) {
        if (event instanceof ServiceEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", " + quoted(proposed.name()));
        }
        if (event instanceof ServiceEvent.AimsSet set) {
            return Optional.of("for this: "
                    + String.join(
                            "; ", set.aims().stream().map(aim -> aim.sentence()).toList()));
        }
        if (event instanceof ServiceEvent.DesignBegun) {
            return Optional.of("began to design it");
        }
        if (event instanceof ServiceEvent.Designed designed) {
            return Optional.of("designed: " + quoted(designed.design().utility()) + ", targets missing: "
                    + designed.design().warranty().missing().size());
        }
        if (event instanceof ServiceEvent.DimensionAddressed addressed) {
            return Optional.of(lower(addressed.dimension()) + ": "
                    + quoted(addressed.note().note()));
        }
        if (event instanceof ServiceEvent.SupportNamed named) {
            return Optional.of("run by " + named.team());
        }
        if (event instanceof ServiceEvent.Assured) {
            return Optional.of("said what is promised");
        }
        return event instanceof ServiceEvent.Improved improved
                ? Optional.of("to be better: " + quoted(improved.note()))
                : Optional.empty();
    }

    private static Optional<String> evidence(Object event) {
        if (event instanceof EvidenceEvent.Measured measured) {
            return Optional.of("measured before: " + said(measured.measurement()));
        }
        if (event instanceof EvidenceEvent.TargetSet set) {
            return Optional.of("wanted: " + set.target().metric().code() + " "
                    + set.target().value().toPlainString() + " "
                    + set.target().metric().unit());
        }
        if (event instanceof EvidenceEvent.MeasuredAgain measured) {
            return Optional.of("measured after: " + said(measured.measurement()));
        }
        return event instanceof EvidenceEvent.Evaluated evaluated
                ? Optional.of("evaluated as " + lower(evaluated.conclusion()) + ": " + quoted(evaluated.note()))
                : Optional.empty();
    }

    private Optional<String> improvement(Object event) {
        if (event instanceof ImprovementEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", " + quoted(proposed.title()));
        }
        if (event instanceof PlanEvent.StepPlanned planned) {
            return Optional.of("planned for " + stage.name(planned.owner()) + ", until " + planned.due() + ": "
                    + quoted(planned.text()));
        }
        if (event instanceof PlanEvent.StepSettled settled) {
            return Optional.of("step " + settled.step() + " " + lower(settled.state()) + ": " + quoted(settled.note()));
        }
        if (event instanceof ControlEvent.ControlSet set) {
            return Optional.of(stage.name(set.control().reviewer()) + " looks every "
                    + set.control().everyDays() + " days whether it is at most "
                    + set.control().limit().toPlainString());
        }
        if (event instanceof ImprovementEvent.Learned learned) {
            return Optional.of("learnt: " + quoted(learned.text()));
        }
        if (event instanceof JourneyEvent.ActionBegun) {
            return Optional.of("began to act");
        }
        if (event instanceof JourneyEvent.Closed) {
            return Optional.of("closed");
        }
        return event instanceof JourneyEvent.Advanced advanced
                ? Optional.of("went on to " + advanced.to())
                : Optional.empty();
    }

    private static String said(Measurement measurement) {
        return measurement.metric().code() + " " + measurement.value().toPlainString() + " "
                + measurement.metric().unit() + ", of " + measurement.sampleSize();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
