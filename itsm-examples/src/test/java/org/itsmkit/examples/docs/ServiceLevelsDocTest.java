package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.engine.Preview;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldZone;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Commitment;
import org.itsmkit.servicelevel.ProposedTerms;
import org.itsmkit.servicelevel.Recomputation;
import org.itsmkit.servicelevel.TicketServiceLevels;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets about service levels, and what they print. With {@code -Ditsm.docs.write=true} that is printed anew. */
class ServiceLevelsDocTest {

    private static final Status NEW = Status.of("new", Phase.NEW);
    private static final Status IN_PROGRESS = Status.of("in-progress", Phase.ACTIVE);
    private static final Status ON_HOLD = Status.of("on-hold", Phase.WAITING);

    private static Stretch in(Status status, Instant from) {
        Optional<String> reason =
                status.phase() == Phase.WAITING ? Optional.of("awaiting-requester") : Optional.empty();
        return new Stretch(from, status, reason, Optional.empty(), Optional.empty());
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Vienna")).toInstant();
    }

    // spotless:off
    // snippet: service-level-hours
    private static final ServiceHours DESK = ServiceHours.of("desk", BusinessCalendar.of(ZoneId.of("Europe/Vienna"), BusinessHours
                    .weekdays(TimeRange.of("09:00", "12:00"), TimeRange.of("13:00", "17:00"))
                    .with(DayRule.holiday("Founders' Day", LocalDate.of(2026, 3, 4)))))
            .because("the caller's location");

    private static final Timeline PRINTER = Timeline.of(
            List.of(
                    in(NEW, at("2026-03-02T11:00")),                    // a Monday
                    in(ON_HOLD, at("2026-03-03T10:00")),
                    in(IN_PROGRESS, at("2026-03-05T10:00"))),
            List.of(new Mark(at("2026-03-02T14:00"), Mark.AGENT_CONTACT)));
    // end
    // spotless:on

    @Test
    void whereAClockStands() {
        // spotless:off
        // snippet: service-level
        Target resolution = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(16)));

        Evaluation thursday = ServiceLevelClock.evaluate(PRINTER, resolution, DESK, at("2026-03-05T15:00"));
        Evaluation tuesday = ServiceLevelClock.evaluate(PRINTER, resolution, DESK, at("2026-03-03T11:00"));   // as it was
        // end
        assertThat(thursday.state()).isEqualTo(ClockState.RUNNING);
        assertThat(thursday.elapsed()).isEqualTo(Duration.ofHours(10));
        assertThat(thursday.paused()).isEqualTo(Duration.ofHours(7));
        assertThat(thursday.due()).contains(at("2026-03-06T14:00"));
        assertThat(tuesday.state()).isEqualTo(ClockState.PAUSED);
        assertThat(tuesday.dueIfResumed()).contains(at("2026-03-05T15:00"));

        // snippet: service-level-pauses
        Target onlyForTheRequester = resolution.withMetric(
                Metric.RESOLUTION.withPause(Condition.waitsFor("awaiting-requester")));
        Target fourHoursAtMost = resolution.withPolicy(
                ClockPolicy.standard().withPauseCap(Optional.of(Duration.ofHours(4))));
        // end
        assertThat(ServiceLevelClock.evaluate(PRINTER, onlyForTheRequester, DESK, at("2026-03-05T15:00")).paused())
                .isEqualTo(Duration.ofHours(7));
        assertThat(ServiceLevelClock.evaluate(PRINTER, fourHoursAtMost, DESK, at("2026-03-05T15:00")).paused())
                .isEqualTo(Duration.ofHours(4));

        // snippet: service-level-days
        Target byCloseOfTheThirdDay = resolution.withAmount(Amount.workingDays(3));
        Target byFourOfTheThirdDay = resolution.withAmount(Amount.workingDaysBy(3, LocalTime.of(16, 0)));
        Target in72Hours = resolution.withAmount(Amount.elapsedTime(Duration.ofHours(72)));
        // end
        Timeline monday = Timeline.of(List.of(in(NEW, at("2026-03-02T11:00"))));
        assertThat(ServiceLevelClock.evaluate(monday, byCloseOfTheThirdDay, DESK, at("2026-03-02T11:00")).due())
                .contains(at("2026-03-06T17:00"));
        assertThat(ServiceLevelClock.evaluate(monday, byFourOfTheThirdDay, DESK, at("2026-03-02T11:00")).due())
                .contains(at("2026-03-06T16:00"));
        assertThat(ServiceLevelClock.evaluate(monday, in72Hours, DESK, at("2026-03-02T11:00")).due())
                .contains(at("2026-03-05T11:00"));

        // snippet: service-level-change
        Target urgent = resolution.withAmount(Amount.openTime(Duration.ofHours(12)));
        Instant raised = at("2026-03-05T13:00");

        Evaluation retroactive = ServiceLevelClock.evaluate(PRINTER,
                List.of(new Since(PRINTER.begin(), resolution, DESK), new Since(raised, urgent, DESK)), raised);
        Evaluation forward = ServiceLevelClock.evaluate(PRINTER,
                List.of(new Since(PRINTER.begin(), resolution, DESK),
                        new Since(raised, urgent.withPolicy(ClockPolicy.standard().withChange(ClockPolicy.Change.FORWARD)), DESK)),
                raised);
        // end
        assertThat(retroactive.due()).contains(at("2026-03-05T17:00"));
        assertThat(forward.due()).contains(at("2026-03-09T10:00"));

        // snippet: service-level-thresholds
        Target watched = resolution.withThresholds(
                Threshold.atPercent(75),
                new Threshold("an-hour-left", new Threshold.Point.Before(Duration.ofHours(1)), new ThresholdAction.RaisePriority()),
                new Threshold("late", new Threshold.Point.After(Duration.ZERO), new ThresholdAction.EscalateToManager()));

        Evaluation now = ServiceLevelClock.evaluate(PRINTER, watched, DESK, at("2026-03-05T15:00"));
        Optional<Instant> next = now.nextInstantOfInterest();       // look again then, if nothing happens before
        // end
        assertThat(now.crossings()).extracting(crossing -> crossing.at().orElseThrow())
                .containsExactly(at("2026-03-05T17:00"), at("2026-03-06T12:00"), at("2026-03-06T14:00"));
        assertThat(next).contains(at("2026-03-05T17:00"));

        // snippet: service-level-what-if
        Timeline ifItWaitsUntilMonday = PRINTER
                .and(in(ON_HOLD, at("2026-03-05T15:00")))
                .and(in(IN_PROGRESS, at("2026-03-09T09:00")));
        Optional<Instant> then = ServiceLevelClock.evaluate(ifItWaitsUntilMonday, resolution, DESK, at("2026-03-09T09:00")).due();
        // end
        assertThat(then).contains(at("2026-03-09T16:00"));
        // spotless:on
    }

    @Test
    void whatIsPrinted() throws IOException {
        Target resolution = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(16)));
        // spotless:off
        // snippet: service-level-explain
        Explanation why = ServiceLevelClock.explain(PRINTER, resolution, DESK, at("2026-03-05T15:00"));

        List<String> sentences = why.sentences();
        String picture = why.toMermaid();
        // end
        // spotless:on
        assertThat(sentences)
                .hasSize(16)
                .contains(
                        "Tue 2026-03-03 10:00:00 to Tue 2026-03-03 12:00:00: pause of 2 h in on-hold for awaiting-requester.")
                .endsWith("resolution: running, 10 h used of 16 h, due Fri 2026-03-06 14:00:00.");
        isShown("sentences", "text", String.join("\n", sentences) + "\n");
        isShown("picture", "mermaid", picture);
    }

    private static void isShown(String name, String language, String printed) throws IOException {
        Path page = root().resolve("docs/service-levels.md");
        String text = Files.readString(page);
        String block = "<!-- printed: " + name + " -->\n```" + language + "\n";
        Matcher shown =
                Pattern.compile("(?s)" + Pattern.quote(block) + "(.*?)```\n").matcher(text);
        assertThat(shown.find()).as("printed: %s", name).isTrue();
        if (Boolean.getBoolean("itsm.docs.write")) {
            Files.writeString(page, shown.replaceAll(Matcher.quoteReplacement(block + printed + "```\n")));
        } else {
            assertThat(shown.group(1)).as("run with -Ditsm.docs.write=true").isEqualTo(printed);
        }
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("LICENSE"))) {
            path = path.getParent();
        }
        return path;
    }

    @Test
    void whatIsPromisedIsARecord() {
        SettableClock clock = new SettableClock(at("2026-03-02T09:00"));
        Itsm itsm = Itsm.builder()
                .store(new InMemoryStore(clock))
                .authorizer(Authorizers.allowAll())
                .clock(clock)
                .defaults(Tailoring.builder()
                        .putCalendars(
                                "desk",
                                CalendarData.of(
                                        ZoneId.of("Europe/Vienna"),
                                        BusinessHours.weekdays(TimeRange.of("08:00", "18:00"))))
                        .build())
                .build();
        Caller dora = Caller.of(TenantId.of("acme"), PersonId.of("dora"));
        ProposedTerms stricter = ProposedTerms.builder()
                .addKinds("incident")
                .addCommitments(
                        Commitment.of(
                                "response",
                                Target.of(Metric.FIRST_RESPONSE, Amount.openTime(Duration.ofMinutes(30))),
                                "desk"),
                        Commitment.of(
                                "urgent", Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(2))), "desk"))
                .build();
        // spotless:off
        // snippet: service-level-agreement
        ProposedTerms gold = ProposedTerms.builder()
                .addKinds("incident")
                .coverage(FieldCondition.not(FieldCondition.category(Category.of("training"))))
                .addCommitments(
                        Commitment.of("response", Target.of(Metric.FIRST_RESPONSE, Amount.openTime(Duration.ofMinutes(30))), "desk"),
                        Commitment.of("urgent", Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(4))), "desk")
                                .where(FieldCondition.priority(1)))
                .build();

        RecordId id = itsm.agreements().submit(dora, AgreementCommand.draft()
                .title("Gold").type(AgreementType.SERVICE_LEVEL).customer(OrganisationId.of("Globex"))
                .owner(dora.person()).terms(gold).build()).get().id();
        itsm.agreements().submit(dora, id, AgreementCommand.Agree.from(at("2026-03-01T00:00")));
        itsm.agreements().submit(dora, id, new AgreementCommand.Activate());
        // end
        // spotless:on
        assertThat(itsm.agreements().find(dora, id).orElseThrow().record().inForce(clock.instant()))
                .isPresent();
        // spotless:off
        // snippet: service-level-zones
        ProposedTerms followTheSun = gold.withZoneBy("location", "requester");
        Tailoring zones = Tailoring.builder()
                .addZones(new FieldZone("location", "tokyo", ZoneId.of("Asia/Tokyo")))
                .build();
        // end
        assertThat(followTheSun.zoneBy()).hasSize(2);
        assertThat(Settings.of(0, zones).zone("location", "tokyo")).contains(ZoneId.of("Asia/Tokyo"));

        // snippet: service-level-ticket
        Stored<Incident> mail = itsm.incidents().submit(dora, IncidentCommand.log()
                .title("Mail is down").customer(OrganisationId.of("Globex"))
                .impact(Impact.HIGH).urgency(Urgency.HIGH).build()).get();
        List<Clock> clocks = mail.record().ticket().serviceLevelsOrBlank().clocks();    // response by 9:30, urgent by 13:00

        List<Preview.MovedDeadline> moved = itsm.incidents().preview(dora, mail.id(),
                new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW)).get().deadlines();

        TicketServiceLevels<Incident> levels = itsm.serviceLevels(Incidents.DEFINITION);
        levels.explain(dora, mail.id(), at("2026-03-02T12:00"))
                .forEach(one -> one.explanation().sentences().forEach(System.out::println));
        // end

        // snippet: service-level-recompute
        itsm.agreements().submit(dora, id, new AgreementCommand.Revise(stricter));
        itsm.agreements().submit(dora, id, AgreementCommand.Agree.from(clock.instant()));

        Recomputation.Tally tally = levels.recomputation().carryOut(
                dora, Incidents.FIELDS.agreement.is(id.value()), outcome -> outcome.changes().forEach(change ->
                        System.out.println(outcome.number() + ": " + change.why() + ", due " + change.dueBefore() + " -> " + change.dueAfter())));
        // end
        // spotless:on
        assertThat(clocks)
                .extracting(one -> one.due().orElseThrow())
                .containsExactly(at("2026-03-02T09:30"), at("2026-03-02T13:00"));
        assertThat(moved)
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.after()).isEmpty());
        assertThat(levels.explain(dora, mail.id(), clock.instant())).hasSize(2);
        assertThat(tally).isEqualTo(new Recomputation.Tally(1, 1, 0));
        assertThat(itsm.incidents()
                        .find(dora, mail.id())
                        .orElseThrow()
                        .record()
                        .ticket()
                        .serviceLevelsOrBlank()
                        .clocks())
                .extracting(one -> one.due().orElseThrow())
                .containsExactly(at("2026-03-02T09:30"), at("2026-03-02T11:00"));
    }
}
