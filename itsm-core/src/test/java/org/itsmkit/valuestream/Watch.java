package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;

/** Sees what each step of a walk brought about, and holds it against what must hold of it. */
final class Watch {

    private static final int MAX_DEPTH = 5;

    private final Company company;
    private final List<RecordRef> refs;
    private final Set<RecordRef> asked;
    private final Map<String, Integer> seen;
    private final Map<Place, JournalEntry> journal = new HashMap<>();
    private Shot last = new Shot(Map.of(), Map.of(), Map.of(), Map.of());
    private long position;
    private int audited;
    private boolean wasDeferred;

    Watch(Company company, List<RecordRef> refs, Set<RecordRef> asked, Map<String, Integer> seen) {
        this.company = company;
        this.refs = refs;
        this.asked = asked;
        this.seen = seen;
    }

    /** Where an entry stands. */
    private record Place(RecordRef record, long sequence) {}

    /** From here on. */
    void begin() {
        news();
        last = Shot.of(company, refs);
        audited = company.audited.size();
    }

    /** All as it was at the last look. */
    Shot now() {
        return last;
    }

    /** Looks at what happened since the last look, while these reactions were off. */
    void look(Set<String> off) {
        Shot before = last;
        last = Shot.of(company, refs);
        List<JournalEntry> news = news();
        List<AuditSink.Verdict> refusals = List.copyOf(company.audited.subList(audited, company.audited.size()));
        audited += refusals.size();
        wasDeferred |= company.store.tasks().pending(ACME).stream()
                .anyMatch(task -> task.type().equals("reaction"));
        for (JournalEntry entry : news) {
            assertThat(asked).as("what the hooks were asked about").contains(entry.record());
            causes(entry, off);
        }
        asked.clear();
        StandingLaws.hold(last);
        new StepLaws(before, last, news, refusals, off, seen).hold();
        new ChangeLaws(company, before, last, news, seen).hold();
    }

    private List<JournalEntry> news() {
        List<JournalEntry> news = new ArrayList<>();
        for (FeedEntry fed : Walk.since(company, position)) {
            position = fed.position();
            JournalEntry entry = fed.entry();
            journal.put(new Place(entry.record(), entry.sequence()), entry);
            news.add(entry);
        }
        return news;
    }

    /** A reaction names what it follows on, that happened, and no circle of causes comes about. */
    private void causes(JournalEntry entry, Set<String> off) {
        Set<Place> met = new HashSet<>(Set.of(new Place(entry.record(), entry.sequence())));
        Optional<JournalEntry> one = Optional.of(entry);
        int depth = 0;
        while (one.isPresent() && one.get().cause().name().startsWith("reaction:")) {
            Cause cause = one.get().cause();
            if (depth == 0) {
                count(cause.name());
                assertThat(off).doesNotContain(cause.name().substring("reaction:".length()));
            }
            Place place = new Place(cause.record().orElseThrow(), cause.sequence());
            JournalEntry source = journal.get(place);
            assertThat(source).as("the cause of %s", one.get()).isNotNull();
            assertThat(source.occurredAt()).isBeforeOrEqualTo(one.get().occurredAt());
            assertThat(source.recordedAt()).isBeforeOrEqualTo(one.get().recordedAt());
            assertThat(met.add(place)).as("whether %s causes itself", place).isTrue();
            depth++;
            one = Optional.of(source);
        }
        assertThat(depth).as("depth of %s", entry).isLessThanOrEqualTo(wasDeferred ? 1_000 : MAX_DEPTH);
        if (depth > 0) {
            count("reactions " + depth + " deep");
        } else {
            assertThat(entry.cause().record().isPresent() && entry.cause().sequence() > 0)
                    .as("what else has a record's event as its cause: %s", entry)
                    .isFalse();
        }
    }

    /** The laws that take long to look at. */
    void lookThoroughly() {
        for (RecordKind<?> kind : company.itsm.registry().kinds()) {
            FoldLaw.Verdict verdict = FoldLaw.check(company.store, ACME, kind, n -> {});
            assertThat(verdict.breaks()).as("the fold law of %s", kind.name()).isEmpty();
            seen.merge("entries folded", (int) verdict.entries(), Integer::sum);
        }
        StandingLaws.effectsAreCounted(company, last);
        ChangeLaws.failuresAreCounted(company, refs);
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
