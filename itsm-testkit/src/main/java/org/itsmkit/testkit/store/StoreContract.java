package org.itsmkit.testkit.store;

import org.junit.jupiter.api.extension.ExtendWith;

/** What all contracts of a store start from: how to get at one. */
@ExtendWith(TrialExtension.class)
public interface StoreContract {

    /**
     * Opens a store for one test. It may hold anything already, in tenants that the test will not meet: so a provider may open
     * one database for all tests.
     */
    StoreFixture open();
}
