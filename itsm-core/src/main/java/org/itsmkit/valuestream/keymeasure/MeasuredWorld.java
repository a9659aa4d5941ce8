package org.itsmkit.valuestream.keymeasure;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.incident.Incident;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.problem.Problem;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.credit.ServiceCredit;
import org.itsmkit.servicelevel.report.Answer;
import org.itsmkit.servicelevel.report.Attribution;
import org.itsmkit.servicelevel.report.Judged;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;

/**
 * Of what key measures are computed: records as they are, and what the kit works out of them elsewhere. Each is given once, in any order;
 * those outside of the period may be among them, and those that were open in it must be. What is not given is taken as not being there, and
 * of nothing nothing is said.
 *
 * @param period of which time
 * @param incidents incidents
 * @param problems problems
 * @param knownErrors known errors
 * @param changes changes
 * @param meetings meetings of change advisory boards
 * @param agreements agreements
 * @param majorIncidents major incidents
 * @param promises what became of promises, see {@link Judged}
 * @param attributions who used the time of promises
 * @param outages when services were out; known only if {@link Conventions#serviceTime} is
 * @param credits what was given back to customers
 * @param answers how satisfied people said to be
 * @param conventions what records do not say of themselves
 */
@KitStyle
@Value.Builder
public record MeasuredWorld(
        Window period,
        List<Stored<Incident>> incidents,
        List<Stored<Problem>> problems,
        List<Stored<KnownError>> knownErrors,
        List<Stored<Change>> changes,
        List<Stored<CabMeeting>> meetings,
        List<Stored<Agreement>> agreements,
        List<Stored<MajorIncident>> majorIncidents,
        List<Judged> promises,
        List<Attribution> attributions,
        List<Outage> outages,
        List<ServiceCredit> credits,
        List<Answer> answers,
        Conventions conventions)
        implements WithMeasuredWorld {

    public MeasuredWorld {
        Objects.requireNonNull(period, "period");
        incidents = List.copyOf(incidents);
        problems = List.copyOf(problems);
        knownErrors = List.copyOf(knownErrors);
        changes = List.copyOf(changes);
        meetings = List.copyOf(meetings);
        agreements = List.copyOf(agreements);
        majorIncidents = List.copyOf(majorIncidents);
        promises = List.copyOf(promises);
        attributions = List.copyOf(attributions);
        outages = List.copyOf(outages);
        credits = List.copyOf(credits);
        answers = List.copyOf(answers);
        Objects.requireNonNull(conventions, "conventions");
    }

    /** One in which there is nothing. */
    public static MeasuredWorld empty(Window period) {
        return builder().period(period).build();
    }

    /** Says what there is; the period must be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** The tickets of all incidents, problems and changes. */
    Stream<Ticket> tickets() {
        return Stream.of(
                        incidents.stream().map(stored -> stored.record().ticket()),
                        problems.stream().map(stored -> stored.record().ticket()),
                        changes.stream().map(stored -> stored.record().ticket()))
                .flatMap(tickets -> tickets);
    }

    /** What was made in the period. */
    Stream<Change> made() {
        return changes.stream()
                .map(Stored::record)
                .filter(change -> change.result()
                        .map(result -> period.contains(result.to()))
                        .orElse(false));
    }

    /** All changes measured, with the incidents that point at them as their cause. */
    ChangeMeasures changeMeasures() {
        Set<RecordRef> causes = new HashSet<>();
        incidents.stream()
                .flatMap(stored -> stored.record().ticket().links().stream())
                .filter(link -> link.type().equals(LinkType.CAUSED_BY.value()))
                .forEach(link -> causes.add(link.target()));
        Stream<MeasuredChange> measured = changes.stream().map(stored -> {
            RecordRef reference = RecordRef.of(Changes.NAME, stored.id());
            return stored.record().measured(reference).withCausedIncident(causes.contains(reference));
        });
        return ChangeMeasures.of(period, measured, Stream.empty());
    }

    /** Builds worlds. */
    public static final class Builder extends MeasuredWorldBuilder {
        Builder() {
            conventions(Conventions.standard());
        }
    }
}
