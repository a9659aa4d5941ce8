package org.itsmkit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Preview;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.ServiceDeskRoles;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.task.Task;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a parent runs down to its children, as far as people expect it to. */
class CascadeTest {

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "mail goes over node 2");

    private final List<Commit> commits = new ArrayList<>();
    private final Company company = company();

    private Company company() {
        return Company.around(
                store -> new Stores.Around(store) {
                    @Override
                    public void commit(TenantId tenant, Commit commit) {
                        super.commit(tenant, commit);
                        commits.add(commit);
                    }
                },
                builder -> builder.incidents(incidents -> incidents.policy(policy -> policy.with(Rule.of(
                        "evidence-is-kept",
                        Set.of(IncidentLifecycle.RESOLVE),
                        p -> p.record()
                                .map(i -> i.ticket().title().equals("Under seal"))
                                .orElse(false),
                        "What is under seal is not resolved.")))));
    }

    private RecordId below(RecordId parent) {
        return below(parent, "Cannot send mail");
    }

    private RecordId below(RecordId parent, String title) {
        RecordId child = company.log(HANNA, title).id();
        company.does(child, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(parent)));
        return child;
    }

    private String status(RecordId id) {
        return company.now(id).record().ticket().status().name();
    }

    private Optional<Hold> hold(RecordId id) {
        return company.now(id).record().ticket().hold();
    }

    private void workThroughAll() {
        while (company.work() > 0) {}
    }

    @Test
    void childrenAreResolvedAsTheirParentWasAndSayWhy() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        RecordId grandchild = below(child);
        commits.clear();

        company.does(BEN, parent, FIXED);

        assertThat(commits).hasSize(1);
        for (RecordId id : List.of(child, grandchild)) {
            assertThat(company.now(id).record().resolution())
                    .contains(new Resolution(Resolution.Code.WORKAROUND, "mail goes over node 2"));
            assertThat(company.events(id)).containsExactly("logged", "linked", "resolved");
        }
        JournalEntry ofChild = company.journal(child).get(2);
        assertThat(ofChild.cause()).isEqualTo(Cause.of("reaction:incident-resolve-children", ref(parent), 2));
        assertThat(ofChild.by().value()).isEqualTo("system");
        assertThat(company.journal(grandchild).get(2).cause())
                .isEqualTo(Cause.of("reaction:incident-resolve-children", ref(child), 3));
    }

    private static RecordRef ref(RecordId id) {
        return Company.incident(id);
    }

    @Test
    void whatIsOverOrResolvedIsLeftAlone() {
        RecordId parent = company.log().id();
        RecordId cancelled = below(parent);
        company.does(cancelled, new TicketCommand.Cancel<>("no incident"));
        RecordId resolved = below(parent);
        company.does(resolved, new IncidentCommand.Resolve(Resolution.Code.NO_FAULT, "it works"));
        RecordId closed = below(parent);
        company.does(closed, new IncidentCommand.Resolve(Resolution.Code.SELF_HEALED, "it works"));
        company.does(closed, new TicketCommand.Close<>());
        RecordId belowResolved = below(resolved);
        List<Long> before = versions(cancelled, resolved, closed, belowResolved);

        company.does(parent, FIXED);
        workThroughAll();

        assertThat(versions(cancelled, resolved, closed, belowResolved)).isEqualTo(before);
    }

    private List<Long> versions(RecordId... ids) {
        return List.of(ids).stream().map(id -> company.now(id).version()).toList();
    }

    @Test
    void aChildThatIsRefusedIsToldToTheAuditSinkAndTheOthersAreResolved() {
        RecordId parent = company.log().id();
        RecordId first = below(parent);
        RecordId sealed = below(parent, "Under seal");
        RecordId belowSealed = below(sealed);
        RecordId last = below(parent);

        company.does(parent, FIXED);

        assertThat(List.of(status(parent), status(first), status(sealed), status(belowSealed), status(last)))
                .containsExactly("resolved", "resolved", "new", "new", "resolved");
        assertThat(company.audited)
                .filteredOn(verdict -> verdict.code().equals("reaction.refused"))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.record()).contains(ref(sealed));
                    assertThat(verdict.reason())
                            .contains("incident-resolve-children")
                            .contains("under seal");
                });
    }

    @Test
    void neitherClosingNorReopeningNorCancellingRunsDown() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        company.does(parent, FIXED);
        long before = company.now(child).version();
        company.does(parent, new IncidentCommand.Reopen("not at all"));
        assertThat(status(child)).isEqualTo("resolved");
        company.does(parent, FIXED);
        company.does(parent, new TicketCommand.Close<>());
        RecordId other = company.log().id();
        RecordId belowOther = below(other);
        company.does(other, new TicketCommand.Cancel<>("no incident"));

        assertThat(company.now(child).version()).isEqualTo(before);
        assertThat(status(belowOther)).isEqualTo("new");
    }

    /** What is said of a wait, whenever it began. */
    private static List<Object> told(Hold hold) {
        return List.of(hold.reason(), hold.note(), hold.with());
    }

    @Test
    void childrenWaitWithTheirParentForSomeReasonsAndGoOnWithIt() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        RecordId grandchild = below(child);
        RecordId busy = below(parent);
        company.does(busy, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        RecordId taken = below(parent);

        company.does(parent, new TicketCommand.PutOnHold<>("awaiting-problem", Optional.of("PRB0000007")));
        assertThat(hold(child).map(CascadeTest::told))
                .contains(List.of("awaiting-problem", Optional.of("PRB0000007"), Optional.of(ref(parent))));
        assertThat(hold(grandchild).map(CascadeTest::told))
                .contains(List.of("awaiting-problem", Optional.of("PRB0000007"), Optional.of(ref(child))));
        assertThat(hold(busy).map(CascadeTest::told))
                .contains(List.of("awaiting-supplier", Optional.empty(), Optional.empty()));
        // From now on it waits for something of its own.
        company.does(taken, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER));

        company.does(parent, new TicketCommand.Resume<>());
        assertThat(List.of(status(child), status(grandchild), status(busy), status(taken)))
                .containsExactly("in-progress", "in-progress", "on-hold", "on-hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"awaiting-requester", "awaiting-supplier", "awaiting-evidence"})
    void forOtherReasonsTheParentWaitsAlone(String reason) {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        company.does(parent, new TicketCommand.PutOnHold<>(reason, Optional.empty()));
        assertThat(status(child)).isEqualTo("new");
        // A wait for all that becomes one of its own alone lets the children go on, and the other way round.
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));
        assertThat(status(child)).isEqualTo("on-hold");
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        assertThat(hold(child).map(Hold::reason)).contains("awaiting-problem");
        company.does(parent, new TicketCommand.PutOnHold<>(reason, Optional.empty()));
        assertThat(status(child)).isEqualTo("in-progress");
    }

    @Test
    void aParentThatIsOverLetsThoseGoOnThatWaitedWithIt() {
        RecordId cancelled = company.log().id();
        RecordId child = below(cancelled);
        RecordId resolved = company.log().id();
        RecordId sealed = below(resolved, "Under seal");
        RecordId other = below(resolved);
        company.does(cancelled, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));
        company.does(resolved, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));

        company.does(cancelled, new TicketCommand.Cancel<>("no incident"));
        company.does(resolved, FIXED);

        assertThat(List.of(status(child), status(sealed), status(other)))
                .containsExactly("in-progress", "in-progress", "resolved");
    }

    @Test
    void aChildThatIsTakenAwayGoesOn() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));

        company.does(child, new TicketCommand.Unlink<>(LinkType.PARENT, ref(parent)));

        assertThat(status(child)).isEqualTo("in-progress");
    }

    @Test
    void whereAHoldComesLateNobodyWaitsWithAParentThatWentOn() throws Exception {
        RecordId parent = company.log().id();
        List<RecordId> children =
                IntStream.range(0, 120).mapToObj(i -> below(parent)).toList();
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));
        company.does(parent, new TicketCommand.Resume<>());

        // The tasks of the second command come before those of the first, which failed and came again.
        for (Optional<Task> task = next("resume"); task.isPresent(); task = next("resume")) {
            company.itsm.tasks().handle(Company.ACME, task.get());
            company.store.tasks().runDue((tenant, other) -> {
                if (!other.payload().get("reaction").equals("incident-resume-children")) {
                    throw new IllegalStateException("the network is down");
                }
                company.itsm.tasks().handle(tenant, other);
            });
        }
        company.clock.advance(Duration.ofDays(1));
        workThroughAll();

        assertThat(children).extracting(this::status).doesNotContain("on-hold");
    }

    private Optional<Task> next(String what) {
        return company.store.tasks().pending(Company.ACME).stream()
                .filter(task ->
                        ("incident-" + what + "-children").equals(task.payload().get("reaction")))
                .findFirst();
    }

    @Test
    void aChildOfTwoParentsWaitsWithTheOneThatWaits() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addRulesOff("incident/link-is-the-only-one").build()));
        List<RecordId> parents =
                IntStream.range(0, 8).mapToObj(i -> company.log().id()).toList();
        RecordId child = below(parents.get(0));
        parents.stream()
                .skip(1)
                .forEach(other -> company.does(child, new TicketCommand.LinkTo<>(LinkType.PARENT, ref(other))));

        for (RecordId parent : parents) {
            company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));
            assertThat(hold(child).flatMap(Hold::with)).contains(ref(parent));
            company.does(parent, new TicketCommand.Resume<>());
            assertThat(status(child)).isEqualTo("in-progress");
        }
        assertThat(company.audited).isEmpty();
    }

    @Test
    void aTenantSaysForWhichReasonsAllWait() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addCascadingHolds("awaiting-supplier").build()));
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        assertThat(status(child)).isEqualTo("new");
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        assertThat(status(child)).isEqualTo("on-hold");
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .addCascadingHolds("awaiting-godot")
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("rule:cascading-holds-exist");
    }

    @Test
    void onlyAChildWaitsWithAParentAndNobodySpeaksFromElsewhere() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        company.does(child, new TicketFamilyCommand.HoldWith<>(ref(parent), "awaiting-supplier", Optional.of("ACME")));
        company.does(parent, new TicketCommand.Start<>());
        assertThat(status(child)).isEqualTo("in-progress");
        assertThat(company.refused(
                                parent,
                                new TicketFamilyCommand.HoldWith<>(ref(child), "awaiting-supplier", Optional.empty()))
                        .code())
                .isEqualTo("hold.not-its-parent");
        assertThat(company.refused(child, new TicketFamilyCommand.HoldWith<>(ref(parent), "moon\0", Optional.of("\0")))
                        .violations())
                .hasSize(2);
        assertThat(company.refused(child, new TicketFamilyCommand.CommentToAll<>("hello", Optional.of(ref(parent))))
                        .code())
                .isEqualTo("comment.from-elsewhere");
    }

    @Test
    void aTenantSwitchesEachOff() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addReactionsOff(
                                "incident-resolve-children", "incident-hold-children", "incident-comment-to-children")
                        .build()));
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        long before = company.now(child).version();
        company.does(parent, new TicketFamilyCommand.CommentToAll<>("we are on it"));
        company.does(parent, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        company.does(parent, FIXED);
        assertThat(company.now(child).version()).isEqualTo(before);
    }

    @Test
    void whatIsSaidToAllIsSaidToTheRequesterOfEach() {
        RecordId parent = company.log(ANNA, "Mail is down").id();
        RecordId child = below(parent);
        RecordId grandchild = below(child);
        RecordId closed = below(parent);
        company.does(closed, FIXED);
        company.does(closed, new TicketCommand.Close<>());
        workThroughAll();
        company.told.clear();

        company.does(BEN, parent, new TicketFamilyCommand.CommentToAll<>("back by noon"));
        company.does(BEN, parent, TicketCommand.Comment.toAll("Anna, call me"));
        workThroughAll();

        assertThat(List.of(parent, child, grandchild, closed))
                .extracting(id -> company.now(id).record().ticket().comments())
                .containsExactly(2, 1, 1, 0);
        assertThat(company.told)
                .extracting(Notice::record, n -> n.person().orElseThrow())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ref(parent), ANNA),
                        org.assertj.core.groups.Tuple.tuple(ref(parent), ANNA),
                        org.assertj.core.groups.Tuple.tuple(ref(child), HANNA),
                        org.assertj.core.groups.Tuple.tuple(ref(grandchild), HANNA));
        assertThat(company.refused(parent, new TicketFamilyCommand.CommentToAll<>(" "))
                        .code())
                .isEqualTo("text.missing");
    }

    @Test
    void onlyTheProvidersOwnPeopleSpeakToAll() {
        Company roles = Company.with(builder -> builder.authorizer(ServiceDeskRoles.standard()));
        RecordId parent = roles.log().id();
        RecordId child = roles.log(HANNA, "Cannot send mail").id();
        roles.does(BEN, child, new TicketCommand.LinkTo<>(LinkType.PARENT, ref(parent)));
        Command<Incident> speaks = new TicketFamilyCommand.CommentToAll<>("send me your passwords");

        assertThat(roles.refused(ANNA, parent, speaks).code()).isEqualTo("rule:insiders-speak-to-all");
        roles.does(ANNA, parent, TicketCommand.Comment.toAll("still broken"));
        roles.does(BEN, parent, new TicketFamilyCommand.CommentToAll<>("back by noon"));
        roles.work();
        assertThat(roles.now(child).record().ticket().comments()).isEqualTo(1);
    }

    @Test
    void whatIsSaidToAllEndsWhereItBeganRoundACircle() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addRulesOff("incident/link-makes-no-cycle").build()));
        RecordId one = company.log().id();
        RecordId two = below(one);
        company.does(one, new TicketCommand.LinkTo<>(LinkType.PARENT, ref(two)));
        company.does(one, new TicketFamilyCommand.CommentToAll<>("hello"));
        company.does(one, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM));
        company.does(one, new TicketCommand.Resume<>());
        company.does(one, FIXED);
        workThroughAll();
        assertThat(company.now(one).record().ticket().comments()).isEqualTo(2);
        assertThat(company.now(two).record().ticket().comments()).isEqualTo(1);
        assertThat(List.of(status(one), status(two))).containsOnly("resolved");
    }

    @Test
    void aPreviewShowsTheChildren() {
        RecordId parent = company.log().id();
        RecordId child = below(parent);
        IntStream.range(0, 60).forEach(i -> below(child));
        Preview preview = done(company.itsm.incidents().preview(caller(DORA), parent, FIXED));
        assertThat(preview.changes()).hasSize(50);
        assertThat(preview.changes().get(1).record()).isEqualTo(ref(child));
        assertThat(preview.deferred()).isEqualTo(1);
        assertThat(status(child)).isEqualTo("new");
    }

    @Test
    void aChangeBelowAnIncidentIsItsOwnAffair() {
        RecordId parent = company.log().id();
        RecordId change = company.draft().id();
        company.changes(BEN, change, new TicketCommand.LinkTo<>(LinkType.PARENT, ref(parent)));
        company.does(parent, FIXED);
        assertThat(company.changeNow(change).version()).isEqualTo(2);
        assertThat(company.audited).isEmpty();
    }

    @Test
    void aThousandChildrenAreResolvedEachOnceAndNoCommitIsLarge() {
        RecordId parent = company.log().id();
        List<RecordId> children =
                IntStream.range(0, 1_000).mapToObj(i -> below(parent)).toList();

        assertResolvedOnce(parent, children, 21);
    }

    @Test
    void whatIsToldLateHappenedToAllChildrenAtOneTime() {
        RecordId parent = company.log().id();
        List<RecordId> children =
                IntStream.range(0, 120).mapToObj(i -> below(parent)).toList();
        company.clock.advance(Duration.ofHours(2));
        Instant then = company.clock.instant().minus(Duration.ofHours(1));

        done(company.itsm
                .incidents()
                .submit(caller(BEN), parent, FIXED, Options.none().occurredAt(then)));
        company.clock.advance(Duration.ofHours(1));
        workThroughAll();

        assertThat(children)
                .allSatisfy(
                        child -> assertThat(company.now(child).record().ticket().resolvedAt())
                                .contains(then));
    }

    @Test
    void aDeepChainIsResolvedToItsEnd() {
        List<RecordId> chain = new ArrayList<>(List.of(company.log().id()));
        for (int i = 0; i < 300; i++) {
            chain.add(below(chain.get(i)));
        }
        // Six in the first commit, five in each that follows: the first of those is the one at which it stopped.
        assertResolvedOnce(chain.get(0), chain.subList(1, chain.size()), 60);
    }

    @Test
    void aTreeOfThreeLevelsIsResolvedWhole() {
        RecordId parent = company.log().id();
        List<RecordId> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RecordId child = below(parent);
            all.add(child);
            IntStream.range(0, 70).mapToObj(j -> below(child)).forEach(all::add);
        }
        for (int i = 0; i < 9; i++) {
            RecordId child = below(parent);
            all.add(child);
            for (int j = 0; j < 4; j++) {
                RecordId grandchild = below(child);
                all.add(grandchild);
                IntStream.range(0, 3).mapToObj(k -> below(grandchild)).forEach(all::add);
            }
        }
        assertResolvedOnce(parent, all, 50);
    }

    private void assertResolvedOnce(RecordId parent, List<RecordId> below, int mostCommits) {
        workThroughAll();
        commits.clear();
        company.does(parent, FIXED);
        workThroughAll();

        for (RecordId id : below) {
            assertThat(company.events(id)).as("%s", id).containsExactly("logged", "linked", "resolved");
        }
        List<Commit> writing =
                commits.stream().filter(commit -> !commit.writes().isEmpty()).toList();
        assertThat(writing)
                .hasSizeLessThanOrEqualTo(mostCommits)
                .allSatisfy(commit -> assertThat(commit.writes()).hasSizeLessThanOrEqualTo(50));
        assertThat(writing.stream().mapToInt(commit -> commit.writes().size()).sum())
                .isEqualTo(below.size() + 1);
        assertThat(company.store.tasks().pending(Company.ACME)).isEmpty();
        assertThat(company.audited).isEmpty();
    }
}
