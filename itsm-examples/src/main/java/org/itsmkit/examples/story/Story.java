package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.itsmkit.change.ChangePractice;
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

    /** What the company has otherwise than the kit's standard. */
    default Tailoring tailoring() {
        return Tailoring.none();
    }

    /** How changes go there that go by no model. */
    default ChangePractice changePractice() {
        return ChangePractice.standard();
    }

    /** Lets it happen. */
    void play(Stage stage);
}
