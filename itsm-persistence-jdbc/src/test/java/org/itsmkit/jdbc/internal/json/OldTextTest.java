package org.itsmkit.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.FieldZone;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Recurrence;
import org.itsmkit.kernel.ServiceCriticality;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

/** What was kept before follow-ups and closing were, is read as without them. */
class OldTextTest {

    private final Json json = new Json();

    @Test
    void settingsOfBefore() {
        Tailoring read = json.read(
                Tailoring.class,
                "{\"holdReasons\":[{\"name\":\"awaiting-moon\",\"needsNote\":true}],\"rulesOff\":[\"incident/confirmed-once\"]}",
                "settings");

        assertThat(read)
                .isEqualTo(Tailoring.builder()
                        .addHoldReasons(new HoldReason("awaiting-moon", true))
                        .addRulesOff("incident/confirmed-once")
                        .build());
        assertThat(read.holdReasons().get(0).followUp()).isEmpty();
        assertThat(read.afterResolution()).isEmpty();
    }

    /** What was kept before policies were, is read as of a tenant that has enacted none. */
    @Test
    void settingsWithoutPolicies() {
        assertThat(json.read(TenantSettings.class, "{\"tailoring\":{},\"agreements\":3}", "settings"))
                .isEqualTo(new TenantSettings(Tailoring.none(), Optional.of(3L), Optional.empty()));
        assertThat(json.read(TenantSettings.class, "{\"tailoring\":{}}", "settings"))
                .isEqualTo(new TenantSettings(Tailoring.none()));
        TenantSettings governed = new TenantSettings(Tailoring.none(), Optional.empty(), Optional.of(7L));
        assertThat(json.read(TenantSettings.class, json.write(TenantSettings.class, governed, "settings"), "settings"))
                .isEqualTo(governed);
    }

    @Test
    void holdsAndMovesOfBefore() {
        assertThat(json.read(Hold.class, "{\"reason\":\"other\",\"note\":\"the moon\"}", "hold"))
                .isEqualTo(new Hold("other", Optional.of("the moon")));
        assertThat(json.read(
                                TicketEvent.Moved.class,
                                "{\"action\":\"start\",\"to\":{\"name\":\"in-progress\",\"phase\":\"ACTIVE\"}}",
                                "event")
                        .hold())
                .isEqualTo(Optional.empty());
    }

    @Test
    void settingsOfNow() {
        Tailoring tailoring = Tailoring.builder()
                .addHoldReasons(
                        new HoldReason("awaiting-moon", true)
                                .followedUp(FollowUp.ON_REPLY.reminding(
                                        Duration.ofDays(2), 3, FollowUp.Ending.resolves("fixed", "It shone"))),
                        new HoldReason("awaiting-sun", false)
                                .followedUp(
                                        FollowUp.ON_REPLY.reminding(Duration.ofHours(1), 0, FollowUp.Ending.resumes())),
                        new HoldReason("awaiting-stars", false)
                                .followedUp(
                                        FollowUp.ON_REPLY.reminding(Duration.ofHours(1), 1, FollowUp.Ending.waits())))
                .recurrence(new Recurrence(3, Duration.ofDays(30)))
                .putAfterResolution(
                        "incident",
                        AfterResolution.builder()
                                .closesAfter(Duration.ofDays(5))
                                .reopenedWithin(Duration.ofDays(14))
                                .reopenedWithinOfClosure(Duration.ofDays(3))
                                .addReopenedBy(AfterResolution.Party.REQUESTER)
                                .reopenings(3)
                                .build())
                .priorityMatrix(new PriorityMatrix(List.of(
                        PriorityMatrix.cell(Impact.LOW, Urgency.LOW, Priority.LOW),
                        PriorityMatrix.cell(Impact.LOW, Urgency.LOW, Criticality.BUSINESS_CRITICAL, Priority.HIGH))))
                .putCalendars(
                        "desk",
                        CalendarData.of(
                                        ZoneId.of("Europe/Vienna"),
                                        BusinessHours.weekdays(
                                                        TimeRange.of("08:00", "12:00"), TimeRange.of("22:00", "24:00"))
                                                .with(
                                                        DayRule.holiday(
                                                                "Labour Day", DateRule.yearly(MonthDay.of(5, 1))),
                                                        DayRule.shift(
                                                                DateRule.on(LocalDate.of(2026, 12, 24)),
                                                                TimeRange.of("08:00", "10:00")),
                                                        DayRule.pause(
                                                                DateRule.between(
                                                                        LocalDate.of(2026, 7, 1),
                                                                        LocalDate.of(2026, 8, 1)),
                                                                TimeRange.of("10:00", "11:00"))))
                                .from(LocalDate.of(2027, 1, 1), BusinessHours.always()))
                .putCalendarOfKind("incident", "desk")
                .addCriticalities(new ServiceCriticality(ServiceId.of("tills"), Criticality.BUSINESS_CRITICAL))
                .agreementSelection(AgreementSelection.STRICTEST)
                .addZones(new FieldZone("location", "tokyo", ZoneId.of("Asia/Tokyo")))
                .build();

        String text = json.write(Tailoring.class, tailoring, "settings");

        assertThat(json.read(Tailoring.class, text, "settings")).isEqualTo(tailoring);
    }
}
