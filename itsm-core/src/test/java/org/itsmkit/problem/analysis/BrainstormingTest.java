package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vavr.control.Either;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.Brainstorming.Idea;
import org.itsmkit.problem.analysis.Brainstorming.Phase;
import org.itsmkit.problem.analysis.Brainstorming.Ranking;
import org.itsmkit.problem.analysis.Brainstorming.Vote;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

class BrainstormingTest {

    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BORIS = PersonId.of("boris");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final Brainstorming BEGIN = Brainstorming.of("Why is payroll late?", 2, List.of(ANNA, BORIS, CLARA));
    private static final Brainstorming SILENT = BEGIN.propose(ANNA, "old printer")
            .get()
            .propose(BORIS, "too few people")
            .get()
            .propose(CLARA, "the printer is slow")
            .get();
    private static final Brainstorming VOTING =
            SILENT.reveal().get().startVoting().get();

    private static String code(Either<Violation, Brainstorming> refused) {
        return refused.getLeft().code();
    }

    @Test
    void inSilenceEverybodySeesTheirOwnIdeas() {
        assertThat(SILENT.visibleTo(ANNA)).extracting(Idea::text).containsExactly("old printer");
        assertThat(SILENT.reveal().get().visibleTo(ANNA)).hasSize(3);
    }

    @Test
    void eachStepHasItsPhase() {
        assertThat(code(SILENT.vote(ANNA, "i1"))).isEqualTo("brainstorming.phase");
        assertThat(code(SILENT.merge("i1", "i3"))).isEqualTo("brainstorming.phase");
        assertThat(code(SILENT.startVoting())).isEqualTo("brainstorming.phase");
        assertThat(code(SILENT.close())).isEqualTo("brainstorming.phase");
        assertThat(code(VOTING.propose(ANNA, "late data"))).isEqualTo("brainstorming.phase");
        assertThat(code(VOTING.reveal())).isEqualTo("brainstorming.phase");
        assertThat(code(VOTING.close().get().vote(ANNA, "i1"))).isEqualTo("brainstorming.phase");
        assertThat(code(VOTING.close().get().merge("i1", "i3"))).isEqualTo("brainstorming.phase");
        assertThat(VOTING.close().get().vote(ANNA, "i1").getLeft().sentence()).contains("closed");
    }

    @Test
    void nobodyVotesMoreThanTheyHave() {
        Brainstorming spent = VOTING.vote(ANNA, "i1").get().vote(ANNA, "i2").get();

        assertThat(code(spent.vote(ANNA, "i3"))).isEqualTo("brainstorming.no-votes-left");
        assertThat(code(spent.vote(ANNA, "i2"))).isEqualTo("brainstorming.voted-already");
        assertThat(spent.votesLeft(ANNA)).isZero();
        assertThat(spent.votesLeft(BORIS)).isEqualTo(2);
        assertThat(spent.votesLeft(PersonId.of("dora"))).isZero();
    }

    @Test
    void whatIsMergedKeepsTheVotesOfAllEachPersonOnce() {
        Brainstorming merged = VOTING.vote(ANNA, "i1")
                .get()
                .vote(ANNA, "i3")
                .get()
                .vote(BORIS, "i3")
                .get()
                .vote(CLARA, "i2")
                .get()
                .merge("i3", "i1")
                .get();

        assertThat(merged.votesLeft(ANNA)).isEqualTo(1);
        assertThat(code(merged.vote(BORIS, "i1"))).isEqualTo("brainstorming.voted-already");
        Brainstorming closed = merged.close().get();
        assertThat(closed.ranking()).extracting(ranked -> ranked.idea().id()).containsExactly("i1", "i2");
        assertThat(closed.ranking().get(0).voters()).containsExactly(ANNA, BORIS);
        assertThat(closed.candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("old printer", "too few people");
        assertThat(closed.candidates()).allMatch(c -> c.confidence() == Confidence.SUSPECTED);
    }

    @Test
    void equalVotesAreOneRank() {
        Brainstorming closed =
                VOTING.vote(ANNA, "i3").get().vote(BORIS, "i2").get().close().get();

        assertThat(closed.ranking()).extracting(Ranking::rank).containsExactly(1, 1, 3);
        assertThat(closed.candidates()).hasSize(2);
    }

    @Test
    void beforeTheEndNothingComesOut() {
        assertThat(VOTING.vote(ANNA, "i1").get().candidates()).isEmpty();
        assertThat(VOTING.vote(ANNA, "i1").get().ranking()).isEmpty();
        assertThat(VOTING.findings()).extracting(Finding::code).containsExactly("brainstorming.not-closed");
        assertThat(VOTING.close().get().findings()).extracting(Finding::code).containsExactly("brainstorming.no-votes");
        assertThat(BEGIN.findings()).extracting(Finding::code).contains("brainstorming.no-ideas");
    }

    @Test
    void strangersAndUnknownIdeasAreRefused() {
        assertThat(code(SILENT.propose(PersonId.of("dora"), "x"))).isEqualTo("brainstorming.not-a-participant");
        assertThat(code(SILENT.propose(ANNA, " "))).isEqualTo("brainstorming.blank");
        assertThat(code(VOTING.vote(PersonId.of("dora"), "i1"))).isEqualTo("brainstorming.not-a-participant");
        assertThat(code(VOTING.vote(ANNA, "i9"))).isEqualTo("brainstorming.no-such-idea");
        assertThat(code(VOTING.merge("i1", "i9"))).isEqualTo("brainstorming.no-such-idea");
        assertThat(code(VOTING.merge("i1", "i1"))).isEqualTo("brainstorming.same-idea");
        assertThat(code(VOTING.merge("i1", "i2").get().merge("i2", "i1"))).isEqualTo("brainstorming.same-idea");
    }

    @Test
    void nonsenseIsNoSession() {
        Idea one = new Idea("i1", ANNA, "x", Optional.of("i2"));
        Idea two = new Idea("i2", ANNA, "y", Optional.of("i1"));
        List<PersonId> anna = List.of(ANNA);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Brainstorming("?", anna, 1, Phase.REVEALED, List.of(one, two), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Brainstorming("?", anna, 1, Phase.REVEALED, List.of(one), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Brainstorming(
                        "?", anna, 1, Phase.VOTING, SILENT.visibleTo(ANNA), List.of(new Vote(BORIS, "i1"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Brainstorming(
                        "?", anna, 1, Phase.REVEALED, SILENT.visibleTo(ANNA), List.of(new Vote(ANNA, "i1"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Brainstorming.of("?", 0, anna));
        assertThatIllegalArgumentException().isThrownBy(() -> Brainstorming.of("?", 1, List.of(ANNA, ANNA)));
    }

    /** Against a count by hand: sets of people for sets of ideas. */
    @Test
    void anyOrderOfVotesAndMergersCountsEverybodyOnce() {
        Seeds.each(200, random -> {
            List<PersonId> people = List.of(ANNA, BORIS, CLARA);
            Brainstorming session = Brainstorming.of("?", 2, people);
            Map<String, String> group = new HashMap<>();
            for (int i = 1; i <= 6; i++) {
                session = session.propose(people.get(i % 3), "idea " + i).get();
                group.put("i" + i, "i" + i);
            }
            session = session.reveal().get().startVoting().get();
            Map<String, Set<PersonId>> voted = new HashMap<>();
            for (int step = 0; step < 15; step++) {
                String id = "i" + (1 + random.nextInt(6));
                String other = "i" + (1 + random.nextInt(6));
                PersonId person = people.get(random.nextInt(3));
                Either<Violation, Brainstorming> next =
                        random.nextInt(3) == 0 ? session.merge(id, other) : session.vote(person, id);
                if (next.isRight()
                        && next.get().votes().size() > session.votes().size()) {
                    voted.computeIfAbsent(id, none -> new HashSet<>()).add(person);
                } else if (next.isRight()) {
                    String part = group.get(id);
                    String whole = group.get(other);
                    group.replaceAll((idea, root) -> root.equals(part) ? whole : root);
                }
                session = next.getOrElse(session);
            }
            Map<String, Set<PersonId>> expected = new HashMap<>();
            group.forEach((idea, root) ->
                    expected.computeIfAbsent(root, none -> new HashSet<>()).addAll(voted.getOrDefault(idea, Set.of())));
            for (PersonId person : people) {
                long spent = expected.values().stream()
                        .filter(v -> v.contains(person))
                        .count();
                assertThat(spent).isLessThanOrEqualTo(2);
                assertThat(session.votesLeft(person)).isEqualTo(2 - (int) spent);
            }
            Map<String, Set<PersonId>> found = new HashMap<>();
            session.close().get().ranking().forEach(r -> found.put(r.idea().id(), Set.copyOf(r.voters())));
            assertThat(found).isEqualTo(expected);
        });
    }
}
