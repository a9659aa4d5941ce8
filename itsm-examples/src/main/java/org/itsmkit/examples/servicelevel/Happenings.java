package org.itsmkit.examples.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.servicelevel.preset.Presets;
import org.itsmkit.ticket.Stretch;

/** What happened to one ticket, as its timeline. */
final class Happenings {

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private boolean isAnswered = true;

    Timeline timeline() {
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("events: the first one creates the ticket");
        }
        return Timeline.of(stretches, marks);
    }

    void take(String type, Instant at, Fields event) {
        if (stretches.isEmpty() && !type.equals("created")) {
            throw new IllegalArgumentException("events: the first one creates the ticket, not " + type);
        }
        switch (type) {
            case "created" -> {
                boolean isPending = event.has("state") && event.text("state").equals("pending");
                become(isPending ? Phase.WAITING : Phase.ACTIVE, at);
                boolean isByAgent = event.has("by") && event.text("by").equals("agent");
                marks.add(new Mark(at, isByAgent ? Presets.OPENED_BY_AGENT : Presets.OPENED_BY_CUSTOMER));
            }
            case "opened", "resumed", "reopened" -> become(Phase.ACTIVE, at);
            case "pending" -> become(Phase.WAITING, at);
            case "closed" -> become(Phase.RESOLVED, at);
            case "firstResponse" -> marks.add(new Mark(at, Mark.FIRST_RESPONSE));
            case "agentContact" -> {
                marks.add(new Mark(at, Mark.AGENT_CONTACT));
                isAnswered = true;
            }
            case "customerContact" -> {
                marks.add(new Mark(at, Mark.CUSTOMER_CONTACT));
                if (isAnswered) {
                    marks.add(new Mark(at, Presets.QUESTION));
                }
                isAnswered = false;
            }
            case "priorityChanged", "urgencyChanged", "slaChanged", "agreementsAttached", "tick" -> {}
            default -> throw new IllegalArgumentException("type: there is none called " + type);
        }
    }

    private void become(Phase phase, Instant at) {
        stretches.add(new Stretch(
                at,
                Status.of(phase.name().toLowerCase(Locale.ROOT), phase),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
