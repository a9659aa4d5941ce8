package org.itsmkit.engine;

import java.time.InstantSource;
import java.util.Objects;
import org.itsmkit.spi.notice.Notifier;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.time.IdSource;

/** What the host plugged in. */
public record Ports(
        RecordStore store,
        Directory directory,
        Authorizer authorizer,
        AuditSink audit,
        Notifier notifier,
        InstantSource clock,
        IdSource ids) {

    public Ports {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(authorizer, "authorizer");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(notifier, "notifier");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
    }
}
