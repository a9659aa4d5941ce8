package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.WorkaroundEvent;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorEvent;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemEvent;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingEvent;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketMergeEvent;

/**
 * What follows from a step: from what was before and what happened of itself, by a reading of its own.
 *
 * @param refusals what the audit sink was told meanwhile
 * @param off the reactions that were switched off
 */
record StepLaws(
        Shot before,
        Shot after,
        List<JournalEntry> news,
        List<AuditSink.Verdict> refusals,
        Set<String> off,
        Map<String, Integer> seen) {

    private static final Set<Phase> OPEN = Set.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING);

    private static final Set<String> CAN_NOTE =
            Set.of("under-investigation", "on-hold", "root-cause-identified", "fix-in-progress", "fix-planned");

    void hold() {
        for (RecordRef change : before.changes().keySet()) {
            changeEnds(change);
        }
        for (RecordRef problem : before.problems().keySet()) {
            problemEnds(problem);
        }
        for (JournalEntry entry : news) {
            if (entry.event() instanceof ProblemEvent.Resolved) {
                count("a problem was resolved");
            }
            if (entry.event() instanceof TicketMergeEvent.MergedInto<?> merged) {
                count(entry.record().kind() + "s were merged");
                if (entry.record().kind().equals("problem")) {
                    moves(before.incidents().keySet(), LinkType.INSTANCE_OF, entry.record(), merged, "incidents");
                    moves(
                            before.knownErrors().keySet(),
                            LinkType.KNOWN_ERROR_OF,
                            entry.record(),
                            merged,
                            "known-errors");
                }
            }
            if (entry.event() instanceof TicketMergeEvent.Unmerged<?>) {
                count(entry.record().kind() + "s were unmerged");
            }
            if (entry.event() instanceof ProblemEvent.Reanalysed) {
                count("a problem was reanalysed");
            }
            if (entry.event() instanceof WorkaroundEvent.WorkaroundTried) {
                count("a workaround was tried");
            }
        }
        fixesEnd();
        offers();
        nothingElseFollows();
    }

    private boolean on(String reaction) {
        return !off.contains(reaction);
    }

    /** It is resolved, lived with, closed or given up, and does not go on in another. */
    private void problemEnds(RecordRef problem) {
        Ticket was = before.problems().get(problem).ticket();
        Ticket is = after.problems().get(problem).ticket();
        if (was.phase() != is.phase()
                && !OPEN.contains(is.phase())
                && is.merger().isEmpty()) {
            waitIsOver("awaiting-problem", LinkType.INSTANCE_OF, problem, "resume-incidents-of-problem");
        }
    }

    private void changeEnds(RecordRef change) {
        Phase was = before.changes().get(change).ticket().phase();
        Phase is = after.changes().get(change).ticket().phase();
        if (was.isOver() || !is.isOver()) {
            return;
        }
        boolean wentWell = after.changes()
                .get(change)
                .outcome()
                .map(ChangeOutcome::isSuccess)
                .orElse(false);
        Fix.State end = is == Phase.CLOSED && wentWell ? Fix.State.DONE : Fix.State.FAILED;
        count(is == Phase.CLOSED ? "a change was closed" : "a change was cancelled");
        before.problems()
                .forEach((ref, problem) -> told(
                        ref,
                        problem.ticket(),
                        state(problem.fixes(), change),
                        state(after.problems().get(ref).fixes(), change),
                        change,
                        end,
                        "note-fix-of-problem"));
        before.knownErrors()
                .forEach((ref, error) -> told(
                        ref,
                        error.ticket(),
                        state(error.fixes(), change),
                        state(after.knownErrors().get(ref).fixes(), change),
                        change,
                        end,
                        "note-fix-of-known-error"));
        waitIsOver("awaiting-change", LinkType.FIXED_BY, change, "resume-incidents-of-change");
    }

    private void told(
            RecordRef ref,
            Ticket ticket,
            Optional<Fix.State> was,
            Optional<Fix.State> is,
            RecordRef change,
            Fix.State end,
            String reaction) {
        if (was.isEmpty() || !before.points(ref, LinkType.FIXED_BY, change) || !on(reaction)) {
            assertThat(is).as("what %s knows of %s", ref, change).isEqualTo(was);
        } else if (CAN_NOTE.contains(ticket.status().name())) {
            assertThat(is).as("what %s knows of %s", ref, change).contains(end);
            count("a fix was noted");
        } else if (!was.equals(Optional.of(end))) {
            assertThat(is).as("what %s knows of %s", ref, change).isEqualTo(was);
            assertThat(wasRefused(ref, reaction))
                    .as("whether %s said that it cannot be told", ref)
                    .isTrue();
            count("a fix could not be noted");
        }
    }

    /** All is done that was planned, and so it is gone: at once, where that is learnt. */
    private void fixesEnd() {
        for (JournalEntry entry : news) {
            RecordRef ref = entry.record();
            if (entry.event() instanceof FixingEvent.FixNoted && ref.kind().equals("problem")) {
                Problem problem = after.problems().get(ref);
                boolean isResolved = problem.ticket().status().name().equals("resolved");
                assertThat(isResolved)
                        .as("whether %s is resolved: %s", ref, problem.fixes())
                        .isEqualTo(allDone(problem.fixes())
                                && problem.rootCause().isPresent()
                                && on("resolve-fixed-problem"));
                assertThat(wasRefused(ref, "resolve-fixed-problem")).isFalse();
                count(isResolved ? "a problem was fixed" : "a problem was not fixed yet");
            }
            if (entry.event() instanceof FixingEvent.FixNoted && ref.kind().equals("known-error")) {
                KnownError error = after.knownErrors().get(ref);
                boolean isFixed = error.ticket().status().name().equals("fixed");
                assertThat(isFixed)
                        .as("whether %s is fixed: %s", ref, error.fixes())
                        .isEqualTo(allDone(error.fixes()) && on("record-fix-of-known-error"));
                assertThat(wasRefused(ref, "record-fix-of-known-error")).isFalse();
                count(isFixed ? "a known error was fixed" : "a known error was not fixed yet");
            }
        }
        after.problems().forEach((ref, problem) -> {
            if (problem.ticket().status().name().equals("resolved")) {
                assertThat(problem.fixes()).noneMatch(fix -> fix.state() == Fix.State.PLANNED);
            }
        });
    }

    private static boolean allDone(List<Fix> fixes) {
        int done = 0;
        for (Fix fix : fixes) {
            if (fix.state() == Fix.State.PLANNED) {
                return false;
            }
            done += fix.state() == Fix.State.DONE ? 1 : 0;
        }
        return done > 0;
    }

    private static Optional<Fix.State> state(List<Fix> fixes, RecordRef change) {
        for (Fix fix : fixes) {
            if (fix.change().equals(change)) {
                return Optional.of(fix.state());
            }
        }
        return Optional.empty();
    }

    private void waitIsOver(String reason, LinkType type, RecordRef of, String reaction) {
        Set<RecordRef> expected = new HashSet<>();
        before.incidents().forEach((ref, incident) -> {
            if (waits(incident, reason) && before.points(ref, type, of)) {
                expected.add(ref);
            }
        });
        if (on(reaction)) {
            for (RecordRef ref : expected) {
                assertThat(after.incidents().get(ref).ticket().phase())
                        .as("how %s goes on that waited for %s", ref, of)
                        .isNotEqualTo(Phase.WAITING);
                count("an incident went on: " + reason);
            }
        } else if (!expected.isEmpty()) {
            count("an incident waits in vain");
        }
        assertThat(expected).containsAll(touchedBy(reaction, of));
    }

    private static boolean waits(Incident incident, String reason) {
        return incident.ticket().phase() == Phase.WAITING
                && incident.ticket().hold().orElseThrow().reason().equals(reason);
    }

    private void moves(
            Set<RecordRef> all, LinkType type, RecordRef from, TicketMergeEvent.MergedInto<?> merged, String what) {
        String reaction = "move-" + what + "-of-duplicate";
        RecordRef into = merged.into().into();
        for (RecordRef ref : all) {
            boolean pointed = before.points(ref, type, from);
            if (pointed && on(reaction) && !wasRefused(ref, reaction)) {
                assertThat(after.points(ref, type, from))
                        .as("whether %s is left behind", ref)
                        .isFalse();
                assertThat(after.points(ref, type, into))
                        .as("whether %s comes with %s", ref, from)
                        .isTrue();
                count(what + " moved with their problem");
            } else {
                assertThat(after.points(ref, type, from))
                        .as("what %s points at", ref)
                        .isEqualTo(pointed);
                assertThat(after.points(ref, type, into))
                        .as("what %s points at", ref)
                        .isEqualTo(before.points(ref, type, into));
            }
            if (pointed && wasRefused(ref, reaction)) {
                boolean isGivenUp = before.tickets().get(ref).phase() == Phase.CANCELLED;
                assertThat(isGivenUp || leads(into, type, ref))
                        .as("whether %s had a reason to stay", ref)
                        .isTrue();
                count(what + " could not be moved");
            }
        }
    }

    private boolean leads(RecordRef from, LinkType type, RecordRef to) {
        return from.equals(to)
                || before.tickets().get(from).links().stream()
                        .anyMatch(link -> link.type().equals(type.value()) && leads(link.target(), type, to));
    }

    private void offers() {
        Set<RecordRef> offered = new HashSet<>();
        for (JournalEntry entry : news) {
            RecordRef error = entry.record();
            if (entry.event() instanceof KnownErrorEvent.Published && on("offer-published-workaround")) {
                KnownError known = before.knownErrors().get(error);
                String text = known.workaround().isPresent()
                        ? known.workaround().get().text()
                        : known.cause().orElseThrow();
                count("a known error was published");
                before.incidents().forEach((ref, incident) -> {
                    if (OPEN.contains(incident.ticket().phase()) && concerns(error, known, ref)) {
                        assertThat(after.incidents().get(ref).workarounds())
                                .as("what is offered for %s", ref)
                                .anyMatch(one -> one.knownError().equals(error)
                                        && one.text().equals(text)
                                        && one.number().equals(known.ticket().number()));
                        offered.add(ref);
                        count("a workaround was offered");
                    }
                });
            }
        }
        for (JournalEntry entry : news) {
            boolean isReaction = entry.cause().name().equals("reaction:offer-published-workaround");
            if (entry.event() instanceof WorkaroundEvent.WorkaroundOffered && isReaction) {
                assertThat(offered).contains(entry.record());
            }
        }
    }

    private boolean concerns(RecordRef error, KnownError known, RecordRef incident) {
        return before.points(incident, LinkType.INSTANCE_OF, error)
                || known.ticket().links().stream()
                        .anyMatch(link -> link.type().equals("known-error-of")
                                && before.points(incident, LinkType.INSTANCE_OF, link.target()));
    }

    /** No reaction goes by what did not happen in this step. */
    private void nothingElseFollows() {
        Set<String> happened = new HashSet<>();
        news.forEach(entry -> happened.add(entry.record() + " " + entry.sequence()));
        for (JournalEntry entry : news) {
            if (entry.cause().name().startsWith("reaction:")) {
                assertThat(happened)
                        .as("when %s had its cause", entry)
                        .contains(entry.cause().record().orElseThrow() + " "
                                + entry.cause().sequence());
            }
        }
    }

    private Set<RecordRef> touchedBy(String reaction, RecordRef source) {
        Set<RecordRef> touched = new HashSet<>();
        for (JournalEntry entry : news) {
            if (entry.cause().name().equals("reaction:" + reaction)
                    && entry.cause().record().equals(Optional.of(source))) {
                touched.add(entry.record());
            }
        }
        return touched;
    }

    private boolean wasRefused(RecordRef ref, String reaction) {
        return refusals.stream()
                .anyMatch(verdict -> verdict.code().equals("reaction.refused")
                        && verdict.record().equals(Optional.of(ref))
                        && verdict.reason().startsWith(reaction + ":"));
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
