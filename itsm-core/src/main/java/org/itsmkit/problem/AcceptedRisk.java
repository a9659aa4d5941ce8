package org.itsmkit.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/**
 * That a problem is lived with.
 *
 * @param code in what way
 * @param reason why
 * @param reviewOn the day on which that is to be looked at again
 * @param by who accepted it
 * @param isReviewDue whether that day came
 */
public record AcceptedRisk(Code code, String reason, LocalDate reviewOn, PersonId by, boolean isReviewDue) {

    /** In what way a problem is lived with. Open: hosts may use others than these. */
    public record Code(String value) implements Id {

        /** To mend it costs more than it hurts. */
        public static final Code TOO_COSTLY = new Code("too-costly");
        /** Whoever could mend it does not. */
        public static final Code NO_FIX_AVAILABLE = new Code("no-fix-available");
        /** What has it is given up soon. */
        public static final Code END_OF_LIFE = new Code("end-of-life");
        /** What helps for the time being is enough. */
        public static final Code WORKAROUND_SUFFICES = new Code("workaround-suffices");

        /** Checks the text by {@link Keys#requireCode}. */
        public Code {
            Keys.requireCode(value, "risk code");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public AcceptedRisk {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(by, "by");
    }

    /** When the day begins, in UTC. */
    Instant due() {
        return reviewOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
