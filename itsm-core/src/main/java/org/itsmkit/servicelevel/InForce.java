package org.itsmkit.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Micros;

/** What may take the place of what is agreed, and from when on: rules that cannot be switched off, for versions would overlap. */
final class InForce {

    static final int FIRST_YEAR = 1970;
    static final int END_YEAR = 2199;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("2199-01-01T00:00:00Z");

    private InForce() {}

    /** Whether an agreement may begin or end then; calendars are known in these years, and targets have time to be due in them. */
    static boolean canHold(Instant at) {
        return !at.isBefore(FIRST) && at.isBefore(END);
    }

    /** As every store keeps it; to be asked of what {@link #canHold}. */
    static Instant kept(Instant at) {
        return Micros.truncate(at);
    }

    /** What stands against signing what is proposed, whatever the policy says. */
    static List<Violation> objections(Agreement agreement, AgreementCommand.Agree agree) {
        List<Violation> violations = new ArrayList<>();
        if (agreement.proposed().isEmpty()) {
            violations.add(Violation.of("agreement.nothing-to-sign", "Nothing is proposed that could be signed."));
        }
        if (agreement.versions().size() >= Agreement.MOST_VERSIONS) {
            violations.add(Violation.of(
                    "agreement.too-many-versions",
                    "An agreement has at most " + Agreement.MOST_VERSIONS + " versions."));
        }
        agreement
                .latest()
                .filter(last -> !kept(agree.from()).isAfter(last.from()))
                .ifPresent(last -> violations.add(Violation.of(
                        "agreement.rewrites-the-past",
                        "from",
                        last.from().toString(),
                        "A version begins after the version before, which began or begins at " + last.from() + ".")));
        return violations;
    }

    /** The version that comes about; to be asked of what nothing stands against. */
    static AgreementVersion next(Agreement agreement, AgreementCommand.Agree agree) {
        int number = agreement.latest().map(AgreementVersion::number).orElse(0) + 1;
        Optional<Instant> until = agree.until().map(InForce::kept);
        return new AgreementVersion(number, agreement.proposed().orElseThrow(), kept(agree.from()), until);
    }

    /** The year from {@code from} on that stands for all that follow; shorter if what was signed ends before. */
    static Instant lookedAtUntil(Instant from, Optional<Instant> until) {
        Instant year = from.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        return until.filter(end -> end.isBefore(year)).orElse(year);
    }

    /** Holds against {@code inputs} a day of review that no calendar of agreements has. */
    static void reviewedIn(Inputs inputs, Optional<LocalDate> date) {
        inputs.require(
                date.map(day -> day.getYear() >= FIRST_YEAR && day.getYear() < END_YEAR)
                        .orElse(true),
                "agreement.out-of-range",
                "reviewOn",
                "An agreement is looked at in the years 1970 to 2198.");
    }
}
