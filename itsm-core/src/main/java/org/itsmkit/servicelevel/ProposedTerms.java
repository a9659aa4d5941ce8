package org.itsmkit.servicelevel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.FieldCondition;

/**
 * What somebody wants to be agreed. Unlike {@link Terms} it may be wrong, which is told then, and its commitments may speak of hours that
 * it does not have: these are taken from the tenant's calendars of those names, as they are by then.
 *
 * @param kinds of which kinds of record, by name; of all if empty
 * @param coverage of which of their records
 * @param commitments what is promised
 * @param hours service hours by name, besides those that are taken from the tenant's calendars
 * @param zoneBy by which fields of a record is told in whose time zone the hours are meant, the first that tells; see {@link
 *     Terms#zoneBy}
 */
@KitStyle
@Value.Builder
public record ProposedTerms(
        Set<String> kinds,
        FieldCondition coverage,
        List<Commitment> commitments,
        Map<String, CalendarData> hours,
        List<String> zoneBy)
        implements WithProposedTerms {

    public ProposedTerms {
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(coverage, "coverage");
        commitments = List.copyOf(commitments);
        hours = Map.copyOf(hours);
        zoneBy = List.copyOf(zoneBy);
    }

    /** Begins with terms that cover every record and promise nothing. */
    public static Builder builder() {
        return new Builder().coverage(FieldCondition.all());
    }

    /** The same again. */
    public static ProposedTerms of(Terms terms) {
        return new ProposedTerms(terms.kinds(), terms.coverage(), terms.commitments(), terms.hours(), terms.zoneBy());
    }

    /** The terms, with the hours that they lack taken from {@code calendars}; to be asked of what {@link TermsCheck} found sound. */
    Terms with(Map<String, CalendarData> calendars) {
        Map<String, CalendarData> all = new HashMap<>();
        for (Commitment commitment : commitments) {
            commitment
                    .hours()
                    .filter(calendars::containsKey)
                    .ifPresent(name -> all.put(name, Objects.requireNonNull(calendars.get(name))));
        }
        all.putAll(hours);
        return new Terms(kinds, coverage, commitments, all, zoneBy);
    }

    public static final class Builder extends ProposedTermsBuilder {
        Builder() {}
    }
}
