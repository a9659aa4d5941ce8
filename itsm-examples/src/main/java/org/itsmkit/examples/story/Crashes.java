package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.SoftwareConflict.CLIENT;
import static org.itsmkit.examples.story.SoftwareConflict.CRASH;
import static org.itsmkit.examples.story.SoftwareConflict.MAIL;
import static org.itsmkit.examples.story.SoftwareConflict.NEW_VERSION;
import static org.itsmkit.examples.story.SoftwareConflict.SOFIA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;

/** The incidents of the {@link SoftwareConflict}, by whom they struck. */
final class Crashes {

    private final Stage stage;
    private final Map<String, RecordId> byName = new LinkedHashMap<>();

    Crashes(Stage stage) {
        this.stage = stage;
    }

    /** The first seven. */
    void come() {
        stage.on("2026-03-03", "09:12:00");
        strikes(
                "Ida",
                "Mail client closes by itself",
                "{who} opens a signed letter, and the mail client is gone: {number}.");
        restarted("Ida", "Sofia starts it again. It works.");
        stage.at("14:40:00");
        strikes("Oskar", "Mail client crashed", "{who} has the same: {number}.");
        restarted("Oskar", "Started again.");
        stage.on("2026-03-04", "10:05:00");
        strikes("Lea", "Mail program closed while I was reading", "{who} has it, {number}.");
        restarted("Lea", "Started again.");
        stage.on("2026-03-05", "11:30:00");
        strikes("Emil", "Mail client closes by itself", "{who} has it, {number}.");
        restarted("Emil", "Started again.");
        stage.on("2026-03-06", "09:20:00");
        strikes("Nina", "Mail client crashes on a letter", "{who} has it twice in an hour, {number}. It stays open.");
        stage.at("16:10:00");
        strikes("Rosa", "Mail client crashes again and again", "{who} has it, {number}.");
        stage.on("2026-03-09", "08:50:00");
        struck("Hugo", "Mail client crashes, I cannot file letters", "{who} has it, and files letters all day.");
    }

    /** One of which no more is told. */
    RecordId strikes(String name, String title, String text) {
        return named(name, stage.logInPassing(SoftwareConflict.person(name), text, log(title)));
    }

    /** One that is told in full. */
    RecordId struck(String name, String title, String text) {
        return named(name, stage.log(SoftwareConflict.person(name), text, log(title)));
    }

    private static IncidentCommand.Log log(String title) {
        return IncidentCommand.log().title(title).service(MAIL).build();
    }

    private RecordId named(String name, RecordId id) {
        byName.put(name, id);
        stage.silently(
                SOFIA,
                stage.itsm().incidents(),
                id,
                new AffectedCommand.NameAffected<>(Set.of(AffectedItem.of(CLIENT, NEW_VERSION)), Set.of(CRASH)));
        return id;
    }

    private void restarted(String name, String text) {
        stage.silently(
                SOFIA,
                stage.itsm().incidents(),
                of(name),
                new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, text));
    }

    RecordId of(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    List<RecordId> all() {
        return new ArrayList<>(byName.values());
    }
}
