package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Draws an explanation as a gantt chart. */
final class TimelineDiagram {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private record Section(String name, String tag, Set<Interval.Cause> causes) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("Counted", "active, ", Set.of(Interval.Cause.COUNTED, Interval.Cause.PAUSE_USED_UP)),
            new Section("Paused", "done, ", Set.of(Interval.Cause.PAUSED)),
            new Section("Closed", "", Set.of(Interval.Cause.CLOSED)),
            new Section(
                    "Not running",
                    "",
                    Set.of(
                            Interval.Cause.NOT_STARTED,
                            Interval.Cause.STOPPED,
                            Interval.Cause.CANCELLED,
                            Interval.Cause.TAKEN_BACK)));

    private final Explanation explanation;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private TimelineDiagram(Explanation explanation) {
        this.explanation = explanation;
        this.zone = zone(explanation);
    }

    static String of(Explanation explanation) {
        return new TimelineDiagram(explanation).draw();
    }

    /** A chart has no offsets: where the clock changes on the way, an hour would be there twice or not at all, so it is drawn in UTC. */
    private static ZoneId zone(Explanation explanation) {
        ZoneId zone = explanation.zone();
        long offsets = Stream.concat(
                        explanation.intervals().stream()
                                .flatMap(interval -> Stream.of(interval.fromInclusive(), interval.toExclusive())),
                        explanation.evaluation().due().stream())
                .map(at -> zone.getRules().getOffset(at))
                .distinct()
                .count();
        return offsets > 1 ? ZoneOffset.UTC : zone;
    }

    private String draw() {
        Evaluation evaluation = explanation.evaluation();
        line("---");
        line("displayMode: compact");
        line("---");
        line("gantt");
        line("    title " + evaluation.target().name() + ", " + Sentences.state(evaluation) + ", times in "
                + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        line("    dateFormat YYYY-MM-DDTHH:mm:ss");
        line("    axisFormat %d %b %H:%M");
        SECTIONS.forEach(this::section);
        if (evaluation.due().isPresent() || evaluation.breachedAt().isPresent()) {
            line("    section Deadline");
            evaluation.due().ifPresent(at -> milestone("due", "", at));
            evaluation.breachedAt().ifPresent(at -> milestone("late", "crit, ", at));
        }
        return text.toString();
    }

    private void section(Section section) {
        List<Interval> intervals = explanation.intervals().stream()
                .filter(interval -> section.causes().contains(interval.cause()))
                .toList();
        if (!intervals.isEmpty()) {
            line("    section " + section.name());
            for (Interval interval : intervals) {
                line("    " + plain(label(interval)) + " :" + section.tag() + time(interval.fromInclusive()) + ", "
                        + time(interval.toExclusive()));
            }
        }
    }

    private void milestone(String name, String tag, Instant at) {
        line("    " + name + " :" + tag + "milestone, " + time(at) + ", 0d");
    }

    private static String label(Interval interval) {
        return switch (interval.cause()) {
            case CLOSED ->
                interval.holiday()
                        .filter(name -> !name.isBlank())
                        .orElse(interval.hours().name());
            case NOT_STARTED -> "not started";
            case TAKEN_BACK -> "taken back";
            case COUNTED, PAUSE_USED_UP, PAUSED, STOPPED, CANCELLED ->
                interval.situation().map(Sentences::situation).orElse("not logged");
        };
    }

    /** Names are the host's: what means something in a chart is left out of them. */
    private static String plain(String name) {
        String plain = name.replaceAll("[:;#,%\\p{Cntrl}]", " ").strip();
        return plain.isEmpty() ? "-" : plain;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
