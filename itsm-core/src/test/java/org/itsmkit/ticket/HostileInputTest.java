package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and texts that cannot be kept are refused, with codes that programs can rely on. */
class HostileInputTest {

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    static Stream<String> hostileNames() {
        return Stream.of(
                "",
                " ",
                "two words",
                "nul \0",
                "\ud800",
                "\udc00\ud800",
                "two\nlines",
                "\u202eltr",
                "x".repeat(65),
                "x".repeat(10_000_000));
    }

    private static void assertIncomplete(Rejection rejection, String... codes) {
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(rejection.violations()).extracting(Violation::code).containsExactlyInAnyOrder(codes);
        assertThat(rejection.sentence()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void aFieldOfAHostileNameCannotBeEmptied(String name) {
        assertIncomplete(company.refused(id, new TicketCommand.SetFields<>(Map.of(), Set.of(name))), "field.unknown");
        assertIncomplete(
                company.refused(id, new TicketCommand.SetFields<>(Map.of(), Set.of("never-set", name))),
                "field.unknown");
    }

    @Test
    void aTicketDoesNotWaitForAHostileReason() {
        Map<String, String> codes = Map.of(
                "",
                "text.missing",
                " ",
                "text.missing",
                "\u200b",
                "text.missing",
                "\ud800",
                "text.not-storable",
                "two\nlines",
                "text.not-one-line",
                "x".repeat(65),
                "text.too-long",
                "x".repeat(10_000_000),
                "text.too-long");
        codes.forEach((reason, code) -> assertIncomplete(
                company.refused(
                        id,
                        new TicketCommand.Migrate<>(
                                "on-hold", Optional.of(new Hold(reason, Optional.empty())), "imported")),
                code));
        assertIncomplete(
                company.refused(
                        id,
                        new TicketCommand.Migrate<>(
                                "on-hold", Optional.of(new Hold("\0", Optional.of("x".repeat(4_001)))), " ")),
                "text.missing",
                "text.missing",
                "text.not-one-line",
                "text.not-storable",
                "text.too-long");
        hostileNames()
                .forEach(reason -> assertThat(
                                company.refused(id, new TicketCommand.PutOnHold<>(reason, Optional.empty()))
                                        .reason())
                        .isEqualTo(Rejection.Reason.INCOMPLETE));
        company.does(
                id,
                new TicketCommand.Migrate<>(
                        "on-hold", Optional.of(new Hold("x".repeat(64), Optional.empty())), "imported"));
    }

    private static final int MEBIBYTE = 1 << 20;

    private static Map<String, FieldValue> texts(int... lengths) {
        return IntStream.range(0, lengths.length)
                .boxed()
                .collect(Collectors.toMap(i -> "text-" + i, i -> FieldValue.text("x".repeat(lengths[i]))));
    }

    @Test
    void allCustomTextsTogetherAreAtMostOneMebibyte() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields(
                                "incident",
                                IntStream.range(0, 3)
                                        .mapToObj(i -> FieldDefinition.of("text-" + i, FieldType.TEXT)
                                                .withMany())
                                        .toList())
                        .build()));
        Map<String, FieldValue> many = Map.of(
                "text-0",
                FieldValue.list(List.of(
                        FieldValue.text("x".repeat(MEBIBYTE / 2)), FieldValue.text("y".repeat(MEBIBYTE / 2 + 1)))));

        for (Map<String, FieldValue> tooLong : List.of(texts(MEBIBYTE / 2, MEBIBYTE / 4, MEBIBYTE / 4 + 1), many)) {
            assertIncomplete(company.refused(id, new TicketCommand.SetFields<>(tooLong)), "field.too-long");
            assertIncomplete(
                    company.itsm
                            .incidents()
                            .submit(
                                    caller(ANNA),
                                    IncidentCommand.log()
                                            .title("x")
                                            .custom(tooLong)
                                            .build())
                            .getLeft(),
                    "field.too-long");
        }
        company.does(id, new TicketCommand.SetFields<>(texts(MEBIBYTE / 2, MEBIBYTE / 4, MEBIBYTE / 4)));
        assertThat(company.now(id).record().ticket().custom()).hasSize(3);
    }
}
