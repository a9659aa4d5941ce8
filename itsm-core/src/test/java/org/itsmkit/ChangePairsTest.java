package org.itsmkit;

import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.Changing;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every status of standard, normal and emergency changes with every action, as {@link EveryPairTest} does it for the others. */
class ChangePairsTest {

    private static final String STANDARD_1 = """
            from         | cancel    revise begin        implement   authorise  schedule   assess-risk reclassify review      describe
            draft        | cancelled draft  .            .           authorised draft      draft       draft      .           draft
            authorised   | cancelled draft  implementing implemented authorised authorised .           .          .           .
            implementing | .         .      .            implemented .          .          .           .          .           .
            implemented  | .         .      .            .           .          .          .           .          implemented .
            closed       | .         .      .            .           .          .          .           .          closed      .
            cancelled    | .         .      .            .           .          .          .           .          .           .
            """;

    private static final String STANDARD_2 = """
            from         | prioritise assign       categorise set-fields   link         comment      accept       hand-back    change-customer involve
            draft        | draft      draft        draft      draft        draft        draft        draft        draft        draft           draft
            authorised   | .          authorised   authorised authorised   authorised   authorised   authorised   authorised   authorised      authorised
            implementing | .          implementing .          implementing implementing implementing implementing implementing .               implementing
            implemented  | .          .            .          implemented  implemented  implemented  .            .            .               implemented
            closed       | .          .            .          .            closed       closed       .            .            .               .
            cancelled    | .          .            .          .            .            cancelled    .            .            .               .
            """;

    private static final String STANDARD_3 = """
            from         | tag          watch        name-affected plan-tasks   do-task      record-time  attach       close
            draft        | draft        draft        draft         draft        draft        draft        draft        .
            authorised   | authorised   authorised   .             authorised   authorised   authorised   authorised   .
            implementing | implementing implementing .             implementing implementing implementing implementing .
            implemented  | implemented  implemented  .             .            implemented  implemented  implemented  closed
            closed       | closed       closed       .             .            .            closed       closed       .
            cancelled    | .            cancelled    .             .            .            cancelled    cancelled    .
            """;

    private static final String NORMAL_1 = """
            from              | cancel    revise begin        implement   authorise  schedule   assess-risk reclassify review      describe prioritise assign
            draft             | cancelled draft  .            .           authorised draft      draft       draft      .           draft    draft      draft
            authorised        | cancelled draft  implementing implemented authorised authorised .           .          .           .        .          authorised
            implementing      | .         .      .            implemented .          .          .           .          .           .        .          implementing
            implemented       | .         .      .            .           .          .          .           .          implemented .        .          .
            closed            | .         .      .            .           .          .          .           .          closed      .        .          .
            cancelled         | .         .      .            .           .          .          .           .          .           .        .          .
            awaiting-approval | cancelled draft  .            .           authorised .          .           .          .           .        .          awaiting-approval
            rejected          | cancelled draft  .            .           .          .          .           .          .           .        .          .
            """;

    private static final String NORMAL_2 = """
            from              | categorise set-fields   link              comment           accept       hand-back    change-customer involve           tag               watch             name-affected plan-tasks
            draft             | draft      draft        draft             draft             draft        draft        draft           draft             draft             draft             draft         draft
            authorised        | authorised authorised   authorised        authorised        authorised   authorised   authorised      authorised        authorised        authorised        .             authorised
            implementing      | .          implementing implementing      implementing      implementing implementing .               implementing      implementing      implementing      .             implementing
            implemented       | .          implemented  implemented       implemented       .            .            .               implemented       implemented       implemented       .             .
            closed            | .          .            closed            closed            .            .            .               .                 closed            closed            .             .
            cancelled         | .          .            .                 cancelled         .            .            .               .                 .                 cancelled         .             .
            awaiting-approval | .          .            awaiting-approval awaiting-approval .            .            .               awaiting-approval awaiting-approval awaiting-approval .             awaiting-approval
            rejected          | .          .            rejected          rejected          .            .            .               rejected          rejected          rejected          .             .
            """;

    private static final String NORMAL_3 = """
            from              | do-task      record-time       attach            submit            record-unauthorised reject   expire vote              take-votes        delegate          close
            draft             | draft        draft             draft             awaiting-approval implemented         .        .      .                 .                 .                 .
            authorised        | authorised   authorised        authorised        awaiting-approval .                   .        .      .                 .                 .                 .
            implementing      | implementing implementing      implementing      .                 .                   .        .      .                 .                 .                 .
            implemented       | implemented  implemented       implemented       .                 .                   .        .      .                 .                 .                 closed
            closed            | .            closed            closed            .                 .                   .        .      .                 .                 .                 .
            cancelled         | .            cancelled         cancelled         .                 .                   .        .      .                 .                 .                 .
            awaiting-approval | .            awaiting-approval awaiting-approval .                 .                   rejected draft  awaiting-approval awaiting-approval awaiting-approval .
            rejected          | .            rejected          rejected          .                 .                   .        .      .                 .                 .                 .
            """;

    private static final String EMERGENCY_1 = """
            from              | cancel    revise begin        implement   authorise    schedule   assess-risk reclassify review      describe prioritise assign
            draft             | cancelled draft  .            .           authorised   draft      draft       draft      .           draft    draft      draft
            authorised        | cancelled draft  implementing implemented authorised   authorised .           .          .           .        .          authorised
            implementing      | .         .      .            implemented implementing .          .           .          .           .        .          implementing
            implemented       | .         .      .            .           implemented  .          .           .          implemented .        .          .
            closed            | .         .      .            .           .            .          .           .          closed      .        .          .
            cancelled         | .         .      .            .           .            .          .           .          .           .        .          .
            awaiting-approval | cancelled draft  implementing .           authorised   .          .           .          .           .        .          awaiting-approval
            rejected          | cancelled draft  .            .           .            .          .           .          .           .        .          .
            """;

    private static final String EMERGENCY_2 = """
            from              | categorise set-fields   link              comment           accept       hand-back    change-customer involve           tag               watch             name-affected plan-tasks
            draft             | draft      draft        draft             draft             draft        draft        draft           draft             draft             draft             draft         draft
            authorised        | authorised authorised   authorised        authorised        authorised   authorised   authorised      authorised        authorised        authorised        .             authorised
            implementing      | .          implementing implementing      implementing      implementing implementing .               implementing      implementing      implementing      .             implementing
            implemented       | .          implemented  implemented       implemented       .            .            .               implemented       implemented       implemented       .             .
            closed            | .          .            closed            closed            .            .            .               .                 closed            closed            .             .
            cancelled         | .          .            .                 cancelled         .            .            .               .                 .                 cancelled         .             .
            awaiting-approval | .          .            awaiting-approval awaiting-approval .            .            .               awaiting-approval awaiting-approval awaiting-approval .             awaiting-approval
            rejected          | .          .            rejected          rejected          .            .            .               rejected          rejected          rejected          .             .
            """;

    private static final String EMERGENCY_3 = """
            from              | do-task      record-time       attach            submit            record-unauthorised reject   expire vote              take-votes        delegate          close
            draft             | draft        draft             draft             awaiting-approval implemented         .        .      .                 .                 .                 .
            authorised        | authorised   authorised        authorised        awaiting-approval .                   .        .      .                 .                 .                 .
            implementing      | implementing implementing      implementing      .                 .                   .        .      implementing      implementing      implementing      .
            implemented       | implemented  implemented       implemented       .                 .                   .        .      implemented       implemented       implemented       closed
            closed            | .            closed            closed            .                 .                   .        .      .                 .                 .                 .
            cancelled         | .            cancelled         cancelled         .                 .                   .        .      .                 .                 .                 .
            awaiting-approval | .            awaiting-approval awaiting-approval .                 .                   rejected draft  awaiting-approval awaiting-approval awaiting-approval .
            rejected          | .            rejected          rejected          .                 .                   .        .      .                 .                 .                 .
            """;

    @Test
    void theDrawnTablesAreWhole() {
        EveryPairTest.assertWhole(ChangeLifecycle.of(ChangeType.STANDARD), STANDARD_1, STANDARD_2, STANDARD_3);
        EveryPairTest.assertWhole(ChangeLifecycle.of(ChangeType.NORMAL), NORMAL_1, NORMAL_2, NORMAL_3);
        EveryPairTest.assertWhole(ChangeLifecycle.of(ChangeType.EMERGENCY), EMERGENCY_1, EMERGENCY_2, EMERGENCY_3);
    }

    @TestFactory
    Stream<DynamicTest> ofStandardChanges() {
        return tried(ChangeType.STANDARD, STANDARD_1, STANDARD_2, STANDARD_3);
    }

    @TestFactory
    Stream<DynamicTest> ofNormalChanges() {
        return tried(ChangeType.NORMAL, NORMAL_1, NORMAL_2, NORMAL_3);
    }

    @TestFactory
    Stream<DynamicTest> ofEmergencyChanges() {
        return tried(ChangeType.EMERGENCY, EMERGENCY_1, EMERGENCY_2, EMERGENCY_3);
    }

    private static Stream<DynamicTest> tried(ChangeType type, String... drawn) {
        return EveryPairTest.pairs(drawn).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Changing changing = Changing.in(company(type, pair), type, pair.from());
                    changing.does(DORA, TicketCommand.Comment.toAll("let us see"));
                    prepare(changing, pair);
                    EveryPairTest.check(
                            changing.company,
                            changing.company.itsm.changes(),
                            changing.id,
                            pair,
                            DORA,
                            command(changing, pair.action()));
                }));
    }

    /** One person authorises from a draft, or anew what was moved; everywhere else operations are asked, and nobody concludes for them. */
    private static Company company(ChangeType type, Pair pair) {
        boolean byOnePerson = pair.action().equals("authorise")
                && List.of("draft", "authorised").contains(pair.from());
        return byOnePerson || type == ChangeType.STANDARD
                ? Changing.deaf()
                : Changing.deaf(Changing.strict(ChangeType.NORMAL), Changing.strict(ChangeType.EMERGENCY));
    }

    private static void prepare(Changing changing, Pair pair) {
        if (pair.to().isEmpty()) {
            return;
        }
        EveryPairTest.given(pair)
                .ifPresent(person -> changing.does(DORA, new TicketCommand.Assign<>(OPERATIONS, person)));
        switch (pair.action()) {
            case "authorise" -> {
                if (pair.from().equals("authorised")) {
                    changing.does(BEN, changing.command("schedule"));
                } else if (!pair.from().equals("draft")) {
                    changing.carla(Choice.APPROVE);
                }
            }
            case "reject" -> {
                changing.carla(Choice.REJECT);
                changing.does(DORA, new ApprovalCommand.CastVote("operations", Choice.REJECT, ""));
            }
            case "expire" -> changing.company.clock.advance(Duration.ofDays(8));
            case "close" -> {
                if (changing.now().isReviewDue()) {
                    changing.does(BEN, new ChangeCommand.LookBack("quick", "", List.of()));
                }
            }
            default -> {}
        }
    }

    private static Command<Change> command(Changing changing, String action) {
        if (action.equals("link")) {
            return new TicketCommand.LinkTo<>(
                    LinkType.CAUSED_BY, Company.incident(changing.company.log().id()));
        }
        return Changing.own().contains(action)
                ? changing.command(action)
                : EveryPairTest.common(changing.company, action, "change");
    }
}
