package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.SoftwareConflict.MARTA;

import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Changes;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.change.measure.Restoration;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;

/** How quickly and how safely changes reached their users, in the month in which one of them caused the {@link Crashes}. */
final class Deliveries {

    private final Stage stage;
    private final RecordRef update;

    Deliveries(Stage stage, RecordRef update) {
        this.stage = stage;
        this.update = update;
    }

    /** All changes of March, and the incidents that one of them caused. */
    void areMeasured(List<RecordId> incidents) {
        Window march = new Window(stage.instantOf("2026-03-01", "00:00:00"), stage.instantOf("2026-04-01", "00:00:00"));
        ChangeMeasures measures =
                ChangeMeasures.of(march, changes(march), incidents.stream().map(this::restoration));
        stage.narrate("Marta has the changes of March measured, with the incidents that one of them caused.");
        for (String sentence : measures.sentences()) {
            stage.narrate("It says: \"" + sentence + "\"");
        }
        stage.narrate(
                "By what was said on the day all three went well; by what came of them one of three did not. And the median flatters: "
                        + "after a restart the service is back, until the next signed letter. Hugo's nine days show in the ninth of ten.");
    }

    private Stream<MeasuredChange> changes(Window period) {
        return stage
                .itsm()
                .changes()
                .query(
                        stage.caller(MARTA),
                        Query.where(Changes.MADE.isAtLeast(period.fromInclusive()))
                                .limit(Query.MAX_LIMIT))
                .items()
                .stream()
                .map(stored -> {
                    RecordRef self = RecordRef.of(Changes.NAME, stored.id());
                    return stored.record().measured(self).withCausedIncident(self.equals(update));
                });
    }

    private Restoration restoration(RecordId id) {
        Incident incident = stage.find(id).orElseThrow().record();
        return new Restoration(
                RecordRef.of(Incidents.KIND.name(), id),
                update,
                incident.detectedAt(),
                incident.ticket().resolvedAt());
    }
}
