package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.incident.measure.WorkaroundEffect;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.knownerror.match.KnownErrorMatch;
import org.itsmkit.knownerror.match.Signs;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.problem.analysis.FiveWhys.Why;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.similar.Suggestion;
import org.junit.jupiter.api.Test;

/** The snippets about problems and known errors. */
class ProblemsDocTest {

    private final InMemoryStore store = new InMemoryStore(InstantSource.system());
    private final Itsm itsm =
            Itsm.builder().store(store).authorizer(Authorizers.allowAll()).build();
    private final Caller anna = Caller.of(TenantId.of("acme"), PersonId.of("anna"));
    private final Caller ben = Caller.of(TenantId.of("acme"), PersonId.of("ben"));

    @Test
    void fromIncidentToFix() {
        RecordId incident = itsm.incidents()
                .submit(anna, IncidentCommand.log().title("Mail client crashes").build())
                .get()
                .id();
        RecordRef change = RecordRef.of(
                "change",
                itsm.changes()
                        .submit(
                                anna,
                                new ChangeCommand.Draft(
                                        TicketDraft.builder()
                                                .title("Older version")
                                                .build(),
                                        "Put the older version back"))
                        .get()
                        .id());
        // spotless:off
        // snippet: problem-log
        itsm.incidents().submit(anna, incident, new AffectedCommand.NameAffected<>(
                Set.of(AffectedItem.of("mail-client", "4.2")), Set.of("0xC0000005")));

        RecordId problem = itsm.problems().submit(anna, ProblemCommand.log()
                        .draft(TicketDraft.builder().title("Mail client 4.2 crashes").build())
                        .origin(Origin.REACTIVE)
                        .build())
                .get().id();
        RecordRef ref = RecordRef.of("problem", problem);
        itsm.incidents().submit(anna, incident, new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, ref));
        // end
        itsm.problems().submit(anna, problem, new ProblemCommand.Assess("Five calls since Monday"));

        // snippet: problem-cause
        itsm.problems().submit(anna, problem, new ProblemCommand.Investigate(""));
        itsm.problems().submit(anna, problem, new AnalysisCommand.Analyse("whys", FiveWhys.chain(
                "The mail client crashes", List.of(
                        Why.of("Why does it crash?", "A buffer is too short")
                                .shownBy(Evidence.of("crash dump 17")),
                        Why.of("Why was that rolled out?", "Nobody tests updates with long attachments")
                                .shownBy(Evidence.of("the list of tests"))
                                .inOurControl()))));

        // only what an analysis has as a candidate with evidence; anything else is refused, with the reason
        var identified = itsm.problems().submit(anna, problem,
                new AnalysisCommand.IdentifyRootCause("Nobody tests updates with long attachments"));
        // end
        assertThat(identified.isRight()).isTrue();
        assertThat(itsm.problems()
                        .submit(anna, problem, new AnalysisCommand.IdentifyRootCause("sun spots"))
                        .isLeft())
                .isTrue();

        // snippet: known-error
        RecordId known = itsm.knownErrors().submit(anna, KnownErrorCommand.identify()
                        .draft(TicketDraft.builder().title("Mail client 4.2 crashes").build())
                        .symptom("It closes when a long attachment is opened")
                        .workaround("Save the attachment first")
                        .affected(new Affected(Set.of(AffectedItem.of("mail-client", "4.2")), Set.of("0xC0000005")))
                        .problem(ref)
                        .build())
                .get().id();
        itsm.knownErrors().submit(anna, known, new KnownErrorCommand.VerifyWorkaround());
        itsm.knownErrors().submit(anna, known, new KnownErrorCommand.Publish());   // offered for every open instance
        // end
        assertThat(itsm.incidents().find(anna, incident).orElseThrow().record().workarounds())
                .hasSize(1);

        // snippet: known-error-match
        var ticket = itsm.incidents().find(anna, incident).orElseThrow().record().ticket();
        List<Suggestion> suggestions = KnownErrorMatch.standard().find(itsm.knownErrors(), anna, Signs.of(ticket));

        suggestions.get(0).reasons();   // error-code 40, configuration-item 25, version 10, words 40
        // end
        assertThat(suggestions.get(0).reasons())
                .extracting(Suggestion.Reason::code)
                .contains("error-code", "configuration-item", "version", "words");

        RecordRef knownRef = RecordRef.of("known-error", known);
        // snippet: workaround
        itsm.incidents().submit(anna, incident, new WorkaroundCommand.TryWorkaround(knownRef, true));

        WorkaroundEffect effect = WorkaroundEffect.of(itsm.incidents(), anna, knownRef);
        effect.effectiveness();   // solved with it / tried
        // end
        assertThat(effect).isEqualTo(new WorkaroundEffect(1, 1, 1));

        // snippet: problem-fix
        itsm.problems().submit(anna, problem, new FixingCommand.PlanFix<>(change));
        itsm.changes().submit(ben, change.id(), new ChangeCommand.Authorise("go"));
        itsm.changes().submit(anna, change.id(), new ChangeCommand.Implement("as planned"));
        itsm.changes().submit(anna, change.id(), new TicketCommand.Close<>());

        itsm.problems().find(anna, problem);   // resolved: all changes that were to fix it are done
        // end
        // spotless:on
        assertThat(itsm.problems()
                        .find(anna, problem)
                        .orElseThrow()
                        .record()
                        .ticket()
                        .status()
                        .name())
                .isEqualTo("resolved");
    }
}
