package org.itsmkit.ticket;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Texts;

/**
 * What may be wanted of that which a ticket of any kind is about technically.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface AffectedCommand<R extends Ticketed<R>> extends Command<R> {

    @Override
    default Action action() {
        return TicketAction.NAME_AFFECTED;
    }

    /**
     * Say which configuration items it is about, and which error codes were seen, in place of what was said before. An item stands there
     * once for each of its versions.
     */
    record NameAffected<R extends Ticketed<R>>(Set<AffectedItem> items, Set<String> errorCodes)
            implements AffectedCommand<R> {
        public NameAffected {
            items = Set.copyOf(items);
            errorCodes = Set.copyOf(errorCodes);
        }

        /** Say which configuration items it is about, and that no error code was seen. */
        public NameAffected(AffectedItem... items) {
            this(Set.of(items), Set.of());
        }

        @Override
        public Map<String, FieldValue> supplies() {
            Map<String, FieldValue> values = new HashMap<>();
            items.stream()
                    .map(item -> item.item().value())
                    .min(String::compareTo)
                    .ifPresent(first -> values.put("configuration-item", FieldValue.text(first)));
            // What cannot be kept is looked at by check.
            errorCodes.stream()
                    .filter(code -> Texts.firstUnstorable(code).isEmpty() && code.length() <= Texts.MAX_LENGTH)
                    .min(String::compareTo)
                    .ifPresent(first -> values.put("error-code", FieldValue.text(first)));
            return values;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .require(
                            items.size() <= Affected.MOST_ITEMS,
                            "affected.too-many-items",
                            "items",
                            "A ticket is about at most " + Affected.MOST_ITEMS + " configuration items.")
                    .require(
                            errorCodes.size() <= Affected.MOST_CODES,
                            "affected.too-many-codes",
                            "errorCodes",
                            "A ticket has at most " + Affected.MOST_CODES + " error codes.");
            items.stream()
                    .limit(Affected.MOST_ITEMS)
                    .flatMap(item -> item.version().stream())
                    .forEach(version -> inputs.line("version", version, Affected.CODE_LENGTH));
            errorCodes.stream()
                    .limit(Affected.MOST_CODES)
                    .forEach(code -> inputs.line("errorCodes", code, Affected.CODE_LENGTH));
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Affected affected = new Affected(items, errorCodes);
            boolean changes = !record.ticket().affectedOrBlank().equals(affected);
            return right(TicketEvent.andMove(
                    record, context, changes ? List.of(new AffectedEvent.AffectedNamed<R>(affected)) : List.of()));
        }
    }
}
