package org.itsmkit.valuestream.keymeasure;

import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.incident.measure.Handling;
import org.itsmkit.incident.measure.IncidentMeasures;
import org.itsmkit.incident.measure.Measure;
import org.itsmkit.incident.measure.ResolutionShares;
import org.itsmkit.incident.measure.WorkaroundEffect;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of incidents. */
final class IncidentFigures {

    private static final String NONE_LOGGED = "No incident was logged in the period.";
    private static final String NONE_RESOLVED = "No incident was resolved in the period.";
    private static final Measure TIME_TO_LOG = new Measure("time to log", Milestone.DETECTED, Milestone.LOGGED);

    private IncidentFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "median-time-to-restore",
                        "Median time to restore service",
                        "No incident is known to have been restored in the period.",
                        (world, tell) -> median(world, all(world), Measure.TIME_TO_RESTORE, tell)),
                new Binding(
                        "median-time-to-acknowledge",
                        "Median time to acknowledge",
                        "No incident was acknowledged in the period.",
                        (world, tell) -> median(world, all(world), Measure.TIME_TO_ACKNOWLEDGE, tell)),
                new Binding(
                        "median-time-to-log",
                        "Median time from detection to logging",
                        NONE_LOGGED,
                        (world, tell) -> median(world, all(world), TIME_TO_LOG, tell)),
                new Binding(
                        "security-time-to-restore",
                        "Median time to restore service after incidents of security",
                        "No incident of security is known to have been restored in the period.",
                        (world, tell) -> median(world, security(world), Measure.TIME_TO_RESTORE, tell)),
                new Binding(
                        "incidents-of-security",
                        "Incidents of security",
                        NONE_LOGGED,
                        (world, tell) -> tell.share(logged(world), incident -> isSecurity(world, incident))),
                new Binding(
                        "incidents-reopened",
                        "Resolved incidents that had come back",
                        NONE_RESOLVED,
                        (world, tell) -> tell.share(resolved(world), incident -> incident.reopenings() > 0)),
                new Binding(
                        "first-contact-resolution",
                        "Resolved at first contact",
                        NONE_RESOLVED,
                        IncidentFigures::firstContact),
                new Binding(
                        "incidents-solved-as-known",
                        "Solved by what was known to help",
                        NONE_RESOLVED,
                        (world, tell) -> tell.share(resolved(world), IncidentFigures::isSolvedAsKnown)),
                new Binding(
                        "workaround-effectiveness",
                        "What was known to help did",
                        "Nothing that is known to help was tried on an incident that was logged in the period.",
                        IncidentFigures::workarounds),
                new Binding(
                        "incidents-fully-timed",
                        "Resolved incidents of which diagnosis and restoration are known",
                        NONE_RESOLVED,
                        (world, tell) -> tell.share(
                                resolved(world),
                                incident -> incident.reached(Milestone.DIAGNOSED)
                                                .isPresent()
                                        && incident.reached(Milestone.RESTORED).isPresent())),
                new Binding(
                        "incidents-seen-first",
                        "Incidents that monitoring logged",
                        NONE_LOGGED,
                        (world, tell) -> tell.share(
                                logged(world),
                                incident -> world.conventions()
                                        .monitors()
                                        .contains(incident.ticket().openedBy()))),
                new Binding(
                        "incidents-naming-a-service",
                        "Incidents that name a service",
                        NONE_LOGGED,
                        (world, tell) -> tell.share(
                                logged(world),
                                incident -> incident.ticket().service().isPresent())),
                new Binding(
                        "incidents-beyond-one-item",
                        "Incidents that reach beyond one configuration item",
                        "No incident that was logged in the period names a configuration item.",
                        (world, tell) -> tell.share(
                                logged(world).filter(incident -> items(incident) > 0),
                                incident -> items(incident) > 1)));
    }

    private static Stream<Incident> all(MeasuredWorld world) {
        return world.incidents().stream().map(Stored::record);
    }

    /** Those that were logged in the period. */
    static Stream<Incident> logged(MeasuredWorld world) {
        return all(world)
                .filter(incident -> world.period().contains(incident.ticket().openedAt()));
    }

    /** Those that were resolved in the period, and are still. */
    private static Stream<Incident> resolved(MeasuredWorld world) {
        return all(world)
                .filter(incident -> Handling.of(incident).isPresent())
                .filter(incident -> isIn(world, incident, Milestone.RESOLVED));
    }

    private static Stream<Incident> security(MeasuredWorld world) {
        return all(world).filter(incident -> isSecurity(world, incident));
    }

    private static boolean isSecurity(MeasuredWorld world, Incident incident) {
        return incident.ticket()
                .category()
                .map(category -> category.isWithin(world.conventions().security()))
                .orElse(false);
    }

    private static boolean isIn(MeasuredWorld world, Incident incident, Milestone milestone) {
        return incident.reached(milestone).map(world.period()::contains).orElse(false);
    }

    private static int items(Incident incident) {
        return incident.ticket().affectedOrBlank().items().size();
    }

    /** Of those that came to the end of the measure in the period. */
    private static Figure median(MeasuredWorld world, Stream<Incident> incidents, Measure measure, Telling tell) {
        DurationStatistics took = IncidentMeasures.of(
                        incidents.filter(incident -> isIn(world, incident, measure.to())), List.of(measure))
                .of(measure)
                .elapsed();
        return tell.length(took.median(), took.cases());
    }

    private static Figure firstContact(MeasuredWorld world, Telling tell) {
        ResolutionShares shares = ResolutionShares.of(resolved(world));
        return tell.share(shares.atFirstContact(), shares.resolved());
    }

    private static boolean isSolvedAsKnown(Incident incident) {
        return incident.workarounds().stream().anyMatch(one -> one.state() == OfferedWorkaround.State.SOLVED);
    }

    /** Over all known errors of the world: an incident on which two were tried counts twice. */
    private static Figure workarounds(MeasuredWorld world, Telling tell) {
        long solved = 0;
        long tried = 0;
        for (Stored<?> knownError : world.knownErrors()) {
            WorkaroundEffect effect =
                    WorkaroundEffect.of(logged(world), RecordRef.of(KnownErrors.NAME, knownError.id()));
            solved += effect.solved();
            tried += effect.tried();
        }
        return tell.share(solved, tried);
    }
}
