package org.itsmkit.improvement.metric;

import java.math.BigDecimal;

/** Which values are good. All bounds are inclusive: a value that meets a bound exactly is on its better side. */
public sealed interface Thresholds {

    /** How something with this value is doing; never {@link Health#UNKNOWN}. */
    Health of(BigDecimal value);

    /** What is aimed at, in words that follow "the target is". */
    String target();

    /**
     * Higher is better.
     *
     * @param green at least this is green
     * @param amber less, but at least this, is amber; not above {@code green}
     */
    record AtLeast(BigDecimal green, BigDecimal amber) implements Thresholds {
        public AtLeast {
            ordered(amber, green);
        }

        @Override
        public Health of(BigDecimal value) {
            return health(value.compareTo(green) >= 0, value.compareTo(amber) >= 0);
        }

        @Override
        public String target() {
            return "at least " + green.toPlainString();
        }
    }

    /**
     * Lower is better.
     *
     * @param green at most this is green
     * @param amber more, but at most this, is amber; not below {@code green}
     */
    record AtMost(BigDecimal green, BigDecimal amber) implements Thresholds {
        public AtMost {
            ordered(green, amber);
        }

        @Override
        public Health of(BigDecimal value) {
            return health(value.compareTo(green) <= 0, value.compareTo(amber) <= 0);
        }

        @Override
        public String target() {
            return "at most " + green.toPlainString();
        }
    }

    /**
     * Neither too much nor too little, such as how busy people are.
     *
     * @param amberFrom less is red
     * @param greenFrom from here to {@code greenTo} is green
     * @param greenTo see {@code greenFrom}; not below it
     * @param amberTo more is red
     */
    record Between(BigDecimal amberFrom, BigDecimal greenFrom, BigDecimal greenTo, BigDecimal amberTo)
            implements Thresholds {
        public Between {
            ordered(amberFrom, greenFrom);
            ordered(greenFrom, greenTo);
            ordered(greenTo, amberTo);
        }

        @Override
        public Health of(BigDecimal value) {
            return health(
                    value.compareTo(greenFrom) >= 0 && value.compareTo(greenTo) <= 0,
                    value.compareTo(amberFrom) >= 0 && value.compareTo(amberTo) <= 0);
        }

        @Override
        public String target() {
            return greenFrom.toPlainString() + " to " + greenTo.toPlainString();
        }
    }

    /** At least {@code green} is green, less but at least {@code amber} is amber. */
    static Thresholds atLeast(String green, String amber) {
        return new AtLeast(new BigDecimal(green), new BigDecimal(amber));
    }

    /** At most {@code green} is green, more but at most {@code amber} is amber. */
    static Thresholds atMost(String green, String amber) {
        return new AtMost(new BigDecimal(green), new BigDecimal(amber));
    }

    private static Health health(boolean isGreen, boolean isAmber) {
        return isGreen ? Health.GREEN : isAmber ? Health.AMBER : Health.RED;
    }

    private static void ordered(BigDecimal less, BigDecimal more) {
        if (less.compareTo(more) > 0) {
            throw new IllegalArgumentException("bounds must be in order, but " + less + " is above " + more);
        }
    }
}
