package org.itsmkit.service;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.service.portfolio.Improvement;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of services. Families of their own are {@link ScopeCommand}, {@link GateCommand} and {@link RetirementCommand}. */
public sealed interface ServiceCommand extends Command<Service>
        permits ServiceCommand.Describe,
                ServiceCommand.HandOver,
                ServiceCommand.BeginDesign,
                ServiceCommand.Reject,
                ServiceCommand.Suspend,
                ServiceCommand.Resume,
                ServiceCommand.Improve,
                ScopeCommand,
                GateCommand,
                RetirementCommand {

    /** The most code points of a name. */
    int NAME_LENGTH = 255;

    /** The most code points of a description, a proposition, or what is said of a design. */
    int TEXT_LENGTH = 32_000;

    /** The most code points of evidence, a note, a comment or a reason. */
    int NOTE_LENGTH = 4_000;

    /** Begins to write down the idea of a service. */
    static Propose.Builder propose() {
        return new Propose.Builder();
    }

    /**
     * Write down the idea of a service.
     *
     * @param key what tickets and agreements are to name; no other service has it
     * @param name in one line
     * @param description what it is; may be empty
     * @param owner who answers for it
     * @param criticality how much is to depend on it; empty if that is not known
     * @param customers for whom it is; at most {@value Service#MOST_ORGANISATIONS}, and may be empty until it is chartered
     * @param proposition why they would want it; may be empty
     * @param aims what they have of it, each code once; may be empty until it is chartered
     */
    @KitStyle
    @Value.Builder
    record Propose(
            ServiceId key,
            String name,
            String description,
            PersonId owner,
            Optional<Criticality> criticality,
            Set<OrganisationId> customers,
            String proposition,
            List<Aim> aims)
            implements Creation<Service> {

        public Propose {
            customers = Set.copyOf(customers);
            aims = List.copyOf(aims);
        }

        @Override
        public Action action() {
            return ServiceLifecycle.PROPOSE;
        }

        @Override
        public Needs needs() {
            return Needs.person(owner).and(Needs.counting(ServicePolicy.named(key)));
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(described(name, description, proposition));
            violations.addAll(ScopeCommand.organisations("customers", customers));
            violations.addAll(ScopeCommand.fitting(aims));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Context context) {
            return right(List.of(new ServiceEvent.Proposed(
                    context.number().get(),
                    key,
                    name,
                    description,
                    owner,
                    criticality,
                    customers,
                    proposition,
                    aims,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends ProposeBuilder {
            Builder() {
                description("");
                proposition("");
            }
        }
    }

    /** Call it otherwise, describe it otherwise, or say otherwise why customers want it and how much depends on it. */
    record Describe(String name, String description, String proposition, Optional<Criticality> criticality)
            implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return described(name, description, proposition);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            boolean isSame = service.name().equals(name)
                    && service.description().equals(description)
                    && service.proposition().equals(proposition)
                    && service.criticality().equals(criticality);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.Described(
                            context.destination(), name, description, proposition, criticality)));
        }
    }

    /** Give it to another owner, who has yet to accept it if customers do not use it. */
    record HandOver(PersonId owner) implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(Service service) {
            return Needs.person(owner);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return service.owner().equals(owner) && stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.HandedOver(context.destination(), service.owner(), owner)));
        }
    }

    /** Begin to design it. */
    record BeginDesign() implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.BEGIN_DESIGN;
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.DesignBegun(context.destination())));
        }
    }

    /** Give it up before anybody uses it. */
    record Reject(String reason) implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.REJECT;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.Rejected(context.destination(), reason)));
        }
    }

    /** Let nobody use it for the time being. */
    record Suspend(String reason) implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.SUSPEND;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.Suspended(context.destination(), reason)));
        }
    }

    /** Let customers use it again; it has yet to show that it runs as it should. */
    record Resume(String reason) implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.RESUME;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.Resumed(context.destination(), reason)));
        }
    }

    /**
     * Note what could be better about it, or has become so.
     *
     * @param note what
     * @param register where it is followed up, of kind {@value Improvement#KIND}; empty if it is only noted
     */
    record Improve(String note, Optional<RecordRef> register) implements ServiceCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.IMPROVE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("note", note, NOTE_LENGTH)
                    .require(
                            register.map(ref -> ref.kind().equals(Improvement.KIND))
                                    .orElse(true),
                            "service.no-improvement",
                            "register",
                            "Improvements are followed up by records of kind " + Improvement.KIND + ".")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.Improved(context.destination(), note, register)));
        }
    }

    private static List<Violation> described(String name, String description, String proposition) {
        return Inputs.check()
                .line("name", name, NAME_LENGTH)
                .optionalText("description", description, TEXT_LENGTH)
                .optionalText("proposition", proposition, TEXT_LENGTH)
                .violations();
    }

    /** What is wrong with a reason. */
    static List<Violation> reasoned(String reason) {
        return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
    }

    /** Whether the row that is taken leads nowhere else. */
    static boolean stays(Context context) {
        return context.transition().map(Transition::stays).orElse(true);
    }
}
