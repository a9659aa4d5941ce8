package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.itsmkit.examples.CommandRun;
import org.itsmkit.examples.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service levels of the excerpt: three incidents by hand, interval by interval, and the sums. */
class ServiceLevelsTest {

    private static final Path AGREEMENT = Path.of("src/test/resources/org/itsmkit/examples/replay/agreement.json");

    private static CommandRun replay(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "replay";
        arguments[1] = ExcerptOracle.EXCERPT.toString();
        arguments[2] = "--database";
        arguments[3] = Database.MEMORY;
        arguments[4] = "--workers=1";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }

    private static List<String> explained(String number) {
        return replay("--agreement", AGREEMENT.toString(), "--explain", number)
                .err()
                .lines()
                .filter(line -> !line.startsWith("line "))
                .toList();
    }

    /** Moderate: 24 hours from eight to six. Used: 2:22 + 7:00 + 2:12; left 12:26 from Thursday 9:02, of which 8:58 on that day. */
    @Test
    void oneThatWaited() {
        assertThat(explained("INC0003956"))
                .containsExactly(
                        "Tue 2016-03-08 08:38:00 to Tue 2016-03-08 11:00:00: 2 h 22 min count in new.",
                        "Tue 2016-03-08 11:00:00 to Tue 2016-03-08 18:00:00: 7 h count in new.",
                        "Tue 2016-03-08 18:00:00 to Wed 2016-03-09 08:00:00: closed by office in UTC.",
                        "Wed 2016-03-09 08:00:00 to Wed 2016-03-09 10:12:00: 2 h 12 min count in new.",
                        "Wed 2016-03-09 10:12:00 to Wed 2016-03-09 18:00:00: pause of 7 h 48 min in on-hold for awaiting-requester.",
                        "Wed 2016-03-09 18:00:00 to Thu 2016-03-10 08:00:00: closed by office in UTC.",
                        "Thu 2016-03-10 08:00:00 to Thu 2016-03-10 09:02:00: pause of 1 h 2 min in on-hold for awaiting-requester.",
                        "Thu 2016-03-10 09:02:00 to Tue 2016-03-15 10:00:00: done in resolved.",
                        "Tue 2016-03-15 10:00:00 to Thu 2017-02-16 09:51:00: done in closed.",
                        "resolution: met, 11 h 34 min used of 24 h, due Fri 2016-03-11 11:28:00.");
    }

    /** Over a weekend. Left 22:50 from Monday 13:58: 4:02, then 10:00, then 8:48 of Wednesday. */
    @Test
    void oneThatWaitedForTwoThings() {
        assertThat(explained("INC0026474"))
                .containsExactly(
                        "Thu 2016-05-05 14:50:00 to Thu 2016-05-05 14:53:00: 3 min count in new.",
                        "Thu 2016-05-05 14:53:00 to Thu 2016-05-05 16:00:00: 1 h 7 min count in new.",
                        "Thu 2016-05-05 16:00:00 to Thu 2016-05-05 17:03:00: pause of 1 h 3 min in on-hold for awaiting-problem.",
                        "Thu 2016-05-05 17:03:00 to Thu 2016-05-05 18:00:00: pause of 57 min in on-hold for awaiting-supplier.",
                        "Thu 2016-05-05 18:00:00 to Fri 2016-05-06 08:00:00: closed by office in UTC.",
                        "Fri 2016-05-06 08:00:00 to Fri 2016-05-06 16:00:00: pause of 8 h in on-hold for awaiting-supplier.",
                        "Fri 2016-05-06 16:00:00 to Mon 2016-05-09 08:00:00: closed by office in UTC.",
                        "Mon 2016-05-09 08:00:00 to Mon 2016-05-09 13:58:00: pause of 5 h 58 min in on-hold for awaiting-supplier.",
                        "Mon 2016-05-09 13:58:00 to Sat 2016-05-14 14:07:00: done in resolved.",
                        "Sat 2016-05-14 14:07:00 to Thu 2017-02-16 09:51:00: done in closed.",
                        "resolution: met, 1 h 10 min used of 24 h, due Wed 2016-05-11 16:48:00.");
    }

    /**
     * Resolved and reopened twice. Used until the first resolution 4:57 + 10:00 + 0:36, or a little more for the time before its first row;
     * from Friday 12:42 on 3:18 more; so the 24 hours end on Monday after 5:09.
     */
    @Test
    void oneThatCameBackTwice() {
        List<String> said = explained("INC0000715");
        assertThat(said)
                .contains(
                        "Thu 2016-03-03 08:36:00 to Fri 2016-03-04 12:42:00: done in resolved.",
                        "Fri 2016-03-04 12:42:00 to Fri 2016-03-04 16:00:00: 3 h 18 min count in in-progress.",
                        "Fri 2016-03-04 16:00:00 to Mon 2016-03-07 08:00:00: closed by office in UTC.",
                        "Thu 2016-03-10 08:00:00 to Thu 2016-03-10 12:16:00: 4 h 16 min count in in-progress.",
                        "Thu 2016-03-10 12:16:00 to Thu 2016-03-10 12:47:00: done in resolved.",
                        "Thu 2016-03-10 12:47:00 to Thu 2016-03-10 15:36:00: 2 h 49 min count in in-progress.");
        assertThat(said.get(said.size() - 1)).isEqualTo(LAST);
    }

    private static final String LAST =
            "resolution: breached, 55 h 56 min used of 24 h, due Mon 2016-03-07 13:09:00, late since Mon 2016-03-07 13:09:00.";

    /** Low, then critical as if it always had been: 0:11 and 1:20 of four hours, and all the rest of five months was pause. */
    @Test
    void oneThatBecameCritical() {
        List<String> said = explained("INC0000341");
        assertThat(said.get(said.size() - 1))
                .isEqualTo("resolution: met, 1 h 31 min used of 4 h, due Tue 2016-08-02 17:02:00.");
        assertThat(said)
                .anyMatch(line -> line.equals(
                        "Fri 2016-03-25 00:00:00 to Sat 2016-03-26 00:00:00: closed by office in UTC, a holiday."));
    }

    @Test
    void everyIncidentIsCountedOnceAndCanBeExplained() {
        JsonNode levels = replay().json().get("serviceLevel");
        assertThat(levels.get("agreement").asText()).isEqualTo("standard");
        assertThat(levels.get("explained").asLong()).isEqualTo(300);
        for (String kind : List.of("own", "resolution")) {
            JsonNode all = levels.get("targets").get(kind).get("all");
            long sum = 0;
            for (String what : List.of("met", "breached", "open", "notStarted", "cancelled")) {
                sum += all.get(what).asLong();
            }
            assertThat(sum).isEqualTo(all.get("n").asLong()).isEqualTo(300);
            long byPriority = 0;
            for (String priority : List.of("critical", "high", "moderate", "low")) {
                byPriority +=
                        levels.get("targets").get(kind).get(priority).get("n").asLong();
            }
            assertThat(byPriority).isEqualTo(300);
        }
    }

    @Test
    void whatIsPromisedMakesSense(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("agreement.json");
        for (String nonsense : List.of(
                "",
                "[]",
                "{\"calendar\":5}",
                "{\"name\":\"x\",\"calendar\":{\"tz\":\"UTC\"},\"targets\":[{\"kind\":\"peace\",\"priority\":\"low\",\"amountSeconds\":1}]}",
                "{\"name\":\"x\",\"calendar\":{\"tz\":\"Mars\"},\"targets\":[]}")) {
            Files.writeString(file, nonsense);
            CommandRun run = replay("--agreement", file.toString());
            assertThat(run.exitCode()).as(nonsense).isEqualTo(2);
            assertThat(run.err()).as(nonsense).startsWith("the agreement cannot be read: ");
            assertThat(run.out()).isEmpty();
        }
        assertThat(replay("--agreement", directory.resolve("none").toString()).exitCode())
                .isEqualTo(2);
    }
}
