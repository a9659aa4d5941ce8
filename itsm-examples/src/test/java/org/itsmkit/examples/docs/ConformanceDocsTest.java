package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.PersonId;
import org.itsmkit.testkit.conformance.Aspect;
import org.itsmkit.testkit.conformance.Conformance;
import org.itsmkit.testkit.conformance.HelpDesk;
import org.itsmkit.testkit.conformance.Reply;
import org.itsmkit.testkit.conformance.TicketView;
import org.junit.jupiter.api.Test;

/** The snippets about checking a help desk of one's own. */
class ConformanceDocsTest {

    /** What a team has: tickets are lines, and starting one twice goes unnoticed. */
    private static final class OurSystem {

        private final List<String> states = new ArrayList<>();

        int create() {
            states.add("new");
            return states.size() - 1;
        }

        boolean begin(int ticket) {
            states.set(ticket, "in-progress");
            return true;
        }

        String state(int ticket) {
            return states.get(ticket);
        }
    }

    // spotless:off
    // snippet: help-desk
    static final class OurHelpDesk implements HelpDesk {

        private final OurSystem system = new OurSystem();

        @Override
        public Reply log(PersonId by, String title, Impact impact, Urgency urgency) {
            return title.isEmpty() ? Reply.refused("no title") : Reply.done("" + system.create());
        }

        @Override
        public Reply start(PersonId by, String ticket) {
            return system.begin(Integer.parseInt(ticket)) ? Reply.done(ticket) : Reply.refused("not now");
        }

        @Override
        public TicketView look(String ticket) {
            return TicketView.empty().with(Aspect.STATUS, system.state(Integer.parseInt(ticket)));
        }
    }
    // end
    // spotless:on

    @Test
    void aHelpDeskOfOnesOwn() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () ->
                                // spotless:off
                        // snippet: conformance
                        Conformance.of(clock -> new OurHelpDesk()).check().requireConformity()
                        // end
                        // spotless:on
                        )
                .withMessageContaining(
                        "In start, the reply differs: done instead of refused (lifecycle.not-possible), after 3 steps")
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(
                                "1. A: log with impact high, urgency high, by anna",
                                "2. A: start, by ben",
                                "3. A: start, by ben"));
    }
}
