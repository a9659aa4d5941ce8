package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.fixture.Company;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Redactor;
import org.junit.jupiter.api.Test;

/** What kinds say of what is personal, against all that their records and events are made of: nothing new goes undeclared. */
class PersonalDataTest {

    /**
     * Texts that are about no person: numbers and ids, names of what the tenant or the kit has set up, and what is chosen from these. A
     * component belongs here or among the personal ones of its kind; when in doubt, there.
     */
    private static final Set<String> IMPERSONAL = Set.of(
            "About.practices",
            "Action.value",
            "Activity.value",
            "Affected.errorCodes",
            "AffectedItem.version",
            "AgendaItem.content",
            "Agreement.number",
            "Aim.code",
            "Analysed.name",
            "AnalysisDropped.name",
            "Answer.code",
            "ApprovalRequest.content",
            "Assessment.number",
            "Attachment.mediaType",
            "Attachment.sha256",
            "Audience.channel",
            "Audience.name",
            "Authorisation.content",
            "Authorised.content",
            "Authority.name",
            "BasicEvent.id",
            "CabMeeting.authority",
            "CabMeeting.number",
            "Category.value",
            "CategoryScheme.categories",
            "CategoryScheme.name",
            "ChangeModel.number",
            "ChangeProcedure.lifecycle",
            "Code.value",
            "Commitment.hours",
            "Commitment.name",
            "ConfigurationItemId.value",
            "Contribution.of",
            "Contribution.value",
            "Criticality.value",
            "Control.changes",
            "Control.exemptRoles",
            "Control.kinds",
            "Custom.name",
            "DayRule.name",
            "Decided.content",
            "Directive.number",
            "Drafted.name",
            "Drafted.number",
            "Duplicate.number",
            "Electorate.authority",
            "Evidence.criterion",
            "EvidenceRecorded.criterion",
            "EvidenceRecorded.subject",
            "EvidenceWithdrawn.subject",
            "FaultTree.top",
            "FieldRule.name",
            "FieldsSet.emptied",
            "FieldsSet.unindexed",
            "Figure.function",
            "Finding.subject",
            "FindingNoted.subject",
            "Gate.id",
            "Gate.inputs",
            "GovernancePolicy.name",
            "GovernancePolicy.number",
            "GroupId.value",
            "Has.field",
            "Has.oneOf",
            "Hold.reason",
            "Holders.role",
            "Idea.id",
            "Idea.mergedInto",
            "Impact.value",
            "Improvement.number",
            "InStatus.names",
            "Informed.audience",
            "Informed.channel",
            "Informed.status",
            "Ishikawa.causes",
            "Link.type",
            "MajorIncident.number",
            "MajorIncident.trigger",
            "MajorRole.value",
            "Marked.names",
            "Merger.number",
            "Metric.code",
            "Metric.name",
            "Metric.unit",
            "Missed.audience",
            "NamedAnalysis.name",
            "OfRole.role",
            "OfferedWorkaround.number",
            "OrganisationId.value",
            "Pareto.counts",
            "Planned.authority",
            "Planned.number",
            "Pledge.because",
            "Pledge.commitment",
            "Priority.name",
            "Proposed.number",
            "Proposed.trigger",
            "PutOnAgenda.content",
            "Question.code",
            "Rating.subject",
            "Reached.commitment",
            "Reached.threshold",
            "RecordId.value",
            "RecordRef.kind",
            "Reminded.reason",
            "RiskFinding.assessor",
            "RiskFinding.missing",
            "RiskLevel.name",
            "RiskMatrix.impacts",
            "RiskMatrix.likelihoods",
            "RiskMatrix.name",
            "RiskQuestionnaire.name",
            "RiskRules.name",
            "SecurityTarget.controls",
            "Service.number",
            "ScopeItem.subject",
            "ServiceId.value",
            "Status.name",
            "Stretch.holdReason",
            "Target.measure",
            "Target.name",
            "Target.unit",
            "TaskId.value",
            "TeamHistory.name",
            "Terms.hours",
            "Terms.kinds",
            "Terms.zoneBy",
            "Threshold.name",
            "ThresholdReached.commitment",
            "ThresholdReached.threshold",
            "Ticket.number",
            "Ticket.unindexed",
            "TicketOpening.number",
            "TicketOpening.template",
            "TicketOpening.unindexed",
            "Urgency.value",
            "Vote.authority",
            "Vote.content",
            "Vote.idea",
            "WaitsFor.reasons",
            "WorkaroundOffered.number",
            "Worksheet.template");

    private final List<RecordKind<?>> kinds = Company.open().itsm.registry().kinds();

    @Test
    void everyTextAndEveryPersonIsDeclaredPersonalOrNot() {
        Set<String> undeclared = new TreeSet<>();
        for (RecordKind<?> kind : kinds) {
            // Settings hold what administrators set up, and nobody's id.
            if (!kind.name().equals("settings")) {
                undeclared.addAll(leaves(kind, kind.personal()));
            }
        }

        assertThat(undeclared).containsExactlyInAnyOrderElementsOf(IMPERSONAL);
    }

    @Test
    void settingsNameNobody() {
        for (RecordKind<?> kind : kinds) {
            if (kind.name().equals("settings")) {
                assertThat(leaves(kind, Set.of())).isNotEmpty().doesNotContain("PersonId.value");
            }
        }
    }

    @Test
    void whoDidItIsPersonalEverywhere() {
        assertThat(kinds)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(kind.personal()).as("%s", kind).contains("by", "onBehalfOf"));
    }

    @Test
    void nothingIsDeclaredThatIsNotThere() {
        Set<String> declared = new TreeSet<>();
        Set<String> there = new HashSet<>(Set.of("by", "onBehalfOf"));
        for (RecordKind<?> kind : kinds) {
            declared.addAll(kind.personal());
            components(kind, Set.of(), (type, part) -> {
                there.add(part.getName());
                there.add(type.getSimpleName() + "." + part.getName());
            });
        }

        assertThat(there).containsAll(declared);
    }

    /** The test above would notice a component that nobody declared. */
    @Test
    void whatIsNotDeclaredIsFound() {
        RecordKind<?> incidents = kinds.get(0);
        Set<String> forgetful = new HashSet<>(incidents.personal());
        forgetful.removeAll(Set.of("note", "watchers", "custom"));

        assertThat(leaves(incidents, forgetful)).contains("Hold.note", "PersonId.value", "Ticket.custom");
    }

    @Test
    void whatIsDifferentInASetStaysDifferent() {
        Redactor redactor = new Redactor(Set.of("words"), Set.of());
        redactor.reserve(new JournalEntry(
                RecordRef.of("words", RecordId.of("some")),
                1,
                "said",
                new Said(Set.of("erased-1", "erased-999999999")),
                Instant.EPOCH,
                Instant.EPOCH,
                PersonId.of("anna"),
                Optional.empty(),
                Cause.COMMAND,
                0));

        Said both = redactor.redact(new Said(Set.of("blue", "green")));
        Said one = redactor.redact(new Said(Set.of("blue")));

        assertThat(both.words()).hasSize(2).doesNotContain("blue", "green", "erased-1");
        assertThat(both.words()).containsAll(one.words());
        assertThat(redactor.redact(both)).isEqualTo(both);
    }

    /** Something with a set of texts. */
    public record Said(Set<String> words) {}

    private static Set<String> leaves(RecordKind<?> kind, Set<String> declared) {
        Set<String> leaves = new TreeSet<>();
        components(kind, declared, (type, part) -> {
            if (!isDeclared(type, part, declared) && holdsText(part.getGenericType())) {
                leaves.add(type.getSimpleName() + "." + part.getName());
            }
        });
        return leaves;
    }

    private interface Visitor {
        void visit(Class<?> type, RecordComponent part);
    }

    private static void components(RecordKind<?> kind, Set<String> declared, Visitor visitor) {
        Set<Type> seen = new HashSet<>();
        walk(kind.type(), declared, visitor, seen);
        for (EventType<?> event : kind.events()) {
            walk(event.type(), declared, visitor, seen);
        }
    }

    private static void walk(Type type, Set<String> declared, Visitor visitor, Set<Type> seen) {
        if (type instanceof ParameterizedType parameterized) {
            walk(parameterized.getRawType(), declared, visitor, seen);
            for (Type argument : parameterized.getActualTypeArguments()) {
                walk(argument, declared, visitor, seen);
            }
        } else if (type instanceof Class<?> shape && shape.getName().startsWith("org.itsmkit") && seen.add(shape)) {
            if (shape.isSealed() && shape != FieldValue.class) {
                for (Class<?> permitted : shape.getPermittedSubclasses()) {
                    walk(permitted, declared, visitor, seen);
                }
            }
            if (shape.isRecord()) {
                for (RecordComponent part : shape.getRecordComponents()) {
                    visitor.visit(shape, part);
                    if (!isDeclared(shape, part, declared)) {
                        walk(part.getGenericType(), declared, visitor, seen);
                    }
                }
            }
        }
    }

    private static boolean isDeclared(Class<?> type, RecordComponent part, Set<String> declared) {
        return declared.contains(part.getName()) || declared.contains(type.getSimpleName() + "." + part.getName());
    }

    private static boolean holdsText(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                if (holdsText(argument)) {
                    return true;
                }
            }
            return false;
        }
        return type == String.class || type == FieldValue.class || type == Object.class;
    }
}
