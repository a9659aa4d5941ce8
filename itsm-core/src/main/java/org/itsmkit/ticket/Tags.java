package org.itsmkit.ticket;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/** Tags as people write them and as they are kept: in lower case, with hyphens for white space. */
final class Tags {

    private Tags() {}

    /** Returns the tag as it is kept; one that is none stays none. */
    static String normalise(String tag) {
        // What is far too long for a tag is not looked at any further.
        return tag.length() > TicketPeopleCommand.TAG_TEXT_LENGTH
                ? tag
                : tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    static Set<String> normalise(Set<String> tags) {
        return tags.stream().map(Tags::normalise).collect(Collectors.toUnmodifiableSet());
    }

    static void check(Inputs inputs, Set<String> tags) {
        inputs.require(
                tags.size() <= TicketPeopleCommand.MOST_TAGS,
                "tags.too-many",
                "tags",
                "More than " + TicketPeopleCommand.MOST_TAGS + " tags are named at once.");
        inputs.require(
                tags.stream().map(Tags::normalise).allMatch(Tags::isCode),
                "tag.not-a-code",
                "tags",
                "A tag has 1 to " + Keys.MAX_CODE_LENGTH
                        + " letters, digits or . _ : - of plain Latin, and begins with a letter or a digit.");
    }

    private static boolean isCode(String tag) {
        try {
            Keys.requireCode(tag, "tag");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
