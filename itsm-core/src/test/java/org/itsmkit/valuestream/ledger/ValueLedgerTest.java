package org.itsmkit.valuestream.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** The web shop of a baker and a florist: what came in, and what they have of it. */
class ValueLedgerTest {

    private static final List<ValueKind> KINDS = List.of(ValueKind.values());
    private static final ServiceId SHOP = ServiceId.of("web shop");
    private static final ServiceId MAIL = ServiceId.of("mail");
    private static final Stakeholder BAKER = Stakeholder.of(OrganisationId.of("Baker"));
    private static final Stakeholder FLORIST = Stakeholder.of(OrganisationId.of("Florist"));
    private static final RecordRef REPORT = RecordRef.of("agreement", RecordId.of("A-1"));
    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");
    private static final Quantity EUR_100 = Quantity.money("100", "EUR");

    private static Instant day(int day) {
        return ZERO.plus(Duration.ofDays(day - 1));
    }

    private static Window days(int from, int to) {
        return new Window(day(from), day(to));
    }

    private static ValueEntry entry(String name, ValueKind kind, ValueEffect effect, int day) {
        return ValueEntry.builder()
                .name(name)
                .service(SHOP)
                .stakeholder(BAKER)
                .kind(kind)
                .effect(effect)
                .at(day(day))
                .build();
    }

    private static ValueEntry supported(String name, int day) {
        return entry(name, ValueKind.OUTCOME, ValueEffect.SUPPORTED, day);
    }

    private static ValueEntry fee(String amount, int day) {
        return entry("fee", ValueKind.COST, ValueEffect.IMPOSED, day).withAmount(Quantity.money(amount, "EUR"));
    }

    private static ValueLedger ledger(ValueEntry... entries) {
        return new ValueLedger(List.of(entries), List.of());
    }

    private static final ValueEntry ORDERS = supported("orders arrive", 3)
            .withAmount(Quantity.money("500", "EUR"))
            .withEvidence(Set.of(REPORT));
    private static final ValueEntry OUTAGE = entry("orders were lost", ValueKind.OUTCOME, ValueEffect.AFFECTED, 5)
            .withAmount(Quantity.money("80.50", "EUR"));
    private static final ValueEntry CLERK =
            entry("a clerk less", ValueKind.COST, ValueEffect.REMOVED, 4).withAmount(Quantity.of("20", "hours"));

    @Test
    void sumsByKindAndUnit() {
        Balance balance = ledger(ORDERS, OUTAGE, CLERK, fee("100", 10)).balance();

        Balance.Line outcomes = balance.of(ValueKind.OUTCOME, EUR_100.unit());
        assertThat(outcomes).isEqualTo(new Balance.Line(new BigDecimal("500"), new BigDecimal("80.5")));
        assertThat(outcomes.net()).isEqualTo(new BigDecimal("419.5"));
        assertThat(balance.of(ValueKind.RISK, EUR_100.unit()).net()).isZero();
        assertThat(balance.net().toString())
                .as("money first; hours are not euros")
                .contains("319.5", "20");
        assertThat(balance.net().keySet()).containsExactly(EUR_100.unit(), new Quantity.Scale("hours"));
        assertThat(balance.netInMoney()).as("not all has money").isEmpty();
    }

    @Test
    void inMoneyWhereAllHasMoneyOfOneCurrency() {
        assertThat(ledger(ORDERS, OUTAGE, fee("100", 10)).balance().netInMoney())
                .as("500 − 80.50 − 100")
                .contains(Quantity.money("319.50", "EUR"));
        assertThat(ledger(ORDERS, fee("500", 10)).balance().netInMoney()).contains(Quantity.money("0", "EUR"));
        assertThat(ledger(ORDERS, supported("peace of mind", 4)).balance().netInMoney())
                .isEmpty();
        assertThat(ledger(ORDERS, fee("1", 4).withAmount(Quantity.money("1", "CHF")))
                        .balance()
                        .netInMoney())
                .isEmpty();
        assertThat(ledger(CLERK).balance().netInMoney()).isEmpty();
        assertThat(ValueLedger.empty().balance().netInMoney()).isEmpty();
    }

    @Test
    void valueIsCreatedWhereOutcomesOutweighWhatIsImposed() {
        Worth worth = ledger(ORDERS, OUTAGE, CLERK, fee("100", 10)).worth(BAKER);

        assertThat(worth.verdict()).isEqualTo(Worth.Verdict.CREATED);
        assertThat(worth.reasons())
                .containsExactly(
                        "In EUR: 319.5 more is favourable than not.", "In hours: 20 more is favourable than not.");
        assertThat(worth.notCompared()).isEmpty();
    }

    @Test
    void itIsNotWhereTheyDoNot() {
        assertThat(ledger(ORDERS, fee("500.01", 10)).worth(BAKER))
                .isEqualTo(new Worth(
                        Worth.Verdict.NOT_CREATED, List.of("In EUR: 0.01 less is favourable than not."), List.of()));
        assertThat(ledger(ORDERS, fee("500", 10)).worth(BAKER).verdict())
                .as("as much is not more")
                .isEqualTo(Worth.Verdict.NOT_CREATED);
        assertThat(ledger(CLERK).worth(BAKER).reasons())
                .as("without an outcome nothing is worth anything")
                .containsExactly("No outcome is supported.");
        assertThat(ledger(ORDERS).worth(FLORIST).verdict())
                .as("what is good for one makes no other whole")
                .isEqualTo(Worth.Verdict.NOT_CREATED);
    }

    @Test
    void whatCannotBeComparedIsNamedAndNotAddedUp() {
        ValueEntry points =
                entry("harder to hire", ValueKind.RISK, ValueEffect.IMPOSED, 6).withAmount(Quantity.of("3", "points"));
        Worth worth = ledger(ORDERS, points).worth(BAKER);
        assertThat(worth.verdict()).isEqualTo(Worth.Verdict.CANNOT_TELL);
        assertThat(worth.notCompared()).containsExactly("EUR", "points");

        Worth unmeasured = ledger(ORDERS, entry("data may leak", ValueKind.RISK, ValueEffect.IMPOSED, 6))
                .worth(BAKER);
        assertThat(unmeasured.verdict()).isEqualTo(Worth.Verdict.CANNOT_TELL);
        assertThat(unmeasured.notCompared()).containsExactly("EUR", "data may leak");
        assertThat(unmeasured.reasons()).contains("Nobody measured: data may leak, which is not favourable.");

        assertThat(ledger(ORDERS, entry("data is safe", ValueKind.RISK, ValueEffect.REMOVED, 6))
                        .worth(BAKER)
                        .verdict())
                .as("more that is favourable does no harm, measured or not")
                .isEqualTo(Worth.Verdict.CREATED);
    }

    @Test
    void outcomesThatRecordsShowAndOthers() {
        ValueEntry claimed = supported("customers smile", 2);
        ValueLedger ledger = ledger(claimed, ORDERS, OUTAGE);

        assertThat(ledger.evidentOutcomes()).containsExactly(ORDERS);
        assertThat(ledger.claimedOutcomes()).containsExactly(claimed);
        assertThat(ledger.worth(BAKER).reasons()).contains("No record shows that it is so: customers smile.");
    }

    @Test
    void ofAServiceAndOfAStakeholder() {
        ValueEntry mail = supported("letters arrive", 1).withService(MAIL);
        ValueEntry flowers = ORDERS.withStakeholder(FLORIST);
        ValueLedger ledger =
                ledger(ORDERS, mail, flowers).and(demand("more letters", 1).withService(MAIL));

        assertThat(ledger.of(MAIL).entries()).containsExactly(mail);
        assertThat(ledger.of(MAIL).incoming()).hasSize(1);
        assertThat(ledger.of(SHOP).incoming()).isEmpty();
        assertThat(ledger.of(FLORIST).entries()).containsExactly(flowers);
        assertThat(ledger.of(SHOP).of(BAKER).entries()).containsExactly(ORDERS);
        assertThat(ledger.stakeholders()).containsExactly(BAKER, FLORIST);
    }

    /** 500 before the 4th, then −80.50 on the 5th, and −100 on the 10th, which is another period. */
    @Test
    void aStatementOverAPeriod() {
        Statement statement = ledger(fee("100", 10), OUTAGE, CLERK, ORDERS).statement(days(4, 10));

        assertThat(statement.entries()).as("in the order of time").containsExactly(CLERK, OUTAGE);
        assertThat(statement.before().values()).containsExactly(new BigDecimal("500"));
        assertThat(statement.balance().of(ValueKind.OUTCOME, EUR_100.unit()).net())
                .isEqualTo(new BigDecimal("-80.5"));
        assertThat(statement.after().values()).containsExactly(new BigDecimal("419.5"), new BigDecimal("20"));
        assertThat(statement.sentences())
                .containsExactly(
                        "2026-03-04T00:00:00Z COST REMOVED for Baker: a clerk less, 20 hours, without evidence.",
                        "2026-03-05T00:00:00Z OUTCOME AFFECTED for Baker: orders were lost, 80.5 EUR, without"
                                + " evidence.",
                        "In EUR: 500 before, 419.5 after.",
                        "In hours: 0 before, 20 after.");
    }

    private static Demand demand(String name, int day) {
        return Demand.builder()
                .name(name)
                .stakeholder(BAKER)
                .service(SHOP)
                .at(day(day))
                .build();
    }

    private static Ending ending(Ending.How how, int day) {
        return new Ending(how, day(day), "so it was");
    }

    @Test
    void whatBecameOfDemand() {
        Demand gifts = demand("gift cards", 2).withSize(Quantity.of("5", "points"));
        ValueLedger ledger = ValueLedger.empty()
                .and(demand("ship abroad", 1).withEnding(ending(Ending.How.SATISFIED, 4)))
                .and(gifts)
                .and(demand("drones", 3).withEnding(ending(Ending.How.DECLINED, 5)))
                .and(demand("faster pages", 4).withAnswers(Set.of(REPORT)).withSize(Quantity.of("2.5", "points")))
                .and(demand("colours", 6)
                        .withEnding(ending(Ending.How.SATISFIED, 20))
                        .withSize(Quantity.of("0.5", "points")))
                .and(demand("next month's", 12))
                .and(Opportunity.builder()
                        .name("gift wrap")
                        .stakeholder(Stakeholder.segment("small shops"))
                        .at(day(3))
                        .build());

        Conversion conversion = ledger.demand(days(1, 12));

        assertThat(conversion.came()).isEqualTo(5);
        assertThat(conversion.ended(Ending.How.SATISFIED))
                .as("colours are satisfied later")
                .isEqualTo(1);
        assertThat(conversion.ended(Ending.How.DECLINED)).isEqualTo(1);
        assertThat(conversion.ended(Ending.How.DROPPED)).isZero();
        assertThat(conversion.answered()).containsExactly("faster pages");
        assertThat(conversion.open()).containsExactly("gift cards", "colours");
        assertThat(conversion.openSize().values()).as("5 + 2.5 + 0.5").containsExactly(new BigDecimal("8"));
        assertThat(conversion.rate(2)).as("1 of 5").contains(new BigDecimal("0.20"));
        assertThat(conversion.took().median()).contains(Duration.ofDays(3));
        assertThat(ledger.demand(days(20, 21)).rate(2)).isEmpty();
        assertThat(ledger.opportunities(days(1, 12)).open()).containsExactly("gift wrap");
        assertThat(gifts.isAnswered()).isFalse();

        ValueLedger later = ledger.and(gifts.withEnding(ending(Ending.How.DROPPED, 7)));
        assertThat(later.incoming()).hasSameSizeAs(ledger.incoming());
        assertThat(later.demand(days(1, 12)).ended(Ending.How.DROPPED)).isEqualTo(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (ValueKind kind : ValueKind.values()) {
            for (ValueEffect effect : ValueEffect.values()) {
                boolean isOfOutcomes = effect == ValueEffect.SUPPORTED || effect == ValueEffect.AFFECTED;
                if (isOfOutcomes == (kind == ValueKind.OUTCOME)) {
                    assertThat(entry("x", kind, effect, 1).kind()).isEqualTo(kind);
                } else {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> entry("x", kind, effect, 1))
                            .withMessageContaining("no " + kind + " is " + effect);
                }
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.withName(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.withAmount(Quantity.money("-1", "EUR")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ORDERS.withAmount(Quantity.money("100000000000000000000.01", "EUR")));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.money("1", "XYZZY"));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("1", ""));
        Set<RecordRef> many = new HashSet<>();
        for (int i = 0; i <= ValueEntry.MOST_EVIDENCE; i++) {
            many.add(RecordRef.of("incident", RecordId.of("I-" + i)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.withEvidence(many));
        assertThatIllegalArgumentException().isThrownBy(() -> demand("x", 3).withAnswers(many));
        assertThatIllegalArgumentException().isThrownBy(() -> demand("x", 3).withEnding(ending(Ending.How.DROPPED, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ending(Ending.How.DECLINED, ZERO, " "));
        assertThat(new Ending(Ending.How.SATISFIED, ZERO, "").reason()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ending(Ending.How.SATISFIED, ZERO, "x".repeat(Ending.MOST_CHARACTERS + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueLedger(List.of(), List.of(demand("x", 1), demand("x", 2))));
    }

    /** Whoever goes through all entries for each kind and unit finds the same sums; the largest amounts too. */
    @Property(tries = 200)
    void sumsAreThoseOfWhoeverAddsThemUp(@ForAll long seed) {
        Random random = new Random(seed);
        List<ValueEntry> entries = new ArrayList<>();
        Map<String, BigDecimal> nets = new HashMap<>();
        boolean allMeasured = true;
        for (int i = random.nextInt(20); i > 0; i--) {
            ValueKind kind = KINDS.get(random.nextInt(3));
            boolean isGood = random.nextBoolean();
            ValueEffect effect = kind == ValueKind.OUTCOME
                    ? isGood ? ValueEffect.SUPPORTED : ValueEffect.AFFECTED
                    : isGood ? ValueEffect.REMOVED : ValueEffect.IMPOSED;
            ValueEntry entry = entry("e" + i, kind, effect, 1 + random.nextInt(20));
            if (random.nextInt(5) > 0) {
                BigDecimal amount = random.nextInt(9) == 0
                        ? Quantity.LARGEST
                        : BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(4));
                String unit = random.nextBoolean() ? "EUR" : "USD";
                entries.add(entry.withAmount(Quantity.money(amount.toPlainString(), unit)));
                nets.merge(unit, isGood ? amount : amount.negate(), BigDecimal::add);
            } else {
                entries.add(entry);
                allMeasured = false;
            }
        }

        Balance balance = ledger(entries.toArray(ValueEntry[]::new)).balance();

        assertThat(balance.net()).hasSameSizeAs(nets);
        balance.net().forEach((unit, net) -> assertThat(net).isEqualByComparingTo(nets.get(unit.name())));
        assertThat(balance.unmeasured().isEmpty()).isEqualTo(allMeasured);
        assertThat(balance.netInMoney().isPresent()).isEqualTo(allMeasured && nets.size() == 1);
        assertThat(balance.netInMoney().map(Quantity::isMoney)).isNotEqualTo(Optional.of(false));
    }
}
