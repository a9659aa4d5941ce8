package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.Agreeing.MARCH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.servicelevel.AgreementBook.Agreed;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which commitments hold for a record, against an oracle that compares each with each. */
class SelectionTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> FIELDS = List.of("service", "category", "customer", "vendor");
    private static final List<String> VALUES = List.of("a", "b", "c");

    private static Agreed sla(String number, int rank, Optional<OrganisationId> customer, Commitment... commitments) {
        Terms terms = new Terms(
                Set.of("incident"), FieldCondition.all(), List.of(commitments), Map.of("desk", Agreeing.DESK));
        return new Agreed(
                RecordId.of(number),
                number,
                AgreementType.SERVICE_LEVEL,
                List.of(new AgreementVersion(1, terms, MARCH, Optional.empty())),
                rank,
                customer,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static List<String> selected(
            AgreementSelection selection, Map<String, String> record, Agreed... agreements) {
        return AgreementBook.of(List.of(agreements), selection).select("incident", fields(record), MONDAY).stream()
                .map(promised -> promised.number() + "/" + promised.commitment().name())
                .toList();
    }

    private static java.util.function.Function<String, List<FieldValue>> fields(Map<String, String> record) {
        return field -> Optional.ofNullable(record.get(field))
                .map(FieldValue::text)
                .<List<FieldValue>>map(List::of)
                .orElse(List.of());
    }

    @Test
    void anAgreementWithACustomerCoversThatCustomersRecordsAlone() {
        Agreed theirs = sla("A1", 0, Optional.of(Agreeing.GLOBEX), Agreeing.resolution("theirs", 4));
        Agreed everybodys = sla("A2", 0, Optional.empty(), Agreeing.resolution("everybodys", 8));

        assertThat(selected(AgreementSelection.standard(), Map.of("customer", "Globex"), everybodys, theirs))
                .containsExactly("A1/theirs");
        assertThat(selected(AgreementSelection.ALL, Map.of("customer", "Globex"), everybodys, theirs))
                .containsExactly("A1/theirs", "A2/everybodys");
        assertThat(selected(AgreementSelection.standard(), Map.of("customer", "Hooli"), everybodys, theirs))
                .containsExactly("A2/everybodys");
        assertThat(selected(AgreementSelection.standard(), Map.of(), theirs)).isEmpty();
    }

    @Test
    void theFirstIsThatOfTheLowestRankAndThenOfTheLowestNumber() {
        Agreed tenth = sla("A10", 1, Optional.empty(), Agreeing.resolution("one", 4));
        Agreed ninth = sla("A9", 1, Optional.empty(), Agreeing.resolution("one", 8), Agreeing.resolution("two", 1));
        Agreed last = sla("A1", 2, Optional.empty(), Agreeing.resolution("one", 2));

        assertThat(selected(AgreementSelection.FIRST, Map.of(), last, tenth, ninth))
                .containsExactly("A9/one");
        assertThat(selected(AgreementSelection.ALL, Map.of(), last, tenth, ninth))
                .containsExactly("A9/one", "A9/two", "A10/one", "A1/one");
    }

    @Test
    void theStrictestIsWhatIsDueFirstByItsOwnHours() {
        Commitment around = new Commitment(
                "around",
                FieldCondition.all(),
                Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(10))),
                Optional.empty());
        Agreed nine = sla("A1", 0, Optional.empty(), Agreeing.resolution("nine", 9));
        Agreed ten = sla("A2", 1, Optional.empty(), around, Agreeing.resolution("eleven", 11));

        // At nine in the morning nine hours of the desk end at six, ten around the clock at seven.
        assertThat(selected(AgreementSelection.STRICTEST, Map.of(), nine, ten)).containsExactly("A1/nine");
        // In the evening the desk is closed.
        AgreementBook book = AgreementBook.of(List.of(nine, ten), AgreementSelection.STRICTEST);
        assertThat(book.select("incident", fields(Map.of()), Instant.parse("2026-03-02T20:00:00Z")))
                .singleElement()
                .extracting(promised -> promised.commitment().name())
                .isEqualTo("around");
    }

    @Test
    void whatIsNeverDueIsNeverTheStrictest() {
        Terms never = new Terms(
                Set.of(),
                FieldCondition.all(),
                List.of(Agreeing.resolution("never", 1)),
                Map.of(
                        "desk",
                        org.itsmkit.calendar.CalendarData.of(
                                java.time.ZoneOffset.UTC, org.itsmkit.calendar.BusinessHours.never())));
        Agreed closed = new Agreed(
                RecordId.of("A1"),
                "A1",
                AgreementType.SERVICE_LEVEL,
                List.of(new AgreementVersion(1, never, MARCH, Optional.empty())));

        assertThat(selected(
                        AgreementSelection.STRICTEST,
                        Map.of(),
                        closed,
                        sla("A2", 0, Optional.empty(), Agreeing.resolution("ever", 1_000))))
                .containsExactly("A2/ever");
    }

    @Test
    void whatIsNotInForceIsFoundAndNotSelected() {
        Agreed over = new Agreed(
                RecordId.of("A1"),
                "A1",
                AgreementType.SERVICE_LEVEL,
                sla("A1", 0, Optional.empty(), Agreeing.resolution("one", 4)).versions(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        AgreementBook book = AgreementBook.of(List.of(over));

        assertThat(book.select("incident", fields(Map.of()), MONDAY)).isEmpty();
        assertThat(book.find(RecordId.of("A1"), 1, "one")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSelectedIsWhatTheOracleSays(AgreementSelection selection) {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Agreed> agreements = new ArrayList<>();
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                agreements.add(agreed(random, i));
            }
            AgreementBook book = AgreementBook.of(agreements, selection);
            for (int i = 0; i < 5; i++) {
                Map<String, String> record = new java.util.HashMap<>();
                FIELDS.forEach(field -> record.put(field, VALUES.get(random.nextInt(3))));
                String kind = random.nextBoolean() ? "incident" : "change";
                Instant at = MARCH.plus(Duration.ofHours(random.nextInt(96) - 24));

                assertThat(names(book.select(kind, fields(record), at)))
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(
                                names(new Oracle(agreements, selection, kind, record, at).says()));
            }
        }
    }

    private static List<String> names(List<Promised> all) {
        return all.stream()
                .map(one -> one.number() + "/" + one.version() + "/"
                        + one.commitment().name())
                .toList();
    }

    private static Agreed agreed(Random random, int i) {
        AgreementType type = AgreementType.values()[random.nextInt(3)];
        List<AgreementVersion> versions = new ArrayList<>();
        Instant from = MARCH;
        int count = 1 + random.nextInt(3);
        for (int number = 1; number <= count; number++) {
            Instant until = from.plus(Duration.ofHours(1 + random.nextInt(40)));
            boolean isOpen = number == count && random.nextBoolean();
            versions.add(
                    new AgreementVersion(number, terms(random), from, isOpen ? Optional.empty() : Optional.of(until)));
            from = until.plus(Duration.ofHours(random.nextInt(2)));
        }
        return new Agreed(
                RecordId.of("id" + i),
                "AGR" + i,
                type,
                versions,
                random.nextInt(2),
                type == AgreementType.SERVICE_LEVEL && random.nextBoolean()
                        ? Optional.of(OrganisationId.of(VALUES.get(random.nextInt(3))))
                        : Optional.empty(),
                type == AgreementType.OPERATIONAL_LEVEL
                        ? Optional.of(GroupId.of(VALUES.get(random.nextInt(2))))
                        : Optional.empty(),
                type == AgreementType.UNDERPINNING
                        ? Optional.of(OrganisationId.of(VALUES.get(random.nextInt(2))))
                        : Optional.empty(),
                random.nextInt(5) > 0);
    }

    private static Terms terms(Random random) {
        List<Commitment> commitments = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Metric metric = random.nextBoolean() ? Metric.RESOLUTION : Metric.FIRST_RESPONSE;
            Amount amount = Amount.openTime(Duration.ofHours(random.nextInt(5)));
            Optional<String> hours = random.nextBoolean() ? Optional.of("desk") : Optional.empty();
            commitments.add(new Commitment("c" + i, condition(random), Target.of(metric, amount), hours));
        }
        Set<String> kinds = random.nextBoolean() ? Set.of() : Set.of("incident");
        return new Terms(kinds, condition(random), commitments, Map.of("desk", Agreeing.DESK));
    }

    private static FieldCondition condition(Random random) {
        List<FieldCondition> parts = new ArrayList<>();
        for (String field : FIELDS) {
            if (random.nextInt(4) == 0) {
                FieldCondition has =
                        new FieldCondition.Has(field, List.of(FieldValue.text(VALUES.get(random.nextInt(3)))));
                parts.add(random.nextInt(3) == 0 ? FieldCondition.not(has) : has);
            }
        }
        return FieldCondition.all(parts.toArray(FieldCondition[]::new));
    }

    /** By definition, each against each. */
    private record Oracle(
            List<Agreed> agreements,
            AgreementSelection selection,
            String kind,
            Map<String, String> record,
            Instant at) {

        private record Offer(Agreed by, Terms terms, int place, Promised promised) {}

        List<Promised> says() {
            List<Offer> offers = new ArrayList<>();
            for (Agreed by : agreements) {
                for (AgreementVersion version : by.versions()) {
                    boolean isNow = !version.from().isAfter(at)
                            && (version.until().isEmpty()
                                    || at.isBefore(version.until().get()));
                    boolean isTheirs = by.customer().isEmpty()
                            || by.customer().get().value().equals(record.get("customer"));
                    Terms terms = version.terms();
                    boolean isOfKind = terms.kinds().isEmpty() || terms.kinds().contains(kind);
                    for (int place = 0; place < terms.commitments().size(); place++) {
                        Commitment commitment = terms.commitments().get(place);
                        if (by.inForce()
                                && isNow
                                && isTheirs
                                && isOfKind
                                && holds(terms.coverage())
                                && holds(commitment.when())) {
                            offers.add(new Offer(
                                    by,
                                    terms,
                                    place,
                                    AgreementBook.of(List.of(by))
                                            .find(by.id(), version.number(), commitment.name())
                                            .orElseThrow()));
                        }
                    }
                }
            }
            return offers.stream()
                    .filter(one -> selection == AgreementSelection.ALL
                            || offers.stream().noneMatch(other -> isSame(one, other) && beats(other, one)))
                    .map(Offer::promised)
                    .toList();
        }

        private boolean holds(FieldCondition condition) {
            return condition.parts().stream()
                    .allMatch(part -> part instanceof FieldCondition.Not not
                            ? !has((FieldCondition.Has) not.part())
                            : has((FieldCondition.Has) part));
        }

        private boolean has(FieldCondition.Has has) {
            return has.oneOf().contains(FieldValue.text(record.get(has.field())));
        }

        private static boolean isSame(Offer one, Offer other) {
            return one.by().type() == other.by().type()
                    && one.by().team().equals(other.by().team())
                    && one.by().supplier().equals(other.by().supplier())
                    && one.promised()
                            .commitment()
                            .target()
                            .metric()
                            .name()
                            .equals(other.promised()
                                    .commitment()
                                    .target()
                                    .metric()
                                    .name());
        }

        private boolean beats(Offer one, Offer other) {
            Comparator<Offer> order = Comparator.<Offer>comparingLong(offer -> switch (selection) {
                        case ALL, FIRST -> 0;
                        case MOST_SPECIFIC -> -fields(offer);
                        case STRICTEST -> due(offer).toEpochMilli();
                    })
                    .thenComparing(offer -> offer.by().rank())
                    .thenComparing(offer -> offer.by().number())
                    .thenComparing(Offer::place);
            return order.compare(one, other) < 0;
        }

        private static long fields(Offer offer) {
            Set<String> fields = new HashSet<>(offer.terms().coverage().fields());
            fields.addAll(offer.promised().commitment().when().fields());
            if (offer.by().customer().isPresent()) {
                fields.add("customer");
            }
            if (!offer.terms().kinds().isEmpty()) {
                fields.add("which kinds");
            }
            return fields.size();
        }

        /** Minute by minute. */
        private Instant due(Offer offer) {
            Amount.OpenTime open =
                    (Amount.OpenTime) offer.promised().commitment().target().amount();
            boolean always = offer.promised().commitment().hours().isEmpty();
            Instant now = at;
            for (long left = open.duration().toMinutes(); left > 0; now = now.plusSeconds(60)) {
                var local = now.atOffset(java.time.ZoneOffset.UTC);
                boolean isOpen = always
                        || (local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 8 && local.getHour() < 18);
                left -= isOpen ? 1 : 0;
            }
            return now;
        }
    }
}
