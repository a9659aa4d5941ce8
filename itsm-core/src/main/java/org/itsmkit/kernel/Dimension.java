package org.itsmkit.kernel;

/** The four dimensions of ITIL 4, all of which a service or a change to it must be seen from. */
public enum Dimension {
    /** Structure, culture, roles, skills. */
    ORGANISATIONS_AND_PEOPLE,
    /** Information, knowledge and the technology for both. */
    INFORMATION_AND_TECHNOLOGY,
    /** Who outside contributes, and on what terms. */
    PARTNERS_AND_SUPPLIERS,
    /** How the parts work together. */
    VALUE_STREAMS_AND_PROCESSES
}
