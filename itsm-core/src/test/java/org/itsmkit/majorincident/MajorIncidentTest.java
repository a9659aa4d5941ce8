package org.itsmkit.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** From the proposal to the end of the review. */
class MajorIncidentTest {

    private static final PersonId NOBODY = PersonId.of("gus");

    private final Company company = Company.open();

    private Rejection proposalRefused(RecordId incident) {
        return company.itsm
                .majorIncidents()
                .submit(caller(BEN), new MajorIncidentCommand.Propose(incident, "all of it"))
                .getLeft();
    }

    @Test
    void itBeginsAsWhatItsIncidentIs() {
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.Categorise<>(Category.of("software/mail"), MAIL));

        MajorIncident major = done(company.itsm
                        .majorIncidents()
                        .submit(caller(BEN), new MajorIncidentCommand.Propose(id, "nobody has mail")))
                .record();

        assertThat(major.number()).isEqualTo("MAJ0000001");
        assertThat(major.title()).isEqualTo("Mail is down");
        assertThat(major.service()).contains(MAIL);
        assertThat(major.incident()).isEqualTo(Company.incident(id));
        assertThat(major.proposedBy()).isEqualTo(BEN);
        assertThat(major.reason()).isEqualTo("nobody has mail");
        assertThat(major.trigger()).isEmpty();
        assertThat(company.itsm
                        .majorIncidents()
                        .query(
                                caller(DORA),
                                Query.where(Condition.linkedTo(MajorIncidentKind.LEADS, Company.incident(id))
                                        .and(MajorIncidentKind.SERVICE.is(MAIL))
                                        .and(MajorIncidentKind.PHASE.is(Phase.NEW))
                                        .and(Condition.words(MajorIncidentKind.TITLE.key(), "MAIL")))))
                .satisfies(page -> assertThat(page.items()).hasSize(1));
    }

    @Test
    void whatIsProposedIsAnIncidentThatIsNotOver() {
        assertThat(proposalRefused(RecordId.of("nowhere")).code()).isEqualTo("rule:incident-is-known");
        RecordId cancelled = company.log().id();
        company.does(cancelled, new TicketCommand.Cancel<>("no incident"));
        assertThat(proposalRefused(cancelled).code()).isEqualTo("rule:incident-is-not-over");
        assertThat(company.itsm
                        .majorIncidents()
                        .submit(
                                caller(BEN),
                                new MajorIncidentCommand.Propose(company.log().id(), " \n"))
                        .getLeft()
                        .code())
                .isEqualTo("text.missing");
    }

    @Test
    void anIncidentIsOneMajorIncidentAtMost() {
        for (String status : List.of(
                "proposed", "active", "mitigated", "restored", "under-review", "closed", "rejected", "demoted")) {
            Company another = Company.open();
            Leading leading = Leading.in(another, status);
            assertThat(another.itsm
                            .majorIncidents()
                            .submit(caller(BEN), new MajorIncidentCommand.Propose(leading.id, "again"))
                            .getLeft()
                            .code())
                    .as(status)
                    .isEqualTo("rule:one-major-incident-for-each-incident");
        }
    }

    @Test
    void ofTwoWhoProposeAtTheSameTimeOneDoes() {
        Optional<Runnable>[] meanwhile = new Optional[] {Optional.empty()};
        Company racing = Company.around(store -> new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                Optional<Runnable> first = meanwhile[0];
                meanwhile[0] = Optional.empty();
                first.ifPresent(Runnable::run);
                super.commit(tenant, commit);
            }
        });
        RecordId id = racing.log().id();
        meanwhile[0] = Optional.of(() -> done(racing.itsm
                .majorIncidents()
                .submit(caller(CARLA), new MajorIncidentCommand.Propose(id, "Carla was quicker"))));

        Rejection late = racing.itsm
                .majorIncidents()
                .submit(caller(BEN), new MajorIncidentCommand.Propose(id, "Ben was late"))
                .getLeft();

        assertThat(late.reason()).isEqualTo(Rejection.Reason.CONFLICT);
        assertThat(racing.itsm.majorIncidents().count(caller(DORA), Condition.all()))
                .isEqualTo(1);
        assertThat(racing.itsm
                        .majorIncidents()
                        .find(caller(DORA), id)
                        .orElseThrow()
                        .record()
                        .proposedBy())
                .isEqualTo(CARLA);
    }

    @Test
    void nothingIsActiveWithoutACommander() {
        Leading leading = Leading.proposed(company);
        assertThat(leading.refused(new MajorIncidentCommand.Accept(Optional.empty(), ""))
                        .code())
                .isEqualTo("rule:there-is-a-commander");
        assertThat(leading.refused(MajorIncidentCommand.Accept.commandedBy(NOBODY))
                        .code())
                .isEqualTo("rule:role-holder-is-known");

        leading.does(new RoleCommand.AssignRole(MajorRole.COMMANDER, CARLA));
        leading.does(new RoleCommand.VacateRole(MajorRole.COMMANDER, "on holiday"));
        assertThat(leading.refused(new MajorIncidentCommand.Accept(Optional.empty(), ""))
                        .code())
                .isEqualTo("rule:there-is-a-commander");
        leading.does(new RoleCommand.AssignRole(MajorRole.COMMANDER, BEN));
        leading.does(new MajorIncidentCommand.Accept(Optional.empty(), "go"));

        assertThat(leading.now().holder(MajorRole.COMMANDER)).contains(BEN);
        assertThat(leading.refused(new RoleCommand.VacateRole(MajorRole.COMMANDER, "tired"))
                        .code())
                .isEqualTo("rule:a-commander-is-kept");
        assertThat(leading.events())
                .containsExactly("proposed", "role-assigned", "role-vacated", "role-assigned", "accepted");
    }

    @Test
    void whoAcceptsMayNameAnotherCommander() {
        Leading leading = Leading.proposed(company);
        leading.does(new RoleCommand.AssignRole(MajorRole.COMMANDER, BEN));
        leading.does(MajorIncidentCommand.Accept.commandedBy(CARLA));
        assertThat(leading.now().holder(MajorRole.COMMANDER)).contains(CARLA);
        assertThat(leading.journal().get(2).event())
                .isEqualTo(new MajorIncidentEvent.RoleAssigned(MajorRole.COMMANDER, Optional.of(BEN), CARLA, ""));
    }

    @Test
    void aHandOverSaysFromWhomToWhom() {
        Leading leading = Leading.in(company, "active");
        leading.later(10);
        Instant handedOver = company.clock.instant();
        assertThat(leading.told()).isNotEmpty();

        leading.does(new RoleCommand.AssignRole(MajorRole.COMMANDER, BEN, "vendor calls back at ten"));

        assertThat(leading.journal().get(leading.journal().size() - 1).event())
                .isEqualTo(new MajorIncidentEvent.RoleAssigned(
                        MajorRole.COMMANDER, Optional.of(DORA), BEN, "vendor calls back at ten"));
        assertThat(leading.now().roles())
                .containsExactlyInAnyOrder(
                        new RoleHolder(MajorRole.COMMANDER, BEN, handedOver),
                        new RoleHolder(
                                MajorRole.COMMUNICATIONS_LEAD,
                                CARLA,
                                leading.journal().get(1).occurredAt()));
        assertThat(leading.told()).containsExactly("role-assigned to ben");
        assertThat(leading.refused(new RoleCommand.AssignRole(MajorRole.COMMANDER, BEN))
                        .code())
                .isEqualTo("rule:role-changes-hands");
        assertThat(leading.refused(new RoleCommand.AssignRole(MajorRole.SCRIBE, NOBODY))
                        .code())
                .isEqualTo("rule:role-holder-is-known");
        assertThat(leading.refused(new RoleCommand.VacateRole(MajorRole.SCRIBE, "why not"))
                        .code())
                .isEqualTo("rule:role-is-held");
    }

    @Test
    void aPersonMayHaveSeveralRolesAndHostsMayHaveRolesOfTheirOwn() {
        Leading leading = Leading.in(company, "active");
        MajorRole lawyer = MajorRole.of("legal-liaison");
        leading.does(new RoleCommand.AssignRole(lawyer, CARLA));
        assertThat(leading.now().roles())
                .filteredOn(h -> h.person().equals(CARLA))
                .hasSize(2);
        assertThat(company.itsm.majorIncidents().count(caller(DORA), MajorIncidentKind.ROLE_HOLDER.is(CARLA)))
                .isEqualTo(1);
        leading.does(new RoleCommand.VacateRole(lawyer, "not needed"));
        assertThat(leading.now().holder(lawyer)).isEmpty();
        assertThat(leading.told()).contains("role-vacated to carla");
    }

    @Test
    void whoDecidesIsToldOfProposalsAndWhoProposedOfDecisions() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .majorIncidents(MajorIncidentTailoring.none().managedBy(OPERATIONS))
                        .build()));
        Leading leading = Leading.proposed(company);
        assertThat(leading.told()).containsExactly("major-incident-proposed to operations");
        leading.does(new MajorIncidentCommand.Reject("one floor"));
        assertThat(leading.told()).containsExactly("major-incident-rejected to ben");
        leading.does(CARLA, new MajorIncidentCommand.ProposeAgain("all floors"));
        assertThat(leading.told()).containsExactly("major-incident-proposed to operations");
        leading.does(MajorIncidentCommand.Accept.commandedBy(BEN));
        assertThat(leading.told())
                .containsExactly(
                        "role-assigned to ben",
                        "major-incident-accepted to operations",
                        "major-incident-accepted to carla",
                        "major-incident-accepted to ben");
        leading.does(new MajorIncidentCommand.Demote("one floor, in truth"));
        assertThat(leading.told())
                .containsExactly(
                        "major-incident-demoted to operations",
                        "major-incident-demoted to carla",
                        "major-incident-demoted to ben");
    }

    @Test
    void decisionsHaveReasons() {
        Leading leading = Leading.proposed(company);
        assertThat(leading.refused(new MajorIncidentCommand.Reject("")).code()).isEqualTo("text.missing");
        leading.does(MajorIncidentCommand.Accept.commandedBy(BEN));
        assertThat(leading.refused(new MajorIncidentCommand.Demote("\u200b")).code())
                .isEqualTo("text.missing");
        assertThat(leading.refused(new MajorIncidentCommand.Demote("x".repeat(4_001)))
                        .code())
                .isEqualTo("text.too-long");
    }

    @Test
    void whatIsProposedAgainBeginsAnew() {
        Leading leading = Leading.in(company, "demoted");
        assertThat(leading.now().milestones().closedAt()).isPresent();
        leading.later(60);
        leading.does(BEN, new MajorIncidentCommand.ProposeAgain("it is worse than we thought"));

        MajorIncident again = leading.now();
        assertThat(again.reason()).isEqualTo("it is worse than we thought");
        assertThat(again.milestones()).isEqualTo(Milestones.from(company.clock.instant()));
        assertThat(again.nextUpdateDue()).isEmpty();
        assertThat(again.number()).isEqualTo("MAJ0000001");

        company.does(leading.id, new TicketCommand.Cancel<>("no incident"));
        leading.does(new MajorIncidentCommand.Reject("the incident is over"));
        assertThat(leading.refused(BEN, new MajorIncidentCommand.ProposeAgain("still"))
                        .code())
                .isEqualTo("rule:incident-is-not-over");
    }

    @Test
    void onlyWhoIsPermittedDecides() {
        Company withManager = Company.with(builder -> builder.authorizer(Authorizers.byRole()
                .may("requester", "incident", "log", "read")
                .may("agent", "incident", "log", "read")
                .may("agent", "major-incident", "propose", "read", "enter")
                .may("lead", "major-incident", "read", "accept", "reject", "demote", "assign-role")
                .build()));
        Leading leading = Leading.proposed(withManager);

        assertThat(leading.refused(BEN, MajorIncidentCommand.Accept.commandedBy(BEN))
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
        assertThat(leading.refused(ANNA, MajorIncidentCommand.Accept.commandedBy(BEN))
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_FOUND);
        assertThat(leading.refused(EMIL, new MajorIncidentCommand.Reject("no")).reason())
                .isEqualTo(Rejection.Reason.NOT_FOUND);
        leading.does(DORA, MajorIncidentCommand.Accept.commandedBy(BEN));
        leading.does(BEN, CommunicationCommand.Enter.now(EntryKind.ACTION, "called the vendor"));
        assertThat(leading.refused(DORA, new MajorIncidentCommand.Mitigate("so"))
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
        assertThat(withManager
                        .itsm
                        .majorIncidents()
                        .submit(
                                caller(ANNA),
                                new MajorIncidentCommand.Propose(
                                        withManager.log().id(), "mine"))
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
    }

    @Test
    void itIsNotOverBeforeTheReviewIsDone() {
        Leading leading = Leading.in(company, "restored");
        assertThat(leading.refused(new MajorIncidentCommand.BeginReview()).code())
                .isEqualTo("rule:everybody-got-the-final-update");
        leading.tellTheLast();
        leading.does(new MajorIncidentCommand.BeginReview());
        assertThat(leading.refused(new MajorIncidentCommand.Close()).code()).isEqualTo("rule:review-is-done");
        leading.does(new ReviewCommand.RecordFindings("The disk broke.", List.of("one disk"), List.of()));
        leading.todo("buy a second disk");
        leading.todo("test the restore");
        leading.todo("rename the server");
        assertThat(leading.refused(new MajorIncidentCommand.Close()).code()).isEqualTo("rule:action-items-are-settled");

        leading.does(ReviewCommand.SettleActionItem.done(2, "took four hours"));
        RecordRef change = Company.change(company.draft().id());
        leading.does(ReviewCommand.SettleActionItem.handedOver(1, change));
        assertThat(leading.refused(new MajorIncidentCommand.Close()).code()).isEqualTo("rule:action-items-are-settled");
        assertThat(company.itsm.majorIncidents().count(caller(DORA), MajorIncidentKind.ACTION_ITEM_OWNER.is(CARLA)))
                .isEqualTo(1);
        leading.does(ReviewCommand.SettleActionItem.dropped(3, "a name breaks no disk"));
        leading.later(1);
        leading.does(new MajorIncidentCommand.Close());

        MajorIncident closed = leading.now();
        assertThat(closed.actionItems())
                .extracting(ActionItem::state)
                .containsExactly(ActionItem.State.HANDED_OVER, ActionItem.State.DONE, ActionItem.State.DROPPED);
        assertThat(closed.actionItem(1).orElseThrow().handedOverTo()).contains(change);
        assertThat(closed.milestones().closedAt()).contains(company.clock.instant());
    }

    @Test
    void actionItemsAreSettledOnceAndHonestly() {
        Leading leading = Leading.in(company, "under-review");
        assertThat(leading.refused(new ReviewCommand.AddActionItem("x", NOBODY, LocalDate.of(2026, 4, 1)))
                        .code())
                .isEqualTo("rule:action-item-owner-is-known");
        leading.todo("buy a second disk");
        assertThat(leading.told()).contains("action-item-added to carla");
        ActionItem item = leading.now().actionItem(1).orElseThrow();
        assertThat(item.isOverdueOn(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(item.isOverdueOn(LocalDate.of(2026, 4, 2))).isTrue();

        assertThat(leading.refused(ReviewCommand.SettleActionItem.dropped(1, ""))
                        .code())
                .isEqualTo("text.missing");
        assertThat(leading.refused(new ReviewCommand.SettleActionItem(1, ActionItem.State.OPEN, "", Optional.empty()))
                        .code())
                .isEqualTo("action-item.not-settled");
        assertThat(leading.refused(new ReviewCommand.SettleActionItem(
                                1, ActionItem.State.HANDED_OVER, "", Optional.empty()))
                        .code())
                .isEqualTo("action-item.record");
        assertThat(leading.refused(new ReviewCommand.SettleActionItem(
                                1, ActionItem.State.DONE, "", Optional.of(Company.incident(leading.id))))
                        .code())
                .isEqualTo("action-item.record");
        assertThat(leading.refused(ReviewCommand.SettleActionItem.handedOver(1, Company.change(RecordId.of("nowhere"))))
                        .code())
                .isEqualTo("rule:action-item-goes-on-somewhere");
        assertThat(leading.refused(ReviewCommand.SettleActionItem.done(2, "")).code())
                .isEqualTo("rule:action-item-is-open");
        leading.does(ReviewCommand.SettleActionItem.done(1, ""));
        assertThat(leading.refused(ReviewCommand.SettleActionItem.done(1, "")).code())
                .isEqualTo("rule:action-item-is-open");
        assertThat(leading.now().actionItem(1).orElseThrow().isOverdueOn(LocalDate.of(2026, 4, 2)))
                .isFalse();
    }

    @Test
    void aReviewHasFactorsAndBounds() {
        Leading leading = Leading.in(company, "under-review");
        Rejection rejection =
                leading.refused(new ReviewCommand.RecordFindings("", List.of(), Collections.nCopies(51, "be careful")));
        assertThat(rejection.violations())
                .extracting(violation -> violation.code())
                .containsExactly("text.missing", "list.missing", "list.too-long");
        for (int i = 1; i <= ReviewCommand.MAX_ACTION_ITEMS; i++) {
            leading.todo("item " + i);
        }
        assertThat(leading.refused(new ReviewCommand.AddActionItem("one more", CARLA, LocalDate.of(2026, 4, 1)))
                        .code())
                .isEqualTo("rule:action-items-have-room");
    }

    @Test
    void itIsMeasuredByWhatItReached() {
        Leading leading = Leading.proposed(company);
        assertThat(MajorIncidentMeasures.of(leading.now()))
                .isEqualTo(new MajorIncidentMeasures(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0));
        leading.does(new CommunicationCommand.PlanCommunication(List.of(Leading.CUSTOMERS)));
        leading.later(7); // 08:07
        leading.does(MajorIncidentCommand.Accept.commandedBy(DORA));
        leading.later(25); // 08:32, due 08:37: in time
        leading.does(CommunicationCommand.Inform.of("customers", "we know"));
        leading.later(13); // 08:45
        leading.does(new MajorIncidentCommand.Mitigate("web mail works"));
        leading.later(20); // 09:05, due 09:02: late
        leading.does(CommunicationCommand.Inform.of("customers", "web mail works"));
        leading.later(5); // 09:10
        leading.does(new MajorIncidentCommand.Restore("new disk"));

        assertThat(MajorIncidentMeasures.of(leading.now()))
                .isEqualTo(new MajorIncidentMeasures(
                        Optional.of(Duration.ofMinutes(7)),
                        Optional.of(Duration.ofMinutes(38)),
                        Optional.of(Duration.ofMinutes(63)),
                        2,
                        1));

        leading.later(10); // 09:20
        leading.does(new MajorIncidentCommand.Relapse("the new disk is broken too"));
        assertThat(MajorIncidentMeasures.of(leading.now()))
                .isEqualTo(new MajorIncidentMeasures(
                        Optional.of(Duration.ofMinutes(7)), Optional.empty(), Optional.empty(), 2, 1));
        assertThat(leading.now().relapses()).isEqualTo(1);
        leading.later(40); // 10:00, never mitigated: restored at once
        leading.does(new MajorIncidentCommand.Restore("another disk"));
        assertThat(MajorIncidentMeasures.of(leading.now()))
                .isEqualTo(new MajorIncidentMeasures(
                        Optional.of(Duration.ofMinutes(7)),
                        Optional.of(Duration.ofMinutes(113)),
                        Optional.of(Duration.ofMinutes(113)),
                        2,
                        1));
    }
}
