package org.itsmkit.service.function;

import java.time.DayOfWeek;
import java.time.ZoneId;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.spi.GroupId;

/** Desks around the world. */
final class Teams {

    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private Teams() {}

    /** A desk of the first tier that is there at that time of every day. */
    static Team desk(String group, ZoneId zone, String from, String to, Member... members) {
        return builder(group, everyDay(zone, from, to))
                .desk(DeskType.FOLLOW_THE_SUN)
                .addMembers(members)
                .build();
    }

    static Team.Builder builder(String group, CalendarData shifts) {
        return Team.builder()
                .group(GroupId.of(group))
                .function(SupportFunction.SERVICE_DESK)
                .shifts(shifts);
    }

    static CalendarData everyDay(ZoneId zone, String from, String to) {
        BusinessHours hours = BusinessHours.never();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours = hours.on(day, TimeRange.of(from, to));
        }
        return CalendarData.of(zone, hours);
    }
}
