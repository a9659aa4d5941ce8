package org.itsmkit.testkit.conformance;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.itsmkit.Itsm;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.People;

/**
 * Opens help desks that are the kit itself, one after the other: each is a tenant of its own, by a clock of its own, and used no more once
 * the next is opened. Many share a kit, for to put one together takes longer than most courses. For one thread.
 */
final class ReferenceDesks {

    private static final int DESKS_OF_ONE_KIT = 1_000;

    private final Consumer<Itsm.Builder> change;
    private InstantSource clock = InstantSource.system();
    private Itsm itsm;
    private int opened;

    /** Desks of kits that are put together as {@code change} says. */
    ReferenceDesks(Consumer<Itsm.Builder> change) {
        this.change = change;
        this.itsm = kit();
    }

    /** An empty help desk. */
    ReferenceDesk open(InstantSource newClock) {
        clock = newClock;
        if (opened == DESKS_OF_ONE_KIT) {
            // What desks that are used no more have kept goes with their kit.
            itsm = kit();
            opened = 0;
        }
        opened++;
        return new ReferenceDesk(itsm, TenantId.of("conformance-" + opened));
    }

    private Itsm kit() {
        InstantSource now = () -> clock.instant();
        Itsm.Builder builder = Itsm.builder()
                .store(new InMemoryStore(now))
                .directory(Directories.fixed()
                        .person(People.ANNA)
                        .person(People.BEN)
                        .person(People.CARLA)
                        .person(People.DORA)
                        .group(People.SERVICE_DESK, People.BEN)
                        .group(People.OPERATIONS, People.CARLA, People.DORA)
                        .build())
                .authorizer(Authorizers.allowAll())
                .notifier(notice -> {})
                .clock(now);
        change.accept(builder);
        return builder.build();
    }
}
