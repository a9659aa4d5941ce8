package org.itsmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.notice.Notifier;
import org.itsmkit.testkit.fixture.People;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} promises: that it takes any notice, from any thread, also one that it was given before. */
public interface NotifierContract {

    /** The notifier under test, connected to something that can be looked into. */
    Notifier notifier();

    /** The keys of what went out to people since the test began, in order; those that came again once or more. */
    List<String> delivered();

    @Test
    default void aNoticeGoesOut() {
        notifier().deliver(toAnna("notice-1"));
        notifier().deliver(toTheDesk("notice-2"));

        assertThat(delivered()).containsExactly("notice-1", "notice-2");
    }

    @Test
    default void aNoticeMayComeAgain() {
        notifier().deliver(toAnna("notice-1"));
        notifier().deliver(toAnna("notice-1"));
        notifier().deliver(toAnna("notice-2"));

        assertThat(delivered().stream().distinct()).containsExactly("notice-1", "notice-2");
    }

    @Test
    default void noticesComeFromManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<String> keys = new HashSet<>();
        try {
            List<Future<?>> deliveries = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String key = "notice-" + i;
                keys.add(key);
                deliveries.add(threads.submit(() -> notifier().deliver(toAnna(key))));
            }
            for (Future<?> delivery : deliveries) {
                delivery.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static Notice toAnna(String key) {
        return new Notice(
                key,
                TenantId.of("acme"),
                RecordRef.of("repair", RecordId.of("door")),
                "resolved",
                Optional.of(People.ANNA),
                Optional.empty(),
                Map.of("title", "The front door is \"stuck\"\n\uD83D\uDE00", "empty", ""));
    }

    private static Notice toTheDesk(String key) {
        return new Notice(
                key,
                TenantId.of("acme"),
                RecordRef.of("repair", RecordId.of("door")),
                "assigned",
                Optional.empty(),
                Optional.of(People.SERVICE_DESK),
                Map.of());
    }
}
