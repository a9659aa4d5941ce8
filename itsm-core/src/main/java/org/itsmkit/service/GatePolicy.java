package org.itsmkit.service;

import static org.itsmkit.service.ServiceLifecycle.ACCEPT;
import static org.itsmkit.service.ServiceLifecycle.CHARTER;
import static org.itsmkit.service.ServiceLifecycle.COMPLETE_DESIGN;
import static org.itsmkit.service.ServiceLifecycle.GO_LIVE;
import static org.itsmkit.service.ServiceLifecycle.RETIRE;
import static org.itsmkit.service.ServiceLifecycle.SEND_BACK;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.service.portfolio.Acceptance;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.PlannedRetirement;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.WarrantyFacet;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/** What must be there for a gate to open; each rule says what is missing. What one gate asked for, the later ones ask for again. */
final class GatePolicy {

    /** What must be so before it is worth designing, and stay so until customers use it. */
    private static final Set<Action> FROM_CHARTER = Set.of(CHARTER, COMPLETE_DESIGN, GO_LIVE);

    /** What must be so before it is built, and stay so until customers use it. */
    private static final Set<Action> FROM_DESIGN = Set.of(COMPLETE_DESIGN, GO_LIVE);

    private GatePolicy() {}

    /** It has an outcome that customers want. */
    static Rule<Service> hasPurpose() {
        return missing(
                "has-purpose",
                FROM_CHARTER,
                p -> p.record().stream()
                        .filter(service -> service.aims().stream().noneMatch(aim -> aim.kind() == Aim.Kind.OUTCOME))
                        .map(service -> "outcomes")
                        .toList(),
                "It says of no outcome that it is to support it.");
    }

    /** It is for somebody. */
    static Rule<Service> isForSomebody() {
        return missing(
                "is-for-somebody",
                FROM_CHARTER,
                p -> p.record().stream()
                        .filter(service -> service.customers().isEmpty())
                        .map(service -> "customers")
                        .toList(),
                "It has no customer.");
    }

    /** It is said how it brings about what is wanted. */
    static Rule<Service> utilityIsDesigned() {
        return missing(
                "utility-is-designed",
                FROM_DESIGN,
                p -> p.record().stream()
                        .filter(service ->
                                !Inputs.saysSomething(service.design().utility()))
                        .map(service -> "utility")
                        .toList(),
                "Nobody said how it brings about what is wanted of it.");
    }

    /** It is said how available, large, recoverable and secure it is to be. */
    static Rule<Service> warrantyIsDesigned() {
        return missing(
                "warranty-is-designed",
                FROM_DESIGN,
                p -> p.record().stream()
                        .flatMap(service -> service.design().warranty().missing().stream())
                        .map(WarrantyFacet::text)
                        .toList(),
                "Facets of its warranty have no target.");
    }

    /** It is said of all four dimensions what it means to them, or why it does not touch them. */
    static Rule<Service> allDimensionsAreAddressed() {
        return missing(
                "all-dimensions-are-addressed",
                FROM_DESIGN,
                p -> p.record().stream()
                        .flatMap(service -> service.openDimensions().stream())
                        .map(dimension ->
                                dimension.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                "Nobody said what it means to some of the four dimensions.");
    }

    /** Somebody runs and supports it. */
    static Rule<Service> someoneSupportsIt() {
        return missing(
                "someone-supports-it",
                Set.of(GO_LIVE),
                p -> p.record().stream()
                        .filter(service -> service.support().isEmpty())
                        .map(service -> "support")
                        .toList(),
                "No team is named that runs and supports it.");
    }

    /** Customers are promised something, or expressly nothing. */
    static Rule<Service> customersKnowWhatIsPromised() {
        return missing(
                "customers-know-what-is-promised",
                Set.of(GO_LIVE),
                p -> p.record().stream()
                        .filter(service -> service.assurance().isEmpty())
                        .map(service -> "assurance")
                        .toList(),
                "There is neither an agreement about it, nor a reason why there is none.");
    }

    /** Its owner has accepted it, and those who are to run it. */
    static Rule<Service> acceptedByBothSides() {
        return missing(
                "accepted-by-both-sides",
                Set.of(GO_LIVE),
                p -> p.record().stream()
                        .flatMap(service -> service.unaccepted().stream())
                        .map(AcceptingSide::text)
                        .toList(),
                "Not everybody who must has accepted it.");
    }

    /** For its owner the owner accepts it, and for operations somebody of the team that is to run it. */
    static Rule<Service> acceptedByWhoMay() {
        return Rule.of(
                "accepted-by-who-may",
                Set.of(ACCEPT),
                p -> ServicePolicy.of(
                        p,
                        GateCommand.Accept.class,
                        (service, accept) -> speaking(p.context().caller())
                                .noneMatch(person -> mayAccept(p, service, accept.side(), person))),
                "Its owner accepts it for the owner, and who belongs to the team that is to run it for operations.");
    }

    private static boolean mayAccept(Proposal<Service> proposal, Service service, AcceptingSide side, PersonId person) {
        if (side == AcceptingSide.OWNER) {
            return service.owner().equals(person);
        }
        Optional<GroupId> team = service.support();
        return team.isPresent()
                && proposal.context().facts().members(team.get()).contains(person);
    }

    /** Two people accept it: nobody does so, or has it done, for both sides. */
    static Rule<Service> acceptedByTwo() {
        return Rule.of(
                "accepted-by-two",
                Set.of(ACCEPT),
                p -> ServicePolicy.of(p, GateCommand.Accept.class, (service, accept) -> {
                    Optional<Acceptance> other = service.acceptances().entrySet().stream()
                            .filter(entry -> entry.getKey() != accept.side())
                            .map(Map.Entry::getValue)
                            .findFirst();
                    return other.isPresent() && speaking(p.context().caller()).anyMatch(other.get()::isOf);
                }),
                "Nobody accepts it for both sides.");
    }

    private static Stream<PersonId> speaking(Caller caller) {
        return Stream.concat(Stream.of(caller.person()), caller.onBehalfOf().stream());
    }

    /** There is a gate behind which it can be sent. */
    static Rule<Service> hasPassedAGate() {
        return Rule.of(
                "has-passed-a-gate",
                Set.of(SEND_BACK),
                p -> p.record().map(service -> service.lastGate().isEmpty()).orElse(false),
                "It has passed no gate behind which to send it.");
    }

    /** Nobody loses it before the day that they were told. */
    static Rule<Service> noticeIsOver() {
        return Rule.of(
                "notice-is-over",
                Set.of(RETIRE),
                p -> p.record()
                        .map(service -> service.retirement()
                                .map(PlannedRetirement::begins)
                                .map(p.context().at()::isBefore)
                                .orElse(true))
                        .orElse(false),
                "The day of its end has not come.");
    }

    /** Nobody uses it any longer, or those who do have something else. */
    static Rule<Service> leavesNobodyBehind() {
        return Rule.of(
                "leaves-nobody-behind",
                Set.of(RETIRE),
                p -> p.record()
                        .map(service -> !service.customers().isEmpty()
                                && service.retirement()
                                        .flatMap(PlannedRetirement::successor)
                                        .isEmpty())
                        .orElse(false),
                "It has customers still, and no service follows it.");
    }

    /** A rule that names what is missing, by codes, in its argument {@code missing}. */
    private static Rule<Service> missing(
            String name, Set<Action> actions, Function<Proposal<Service>, List<String>> missing, String sentence) {
        return new Rule<>(name, actions, proposal -> {
            List<String> all = missing.apply(proposal);
            String named = String.join(", ", all);
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            Rule.codeOf(name),
                            Map.of("rule", name, "missing", named),
                            sentence + " Missing: " + named + "."));
        });
    }
}
