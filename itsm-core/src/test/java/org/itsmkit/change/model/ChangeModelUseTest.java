package org.itsmkit.change.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.model.ChangeOutcome.BACKED_OUT;
import static org.itsmkit.change.model.ChangeOutcome.FAILED;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL_WITH_ISSUES;
import static org.itsmkit.change.model.Modelling.NORMAL;
import static org.itsmkit.change.model.Modelling.approved;
import static org.itsmkit.change.model.Modelling.disks;
import static org.itsmkit.change.model.Modelling.revision;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.valuestream.ChangeModelReactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of the changes that are made by a model. */
class ChangeModelUseTest {

    private final Company company = Company.open();

    @Test
    void usesAreCounted() {
        Modelling modelling = Modelling.in(company, "approved");

        modelling.used(SUCCESSFUL);
        modelling.used(SUCCESSFUL_WITH_ISSUES);
        RecordRef backedOut = modelling.used(BACKED_OUT);
        RecordRef failed = modelling.used(FAILED);

        ChangeModel model = modelling.now();
        assertThat(model.uses()).isEqualTo(4);
        assertThat(model.failures()).isEqualTo(2);
        assertThat(model.lastUses()).hasSize(4).endsWith(backedOut, failed);
        assertThat(model.lastFailures()).containsExactly(backedOut, failed);
        assertThat(model.isInUse()).as("any number may fail").isTrue();
    }

    @ParameterizedTest
    @EnumSource(ChangeOutcome.class)
    void aUseToldTwiceIsToldOnce(ChangeOutcome outcome) {
        Modelling modelling = Modelling.in(company, "approved");
        RecordRef change = modelling.used(outcome);
        ChangeModel before = modelling.now();
        company.aMinuteLater();

        modelling.does(new ChangeModelCommand.RecordUse(change, outcome));

        assertThat(modelling.now()).isEqualTo(before);
        assertThat(modelling.events()).containsOnlyOnce("use-recorded");
    }

    @Test
    void whatFailedAfterAllIsOneMoreFailureAndNoMoreUse() {
        Modelling modelling = approved(company, 2);
        RecordRef change = modelling.used(SUCCESSFUL);

        ChangeModel failed = modelling.does(new ChangeModelCommand.RecordUse(change, FAILED));
        assertThat(failed.uses()).isEqualTo(1);
        assertThat(failed.failures()).isEqualTo(1);

        modelling.does(new ChangeModelCommand.RecordUse(change, BACKED_OUT));
        modelling.does(new ChangeModelCommand.RecordUse(change, SUCCESSFUL));
        assertThat(modelling.now()).isEqualTo(failed);
    }

    @Test
    void itIsSuspendedInTheCommitInWhichTooManyHaveFailed() {
        Modelling modelling = approved(company, 3);
        modelling.used(FAILED);
        modelling.used(SUCCESSFUL);
        modelling.used(BACKED_OUT);
        assertThat(modelling.now().isPreAuthorised()).isTrue();
        RecordRef last = modelling.aChange();
        company.work();
        company.told.clear();

        ChangeModel model = modelling.does(new ChangeModelCommand.RecordUse(last, FAILED));

        assertThat(model.status()).as("as it is answered").isEqualTo(ChangeModelLifecycle.SUSPENDED);
        assertThat(model.hasFailedTooOften()).isTrue();
        assertThat(model.failures()).isEqualTo(3);
        JournalEntry entry = modelling.journal().get(modelling.journal().size() - 1);
        assertThat(entry.by()).isEqualTo(Caller.SYSTEM);
        assertThat(entry.event())
                .isEqualTo(new ChangeModelEvent.Suspended(
                        ChangeModelLifecycle.SUSPENDED,
                        "3 changes by it failed since it was last approved or reinstated:"
                                + " as many as may before it is suspended."));
        assertThat(entry.occurredAt()).isEqualTo(company.clock.instant());
        company.work();
        assertThat(company.told).extracting(Notice::code).containsExactly("change-model-suspended");
        assertThat(company.told).extracting(Notice::person).containsExactly(Optional.of(BEN));
    }

    @Test
    void theFirstMayBeTooManyAlready() {
        Modelling modelling = approved(company, 1);

        modelling.used(BACKED_OUT);

        assertThat(modelling.status()).isEqualTo("suspended");
        assertThat(modelling.journal().get(3).event())
                .isEqualTo(new ChangeModelEvent.Suspended(
                        ChangeModelLifecycle.SUSPENDED,
                        "1 change by it failed since it was last approved or reinstated:"
                                + " as many as may before it is suspended."));
    }

    @Test
    void failuresAreCountedAnewOnceItIsReinstated() {
        Modelling modelling = approved(company, 2);
        RecordRef first = modelling.used(FAILED);
        modelling.used(FAILED);
        assertThat(modelling.now().failures()).isEqualTo(2);
        modelling.does(new ChangeModelCommand.Reinstate("it was the power"));

        modelling.does(new ChangeModelCommand.RecordUse(first, FAILED));
        assertThat(modelling.now().failures()).as("told again").isZero();
        modelling.used(FAILED);
        assertThat(modelling.status()).isEqualTo("approved");
        modelling.used(FAILED);
        assertThat(modelling.status()).isEqualTo("suspended");
        assertThat(modelling.now().uses()).isEqualTo(4);
    }

    @Test
    void andOnceItIsApprovedAnew() {
        Modelling modelling = approved(company, 2);
        modelling.used(FAILED);
        modelling.does(caller(BEN), new ChangeModelCommand.Revise(NORMAL, Optional.of(2)));
        assertThat(modelling.now().failures()).isEqualTo(1);

        assertThat(modelling.does(new ChangeModelCommand.Approve("")).failures())
                .isZero();
        modelling.used(FAILED);
        assertThat(modelling.status()).isEqualTo("approved");
    }

    /** How many may fail is approved as the procedure is: nobody who proposes can loosen it. */
    @Test
    void moreMayFailOnceThatIsApproved() {
        Modelling modelling = approved(company, 1);
        modelling.does(caller(BEN), revision(NORMAL));

        modelling.used(FAILED);

        assertThat(modelling.status()).isEqualTo("suspended");
        modelling.does(new ChangeModelCommand.Approve("any number, then"));
        modelling.used(FAILED);
        assertThat(modelling.status()).isEqualTo("approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "retired"})
    void usesAreRecordedOfWhatIsNotInUseAnyLonger(String status) {
        Modelling modelling = Modelling.of(company, disks().failuresAllowed(1).build());
        modelling.does(new ChangeModelCommand.Approve(""));
        modelling.does(
                status.equals("retired")
                        ? new ChangeModelCommand.Retire("none are left")
                        : new ChangeModelCommand.Suspend("wait"));

        modelling.used(FAILED);

        assertThat(modelling.now().failures()).isEqualTo(1);
        assertThat(modelling.now().uses()).isEqualTo(1);
        assertThat(modelling.status()).isEqualTo(status);
        assertThat(modelling.events()).endsWith("use-recorded");
    }

    @Test
    void theLatestAreKeptByName() {
        Modelling modelling = Modelling.in(company, "approved");
        List<RecordRef> changes = new ArrayList<>();
        for (int i = 0; i <= ChangeModel.MOST_TOLD; i++) {
            changes.add(modelling.used(i < 2 ? SUCCESSFUL : FAILED));
        }
        assertThat(modelling.now().lastUses()).isEqualTo(changes.subList(1, 21));
        assertThat(modelling.now().lastFailures()).isEqualTo(changes.subList(2, 21));
        assertThat(modelling.now().uses()).isEqualTo(21);

        modelling.used(FAILED);
        modelling.used(FAILED);
        assertThat(modelling.now().lastFailures()).hasSize(20).startsWith(changes.get(3));
        assertThat(modelling.now().failures()).isEqualTo(21);
    }

    @Test
    void whatHappenedEarlierMakesItNoOlder() {
        Modelling modelling = approved(company, 1);
        RecordRef change = modelling.aChange();
        company.aMinuteLater();
        Instant described = company.clock.instant();
        modelling.does(new ChangeModelCommand.Describe("Swap a disk", ""));

        done(company.itsm
                .changeModels()
                .submit(
                        caller(DORA),
                        modelling.id,
                        new ChangeModelCommand.RecordUse(change, FAILED),
                        Options.none().occurredAt(described.minus(Duration.ofSeconds(30)))));

        assertThat(modelling.now().updatedAt()).isEqualTo(described);
        assertThat(modelling.status()).isEqualTo("suspended");
    }

    @Test
    void aTenantMayWantToLookItself() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addReactionsOff(ChangeModelReactions.SUSPEND)
                        .build()));
        Modelling modelling = approved(company, 1);

        modelling.used(FAILED);
        assertThat(modelling.status()).isEqualTo("approved");
        assertThat(modelling.now().hasFailedTooOften()).isTrue();

        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        modelling.used(SUCCESSFUL);
        assertThat(modelling.status()).as("once it is on again").isEqualTo("suspended");
    }

    /** What a host lets follow from a change that is over. */
    private record Tell(Definition<ChangeModel> target, AtomicReference<RecordId> model)
            implements Reaction<Change, ChangeModel> {
        @Override
        public String name() {
            return "tell-model";
        }

        @Override
        public Definition<Change> source() {
            return Changes.DEFINITION;
        }

        @Override
        public Targets targets(Occasion<Change> occasion) {
            return occasion.record().ticket().phase().isOver() ? Targets.one(model.get()) : Targets.none();
        }

        @Override
        public Optional<Command<ChangeModel>> command(Occasion<Change> occasion, ChangeModel target) {
            return Optional.of(new ChangeModelCommand.RecordUse(occasion.source(), FAILED));
        }
    }

    @Test
    void aChangeThatIsOverSuspendsItsModelInItsOwnCommit() {
        AtomicReference<RecordId> model = new AtomicReference<>();
        Company telling = Company.with(builder -> builder.reaction(new Tell(ChangeModels.DEFINITION, model)));
        Modelling modelling = approved(telling, 1);
        model.set(modelling.id);
        RecordRef change = modelling.aChange();
        long before = telling.trace().feed();

        telling.changes(DORA, change.id(), new TicketCommand.Cancel<>("it broke"));

        assertThat(modelling.status()).isEqualTo("suspended");
        assertThat(modelling.now().lastFailures()).containsExactly(change);
        assertThat(telling.store.feed(telling.itsm.registry().kinds(), before, 100))
                .extracting(item -> item.entry().name())
                .containsExactly("moved", "use-recorded", "suspended");
        assertThat(telling.store.find(ACME, Changes.KIND, change.id())).isPresent();
    }

    /** Against sets of names, as long as no more changes than are kept by name were told. */
    @Property(tries = 500)
    void eachChangeIsCountedOnce(
            @ForAll @Size(max = 60) List<@IntRange(max = 19) Integer> changes,
            @ForAll @Size(60) List<ChangeOutcome> outcomes) {
        ChangeModel model = ChangeModel.builder()
                .number("CHM1")
                .title("Replace a disk")
                .description("")
                .owner(BEN)
                .status(ChangeModelLifecycle.APPROVED)
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.EPOCH)
                .build();
        Set<RecordRef> used = new LinkedHashSet<>();
        Set<RecordRef> failed = new LinkedHashSet<>();
        Map<RecordRef, Integer> told = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            RecordRef change = Company.change(RecordId.of("c" + changes.get(i)));
            ChangeOutcome outcome = outcomes.get(i);
            if (!model.wasTold(change, outcome)) {
                model = model.used(change, outcome);
                told.merge(change, 1, Integer::sum);
            }
            used.add(change);
            if (!outcome.isSuccess()) {
                failed.add(change);
            }
        }
        assertThat(model.uses()).isEqualTo(used.size());
        assertThat(model.failures()).isEqualTo(failed.size());
        assertThat(model.lastUses()).containsExactlyElementsOf(used);
        assertThat(model.lastFailures()).containsExactlyElementsOf(failed);
        assertThat(told.values()).allMatch(times -> times <= 2);
    }
}
