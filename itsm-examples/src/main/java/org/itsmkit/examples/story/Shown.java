package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.HANNA;
import static org.itsmkit.examples.story.TwoAssessments.INA;
import static org.itsmkit.examples.story.TwoAssessments.SVEN;
import static org.itsmkit.examples.story.TwoAssessments.TOM;

import java.util.List;
import java.util.Set;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.spi.PersonId;

/**
 * What somebody shows of a subject in one talk: that it meets all that one level asks, from the four sides, but for some.
 *
 * @param subject of what
 * @param level of which level
 * @param by who shows it
 * @param note what they show
 * @param but what they cannot show, by the end of its code
 */
record Shown(String subject, int level, PersonId by, String note, Set<String> but) {

    static final String INCIDENTS = "incident-management";
    static final String CHANGES = "change-enablement";
    static final String DESK = "service-desk";
    static final String IMPROVEMENT = "improvement";

    /** What the desk shows of who does what: until the rota ends. */
    static final String ROTA = DESK + ".2.people";

    /** In spring. */
    static final List<Shown> IN_SPRING = List.of(
            of(INCIDENTS, 1, INA, "Case by case, told by those who solved them."),
            of(INCIDENTS, 2, INA, "The handbook of incidents, its roles and its list of suppliers."),
            of(INCIDENTS, 3, INA, "Trained in January; the form and the tool's interfaces.", "partners"),
            of(INCIDENTS, 4, INA, "The report comes from the records.", "people", "partners", "streams"),
            of(CHANGES, 1, TOM, "Every change was drafted, and somebody asked."),
            of(CHANGES, 2, TOM, "Tom authorises; who helps from outside is on a list.", "streams"),
            of(DESK, 1, SVEN, "An hour of listening in."),
            of(DESK, 2, SVEN, "The guide of the desk.", "people"),
            of(DESK, 3, SVEN, "Training plan, knowledge base, contract with the call centre."),
            of("guiding-principles", 1, HANNA, "Told by three heads of teams in the same words."),
            of("guiding-principles", 2, HANNA, "On the first page of every handbook."),
            of("governance", 1, HANNA, "Minutes of the board."),
            of("governance", 2, HANNA, "The charter, with who decides what."),
            of("value-chain", 1, HANNA, "Demand followed to the end, twice."),
            of("value-chain", 2, HANNA, "The map of the two main streams."),
            of(IMPROVEMENT, 1, HANNA, "Three things that became better last year."),
            of(IMPROVEMENT, 2, HANNA, "Each team has an hour a week, suppliers are asked.", "technology", "streams"));

    private static Shown of(String subject, int level, PersonId by, String note, String... but) {
        return new Shown(subject, level, by, note, Set.of(but));
    }

    /** What of the level it shows: all that asks for no figure. */
    List<Criterion> criteria() {
        return Criteria.of(subject).stream()
                .filter(criterion -> criterion.level() == level)
                .filter(criterion -> criterion.measure().isEmpty())
                .filter(criterion ->
                        but.stream().noneMatch(end -> criterion.code().endsWith("." + end)))
                .toList();
    }
}
