package org.itsmkit.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.spi.PersonId;

/** Where an approval stands, in words. */
final class Sentences {

    private Sentences() {}

    static String of(Evaluation evaluation) {
        String outcome = evaluation.outcome().name().toLowerCase(Locale.ROOT);
        String until = evaluation.outcome() == Outcome.PENDING
                ? evaluation
                        .request()
                        .expiresAt()
                        .map(end -> ", open until " + end)
                        .orElse("")
                : evaluation.validUntil().map(end -> ", valid until " + end).orElse("");
        return "It is " + outcome
                + evaluation.decidedAt().map(when -> " since " + when).orElse("") + until + ".";
    }

    static List<String> of(Standing standing) {
        List<String> sentences = new ArrayList<>();
        if (standing.open() || standing.outcome() != Outcome.PENDING) {
            sentences.add(
                    standing.tally().map(tally -> authority(standing, tally)).orElseGet(() -> parts(standing)));
        }
        standing.parts().forEach(part -> sentences.addAll(of(part)));
        return List.copyOf(sentences);
    }

    static String people(Set<PersonId> people) {
        return people.stream().map(PersonId::value).collect(Collectors.joining(", "));
    }

    private static String authority(Standing standing, Tally tally) {
        String name = standing.name();
        if (!tally.vetoedBy().isEmpty()) {
            return name + " has rejected it by the veto of " + people(tally.vetoedBy()) + ".";
        }
        String so =
                tally.approving() + " of " + tally.eligible() + " of " + name + have(tally.approving()) + "approved";
        long missing = tally.needed() - tally.approving();
        StringBuilder sentence = new StringBuilder(so);
        if (standing.outcome() == Outcome.REJECTED) {
            sentence.append("; ").append(missing).append(" more would be needed, and at most ");
            sentence.append(tally.attainable() - tally.approving()).append(" can be had");
        } else if (standing.outcome() == Outcome.PENDING && missing > 0) {
            sentence.append("; ")
                    .append(missing)
                    .append(" more")
                    .append(missing == 1 ? " is" : " are")
                    .append(" needed");
        } else {
            sentence.append("; no more is needed");
        }
        said(sentence, tally, Choice.REJECT, " rejected");
        said(sentence, tally, Choice.ABSTAIN, " abstained");
        if (standing.open() && !tally.awaited().isEmpty()) {
            sentence.append("; ").append(people(tally.awaited())).append(" may still vote");
        }
        if (standing.open() && !tally.vetoAwaited().isEmpty()) {
            sentence.append("; ").append(people(tally.vetoAwaited())).append(" may veto and must be heard");
        }
        return sentence.append('.').toString();
    }

    private static void said(StringBuilder sentence, Tally tally, Choice choice, String verb) {
        Set<PersonId> people = tally.of(choice);
        if (!people.isEmpty()) {
            sentence.append("; ").append(people(people)).append(verb);
        }
    }

    private static String parts(Standing standing) {
        long approved = count(standing, Outcome.APPROVED);
        String what = standing.rule() instanceof ApprovalRule.InSequence ? " stages" : " parts";
        String so = approved + " of " + standing.parts().size() + what + have(approved) + "approved";
        int needed = standing.rule() instanceof ApprovalRule.AtLeast some
                ? some.needed()
                : standing.parts().size();
        long rejected = count(standing, Outcome.REJECTED);
        String more = approved >= needed ? "; no more is needed" : "; needed are " + needed;
        return so + more + (rejected == 0 ? "" : ", and " + rejected + have(rejected) + "rejected") + ".";
    }

    private static long count(Standing standing, Outcome outcome) {
        return standing.parts().stream()
                .filter(part -> part.outcome() == outcome)
                .count();
    }

    private static String have(long number) {
        return number == 1 ? " has " : " have ";
    }
}
