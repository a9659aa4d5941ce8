package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.OPERATIONS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Equal commands have equal texts, different ones different. */
class CanonicalTest {

    private record Holder(Object value) {}

    private record OtherHolder(Object value) {}

    @RepeatedTest(20)
    void theOrderOfSetsAndMapsDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names.add("n" + random.nextInt(1_000));
        }
        Map<String, Set<String>> one = new LinkedHashMap<>();
        names.forEach(name -> one.put(name, new LinkedHashSet<>(names)));
        Collections.shuffle(names, random);
        Map<String, Set<String>> other = new HashMap<>();
        names.forEach(name -> other.put(name, new HashSet<>(names)));

        assertThat(digest(one)).isEqualTo(digest(other)).isEqualTo(digest(new TreeMap<>(one)));
        assertThat(digest(Map.copyOf(one))).isEqualTo(digest(one));
    }

    private static String digest(Object value) {
        return Canonical.digest(new Holder(value));
    }

    @Test
    void theOrderOfAListMatters() {
        assertThat(digest(List.of("a", "b"))).isNotEqualTo(digest(List.of("b", "a")));
    }

    @Test
    void whatDiffersIsTold() {
        List<Object> different = Arrays.asList(
                "",
                "a",
                "ab",
                "A",
                List.of(),
                List.of("a", "b"),
                List.of("ab"),
                List.of("a", "b", ""),
                List.of(List.of("a"), List.of("b")),
                List.of(List.of("a", "b")),
                List.of("1\"a"),
                Map.of(),
                Map.of("a", "b"),
                Map.of("ab", ""),
                Map.of("", "ab"),
                Map.of("a", "b", "c", "d"),
                Map.of("a", "d", "c", "b"),
                Set.of("a", "b"),
                new Holder("a"),
                new OtherHolder("a"),
                true,
                false,
                1,
                -1,
                new BigDecimal("1.0"),
                new BigDecimal("1.00"),
                Instant.EPOCH,
                Instant.EPOCH.plusNanos(1_000),
                Duration.ofSeconds(1),
                FieldValue.text("1"),
                FieldValue.number(1),
                FieldValue.flag(true),
                "sur\ud83d\ude00rogate");
        Set<String> digests = new HashSet<>();
        for (Object value : different) {
            assertThat(digests.add(digest(value))).as("digest of %s", value).isTrue();
        }
    }

    @Test
    void everyComponentOfALogCounts() {
        List<IncidentCommand.Log> logs = List.of(
                log().build(),
                log().title("Mail").build(),
                log().description("d").build(),
                log().requester(ANNA).build(),
                log().requester(BEN).build(),
                log().customer(OrganisationId.of("anna")).build(),
                log().service(ServiceId.of("mail")).build(),
                log().category(Category.of("mail")).build(),
                log().impact(Impact.HIGH).build(),
                log().urgency(Urgency.HIGH).build(),
                log().putCustom("a", FieldValue.text("b")).build(),
                log().putCustom("a", FieldValue.text("c")).build(),
                log().detectedAt(Instant.EPOCH).build());
        assertThat(logs.stream().map(Canonical::digest).distinct()).hasSameSizeAs(logs);
        assertThat(Canonical.digest(log().build())).isEqualTo(Canonical.digest(log().build()));
    }

    private static IncidentCommand.Log.Builder log() {
        return IncidentCommand.log().title("Mail is down");
    }

    @Test
    void commandsOfDifferentClassesDiffer() {
        assertThat(Canonical.digest(new TicketCommand.Start<>()))
                .isNotEqualTo(Canonical.digest(new TicketCommand.Resume<>()));
        assertThat(Canonical.digest(new TicketCommand.Cancel<>("x")))
                .isNotEqualTo(Canonical.digest(new IncidentCommand.Reopen("x")));
        assertThat(Canonical.digest(new TicketCommand.Assign<>(OPERATIONS)))
                .isNotEqualTo(Canonical.digest(new TicketCommand.Assign<>(Optional.empty(), Optional.empty())));
        assertThat(Canonical.digest(new IncidentCommand.Resolve(Resolution.Code.FIXED, "x")))
                .isNotEqualTo(Canonical.digest(new IncidentCommand.Resolve(Resolution.Code.NO_FAULT, "x")));
    }

    @Test
    void whatIsNoValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> digest(new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> digest(new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> digest(new Thread(() -> {})));
        assertThatIllegalArgumentException().isThrownBy(() -> digest(List.of(new StringBuffer("x").chars())));
    }

    @Test
    void aDigestIsTheSameForEver() {
        // sha256("[1:3\"abc"): kept keys must be understood by later releases.
        assertThat(Canonical.digest("abc"))
                .isEqualTo(Canonical.sha256("[1:3\"abc"))
                .hasSize(64);
        assertThat(Canonical.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
