package org.itsmkit.spi.time;

import java.time.LocalDate;
import java.util.Set;

/** Knows public holidays. Implementations are safe for use by many threads and answer the same whenever asked. */
@FunctionalInterface
public interface HolidaySource {

    /**
     * Returns the holidays of {@code region} in {@code [fromInclusive, toExclusive)}.
     *
     * @param region as the source names it, such as {@code DE-BY}
     */
    Set<LocalDate> holidays(String region, LocalDate fromInclusive, LocalDate toExclusive);
}
