package org.itsmkit.incident.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticket;

/** Incidents as they may come about, and some as they should not, with all instants in the first {@link #SECONDS} of an hour. */
final class RandomIncidents {

    static final int SECONDS = 300;

    static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    private static final List<Status> OPEN =
            List.of(IncidentLifecycle.NEW, IncidentLifecycle.IN_PROGRESS, IncidentLifecycle.ON_HOLD);

    private final Random random;

    RandomIncidents(long seed) {
        random = new Random(seed);
    }

    static Instant second(int second) {
        return START.plusSeconds(second);
    }

    /** One whose milestones need not be in order. */
    Incident next() {
        int logged = random.nextInt(100);
        int length = 1 + random.nextInt(8);
        List<Stretch> timeline = new ArrayList<>();
        int at = logged;
        for (int i = 0; i < length; i++) {
            Status status = OPEN.get(i == 0 ? 0 : random.nextInt(3));
            timeline.add(stretch(at, status));
            at += random.nextInt(30);
        }
        Optional<Instant> resolved = Optional.empty();
        if (random.nextInt(3) > 0) {
            resolved = Optional.of(second(at));
            timeline.add(stretch(at, IncidentLifecycle.RESOLVED));
        }
        Stretch last = timeline.get(timeline.size() - 1);
        Ticket ticket = Ticket.builder()
                .number("INC1")
                .title("Mail is down")
                .description("")
                .openedBy(Company.ANNA)
                .requester(Company.ANNA)
                .impact(Impact.LOW)
                .urgency(Urgency.LOW)
                .priority(Priority.LOW)
                .status(last.status())
                .timeline(timeline)
                .reassignments(0)
                .comments(0)
                .openedAt(second(logged))
                .updatedAt(last.from())
                .resolvedAt(resolved)
                .build();
        return Incident.builder()
                .ticket(ticket)
                .detectedAt(second(random.nextInt(logged + 1)))
                .reopenings(0)
                .acknowledgedAt(perhaps())
                .diagnosedAt(perhaps())
                .repairedAt(perhaps())
                .recoveredAt(perhaps())
                .restoredAt(perhaps())
                .build();
    }

    private static Stretch stretch(int at, Status status) {
        return new Stretch(second(at), status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Instant> perhaps() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(second(random.nextInt(SECONDS)));
    }
}
