package org.itsmkit.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** Read back by the grammar of RFC 5545, sections 3.1 and 3.3.11, written down here once more. */
class ICalendarTest {

    private static final ICalendar WRITER = new ICalendar("-//Example//Changes//EN", "itsm.example.org");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Name and value; none of our lines has parameters. Of control characters, only tabs may be there. */
    private static final Pattern LINE = Pattern.compile("([A-Z-]+):([^\\x00-\\x08\\x0A-\\x1F\\x7F]*)");

    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\,;]|\\\\[\\\\,;nN])*");

    private static PlannedChange change(String title) {
        return PlannedChange.of(
                RecordRef.of("change", RecordId.of("C-1")),
                title,
                new Window(Instant.parse("2026-03-02T22:00:00Z"), Instant.parse("2026-03-03T01:30:00Z")));
    }

    /** The content lines, unfolded, each checked. */
    private static List<String[]> lines(String file) {
        assertThat(file).endsWith("\r\n");
        String[] physical = file.substring(0, file.length() - 2).split("\r\n", -1);
        for (String line : physical) {
            assertThat(line).doesNotContain("\r").doesNotContain("\n").isNotEmpty();
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            // a surrogate without its other half would have become a question mark
            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
        }
        List<String[]> lines = new ArrayList<>();
        for (String line :
                file.substring(0, file.length() - 2).replace("\r\n ", "").split("\r\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            lines.add(new String[] {matcher.group(1), matcher.group(2)});
        }
        return lines;
    }

    private static String value(List<String[]> lines, String name) {
        return lines.stream().filter(line -> line[0].equals(name)).findFirst().orElseThrow()[1];
    }

    private static String text(String value) {
        assertThat(TEXT.matcher(value).matches()).as(value).isTrue();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
                text.append(value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Test
    void aChangeAndAFreeze() {
        PlannedChange change = change("Replace the disks; slowly")
                .withType("standard")
                .withItems(ConfigurationItemId.of("nora"), ConfigurationItemId.of("olaf, the second"))
                .withServices(ServiceId.of("shop"))
                .withAssignee(PersonId.of("dora"))
                .withOutage(new Window(Instant.parse("2026-03-02T23:00:00Z"), Instant.parse("2026-03-03T00:00:00Z")))
                .withAuthorised(true);
        Freeze freeze = new Freeze(
                "Year's end",
                new Window(Instant.parse("2026-12-20T00:00:00.5Z"), Instant.parse("2027-01-02T00:00:00.000001Z")),
                new Freeze.Everything(),
                Set.of("standard", "emergency"));

        assertThat(WRITER.write(List.of(change), List.of(freeze), NOW)).isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Example//Changes//EN
                        CALSCALE:GREGORIAN
                        BEGIN:VEVENT
                        UID:change:change/C-1@itsm.example.org
                        DTSTAMP:20260301T120000Z
                        DTSTART:20260302T220000Z
                        DTEND:20260303T013000Z
                        SUMMARY:Replace the disks\\; slowly
                        DESCRIPTION:change/C-1\\nConfiguration items: nora\\, olaf\\, the second\\nServ
                         ices: shop\\nAssignee: dora\\nOutage: 2026-03-02T23:00:00Z to 2026-03-03T00:
                         00:00Z
                        CATEGORIES:change,standard
                        STATUS:CONFIRMED
                        TRANSP:OPAQUE
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:freeze:Year's end@itsm.example.org
                        DTSTAMP:20260301T120000Z
                        DTSTART:20261220T000000Z
                        DTEND:20270102T000001Z
                        SUMMARY:Year's end
                        DESCRIPTION:Except for: emergency\\, standard
                        CATEGORIES:freeze
                        STATUS:CONFIRMED
                        TRANSP:TRANSPARENT
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void whatIsNotAuthorisedIsTentative() {
        assertThat(value(lines(WRITER.write(List.of(change("Patch")), List.of(), NOW)), "STATUS"))
                .isEqualTo("TENTATIVE");
    }

    @Test
    void ofNothingThereAreNoEvents() {
        assertThat(lines(WRITER.write(List.of(), List.of(), NOW)))
                .extracting(line -> line[0] + ":" + line[1])
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Example//Changes//EN",
                        "CALSCALE:GREGORIAN",
                        "END:VCALENDAR");
    }

    @Test
    void anEventIsKnownByItsChangeWhereverItIsMoved() {
        String before = WRITER.write(List.of(change("Patch")), List.of(), NOW);
        String after = WRITER.write(List.of(change("Patch again").movedTo(NOW)), List.of(), NOW.plusSeconds(1));

        assertThat(value(lines(before), "UID")).isEqualTo(value(lines(after), "UID"));
        assertThat(value(lines(after), "DTSTAMP")).isEqualTo("20260301T120001Z");
    }

    @Test
    void linesOfSeventyFiveOctetsAreNotFolded() {
        // "SUMMARY:" has eight
        String fits = "x".repeat(67);

        assertThat(WRITER.write(List.of(change(fits)), List.of(), NOW)).contains("\r\nSUMMARY:" + fits + "\r\n");
        assertThat(WRITER.write(List.of(change(fits + "y")), List.of(), NOW))
                .contains("\r\nSUMMARY:" + fits + "\r\n y\r\n");
        assertThat(WRITER.write(List.of(change("x".repeat(66) + "é")), List.of(), NOW))
                .contains("\r\nSUMMARY:" + "x".repeat(66) + "\r\n é\r\n");
    }

    @Test
    void whateverIsWrittenIsReadBack() {
        Seeds.each(5_000, random -> {
            String title = title(random);
            String type = random.nextBoolean() ? "a,b;c\\d" : "normal";

            List<String[]> lines = lines(WRITER.write(List.of(change(title).withType(type)), List.of(), NOW));

            assertThat(text(value(lines, "SUMMARY"))).isEqualTo(kept(title));
            assertThat(value(lines, "CATEGORIES").split("(?<!\\\\),", 2)[1])
                    .satisfies(value -> assertThat(text(value)).isEqualTo(type));
            assertThat(lines).hasSize(16);
        });
    }

    /** Of all lengths in octets around what is folded, with all that must be escaped. */
    private static String title(Random random) {
        int[] odd = {
            '\\', ',', ';', '\n', '\r', '\t', ':', '"', ' ', 'n', 0x7F, 1, 0xE9, 0x20AC, 0x1F600, 0x85, 0x2028, 0xFEFF
        };
        StringBuilder title = new StringBuilder("-");
        for (int i = random.nextInt(200); i > 0; i--) {
            title.appendCodePoint(random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : 'a' + random.nextInt(26));
        }
        return title.toString();
    }

    /** What of a text can be said at all. */
    private static String kept(String title) {
        return title.replaceAll("\r\n|\r", "\n").replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", " ");
    }

    @Test
    void whoWritesAndWhereHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ICalendar("", "example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ICalendar("-//Example", ""));
    }
}
