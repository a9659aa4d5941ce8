package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.itsmkit.engine.Definition;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** Writes down what nobody asked for: what the kit did because of something else, or because it was time. */
record OfItself() implements Chapter {

    @Override
    public void write(Stage stage, Consumer<String> heading, Consumer<String> line) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Definition<?> definition : stage.itsm().registry().all()) {
            entries.addAll(unasked(stage, definition.kind()));
        }
        entries.sort(Comparator.comparing(JournalEntry::recordedAt)
                .thenComparing(entry -> entry.record().toString())
                .thenComparing(JournalEntry::sequence));
        heading.accept("What followed by itself");
        Telling telling = new Telling(stage, stage::day);
        for (JournalEntry entry : entries) {
            line.accept("- " + stage.day(entry.recordedAt()) + "  " + stage.number(entry.record()) + " "
                    + entry.sequence() + "  " + telling.of(entry.event()) + why(stage, entry));
        }
    }

    private static <R> List<JournalEntry> unasked(Stage stage, RecordKind<R> kind) {
        List<JournalEntry> entries = new ArrayList<>();
        Query all = Query.where(Condition.all()).limit(Query.MAX_LIMIT);
        for (Stored<R> stored :
                stage.database().store().query(stage.tenant(), kind, all).items()) {
            Account.entries(stage, kind, stored.id()).stream()
                    .filter(entry -> !entry.cause().name().equals(Cause.COMMAND.name()))
                    .forEach(entries::add);
        }
        return entries;
    }

    /** What made it happen; nothing where somebody asked for it. */
    static String why(Stage stage, JournalEntry entry) {
        String because = ProblemAccount.why(stage, entry);
        boolean isAsked = entry.cause().name().equals(Cause.COMMAND.name());
        return isAsked || !because.isEmpty()
                ? because
                : " – because of " + entry.cause().name().replace(':', ' ');
    }
}
