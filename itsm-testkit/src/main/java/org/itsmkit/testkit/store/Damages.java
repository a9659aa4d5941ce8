package org.itsmkit.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.JournalEntry;

/** What may have become of an archive on its way: lost, doubled, mixed up, or written anew by somebody who means harm. */
final class Damages {

    private final List<ArchiveItem> sound;
    private final Map<String, List<ArchiveItem>> damaged = new LinkedHashMap<>();

    private Damages(List<ArchiveItem> sound) {
        this.sound = sound;
    }

    /** The damaged archives, by what is wrong with them; {@code sound} holds a record with a legal hold, and an erased one. */
    static Map<String, List<ArchiveItem>> of(List<ArchiveItem> sound) {
        Damages damages = new Damages(sound);
        damages.ofOrder();
        damages.ofRecords();
        if (damages.entry(damages.last()).link().isPresent()) {
            damages.ofChains();
        }
        return damages.damaged;
    }

    private void damage(String what, Consumer<List<ArchiveItem>> change) {
        List<ArchiveItem> items = new ArrayList<>(sound);
        change.accept(items);
        damaged.put(what, items);
    }

    private int first(Predicate<ArchiveItem> wanted) {
        for (int i = 0; i < sound.size(); i++) {
            if (wanted.test(sound.get(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("the archive does not have what is to be damaged");
    }

    /** The place of the last entry but one of the last incident. */
    private int last() {
        return first(item -> item instanceof ArchiveItem.Kept kept
                        && kept.record().kind().equals("settings"))
                - 2;
    }

    private ArchiveItem.Entry entry(int place) {
        return (ArchiveItem.Entry) sound.get(place);
    }

    private void ofOrder() {
        int last = last();
        int kept = first(ArchiveItem.Kept.class::isInstance);
        int command = first(ArchiveItem.Command.class::isInstance);
        damage("an entry is missing", items -> items.remove(last));
        damage("the last entry is missing", items -> items.remove(last + 1));
        damage("the first entry is missing", items -> items.remove(kept + 1));
        damage("an entry comes twice", items -> items.add(last, items.get(last)));
        damage("entries are swapped", items -> Collections.swap(items, last, last + 1));
        damage(
                "an entry is another record's",
                items -> items.set(
                        last, items.get(kept + (int) entry(last).entry().sequence())));
        damage("an entry stands alone", items -> items.add(items.get(last)));
        damage("a record is missing", items -> items.remove(kept));
        damage("a record comes twice", items -> items.addAll(items.subList(kept, last + 2)));
        damage("a number comes twice", items -> items.add(items.get(0)));
        damage("a key comes twice", items -> items.add(items.get(command)));
    }

    private void ofRecords() {
        changing(
                "a legal hold was taken away",
                ArchiveItem.Kept::isHeld,
                kept -> new ArchiveItem.Kept(kept.record(), kept.version(), kept.recordedAt(), kept.value(), false));
        changing(
                "a legal hold was put",
                kept -> !kept.isHeld(),
                kept -> new ArchiveItem.Kept(kept.record(), kept.version(), kept.recordedAt(), kept.value(), true));
        changing(
                "the record is of another time",
                kept -> true,
                kept -> new ArchiveItem.Kept(
                        kept.record(), kept.version(), Instant.EPOCH, kept.value(), kept.isHeld()));
        changing(
                "the record is something else",
                kept -> kept.value().isPresent(),
                kept -> new ArchiveItem.Kept(
                        kept.record(), kept.version(), kept.recordedAt(), Optional.of("a text"), kept.isHeld()));
        changing(
                "the record is of a kind that nobody knows",
                kept -> kept.record().kind().equals("settings"),
                kept -> new ArchiveItem.Kept(
                        RecordRef.of("ghost", kept.record().id()),
                        kept.version(),
                        kept.recordedAt(),
                        kept.value(),
                        kept.isHeld()));
    }

    private void changing(String what, Predicate<ArchiveItem.Kept> wanted, UnaryOperator<ArchiveItem.Kept> change) {
        int place = first(item -> item instanceof ArchiveItem.Kept kept && wanted.test(kept));
        damage(what, items -> items.set(place, change.apply((ArchiveItem.Kept) items.get(place))));
    }

    private void ofChains() {
        int last = last();
        int erased = first(item -> item instanceof ArchiveItem.Entry entry
                && entry.link().flatMap(ArchiveItem.Link::salt).isEmpty());
        linking("what is stored is another", last, link -> with(link, link.payload() + " ", link.salt()));
        linking("what was erased is another", erased, link -> with(link, link.payload() + " ", link.salt()));
        linking("the salt is gone", last, link -> with(link, link.payload(), Optional.empty()));
        linking("the salt is another", last, link -> with(link, link.payload(), Optional.of("00".repeat(16))));
        damage(
                "a link is missing",
                items -> items.set(last, new ArchiveItem.Entry(entry(last).entry(), Optional.empty())));
        damage(
                "the readable form is another",
                items -> items.set(
                        last,
                        new ArchiveItem.Entry(
                                saying(
                                        entry(last).entry(),
                                        entry(last - 1).entry().event()),
                                entry(last).link())));
    }

    private void linking(String what, int place, UnaryOperator<ArchiveItem.Link> change) {
        ArchiveItem.Entry entry = entry(place);
        damage(
                what,
                items -> items.set(
                        place, new ArchiveItem.Entry(entry.entry(), entry.link().map(change))));
    }

    private static ArchiveItem.Link with(ArchiveItem.Link link, String payload, Optional<String> salt) {
        return new ArchiveItem.Link(
                link.name(), link.version(), link.replacedVersion(), payload, salt, link.digest(), link.hash());
    }

    private static JournalEntry saying(JournalEntry entry, Object event) {
        return new JournalEntry(
                entry.record(),
                entry.sequence(),
                entry.name(),
                event,
                entry.occurredAt(),
                entry.recordedAt(),
                entry.by(),
                entry.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
    }
}
