package org.itsmkit.governance.principle;

import java.util.Locale;

/** The seven guiding principles of ITIL 4, by their names; what each asks is said in our own words. */
public enum Principle {
    /** Whatever is done serves an outcome that somebody wants. */
    FOCUS_ON_VALUE,
    /** What is there is measured and used before it is replaced. */
    START_WHERE_YOU_ARE,
    /** Small steps, and a look at each before the next. */
    PROGRESS_ITERATIVELY_WITH_FEEDBACK,
    /** Those whom it concerns take part, and see what is done. */
    COLLABORATE_AND_PROMOTE_VISIBILITY,
    /** No part is made better at the cost of the whole. */
    THINK_AND_WORK_HOLISTICALLY,
    /** No more than is needed, and that done well. */
    KEEP_IT_SIMPLE_AND_PRACTICAL,
    /** What repeats itself is made good first, and then done by machines. */
    OPTIMISE_AND_AUTOMATE;

    /** As reports name it, such as {@code focus on value}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
