package org.itsmkit.kernel;

/**
 * Which commitments are measured where several agreements promise the same of a record: something by the same metric, in agreements of the
 * same type, by the same team or supplier or by the provider as a whole. What differs in any of these always stands side by side.
 */
public enum AgreementSelection {
    /** All of them. */
    ALL,
    /** The one that would be due first if it started now. */
    STRICTEST,
    /** The one of the agreement that ranks first; of one agreement, the commitment that is named first. */
    FIRST,
    /** The one whose conditions speak of the most different fields; its kinds, and the customer with whom it is made, count as one each. */
    MOST_SPECIFIC;

    /** Ours. */
    public static AgreementSelection standard() {
        return MOST_SPECIFIC;
    }
}
