package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Preview;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes an incident be proposed as a major one by itself. */
class MajorIncidentProposalsTest {

    private static final MajorIncidentTrigger CRITICAL_MAIL = MajorIncidentTrigger.builder()
            .name("critical-mail")
            .priorityAtLeast(Priority.CRITICAL)
            .addServices(MAIL)
            .build();
    private static final MajorIncidentTrigger STORM =
            MajorIncidentTrigger.builder().name("storm").childrenAtLeast(3).build();
    private static final MajorIncidentTrigger CRITICAL = MajorIncidentTrigger.builder()
            .name("critical")
            .priorityAtLeast(Priority.CRITICAL)
            .build();
    private static final MajorIncidentTrigger SECURITY = MajorIncidentTrigger.builder()
            .name("security")
            .addCategories(Category.of("security"))
            .build();

    private final AtomicReference<Optional<Runnable>> meanwhile = new AtomicReference<>(Optional.empty());
    private final Company company = Company.around(this::interrupted);

    private RecordStore interrupted(RecordStore store) {
        return new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                meanwhile.getAndSet(Optional.empty()).ifPresent(Runnable::run);
                super.commit(tenant, commit);
            }
        };
    }

    @AfterEach
    void everythingIsWhatItsJournalSays() {
        for (RecordKind<?> kind : company.itsm.registry().kinds()) {
            assertThat(FoldLaw.check(company.store, ACME, kind, done -> {}).breaks())
                    .isEmpty();
        }
    }

    private void triggers(MajorIncidentTrigger... triggers) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .majorIncidents(MajorIncidentTailoring.of(triggers).managedBy(OPERATIONS))
                        .build()));
    }

    private Optional<MajorIncident> major(RecordId incident) {
        return company.store.find(ACME, MajorIncidents.KIND, incident).map(Stored::record);
    }

    private RecordId log(IncidentCommand.Log.Builder incident) {
        return done(company.itsm.incidents().submit(caller(ANNA), incident.build()))
                .id();
    }

    private RecordId child(RecordId parent) {
        RecordId id = company.log(ANNA, "No mail here either").id();
        company.does(BEN, id, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(parent)));
        return id;
    }

    @Test
    void withoutTriggersNothingIsProposed() {
        RecordId id = log(IncidentCommand.log().title("x").impact(Impact.HIGH).urgency(Urgency.HIGH));
        assertThat(major(id)).isEmpty();
    }

    @Test
    void whatIsLoggedAsMeetingATriggerIsProposedWithIt() {
        triggers(CRITICAL);
        long before = company.trace().feed();

        RecordId id = log(
                IncidentCommand.log().title("Mail is down").impact(Impact.HIGH).urgency(Urgency.HIGH));

        MajorIncident major = major(id).orElseThrow();
        assertThat(major.trigger()).contains("critical");
        assertThat(major.reason()).isEqualTo("critical: priority critical (at least critical)");
        assertThat(major.proposedBy()).isEqualTo(Caller.SYSTEM);
        assertThat(major.title()).isEqualTo("Mail is down");
        assertThat(company.trace().feed()).isEqualTo(before + 2);
        JournalEntry entry =
                company.store.journal(ACME, MajorIncidents.KIND, id, 0, 10).get(0);
        assertThat(entry.cause().name()).isEqualTo("reaction:propose-major-incident");
        assertThat(company.work()).isPositive();
        assertThat(company.told).extracting(notice -> notice.code()).containsExactly("major-incident-proposed");
    }

    @Test
    void theFirstTriggerThatIsMetGivesTheReason() {
        triggers(CRITICAL_MAIL, CRITICAL);
        RecordId shop = log(IncidentCommand.log()
                .title("Shop")
                .service(ServiceId.of("shop"))
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH));
        RecordId mail = log(IncidentCommand.log()
                .title("Mail")
                .service(MAIL)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH));
        assertThat(major(shop).orElseThrow().trigger()).contains("critical");
        assertThat(major(mail).orElseThrow().reason())
                .isEqualTo("critical-mail: priority critical (at least critical), service mail");

        triggers(CRITICAL, CRITICAL_MAIL);
        RecordId again = log(IncidentCommand.log()
                .title("Mail")
                .service(MAIL)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH));
        assertThat(major(again).orElseThrow().trigger()).contains("critical");
    }

    @Test
    void itIsLookedAtWheneverItChangesInWhatTriggersLookAt() {
        triggers(CRITICAL_MAIL, SECURITY);
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        assertThat(major(id)).isEmpty();
        company.does(id, new TicketCommand.Categorise<>(Category.of("software/mail"), MAIL));
        assertThat(major(id).orElseThrow().trigger()).contains("critical-mail");

        RecordId other = company.log().id();
        company.does(other, new TicketCommand.Categorise<>(Category.of("security/leak"), MAIL));
        assertThat(major(other).orElseThrow().reason()).isEqualTo("security: category security/leak");
        RecordId alike = company.log().id();
        company.does(alike, new TicketCommand.Categorise<>(Category.of("security-desk"), MAIL));
        assertThat(major(alike)).isEmpty();
    }

    @Test
    void theThirdChildMakesAStorm() {
        triggers(STORM);
        RecordId parent = company.log().id();
        RecordId first = child(parent);
        child(parent);
        company.does(first, new TicketCommand.Unlink<>(LinkType.PARENT, Company.incident(parent)));
        child(parent);
        assertThat(major(parent)).isEmpty();
        company.does(first, new TicketCommand.LinkTo<>(LinkType.RELATED, Company.incident(parent)));
        assertThat(major(parent)).isEmpty();

        RecordId third = child(parent);

        assertThat(major(parent).orElseThrow().reason()).isEqualTo("storm: 3 children (at least 3)");
        assertThat(major(third)).isEmpty();
        JournalEntry entry =
                company.store.journal(ACME, MajorIncidents.KIND, parent, 0, 10).get(0);
        assertThat(entry.cause().record()).contains(Company.incident(third));
    }

    @Test
    void childrenThatGoOverWithAMergerCount() {
        triggers(STORM);
        RecordId target = company.log().id();
        RecordId source = company.log().id();
        child(target);
        child(source);
        child(source);
        assertThat(major(target)).isEmpty();

        company.does(BEN, source, new TicketMergeCommand.MergeInto<>(Company.incident(target)));

        assertThat(major(target).orElseThrow().reason()).isEqualTo("storm: 3 children (at least 3)");
        assertThat(major(source)).isEmpty();
    }

    @Test
    void aHundredChildrenThatGoOverMakeOneStorm() {
        triggers(STORM);
        RecordId source = company.log().id();
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        for (int i = 0; i < 100; i++) {
            child(source);
        }
        triggers(STORM);
        RecordId target = company.log().id();

        company.does(BEN, source, new TicketMergeCommand.MergeInto<>(Company.incident(target)));
        while (company.work() > 0) {}

        assertThat(company.store.journal(ACME, MajorIncidents.KIND, target, 0, 10))
                .hasSize(1);
        assertThat(company.store.tasks().pending(ACME)).isEmpty();
        assertThat(company.audited).isEmpty();
    }

    @Test
    void whatPeopleDecidedIsNotProposedAgainByItself() {
        triggers(CRITICAL);
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        done(company.itsm.majorIncidents().submit(caller(DORA), id, new MajorIncidentCommand.Reject("not at night")));
        company.does(id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW));
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        assertThat(major(id).orElseThrow().status().name()).isEqualTo("rejected");
    }

    @Test
    void itCanBeSwitchedOff() {
        triggers(CRITICAL);
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .majorIncidents(MajorIncidentTailoring.of(CRITICAL))
                        .addReactionsOff(MajorIncidentProposals.NAME)
                        .build()));
        RecordId id = log(IncidentCommand.log().title("x").impact(Impact.HIGH).urgency(Urgency.HIGH));
        assertThat(major(id)).isEmpty();
    }

    @Test
    void whereSomebodyProposesMeanwhileTheIncidentsChangeStands() {
        triggers(CRITICAL);
        RecordId id = company.log().id();
        meanwhile.set(Optional.of(() -> done(company.itsm
                .majorIncidents()
                .submit(caller(CARLA), new MajorIncidentCommand.Propose(id, "Carla was quicker")))));

        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        assertThat(company.now(id).record().ticket().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(major(id).orElseThrow().proposedBy()).isEqualTo(CARLA);
        assertThat(company.events(id)).containsExactly("logged", "prioritised");
    }

    @Test
    void twoTriggeredAtOnceMakeOne() {
        triggers(CRITICAL, SECURITY);
        RecordId id = company.log().id();
        meanwhile.set(Optional.of(
                () -> company.does(CARLA, id, new TicketCommand.Categorise<>(Category.of("security/leak"), MAIL))));

        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        assertThat(major(id).orElseThrow().trigger()).contains("security");
        assertThat(company.events(id)).containsExactly("logged", "categorised", "prioritised");
    }

    @Test
    void aPreviewShowsTheProposalAndUsesNoNumber() {
        triggers(CRITICAL);
        Company.Trace before = company.trace();
        Preview preview = done(company.itsm
                .incidents()
                .preview(
                        caller(ANNA),
                        IncidentCommand.log()
                                .title("Mail is down")
                                .impact(Impact.HIGH)
                                .urgency(Urgency.HIGH)
                                .build()));
        assertThat(preview.changes()).hasSize(2);
        assertThat(((MajorIncident) preview.changes().get(1).after()).number()).isEqualTo("MAJ");
        assertThat(company.trace()).isEqualTo(before);
        RecordId id = log(IncidentCommand.log().title("x").impact(Impact.HIGH).urgency(Urgency.HIGH));
        assertThat(major(id).orElseThrow().number()).isEqualTo("MAJ0000001");
    }

    @Test
    void aPersonWhoAsksForTheTriggersIsToldThatNoneIsMet() {
        triggers(CRITICAL);
        RecordId id = company.log().id();
        assertThat(company.itsm
                        .majorIncidents()
                        .submit(caller(BEN), new MajorIncidentCommand.ProposeIfTriggered(id))
                        .getLeft()
                        .code())
                .isEqualTo("major-incident.not-triggered");
    }

    @Test
    void triggersAreSound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MajorIncidentTrigger.builder().name("always").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MajorIncidentTrigger.builder()
                        .name("none")
                        .childrenAtLeast(0)
                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> MajorIncidentTailoring.of(CRITICAL, CRITICAL));
        assertThat(Tailoring.builder()
                        .majorIncidents(MajorIncidentTailoring.of(CRITICAL))
                        .build()
                        .overlaidBy(Tailoring.none())
                        .majorIncidents())
                .as("what a tenant leaves open is as the host has it")
                .contains(new MajorIncidentTailoring(List.of(CRITICAL), Optional.empty()));
    }
}
