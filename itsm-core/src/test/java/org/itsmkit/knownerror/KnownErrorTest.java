package org.itsmkit.knownerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.incident.measure.WorkaroundEffect;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.Solving;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.Test;

/** What becomes of a known error, and of what it knows. */
class KnownErrorTest {

    private final Company company = Company.open();

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    @Test
    void aKnownErrorBeginsWithWhatItIsRecognisedByAndItsProblem() {
        Solving problem = Solving.in(company, "root-cause-identified");
        Knowing knowing =
                Knowing.of(company, Knowing.crash().problem(problem.ref()).build());

        KnownError error = knowing.now();
        assertThat(error.ticket().number()).startsWith("KE");
        assertThat(error.ticket().affectedOrBlank().errorCodes()).containsExactly("0xC0000005");
        assertThat(error.ticket().isLinked(LinkType.KNOWN_ERROR_OF, problem.ref()))
                .isTrue();
        assertThat(error.workaround()).contains(Workaround.of("Save the attachment first"));
        assertThat(company.itsm.knownErrors().count(caller(DORA), KnownErrors.FIELDS.errorCode.is("0xC0000005")))
                .isEqualTo(1);
        assertThat(company.itsm
                        .knownErrors()
                        .count(caller(DORA), Condition.words(KnownErrors.SYMPTOM.key(), "attachment")))
                .isEqualTo(1);
    }

    @Test
    void onlyAProblemHasKnownErrors() {
        RecordRef incident = Company.incident(company.log().id());
        for (RecordRef none : List.of(incident, RecordRef.of("problem", incident.id()))) {
            Rejection refusal = company.itsm
                    .knownErrors()
                    .submit(caller(DORA), Knowing.crash().problem(none).build())
                    .getLeft();
            assertThat(codes(refusal)).containsExactly("known-error.no-such-problem");
        }
        Rejection blank = company.itsm
                .knownErrors()
                .submit(
                        caller(DORA),
                        KnownErrorCommand.identify()
                                .draft(TicketDraft.builder().title(" ").build())
                                .symptom(" ")
                                .cause("")
                                .workaround("")
                                .affected(new Affected(Set.of(), Set.of(" ")))
                                .build())
                .getLeft();
        assertThat(blank.violations())
                .extracting(v -> v.arguments().get("field"))
                .contains("title", "symptom", "cause", "workaround", "errorCodes");
    }

    @Test
    void aWorkaroundIsVerifiedOnceAndAnewWhenItIsAnother() {
        Knowing knowing = Knowing.in(company, "identified");
        KnownError verified = knowing.does(new KnownErrorCommand.VerifyWorkaround());
        assertThat(verified.workaround().orElseThrow().verifiedBy()).contains(DORA);

        knowing.does(new KnownErrorCommand.DescribeWorkaround("Use the web client"));
        assertThat(knowing.status()).isEqualTo("identified");
        assertThat(knowing.now().workaround().orElseThrow().isVerified()).isFalse();
        knowing.does(new FixingCommand.PlanFix<>(Knowing.aChange(company)));
        knowing.does(new KnownErrorCommand.VerifyWorkaround());
        assertThat(knowing.status()).isEqualTo("fix-planned");
        assertThat(codes(knowing.refused(new KnownErrorCommand.VerifyWorkaround())))
                .containsExactly("rule:workaround-verified-once");

        Knowing helpless = Knowing.of(
                company,
                KnownErrorCommand.identify()
                        .draft(TicketDraft.builder().title("Crash").build())
                        .symptom("It crashes")
                        .build());
        assertThat(codes(helpless.refused(new KnownErrorCommand.VerifyWorkaround())))
                .containsExactly("rule:there-is-a-workaround");
        assertThat(codes(helpless.refused(new KnownErrorCommand.Publish())))
                .containsExactly("rule:there-is-something-to-publish");
        helpless.does(new KnownErrorCommand.DescribeError("It crashes", Optional.of("a buffer")));
        helpless.does(new KnownErrorCommand.Publish());
        assertThat(helpless.now().publishedAt()).contains(company.clock.instant());
        helpless.does(new KnownErrorCommand.Retire("replaced"));
        assertThat(helpless.now().publishedAt()).isEmpty();
    }

    @Test
    void itIsFixedWhenAllChangesThatWereToFixItAreDone() {
        Knowing knowing = Knowing.in(company, "identified");
        RecordRef one = Knowing.aChange(company);
        RecordRef other = Knowing.aChange(company);
        knowing.does(new FixingCommand.PlanFix<>(one));
        knowing.does(new FixingCommand.PlanFix<>(other));
        long before = knowing.journal().size();
        knowing.does(new FixingCommand.PlanFix<>(other));
        assertThat(knowing.journal()).as("planned already").hasSize((int) before);

        knowing.does(new FixingCommand.NoteFix<>(one, Fix.State.DONE));
        assertThat(knowing.status()).isEqualTo("fix-planned");
        assertThat(codes(knowing.refused(new FixCommand.RecordFix("gone")))).containsExactly("rule:no-fix-is-open");
        knowing.does(new FixingCommand.NoteFix<>(other, Fix.State.FAILED));
        assertThat(knowing.status()).isEqualTo("fixed");
        assertThat(knowing.journal().get(knowing.journal().size() - 1).cause().name())
                .isEqualTo("reaction:record-fix-of-known-error");

        knowing.does(new FixCommand.Recur("it is back"));
        assertThat(knowing.now().workaround().orElseThrow().isVerified()).isFalse();
    }

    @Test
    void noneIsFixedByChangesThatAllFailed() {
        Knowing knowing = Knowing.in(company, "fix-planned");
        RecordRef change = knowing.now().fixes().get(0).change();
        knowing.does(new FixingCommand.NoteFix<>(change, Fix.State.FAILED));
        assertThat(knowing.status()).isEqualTo("fix-planned");
    }

    @Test
    void whatIsPublishedReachesEveryOpenInstance() {
        Solving problem = Solving.in(company, "root-cause-identified");
        Knowing knowing =
                Knowing.of(company, Knowing.crash().problem(problem.ref()).build());
        RecordId ofProblem = instance(problem.ref());
        RecordId ofKnownError = instance(knowing.ref());
        RecordId resolved = instance(knowing.ref());
        company.does(resolved, new IncidentCommand.Resolve(Resolution.Code.FIXED, "by itself"));
        RecordId stranger = company.log().id();
        company.does(ofProblem, new TicketCommand.Assign<>(OPERATIONS, DORA));
        company.work();
        company.told.clear();

        knowing.does(new KnownErrorCommand.Publish());
        company.work();

        OfferedWorkaround offered = new OfferedWorkaround(
                knowing.ref(),
                knowing.now().ticket().number(),
                "Save the attachment first",
                OfferedWorkaround.State.OFFERED);
        assertThat(company.now(ofProblem).record().workarounds()).containsExactly(offered);
        assertThat(company.now(ofKnownError).record().workarounds()).containsExactly(offered);
        assertThat(company.now(resolved).record().workarounds()).isEmpty();
        assertThat(company.now(stranger).record().workarounds()).isEmpty();
        assertThat(company.told.stream()
                        .map(notice -> notice.code() + " "
                                + notice.person().orElseThrow().value()))
                .as("who has it is told")
                .containsExactly("workaround-offered dora");
        var last = company.journal(ofProblem).get(company.journal(ofProblem).size() - 1);
        assertThat(last.name()).isEqualTo("workaround-offered");
        assertThat(last.cause().name()).isEqualTo("reaction:offer-published-workaround");

        knowing.does(new KnownErrorCommand.DescribeWorkaround("Use the web client"));
        knowing.does(new KnownErrorCommand.Publish());
        assertThat(company.now(ofProblem).record().workarounds())
                .extracting(OfferedWorkaround::text)
                .containsExactly("Use the web client");
    }

    private RecordId instance(RecordRef of) {
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, of));
        return id;
    }

    @Test
    void howWellAWorkaroundHelpsIsCounted() {
        Knowing knowing = Knowing.in(company, "identified");
        List<RecordId> ids = List.of(
                instance(knowing.ref()), instance(knowing.ref()), instance(knowing.ref()), instance(knowing.ref()));
        knowing.does(new KnownErrorCommand.Publish());
        assertThat(effect(knowing)).isEqualTo(new WorkaroundEffect(4, 0, 0));
        assertThat(effect(knowing).effectiveness()).isEmpty();

        company.does(ids.get(0), new WorkaroundCommand.TryWorkaround(knowing.ref(), true));
        company.does(ids.get(1), new WorkaroundCommand.TryWorkaround(knowing.ref(), false));
        company.does(ids.get(2), new WorkaroundCommand.TryWorkaround(knowing.ref(), true));
        assertThat(effect(knowing)).isEqualTo(new WorkaroundEffect(4, 3, 2));
        assertThat(effect(knowing).effectiveness().orElseThrow()).isEqualByComparingTo("0.6667");

        company.does(ids.get(2), new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "saved it first"));
        company.does(ids.get(2), new IncidentCommand.Reopen("it crashes all the same"));
        assertThat(effect(knowing)).as("what did not help for long").isEqualTo(new WorkaroundEffect(4, 3, 1));
        company.does(ids.get(1), new WorkaroundCommand.TryWorkaround(knowing.ref(), true));
        assertThat(effect(knowing)).as("the last word counts").isEqualTo(new WorkaroundEffect(4, 3, 2));
        assertThat(WorkaroundEffect.of(ids.stream().map(id -> company.now(id).record()), knowing.ref()))
                .isEqualTo(effect(knowing));
        assertThat(WorkaroundEffect.of(
                        company.itsm.incidents(), caller(DORA), RecordRef.of("known-error", RecordId.of("x"))))
                .isEqualTo(new WorkaroundEffect(0, 0, 0));
    }

    private WorkaroundEffect effect(Knowing knowing) {
        return WorkaroundEffect.of(company.itsm.incidents(), caller(DORA), knowing.ref());
    }

    @Test
    void onlyWhatWasOfferedIsTried() {
        Knowing knowing = Knowing.in(company, "identified");
        RecordId id = company.log().id();
        assertThat(codes(company.refused(id, new WorkaroundCommand.TryWorkaround(knowing.ref(), true))))
                .containsExactly("rule:tries-what-was-offered");
        assertThat(codes(company.refused(
                        id, new WorkaroundCommand.OfferWorkaround(Company.incident(id), "INC1", "restart"))))
                .containsExactly("workaround.no-such-known-error");
        for (int i = 0; i < 20; i++) {
            company.does(
                    id,
                    new WorkaroundCommand.OfferWorkaround(
                            Knowing.of(company, Knowing.crash().build()).ref(), "KE" + i, "restart"));
        }
        assertThat(codes(company.refused(id, new WorkaroundCommand.OfferWorkaround(knowing.ref(), "KE99", "restart"))))
                .containsExactly("workaround.too-many");
    }

    @Test
    void aChangeThatIsOverTellsWhatItWasToFix() {
        Knowing knowing = Knowing.in(company, "fix-planned");
        Solving problem = Solving.in(company, "fix-in-progress");
        RecordRef change = knowing.now().fixes().get(0).change();
        problem.does(new FixingCommand.PlanFix<>(change));
        RecordRef given = problem.now().fixes().get(0).change();
        RecordId waits = company.log().id();
        company.does(waits, new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, problem.ref()));
        company.does(waits, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        RecordId waitsForMore = company.log().id();
        company.does(waitsForMore, new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, problem.ref()));
        company.does(waitsForMore, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));

        company.changes(DORA, given.id(), new TicketCommand.Cancel<>("no money"));
        assertThat(Fix.of(problem.now().fixes(), given)).contains(Fix.State.FAILED);
        company.changes(DORA, change.id(), new ChangeCommand.Authorise("go"));
        company.changes(BEN, change.id(), new ChangeCommand.Implement("as planned"));
        assertThat(knowing.status()).isEqualTo("fix-planned");
        company.changes(DORA, change.id(), new TicketCommand.Close<>());

        assertThat(knowing.status()).isEqualTo("fixed");
        assertThat(problem.status()).isEqualTo("resolved");
        assertThat(company.now(waits).record().ticket().status().name()).isEqualTo("in-progress");
        assertThat(company.now(waitsForMore).record().ticket().status().name()).isEqualTo("on-hold");
        assertThat(problem.journal().stream().map(entry -> entry.cause().name()).toList())
                .contains("reaction:note-fix-of-problem", "reaction:resolve-fixed-problem");
    }

    @Test
    void whatATicketIsAboutIsSaidAsAWhole() {
        RecordId id = company.log().id();
        company.does(
                id,
                new AffectedCommand.NameAffected<>(
                        Set.of(AffectedItem.of("mail-client", "4.2"), AffectedItem.of("mail-client", "4.1")),
                        Set.of("E-1")));
        assertThat(company.now(id).record().ticket().affectedOrBlank().items()).hasSize(2);
        int before = company.journal(id).size();
        company.does(
                id,
                new AffectedCommand.NameAffected<>(
                        Set.of(AffectedItem.of("mail-client", "4.1"), AffectedItem.of("mail-client", "4.2")),
                        Set.of("E-1")));
        assertThat(company.journal(id)).as("the same").hasSize(before);
        company.does(id, new AffectedCommand.NameAffected<>());
        assertThat(company.now(id).record().ticket().affected()).isEmpty();

        Set<AffectedItem> many = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i <= 200; i++) {
            many.add(AffectedItem.of("pc-" + i));
            codes.add("E-" + i);
        }
        assertThat(codes(company.refused(ANNA, id, new AffectedCommand.NameAffected<>(many, codes))))
                .containsExactlyInAnyOrder("affected.too-many-items", "affected.too-many-codes");
        assertThat(codes(company.refused(
                        id,
                        new AffectedCommand.NameAffected<>(
                                Set.of(AffectedItem.of("pc", "x".repeat(129))), Set.of("y".repeat(129), "a\nb")))))
                .containsExactlyInAnyOrder("text.too-long", "text.too-long", "text.not-one-line");
        many.remove(AffectedItem.of("pc-200"));
        company.does(id, new AffectedCommand.NameAffected<>(many, Set.of("z".repeat(128))));
        assertThat(done(company.itsm.incidents().submit(caller(DORA), id, new TicketCommand.Start<>()))
                        .record()
                        .ticket()
                        .affectedOrBlank()
                        .items())
                .hasSize(200);
    }
}
