package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.CloudPolicy.CLOUD;
import static org.itsmkit.examples.story.CloudPolicy.EDDA;
import static org.itsmkit.examples.story.CloudPolicy.EXIT_PLAN;
import static org.itsmkit.examples.story.CloudPolicy.NEW_ON;
import static org.itsmkit.examples.story.CloudPolicy.NOEMI;
import static org.itsmkit.examples.story.CloudPolicy.OLD_SERVERS;
import static org.itsmkit.examples.story.CloudPolicy.PIET;
import static org.itsmkit.examples.story.CloudPolicy.ROSA;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.conformance.Conformance;
import org.itsmkit.governance.conformance.ObservedRecord;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.PolicyReviewCommand;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.governance.policy.WaiverCommand;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.ticket.TicketDraft;

/** Nothing new goes on the old servers, and who goes into the cloud says how they would leave it again. */
final class ServersPolicy {

    static final String NAME = "cloud-first";

    private final Stage stage;
    private final Records<GovernancePolicy> policies;
    private RecordId id = RecordId.of("none");
    private List<String> conformance = List.of();

    ServersPolicy(Stage stage) {
        this.stage = stage;
        this.policies = stage.itsm().governancePolicies();
    }

    RecordId id() {
        return id;
    }

    RecordRef ref() {
        return RecordRef.of(GovernancePolicies.NAME, id);
    }

    /** What it came to in the end, as far as it is told. */
    List<String> conformance() {
        return conformance;
    }

    void isEnacted() {
        stage.on("2026-01-12", "09:00:00");
        id = stage.open(
                NOEMI,
                "{who} writes down what must not be done meanwhile: {number}.",
                policies,
                GovernancePolicyCommand.draft()
                        .name(NAME)
                        .title("Nothing new on the old servers")
                        .statement("What is put there now has to be moved within a year.")
                        .owner(NOEMI)
                        .addControls(Control.deny("Nothing new is put on the old servers.")
                                .addKinds(Changes.NAME)
                                .when(placedOn(OLD_SERVERS))
                                .onlyIfNew(true)
                                .build())
                        .addControls(Control.warn("Who goes into the cloud says how they would leave it.")
                                .addKinds(Changes.NAME)
                                .when(FieldCondition.all(
                                        placedOn(CLOUD), FieldCondition.not(FieldCondition.filled(EXIT_PLAN))))
                                .onlyIfNew(true)
                                .build())
                        .reviewOn(LocalDate.of(2026, 10, 1))
                        .build());
        stage.attempt(
                NOEMI,
                "{who} would put it in force as well.",
                policies,
                id,
                new GovernancePolicyCommand.Enact("It is good"));
        stage.act(
                EDDA,
                "{who} has read it, and puts it in force.",
                policies,
                id,
                new GovernancePolicyCommand.Enact("So be it"));
    }

    private static FieldCondition placedOn(String place) {
        return new FieldCondition.Has(NEW_ON, List.of(FieldValue.text(place)));
    }

    /** One is refused, another goes with a waiver. */
    void isFelt() {
        stage.on("2026-01-20", "10:00:00");
        isRefused(
                PIET,
                "Piet would put a report for the depots beside those that are there.",
                "Report of who came when",
                "depot");
        stage.on("2026-01-26", "10:00:00");
        isRefused(
                ROSA,
                "Rosa must: the workshop measures wheels from February on, and only the old servers reach the machine.",
                "Wheel measurements",
                "maintenance");
        stage.at("13:00:00");
        stage.act(
                EDDA,
                "{who} lets the policy not stand in Rosa's way for four weeks.",
                policies,
                id,
                new WaiverCommand.Grant(
                        Waived.person(ROSA),
                        stage.now().toInstant(),
                        stage.instantOf("2026-02-23", "13:00:00"),
                        "The machine in the workshop reaches nothing else until it is rewired"));
        stage.on("2026-01-27", "09:00:00");
        stage.tellChange(stage.open(
                ROSA,
                "{who} drafts the same once more, and it is {number}; those who audit are told.",
                stage.itsm().changes(),
                draft("Wheel measurements", "maintenance")));
    }

    void runsOutOfWaivers() {
        stage.on("2026-07-14", "10:00:00");
        isRefused(
                ROSA,
                "Rosa has another for the workshop. Her four weeks are long over.",
                "Brake measurements",
                "maintenance");
    }

    private void isRefused(PersonId who, String text, String title, String service) {
        Rejection rejection = stage.itsm()
                .changes()
                .submit(stage.caller(who), draft(title, service))
                .getLeft();
        stage.narrate(text + " Refused as " + rejection.code() + ": \"" + rejection.sentence() + "\"");
    }

    private static ChangeCommand.Draft draft(String title, String service) {
        return ChangeCommand.draft()
                .draft(TicketDraft.builder()
                        .title(title)
                        .service(ServiceId.of(service))
                        .custom(Map.of(NEW_ON, FieldValue.text(OLD_SERVERS)))
                        .build())
                .plans(Plans.of("Beside what is there"))
                .build();
    }

    void isReviewed() {
        stage.on("2026-10-01", "09:00:00");
        stage.comes("The day has come on which the policy is to be looked at; the kit tells Noemi.");
        stage.silently(NOEMI, policies, id, new PolicyReviewCommand.BeginReview());
        stage.act(
                NOEMI,
                "{who} looks at it with the engineers: nobody wants it gone.",
                policies,
                id,
                new PolicyReviewCommand.EndReview(
                        "Objected " + stage.audited().getOrDefault("policy:" + NAME, 0L) + " times, rightly each time",
                        Optional.of(LocalDate.of(2027, 10, 1))));
    }

    /** What the policy has come to, by the changes as they are and by what those who audit were told. */
    void isCounted() {
        Map<String, Long> verdicts = new TreeMap<>(stage.audited());
        Conformance counted = Conformance.of(
                List.of(stage.stored(GovernancePolicies.KIND, id)),
                stage.itsm().registry().kinds().stream().map(RecordKind::name).collect(Collectors.toSet()),
                stage
                        .itsm()
                        .changes()
                        .query(stage.caller(NOEMI), Query.where(Condition.all()).limit(Query.MAX_LIMIT))
                        .items()
                        .stream()
                        .map(change -> ObservedRecord.of(Changes.KIND, change.id(), change.record())),
                verdicts,
                stage.now().toInstant());
        conformance = counted.sentences();
        stage.narrate("Noemi counts what the policy has come to; the figures stand below.");
    }
}
