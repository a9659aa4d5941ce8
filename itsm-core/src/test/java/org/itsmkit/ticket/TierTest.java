package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Directories;
import org.itsmkit.people.FixedDirectory;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.junit.jupiter.api.Test;

/** From tier to tier and back, and up the management chain. */
class TierTest {

    private static final GroupId MAIL_TEAM = GroupId.of("mail-team");
    private static final GroupId VENDOR = GroupId.of("vendor");
    private static final Category SOFTWARE = Category.of("software");
    private static final Category OUTLOOK = Category.of("software/mail/outlook");
    private static final ServiceId PAYROLL = ServiceId.of("payroll");

    private final Company company = Company.with(builder -> builder.directory(people().build()));
    private final RecordId id = company.log().id();

    private static FixedDirectory.Builder people() {
        return Directories.fixed()
                .person(Company.ANNA, "requester")
                .person(BEN, "agent")
                .person(CARLA, "agent")
                .person(DORA, "lead")
                .person(FRIDA)
                .group(SERVICE_DESK, BEN)
                .group(OPERATIONS, CARLA, DORA)
                .group(MAIL_TEAM, CARLA)
                .group(VENDOR)
                .manager(BEN, DORA)
                .manager(DORA, FRIDA);
    }

    private void tiers(SupportTier... tiers) {
        done(company.itsm.tailor(
                caller(DORA), Tailoring.builder().addTiers(tiers).build()));
    }

    private Ticket ticket() {
        return company.now(id).record().ticket();
    }

    private void up() {
        company.aMinuteLater();
        company.does(id, new TierCommand.EscalateToNextTier<>("beyond me"));
    }

    private void down() {
        company.aMinuteLater();
        company.does(id, new TierCommand.HandDown<>("you can do that"));
    }

    @Test
    void anIncidentGoesFromTierToTierAndBack() {
        tiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, OPERATIONS), SupportTier.of(4, VENDOR));
        up();
        assertThat(ticket().group()).as("nobody had it").contains(SERVICE_DESK);
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        up();
        assertThat(ticket().group()).contains(OPERATIONS);
        assertThat(ticket().assignee()).isEmpty();
        up();
        assertThat(ticket().group()).as("there is no third tier").contains(VENDOR);

        Rejection top = company.refused(id, new TierCommand.EscalateToNextTier<>("still"));
        assertThat(top.code()).isEqualTo("escalation.at-the-top");
        assertThat(top.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);

        down();
        assertThat(ticket().group()).contains(OPERATIONS);
        down();
        assertThat(company.refused(id, new TierCommand.HandDown<>("you")).code())
                .isEqualTo("escalation.at-the-bottom");
        assertThat(ticket().escalations()).as("those upwards").hasSize(3);
        assertThat(ticket().escalations().get(1).group()).contains(OPERATIONS);
        assertThat(company.events(id)).filteredOn("handed-down"::equals).hasSize(2);
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .holds())
                .isTrue();
    }

    @Test
    void theMostParticularGroupHasItsTier() {
        tiers(
                SupportTier.of(1, SERVICE_DESK),
                SupportTier.of(2, OPERATIONS),
                SupportTier.of(2, BASEMENT).forCategory(SOFTWARE),
                SupportTier.of(2, VENDOR).forCategory(OUTLOOK),
                SupportTier.of(2, MAIL_TEAM).forService(MAIL));
        assertThat(second(Optional.empty(), Optional.empty())).isEqualTo(OPERATIONS);
        assertThat(second(Optional.of(PAYROLL), Optional.of(Category.of("hardware"))))
                .isEqualTo(OPERATIONS);
        assertThat(second(Optional.empty(), Optional.of(Category.of("software/mail"))))
                .isEqualTo(BASEMENT);
        assertThat(second(Optional.of(PAYROLL), Optional.of(OUTLOOK))).isEqualTo(VENDOR);
        assertThat(second(Optional.of(MAIL), Optional.of(OUTLOOK))).isEqualTo(MAIL_TEAM);
        assertThat(second(Optional.of(PAYROLL), Optional.of(Category.of("softwareish"))))
                .isEqualTo(OPERATIONS);
    }

    private GroupId second(Optional<ServiceId> service, Optional<Category> category) {
        return company.itsm
                .settings()
                .find(caller(DORA), SettingsKind.ID)
                .map(stored -> Settings.of(stored.version(), stored.record().tailoring()))
                .orElseThrow()
                .tiers()
                .of(service, category)
                .group(2);
    }

    @Test
    void aServiceWithoutAnotherTierGoesNoFurther() {
        tiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, MAIL_TEAM).forService(MAIL));
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.of(PAYROLL)));
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        assertThat(company.refused(id, new TierCommand.EscalateToNextTier<>("help"))
                        .code())
                .isEqualTo("escalation.no-next-tier");
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.of(MAIL)));
        up();
        assertThat(ticket().group()).contains(MAIL_TEAM);
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.of(PAYROLL)));
        assertThat(company.refused(id, new TierCommand.EscalateToNextTier<>("help"))
                        .code())
                .as("the mail team is in no tier of payroll")
                .isEqualTo("escalation.in-no-tier");
        assertThat(company.refused(id, new TierCommand.HandDown<>("help")).code())
                .isEqualTo("escalation.in-no-tier");
    }

    @Test
    void withoutTiersThereIsNoNextOne() {
        assertThat(company.refused(id, new TierCommand.EscalateToNextTier<>("help"))
                        .code())
                .isEqualTo("escalation.no-next-tier");
        assertThat(company.refused(id, new TierCommand.HandDown<>("help")).code())
                .isEqualTo("escalation.in-no-tier");
        assertThat(company.refused(id, new TierCommand.EscalateToNextTier<>(" "))
                        .code())
                .isEqualTo("text.missing");
    }

    @Test
    void aGroupInTwoTiersIsNotEscalatedToItself() {
        tiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, SERVICE_DESK), SupportTier.of(3, OPERATIONS));
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK));
        up();
        assertThat(ticket().group()).contains(OPERATIONS);
        down();
        assertThat(ticket().group()).contains(SERVICE_DESK);
        assertThat(company.refused(id, new TierCommand.HandDown<>("help")).code())
                .isEqualTo("escalation.at-the-bottom");
    }

    @Test
    void theGroupOfATierMustExist() {
        tiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, BASEMENT), SupportTier.of(3, OPERATIONS));
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK));
        assertThat(company.refused(id, new TierCommand.EscalateToNextTier<>("help"))
                        .code())
                .isEqualTo("rule:tier-group-is-known");
        company.does(id, new TicketCommand.Assign<>(OPERATIONS));
        assertThat(company.refused(id, new TierCommand.HandDown<>("help")).code())
                .isEqualTo("rule:tier-group-is-known");
    }

    @Test
    void theTierInWhichItWasResolvedIsKnownWhateverBecomesOfTiers() {
        tiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, OPERATIONS));
        up();
        up();
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        assertThat(company.now(id).record().resolvedInTier()).contains(2);
        RecordId other = company.log().id();
        company.does(other, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        assertThat(company.now(other).record().resolvedInTier()).isEmpty();
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .holds())
                .isTrue();
    }

    @Test
    void tiersThatDoNotFitAreRefused() {
        Tailoring twice = Tailoring.builder()
                .addTiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(1, OPERATIONS))
                .build();
        assertThat(company.itsm.tailor(caller(DORA), twice).getLeft().code()).isEqualTo("settings.tier-twice");
        List<SupportTier> many = new ArrayList<>();
        IntStream.range(0, 1_001)
                .forEach(i -> many.add(SupportTier.of(1, SERVICE_DESK).forService(ServiceId.of("service-" + i))));
        assertThat(company.itsm
                        .tailor(caller(DORA), Tailoring.builder().tiers(many).build())
                        .getLeft()
                        .code())
                .isEqualTo("settings.too-many-tiers");
        assertThatThrownBy(() -> SupportTier.of(0, SERVICE_DESK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SupportTier.of(10, SERVICE_DESK)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hierarchicEscalationGoesUpByOneLevelAndStopsAtTheTop() {
        company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        company.does(id, new TicketCommand.EscalateUp<>("too slow"));
        assertThat(ticket().lastManager()).contains(DORA);
        company.does(id, new TicketCommand.EscalateUp<>("too slow"));
        assertThat(ticket().lastManager()).contains(FRIDA);
        assertThat(company.refused(id, new TicketCommand.EscalateUp<>("too slow"))
                        .code())
                .isEqualTo("escalation.nobody-above");
        assertThat(ticket().assignee()).as("it stays with whoever has it").contains(BEN);
    }

    @Test
    void aDirectoryThatLeadsInCirclesLeadsNowhere() {
        for (List<PersonId> circle : List.of(
                List.of(BEN), List.of(BEN, DORA), List.of(BEN, DORA, FRIDA), List.of(BEN, CARLA, DORA, FRIDA))) {
            var people = people();
            for (int i = 0; i < circle.size(); i++) {
                people.manager(circle.get(i), circle.get((i + 1) % circle.size()));
            }
            Company strange = Company.with(builder -> builder.directory(people.build()));
            RecordId incident = strange.log().id();
            strange.does(incident, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            for (int i = 1; i < circle.size(); i++) {
                strange.does(incident, new TicketCommand.EscalateUp<>("higher"));
            }
            assertThat(strange.refused(incident, new TicketCommand.EscalateUp<>("higher"))
                            .code())
                    .as("after all %s", circle)
                    .isEqualTo("escalation.in-circles");
        }
    }

    @Test
    void aCircleBesideTheAssigneeIsSeenToo() {
        var people = people().manager(BEN, DORA).manager(DORA, FRIDA).manager(FRIDA, DORA);
        Company strange = Company.with(builder -> builder.directory(people.build()));
        RecordId incident = strange.log().id();
        strange.does(incident, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        strange.does(incident, new TicketCommand.EscalateUp<>("higher"));
        strange.does(incident, new TicketCommand.EscalateUp<>("higher"));
        assertThat(strange.refused(incident, new TicketCommand.EscalateUp<>("higher"))
                        .code())
                .isEqualTo("escalation.in-circles");
    }
}
