package org.itsmkit.practice;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.engine.Announcer;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.PersonId;

/** Who is told of what happens to assessments: those who assess, that they are to, and what others said of what they found. */
final class AssessmentAnnouncer implements Announcer<Assessment> {

    @Override
    public List<Announcement> announce(Happened<Assessment> happened) {
        Event<Assessment> event = happened.event();
        Assessment assessment = happened.after();
        if (event instanceof AssessmentEvent.Planned || event instanceof AssessmentEvent.AssessorsNamed) {
            return to(team(assessment), "assessment-planned", assessment);
        }
        if (event instanceof AssessmentEvent.HandedOver) {
            return to(Set.of(assessment.lead()), "assessment-handed-over", assessment);
        }
        if (event instanceof AssessmentEvent.SentBack) {
            return to(team(assessment), "assessment-sent-back", assessment);
        }
        if (event instanceof AssessmentEvent.Completed) {
            return to(team(assessment), "assessment-completed", assessment);
        }
        return event instanceof AssessmentEvent.Cancelled
                ? to(team(assessment), "assessment-cancelled", assessment)
                : List.of();
    }

    private static Set<PersonId> team(Assessment assessment) {
        Set<PersonId> team = new HashSet<>(assessment.assessors());
        team.add(assessment.lead());
        return team;
    }

    /** To each of them, by their ids. */
    private static List<Announcement> to(Collection<PersonId> people, String code, Assessment assessment) {
        Map<String, String> arguments = Map.of(
                "number", assessment.number(),
                "status", assessment.status().name(),
                "subjects", Integer.toString(assessment.scope().size()));
        return people.stream()
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> Announcement.to(person, code, arguments))
                .toList();
    }
}
