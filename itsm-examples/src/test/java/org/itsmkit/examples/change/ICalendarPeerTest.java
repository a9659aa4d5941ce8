package org.itsmkit.examples.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.Freeze;
import org.itsmkit.change.schedule.ICalendar;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.testkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** What we write, read by iCal4j: it finds nothing wrong with it, and in it what was put there. */
class ICalendarPeerTest {

    private static final ICalendar WRITER = new ICalendar("-//Example//Changes//EN", "itsm.example.org");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T22:00:00Z");

    private static PlannedChange change(String id, String title) {
        return PlannedChange.of(
                RecordRef.of("change", RecordId.of(id)), title, new Window(TEN, TEN.plusSeconds(3 * 3_600)));
    }

    private static List<VEvent> events(String file) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors()).as(file).isFalse();
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String name) {
        return event.<Property>getProperty(name).orElseThrow().getValue();
    }

    @Test
    void aChangeAndAFreeze() throws Exception {
        PlannedChange change = change("C-1", "Replace the disks; slowly, \"Größe\" \\ 😀")
                .withType("a,b")
                .withAuthorised(true);
        Freeze freeze = Freeze.of("Year's end", new Window(TEN, TEN.plusSeconds(1)));

        List<VEvent> events = events(WRITER.write(List.of(change), List.of(freeze), NOW));

        assertThat(events).hasSize(2);
        VEvent first = events.get(0);
        assertThat(value(first, Property.UID)).isEqualTo("change:change/C-1@itsm.example.org");
        assertThat(value(first, Property.SUMMARY)).isEqualTo(change.title());
        assertThat(value(first, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(first, Property.TRANSP)).isEqualTo("OPAQUE");
        assertThat(value(first, Property.DTSTAMP)).isEqualTo("20260301T120000Z");
        assertThat(begin(first)).isEqualTo(TEN);
        assertThat(end(first)).isEqualTo(TEN.plusSeconds(3 * 3_600));
        assertThat(value(events.get(1), Property.SUMMARY)).isEqualTo("Year's end");
        assertThat(value(events.get(1), Property.TRANSP)).isEqualTo("TRANSPARENT");
    }

    private static Instant begin(VEvent event) {
        return Instant.from(event.<DtStart<Temporal>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate());
    }

    private static Instant end(VEvent event) {
        return Instant.from(
                event.<DtEnd<Temporal>>getProperty(Property.DTEND).orElseThrow().getDate());
    }

    @Test
    void titlesOfAllLengthsAndLetters() {
        Seeds.each(300, random -> {
            List<PlannedChange> changes = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                changes.add(change("C-" + i, title(random)).movedTo(NOW.plusSeconds(random.nextInt(1_000_000))));
            }

            List<VEvent> events = events(WRITER.write(changes, List.of(), NOW));

            assertThat(events.stream()
                            .map(event -> value(event, Property.SUMMARY))
                            .toList())
                    .isEqualTo(changes.stream().map(PlannedChange::title).toList());
            assertThat(events.stream().map(ICalendarPeerTest::begin).toList())
                    .isEqualTo(changes.stream()
                            .map(change -> change.window().fromInclusive())
                            .toList());
        });
    }

    /** Without lines that end with a backslash: where an escaped line break follows an escaped backslash, iCal4j 4.1.1 does not see it. */
    private static String title(Random random) {
        int[] odd = {'\\', ',', ';', '\n', ':', '"', ' ', 'n', 0xE9, 0x20AC, 0x1F600};
        StringBuilder title = new StringBuilder("-");
        for (int i = random.nextInt(200); i > 0; i--) {
            title.appendCodePoint(random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : 'a' + random.nextInt(26));
        }
        return title.append('-').toString().replaceAll("\\\\+\n", "\n");
    }
}
