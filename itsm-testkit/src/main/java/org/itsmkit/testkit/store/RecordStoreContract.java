package org.itsmkit.testkit.store;

/** What every {@link org.itsmkit.spi.store.RecordStore} promises, by theme. */
public interface RecordStoreContract
        extends WriteContract,
                JournalContract,
                ExpectationContract,
                AtomicityContract,
                CommandKeyContract,
                QueryContract,
                RandomQueryContract,
                ValueContract,
                TenantContract,
                NumberContract,
                LostUpdateContract {}
