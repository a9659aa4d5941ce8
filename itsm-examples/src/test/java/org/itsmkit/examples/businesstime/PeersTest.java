package org.itsmkit.examples.businesstime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the public test suites of other libraries expect, said in the words of the tool, where their convention is ours: the case, the
 * answer, and whose expectation it is.
 */
class PeersTest {

    private static final String OFFICE =
            "\"MON\":[[\"09:00\",\"17:00\"]],\"TUE\":[[\"09:00\",\"17:00\"]],\"WED\":[[\"09:00\",\"17:00\"]],\"THU\":[[\"09:00\",\"17:00\"]],\"FRI\":[[\"09:00\",\"17:00\"]]";

    private static final String ALL_DAY =
            "\"MON\":[[\"00:00\",\"24:00\"]],\"TUE\":[[\"00:00\",\"24:00\"]],\"WED\":[[\"00:00\",\"24:00\"]],\"THU\":[[\"00:00\",\"24:00\"]],\"FRI\":[[\"00:00\",\"24:00\"]]";

    private static String ask(String question) {
        return Answers.lines()
                .to("{\"id\":1," + question.replace("OFFICE", OFFICE).replace("ALLDAY", ALL_DAY) + "}");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "tz":"UTC","weekly":{"MON":[["00:00","24:00"]]},"op":"deadline","from":"2014-04-07T23:59:30","amountSeconds":60                                      | "2014-04-14T00:00:30"        | working_hours computation_spec: midnight when advancing
        "tz":"UTC","weekly":{"MON":[["00:00","24:00"]],"TUE":[["08:00","18:00"]]},"op":"deadline","from":"2014-04-08T00:00:30","amountSeconds":-60            | "2014-04-07T23:59:00"        | working_hours computation_spec: midnight when rewinding
        "tz":"Asia/Tokyo","weekly":{OFFICE},"op":"deadline","from":"1991-11-15T07:00:00Z","amountSeconds":10800                                               | "1991-11-18T11:00:00"        | working_hours computation_spec: time from any zone
        "tz":"Asia/Tokyo","weekly":{OFFICE},"op":"plusWorkingDays","from":"1991-11-14T21:00:00Z","days":1                                                     | "1991-11-18T06:00:00"        | working_hours computation_spec: days from any zone
        "tz":"UTC","weekly":{"THU":[["08:00","18:00"]],"FRI":[["08:00","12:00"],["13:00","18:00"]]},"shifts":{"2019-12-27":[["08:00","12:00"],["14:00","18:00"]]},"op":"deadline","from":"2019-12-27T14:00:00","amountSeconds":-120 | "2019-12-27T11:58:00" | working_hours computation_spec: holiday hours, second set
        "tz":"UTC","weekly":{OFFICE},"op":"deadline","from":"1991-11-15T16:59:42.25","amountSeconds":120.4                                                    | "1991-11-18T09:01:42.65"     | working_hours computation_spec: milliseconds, unrounded here
        "tz":"Europe/Paris","weekly":{"SUN":[["09:00","17:00"]]},"op":"nextOpen","at":"2020-03-29T05:00:00+01:00"                                            | "2020-03-29T09:00:00"        | working_hours computation_spec: positive time shift
        "tz":"Europe/Paris","weekly":{"SUN":[["09:00","17:00"]]},"op":"nextOpen","at":"2020-10-25T04:00:00+02:00"                                            | "2020-10-25T09:00:00"        | working_hours computation_spec: negative time shift
        "tz":"UTC","weekly":{OFFICE},"op":"nextClosingEvent","at":"2014-04-07T17:00:00"                                                                       | "2014-04-08T17:00:00"        | working_hours computation_spec: advance to closing time
        "tz":"UTC","weekly":{"MON":[["09:00","24:00"]],"TUE":[["00:00","24:00"]],"WED":[["00:00","03:00"],["09:00","24:00"]],"FRI":[["00:00","03:00"]]},"op":"nextClosingEvent","at":"2019-02-04T11:00:00"      | "2019-02-06T03:00:00" | spatie OpeningHoursTest: consecutive hours, next close
        "tz":"UTC","weekly":{"MON":[["09:00","24:00"]],"TUE":[["00:00","24:00"]],"WED":[["00:00","03:00"],["09:00","24:00"]],"FRI":[["00:00","03:00"]]},"op":"previousOpeningEvent","at":"2019-02-06T09:00:00" | "2019-02-04T09:00:00" | spatie OpeningHoursTest: consecutive hours, previous open
        "tz":"UTC","weekly":{"MON":[["18:00","05:00"]],"TUE":[["05:40","05:50"],["17:00","06:00"]]},"op":"nextClosingEvent","at":"2024-11-12T05:30:00"        | "2024-11-12T05:50:00"        | spatie OpeningHoursOverflowTest: overflow next close
        "tz":"UTC","weekly":{"MON":[["00:00","24:00"]],"TUE":[["00:00","24:00"]],"WED":[["00:00","24:00"]],"THU":[["00:00","24:00"]],"FRI":[["00:00","24:00"]],"SAT":[["00:00","24:00"]],"SUN":[["00:00","24:00"]]},"holidays":["2013-12-25"],"op":"previousOpeningEvent","at":"2019-06-06T19:02:00" | "2013-12-26T00:00:00" | spatie OpeningHoursTest: very far past exception
        "tz":"America/Los_Angeles","weekly":{"SUN":[["02:30","03:15"]],"MON":[["09:00","17:00"]]},"op":"periods","from":"2006-04-02T00:00:00","direction":"forward","count":1 | [["2006-04-03T09:00:00","2006-04-03T17:00:00"]] | biz after_spec: an empty interval is filtered out
        "tz":"Asia/Brunei","weekly":{"SUN":[["06:00","18:00"]]},"op":"periods","from":"2006-01-08T07:00:00","direction":"backward","count":1                   | [["2006-01-08T06:00:00","2006-01-08T07:00:00"]] | biz before_spec: origin near the end of the week
        "tz":"UTC","weekly":{"SAT":[["11:00","14:30"]]},"breaks":{"2006-01-07":[["11:30","12:00"],["12:30","13:00"]]},"op":"periods","from":"2006-01-08T00:00:00","direction":"backward","count":3 | [["2006-01-07T13:00:00","2006-01-07T14:30:00"],["2006-01-07T12:00:00","2006-01-07T12:30:00"],["2006-01-07T11:00:00","2006-01-07T11:30:00"]] | biz before_spec: breaks in the middle
        "tz":"UTC","weekly":{"MON":[["09:00","17:00"]]},"holidays":["2006-01-09"],"op":"plusWorkingDays","from":"2006-01-01","days":2                         | "2006-01-16"                 | biz dates_spec: dates of the schedule
        "tz":"America/Sao_Paulo","op":"resolveLocal","localDate":"2015-10-17","localTime":"24:00"                                                             | "2015-10-18T01:00:00-02:00"  | biz time_spec: end of a day whose midnight is skipped
        "tz":"UTC","weekly":{ALLDAY},"op":"plusWorkingDays","from":"2018-11-19T10:00:00","days":7,"endOfWorkingDay":true                                      | "2018-11-29T00:00:00"        | GLPI CalendarTest: end of the working day, around the clock
        "tz":"UTC","weekly":{ALLDAY},"op":"plusWorkingDays","from":"2018-11-19T10:00:00","days":-7                                                            | "2018-11-08T10:00:00"        | GLPI CalendarTest: past date
        "tz":"UTC","weekly":{OFFICE},"holidays":["2014-07-04","2015-07-03","2016-07-04"],"op":"plusWorkingDays","from":"2016-01-01","days":-366              | "2014-08-06"                 | rickar/cal TestWorkdaysFrom
        "tz":"UTC","weekly":{OFFICE},"op":"deadline","from":"2020-04-04T09:00:00","amountSeconds":0                                                           | "2020-04-04T09:00:00"        | rickar/cal TestAddWorkHours: nothing added
        "tz":"UTC","weekly":{OFFICE},"op":"deadline","from":"2020-04-04T09:00:00","amountSeconds":86400                                                       | "2020-04-08T17:00:00"        | rickar/cal TestAddWorkHours: three days
        "tz":"UTC","weekly":{"MON":[["09:00","02:00"]],"TUE":[["19:00","04:00"]]},"op":"isOpen","at":"2019-04-24T03:59:00"                                    | true                         | spatie OpeningHoursOverflowTest: open past midnight
        "tz":"UTC","weekly":{"MON":[["13:00","17:00"],["23:00","02:00"]],"TUE":[["13:00","17:00"]]},"op":"rollBack","at":"2014-07-01T10:00:00"                | "2014-07-01T02:00:00"        | pandas test_business_hour: roll back into the night
        "tz":"UTC","weekly":{ALLDAY},"holidays":["2014-07-14","2014-07-16"],"op":"workingDaysBetween","from":"2014-07-11","to":"2014-07-18"                   | 3                            | Strata ImmutableHolidayCalendarTest: days between, end exclusive
        """)
    void expectTheSame(String question, String answer, String whose) {
        assertThat(ask(question)).as(whose).isEqualTo("{\"id\":1,\"answer\":" + answer + "}");
    }
}
