package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed reaches every decision, on every node. */
class InForceTest {

    private final Company company = Company.open();
    private final List<AgreementBook> seen = new ArrayList<>();

    /** Another node on the same store, that shows what its decisions see. */
    private final Itsm other = Itsm.builder()
            .store(company.store)
            .directory(Company.directory())
            .authorizer(Authorizers.allowAll())
            .clock(company.clock)
            .agreements(definition -> definition.policy(this::watched))
            .build();

    private Policy<Agreement> watched(Policy<Agreement> policy) {
        return policy.with(Rule.of(
                "watched",
                java.util.Set.of(),
                proposal -> {
                    proposal.context().settings().part(AgreementBook.class).ifPresent(seen::add);
                    return false;
                },
                "Never."));
    }

    private Optional<AgreementBook> bookOnTheOtherNode() {
        seen.clear();
        done(other.agreements().preview(caller(DORA), sla().build()));
        return seen.stream().findFirst();
    }

    private List<Integer> versions(Instant at) {
        return bookOnTheOtherNode()
                .map(book -> book.select("incident", field -> List.of(), at).stream()
                        .map(Promised::version)
                        .toList())
                .orElse(List.of());
    }

    private Optional<Stored<TenantSettings>> settings() {
        return company.store.find(ACME, SettingsKind.KIND, SettingsKind.ID);
    }

    @Test
    void nothingIsMadeReadyWhereNothingWasEverAgreed() {
        Agreeing.drafted(company, sla().build());
        assertThat(bookOnTheOtherNode()).isEmpty();
        assertThat(settings()).isEmpty();
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        assertThat(bookOnTheOtherNode()).isEmpty();
    }

    @Test
    void everyNodeGoesByWhatIsAgreedNow() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        Agreeing agreeing = Agreeing.drafted(company, sla().build());
        agreeing.does(AgreementCommand.Agree.from(MARCH));
        assertThat(versions(MARCH)).as("agreed, not active").isEmpty();
        agreeing.does(new AgreementCommand.Activate());
        assertThat(versions(MARCH)).containsExactly(1);
        assertThat(bookOnTheOtherNode().orElseThrow())
                .isSameAs(bookOnTheOtherNode().orElseThrow());

        agreeing.agrees(6, april);
        assertThat(versions(april.minusNanos(1_000))).containsExactly(1);
        assertThat(versions(april)).containsExactly(2);

        agreeing.does(new AgreementReviewCommand.BeginReview());
        assertThat(versions(april)).containsExactly(2);

        company.aMinuteLater();
        agreeing.does(new AgreementEndingCommand.Terminate("they left"));
        assertThat(versions(MARCH)).isEmpty();
        assertThat(bookOnTheOtherNode().orElseThrow().find(agreeing.id, 1, "resolution"))
                .isPresent();
    }

    @Test
    void manyAgreementsAreAllThere() {
        Instant now = company.clock.instant();
        for (int i = 0; i < 105; i++) {
            Agreeing.active(
                    company,
                    sla().customer(org.itsmkit.kernel.OrganisationId.of("Customer " + i))
                            .build());
        }
        AgreementBook book = bookOnTheOtherNode().orElseThrow();

        assertThat(book.select(
                        "incident",
                        field -> field.equals("customer")
                                ? List.of(org.itsmkit.spi.FieldValue.text("Customer 104"))
                                : List.of(),
                        now))
                .singleElement()
                .extracting(Promised::number)
                .isEqualTo("AGR0000105");
    }

    @Test
    void whatIsTailoredStaysAndIsStillFirst() {
        Agreeing.active(company, sla().build());
        Agreeing.active(company, sla().build());
        assertThat(versions(MARCH)).hasSize(1);
        assertThat(settings().orElseThrow().record().agreements()).contains(4L);

        Tailoring all =
                Tailoring.builder().agreementSelection(AgreementSelection.ALL).build();
        assertThat(done(company.itsm.tailor(caller(DORA), all)).record())
                .isEqualTo(new TenantSettings(all, Optional.of(4L), Optional.empty()));
        assertThat(versions(MARCH)).hasSize(2);
        Agreeing.active(company, sla().build());
        assertThat(settings().orElseThrow().record())
                .isEqualTo(new TenantSettings(all, Optional.of(6L), Optional.empty()));
    }

    @Test
    void whatIsRequiredCannotBeSwitchedOff() {
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .addReactionsOff("agreements-in-force")
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("rule:reactions-exist");
    }

    @Test
    void nothingIsLostWhereManyAgreeAndTailorAtOnce() throws Exception {
        List<Agreeing> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            drafts.add(Agreeing.drafted(company, sla().build()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            drafts.forEach(draft -> work.add(() -> untilDone(draft, AgreementCommand.Agree.from(MARCH))));
            work.add(() -> {
                Tailoring all = Tailoring.builder()
                        .agreementSelection(AgreementSelection.ALL)
                        .build();
                boolean isDone = false;
                for (int i = 0; i < 100 && !isDone; i++) {
                    isDone = company.itsm.tailor(caller(DORA), all).isRight();
                }
                return isDone;
            });
            for (Future<Boolean> one : threads.invokeAll(work)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        drafts.forEach(draft -> draft.does(new AgreementCommand.Activate()));

        assertThat(settings().orElseThrow().record().agreements()).contains(8L);
        assertThat(settings().orElseThrow().record().tailoring().agreementSelection())
                .contains(AgreementSelection.ALL);
        assertThat(versions(MARCH)).hasSize(4);
        assertThat(FoldLaw.check(company.store, ACME, SettingsKind.KIND, done -> {})
                        .breaks())
                .isEmpty();
    }

    private boolean untilDone(Agreeing draft, Command<Agreement> command) {
        for (int i = 0; i < 100; i++) {
            if (company.itsm
                    .agreements()
                    .submit(caller(DORA), draft.id, command)
                    .isRight()) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whateverHappensVersionsFollowEachOtherAndTheBookSaysTheSame(long seed) {
        Random random = new Random(seed);
        Agreeing agreeing = Agreeing.drafted(company, sla().build());
        for (int step = 0; step < 150; step++) {
            Instant now = company.clock.instant();
            company.itsm.agreements().submit(caller(DORA), agreeing.id, command(random, now));
            if (random.nextInt(3) == 0) {
                company.clock.advance(Duration.ofHours(random.nextInt(300)));
                company.work();
            }
            assertAgrees(agreeing.now(), random);
        }
        assertThat(FoldLaw.check(company.store, ACME, Agreements.KIND, done -> {})
                        .breaks())
                .isEmpty();
        assertThat(FoldLaw.check(company.store, ACME, SettingsKind.KIND, done -> {})
                        .breaks())
                .isEmpty();
    }

    private void assertAgrees(Agreement agreement, Random random) {
        List<AgreementVersion> versions = agreement.versions();
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i - 1).until().orElseThrow())
                    .isBeforeOrEqualTo(versions.get(i).from());
            assertThat(versions.get(i).number()).isEqualTo(i + 1);
        }
        if (agreement.status().equals(AgreementLifecycle.EXPIRED)) {
            assertThat(agreement.endsAt().orElseThrow()).isBeforeOrEqualTo(company.clock.instant());
        }
        Instant at = company.clock.instant().plus(Duration.ofHours(random.nextInt(2_000) - 1_000));
        assertThat(versions(at))
                .isEqualTo(agreement.inForce(at).map(AgreementVersion::number).stream()
                        .toList());
    }

    private static Command<Agreement> command(Random random, Instant now) {
        Instant from = now.plus(Duration.ofHours(random.nextInt(600) - 200));
        Optional<Instant> until = random.nextInt(4) == 0
                ? Optional.of(from.plus(Duration.ofHours(1 + random.nextInt(2_000))))
                : Optional.empty();
        return switch (random.nextInt(40)) {
            case 0 -> new AgreementEndingCommand.Terminate("they left");
            case 1 ->
                new AgreementEndingCommand.GiveNotice(now.plus(Duration.ofHours(random.nextInt(400) - 20)), "too dear");
            case 2 -> new AgreementEndingCommand.Expire();
            case 3, 4, 5 -> new AgreementReviewCommand.BeginReview();
            case 6, 7, 8 -> new AgreementReviewCommand.EndReview("all is well", Optional.empty());
            case 9, 10, 11 -> new AgreementCommand.Activate();
            case 12, 13 -> new AgreementCommand.Describe("Gold", random.nextInt(3));
            case 14 -> new AgreementCommand.RenewHours();
            case 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25 -> new AgreementCommand.Agree(from, until);
            default -> new AgreementCommand.Revise(Agreeing.terms(1 + random.nextInt(20)));
        };
    }
}
