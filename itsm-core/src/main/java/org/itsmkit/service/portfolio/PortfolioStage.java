package org.itsmkit.service.portfolio;

import java.util.Locale;

/** In which part of the portfolio a service stands. */
public enum PortfolioStage {
    /** Thought of, designed or built; nobody uses it. */
    PIPELINE,
    /** Customers use it, or could if it were not suspended. */
    CATALOGUE,
    /** Customers used it, and none does any longer. */
    RETIRED;

    /** As fields name it, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
