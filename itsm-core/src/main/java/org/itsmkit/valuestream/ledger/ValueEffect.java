package org.itsmkit.valuestream.ledger;

/** What a service does to an outcome, a cost or a risk. */
public enum ValueEffect {
    /** It helps an outcome to come about. */
    SUPPORTED(true),
    /** It stands in the way of an outcome. */
    AFFECTED(false),
    /** It takes a cost or a risk off somebody. */
    REMOVED(true),
    /** It puts a cost or a risk on somebody. */
    IMPOSED(false);

    private final boolean isFavourable;

    ValueEffect(boolean isFavourable) {
        this.isFavourable = isFavourable;
    }

    /** Whether it is good for whom it concerns. */
    public boolean isFavourable() {
        return isFavourable;
    }

    /** Whether it can be done to what is of that kind: outcomes are supported or affected, costs and risks removed or imposed. */
    public boolean fits(ValueKind kind) {
        boolean isOfOutcomes = this == SUPPORTED || this == AFFECTED;
        return isOfOutcomes == (kind == ValueKind.OUTCOME);
    }
}
