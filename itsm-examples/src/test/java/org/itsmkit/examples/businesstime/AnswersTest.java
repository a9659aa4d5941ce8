package org.itsmkit.examples.businesstime;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmkit.examples.lines.LineByLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question that the tool knows, and lines that are none. 2026-03-02 is a Monday, 2026-03-04 is closed. */
class AnswersTest {

    private static final String CALENDAR = """
            "tz": "Europe/Berlin",
            "weekly": {"MON": [["09:00", "12:00"], ["13:00", "17:00"]], "TUE": [["22:00", "06:00"]],
                       "WED": [["09:00", "17:00"]], "THU": [["09:00", "17:00"]], "SAT": [["20:00", "24:00"]]},
            "holidays": ["2026-03-04"], "shifts": {"2026-03-05": [["06:00", "08:00"]]},
            "breaks": {"2026-03-05": [["07:00", "07:30"]]}
            """;

    private static String ask(String question) {
        return Answers.lines().to(("{\"id\": \"q\", " + CALENDAR + ", " + question + "}").replace('\n', ' '));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "op": "deadline", "from": "2026-03-02T09:00:00", "amountSeconds": 7200                        | "2026-03-02T11:00:00"
        "op": "deadline", "from": "2026-03-02T11:59:59", "amountSeconds": 1.5                         | "2026-03-02T13:00:00.5"
        "op": "deadline", "from": "2026-03-02T11:00:00", "amountSeconds": 3600                        | "2026-03-02T12:00:00"
        "op": "deadline", "from": "2026-03-02T10:00:00Z", "amountSeconds": 0                          | "2026-03-02T11:00:00"
        "op": "deadline", "from": "2026-03-02T10:00:00", "amountSeconds": -3600                       | "2026-03-02T09:00:00"
        "op": "deadlineBack", "from": "2026-03-02T14:00:00", "amountSeconds": 7200                    | "2026-03-02T11:00:00"
        "op": "elapsed", "from": "2026-03-02T00:00:00", "to": "2026-03-06T00:00:00"                   | 59400
        "op": "elapsed", "from": "2026-03-02T10:00:00.25", "to": "2026-03-02T09:00:00"                | -3600.25
        "op": "isOpen", "at": "2026-03-04T05:59:59"                                                   | true
        "op": "isOpen", "at": "2026-03-04T06:00:00"                                                   | false
        "op": "nextOpen", "at": "2026-03-02T12:30:00"                                                 | "2026-03-02T13:00:00"
        "op": "nextOpen", "at": "2026-03-02T10:00:00"                                                 | "2026-03-02T10:00:00"
        "op": "rollBack", "at": "2026-03-02T12:30:00"                                                 | "2026-03-02T12:00:00"
        "op": "nextOpeningEvent", "at": "2026-03-02T09:00:00"                                         | "2026-03-02T13:00:00"
        "op": "nextClosingEvent", "at": "2026-03-02T12:00:00"                                         | "2026-03-02T17:00:00"
        "op": "previousOpeningEvent", "at": "2026-03-02T13:00:00"                                     | "2026-03-02T09:00:00"
        "op": "previousClosingEvent", "at": "2026-03-02T12:00:00"                                     | "2026-03-01T00:00:00"
        "op": "periods", "from": "2026-03-05T06:30:00", "direction": "forward", "count": 2            | [["2026-03-05T06:30:00","2026-03-05T07:00:00"],["2026-03-05T07:30:00","2026-03-05T08:00:00"]]
        "op": "periods", "from": "2026-03-04T01:00:00", "direction": "backward", "count": 2           | [["2026-03-03T22:00:00","2026-03-04T01:00:00"],["2026-03-02T13:00:00","2026-03-02T17:00:00"]]
        "op": "periods", "from": "2026-03-04T01:00:00", "direction": "backward", "count": 0           | []
        "op": "plusWorkingDays", "from": "2026-03-02T10:15:00", "days": 2                             | "2026-03-05T10:15:00"
        "op": "plusWorkingDays", "from": "2026-03-02", "days": -1                                     | "2026-02-28"
        "op": "plusWorkingDays", "from": "2026-03-02T10:00:00", "days": 1, "endOfWorkingDay": true    | "2026-03-04T06:00:00"
        "op": "workingDaysBetween", "from": "2026-03-02", "to": "2026-03-09"                          | 4
        "op": "isWorkingDay", "date": "2026-03-04"                                                    | false
        "op": "workingTimeOfDay", "date": "2026-03-05"                                                | 5400
        "op": "workingTimeOfDay", "date": "2026-03-03"                                                | 28800
        "op": "resolveLocal", "localDate": "2026-03-29", "localTime": "02:30"                         | "2026-03-29T03:30:00+02:00"
        "op": "resolveLocal", "localDate": "2026-10-25", "localTime": "02:30"                         | "2026-10-25T02:30:00+02:00"
        "op": "resolveLocal", "localDate": "2026-10-25", "localTime": "24:00"                         | "2026-10-26T00:00:00+01:00"
        """)
    void questionsHaveAnswers(String question, String answer) {
        assertThat(ask(question)).isEqualTo("{\"id\":\"q\",\"answer\":" + answer + "}");
    }

    @Test
    void whatNeverComesIsNull() {
        assertThat(Answers.lines()
                        .to("{\"id\": 7, \"tz\": \"UTC\", \"op\": \"nextOpen\", \"at\": \"2026-03-02T12:30:00\"}"))
                .isEqualTo("{\"id\":7,\"answer\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "op": "guess"                                                                | no such op
        "from": "2026-03-02"                                                         | op is missing
        "op": "deadline", "amountSeconds": 1                                         | from is missing
        "op": "deadline", "from": "yesterday", "amountSeconds": 1                    | from:
        "op": "deadline", "from": "2026-03-02T09:00:00"                              | amountSeconds is missing
        "op": "deadline", "from": "2026-03-02T09:00:00", "amountSeconds": 1e300      | beyond all business
        "op": "periods", "from": "2026-03-02", "direction": "up", "count": 1         | direction
        "op": "periods", "from": "2026-03-02", "direction": "forward", "count": -1   | count
        "op": "plusWorkingDays", "from": "2026-03-02", "days": 1.5                   | days is missing, or no whole number
        "op": "resolveLocal", "localDate": "2026-03-29", "localTime": "25:00"        | no time of day
        """)
    void whatIsAskedWronglyIsTold(String question, String what) {
        assertThat(ask(question)).startsWith("{\"id\":\"q\",\"error\":\"").contains(what);
    }

    @Test
    void linesThatAreNoQuestionsAreCountedAndTheOthersAnswered() {
        LineByLine answers = Answers.lines();
        assertThat(answers.to("{\"id\": \"a\"")).startsWith("{\"id\":\"a\",\"error\":\"no JSON");
        assertThat(answers.to("[1, 2]")).isEqualTo("{\"id\":null,\"error\":\"not an object\"}");
        assertThat(answers.to("{\"id\": \"b\", \"tz\": \"Mars/Base\", \"op\": \"isOpen\"}"))
                .startsWith("{\"id\":\"b\",\"error\":\"tz: ");
        assertThat(
                        answers.to(
                                "{\"id\": \"c\", \"tz\": \"UTC\", \"weekly\": {\"Monday\": []}, \"op\": \"isOpen\", \"at\": \"2026-03-02\"}"))
                .contains("no day of the week");
        assertThat(
                        answers.to(
                                "{\"id\": \"d\", \"tz\": \"UTC\", \"weekly\": {\"MON\": [[\"09:00\"]]}, \"op\": \"isOpen\", \"at\": \"2026-03-02\"}"))
                .contains("pair of times");
        assertThat(answers.errors()).isEqualTo(5);
        assertThat(ask("\"op\": \"isOpen\", \"at\": \"2026-03-02T09:00:00\"")).contains("true");
    }
}
