package org.itsmkit.examples.replay;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.Itsm;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Options;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TicketDraft;

/**
 * Where the log first names each problem and each change, and which of them have a record by now. Rows are noted in the order of the
 * file, by whomever reads it: so a record begins alike however many workers there are. Safe for use by many threads.
 */
final class Namings {

    private static final int MOST_OF_NAME = 200;

    private final Map<RecordRef, Naming> first = new ConcurrentHashMap<>();
    private final Set<RecordRef> made = ConcurrentHashMap.newKeySet();

    /** That a row of {@code incident} names something. */
    private record Naming(Reference reference, String name, RecordId incident, Instant at) {

        TicketDraft draft() {
            return TicketDraft.builder()
                    .title("\u201c" + line(name.strip()) + "\u201d of the imported log")
                    .description("Named first by incident " + incident + ", as "
                            + reference.column().header() + ".")
                    .build();
        }
    }

    /** Remembers what {@code row} is the first to name. */
    void note(LogRow row) {
        for (Reference reference : Reference.values()) {
            reference
                    .name(row)
                    .ifPresent(name ->
                            first.putIfAbsent(reference.target(name), new Naming(reference, name, row.id(), row.at())));
        }
    }

    /**
     * Sees to it that there is a record for {@code target}, which a row that was noted names: one that began when it was first named.
     *
     * @param itsm in which it is kept; its time is that of {@code clock}, which is moved
     * @return why there can be none
     */
    Optional<Rejection> make(RecordRef target, Itsm itsm, SettableClock clock) {
        if (made.contains(target)) {
            return Optional.empty();
        }
        // One after the other: two workers may meet the same name at the same time.
        synchronized (this) {
            Optional<Rejection> refusal = isMade(target, itsm) ? Optional.empty() : begin(target, itsm, clock);
            if (refusal.isEmpty()) {
                made.add(target);
            }
            return refusal;
        }
    }

    /** Whether it has a record, of this replay or an earlier one. */
    static boolean isMade(RecordRef target, Itsm itsm) {
        return isProblem(target)
                ? itsm.problems().find(ImportKit.IMPORT, target.id()).isPresent()
                : itsm.changes().find(ImportKit.IMPORT, target.id()).isPresent();
    }

    static boolean isProblem(RecordRef target) {
        return target.kind().equals(Reference.PROBLEM.kind());
    }

    private Optional<Rejection> begin(RecordRef target, Itsm itsm, SettableClock clock) {
        Naming naming = Optional.ofNullable(first.get(target)).orElseThrow();
        Options once = Options.once(target.toString());
        clock.set(naming.at());
        Either<Rejection, ?> outcome = isProblem(target)
                ? itsm.problems()
                        .submitNew(
                                ImportKit.IMPORT,
                                target.id(),
                                ProblemCommand.log()
                                        .draft(naming.draft())
                                        .origin(Origin.REACTIVE)
                                        .build(),
                                once)
                : itsm.changes()
                        .submitNew(ImportKit.IMPORT, target.id(), new ChangeCommand.Draft(naming.draft(), ""), once);
        return outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty();
    }

    /** In one line that is no longer than a title can be. */
    private static String line(String name) {
        int[] shown = name.codePoints()
                .limit(MOST_OF_NAME)
                .map(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
                    default -> c;
                })
                .toArray();
        return new String(shown, 0, shown.length)
                + (name.codePointCount(0, name.length()) > shown.length ? "\u2026" : "");
    }
}
