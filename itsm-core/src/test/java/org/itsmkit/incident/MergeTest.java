package org.itsmkit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Preview;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.Duplicate;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Merger;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TicketMergeEvent;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was told twice is merged into one, and taken apart again where that was wrong. */
class MergeTest {

    private final Company company = Company.open();
    private final RecordId target = company.log(ANNA, "Mail is down").id();
    private final RecordId source = company.log(HANNA, "Cannot send mail").id();

    private static RecordRef ref(RecordId id) {
        return Company.incident(id);
    }

    private static TicketMergeCommand.MergeInto<Incident> into(RecordId id) {
        return new TicketMergeCommand.MergeInto<>(ref(id));
    }

    private static TicketCommand.LinkTo<Incident> to(LinkType type, RecordId id) {
        return new TicketCommand.LinkTo<>(type, ref(id));
    }

    private Ticket ticket(RecordId id) {
        return company.now(id).record().ticket();
    }

    @AfterEach
    void theJournalsStillTellEverything() {
        assertThat(FoldLaw.check(company.store, Company.ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void theOtherGoesOnInItsPlace() {
        Duplicate remembered = new Duplicate(ref(source), ticket(source).number(), "Cannot send mail", HANNA);

        company.does(BEN, source, into(target));

        Incident merged = company.now(source).record();
        assertThat(merged.ticket().status()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(merged.resolution())
                .contains(new Resolution(
                        Resolution.Code.DUPLICATE,
                        "Merged into " + ticket(target).number()));
        assertThat(merged.ticket().merger())
                .contains(new Merger(ref(target), ticket(target).number()));
        assertThat(merged.ticket().isLinked(LinkType.DUPLICATE_OF, ref(target))).isTrue();
        assertThat(ticket(target).duplicates()).containsExactly(remembered);
        assertThat(ticket(target).status()).isEqualTo(IncidentLifecycle.NEW);
        assertThat(company.journal(target).get(1).event())
                .isEqualTo(new TicketMergeEvent.TookIn<Incident>(List.of(remembered), java.util.Set.of()));
        assertThat(company.journal(target).get(1).cause().toString()).contains("incident-absorb-duplicate");
    }

    @Test
    void whatWasMergedKeepsPointingAtTheOther() {
        company.does(BEN, source, into(target));
        assertThat(company.refused(source, new TicketCommand.Unlink<>(LinkType.DUPLICATE_OF, ref(target)))
                        .code())
                .isEqualTo("rule:merged-keeps-its-link");
        company.does(BEN, source, new TicketMergeCommand.Unmerge<>("another server"));
        assertThat(ticket(source).links()).isEmpty();
    }

    @Test
    void whoAskedInADuplicateIsToldWithTheOther() {
        company.does(BEN, source, into(target));
        company.does(BEN, target, TicketCommand.Comment.toAll("node 2 is starting"));
        company.does(BEN, target, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        company.work();
        assertThat(company.told.stream()
                        .filter(n -> n.person().equals(Optional.of(HANNA)))
                        .map(Notice::code))
                .containsExactlyInAnyOrder("merged", "commented", "resolved");
        assertThat(company.told.stream()
                        .filter(n -> n.person().equals(Optional.of(ANNA)))
                        .map(Notice::code))
                .containsExactlyInAnyOrder("commented", "resolved");
    }

    @Test
    void whoWatchesADuplicateIsToldThatItIsOverAndThatItIsNot() {
        company.does(source, new TicketPeopleCommand.Watch<>(EMIL));
        company.does(source, new TicketPeopleCommand.Watch<>(HANNA));
        company.does(BEN, source, into(target));
        company.aMinuteLater();
        company.does(BEN, source, new TicketMergeCommand.Unmerge<>("another mailbox"));
        company.work();
        assertThat(company.told.stream().filter(n -> n.record().equals(ref(source))))
                .extracting(n -> n.person().orElseThrow(), Notice::code)
                .containsExactlyInAnyOrder(
                        tuple(EMIL, "merged"),
                        tuple(HANNA, "merged"),
                        tuple(EMIL, "reopened"),
                        tuple(HANNA, "reopened"));
    }

    @Test
    void linksAndChildrenGoOver() {
        RecordId change = company.draft().id();
        RecordId other = company.log().id();
        RecordId child = company.log().id();
        RecordId parent = company.log().id();
        company.does(source, new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, Company.change(change)));
        company.does(source, to(LinkType.RELATED, other));
        company.does(source, to(LinkType.RELATED, target));
        company.does(source, to(LinkType.PARENT, parent));
        company.does(target, to(LinkType.BLOCKS, other));
        // What the source blocks leads to the target: that link stays where it is.
        company.does(other, to(LinkType.CAUSED_BY, target));
        company.does(source, to(LinkType.CAUSED_BY, other));
        company.does(child, to(LinkType.PARENT, source));

        company.does(source, into(target));

        assertThat(ticket(target).links())
                .containsExactlyInAnyOrder(
                        Link.of("blocks", ref(other)),
                        Link.of("related", ref(other)),
                        Link.of("caused-by", Company.change(change)));
        assertThat(ticket(child).links()).containsExactly(Link.of("parent", ref(target)));
        assertThat(ticket(source).parent()).contains(ref(parent));
    }

    @Test
    void childrenThatWaitedWithItGoOn() {
        RecordId child = company.log().id();
        company.does(child, to(LinkType.PARENT, source));
        company.does(source, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        company.does(source, into(target));
        assertThat(ticket(child).status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(ticket(child).parent()).contains(ref(target));
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        assertThat(code(source, into(source))).isEqualTo("merge.into-itself");
        assertThat(code(source, into(RecordId.of("nowhere")))).isEqualTo("merge.no-such-target");
        assertThat(code(
                        source,
                        new TicketMergeCommand.MergeInto<>(
                                Company.change(company.draft().id()))))
                .isEqualTo("merge.other-kind");

        RecordId closed = company.log().id();
        company.does(closed, new TicketCommand.Cancel<>("no incident"));
        assertThat(code(source, into(closed))).isEqualTo("rule:merge-target-is-not-over");

        RecordId third = company.log().id();
        company.does(source, to(LinkType.DUPLICATE_OF, third));
        assertThat(code(source, into(target))).isEqualTo("merge.duplicate-of-another");
        assertThat(code(third, into(source))).isEqualTo("merge.makes-a-cycle");
        company.does(source, into(third));
        assertThat(code(source, into(third))).isEqualTo("lifecycle.not-possible");

        RecordId child = company.log().id();
        RecordId grandchild = company.log().id();
        company.does(child, to(LinkType.PARENT, target));
        company.does(grandchild, to(LinkType.PARENT, child));
        assertThat(code(target, into(grandchild))).isEqualTo("merge.target-is-below");
        assertThat(code(target, new TicketMergeCommand.Unmerge<>("why"))).isEqualTo("lifecycle.not-possible");
        company.does(child, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
        company.does(child, new TicketCommand.Close<>());
        assertThat(code(child, new TicketMergeCommand.Unmerge<>("why"))).isEqualTo("rule:unmerges-what-was-merged");
        assertThat(code(source, new TicketMergeCommand.Unmerge<>("\t"))).isEqualTo("text.missing");
    }

    private String code(RecordId id, org.itsmkit.kernel.Command<Incident> command) {
        return company.refused(id, command).code();
    }

    @Test
    void evenWithoutTheRulesNothingIsMergedTwice() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addRulesOff("incident/merge-target-is-not-over", "incident/unmerges-what-was-merged")
                        .build()));
        company.does(source, into(target));
        RecordId third = company.log().id();
        assertThat(code(third, into(source))).isEqualTo("merge.target-is-merged");
        company.does(third, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
        company.does(third, new TicketCommand.Close<>());
        assertThat(code(third, new TicketMergeCommand.Unmerge<>("why"))).isEqualTo("merge.not-merged");
    }

    @Test
    void aTargetThatCannotTakePartStopsTheMerger() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .remove(IncidentLifecycle.RESOLVED, org.itsmkit.ticket.TicketAction.LINK)
                                        .build()
                                        .toData())
                        .build()));
        company.does(target, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
        Rejection refusal = company.refused(source, into(target));
        assertThat(refusal.reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(refusal.subject()).contains(ref(target));
    }

    @Test
    void aMergerIsTakenBack() {
        RecordId earlier = company.log().id();
        company.does(earlier, into(source));
        company.does(source, into(target));
        assertThat(ticket(target).duplicates()).extracting(Duplicate::ref).containsExactly(ref(source), ref(earlier));

        company.does(source, new TicketMergeCommand.Unmerge<>("another mailbox"));

        Incident again = company.now(source).record();
        assertThat(again.ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(again.ticket().merger()).isEmpty();
        assertThat(again.ticket().links()).isEmpty();
        assertThat(again.resolution()).isEmpty();
        assertThat(ticket(target).duplicates()).isEmpty();
        assertThat(company.events(target)).containsExactly("logged", "absorbed", "released");
        company.does(target, into(source));
        assertThat(ticket(source).duplicates()).extracting(Duplicate::ref).containsExactly(ref(earlier), ref(target));
    }

    @Test
    void whatIsMigratedBackToWorkIsMergedNoLonger() {
        company.does(source, into(target));
        company.does(source, new TicketCommand.Migrate<>("in-progress", Optional.empty(), "imported wrongly"));
        assertThat(ticket(source).merger()).isEmpty();
        company.does(source, into(target));
        assertThat(ticket(target).duplicates()).hasSize(1);
    }

    @Test
    void whatItWentInToByWayOfAnotherForgetsItToo() {
        RecordId last = company.log().id();
        RecordId other = company.log().id();
        company.does(source, into(target));
        company.does(other, into(target));
        company.does(target, into(last));
        assertThat(ticket(last).duplicates()).hasSize(3);

        company.does(source, new TicketMergeCommand.Unmerge<>("another mailbox"));

        assertThat(ticket(target).duplicates()).extracting(Duplicate::ref).containsExactly(ref(other));
        assertThat(ticket(last).duplicates()).extracting(Duplicate::ref).containsExactly(ref(target), ref(other));
    }

    @Test
    void whatIsMigratedBackToWorkIsForgottenByTheOther() {
        company.does(source, into(target));

        company.does(source, new TicketCommand.Migrate<>("in-progress", Optional.empty(), "imported wrongly"));

        assertThat(ticket(target).duplicates()).isEmpty();
    }

    @Test
    void whatIsReopenedWhereTheTenantLetsIsForgottenToo() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .move(
                                                IncidentLifecycle.CLOSED,
                                                IncidentLifecycle.REOPEN,
                                                IncidentLifecycle.IN_PROGRESS)
                                        .build()
                                        .toData())
                        .build()));
        company.does(source, into(target));

        company.does(source, new IncidentCommand.Reopen("still down"));

        assertThat(ticket(source).merger()).isEmpty();
        assertThat(ticket(target).duplicates()).isEmpty();
    }

    @Test
    void whatWasGivenUpForgetsToo() {
        company.does(source, into(target));
        company.does(target, new TicketCommand.Cancel<>("no incident"));

        company.does(source, new TicketMergeCommand.Unmerge<>("another mailbox"));

        assertThat(ticket(target).duplicates()).isEmpty();
        assertThat(company.audited).isEmpty();
    }

    @Test
    void manyChildrenThatWaitedWithItAllGoOn() {
        List<RecordId> children = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            children.add(company.log().id());
            company.does(children.get(i), to(LinkType.PARENT, source));
        }
        company.does(source, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        while (company.work() > 0) {}

        company.does(source, into(target));
        while (company.work() > 0) {}

        assertThat(children).allSatisfy(child -> {
            assertThat(ticket(child).parent()).contains(ref(target));
            assertThat(ticket(child).status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        });
    }

    @Test
    void aPreviewShowsBoth() {
        Preview preview = done(company.itsm.incidents().preview(caller(DORA), source, into(target)));
        assertThat(preview.changes()).extracting(Preview.Change::record).containsExactly(ref(source), ref(target));
    }

    @Test
    void fiveHundredAreMergedIntoOneAndNoMore() {
        for (int i = 0; i < Ticket.MAX_DUPLICATES; i++) {
            company.does(company.log().id(), into(target));
        }
        assertThat(code(source, into(target))).isEqualTo("merge.too-many");
    }

    @Test
    void whatTheCallerMayNotKnowOfIsNoTarget() {
        Company strict = Company.with(builder -> builder.authorizer(org.itsmkit.people.Authorizers.byRole()
                .mayOnOwn("requester", "incident", "read", "log", "merge")
                .may("lead", "*", "*")
                .build()));
        RecordId annas = strict.log(ANNA, "Mail is down").id();
        RecordId hannas = strict.log(HANNA, "Cannot send mail").id();
        assertThat(strict.refused(HANNA, hannas, into(annas)).violations())
                .isEqualTo(strict.refused(HANNA, hannas, into(RecordId.of("nowhere")))
                        .violations());
        assertThat(strict.refused(HANNA, hannas, into(annas)).code()).isEqualTo("merge.no-such-target");
    }
}
