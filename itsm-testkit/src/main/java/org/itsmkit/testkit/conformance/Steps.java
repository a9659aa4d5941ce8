package org.itsmkit.testkit.conformance;

import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/** All steps that are tried on a ticket: every action with arguments that matter, suitable and not. */
final class Steps {

    private static final List<Impact> IMPACTS = List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW);
    private static final List<Urgency> URGENCIES = List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW);

    private final String ticket;
    private final List<Step> all = new ArrayList<>();

    private Steps(String ticket) {
        this.ticket = ticket;
    }

    /** The ways to log the ticket {@code label}. */
    static List<Step> logging(String label) {
        Steps steps = new Steps(label);
        for (Impact impact : IMPACTS) {
            for (Urgency urgency : URGENCIES) {
                steps.add(
                        Step.LOG,
                        ANNA,
                        "with impact " + impact + ", urgency " + urgency,
                        (desk, none) -> desk.log(ANNA, "Ticket " + label, impact, urgency));
            }
        }
        steps.add(Step.LOG, ANNA, "without a title", (desk, none) -> desk.log(ANNA, "", Impact.MEDIUM, Urgency.MEDIUM));
        return steps.all;
    }

    /** What can be tried on the ticket {@code label}, once it is logged. */
    static List<Step> on(String label) {
        Steps steps = new Steps(label);
        steps.work();
        steps.holds();
        steps.ends();
        for (Impact impact : IMPACTS) {
            for (Urgency urgency : URGENCIES) {
                steps.add(
                        "prioritise",
                        BEN,
                        "impact " + impact + ", urgency " + urgency,
                        (desk, id) -> desk.prioritise(BEN, id, impact, urgency));
            }
        }
        return steps.all;
    }

    private void work() {
        assign(SERVICE_DESK, Optional.empty());
        assign(SERVICE_DESK, Optional.of(BEN));
        assign(OPERATIONS, Optional.empty());
        assign(OPERATIONS, Optional.of(CARLA));
        assign(OPERATIONS, Optional.of(DORA));
        assign(OPERATIONS, Optional.of(BEN));
        assign(GroupId.of("nobody-knows-them"), Optional.empty());
        assign(OPERATIONS, Optional.of(PersonId.of("nobody-knows-him")));
        add("start", BEN, "", (desk, id) -> desk.start(BEN, id));
        add("comment", ANNA, "in public", (desk, id) -> desk.comment(ANNA, id, "Any news?", false));
        add("comment", BEN, "internally", (desk, id) -> desk.comment(BEN, id, "Ask Carla.", true));
        add("comment", BEN, "without words", (desk, id) -> desk.comment(BEN, id, "", false));
    }

    private void assign(GroupId group, Optional<PersonId> person) {
        String whom = person.map(p -> p + " of " + group).orElse(group.value());
        add("assign", BEN, "to " + whom, (desk, id) -> desk.assign(BEN, id, group, person));
    }

    private void holds() {
        for (HoldReason reason :
                List.of(HoldReason.AWAITING_REQUESTER, HoldReason.AWAITING_SUPPLIER, HoldReason.OTHER)) {
            add("hold", BEN, reason.name(), (desk, id) -> desk.hold(BEN, id, reason.name()));
        }
        add("hold", BEN, "for no known reason", (desk, id) -> desk.hold(BEN, id, "nobody-knows-why"));
        add("resume", BEN, "", (desk, id) -> desk.resume(BEN, id));
    }

    private void ends() {
        for (Resolution.Code code : List.of(Resolution.Code.FIXED, Resolution.Code.WORKAROUND)) {
            add("resolve", BEN, "as " + code, (desk, id) -> desk.resolve(BEN, id, code.value(), "restarted"));
        }
        add("resolve", BEN, "without words", (desk, id) -> desk.resolve(BEN, id, "fixed", ""));
        for (PersonId by : List.of(ANNA, BEN)) {
            add("confirm", by, "", (desk, id) -> desk.confirm(by, id));
            add("reopen", by, "with a reason", (desk, id) -> desk.reopen(by, id, "It is down again."));
            add("close", by, "", (desk, id) -> desk.close(by, id));
        }
        add("reopen", ANNA, "without a reason", (desk, id) -> desk.reopen(ANNA, id, ""));
        add("cancel", BEN, "with a reason", (desk, id) -> desk.cancel(BEN, id, "A mistake."));
        add("cancel", BEN, "without a reason", (desk, id) -> desk.cancel(BEN, id, ""));
    }

    private void add(String action, PersonId by, String how, BiFunction<HelpDesk, String, Reply> deed) {
        String text = ticket + ": " + action + (how.isEmpty() ? "" : " " + how) + ", by " + by;
        all.add(new Step(action, ticket, text, deed));
    }
}
