package org.itsmkit.testkit.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;

/** Planted bugs in what a commit does. */
final class CommitBugs {

    private CommitBugs() {}

    /** Takes whatever version the record is at for the one that was expected. */
    static final class IgnoresVersions extends Flawed {
        IgnoresVersions(InMemoryStore good) {
            super(good);
        }

        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            Optional<Stored<R>> found = super.find(tenant, kind, id);
            Thread.yield();
            return found;
        }

        @Override
        public synchronized void commit(TenantId tenant, Commit commit) {
            List<Write<?>> writes = commit.writes().stream()
                    .<Write<?>>map(write -> atPresentVersion(tenant, write))
                    .toList();
            super.commit(tenant, new Commit(writes, commit.expectations(), commit.tasks(), commit.key()));
        }

        private <R> Write<R> atPresentVersion(TenantId tenant, Write<R> write) {
            long version = good.find(tenant, write.kind(), write.id())
                    .map(Stored::version)
                    .orElse(write.expectedVersion());
            return new Write<>(write.kind(), write.id(), version, write.record(), write.entries());
        }
    }

    /** Does not look at what a decision has read. */
    static final class IgnoresExpectations extends Flawed {
        IgnoresExpectations(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            super.commit(tenant, new Commit(commit.writes(), List.of(), commit.tasks(), commit.key()));
        }
    }

    /** Looks at what a decision has read, but does not hold it until the commit is done. */
    static final class ChecksExpectationsTooEarly extends Flawed {

        private final CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        ChecksExpectationsTooEarly(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            if (!commit.expectations().isEmpty()) {
                super.commit(tenant, new Commit(List.of(), commit.expectations(), List.of(), Optional.empty()));
                waitForTheOther();
            }
            super.commit(tenant, new Commit(commit.writes(), List.of(), commit.tasks(), commit.key()));
        }

        private void waitForTheOther() {
            try {
                bothHaveLooked.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                bothHaveLooked.reset();
            }
        }
    }

    /** Schedules tasks beside the commit. */
    static final class LeaksTasks extends Flawed {
        LeaksTasks(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            super.commit(tenant, new Commit(List.of(), List.of(), commit.tasks(), Optional.empty()));
            super.commit(tenant, new Commit(commit.writes(), commit.expectations(), List.of(), commit.key()));
        }
    }

    /** Commits one write after the other. */
    static final class CommitsPieceByPiece extends Flawed {
        CommitsPieceByPiece(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            super.commit(tenant, new Commit(List.of(), commit.expectations(), List.of(), Optional.empty()));
            commit.writes().forEach(write -> super.commit(tenant, Commit.of(write)));
            super.commit(tenant, new Commit(List.of(), List.of(), commit.tasks(), commit.key()));
        }
    }

    /** Keeps commands without their keys. */
    static final class LosesKeys extends Flawed {
        LosesKeys(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            super.commit(tenant, new Commit(commit.writes(), commit.expectations(), commit.tasks(), Optional.empty()));
        }
    }

    /** Looks at versions before it looks at the key. */
    static final class LooksAtKeysLast extends Flawed {
        LooksAtKeysLast(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            for (Write<?> write : commit.writes()) {
                long version = good.find(tenant, write.kind(), write.id())
                        .map(Stored::version)
                        .orElse(0L);
                if (version != write.expectedVersion()) {
                    throw new StaleRecordException(write.ref(), write.expectedVersion(), version);
                }
            }
            super.commit(tenant, commit);
        }
    }
}
