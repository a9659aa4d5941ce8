package org.itsmkit;

import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Engine;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Ports;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Records;
import org.itsmkit.engine.Registry;
import org.itsmkit.engine.SettingsSource;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentReactions;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Hook;
import org.itsmkit.kernel.Hooks;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.people.Directories;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.Assessments;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.Problems;
import org.itsmkit.service.Service;
import org.itsmkit.service.Services;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.servicelevel.ServiceLevelManagement;
import org.itsmkit.servicelevel.TicketServiceLevels;
import org.itsmkit.settings.SettingsCommand;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.notice.Notifier;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.time.IdSource;
import org.itsmkit.ticket.Ticketed;
import org.itsmkit.valuestream.AgreementsInForce;
import org.itsmkit.valuestream.PoliciesInForce;
import org.itsmkit.valuestream.Reactions;

/**
 * The front door: IT service management over the host's own storage, people and clock.
 *
 * <p>Safe for use by many threads. Starts none, and holds nothing that must be closed.
 */
public final class Itsm {

    private final Engine engine;
    private final SettingsSource settingsSource;
    private final Records<Incident> incidents;
    private final Records<MajorIncident> majorIncidents;
    private final Records<Problem> problems;
    private final Records<KnownError> knownErrors;
    private final Records<Change> changes;
    private final Records<ChangeModel> changeModels;
    private final Records<CabMeeting> cabMeetings;
    private final Records<Assessment> assessments;
    private final Records<Agreement> agreements;
    private final Records<Improvement> improvements;
    private final Records<Service> services;
    private final Records<GovernancePolicy> governancePolicies;
    private final Records<Directive> directives;
    private final Records<TenantSettings> settings;
    private final Optional<Custodian> custodian;

    private Itsm(
            Engine engine,
            SettingsSource settingsSource,
            Records<Incident> incidents,
            Records<MajorIncident> majorIncidents,
            Records<Problem> problems,
            Records<KnownError> knownErrors,
            Records<Change> changes,
            Records<ChangeModel> changeModels,
            Records<CabMeeting> cabMeetings,
            Records<Assessment> assessments,
            Records<Agreement> agreements,
            Records<Improvement> improvements,
            Records<Service> services,
            Records<GovernancePolicy> governancePolicies,
            Records<Directive> directives,
            Records<TenantSettings> settings,
            Optional<Custodian> custodian) {
        this.engine = engine;
        this.settingsSource = settingsSource;
        this.incidents = incidents;
        this.majorIncidents = majorIncidents;
        this.problems = problems;
        this.knownErrors = knownErrors;
        this.changes = changes;
        this.changeModels = changeModels;
        this.cabMeetings = cabMeetings;
        this.assessments = assessments;
        this.agreements = agreements;
        this.improvements = improvements;
        this.services = services;
        this.governancePolicies = governancePolicies;
        this.directives = directives;
        this.settings = settings;
        this.custodian = custodian;
    }

    /** Begins to put the kit together; a store and an authorizer are all it takes. */
    public static Builder builder() {
        return new Builder();
    }

    /** Incident management. */
    public Records<Incident> incidents() {
        return incidents;
    }

    /** Major incidents: each has the id of its incident. */
    public Records<MajorIncident> majorIncidents() {
        return majorIncidents;
    }

    /** Problem management. */
    public Records<Problem> problems() {
        return problems;
    }

    /** Known errors: what is understood to be wrong, and what helps. */
    public Records<KnownError> knownErrors() {
        return knownErrors;
    }

    /** Change enablement. */
    public Records<Change> changes() {
        return changes;
    }

    /** Change models: how changes of one sort are made; those of standard changes are their catalogue. */
    public Records<ChangeModel> changeModels() {
        return changeModels;
    }

    /** Meetings of change advisory boards. */
    public Records<CabMeeting> cabMeetings() {
        return cabMeetings;
    }

    /** Assessments of practices and of the other components of a system of services. */
    public Records<Assessment> assessments() {
        return assessments;
    }

    /** Service level management: what is promised to customers, among teams and by suppliers. */
    public Records<Agreement> agreements() {
        return agreements;
    }

    /** Continual improvement: the register of what might become better. */
    public Records<Improvement> improvements() {
        return improvements;
    }

    /** Services from the first idea to their end, and the gates on that way. */
    public Records<Service> services() {
        return services;
    }

    /** Policies: what is in force of them is asked of every command, after the {@linkplain Builder#hook hooks} of the host. */
    public Records<GovernancePolicy> governancePolicies() {
        return governancePolicies;
    }

    /** Directives: what is evaluated, directed and monitored. */
    public Records<Directive> directives() {
        return directives;
    }

    /** What tenants have tailored; see {@link #tailor}. */
    public Records<TenantSettings> settings() {
        return settings;
    }

    /**
     * Records of a kind that the host has registered.
     *
     * @throws IllegalArgumentException if it has not
     */
    public <R> Records<R> records(Definition<R> definition) {
        return engine.records(definition);
    }

    /**
     * Tailors the kit for the caller's tenant, in place of what it had tailored before. Holds for every command from then on. The caller
     * must be permitted to {@code read}, {@code introduce} and {@code change} settings.
     *
     * @return the settings; or why not, with every mistake in them
     */
    public Either<Rejection, Stored<TenantSettings>> tailor(Caller caller, Tailoring tailoring) {
        Either<Rejection, Stored<TenantSettings>> changed =
                settings.submit(caller, SettingsKind.ID, new SettingsCommand.Change(tailoring));
        boolean isFirst = changed.isLeft() && changed.getLeft().reason() == Rejection.Reason.NOT_FOUND;
        if (!isFirst) {
            return changed;
        }
        Either<Rejection, Stored<TenantSettings>> introduced =
                settings.submitNew(caller, SettingsKind.ID, new SettingsCommand.Introduce(tailoring), Options.none());
        boolean somebodyWasQuicker = introduced.isLeft() && introduced.getLeft().reason() == Rejection.Reason.CONFLICT;
        return somebodyWasQuicker
                ? settings.submit(caller, SettingsKind.ID, new SettingsCommand.Change(tailoring))
                : introduced;
    }

    /**
     * The service levels of a kind of ticket that has them: the kit's own, and those that the host {@linkplain Builder#tickets registered}.
     *
     * @throws IllegalArgumentException if the kind is not carried
     */
    public <R extends Ticketed<R>> TicketServiceLevels<R> serviceLevels(Definition<R> tickets) {
        return new TicketServiceLevels<>(engine.records(tickets), settingsSource);
    }

    /** What does the due work that commands give rise to: hand it to the store's task queue. */
    public TaskHandler tasks() {
        return engine.tasks();
    }

    /**
     * Erases personal data, purges, and holds what must not go.
     *
     * @throws IllegalStateException if the store is no {@link Custodian}
     */
    public DataProtection protection() {
        return new DataProtection(
                engine,
                custodian.orElseThrow(() ->
                        new IllegalStateException("the store cannot change what it has kept: it is no Custodian")));
    }

    /** Every kind of record that is carried, for operators and verifiers. */
    public Registry registry() {
        return engine.registry();
    }

    /** Puts the kit together. Not safe for use by many threads. */
    public static final class Builder {

        private final List<Definition<?>> hostsOwn = new ArrayList<>();
        private final List<Reaction<?, ?>> reactions = new ArrayList<>();
        private Optional<RecordStore> store = Optional.empty();
        private Optional<Authorizer> authorizer = Optional.empty();
        private Directory directory = Directories.trusting();
        private Notifier notifier = LoggingDefaults.notifier();
        private AuditSink auditSink = LoggingDefaults.auditSink();
        private InstantSource clock = InstantSource.system();
        private Optional<IdSource> ids = Optional.empty();
        private Tailoring defaults = Tailoring.none();

        private ChangePractice changePractice = ChangePractice.standard();
        private Hooks hooks = Hooks.none();
        private Definition<Incident> incidents = Incidents.DEFINITION;
        private Definition<MajorIncident> majorIncidents = MajorIncidents.DEFINITION;
        private Definition<Problem> problems = Problems.DEFINITION;
        private Definition<KnownError> knownErrors = KnownErrors.DEFINITION;
        private Definition<Change> changes = Changes.DEFINITION;
        private Definition<ChangeModel> changeModels = ChangeModels.DEFINITION;
        private Definition<CabMeeting> cabMeetings = CabMeetings.DEFINITION;
        private Definition<Assessment> assessments = Assessments.DEFINITION;
        private Definition<Agreement> agreements = Agreements.DEFINITION;
        private Definition<Improvement> improvements = Improvements.DEFINITION;
        private Definition<Service> services = Services.DEFINITION;
        private Definition<GovernancePolicy> governancePolicies = GovernancePolicies.DEFINITION;
        private Definition<Directive> directives = Directives.DEFINITION;

        Builder() {}

        /** Where records are kept. Demanded. */
        public Builder store(RecordStore newStore) {
            store = Optional.of(newStore);
            return this;
        }

        /** Who may do what. Demanded, for there is no good default. */
        public Builder authorizer(Authorizer newAuthorizer) {
            authorizer = Optional.of(newAuthorizer);
            return this;
        }

        /** Who is there; else {@linkplain Directories#trusting() everybody}. */
        public Builder directory(Directory newDirectory) {
            directory = Objects.requireNonNull(newDirectory, "directory");
            return this;
        }

        /** Takes messages to people; else they are logged. */
        public Builder notifier(Notifier newNotifier) {
            notifier = Objects.requireNonNull(newNotifier, "notifier");
            return this;
        }

        /** Is told of denials and policy verdicts; else they are logged. */
        public Builder auditSink(AuditSink newAuditSink) {
            auditSink = Objects.requireNonNull(newAuditSink, "auditSink");
            return this;
        }

        /** What time it is; else the system's. */
        public Builder clock(InstantSource newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /** Makes ids; else they are of time and chance. */
        public Builder ids(IdSource newIds) {
            ids = Optional.of(newIds);
            return this;
        }

        /** What holds for tenants that tailored nothing else. */
        public Builder defaults(Tailoring newDefaults) {
            defaults = Objects.requireNonNull(newDefaults, "defaults");
            return this;
        }

        /** Carries a kind of record of the host's own. */
        public Builder kind(Definition<?> definition) {
            hostsOwn.add(definition);
            return this;
        }

        /** Carries a kind of ticket of the host's own, with service levels. */
        public <R extends Ticketed<R>> Builder tickets(Definition<R> definition) {
            Definition<R> measured = ServiceLevelManagement.on(definition);
            hostsOwn.add(measured);
            reactions.addAll(ServiceLevelManagement.reactions(measured));
            return this;
        }

        /** Changes incident management: its policy, its numbers, who is told. */
        public Builder incidents(UnaryOperator<Definition<Incident>> change) {
            incidents = change.apply(incidents);
            return this;
        }

        /** Changes how major incidents are led: their policy, their numbers, who is told. */
        public Builder majorIncidents(UnaryOperator<Definition<MajorIncident>> change) {
            majorIncidents = change.apply(majorIncidents);
            return this;
        }

        /** Changes problem management: its policy, its numbers, who is told. */
        public Builder problems(UnaryOperator<Definition<Problem>> change) {
            problems = change.apply(problems);
            return this;
        }

        /** Changes how known errors are kept: their policy, their numbers, who is told. */
        public Builder knownErrors(UnaryOperator<Definition<KnownError>> change) {
            knownErrors = change.apply(knownErrors);
            return this;
        }

        /** Changes change enablement: its policy, its numbers, who is told. */
        public Builder changes(UnaryOperator<Definition<Change>> change) {
            changes = change.apply(changes);
            return this;
        }

        /** How changes go that are drafted by no change model; else one other person says yes to each. */
        public Builder changePractice(ChangePractice newPractice) {
            changePractice = Objects.requireNonNull(newPractice, "changePractice");
            return this;
        }

        /** Changes how change models are kept: their policy, their numbers, who is told. */
        public Builder changeModels(UnaryOperator<Definition<ChangeModel>> change) {
            changeModels = change.apply(changeModels);
            return this;
        }

        /** Changes meetings of change advisory boards: their policy, their numbers, who is told. */
        public Builder cabMeetings(UnaryOperator<Definition<CabMeeting>> change) {
            cabMeetings = change.apply(cabMeetings);
            return this;
        }

        /** Changes assessments: their policy, their numbers, who is told. */
        public Builder assessments(UnaryOperator<Definition<Assessment>> change) {
            assessments = change.apply(assessments);
            return this;
        }

        /** Changes service level management: its policy, its numbers, who is told. */
        public Builder agreements(UnaryOperator<Definition<Agreement>> change) {
            agreements = change.apply(agreements);
            return this;
        }

        /** Changes how policies are kept: who may do what with them, their numbers, who is told. */
        public Builder governancePolicies(UnaryOperator<Definition<GovernancePolicy>> change) {
            governancePolicies = change.apply(governancePolicies);
            return this;
        }

        /** Changes how directives are kept: their policy, their numbers, who is told. */
        public Builder directives(UnaryOperator<Definition<Directive>> change) {
            directives = change.apply(directives);
            return this;
        }

        /** Has every command of every tenant pass {@code hook}, after those that were given before. */
        public Builder hook(Hook hook) {
            hooks = hooks.and(hook);
            return this;
        }

        /** Changes continual improvement: its policy, its numbers, who is told. */
        public Builder improvements(UnaryOperator<Definition<Improvement>> change) {
            improvements = change.apply(improvements);
            return this;
        }

        /** Changes how services are kept: their policy, their numbers, who is told. */
        public Builder services(UnaryOperator<Definition<Service>> change) {
            services = change.apply(services);
            return this;
        }

        /**
         * Lets something follow from an event, after what follows by {@linkplain IncidentReactions the kit's own reactions}. Those are
         * switched off by name, in {@link #defaults} for everybody or by a tenant.
         */
        public Builder reaction(Reaction<?, ?> reaction) {
            reactions.add(reaction);
            return this;
        }

        /**
         * Returns the kit.
         *
         * @throws IllegalStateException if there is no store or no authorizer
         * @throws IllegalArgumentException if kinds, reactions or defaults do not fit together
         */
        public Itsm build() {
            RecordStore records = store.orElseThrow(() -> new IllegalStateException("a store is needed"));
            Ports ports = new Ports(
                    records,
                    directory,
                    authorizer.orElseThrow(() -> new IllegalStateException(
                            "an authorizer is needed; Authorizers.allowAll() allows everybody everything")),
                    auditSink,
                    notifier,
                    clock,
                    ids.orElseGet(() -> new TimeOrderedIds(clock)));
            Definition<Incident> incidents = ServiceLevelManagement.on(this.incidents);
            Definition<Change> changes = ServiceLevelManagement.on(this.changes);
            Definition<Problem> problems = ServiceLevelManagement.on(this.problems);
            Definition<KnownError> knownErrors = ServiceLevelManagement.on(this.knownErrors);
            List<Definition<?>> definitions = new ArrayList<>(List.of(incidents, problems, knownErrors, changes));
            definitions.add(majorIncidents);
            definitions.add(changeModels);
            definitions.add(cabMeetings);
            definitions.add(assessments);
            definitions.add(agreements);
            definitions.add(improvements);
            definitions.add(services);
            definitions.add(governancePolicies);
            definitions.add(directives);
            definitions.addAll(hostsOwn);
            List<Reaction<?, ?>> all = new ArrayList<>(IncidentReactions.standard(incidents));
            all.addAll(Reactions.standard(
                    incidents, majorIncidents, problems, knownErrors, changes, changeModels, cabMeetings));
            all.addAll(ServiceLevelManagement.reactions(incidents));
            all.addAll(ServiceLevelManagement.reactions(problems));
            all.addAll(ServiceLevelManagement.reactions(knownErrors));
            all.addAll(ServiceLevelManagement.reactions(changes));
            all.addAll(reactions);
            Definition<TenantSettings> settings = SettingsKind.definition(
                    definitions, all.stream().map(Reaction::name).collect(Collectors.toSet()), defaults);
            definitions.add(settings);
            all.add(new AgreementsInForce(agreements, settings));
            all.add(new PoliciesInForce(governancePolicies, settings));
            Registry registry = new Registry(definitions);
            SettingsSource stored = new StoredSettings(records, defaults, List.of(changePractice, hooks));
            Engine engine = new Engine(ports, registry, stored, all);
            return new Itsm(
                    engine,
                    stored,
                    engine.records(incidents),
                    engine.records(majorIncidents),
                    engine.records(problems),
                    engine.records(knownErrors),
                    engine.records(changes),
                    engine.records(changeModels),
                    engine.records(cabMeetings),
                    engine.records(assessments),
                    engine.records(agreements),
                    engine.records(improvements),
                    engine.records(services),
                    engine.records(governancePolicies),
                    engine.records(directives),
                    engine.records(settings),
                    records instanceof Custodian custodian ? Optional.of(custodian) : Optional.empty());
        }
    }
}
