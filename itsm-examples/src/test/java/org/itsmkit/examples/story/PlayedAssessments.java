package org.itsmkit.examples.story;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.examples.TestDatabases;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;

/** The story of the two assessments, played once more, with its records to be read. */
final class PlayedAssessments implements AutoCloseable {

    static final Instant FIRST = Instant.parse("2025-12-31T23:00:00Z");
    static final Instant SECOND = Instant.parse("2026-03-31T22:00:00Z");
    static final Instant THIRD = Instant.parse("2026-06-30T22:00:00Z");
    static final Instant FOURTH = Instant.parse("2026-09-30T22:00:00Z");

    private final Database database;
    private final Stage stage;
    private final String told;

    PlayedAssessments() throws IOException {
        SettableClock clock = new SettableClock(Instant.EPOCH);
        database = TestDatabases.open(Database.MEMORY, clock);
        Story story = new TwoAssessments();
        stage = new Stage(story, database, TenantId.of("by-hand"), clock);
        story.play(stage);
        told = TwoAssessmentsTest.golden();
    }

    /** What is told of it. */
    String told() {
        return told;
    }

    @Override
    public void close() {
        database.close();
    }

    <R> List<Stored<R>> all(RecordKind<R> kind) {
        return stage.database()
                .store()
                .query(stage.tenant(), kind, Query.where(Condition.all()).limit(Query.MAX_LIMIT))
                .items();
    }

    Stream<Stored<Incident>> resolved(Instant from, Instant to) {
        return all(Incidents.KIND).stream().filter(stored -> {
            Instant at = stored.record().ticket().resolvedAt().orElseThrow();
            return !at.isBefore(from) && at.isBefore(to);
        });
    }

    static Duration toRestore(Incident incident) {
        return Duration.between(incident.detectedAt(), incident.restoredAt().orElseThrow());
    }

    long cameBack(Instant from, Instant to) {
        return resolved(from, to)
                .filter(stored -> Account.entries(stage, Incidents.KIND, stored.id()).stream()
                        .anyMatch(entry -> entry.event() instanceof IncidentEvent.Reopened))
                .count();
    }
}
