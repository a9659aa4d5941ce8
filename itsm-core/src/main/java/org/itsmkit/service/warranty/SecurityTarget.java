package org.itsmkit.service.warranty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.Keys;

/**
 * How many weaknesses may be known and not mended, and what must be in place.
 *
 * @param allowed how many findings of each severity may be open, 0 to {@value #MOST_FINDINGS}; none of one that is missing
 * @param controls what must be in place, by the names that the host gives them, each by {@link Keys#requireCode}; at most
 *     {@value #MOST_CONTROLS}
 */
public record SecurityTarget(Map<Severity, Integer> allowed, Set<String> controls) {

    /** The most findings of a severity. */
    public static final int MOST_FINDINGS = 1_000_000;

    /** The most controls. */
    public static final int MOST_CONTROLS = 500;

    /** How bad a weakness is, from the worst on. */
    public enum Severity {
        /** To be mended at once. */
        CRITICAL,
        /** To be mended soon. */
        HIGH,
        /** To be mended. */
        MEDIUM,
        /** To be mended when there is time. */
        LOW
    }

    public SecurityTarget {
        allowed = counts(allowed);
        controls = controls(controls);
    }

    /**
     * What a review found.
     *
     * @param open how many findings of each severity are open; none of one that is missing
     * @param met the controls that were found to be in place
     * @param failed those that were found not to be; none of {@code met}. Of others nothing is known
     */
    public record Reviewed(Map<Severity, Integer> open, Set<String> met, Set<String> failed) {
        public Reviewed {
            open = counts(open);
            met = controls(met);
            failed = controls(failed);
            if (met.stream().anyMatch(failed::contains)) {
                throw new IllegalArgumentException("a control is in place or is not");
            }
        }
    }

    private static Map<Severity, Integer> counts(Map<Severity, Integer> counts) {
        Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
        counts.forEach((severity, count) -> {
            if (count < 0 || count > MOST_FINDINGS) {
                throw new IllegalArgumentException("findings are 0 to " + MOST_FINDINGS + ", not " + count);
            }
            copy.put(severity, count);
        });
        return Map.copyOf(copy);
    }

    private static Set<String> controls(Set<String> controls) {
        if (controls.size() > MOST_CONTROLS) {
            throw new IllegalArgumentException("at most " + MOST_CONTROLS + " controls, not " + controls.size());
        }
        controls.forEach(control -> Keys.requireCode(control, "control"));
        return Set.copyOf(controls);
    }

    Finding judge(Optional<Reviewed> fact) {
        if (fact.isEmpty()) {
            return Finding.unknown(WarrantyFacet.SECURITY, "Nobody looked for weaknesses.");
        }
        Reviewed found = fact.get();
        List<String> failing = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int open = found.open().getOrDefault(severity, 0);
            int most = allowed.getOrDefault(severity, 0);
            if (open > most) {
                failing.add(open + " " + severity.name().toLowerCase(Locale.ROOT) + " where " + most + " are allowed");
            }
        }
        Set<String> missing = new TreeSet<>(controls);
        missing.retainAll(found.failed());
        missing.forEach(control -> failing.add(control + " is not in place"));
        if (!failing.isEmpty()) {
            return Finding.of(
                    WarrantyFacet.SECURITY, false, "Weaknesses are open: " + String.join("; ", failing) + ".");
        }
        Set<String> unknown = new TreeSet<>(controls);
        unknown.removeAll(found.met());
        return unknown.isEmpty()
                ? Finding.of(WarrantyFacet.SECURITY, true, "No more weaknesses are open than may be.")
                : Finding.unknown(
                        WarrantyFacet.SECURITY,
                        "Nobody knows whether these are in place: " + String.join(", ", unknown) + ".");
    }
}
