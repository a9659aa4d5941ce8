package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.problem.analysis.IsIsNot.Answer;
import org.itsmkit.problem.analysis.IsIsNot.RowTest;
import org.itsmkit.problem.analysis.IsIsNot.Suspect;

/** What came of testing a suspect against all sides of all rows. */
final class Tally {

    final int contradicted;
    final int untested;
    /** Each once, as it was first said. */
    final List<String> assumptions;

    private final Suspect suspect;

    Tally(IsIsNot matrix, Suspect suspect) {
        this.suspect = suspect;
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            RowTest test = i < suspect.tests().size()
                    ? suspect.tests().get(i)
                    : new RowTest(Answer.untested(), Answer.untested());
            answers.add(test.is());
            if (matrix.rows().get(i).isNot().isPresent()) {
                answers.add(test.isNot());
            }
        }
        int against = 0;
        int open = 0;
        Map<String, String> assumed = new LinkedHashMap<>();
        for (Answer answer : answers) {
            against += answer.outcome() == IsIsNot.Outcome.CONTRADICTS ? 1 : 0;
            open += answer.outcome() == IsIsNot.Outcome.UNTESTED ? 1 : 0;
            answer.assumption().ifPresent(text -> assumed.putIfAbsent(Wording.essence(text), text));
        }
        this.contradicted = against;
        this.untested = open;
        this.assumptions = List.copyOf(assumed.values());
    }

    Confidence confidence() {
        if (suspect.evidence().isEmpty()) {
            return Confidence.SUSPECTED;
        }
        return untested == 0 && assumptions.isEmpty() && !suspect.tests().isEmpty()
                ? Confidence.ESTABLISHED
                : Confidence.SUPPORTED;
    }

    CauseCandidate candidate() {
        String because =
                "It contradicts nothing; assumptions: " + assumptions.size() + ", sides not tested: " + untested + ".";
        return new CauseCandidate(suspect.cause(), confidence(), suspect.evidence(), Technique.IS_IS_NOT, because);
    }
}
