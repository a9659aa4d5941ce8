package org.itsmkit.examples.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tool answers by our own rules, and where a line makes no sense. */
class AnswersTest {

    private static final String DESK =
            "\"id\":1,\"tz\":\"Europe/Vienna\",\"calendar\":{\"weekly\":{\"MON\":[[\"09:00\",\"17:00\"]],\"TUE\":[[\"09:00\",\"17:00\"]]},\"holidays\":[]}";
    private static final String FOUR_HOURS =
            "\"targets\":[{\"name\":\"fix\",\"kind\":\"resolution\",\"amountSeconds\":14400}]";

    private static String ask(String rest) {
        return Answers.lines().to("{" + rest.replace("DESK", DESK).replace("FOUR_HOURS", FOUR_HOURS) + "}");
    }

    @Test
    void aPauseMovesTheDeadlineByOpenTimeAndHidesItMeanwhile() {
        // 13:00 Monday; waits 15:00 to 10:00 on Tuesday: three open hours. Four hours of work: two before, two after.
        assertThat(ask("""
                                DESK,FOUR_HOURS,"other":1,"events":[
                                {"at":"2026-03-02T13:00:00","type":"created"},
                                {"at":"2026-03-02T15:00:00","type":"pending"},
                                {"at":"2026-03-03T10:00:00.5","type":"resumed"},
                                {"at":"2026-03-03T12:00:00.5","type":"closed"}]""")).isEqualTo("""
                        {"id":1,"after":[\
                        {"event":0,"targets":{"fix":{"deadline":"2026-03-02T17:00:00","state":"running","pausedSeconds":0,"elapsedSeconds":0}}},\
                        {"event":1,"targets":{"fix":{"deadline":null,"state":"paused","pausedSeconds":0,"elapsedSeconds":7200}}},\
                        {"event":2,"targets":{"fix":{"deadline":"2026-03-03T12:00:00.5","state":"running","pausedSeconds":10800.5,"elapsedSeconds":7200}}},\
                        {"event":3,"targets":{"fix":{"deadline":"2026-03-03T12:00:00.5","state":"met","pausedSeconds":10800.5,"elapsedSeconds":14400}}}]}""");
    }

    @Test
    void anotherAgreementHoldsFromTheBeginningAndWhatIsPromisedNoMoreIsCancelled() {
        String said = ask("""
                DESK,"targets":[{"name":"a","kind":"resolution","amountSeconds":3600},{"name":"b","kind":"response","amountSeconds":3600}],
                "events":[{"at":"2026-03-02T10:00:00+01:00","type":"created"},
                {"at":"2026-03-02T12:00:00+01:00","type":"slaChanged","targets":[{"name":"a","kind":"resolution","workingDays":1,"endOfWorkingDay":true}]}]""");
        assertThat(said).contains("""
                        "event":0,"targets":{"a":{"deadline":"2026-03-02T10:00:00Z","state":"running\"""").contains("""
                        "event":1,"targets":{"a":{"deadline":"2026-03-03T16:00:00Z","state":"running","pausedSeconds":0,"elapsedSeconds":7200},"b":{"deadline":null,"state":"cancelled\"""");
    }

    @Test
    void attachedLateAClockMayStartLate() {
        String said = ask("""
                DESK,"events":[{"at":"2026-03-02T09:00:00","type":"created"},
                {"at":"2026-03-02T11:00:00","type":"agreementsAttached","targets":[
                {"name":"late","kind":"resolution","amountSeconds":3600,"clockStartsAt":"attached"},
                {"name":"early","kind":"resolution","amountSeconds":3600},
                {"name":"said","kind":"resolution","amountSeconds":3600,"clockStartsAt":"2026-03-02T10:30:00"}]}]""");
        assertThat(said)
                .contains("\"late\":{\"deadline\":\"2026-03-02T12:00:00\",\"state\":\"running\"")
                .contains("\"early\":{\"deadline\":\"2026-03-02T10:00:00\",\"state\":\"breached\"")
                .contains("\"said\":{\"deadline\":\"2026-03-02T11:30:00\",\"state\":\"running\"");
    }

    @Test
    void whatIsNeverOpenIsNeverDue() {
        assertThat(ask("""
                                "id":1,"tz":"UTC","calendar":{"weekly":{},"holidays":[]},FOUR_HOURS,"events":[{"at":"2026-03-02T13:00:00","type":"created"}]""")).contains("\"deadline\":null,\"state\":\"running\"");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        DESK,FOUR_HOURS,"events":[{"at":"2026-03-02T13:00:00","type":"pending"}]                                                                   | the first one creates
        DESK,FOUR_HOURS,"events":[{"at":"2026-03-02T13:00:00","type":"created"},{"at":"2026-03-02T12:00:00","type":"tick"}]                         | out of order
        DESK,FOUR_HOURS,"events":[{"at":"2026-03-02T13:00:00","type":"created"},{"at":"2026-03-02T14:00:00","type":"exploded"}]                     | none called exploded
        DESK,FOUR_HOURS,"events":[{"type":"created"}]                                                                                                | at is missing
        DESK,FOUR_HOURS,"preset":"heat","events":[]                                                                                                  | none called heat
        DESK,"targets":[{"name":"a","kind":"magic","amountSeconds":1}],"events":[{"at":"2026-03-02T13:00:00","type":"created"}]                      | none called magic
        DESK,"targets":[{"name":"a","kind":"update"}],"events":[{"at":"2026-03-02T13:00:00","type":"created"}]                                       | amountSeconds is missing
        DESK,"targets":[{"name":"a","kind":"update","amountSeconds":-5}],"events":[{"at":"2026-03-02T13:00:00","type":"created"}]                    | not PT-5S
        DESK,"targets":[{"name":"a","kind":"update","workingDays":-5}],"events":[{"at":"2026-03-02T13:00:00","type":"created"}]                      | not -5
        DESK,"targets":[{"name":"a","kind":"update","amountSeconds":5},{"name":"a","kind":"update","amountSeconds":5}],"events":[{"at":"2026-03-02T13:00:00","type":"created"}] | two are called a
        DESK,"targets":{"name":"a"},"events":[{"at":"2026-03-02T13:00:00","type":"created"}]                                                         | no array
        DESK,FOUR_HOURS,"events":["created"]                                                                                                         | no object
        "id":1,"tz":"Mars/Olympus",FOUR_HOURS,"events":[]                                                                                            | Mars/Olympus
        DESK,FOUR_HOURS,"events":[{"at":"-20000-03-02T13:00:00","type":"created"}]                                                                   | years 1 to 9999
        """)
    void whatMakesNoSenseIsTold(String line, String error) {
        assertThat(ask(line)).startsWith("{\"id\":1,\"error\":\"").contains(error);
    }
}
