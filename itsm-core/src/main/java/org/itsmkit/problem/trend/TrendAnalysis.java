package org.itsmkit.problem.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.RecordRef;

/** Asks incidents all questions of its settings, and proposes a problem for each key with an answer. */
public final class TrendAnalysis {

    private static final Comparator<ProblemProposal> ORDER = Comparator.comparingInt(
                    (ProblemProposal proposal) -> proposal.findings().size())
            .thenComparingInt(proposal -> proposal.evidence().size())
            .reversed()
            .thenComparing(ProblemProposal::key);

    private final TrendSettings settings;

    private TrendAnalysis(TrendSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** One that asks by {@code settings}. */
    public static TrendAnalysis of(TrendSettings settings) {
        return new TrendAnalysis(settings);
    }

    /**
     * Returns what the incidents in the window propose: one problem for each key, with all that was found of it. Those of most findings come first,
     * then those of most incidents, then by key. The order of the incidents does not matter; those outside of the window are not looked at.
     *
     * @throws IllegalArgumentException if the window is too short for a test, or two sightings of one incident differ
     */
    public List<ProblemProposal> of(Collection<Sighting> sightings, Window window) {
        Sightings sorted = Sightings.of(sightings, window, settings.keys());
        SortedMap<Key, List<TrendFinding>> byKey = new TreeMap<>();
        for (TrendTest test : settings.tests()) {
            for (TrendFinding finding : test.findings(sorted)) {
                byKey.computeIfAbsent(finding.key(), none -> new ArrayList<>()).add(finding);
            }
        }
        List<ProblemProposal> proposals = new ArrayList<>();
        byKey.forEach((key, findings) -> proposals.add(proposal(key, findings, sorted)));
        proposals.sort(ORDER);
        return List.copyOf(proposals);
    }

    private static ProblemProposal proposal(Key key, List<TrendFinding> findings, Sightings sightings) {
        Set<RecordRef> refs = new HashSet<>();
        findings.forEach(finding -> refs.addAll(finding.evidence()));
        List<Sighting> evidence = sightings.of(key).stream()
                .filter(sighting -> refs.contains(sighting.incident()))
                .toList();
        long users = 0;
        Duration duration = Duration.ZERO;
        for (Sighting sighting : evidence) {
            users = Math.addExact(users, sighting.users().orElse(0L));
            duration = duration.plus(sighting.duration().orElse(Duration.ZERO));
        }
        return new ProblemProposal(
                key,
                findings,
                Sightings.refs(evidence),
                evidence.get(0).at(),
                evidence.get(evidence.size() - 1).at(),
                users,
                duration);
    }
}
