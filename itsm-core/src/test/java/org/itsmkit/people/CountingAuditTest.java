package org.itsmkit.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.GLOBEX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Permission;
import org.junit.jupiter.api.Test;

class CountingAuditTest {

    private final List<AuditSink.Verdict> passedOn = new ArrayList<>();
    private final CountingAudit audit = new CountingAudit(passedOn::add);

    private static AuditSink.Verdict verdict(TenantId tenant, String kind, String code) {
        return new AuditSink.Verdict(
                Instant.EPOCH, Caller.of(tenant, ANNA), new Permission(kind, "log"), Optional.empty(), code, "because");
    }

    @Test
    void verdictsAreCountedAndPassedOn() {
        audit.note(verdict(ACME, "incident", "policy:b"));
        audit.note(verdict(ACME, "incident", "policy:a"));
        audit.note(verdict(ACME, "change", "policy:a"));
        audit.note(verdict(ACME, "incident", "policy:a"));
        audit.note(verdict(GLOBEX, "incident", "policy:a"));

        assertThat(audit.counts())
                .containsExactly(
                        new CountingAudit.Count(ACME, "change", "policy:a", 1),
                        new CountingAudit.Count(ACME, "incident", "policy:a", 2),
                        new CountingAudit.Count(ACME, "incident", "policy:b", 1),
                        new CountingAudit.Count(GLOBEX, "incident", "policy:a", 1));
        assertThat(audit.counts(ACME)).hasToString("{policy:a=3, policy:b=1}");
        assertThat(audit.counts(TenantId.of("initech"))).isEmpty();
        assertThat(passedOn).hasSize(5);
    }

    @Test
    void whatIsTooMuchToTellApartIsCountedTogether() {
        for (int i = 0; i < CountingAudit.MOST + 3; i++) {
            audit.note(verdict(ACME, "incident", "code-" + i));
        }
        audit.note(verdict(ACME, "incident", "code-0"));

        assertThat(audit.counts()).hasSize(CountingAudit.MOST + 1);
        assertThat(audit.counts(ACME)).containsEntry(CountingAudit.OTHER, 3L).containsEntry("code-0", 2L);
    }

    @Test
    void noneIsLostAmongThreads() throws InterruptedException {
        CountingAudit counting = new CountingAudit(verdict -> {});
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    counting.note(verdict(ACME, "incident", "policy:" + i % 7));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counting.counts(ACME).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(4_000);
    }
}
