package org.itsmkit.incident;

import java.util.Objects;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/**
 * How an incident was brought to its end.
 *
 * @param code in what way
 * @param text what was done
 */
public record Resolution(Code code, String text) {

    /** In what way. Open: hosts may use others than these. */
    public record Code(String value) implements Id {

        /** The cause is gone. */
        public static final Code FIXED = new Code("fixed");
        /** The service works again; the cause is still there. */
        public static final Code WORKAROUND = new Code("workaround");
        /** It ended by itself. */
        public static final Code SELF_HEALED = new Code("self-healed");
        /** Nobody could see it. */
        public static final Code NOT_REPRODUCIBLE = new Code("not-reproducible");
        /** The service did what was agreed. */
        public static final Code NO_FAULT = new Code("no-fault");

        /** It was told twice; the other goes on. */
        public static final Code DUPLICATE = new Code("duplicate");

        /** Checks the text by {@link Keys#requireCode}. */
        public Code {
            Keys.requireCode(value, "resolution code");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public Resolution {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
