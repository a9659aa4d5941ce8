package org.itsmkit.approval;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.spi.PersonId;

/**
 * The votes of an authority.
 *
 * @param cast what was said for each who has been heard, in the order of their ids
 * @param awaited who has not been heard, in that order
 * @param veto who may veto, heard or not, in that order
 * @param approving the weight of all approvals that count
 * @param needed what that must come to, as far as is known: of a share of those who do not abstain it may become less
 * @param attainable what it comes to if all who are awaited approve
 * @param eligible the weight of all whose approval counts
 */
public record Tally(
        Map<PersonId, Cast> cast,
        Set<PersonId> awaited,
        Set<PersonId> veto,
        long approving,
        long needed,
        long attainable,
        long eligible) {

    /**
     * What was said for somebody.
     *
     * @param choice what
     * @param by who said it: themself, or a delegate
     */
    public record Cast(Choice choice, PersonId by) {}

    public Tally {
        Map<PersonId, Cast> ordered = new TreeMap<>(Comparator.comparing(PersonId::value));
        ordered.putAll(cast);
        cast = Collections.unmodifiableMap(ordered);
        awaited = Electorate.inOrder(awaited);
        veto = Electorate.inOrder(veto);
    }

    static Tally of(Quorum quorum, Electorate electorate, Map<PersonId, Cast> cast) {
        long eligible = 0;
        long approving = 0;
        long abstained = 0;
        long open = 0;
        for (PersonId person : electorate.eligible()) {
            int weight = quorum.weightOf(person);
            eligible += weight;
            Cast said = cast.get(person);
            if (said == null) {
                open += weight;
            } else if (said.choice() == Choice.APPROVE) {
                approving += weight;
            } else if (said.choice() == Choice.ABSTAIN) {
                abstained += weight;
            }
        }
        Set<PersonId> awaited = electorate.seats().stream()
                .filter(person -> !cast.containsKey(person))
                .collect(Collectors.toSet());
        long needed = quorum.needed(eligible, abstained);
        return new Tally(cast, awaited, electorate.veto(), approving, needed, approving + open, eligible);
    }

    /** For whom this was said, in the order of their ids. */
    public Set<PersonId> of(Choice choice) {
        return Electorate.inOrder(cast.entrySet().stream()
                .filter(each -> each.getValue().choice() == choice)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Whose veto rejected it; empty if nobody's did. */
    public Set<PersonId> vetoedBy() {
        return Electorate.inOrder(
                of(Choice.REJECT).stream().filter(veto::contains).toList());
    }

    /** Who might veto it still. */
    public Set<PersonId> vetoAwaited() {
        return Electorate.inOrder(awaited.stream().filter(veto::contains).toList());
    }

    /** Whether it would be approved if nobody else were heard. */
    boolean suffices() {
        return vetoedBy().isEmpty() && approving >= needed;
    }

    /** What cannot change any more: that everybody who is awaited approves is the best that may come, that they reject the worst. */
    Outcome outcome() {
        if (!vetoedBy().isEmpty() || attainable < needed) {
            return Outcome.REJECTED;
        }
        return suffices() && vetoAwaited().isEmpty() ? Outcome.APPROVED : Outcome.PENDING;
    }

    /** Whether a vote of {@code by} for {@code person} would be counted, the authority being open. */
    boolean takes(PersonId person, PersonId by) {
        Cast said = cast.get(person);
        return said == null
                ? awaited.contains(person)
                : person.equals(by) && !said.by().equals(person);
    }
}
