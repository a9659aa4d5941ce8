package org.itsmkit.problem.analysis;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/**
 * Ideas of several people: written down in silence, so that none follows from another's; then shown to all, put together where they mean the
 * same, and voted on. Each step gives the next session, or says why it is not to be done now.
 *
 * <p>Nobody votes twice for one idea, and what was put together is one idea: it keeps the votes of all, each person counted once, and who voted
 * for both has that vote back. Candidates are, once the session is closed, the ideas with votes, by their votes; they are
 * {@linkplain Confidence#SUSPECTED suspected}, for a majority is no evidence.
 *
 * @param question what ideas are wanted for; not blank
 * @param participants who takes part, each once, at most {@value #MOST_PARTICIPANTS}
 * @param votesEach how many votes everybody has, 1 or more
 * @param phase how far it is
 * @param ideas in the order in which they came, at most {@value #MOST_IDEAS}
 * @param votes in the order in which they came
 */
public record Brainstorming(
        String question, List<PersonId> participants, int votesEach, Phase phase, List<Idea> ideas, List<Vote> votes)
        implements Analysis {

    /** The most participants. */
    public static final int MOST_PARTICIPANTS = 100;

    /** The most ideas. */
    public static final int MOST_IDEAS = 500;

    /** How far a session is. */
    public enum Phase {
        /** Everybody writes down ideas, and sees their own. */
        SILENT,
        /** All see all ideas, and put together what means the same. */
        REVEALED,
        /** Everybody votes; what means the same can still be put together. */
        VOTING,
        /** It is over. */
        CLOSED
    }

    /**
     * An idea.
     *
     * @param id by {@link Keys#requireCode}
     * @param by whose it is
     * @param text not blank
     * @param mergedInto the id of the idea that this was put together with, and is now part of
     */
    public record Idea(String id, PersonId by, String text, Optional<String> mergedInto) {

        public Idea {
            Keys.requireCode(id, "idea");
            Objects.requireNonNull(by, "by");
            Wording.require(text, "idea");
            Objects.requireNonNull(mergedInto, "mergedInto");
        }
    }

    /**
     * A vote.
     *
     * @param by whose it is
     * @param idea what it was given to; it counts for what that is part of now
     */
    public record Vote(PersonId by, String idea) {

        public Vote {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(idea, "idea");
        }
    }

    /**
     * An idea with its votes.
     *
     * @param rank 1 for the most votes; those with equally many have the same, and the next one has as many before it as its rank is above 1
     * @param idea the idea that others may have been put together with
     * @param voters who voted for it or for a part of it, each once, in the order of the votes
     */
    public record Ranking(int rank, Idea idea, List<PersonId> voters) {

        public Ranking {
            Objects.requireNonNull(idea, "idea");
            voters = List.copyOf(voters);
        }
    }

    public Brainstorming {
        Wording.require(question, "question");
        participants = List.copyOf(participants);
        Objects.requireNonNull(phase, "phase");
        ideas = List.copyOf(ideas);
        votes = List.copyOf(votes);
        Wording.requireAtMost(MOST_PARTICIPANTS, participants, "participants");
        Wording.requireDifferent(participants.stream().map(PersonId::value).toList(), "participants");
        Wording.requireAtMost(MOST_IDEAS, ideas, "ideas");
        Wording.requireDifferent(ideas.stream().map(Idea::id).toList(), "ideas");
        if (votesEach < 1) {
            throw new IllegalArgumentException("everybody has 1 vote or more, not " + votesEach);
        }
        requireSound(participants, votesEach, phase, ideas, votes);
    }

    private static void requireSound(
            List<PersonId> participants, int votesEach, Phase phase, List<Idea> ideas, List<Vote> votes) {
        Merged merged = new Merged(ideas);
        Set<PersonId> known = new HashSet<>(participants);
        for (Idea idea : ideas) {
            if (!known.contains(idea.by())) {
                throw new IllegalArgumentException("idea " + idea.id() + " is of somebody who does not take part");
            }
            if (phase == Phase.SILENT && idea.mergedInto().isPresent()) {
                throw new IllegalArgumentException("merged in the silent phase: idea " + idea.id());
            }
        }
        if (!votes.isEmpty() && (phase == Phase.SILENT || phase == Phase.REVEALED)) {
            throw new IllegalArgumentException("votes before the vote");
        }
        Map<PersonId, Set<String>> spent = new HashMap<>();
        for (Vote vote : votes) {
            if (!known.contains(vote.by()) || !merged.knows(vote.idea())) {
                throw new IllegalArgumentException(
                        "a vote of somebody, or for something, unknown: idea " + vote.idea());
            }
            spent.computeIfAbsent(vote.by(), none -> new HashSet<>()).add(merged.rootOf(vote.idea()));
        }
        if (spent.values().stream().anyMatch(ideasOfOne -> ideasOfOne.size() > votesEach)) {
            throw new IllegalArgumentException("somebody voted more than " + votesEach + " times");
        }
    }

    /** A session that begins in silence. */
    public static Brainstorming of(String question, int votesEach, List<PersonId> participants) {
        return new Brainstorming(question, participants, votesEach, Phase.SILENT, List.of(), List.of());
    }

    /** What {@code person} may see: in the silent phase their own ideas, later all of them. */
    public List<Idea> visibleTo(PersonId person) {
        return phase == Phase.SILENT
                ? ideas.stream().filter(idea -> idea.by().equals(person)).toList()
                : ideas;
    }

    /** How many votes {@code person} has left; none if they do not take part. */
    public int votesLeft(PersonId person) {
        if (!participants.contains(person)) {
            return 0;
        }
        Merged merged = new Merged(ideas);
        long spent = votes.stream()
                .filter(vote -> vote.by().equals(person))
                .map(vote -> merged.rootOf(vote.idea()))
                .distinct()
                .count();
        return votesEach - (int) spent;
    }

    /** Writes down an idea, in the silent phase; its id is the letter {@code i} and how many ideas there are then. */
    public Either<Violation, Brainstorming> propose(PersonId by, String text) {
        return takesPart(by).flatMap(ok -> in("propose an idea", Phase.SILENT)).flatMap(ok -> {
            if (text.isBlank()) {
                return Either.left(Violation.of("brainstorming.blank", "An idea has words."));
            }
            if (ideas.size() == MOST_IDEAS) {
                return Either.left(
                        Violation.of("brainstorming.too-many-ideas", "There are " + MOST_IDEAS + " ideas already."));
            }
            List<Idea> all = new ArrayList<>(ideas);
            all.add(new Idea("i" + (ideas.size() + 1), by, text, Optional.empty()));
            return Either.right(with(phase, all, votes));
        });
    }

    /** Ends the silence: all see all ideas. */
    public Either<Violation, Brainstorming> reveal() {
        return in("reveal the ideas", Phase.SILENT).map(ok -> with(Phase.REVEALED, ideas, votes));
    }

    /** Makes idea {@code id}, with all that it was put together with, part of {@code into}, until the session is closed. */
    public Either<Violation, Brainstorming> merge(String id, String into) {
        return in("put ideas together", Phase.REVEALED, Phase.VOTING)
                .flatMap(ok -> known(id))
                .flatMap(ok -> known(into))
                .flatMap(ok -> {
                    Merged merged = new Merged(ideas);
                    String part = merged.rootOf(id);
                    String whole = merged.rootOf(into);
                    if (part.equals(whole)) {
                        return Either.left(Violation.of(
                                "brainstorming.same-idea",
                                "idea",
                                id,
                                "Ideas " + id + " and " + into + " are one already."));
                    }
                    List<Idea> all = ideas.stream()
                            .map(idea -> idea.id().equals(part)
                                    ? new Idea(part, idea.by(), idea.text(), Optional.of(whole))
                                    : idea)
                            .toList();
                    return Either.right(with(phase, all, votes));
                });
    }

    /** Begins the vote. */
    public Either<Violation, Brainstorming> startVoting() {
        return in("begin the vote", Phase.REVEALED).map(ok -> with(Phase.VOTING, ideas, votes));
    }

    /** Gives one vote of {@code by} to an idea, or to what it is part of. */
    public Either<Violation, Brainstorming> vote(PersonId by, String id) {
        return takesPart(by)
                .flatMap(ok -> in("vote", Phase.VOTING))
                .flatMap(ok -> known(id))
                .flatMap(ok -> {
                    Merged merged = new Merged(ideas);
                    String root = merged.rootOf(id);
                    if (votes.stream()
                            .anyMatch(vote -> vote.by().equals(by)
                                    && merged.rootOf(vote.idea()).equals(root))) {
                        return Either.left(Violation.of(
                                "brainstorming.voted-already", "idea", id, "You have voted for this idea already."));
                    }
                    if (votesLeft(by) == 0) {
                        return Either.left(Violation.of(
                                "brainstorming.no-votes-left",
                                "votes",
                                String.valueOf(votesEach),
                                "You have given all of your " + votesEach + " votes."));
                    }
                    List<Vote> all = new ArrayList<>(votes);
                    all.add(new Vote(by, id));
                    return Either.right(with(phase, ideas, all));
                });
    }

    /** Ends the vote. */
    public Either<Violation, Brainstorming> close() {
        return in("close the vote", Phase.VOTING).map(ok -> with(Phase.CLOSED, ideas, votes));
    }

    private Brainstorming with(Phase newPhase, List<Idea> newIdeas, List<Vote> newVotes) {
        return new Brainstorming(question, participants, votesEach, newPhase, newIdeas, newVotes);
    }

    private Either<Violation, Phase> in(String what, Phase... allowed) {
        return List.of(allowed).contains(phase)
                ? Either.right(phase)
                : Either.left(Violation.of(
                        "brainstorming.phase",
                        "phase",
                        phase.name(),
                        "One cannot " + what + " now: the session is " + said(phase) + "."));
    }

    private static String said(Phase phase) {
        return switch (phase) {
            case SILENT -> "in its silent phase";
            case REVEALED -> "sorting its ideas";
            case VOTING -> "voting";
            case CLOSED -> "closed";
        };
    }

    private Either<Violation, PersonId> takesPart(PersonId person) {
        return participants.contains(person)
                ? Either.right(person)
                : Either.left(Violation.of("brainstorming.not-a-participant", "You do not take part in this session."));
    }

    private Either<Violation, String> known(String id) {
        return ideas.stream().anyMatch(idea -> idea.id().equals(id))
                ? Either.right(id)
                : Either.left(Violation.of("brainstorming.no-such-idea", "There is no such idea."));
    }

    /** Returns all ideas that are not part of another, by their votes, then in the order in which they came; none before it is closed. */
    public List<Ranking> ranking() {
        return phase == Phase.CLOSED ? new Merged(ideas).ranking(votes) : List.of();
    }

    @Override
    public Technique technique() {
        return Technique.BRAINSTORMING;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (ideas.isEmpty()) {
            findings.add(new Finding("brainstorming.no-ideas", "", "Nobody has had an idea."));
        }
        if (phase != Phase.CLOSED) {
            findings.add(new Finding("brainstorming.not-closed", "", "The session is " + said(phase) + "."));
        } else if (votes.isEmpty()) {
            findings.add(new Finding("brainstorming.no-votes", "", "Nobody has voted."));
        }
        return List.copyOf(findings);
    }

    @Override
    public List<CauseCandidate> candidates() {
        return ranking().stream()
                .filter(ranked -> !ranked.voters().isEmpty())
                .map(ranked -> new CauseCandidate(
                        ranked.idea().text(),
                        Confidence.SUSPECTED,
                        List.of(),
                        Technique.BRAINSTORMING,
                        "Votes: " + ranked.voters().size() + " of " + participants.size() + " people, rank "
                                + ranked.rank() + "."))
                .toList();
    }

    /** The ranking as a Markdown table: without rows before the session is closed. */
    @Override
    public String drawing() {
        return Plain.table(
                List.of("rank", question, "votes"),
                ranking().stream()
                        .map(ranked -> List.of(
                                String.valueOf(ranked.rank()),
                                ranked.idea().text(),
                                String.valueOf(ranked.voters().size())))
                        .toList());
    }
}
