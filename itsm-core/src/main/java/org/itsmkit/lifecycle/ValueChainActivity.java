package org.itsmkit.lifecycle;

/** The six activities of ITIL 4's service value chain, of which each step of work is part of one. */
public enum ValueChainActivity {
    /** A shared understanding of where to go and how things stand. */
    PLAN,
    /** Making products, services and practices better. */
    IMPROVE,
    /** Understanding what stakeholders need and staying in touch with them. */
    ENGAGE,
    /** Making sure that products and services meet expectations of quality, cost and time. */
    DESIGN_AND_TRANSITION,
    /** Making components available when and where they are needed. */
    OBTAIN_BUILD,
    /** Delivering and supporting services as agreed. */
    DELIVER_AND_SUPPORT
}
