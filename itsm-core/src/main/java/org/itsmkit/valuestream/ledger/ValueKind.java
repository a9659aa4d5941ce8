package org.itsmkit.valuestream.ledger;

/** What value is made of. */
public enum ValueKind {
    /** What a stakeholder wants to come about. */
    OUTCOME,
    /** What it takes: money, time, effort. */
    COST,
    /** What may happen to them. */
    RISK
}
