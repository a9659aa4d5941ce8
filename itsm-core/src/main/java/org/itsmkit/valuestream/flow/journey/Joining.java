package org.itsmkit.valuestream.flow.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;

/** Joins the tracks of records into one journey: their standings are merged in time, and the last one says where the work is. */
final class Joining {

    private final ValueStream stream;
    private final String name;
    private final List<Track> tracks;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Journey.Unmapped> unmapped = new ArrayList<>();

    /** The step of the visit that goes on; of none if there are no spans. */
    private String at = "";

    private final List<Visit.Span> spans = new ArrayList<>();

    /** What the work stands in that is no step's. */
    private Optional<Standing> unknown = Optional.empty();

    /** A standing, and the place of its track among all. */
    private record Moved(int track, Standing to) {}

    Joining(ValueStream stream, String name, List<Track> tracks) {
        this.stream = stream;
        this.name = name;
        this.tracks = List.copyOf(tracks);
        if (this.tracks.isEmpty()) {
            throw new IllegalArgumentException("a journey is told by a record at least: " + name);
        }
        Set<RecordRef> records = new HashSet<>();
        for (Track track : tracks) {
            if (!records.add(track.record())) {
                throw new IllegalArgumentException("a record has one track, not two: " + track.record());
            }
        }
    }

    Journey join() {
        List<Moved> moves = moves();
        int holder = -1;
        for (Moved move : moves) {
            if (!move.to().phase().isOver()) {
                holder = move.track();
                stand(move.to());
            } else if (move.track() == holder) {
                leave(move.to().at());
            }
        }
        if (!spans.isEmpty()) {
            visits.add(new Visit(at, spans, Optional.empty()));
        }
        unknown.ifPresent(it -> unmapped.add(new Journey.Unmapped(it.where(), it.at(), Optional.empty())));
        boolean hasEnded = tracks.stream().allMatch(track -> last(track).phase().isOver());
        Standing last = moves.get(moves.size() - 1).to();
        return new Journey(
                name,
                tracks.stream().map(Track::record).toList(),
                visits,
                unmapped,
                moves.get(0).to().at(),
                hasEnded ? Optional.of(last.at()) : Optional.empty(),
                hasEnded && last.phase() == Phase.CANCELLED);
    }

    private List<Moved> moves() {
        List<Moved> moves = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            for (Standing standing : tracks.get(i).standings()) {
                moves.add(new Moved(i, standing));
            }
        }
        moves.sort(Comparator.comparing(move -> move.to().at()));
        return moves;
    }

    private static Standing last(Track track) {
        return track.standings().get(track.standings().size() - 1);
    }

    private void stand(Standing standing) {
        Optional<Step> step = stream.stepOf(standing.where());
        if (step.isEmpty()) {
            leave(standing.at());
            unknown = Optional.of(standing);
            return;
        }
        if (spans.isEmpty() || !step.get().name().equals(at)) {
            leave(standing.at());
            come(step.get().name(), standing.at());
        }
        withoutSpanFrom(standing.at());
        Effort effort = Effort.of(standing.phase()).orElseThrow();
        if (spans.isEmpty() || spans.get(spans.size() - 1).effort() != effort) {
            spans.add(new Visit.Span(standing.at(), effort));
        }
    }

    /** Whoever comes back at the instant of leaving never left. */
    private void come(String step, Instant when) {
        at = step;
        if (!visits.isEmpty()) {
            Visit before = visits.get(visits.size() - 1);
            if (before.step().equals(step) && before.toExclusive().equals(Optional.of(when))) {
                visits.remove(visits.size() - 1);
                spans.addAll(before.spans());
            }
        }
    }

    private void leave(Instant when) {
        withoutSpanFrom(when);
        if (!spans.isEmpty()) {
            visits.add(new Visit(at, spans, Optional.of(when)));
            spans.clear();
        }
        unknown.filter(it -> it.at().isBefore(when))
                .ifPresent(it -> unmapped.add(new Journey.Unmapped(it.where(), it.at(), Optional.of(when))));
        unknown = Optional.empty();
    }

    /** What lasted no time is left out. */
    private void withoutSpanFrom(Instant when) {
        if (!spans.isEmpty() && spans.get(spans.size() - 1).fromInclusive().equals(when)) {
            spans.remove(spans.size() - 1);
        }
    }
}
