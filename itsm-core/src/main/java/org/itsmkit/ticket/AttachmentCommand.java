package org.itsmkit.ticket;

import io.vavr.control.Either;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/**
 * What may be wanted of what is enclosed with a ticket of any kind. The host keeps the bytes; the kit keeps where they are.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface AttachmentCommand<R extends Ticketed<R>> extends Command<R> {

    /** The most code points of a file's name. */
    int NAME_LENGTH = 255;

    /** The most code points of a location. */
    int LOCATION_LENGTH = 2_000;

    @Override
    default Action action() {
        return TicketAction.ATTACH;
    }

    /**
     * Enclose something; at most {@link Worksheet#MOST_ATTACHMENTS} at a time.
     *
     * @param fileName in one line, without slashes and without characters that turn the direction of text
     * @param mediaType type and subtype without parameters, such as {@code image/png}, in whatever case
     * @param size in bytes, from 0
     * @param location a URI or a key of the host's, in one line, at most 2,000 code points; none that carries its content itself, or
     *     that a browser would run
     * @param sha256 the digest of the bytes as 64 hexadecimal digits, in whatever case
     * @param isInternal whether it is for the provider's own people alone
     */
    record Attach<R extends Ticketed<R>>(
            String fileName, String mediaType, long size, String location, Optional<String> sha256, boolean isInternal)
            implements AttachmentCommand<R> {

        private static final String TOKEN = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
        private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
        private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{64}");
        private static final Set<String> CARRYING_OR_RUN = Set.of("data", "javascript", "vbscript");

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .line("fileName", fileName, NAME_LENGTH)
                    .require(
                            isPlain(fileName),
                            "attachment.name",
                            "fileName",
                            "The name of a file has no slashes, and no characters that turn the direction of text.")
                    .require(
                            mediaType.length() <= NAME_LENGTH
                                    && MEDIA_TYPE.matcher(mediaType).matches(),
                            "attachment.media-type",
                            "mediaType",
                            "This is no media type.")
                    .require(size >= 0, "attachment.size", "size", "The size is less than nothing.")
                    .line("location", location, LOCATION_LENGTH)
                    .require(
                            !CARRYING_OR_RUN.contains(scheme(location)),
                            "attachment.location",
                            "location",
                            "The location says where something is, and is not the thing itself.")
                    .require(
                            sha256.map(digest -> digest.length() == 64
                                            && DIGEST.matcher(digest).matches())
                                    .orElse(true),
                            "attachment.digest",
                            "sha256",
                            "This is no SHA-256 in hexadecimal digits.")
                    .violations();
        }

        private static boolean isPlain(String name) {
            return !name.equals(".")
                    && !name.equals("..")
                    && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || turnsText(c));
        }

        private static boolean turnsText(int c) {
            return c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c == 0x200E
                    || c == 0x200F
                    || c == 0x061C;
        }

        /** What stands before the first colon, as a browser would read it: without what it does not see. */
        private static String scheme(String location) {
            String start = location.substring(0, Math.min(location.length(), LOCATION_LENGTH));
            int colon = start.indexOf(':');
            return colon < 0
                    ? ""
                    : start.substring(0, colon)
                            .replaceAll("[^A-Za-z0-9+.-]", "")
                            .toLowerCase(Locale.ROOT);
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            Attachment attachment = new Attachment(
                    sheet.lastNumber() + 1,
                    fileName,
                    mediaType.toLowerCase(Locale.ROOT),
                    size,
                    location,
                    sha256.map(digest -> digest.toLowerCase(Locale.ROOT)),
                    isInternal);
            return new WorkDecision<>(record, context)
                    .require(
                            sheet.attachments().size() < Worksheet.MOST_ATTACHMENTS,
                            "attachment.too-many",
                            "most",
                            Integer.toString(Worksheet.MOST_ATTACHMENTS),
                            "A ticket has at most " + Worksheet.MOST_ATTACHMENTS + " attachments.")
                    .to(new WorkEvent.Attached<R>(attachment));
        }
    }

    /** Enclose something no longer, and say why. What is internal is there for those alone who may read it. */
    record Detach<R extends Ticketed<R>>(int number, String reason) implements AttachmentCommand<R> {
        @Override
        public Needs needs(R record) {
            return attachment(record).map(Attachment::isInternal).orElse(false) ? Needs.internal() : Needs.none();
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<Attachment> attachment = attachment(record)
                    .filter(a -> !a.isInternal() || context.facts().readsInternal());
            decision.require(
                    attachment.isPresent(),
                    "attachment.unknown",
                    "number",
                    Integer.toString(number),
                    "There is no attachment " + number + ".");
            return attachment
                    .map(a -> decision.to(new WorkEvent.Detached<R>(a, reason)))
                    .orElseGet(decision::refusal);
        }

        private Optional<Attachment> attachment(R record) {
            return record.ticket().worksheetOrBlank().attachment(number);
        }
    }
}
