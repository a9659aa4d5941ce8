package org.itsmkit.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;

/**
 * Checks that nobody touched the journals behind the store's back. For stores whose journals are hash chains; see {@link
 * JournalChain}.
 */
public interface ChainVerifier {

    /**
     * Recomputes the chain of every record of {@code kinds} in every tenant, and compares its end with the record's version.
     *
     * @param progress told now and then how many entries were checked so far
     */
    Verdict verifyChains(Collection<? extends RecordKind<?>> kinds, LongConsumer progress);

    /**
     * What a verification found.
     *
     * @param records how many records were checked
     * @param entries how many entries were checked
     * @param breaks where a chain does not hold; at most the first 1,000
     */
    record Verdict(long records, long entries, List<Break> breaks) {
        public Verdict {
            breaks = List.copyOf(breaks);
        }

        /** Whether every chain holds. */
        public boolean holds() {
            return breaks.isEmpty();
        }
    }

    /**
     * A place where a chain does not hold.
     *
     * @param tenant whose record
     * @param record which record
     * @param sequence the first entry that is not as it was written, or is missing
     * @param reason what is wrong with it
     */
    record Break(TenantId tenant, RecordRef record, long sequence, String reason) {}
}
