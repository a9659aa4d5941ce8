package org.itsmkit.majorincident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Announcer;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;

/**
 * Who is told of what happens to major incidents: those who decide, of proposals; those who proposed and those with a role, of
 * decisions; audiences that the directory knows, of updates; and who sees to it that everybody is told, of updates that were missed.
 */
final class MajorIncidentAnnouncer implements Announcer<MajorIncident> {

    @Override
    public List<Announcement> announce(Happened<MajorIncident> happened) {
        Event<MajorIncident> event = happened.event();
        MajorIncident major = happened.after();
        Map<String, String> arguments = arguments(major);
        List<Announcement> told = new ArrayList<>();
        if (event instanceof MajorIncidentEvent.Proposed || event instanceof MajorIncidentEvent.ProposedAgain) {
            toManagers(major, "major-incident-proposed", arguments).ifPresent(told::add);
        } else if (event instanceof MajorIncidentEvent.Accepted) {
            toManagers(major, "major-incident-accepted", arguments).ifPresent(told::add);
            told.addAll(toConcerned(major, "major-incident-accepted", arguments));
        } else if (event instanceof MajorIncidentEvent.Rejected) {
            told.addAll(toConcerned(major, "major-incident-rejected", arguments));
        } else if (event instanceof MajorIncidentEvent.Demoted) {
            toManagers(major, "major-incident-demoted", arguments).ifPresent(told::add);
            told.addAll(toConcerned(major, "major-incident-demoted", arguments));
        } else if (event instanceof MajorIncidentEvent.Restored) {
            told.addAll(toConcerned(major, "major-incident-restored", arguments));
        } else if (event instanceof MajorIncidentEvent.Relapsed) {
            told.addAll(toConcerned(major, "major-incident-relapsed", arguments));
        } else {
            told.addAll(toOne(event, major, arguments));
        }
        return told;
    }

    private static List<Announcement> toOne(
            Event<MajorIncident> event, MajorIncident major, Map<String, String> arguments) {
        List<Announcement> told = new ArrayList<>();
        if (event instanceof MajorIncidentEvent.RoleAssigned assigned) {
            Map<String, String> more = and(arguments, "role", assigned.role().value());
            told.add(Announcement.to(assigned.person(), "role-assigned", more));
            assigned.from().ifPresent(from -> told.add(Announcement.to(from, "role-handed-over", more)));
        } else if (event instanceof MajorIncidentEvent.RoleVacated vacated) {
            told.add(Announcement.to(
                    vacated.from(),
                    "role-vacated",
                    and(arguments, "role", vacated.role().value())));
        } else if (event instanceof CommunicationEvent.Informed informed) {
            major.clock(informed.audience())
                    .flatMap(clock -> clock.audience().group())
                    .ifPresent(group -> told.add(Announcement.to(
                            group, "major-incident-update", and(arguments, "audience", informed.audience()))));
        } else if (event instanceof CommunicationEvent.Missed missed) {
            Map<String, String> more = and(
                    and(arguments, "audience", missed.audience()),
                    "due",
                    missed.due().toString());
            major.informer().ifPresent(person -> told.add(Announcement.to(person, "update-overdue", more)));
        } else if (event instanceof ReviewEvent.ActionItemAdded added) {
            told.add(Announcement.to(
                    added.owner(),
                    "action-item-added",
                    and(arguments, "due", added.due().toString())));
        }
        return told;
    }

    private static Optional<Announcement> toManagers(MajorIncident major, String code, Map<String, String> arguments) {
        return major.managers().map(group -> Announcement.to(group, code, arguments));
    }

    /** To who proposed it, and to everybody with a role, each once. */
    private static List<Announcement> toConcerned(MajorIncident major, String code, Map<String, String> arguments) {
        Set<PersonId> people = new LinkedHashSet<>();
        if (!major.proposedBy().equals(Caller.SYSTEM)) {
            people.add(major.proposedBy());
        }
        major.roles().forEach(holder -> people.add(holder.person()));
        return people.stream()
                .map(person -> Announcement.to(person, code, arguments))
                .toList();
    }

    /** What every wording may use, besides the title that it has when somebody is told. */
    private static Map<String, String> arguments(MajorIncident major) {
        return Map.of("number", major.number(), "status", major.status().name());
    }

    private static Map<String, String> and(Map<String, String> arguments, String name, String value) {
        Map<String, String> more = new HashMap<>(arguments);
        more.put(name, value);
        return more;
    }
}
