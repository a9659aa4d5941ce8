/**
 * The contracts of {@link org.itsmkit.spi.store.RecordStore}, {@link org.itsmkit.spi.task.TaskQueue} and {@link
 * org.itsmkit.spi.store.Operator}, as tests to inherit. Every implementation runs them with a class of a few lines:
 *
 * <pre>{@code
 * class InMemoryStoreTest implements RecordStoreContract, TaskQueueContract, OperatorContract {
 *     @Override
 *     public StoreFixture open() {
 *         SettableClock clock = new SettableClock();
 *         InMemoryStore store = new InMemoryStore(clock);
 *         return StoreFixture.of(store, store.tasks(), clock);
 *     }
 * }
 * }</pre>
 *
 * <p>Each test works in tenants of its own, so a provider whose databases are slow to make opens one for all tests, and gives
 * out the same fixture again and again. Random tests name their seed when they fail; see {@link
 * org.itsmkit.testkit.fixture.Seeds}.
 */
@NullMarked
package org.itsmkit.testkit.store;

import org.jspecify.annotations.NullMarked;
