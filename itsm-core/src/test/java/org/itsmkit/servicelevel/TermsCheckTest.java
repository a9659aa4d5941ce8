package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.Agreeing.DESK;
import static org.itsmkit.servicelevel.Agreeing.resolution;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be agreed: each bound of terms, at it and beyond. */
class TermsCheckTest {

    private static final String CLEF = "\uD834\uDD1E";
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private static ProposedTerms.Builder terms() {
        return ProposedTerms.builder().putHours("desk", DESK);
    }

    private static List<String> codes(ProposedTerms.Builder terms) {
        return codes(terms, Map.of());
    }

    private static List<String> codes(ProposedTerms.Builder terms, Map<String, CalendarData> calendars) {
        return TermsCheck.of(terms.build(), calendars).stream()
                .map(Violation::code)
                .toList();
    }

    private static List<String> names(String stem, int many) {
        return IntStream.range(0, many).mapToObj(i -> stem + i).toList();
    }

    private static <T> Map<String, T> all(Collection<String> names, T one) {
        return names.stream().collect(Collectors.toMap(Function.identity(), name -> one));
    }

    private static Commitment measuring(Metric metric) {
        return Commitment.of("odd", Target.of(metric, Amount.openTime(Duration.ofHours(1))), "desk");
    }

    private static Commitment cancelledWhere(Condition condition) {
        return measuring(Metric.of("odd", Condition.always(), Condition.never()).withCancel(condition));
    }

    @Test
    void whatPromisesNothingCanBeAgreed() {
        assertThat(codes(ProposedTerms.builder())).isEmpty();
        assertThat(codes(terms().addCommitments(resolution("resolution", 8)))).isEmpty();
    }

    @Test
    void anAgreementIsOfAHundredKindsAtMost() {
        assertThat(codes(terms().addAllKinds(names("kind-", TermsCheck.MOST_KINDS))))
                .isEmpty();
        assertThat(codes(terms().addAllKinds(names("kind-", TermsCheck.MOST_KINDS + 1))))
                .containsExactly("agreement.too-many-kinds");
    }

    @Test
    void kindsHaveNamesOfAtMostSixtyFourCharacters() {
        assertThat(codes(terms().addKinds("k".repeat(64)))).isEmpty();
        assertThat(codes(terms().addKinds("k".repeat(65)))).containsExactly("agreement.kind-is-no-name");
        assertThat(codes(terms().addKinds("incident", "no kind"))).containsExactly("agreement.kind-is-no-name");
    }

    @Test
    void anAgreementHasTwoHundredCommitmentsAtMost() {
        Function<Integer, List<Commitment>> many = count -> names("promise-", count).stream()
                .map(name -> resolution(name, 8))
                .toList();

        assertThat(codes(terms().addAllCommitments(many.apply(Terms.MOST_COMMITMENTS))))
                .isEmpty();
        assertThat(codes(terms().addAllCommitments(many.apply(Terms.MOST_COMMITMENTS + 1))))
                .containsExactly("agreement.too-many-commitments");
    }

    @Test
    void everyCommitmentHasANameOfItsOwn() {
        assertThat(TermsCheck.of(
                        terms().addCommitments(resolution("one", 8), resolution("other", 8), resolution("one", 4))
                                .build(),
                        Map.of()))
                .containsExactly(
                        Violation.of("agreement.commitment-twice", "field", "one", "Two commitments are called one."));
    }

    @Test
    void anAgreementHasTwentyServiceHoursAtMost() {
        List<String> twenty = names("hours-", Terms.MOST_HOURS);
        List<String> more = names("hours-", Terms.MOST_HOURS + 1);

        assertThat(codes(ProposedTerms.builder().hours(all(twenty, DESK)))).isEmpty();
        assertThat(codes(ProposedTerms.builder().hours(all(more, DESK)))).containsExactly("agreement.too-many-hours");
    }

    private static List<Commitment> byHours(Collection<String> hours) {
        return hours.stream()
                .map(name -> new Commitment(
                        "by-" + name, FieldCondition.all(), resolution("any", 8).target(), Optional.of(name)))
                .toList();
    }

    @Test
    void hoursThatAreTakenFromCalendarsCountWithThoseThatItHas() {
        Map<String, CalendarData> calendars = all(names("hours-", 30), DESK);
        List<Commitment> nineteen = byHours(names("hours-", Terms.MOST_HOURS - 1));
        List<Commitment> twenty = byHours(names("hours-", Terms.MOST_HOURS));

        assertThat(codes(terms().addAllCommitments(nineteen), calendars)).isEmpty();
        assertThat(codes(terms().addAllCommitments(twenty), calendars)).containsExactly("agreement.too-many-hours");
        assertThat(codes(terms().addAllCommitments(nineteen).addCommitments(resolution("resolution", 8)), calendars))
                .as("its own hours are counted once, however many commitments speak of them")
                .isEmpty();
    }

    @Test
    void hoursThatAreNowhereAreMissedAndNotCounted() {
        assertThat(codes(ProposedTerms.builder().addAllCommitments(byHours(names("hours-", 21)))))
                .containsOnly("agreement.hours-unknown")
                .hasSize(21);
    }

    @Test
    void serviceHoursHaveNames() {
        assertThat(codes(terms().putHours("h".repeat(64), DESK))).isEmpty();
        assertThat(codes(terms().putHours("the desk", DESK))).containsExactly("agreement.hours-are-no-name");
    }

    @Test
    void fiveFieldsTellOfTimeZonesAtMost() {
        assertThat(codes(terms().addAllZoneBy(names("field-", Terms.MOST_ZONES))))
                .isEmpty();
        assertThat(codes(terms().addAllZoneBy(names("field-", Terms.MOST_ZONES + 1))))
                .containsExactly("agreement.zones-are-no-fields");
        assertThat(codes(terms().addZoneBy("location", "no field"))).containsExactly("agreement.zones-are-no-fields");
    }

    @Test
    void workingDaysAreCountedByHours() {
        Target tenDays = Target.of(Metric.RESOLUTION, Amount.workingDays(10));

        assertThat(codes(terms().addCommitments(Commitment.of("days", tenDays, "desk"))))
                .isEmpty();
        assertThat(codes(terms().addCommitments(
                                new Commitment("days", FieldCondition.all(), tenDays, Optional.empty()))))
                .containsExactly("agreement.days-need-hours");
        assertThat(codes(terms().addCommitments(new Commitment(
                        "hours", FieldCondition.all(), resolution("any", 8).target(), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void whatIsPromisedDoesNotDependOnWhatIsBeingDone() {
        FieldCondition resolving = FieldCondition.not(FieldCondition.doing(Action.of("resolve")));

        assertThat(codes(terms().coverage(resolving))).containsExactly("agreement.speaks-of-actions");
        assertThat(codes(terms().addCommitments(resolution("resolution", 8).where(resolving))))
                .containsExactly("agreement.speaks-of-actions");
        assertThat(codes(terms().addCommitments(resolution("resolution", 8).where(FieldCondition.priority(1)))))
                .isEmpty();
    }

    /** Terms in which a text stands, by where it does. */
    static Stream<Named<Function<String, ProposedTerms.Builder>>> speaking() {
        return Stream.of(
                Named.of("a status", text -> cancelled(Condition.status("new", text))),
                Named.of("a reason to wait", text -> cancelled(Condition.waitsFor("customer", text))),
                Named.of("a mark", text -> cancelled(Condition.marked("approved", text))),
                Named.of(
                        "a status within",
                        text -> cancelled(
                                Condition.never().or(Condition.always().and(Condition.status(text))))),
                Named.of(
                        "what is covered", text -> terms().coverage(site(FieldValue.number(1), FieldValue.text(text)))),
                Named.of(
                        "a list of what is covered",
                        text -> terms().coverage(site(
                                FieldValue.list(List.of(FieldValue.text("Vienna"), FieldValue.text(text)))))),
                Named.of(
                        "of which records it is promised",
                        text -> terms().addCommitments(resolution("resolution", 8)
                                .where(FieldCondition.any(FieldCondition.status(text))))));
    }

    private static ProposedTerms.Builder cancelled(Condition where) {
        return terms().addCommitments(cancelledWhere(where));
    }

    private static FieldCondition site(FieldValue... oneOf) {
        return new FieldCondition.Has("site", List.of(oneOf));
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void textsOfWhichConditionsSpeakHave255CodePointsAtMost(Function<String, ProposedTerms.Builder> speaking) {
        assertThat(codes(speaking.apply("x".repeat(TermsCheck.TEXT_LENGTH)))).isEmpty();
        assertThat(codes(speaking.apply(CLEF.repeat(TermsCheck.TEXT_LENGTH)))).isEmpty();
        assertThat(codes(speaking.apply("x".repeat(TermsCheck.TEXT_LENGTH + 1))))
                .containsExactly("agreement.text-not-kept");
        assertThat(codes(speaking.apply(CLEF.repeat(TermsCheck.TEXT_LENGTH + 1))))
                .containsExactly("agreement.text-not-kept");
    }

    @Test
    void textsThatCannotBeKeptAreRefused() {
        for (String text : List.of("new\u0000", "\uD834", "\uDD1E\uD834")) {
            assertThat(codes(cancelled(Condition.status("new", text)))).containsExactly("agreement.text-not-kept");
        }
    }

    @Test
    void textsThatCannotBeKeptAreToldOnceBesidesAllElse() {
        String tooLong = "x".repeat(TermsCheck.TEXT_LENGTH + 1);
        ProposedTerms.Builder terms = terms().addKinds("no kind")
                .coverage(FieldCondition.status(tooLong, "y" + tooLong))
                .addCommitments(cancelledWhere(Condition.marked(tooLong)));

        assertThat(codes(terms)).containsExactlyInAnyOrder("agreement.kind-is-no-name", "agreement.text-not-kept");
    }

    /** So many parts, each of one kind. */
    private static Condition nothingBut(int parts) {
        return new Condition.Any(Collections.nCopies(parts - 1, Condition.always()));
    }

    private static Condition not(int times, Condition innermost) {
        Condition condition = innermost;
        for (int i = 0; i < times; i++) {
            condition = condition.not();
        }
        return condition;
    }

    private static Condition all(int times, Condition innermost) {
        Condition condition = innermost;
        for (int i = 0; i < times; i++) {
            condition = new Condition.All(List.of(condition));
        }
        return condition;
    }

    private static Condition any(int times, Condition innermost) {
        Condition condition = innermost;
        for (int i = 0; i < times; i++) {
            condition = new Condition.Any(List.of(condition));
        }
        return condition;
    }

    static Stream<Arguments> conditionsAndTheirParts() {
        return Stream.of(
                Arguments.of(Condition.always(), 1),
                Arguments.of(Condition.never(), 1),
                Arguments.of(new Condition.Assigned(), 1),
                Arguments.of(Condition.phase(Phase.NEW, Phase.ACTIVE), 1),
                Arguments.of(Condition.status("new", "assigned", "on-hold"), 4),
                Arguments.of(Condition.waitsFor("customer", "supplier"), 3),
                Arguments.of(Condition.marked("approved", "agent-contact", "first-response"), 4),
                Arguments.of(new Condition.WithGroup(Set.of(GroupId.of("desk"), GroupId.of("operations"))), 3),
                Arguments.of(Condition.never().or(Condition.always()), 3),
                Arguments.of(
                        new Condition.Assigned().and(Condition.status("new").not()), 5),
                Arguments.of(Condition.waitsFor("customer").not().not().not(), 5));
    }

    /** What is there besides the list and what is measured: what is covered or the last condition, when, and four conditions. */
    private static final int ALWAYS_THERE = 6;

    private static ProposedTerms.Builder filledUp(int parts, Condition last) {
        Metric metric = Metric.of("odd", nothingBut(parts - ALWAYS_THERE), Condition.never());
        return terms().addCommitments(
                        measuring(metric.withPause(Condition.never()).withCancel(last)));
    }

    @ParameterizedTest
    @MethodSource("conditionsAndTheirParts")
    void conditionsHaveTenThousandPartsAtMostHoweverTheyArePutTogether(Condition last, int parts) {
        assertThat(codes(filledUp(TermsCheck.MOST_PARTS - parts, last))).isEmpty();
        assertThat(codes(filledUp(TermsCheck.MOST_PARTS - parts + 1, last)))
                .containsExactly("agreement.conditions-too-long");
    }

    static Stream<Arguments> coveragesAndTheirParts() {
        return Stream.of(
                Arguments.of(FieldCondition.all(), 1),
                Arguments.of(FieldCondition.filled("site"), 1),
                Arguments.of(FieldCondition.priority(1, 2, 3), 4),
                Arguments.of(FieldCondition.not(FieldCondition.status("new", "assigned")), 4),
                Arguments.of(FieldCondition.any(FieldCondition.all(), FieldCondition.filled("site")), 3),
                Arguments.of(
                        new FieldCondition.Has(
                                "sites",
                                List.of(FieldValue.list(
                                        List.of(FieldValue.number(1), FieldValue.number(2), FieldValue.number(3))))),
                        5));
    }

    @ParameterizedTest
    @MethodSource("coveragesAndTheirParts")
    void whatIsCoveredCountsWithTheConditions(FieldCondition coverage, int parts) {
        int rest = TermsCheck.MOST_PARTS - parts;

        assertThat(codes(filledUp(rest, Condition.never()).coverage(coverage))).isEmpty();
        assertThat(codes(filledUp(rest + 1, Condition.never()).coverage(coverage)))
                .containsExactly("agreement.conditions-too-long");
    }

    @Test
    void conditionsLieEightDeepAtMost() {
        for (Condition innermost : List.of(Condition.never(), Condition.marked("approved"))) {
            assertThat(codes(cancelled(not(7, innermost)))).isEmpty();
            assertThat(codes(cancelled(all(7, innermost)))).isEmpty();
            assertThat(codes(cancelled(any(7, innermost)))).isEmpty();
            assertThat(codes(cancelled(not(8, innermost)))).containsExactly("agreement.conditions-too-long");
            assertThat(codes(cancelled(all(8, innermost)))).containsExactly("agreement.conditions-too-long");
            assertThat(codes(cancelled(any(8, innermost)))).containsExactly("agreement.conditions-too-long");
        }
    }

    @Test
    void everyConditionOfAMetricIsLookedAt() {
        Metric sound = Metric.of("odd", Condition.always(), Condition.never());
        Condition deep = not(8, Condition.never());

        for (Metric metric : List.of(
                sound.withStart(deep),
                sound.withPause(deep),
                sound.withStop(deep),
                sound.withNext(deep),
                sound.withReset(deep),
                sound.withCancel(deep))) {
            assertThat(codes(terms().addCommitments(measuring(metric))))
                    .containsExactly("agreement.conditions-too-long");
        }
    }

    /** So many days without a name, a thousand to a version. */
    private static CalendarData holidays(int many) {
        List<CalendarData.Version> versions = new ArrayList<>();
        for (int left = many; left > 0; left -= CalendarData.MOST_RULES) {
            versions.add(new CalendarData.Version(
                    Optional.of(MAY_DAY.plusYears(versions.size())),
                    Map.of(),
                    Collections.nCopies(Math.min(left, CalendarData.MOST_RULES), DayRule.holiday("", MAY_DAY))));
        }
        return new CalendarData(ZoneOffset.UTC, versions);
    }

    private static CalendarData once(Map<DayOfWeek, List<TimeRange>> weekly, DayRule... days) {
        return new CalendarData(
                ZoneOffset.UTC, List.of(new CalendarData.Version(Optional.empty(), weekly, List.of(days))));
    }

    static Stream<Arguments> hoursAndTheirRules() {
        TimeRange morning = TimeRange.of("08:00", "12:00");
        TimeRange afternoon = TimeRange.of("13:00", "17:00");
        return Stream.of(
                Arguments.of(once(Map.of()), 0),
                Arguments.of(DESK, 5),
                Arguments.of(
                        once(Map.of(DayOfWeek.MONDAY, List.of(morning, afternoon), DayOfWeek.FRIDAY, List.of(morning))),
                        3),
                Arguments.of(once(Map.of(), DayRule.holiday("Labour Day", MAY_DAY)), 1),
                Arguments.of(once(Map.of(), DayRule.shift(DateRule.on(MAY_DAY), morning, afternoon)), 3),
                Arguments.of(once(Map.of(), DayRule.holiday("x".repeat(254), MAY_DAY)), 1),
                Arguments.of(once(Map.of(), DayRule.holiday("x".repeat(255), MAY_DAY)), 2),
                Arguments.of(once(Map.of(), DayRule.holiday("x".repeat(510), MAY_DAY)), 3),
                Arguments.of(DESK.from(MAY_DAY, BusinessHours.weekdays(morning)), 10));
    }

    @ParameterizedTest
    @MethodSource("hoursAndTheirRules")
    void allServiceHoursTogetherHaveTenThousandRulesAtMost(CalendarData hours, int rules) {
        ProposedTerms.Builder atMost = ProposedTerms.builder()
                .putHours("measured", hours)
                .putHours("holidays", holidays(TermsCheck.MOST_RULES - rules));
        ProposedTerms.Builder tooMany = ProposedTerms.builder()
                .putHours("measured", hours)
                .putHours("holidays", holidays(TermsCheck.MOST_RULES - rules + 1));

        assertThat(codes(atMost)).isEmpty();
        assertThat(codes(tooMany)).containsExactly("agreement.hours-too-long");
    }
}
