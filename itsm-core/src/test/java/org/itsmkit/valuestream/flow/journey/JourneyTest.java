package org.itsmkit.valuestream.flow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.ValueStreams;
import org.junit.jupiter.api.Test;

/** Where pieces of work were: of tickets, of journals, of several records. */
class JourneyTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z"); // a Monday

    private static final Claim CLAIM = Claim.of("idea", "raised");

    private static final ValueStream SHOP = ValueStream.named("shop")
            .begin(Step.of("ask", ValueChainActivity.ENGAGE).work("idea", "raised", "weighed"))
            .step(Step.of("build", ValueChainActivity.OBTAIN_BUILD).work("change", "draft", "made"))
            .step(Step.of("ship", ValueChainActivity.DESIGN_AND_TRANSITION).work("release", "planned"))
            .along("ask", "build", "ship")
            .build();

    private static Instant at(int hour) {
        return ZERO.plus(Duration.ofHours(hour));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static RecordRef record(String kind) {
        return RecordRef.of(kind, RecordId.of("1"));
    }

    /** As in "0 raised NEW" for each standing. */
    private static Track track(String kind, String... standings) {
        List<Standing> all = new ArrayList<>();
        for (String standing : standings) {
            String[] parts = standing.split(" ", 3);
            all.add(new Standing(at(Integer.parseInt(parts[0])), Claim.of(kind, parts[1]), Phase.valueOf(parts[2])));
        }
        return new Track(record(kind), all);
    }

    /** As in "ask 0-5", and "ask 5-" of what is still there. */
    private static List<String> visits(Journey journey) {
        return journey.visits().stream()
                .map(visit -> visit.step() + " " + hour(visit.fromInclusive()) + "-"
                        + visit.toExclusive()
                                .map(JourneyTest::hour)
                                .map(String::valueOf)
                                .orElse(""))
                .toList();
    }

    private static long hour(Instant instant) {
        return Duration.between(ZERO, instant).toHours();
    }

    /** New for 1 hour, worked on for 2, on hold for 3, worked on for 1, resolved for 4, refused, worked on for 1, resolved for 5, closed. */
    private static RecordId anIncident(Company company) {
        RecordId id = company.log().id();
        company.clock.advance(hours(1));
        company.does(id, new TicketCommand.Start<Incident>());
        company.clock.advance(hours(2));
        company.does(
                id,
                new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER.name(), Optional.empty(), Optional.empty()));
        company.clock.advance(hours(3));
        company.does(id, new TicketCommand.Resume<Incident>());
        company.clock.advance(hours(1));
        company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        company.clock.advance(hours(4));
        company.does(ANNA, id, new IncidentCommand.Refuse("still down"));
        company.clock.advance(hours(1));
        company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "replaced"));
        company.clock.advance(hours(5));
        company.does(BEN, id, new TicketCommand.Close<Incident>());
        return id;
    }

    @Test
    void aTicketTellsWhenItWasWhere() {
        Company company = Company.open();
        Instant zero = company.clock.instant();
        RecordId id = anIncident(company);
        Track track = Track.of(Company.incident(id), company.now(id).record());

        Journey journey = Journey.of(ValueStreams.incidents(), track);

        assertThat(journey.name()).isEqualTo("incident/" + id);
        assertThat(journey.visits())
                .extracting(Visit::step)
                .containsExactly("log", "restore", "confirm", "restore", "confirm");
        assertThat(journey.leadTime(FlowTime.elapsed())).contains(hours(17));
        assertThat(journey.isDone()).isTrue();
        Instant end = journey.endedAt().orElseThrow();
        assertThat(end).isEqualTo(zero.plus(hours(17)));
        Visit log = journey.visits().get(0);
        assertThat(log.waited(FlowTime.elapsed(), end)).as("new").isEqualTo(hours(1));
        assertThat(log.worked(FlowTime.elapsed(), end)).isZero();
        Visit restore = journey.visits().get(1);
        assertThat(restore.worked(FlowTime.elapsed(), end)).as("2 + 1").isEqualTo(hours(3));
        assertThat(restore.waited(FlowTime.elapsed(), end)).as("on hold").isEqualTo(hours(3));
        assertThat(restore.worked(FlowTime.elapsed(), zero.plus(hours(2))))
                .as("as far as it was known after two hours")
                .isEqualTo(hours(1));
        Visit confirm = journey.visits().get(4);
        assertThat(confirm.confirmed(FlowTime.elapsed(), end)).isEqualTo(hours(5));
        assertThat(confirm.waited(FlowTime.elapsed(), end)).isZero();
        assertThat(journey.visitAt(zero.plus(hours(7)))).map(Visit::step).contains("confirm");
        assertThat(journey.visitAt(end)).isEmpty();
    }

    @Test
    void theJournalTellsTheSame() {
        Company company = Company.open();
        RecordId id = anIncident(company);

        Track told = Track.of(Incidents.DEFINITION, company.journal(id));

        assertThat(Journey.of(ValueStreams.incidents(), told))
                .isEqualTo(Journey.of(
                        ValueStreams.incidents(),
                        Track.of(Company.incident(id), company.now(id).record())));
        assertThatIllegalArgumentException().isThrownBy(() -> Track.of(Incidents.DEFINITION, List.of()));
    }

    @Test
    void soDoesThatOfARecordThatIsNoTicket() {
        Company company = Company.open();
        Modelling modelling = Modelling.of(company, Modelling.disks().build());
        Instant zero = company.clock.instant();
        company.clock.advance(hours(3));
        modelling.does(new ChangeModelCommand.Approve("good"));
        ValueStream models = ValueStream.named("models")
                .begin(Step.of("propose", ValueChainActivity.PLAN).work("change-model", "proposed"))
                .step(Step.of("use", ValueChainActivity.OBTAIN_BUILD).work("change-model", "approved"))
                .along("propose", "use")
                .build();

        Journey journey = Journey.of(models, Track.of(ChangeModels.DEFINITION, modelling.journal()));

        assertThat(journey.visits()).extracting(Visit::step).containsExactly("propose", "use");
        assertThat(journey.visits().get(0).toExclusive()).contains(zero.plus(hours(3)));
        assertThat(journey.visits().get(1).toExclusive())
                .as("it is still in use")
                .isEmpty();
        assertThat(journey.endedAt()).isEmpty();
        assertThat(journey.isDone()).isFalse();
        assertThat(journey.leadTime(FlowTime.elapsed())).isEmpty();
    }

    /** The idea is weighed until it is a change; between the change and the release nobody has it. */
    @Test
    void anIdeaThatBecameAChangeThatBecameARelease() {
        Journey journey = Journey.of(
                SHOP,
                "a wish list",
                List.of(
                        track("idea", "0 raised NEW", "2 weighed ACTIVE", "20 taken CLOSED"),
                        track("change", "5 draft NEW", "6 made ACTIVE", "9 done CLOSED"),
                        track("release", "12 planned ACTIVE", "15 out CLOSED")));

        assertThat(visits(journey)).containsExactly("ask 0-5", "build 5-9", "ship 12-15");
        assertThat(journey.endedAt()).as("when the last of them is over").contains(at(20));
        assertThat(journey.records()).containsExactly(record("idea"), record("change"), record("release"));
    }

    @Test
    void theOrderInWhichRecordsAreGivenMattersForWhatHappensAtOneInstantOnly() {
        Track idea = track("idea", "0 raised NEW", "5 taken CLOSED");
        Track change = track("change", "5 draft NEW", "6 done CLOSED");

        assertThat(visits(Journey.of(SHOP, "x", List.of(idea, change)))).containsExactly("ask 0-5", "build 5-6");
        assertThat(Journey.of(SHOP, "x", List.of(change, idea)).visits())
                .isEqualTo(Journey.of(SHOP, "x", List.of(idea, change)).visits());
    }

    @Test
    void whatNoStepClaimsIsSaidAndNotLost() {
        Journey journey = Journey.of(
                SHOP, track("change", "0 draft NEW", "2 parked WAITING", "5 made ACTIVE", "6 parked WAITING"));

        assertThat(visits(journey)).containsExactly("build 0-2", "build 5-6");
        assertThat(journey.unmapped())
                .containsExactly(
                        new Journey.Unmapped(Claim.of("change", "parked"), at(2), Optional.of(at(5))),
                        new Journey.Unmapped(Claim.of("change", "parked"), at(6), Optional.empty()));
    }

    @Test
    void whatLastsNoTimeIsNoVisit() {
        assertThat(visits(Journey.of(
                        SHOP,
                        "x",
                        List.of(track("idea", "0 raised NEW", "3 weighed ACTIVE"), track("change", "3 draft NEW")))))
                .containsExactly("ask 0-3", "build 3-");
        Track thereAndBack = new Track(
                record("idea"),
                List.of(
                        new Standing(at(0), Claim.of("idea", "raised"), Phase.ACTIVE),
                        new Standing(at(3), Claim.of("change", "draft"), Phase.NEW),
                        new Standing(at(3), Claim.of("idea", "weighed"), Phase.ACTIVE),
                        new Standing(at(4), Claim.of("idea", "gone"), Phase.CANCELLED)));
        Journey journey = Journey.of(SHOP, thereAndBack);
        assertThat(visits(journey)).as("whoever comes back at once never left").containsExactly("ask 0-4");
        assertThat(journey.visits().get(0).spans()).hasSize(1);
        assertThat(journey.dropped()).isTrue();
        assertThat(journey.isDone()).isFalse();

        assertThat(visits(Journey.of(SHOP, track("change", "2 draft NEW", "2 done CLOSED"))))
                .isEmpty();
    }

    @Test
    void whatIsTakenUpAgainAfterItWasOverWaitedMeanwhile() {
        Journey journey =
                Journey.of(SHOP, track("change", "0 draft NEW", "2 done CLOSED", "7 made ACTIVE", "8 done CLOSED"));

        assertThat(visits(journey)).containsExactly("build 0-2", "build 7-8");
        assertThat(journey.leadTime(FlowTime.elapsed())).contains(hours(8));
    }

    @Test
    void labelsAreWorkToo() {
        ValueStream desk = ValueStream.named("desk")
                .begin(Step.of("call", ValueChainActivity.ENGAGE).labelled("on the phone"))
                .build();
        Track call =
                new Track(record("call"), List.of(new Standing(at(1), Claim.labelled("on the phone"), Phase.ACTIVE)));

        assertThat(visits(Journey.of(desk, call))).containsExactly("call 1-");
    }

    /** From Friday 16:00 to Monday 10:00, where the desk is open from 8 to 17: one hour and two. */
    @Test
    void timeIsCountedInHoursOfBusiness() {
        CompiledCalendar desk = BusinessCalendar.of(
                        ZoneOffset.UTC, BusinessHours.weekdays(TimeRange.of("08:00", "17:00")))
                .compile();
        Visit overTheWeekend = Visit.of("ask", Effort.WAIT, at(4 * 24 + 16), at(7 * 24 + 10));

        assertThat(overTheWeekend.waited(FlowTime.of(desk), at(1_000))).isEqualTo(hours(3));
        assertThat(overTheWeekend.waited(FlowTime.elapsed(), at(1_000))).isEqualTo(hours(66));
        assertThat(Journey.of("x", List.of(overTheWeekend)).leadTime(FlowTime.of(desk)))
                .contains(hours(3));
    }

    @Test
    void whatCannotHaveHappenedIsRefused() {
        Visit early = Visit.of("ask", Effort.WAIT, at(0), at(5));
        Visit late = Visit.of("build", Effort.PROCESS, at(4), at(6));
        Visit open = new Visit("ask", early.spans(), Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> Visit.of("ask", Effort.WAIT, at(1), at(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Visit("ask", List.of(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.of("x", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journey.of("x", List.of(early, late)))
                .withMessageContaining("a journey goes on in time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journey.of("x", List.of(open, Visit.of("build", Effort.PROCESS, at(6), at(7)))))
                .withMessageContaining("nowhere else");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journey("x", List.of(), List.of(), List.of(), at(0), Optional.empty(), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journey("x", List.of(), List.of(), List.of(), at(1), Optional.of(at(0)), false));
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.of(SHOP, "x", List.of()));
        Track track = track("idea", "0 raised NEW");
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.of(SHOP, "x", List.of(track, track)));
        assertThatIllegalArgumentException().isThrownBy(() -> track("idea", "3 raised NEW", "2 weighed ACTIVE"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track(record("idea"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Track(
                        record("idea"), Collections.nCopies(Track.MOST + 1, new Standing(at(0), CLAIM, Phase.NEW))));
    }

    @Test
    void aJourneyHasAnEndAndSoHasWhatItIsToldBy() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i <= Journey.MOST_VISITS; i++) {
            visits.add(Visit.of("ask", Effort.WAIT, at(2 * i), at(2 * i + 1)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.of("x", visits));
        assertThat(Journey.of("x", visits.subList(1, visits.size())).visits()).hasSize(Journey.MOST_VISITS);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i <= Journey.MOST_RECORDS; i++) {
            tracks.add(new Track(
                    RecordRef.of("idea", RecordId.of("i" + i)), List.of(new Standing(at(0), CLAIM, Phase.NEW))));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Journey.of(SHOP, "x", tracks));
    }
}
