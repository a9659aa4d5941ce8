package org.itsmkit.examples.story;

import java.util.List;
import org.itsmkit.incident.Incidents;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.IsIsNot;
import org.itsmkit.problem.analysis.IsIsNot.Answer;
import org.itsmkit.problem.analysis.IsIsNot.Aspect;
import org.itsmkit.problem.analysis.IsIsNot.Row;
import org.itsmkit.problem.analysis.IsIsNot.Suspect;
import org.itsmkit.spi.RecordRef;

/** Where the mail client crashes, and where it does not. */
final class WhereItIs {

    static final String THE_UPDATE = "Mail client 8.2 has a fault of its own";
    static final String BOTH = "Archive add-in 3.4 was built for mail client 8.1 and does not go with 8.2";

    private WhereItIs() {}

    static IsIsNot analysis(RecordRef update, Crashes crashes) {
        List<Row> rows = List.of(
                Row.of(Aspect.WHAT, "signed letters are opened", "letters without signature")
                        .distinguishedBy("the archive add-in reads the signature"),
                Row.of(Aspect.WHERE, "claims, 8.2 with add-in 3.4", "IT, 8.2 without the add-in")
                        .distinguishedBy("the add-in"),
                Row.of(Aspect.WHERE, "claims, 8.2 with add-in 3.4", "sales, 8.1 with add-in 3.4")
                        .distinguishedBy("the version of the mail client"),
                Row.of(Aspect.WHEN, "since 3 March", "before 2 March")
                        .distinguishedBy("the update")
                        .changedBy("8.1 became 8.2 on 2 March, 07:00"),
                Row.of(Aspect.EXTENT, "up to twice an hour", "at every letter")
                        .distinguishedBy("one letter in ten is signed"));
        Suspect client = Suspect.of(THE_UPDATE)
                .tested(Answer.explains(), Answer.explainsIf("Only signatures bring it out"))
                .tested(Answer.explains(), Answer.contradicts());
        Suspect addIn = Suspect.of("Archive add-in 3.4 has a fault of its own")
                .tested(Answer.explains(), Answer.explains())
                .tested(Answer.explains(), Answer.explains())
                .tested(Answer.explains(), Answer.contradicts());
        Suspect together = Suspect.of(BOTH)
                .shownBy(Evidence.of("The crash dump of Hugo's machine ends in the add-in.")
                        .in(RecordRef.of(Incidents.KIND.name(), crashes.of("Hugo"))))
                .shownBy(Evidence.of("8.2 came on the day before the first crash.")
                        .in(update));
        for (int i = 0; i < rows.size(); i++) {
            together = together.tested(Answer.explains(), Answer.explains());
        }
        return new IsIsNot("The mail client closes by itself", rows, List.of(client, addIn, together));
    }
}
