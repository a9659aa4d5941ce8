package org.itsmkit.valuestream;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.change.Change;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.incident.Incident;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.problem.Problem;

/** The reactions between rooms that the kit comes with. */
public final class Reactions {

    private Reactions() {}

    /** All of them, between these kinds as the host has them. */
    public static List<Reaction<?, ?>> standard(
            Definition<Incident> incidents,
            Definition<MajorIncident> majorIncidents,
            Definition<Problem> problems,
            Definition<KnownError> knownErrors,
            Definition<Change> changes,
            Definition<ChangeModel> changeModels,
            Definition<CabMeeting> meetings) {
        List<Reaction<?, ?>> reactions = new ArrayList<>();
        reactions.add(new MajorIncidentProposals(incidents, majorIncidents));
        reactions.add(new RecurringIncidents(incidents, problems));
        reactions.addAll(ProblemReactions.standard(problems, incidents, knownErrors));
        reactions.addAll(KnownErrorReactions.standard(knownErrors, incidents));
        reactions.addAll(ChangeReactions.standard(changes, incidents, problems, knownErrors, changeModels, meetings));
        reactions.addAll(ChangeModelReactions.standard(changeModels));
        return List.copyOf(reactions);
    }
}
