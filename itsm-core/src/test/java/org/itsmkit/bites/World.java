package org.itsmkit.bites;

import com.fasterxml.jackson.StandIn;
import java.io.File;
import java.net.Socket;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One class for each thing that core may not do. */
public class World {

    public static class AsksTheTime {
        Instant now() {
            return Instant.now();
        }
    }

    public static class AsksTheTimeByReference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    public static class AsksTheDate {
        @SuppressWarnings("JavaTimeDefaultTimeZone")
        LocalDate today() {
            return LocalDate.now();
        }
    }

    public static class ReadsMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    public static class TakesTheSystemClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static class TakesTheSystemSource {
        InstantSource source() {
            return InstantSource.system();
        }
    }

    public static class RollsAnId {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    public static class MakesAThread {
        Thread thread() {
            return new Thread(() -> {});
        }
    }

    public static class IsAThread extends Thread {}

    public static class StartsAThread {
        void start(Thread thread) {
            thread.start();
        }
    }

    public static class MakesAPool {
        ExecutorService pool() {
            return Executors.newCachedThreadPool();
        }
    }

    public static class KnowsSql {
        Connection connection;
    }

    public static class KnowsTheNetwork {
        Socket socket;
    }

    public static class KnowsFiles {
        File file;
    }

    public static class KnowsJson {
        StandIn mapper;
    }
}
