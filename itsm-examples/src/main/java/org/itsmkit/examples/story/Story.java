package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;

/** Something that happens in a company: who is there, who may what, and what they do. */
public interface Story {

    /** What it is called. */
    String title();

    /** Where it happens: whose clocks are shown. */
    ZoneId zone();

    /** When it begins, in {@link #zone}. */
    LocalDateTime start();

    /** Who is there. */
    Directory people();

    /** Who may what. */
    Authorizer authorizer();

    /** What the company has otherwise than others. */
    default Tailoring tailoring() {
        return Tailoring.none();
    }

    /** Lets it happen. */
    void play(Stage stage);
}
