package org.itsmkit.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that shows what it is set to. Safe for use by many threads. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    /** A clock that shows {@code start}. */
    public SettableClock(Instant start) {
        this.now = start;
    }

    /** Sets it. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Puts it forward. For one thread at a time. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
