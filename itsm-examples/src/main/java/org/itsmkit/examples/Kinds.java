package org.itsmkit.examples;

import java.time.InstantSource;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Registry;
import org.itsmkit.examples.facilities.FacilitiesRequests;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;

/** The kinds of record that the examples know: the kit's own, and the host's. */
final class Kinds {

    private Kinds() {}

    /** All of them. */
    static Registry registry() {
        return Itsm.builder()
                .store(new InMemoryStore(InstantSource.system()))
                .authorizer(Authorizers.allowAll())
                .kind(FacilitiesRequests.DEFINITION)
                .build()
                .registry();
    }
}
