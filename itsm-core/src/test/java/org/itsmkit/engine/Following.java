package org.itsmkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.itsmkit.Itsm;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;

/** From an event of an incident, a command on incidents: always the same. */
record Following(
        String name, boolean isRequired, BiFunction<Incident, Event<Incident>, Targets> to, Command<Incident> what)
        implements Reaction<Incident, Incident> {

    static Following plain(String name, BiFunction<Incident, Event<Incident>, Targets> to, Command<Incident> what) {
        return new Following(name, false, to, what);
    }

    static Following required(String name, BiFunction<Incident, Event<Incident>, Targets> to, Command<Incident> what) {
        return new Following(name, true, to, what);
    }

    @Override
    public Definition<Incident> source() {
        return Incidents.DEFINITION;
    }

    @Override
    public Definition<Incident> target() {
        return Incidents.DEFINITION;
    }

    @Override
    public Targets targets(Incident source, Event<Incident> event) {
        return to.apply(source, event);
    }

    @Override
    public Optional<Command<Incident>> command(Incident source, Event<Incident> event, Incident target) {
        return Optional.of(what);
    }

    /** Adds these to a company. */
    static Consumer<Itsm.Builder> all(Reaction<?, ?>... reactions) {
        return builder -> List.of(reactions).forEach(builder::reaction);
    }

    /** A company of which every commit is kept in {@code commits}. */
    static Company recorded(List<Commit> commits, Reaction<?, ?>... reactions) {
        return Company.around(
                store -> new Stores.Around(store) {
                    @Override
                    public void commit(TenantId tenant, Commit commit) {
                        super.commit(tenant, commit);
                        commits.add(commit);
                    }
                },
                all(reactions));
    }

    /** A store in which others are quicker: while {@code left} has any, each commit fails for the next of it. */
    static RecordStore stale(RecordStore store, List<StaleRecordException> left) {
        return new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                if (!left.isEmpty()) {
                    throw left.remove(0);
                }
                super.commit(tenant, commit);
            }
        };
    }

    /** {@code times} times the same. */
    static List<StaleRecordException> times(int times, StaleRecordException stale) {
        List<StaleRecordException> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(stale);
        }
        return all;
    }
}
