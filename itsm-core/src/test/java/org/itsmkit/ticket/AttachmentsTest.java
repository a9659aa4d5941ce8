package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is enclosed with tickets: where it is, and none of its bytes. */
class AttachmentsTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private static AttachmentCommand.Attach<Incident> file(String name, String type, String location) {
        return new AttachmentCommand.Attach<>(name, type, 12, location, Optional.empty(), false);
    }

    private List<String> refusal(Command<Incident> command) {
        return company.refused(id, command).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private Worksheet sheet() {
        return company.now(id).record().ticket().worksheetOrBlank();
    }

    @Test
    void somethingIsEnclosedAndTakenAwayAgain() {
        company.does(
                id,
                new AttachmentCommand.Attach<>(
                        "Bild \u2713 \uD83D\uDCF7.png",
                        "Image/PNG",
                        Long.MAX_VALUE,
                        "s3://bucket/key",
                        Optional.of(DIGEST.toUpperCase(java.util.Locale.ROOT)),
                        false));

        assertThat(sheet().attachments())
                .containsExactly(new Attachment(
                        1,
                        "Bild \u2713 \uD83D\uDCF7.png",
                        "image/png",
                        Long.MAX_VALUE,
                        "s3://bucket/key",
                        Optional.of(DIGEST),
                        false));
        company.does(id, new AttachmentCommand.Detach<>(1, "the wrong photo"));
        assertThat(sheet().attachments()).isEmpty();
        assertThat(refusal(new AttachmentCommand.Detach<>(1, "again"))).containsExactly("attachment.unknown");
        assertThat(company.events(id)).containsExactly("logged", "attached", "detached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../passwd", "a/b", "a\\b", ".", "..", "invoice\u202Egpj.exe", "\u2067x\u2069"})
    void namesThatDeceiveAreRefused(String name) {
        assertThat(refusal(file(name, "text/plain", "k"))).containsExactly("attachment.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text/", "/plain", "text/plain; charset=utf-8", "text/pl ain", "text/plain\n"})
    void whatIsNoMediaTypeIsRefused(String type) {
        assertThat(refusal(file("a.txt", type, "k"))).containsExactly("attachment.media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:text/plain,hello",
                "javascript:alert(1)",
                " JavaScript :alert(1)",
                "java\u200bscript:alert(1)",
                "vbscript:x"
            })
    void whatIsTheThingItselfOrWouldBeRunIsNoLocation(String location) {
        assertThat(refusal(file("a.txt", "text/plain", location))).containsExactly("attachment.location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://files.example/a?b=data:c", "files/1", "urn:uuid:1", "C:\\data", "database:1"})
    void otherLocationsAreTheHosts(String location) {
        company.does(id, file("a.txt", "text/plain", location));
        assertThat(sheet().attachments()).extracting(Attachment::location).containsExactly(location);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(refusal(new AttachmentCommand.Attach<>(
                        "", "png", -1, "x".repeat(2_001), Optional.of(DIGEST + "0"), true)))
                .containsExactly(
                        "text.missing",
                        "attachment.media-type",
                        "attachment.size",
                        "text.too-long",
                        "attachment.digest");
        assertThat(refusal(file("x".repeat(100_000), "x".repeat(100_000), "k")))
                .containsExactly("text.too-long", "attachment.media-type");
    }

    @Test
    void thereAreTwoHundredAtMost() {
        List<Command<Incident>> all = new ArrayList<>();
        IntStream.range(0, Worksheet.MOST_ATTACHMENTS).forEach(i -> all.add(file("a.txt", "text/plain", "k" + i)));
        done(company.itsm.incidents().submitAll(caller(DORA), id, all, Options.none()));
        assertThat(refusal(file("a.txt", "text/plain", "k"))).containsExactly("attachment.too-many");
    }

    @Test
    void requestersDoNotSeeWhatIsInternal() {
        Company roles = Company.withRoles();
        RecordId mail = roles.log().id();
        roles.does(DORA, mail, file("for-all.txt", "text/plain", "1"));
        roles.does(
                DORA,
                mail,
                new AttachmentCommand.Attach<>("passwords.txt", "text/plain", 1, "2", Optional.empty(), true));
        roles.does(DORA, mail, new AttachmentCommand.Detach<>(2, "not here"));
        roles.does(
                DORA,
                mail,
                new AttachmentCommand.Attach<>("dump.bin", "application/x-dump", 1, "3", Optional.empty(), true));

        assertThat(roles.itsm.incidents().history(caller(ANNA), mail))
                .extracting(JournalEntry::name)
                .containsExactly("logged", "attached");
        assertThat(roles.itsm.incidents().history(caller(BEN), mail)).hasSize(5);
        Worksheet all = roles.now(mail).record().ticket().worksheetOrBlank();
        assertThat(all.attachments()).hasSize(2);
        assertThat(all.withoutInternal().attachments())
                .extracting(Attachment::fileName)
                .containsExactly("for-all.txt");
    }
}
