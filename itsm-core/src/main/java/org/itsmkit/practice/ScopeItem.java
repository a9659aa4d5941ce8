package org.itsmkit.practice;

import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.spi.Keys;

/**
 * What an assessment looks at.
 *
 * @param subject the code of a practice or of another component, see {@link org.itsmkit.practice.capability.Component}; by
 *     {@link Keys#requireCode}
 * @param wanted at which level it is wanted, 1 to {@value Criterion#HIGHEST_LEVEL}
 */
public record ScopeItem(String subject, int wanted) {

    public ScopeItem {
        Keys.requireCode(subject, "subject");
        if (wanted < 1 || wanted > Criterion.HIGHEST_LEVEL) {
            throw new IllegalArgumentException(
                    "a level that is wanted is 1 to " + Criterion.HIGHEST_LEVEL + ", not " + wanted);
        }
    }

    /** A subject that is wanted at that level. */
    public static ScopeItem of(String subject, int wanted) {
        return new ScopeItem(subject, wanted);
    }
}
