package org.itsmkit.problem.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * What happened when, by whom it is known, and how surely. Shows where nothing is known, and which order is not certain.
 *
 * <p>Candidates are the changes that may have been shortly before the first symptom: those whose earliest instant is not after the latest of the
 * symptom, and whose latest is not before the earliest of the symptom by more than {@code shortlyBefore}. Those that were surely before it come
 * first, then the nearest. They are {@linkplain Confidence#SUSPECTED suspected}, for after something is not because of it.
 *
 * @param subject what it is about; not blank
 * @param happenings at most {@value #MOST}; kept by their instant, then by their earliest and latest, then by what and source
 * @param shortlyBefore how long before the first symptom a change is suspect, inclusive; not negative
 * @param longestGap how long nothing may be known of; longer is a gap; not negative
 */
public record Chronology(String subject, List<Happening> happenings, Duration shortlyBefore, Duration longestGap)
        implements Analysis {

    /** The most happenings. */
    public static final int MOST = 1_000;

    private static final Duration LONGEST = Duration.ofDays(366_000);

    /** What sort of thing happened. */
    public enum Nature {
        /** Something was changed. */
        CHANGE,
        /** The failure showed. */
        SYMPTOM,
        /** Something else. */
        OTHER
    }

    /**
     * Something that happened.
     *
     * @param what not blank
     * @param nature what sort of thing
     * @param at when, as well as is known; truncated to microseconds
     * @param earliest the earliest it can have been, inclusive; not after {@code at}, which it is if not given
     * @param latest the latest it can have been, inclusive; not before {@code at}, which it is if not given
     * @param source who or what says so: a log, a person; not blank
     * @param evidence what shows it
     */
    public record Happening(
            String what,
            Nature nature,
            Instant at,
            Optional<Instant> earliest,
            Optional<Instant> latest,
            String source,
            List<Evidence> evidence) {

        public Happening {
            Wording.require(what, "happening");
            Objects.requireNonNull(nature, "nature");
            at = Micros.truncate(at);
            earliest = earliest.map(Micros::truncate);
            latest = latest.map(Micros::truncate);
            Wording.require(source, "source");
            evidence = List.copyOf(evidence);
            if (earliest.orElse(at).isAfter(at) || latest.orElse(at).isBefore(at)) {
                throw new IllegalArgumentException("earliest, at and latest are in this order: " + what);
            }
        }

        /** One whose instant is certain. */
        public static Happening of(Instant at, Nature nature, String what, String source) {
            return new Happening(what, nature, at, Optional.empty(), Optional.empty(), source, List.of());
        }

        /** Returns this with the instants between which it was, both inclusive. */
        public Happening between(Instant newEarliest, Instant newLatest) {
            return new Happening(what, nature, at, Optional.of(newEarliest), Optional.of(newLatest), source, evidence);
        }

        /** Returns this with more evidence. */
        public Happening shownBy(Evidence more) {
            List<Evidence> all = new ArrayList<>(evidence);
            all.add(more);
            return new Happening(what, nature, at, earliest, latest, source, all);
        }

        Instant from() {
            return earliest.orElse(at);
        }

        Instant to() {
            return latest.orElse(at);
        }

        private boolean isUncertain() {
            return from().isBefore(to());
        }
    }

    /**
     * Two happenings of which nobody can say which was first.
     *
     * @param one the one that is earlier in the chronology
     * @param other the other
     */
    public record Overlap(Happening one, Happening other) {

        public Overlap {
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
        }
    }

    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::from)
            .thenComparing(Happening::to)
            .thenComparing(Happening::what)
            .thenComparing(Happening::source);

    public Chronology {
        Wording.require(subject, "subject");
        happenings = happenings.stream().sorted(ORDER).toList();
        Wording.requireAtMost(MOST, happenings, "happenings");
        requireLength(shortlyBefore);
        requireLength(longestGap);
    }

    private static void requireLength(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a duration is not negative and at most a thousand years: " + duration);
        }
    }

    /** Suspects changes of the last day before the first symptom, and asks for what is not known of for an hour. */
    public static Chronology of(String subject, Happening... happenings) {
        return new Chronology(subject, List.of(happenings), Duration.ofDays(1), Duration.ofHours(1));
    }

    /**
     * Returns where nothing is known for longer than {@code duration}, between what happened at the latest before and at the earliest
     * after; in order. What may have happened in a stretch of time fills all of it.
     */
    public List<Window> gapsLongerThan(Duration duration) {
        List<Window> gaps = new ArrayList<>();
        List<Happening> byBegin = happenings.stream()
                .sorted(Comparator.comparing(Happening::from))
                .toList();
        Instant known = Instant.MAX;
        for (Happening happening : byBegin) {
            if (known.isBefore(happening.from())
                    && Duration.between(known, happening.from()).compareTo(duration) > 0) {
                gaps.add(new Window(known, happening.from()));
            }
            known = known.equals(Instant.MAX) || known.isBefore(happening.to()) ? happening.to() : known;
        }
        return List.copyOf(gaps);
    }

    /** Returns each two that may have happened in either order as at least one of them is not certain; in order. */
    public List<Overlap> overlaps() {
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < happenings.size(); i++) {
            for (int j = i + 1; j < happenings.size(); j++) {
                Happening one = happenings.get(i);
                Happening other = happenings.get(j);
                if ((one.isUncertain() || other.isUncertain())
                        && !one.from().isAfter(other.to())
                        && !other.from().isAfter(one.to())) {
                    overlaps.add(new Overlap(one, other));
                }
            }
        }
        return List.copyOf(overlaps);
    }

    /** The first symptom. */
    public Optional<Happening> firstSymptom() {
        return happenings.stream()
                .filter(happening -> happening.nature() == Nature.SYMPTOM)
                .findFirst();
    }

    @Override
    public Technique technique() {
        return Technique.CHRONOLOGY;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<Happening> symptom = firstSymptom();
        if (symptom.isEmpty()) {
            findings.add(
                    new Finding("chronology.no-symptom", "", "Nothing in it is a symptom: what is it the history of?"));
        }
        gapsLongerThan(longestGap)
                .forEach(gap -> findings.add(new Finding(
                        "chronology.gap",
                        gap.fromInclusive().toString(),
                        "Nothing is known from " + gap.fromInclusive() + " to " + gap.toExclusive() + ".")));
        overlaps().stream()
                .filter(overlap ->
                        symptom.equals(Optional.of(overlap.one())) || symptom.equals(Optional.of(overlap.other())))
                .forEach(overlap -> findings.add(new Finding(
                        "chronology.order-uncertain",
                        overlap.one().at().toString(),
                        "It is not certain which was first: " + overlap.one().what() + ", or "
                                + overlap.other().what())));
        return List.copyOf(findings);
    }

    @Override
    public List<CauseCandidate> candidates() {
        Optional<Happening> symptom = firstSymptom();
        if (symptom.isEmpty()) {
            return List.of();
        }
        Happening first = symptom.get();
        Instant since = first.from().minus(shortlyBefore);
        return happenings.stream()
                .filter(happening -> happening.nature() == Nature.CHANGE)
                .filter(change ->
                        !change.from().isAfter(first.to()) && !change.to().isBefore(since))
                .sorted(Comparator.comparing((Happening change) -> !isSurelyBefore(change, first))
                        .thenComparing(change ->
                                Duration.between(change.at(), first.at()).abs()))
                .map(change -> candidate(change, first))
                .toList();
    }

    private static boolean isSurelyBefore(Happening change, Happening symptom) {
        return change.to().isBefore(symptom.from());
    }

    private static CauseCandidate candidate(Happening change, Happening symptom) {
        String because = "It " + (isSurelyBefore(change, symptom) ? "was" : "may have been")
                + " changed before the first symptom; between both: "
                + Duration.between(change.at(), symptom.at()).abs() + ".";
        return new CauseCandidate(
                change.what(), Confidence.SUSPECTED, change.evidence(), Technique.CHRONOLOGY, because);
    }

    /** A Mermaid timeline, with the instants in UTC. */
    @Override
    public String drawing() {
        StringBuilder text = new StringBuilder("timeline\n    title ")
                .append(Plain.mermaid(subject))
                .append("\n");
        for (Happening happening : happenings) {
            String label = happening.what() + " – " + happening.source()
                    + (happening.isUncertain() ? " – " + happening.from() + " to " + happening.to() : "");
            text.append("    ")
                    .append(Plain.mermaid(happening.at().toString()))
                    .append(" : ")
                    .append(Plain.mermaid(label))
                    .append("\n");
        }
        return text.toString();
    }
}
