package org.itsmkit.examples.businesstime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.itsmkit.examples.lines.LineByLine;
import org.itsmkit.testkit.fixture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that the format allows, and what it does not: nothing ends the tool, and no mistake is passed over in silence. */
class QuestionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DEADLINE =
            "{\"id\":\"q\",\"tz\":\"Europe/Berlin\",\"weekly\":{\"MON\":[[\"09:00\",\"17:00\"]]},\"holidays\":[\"2026-03-09\"],\"shifts\":{\"2026-03-16\":[[\"10:00\",\"12:00\"]]},\"breaks\":{\"2026-03-16\":[[\"11:00\",\"11:30\"]]},\"op\":\"deadline\",\"from\":\"2026-03-02T09:00:00\",\"amountSeconds\":3600}";

    private static String answer(String line) throws Exception {
        JsonNode said = JSON.readTree(Answers.lines().to(line));
        return said.has("error")
                ? "error: " + said.get("error").asText()
                : said.get("answer").toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "weekly":{"MON":[["22:00:30.5","24:00"]]},"op":"elapsed","from":"2026-03-02","to":"2026-03-03"                              | 7169.5
        "weekly":{"SAT":[["22:00","06:00"]]},"op":"elapsed","from":"2026-03-28","to":"2026-03-30"                                   | 25200
        "weekly":{"SAT":[["22:00","06:00"]]},"op":"elapsed","from":"2026-10-24","to":"2026-10-26"                                   | 32400
        "weekly":{"SUN":[["00:00","24:00"]]},"op":"workingTimeOfDay","date":"2026-03-29"                                            | 82800
        "weekly":{"SUN":[["00:00","00:00"]]},"op":"workingTimeOfDay","date":"2026-10-25"                                            | 90000
        "weekly":{"SUN":[["02:15","02:45"]]},"op":"periods","from":"2026-03-29","direction":"forward","count":1                     | [["2026-03-29T03:15:00","2026-03-29T03:45:00"]]
        "weekly":{"SUN":[["02:00","03:00"]]},"op":"workingTimeOfDay","date":"2026-10-25"                                            | 7200
        "weekly":{"MON":[["22:00","06:00"]]},"holidays":["2026-03-03"],"op":"isOpen","at":"2026-03-03T03:00:00"                     | true
        "weekly":{"MON":[["22:00","06:00"]]},"holidays":["2026-03-02"],"op":"isOpen","at":"2026-03-03T03:00:00"                     | false
        "weekly":{"MON":[["22:00","06:00"]]},"breaks":{"2026-03-03":[["02:00","03:00"]]},"op":"isOpen","at":"2026-03-03T02:30:00"   | false
        "weekly":{"MON":[["22:00","06:00"]]},"breaks":{"2026-03-02":[["02:00","03:00"]]},"op":"isOpen","at":"2026-03-03T02:30:00"   | true
        "weekly":{"MON":[["22:00","06:00"]]},"breaks":{"2026-03-02":[["23:00","03:00"]]},"op":"elapsed","from":"2026-03-02","to":"2026-03-04" | 14400
        "shifts":{"2026-03-02":[["09:00","10:00"]]},"op":"nextOpen","at":"2026-01-01"                                               | "2026-03-02T09:00:00"
        "weekly":{"MON":[["09:00","17:00"]]},"shifts":{"2026-03-02":[]},"op":"isWorkingDay","date":"2026-03-02"                     | false
        "weekly":{"MON":[["09:00","17:00"]]},"shifts":{"2026-03-02":[["10:00","12:00"]]},"holidays":["2026-03-02"],"op":"isWorkingDay","date":"2026-03-02" | false
        "weekly":{"MON":[["09:00","17:00"]]},"breaks":{"2026-03-02":[["00:00","24:00"]]},"op":"isWorkingDay","date":"2026-03-02"    | false
        "weekly":{"MON":[["09:00","17:00"]]},"breaks":{"2026-03-02":[]},"op":"isWorkingDay","date":"2026-03-02"                     | true
        "weekly":{"MON":[["09:00","12:00"],["11:00","14:00"],["14:00","15:00"]]},"op":"periods","from":"2026-03-02","direction":"forward","count":1 | [["2026-03-02T09:00:00","2026-03-02T15:00:00"]]
        "weekly":{"MON":[["09:00","17:00"]]},"op":"deadline","from":"2026-03-02T17:00:00","amountSeconds":-28800                    | "2026-03-02T09:00:00"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"deadlineBack","from":"2026-03-02T09:00:00","amountSeconds":-28800.5              | "2026-03-09T09:00:00.5"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"deadline","from":"2026-03-02T09:00:00","amountSeconds":1e-999999999              | "2026-03-02T09:00:00"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"deadline","from":"2026-03-02T09:00:00","amountSeconds":0e999999999               | "2026-03-02T09:00:00"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"deadline","from":"2026-03-02T09:00:00","amountSeconds":1e13                      | null
        "op":"deadline","from":"2026-03-02T09:00:00","amountSeconds":1                                                              | null
        "op":"deadline","from":"+400000-03-02T09:00:00","amountSeconds":0                                                           | "+400000-03-02T09:00:00"
        "op":"deadlineBack","from":"2026-03-02T09:00:00","amountSeconds":1                                                          | null
        "op":"nextOpen","at":"2026-03-02"                                                                                           | null
        "op":"rollBack","at":"2026-03-02"                                                                                           | null
        "op":"nextClosingEvent","at":"2026-03-02"                                                                                   | null
        "op":"previousOpeningEvent","at":"2026-03-02"                                                                               | null
        "op":"periods","from":"2026-03-02","direction":"backward","count":3                                                         | []
        "op":"plusWorkingDays","from":"2026-03-02","days":1                                                                         | null
        "op":"plusWorkingDays","from":"2026-03-02","days":1,"endOfWorkingDay":true                                                  | null
        "op":"elapsed","from":"-999999999-01-01","to":"+999999999-12-31"                                                            | 0
        "weekly":{"MON":[["09:00","17:00"]]},"op":"isOpen","at":"9999-12-27T10:00:00"                                               | false
        "weekly":{"MON":[["00:00","24:00"]],"TUE":[["00:00","24:00"]],"WED":[["00:00","24:00"]],"THU":[["00:00","24:00"]],"FRI":[["00:00","24:00"]],"SAT":[["00:00","24:00"]],"SUN":[["00:00","24:00"]]},"op":"nextClosingEvent","at":"2026-03-02" | null
        "weekly":{"MON":[["00:00","24:00"]],"TUE":[["00:00","24:00"]],"WED":[["00:00","24:00"]],"THU":[["00:00","24:00"]],"FRI":[["00:00","24:00"]],"SAT":[["00:00","24:00"]],"SUN":[["00:00","24:00"]]},"op":"previousOpeningEvent","at":"2026-03-02" | null
        "weekly":{"MON":[["09:00","17:00"]]},"op":"isOpen","at":"2026-03-02T09:30:00+0200"                                          | false
        "weekly":{"MON":[["09:00","17:00"]]},"op":"isOpen","at":"2026-03-02T09:30:00+01"                                            | true
        "weekly":{"MON":[["09:00","17:00"]]},"op":"plusWorkingDays","from":"2026-03-02T20:15:00","days":1                           | "2026-03-09T20:15:00"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"plusWorkingDays","from":"2026-03-03T20:15:00","days":0                           | "2026-03-03T20:15:00"
        "weekly":{"MON":[["09:00","17:00"]]},"op":"plusWorkingDays","from":"2026-03-02","days":1.0                                  | "2026-03-09"
        "weekly":{"MON":[["09:00","17:00"]],"TUE":[["09:00","17:00"]]},"op":"periods","from":"2026-03-03T09:00:00","direction":"backward","count":2 | [["2026-03-02T09:00:00","2026-03-02T17:00:00"],["2026-02-24T09:00:00","2026-02-24T17:00:00"]]
        "weekly":{"MON":[["09:00","17:00"]],"TUE":[["09:00","17:00"]]},"op":"periods","from":"2026-03-03T17:00:00","direction":"backward","count":1 | [["2026-03-03T09:00:00","2026-03-03T17:00:00"]]
        "weekly":{"MON":[["09:00","17:00"]],"TUE":[["09:00","17:00"]]},"op":"periods","from":"2026-03-02T17:00:00","direction":"forward","count":1 | [["2026-03-03T09:00:00","2026-03-03T17:00:00"]]
        "weekly":{"MON":[["09:00","17:00"]]},"tz":"EST","op":"elapsed","from":"2026-07-06T13:00:00Z","to":"2026-07-06T15:00:00Z"    | 3600
        "weekly":null,"holidays":null,"shifts":null,"breaks":null,"op":"isOpen","at":"2026-03-02"                                   | false
        "weekly":{"SUN":[["09:00","17:00"]]},"op":"workingDaysBetween","from":"2026-03-09","to":"2026-03-01"                         | -2
        "op":"workingDaysBetween","from":"2026-03-09","to":"2026-03-09"                                                             | 0
        """)
    void allThatTheFormatAllows(String question, String answer) throws Exception {
        assertThat(answer("{\"id\":1,\"tz\":\"Europe/Berlin\"," + question + "}"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "op":"deadline","from":"2026-03-02","amountSeconds":NaN                              | no JSON
        "op":"deadline","from":"2026-03-02","amountSeconds":"60"                             | amountSeconds is missing, or no number
        "op":"deadline","from":"2026-03-02","amountSeconds":null                             | amountSeconds is missing, or no number
        "op":"deadline","from":"2026-03-02","amountSeconds":1e999999999                      | beyond all business
        "op":"deadline","from":"2026-03-02","amountSeconds":-9223372036854775809             | beyond all business
        "op":"deadline","from":"2026-02-30T09:00:00","amountSeconds":1                       | from
        "op":"deadline","from":"2026-03-02 09:00:00","amountSeconds":1                       | from
        "op":"deadline","from":1772442000,"amountSeconds":1                                  | from is missing, or no text
        "op":"isOpen","at":"2026-03-02T09:00:00+99:00"                                       | at
        "op":"isOpen","at":"2026-03-02T25:00:00"                                             | at
        "op":"isOpen"                                                                        | at is missing
        "op":42,"at":"2026-03-02"                                                            | op is missing, or no text
        "op":"ISOPEN","at":"2026-03-02"                                                      | no such op
        "weekly":"MON 09:00-17:00","op":"isOpen","at":"2026-03-02"                           | weekly is no object
        "weekly":[["09:00","17:00"]],"op":"isOpen","at":"2026-03-02"                         | weekly is no object
        "weekly":{"mon":[]},"op":"isOpen","at":"2026-03-02"                                  | no day of the week
        "weekly":{"MON":"09:00-17:00"},"op":"isOpen","at":"2026-03-02"                       | weekly: no array
        "weekly":{"MON":["09:00","17:00"]},"op":"isOpen","at":"2026-03-02"                   | pair of times
        "weekly":{"MON":[{"a":"09:00","b":"17:00"}]},"op":"isOpen","at":"2026-03-02"         | pair of times
        "weekly":{"MON":[[9,17]]},"op":"isOpen","at":"2026-03-02"                            | weekly: no text
        "weekly":{"MON":[["9:00","17:00"]]},"op":"isOpen","at":"2026-03-02"                  | no time of day
        "weekly":{"MON":[["09:00","24:01"]]},"op":"isOpen","at":"2026-03-02"                 | no time of day
        "weekly":{"MON":[["24:00","02:00"]]},"op":"isOpen","at":"2026-03-02"                 | no time of day
        "holidays":"2026-03-02","op":"isOpen","at":"2026-03-02"                              | holidays: no array
        "holidays":[20260302],"op":"isOpen","at":"2026-03-02"                                | holidays: no text
        "holidays":["2026-02-29"],"op":"isOpen","at":"2026-03-02"                            | no date
        "shifts":[],"op":"isOpen","at":"2026-03-02"                                          | shifts is no object
        "shifts":{"tomorrow":[]},"op":"isOpen","at":"2026-03-02"                             | no date
        "breaks":{"2026-03-02":[["09:00"]]},"op":"isOpen","at":"2026-03-02"                  | pair of times
        "op":"periods","from":"2026-03-02","direction":"forward","count":1e99                | count
        "op":"periods","from":"2026-03-02","direction":"forward","count":100001              | count
        "op":"plusWorkingDays","from":"2026-03-02","days":2147483648                         | days
        "op":"plusWorkingDays","from":"2026-03-02","days":1,"endOfWorkingDay":"yes"          | endOfWorkingDay
        "op":"resolveLocal","localDate":"+999999999-12-31","localTime":"24:00"               | error
        """)
    void mistakesAreTold(String question, String what) throws Exception {
        assertThat(answer("{\"id\":1,\"tz\":\"Europe/Berlin\"," + question + "}"))
                .startsWith("error: ")
                .contains(what);
    }

    @Test
    void theIdIsToldThoughTheLineBreaksOff() {
        assertThat(Answers.lines().to("{\"id\": \"q-7\", \"op\": \"isOp"))
                .startsWith("{\"id\":\"q-7\",\"error\":\"no JSON");
        assertThat(Answers.lines().to("{\"tz\": {\"deep\": [1]}, \"id\": 7, \"amountSeconds\": NaN}"))
                .startsWith("{\"id\":7,\"error\":");
        assertThat(Answers.lines().to("{\"op\": NaN, \"id\": 7}")).startsWith("{\"id\":null,\"error\":");
        for (String line : List.of("", "null", "7", "\"text\"", "[]", "{", "}", "nonsense", "{\"id\"", "{\"id\":")) {
            assertThat(Answers.lines().to(line)).startsWith("{\"id\":null,\"error\":");
        }
    }

    @Test
    void depthAndLengthHurtNobody() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(Answers.lines().to("{\"id\":\"deep\",\"weekly\":" + deep + "}"))
                .startsWith("{\"id\":\"deep\",\"error\":");
        assertThat(Answers.lines().to(deep)).startsWith("{\"id\":null,\"error\":");
        String digits = "9".repeat(100_000);
        assertThat(Answers.lines().to("{\"id\":1,\"amountSeconds\":" + digits + "}"))
                .startsWith("{\"id\":1,\"error\":");
        assertThat(Answers.lines().to("{\"id\":1,\"tz\":\"" + "x".repeat(100_000) + "\"}"))
                .startsWith("{\"id\":1,\"error\":");
    }

    @Test
    void theSameIdTwiceIsTwoQuestions() {
        LineByLine answers = Answers.lines();
        assertThat(answers.to(DEADLINE)).isEqualTo(answers.to(DEADLINE)).contains("2026-03-02T10:00:00");
        assertThat(answers.errors()).isZero();
    }

    /** Any value of any component replaced by anything: an answer or an error, and soon. */
    @Test
    void whateverIsAskedIsAnsweredOrTold() {
        List<String> ops = List.of(
                "deadline",
                "deadlineBack",
                "elapsed",
                "isOpen",
                "nextOpen",
                "rollBack",
                "periods",
                "nextOpeningEvent",
                "nextClosingEvent",
                "previousOpeningEvent",
                "previousClosingEvent",
                "plusWorkingDays",
                "workingDaysBetween",
                "isWorkingDay",
                "workingTimeOfDay",
                "resolveLocal");
        List<String> components = List.of(
                "tz",
                "weekly",
                "holidays",
                "shifts",
                "breaks",
                "op",
                "from",
                "to",
                "at",
                "date",
                "amountSeconds",
                "direction",
                "count",
                "days",
                "endOfWorkingDay",
                "localDate",
                "localTime");
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e400",
                "2147483647",
                "\"\"",
                "\"2026-03-02\"",
                "\"-999999999-01-01\"",
                "\"+999999999-12-31T23:59:59.999999999\"",
                "\"+999999999-12-31T23:59:59-18:00\"",
                "\"24:00\"",
                "\"Pacific/Apia\"",
                "[]",
                "[[]]",
                "{}",
                "{\"MON\":[[]]}",
                "{\"SUN\":[[\"00:00\",\"24:00\"]]}",
                "{\"+999999999-12-31\":[[\"22:00\",\"06:00\"]]}",
                "[\"-999999999-01-01\",\"+999999999-12-31\"]",
                "\"\\u0000\"");
        Seeds.each(150, random -> {
            ObjectNode line = (ObjectNode) JSON.readTree(DEADLINE);
            line.put("op", ops.get(random.nextInt(ops.size())))
                    .put("to", "2026-04-02")
                    .put("at", "2026-03-05T10:00:00");
            line.put("date", "2026-03-02")
                    .put("direction", random.nextBoolean() ? "forward" : "backward")
                    .put("count", 2);
            line.put("days", 3).put("localDate", "2026-03-29").put("localTime", "02:30");
            for (int i = random.nextInt(3); i >= 0; i--) {
                line.set(any(components, random), JSON.readTree(any(values, random)));
            }
            long begin = System.nanoTime();
            LineByLine answers = Answers.lines();
            String said = answers.to(line.toString());
            assertThat(JSON.readTree(said).has("error")).as(said).isEqualTo(answers.errors() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as(line.toString())
                    .isLessThan(Duration.ofSeconds(20));
        });
        assertThatCode(() -> Answers.lines().to("\uFEFF")).doesNotThrowAnyException();
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
