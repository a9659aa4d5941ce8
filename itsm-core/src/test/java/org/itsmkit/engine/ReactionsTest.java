package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from an event elsewhere: with a parent, its children are resolved. */
class ReactionsTest {

    /** From an event of an incident, commands on incidents. */
    private record Follow(
            String name,
            boolean isRequired,
            BiFunction<Incident, Event<Incident>, Targets> to,
            BiFunction<Event<Incident>, Incident, Optional<Command<Incident>>> what)
            implements Reaction<Incident, Incident> {

        @Override
        public Definition<Incident> source() {
            return Incidents.DEFINITION;
        }

        @Override
        public Definition<Incident> target() {
            return Incidents.DEFINITION;
        }

        @Override
        public Targets targets(Incident source, Event<Incident> event) {
            return to.apply(source, event);
        }

        @Override
        public Optional<Command<Incident>> command(Incident source, Event<Incident> event, Incident target) {
            return what.apply(event, target);
        }
    }

    /** Children say in their title who their parent is, so that the reaction finds them by it. */
    private static Targets childrenOf(Incident parent, Event<Incident> event) {
        return event instanceof IncidentEvent.Resolved
                ? Targets.matching(
                        Incidents.FIELDS.title.is("Child of " + parent.ticket().number()))
                : Targets.none();
    }

    private static Optional<Command<Incident>> resolve(Event<Incident> event, Incident child) {
        return Optional.of(new IncidentCommand.Resolve(Resolution.Code.FIXED, "with its parent"));
    }

    private static final Follow RESOLVE_CHILDREN =
            new Follow("resolve-children", false, ReactionsTest::childrenOf, ReactionsTest::resolve);

    private static final Follow REQUIRED =
            new Follow("resolve-children", true, ReactionsTest::childrenOf, ReactionsTest::resolve);

    private static Company with(Reaction<?, ?>... reactions) {
        return Company.with(builder -> List.of(reactions).forEach(builder::reaction));
    }

    private static List<RecordId> children(Company company, Stored<Incident> parent, int count) {
        String title = "Child of " + parent.record().ticket().number();
        return IntStream.range(0, count)
                .mapToObj(i -> company.log(ANNA, title).id())
                .sorted()
                .toList();
    }

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");

    @Test
    void whatFollowsIsInTheSameCommitAndNamesItsCause() {
        List<Commit> commits = new ArrayList<>();
        Company company = Company.around(store -> recording(store, commits), b -> b.reaction(RESOLVE_CHILDREN));
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 3);
        commits.clear();

        company.does(parent.id(), FIXED);

        assertThat(commits).hasSize(1);
        assertThat(commits.get(0).writes()).hasSize(4);
        for (RecordId child : children) {
            assertThat(company.now(child).record().ticket().status().name()).isEqualTo("resolved");
            JournalEntry entry = company.journal(child).get(1);
            assertThat(entry.name()).isEqualTo("resolved");
            assertThat(entry.by().value()).isEqualTo("system");
            assertThat(entry.cause())
                    .isEqualTo(Cause.of("reaction:resolve-children", Company.incident(parent.id()), 2));
        }
    }

    private static RecordStore recording(RecordStore store, List<Commit> commits) {
        return new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                super.commit(tenant, commit);
                commits.add(commit);
            }
        };
    }

    @Test
    void aTenantSwitchesItOff() {
        Company company = with(RESOLVE_CHILDREN);
        Stored<Incident> parent = company.log();
        RecordId child = children(company, parent, 1).get(0);
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().addReactionsOff("resolve-children").build()));

        company.does(parent.id(), FIXED);

        assertThat(company.now(child).version()).isEqualTo(1);
    }

    @Test
    void oneThatIsRefusedIsRecordedAndHarmless() {
        Company company = with(RESOLVE_CHILDREN);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 3);
        company.does(children.get(1), new TicketCommand.Cancel<>("no incident"));

        Preview preview = done(company.itsm.incidents().preview(caller(DORA), parent.id(), FIXED));
        company.audited.clear();
        company.does(parent.id(), FIXED);

        assertThat(children.stream()
                        .map(child ->
                                company.now(child).record().ticket().status().name()))
                .containsExactly("resolved", "cancelled", "resolved");
        assertThat(company.audited).singleElement().satisfies(verdict -> {
            assertThat(verdict.code()).isEqualTo("reaction.refused");
            assertThat(verdict.record()).contains(Company.incident(children.get(1)));
            assertThat(verdict.reason()).startsWith("resolve-children: ");
        });
        assertThat(preview.refusedReactions()).singleElement().satisfies(refused -> {
            assertThat(refused.record()).isEqualTo(Company.incident(children.get(1)));
            assertThat(refused.rejection().reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        });
        assertThat(preview.changes()).hasSize(3);
    }

    @Test
    void aRequiredOneThatIsRefusedRefusesItsCause() {
        Company company = with(REQUIRED);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 3);
        company.does(children.get(1), new TicketCommand.Cancel<>("no incident"));

        Rejection rejection = company.refused(parent.id(), FIXED);

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(rejection.subject()).contains(Company.incident(children.get(1)));
        assertThat(company.now(children.get(0)).version()).isEqualTo(1);
    }

    @Test
    void aRequiredOneNeverGoesOnInBatches() {
        Company company = with(REQUIRED);
        Stored<Incident> parent = company.log();
        children(company, parent, 50);

        assertThat(company.refused(parent.id(), FIXED).code()).isEqualTo("reaction.too-many");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "49, 0", "50, 1", "51, 1", "98, 1", "99, 1", "100, 2", "120, 2", "1000, 20"})
    void manyTargetsAreReachedInCommitsOfFiftyRecords(int targets, int tasks) {
        List<Commit> commits = new ArrayList<>();
        Company company = Company.around(store -> recording(store, commits), b -> b.reaction(RESOLVE_CHILDREN));
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, targets);
        company.work();
        commits.clear();

        assertThat(done(company.itsm.incidents().preview(caller(DORA), parent.id(), FIXED))
                        .deferred())
                .isEqualTo(tasks > 0 ? 1 : 0);
        company.does(parent.id(), FIXED);
        assertThat(company.store.tasks().pending(ACME).stream()
                        .filter(task -> task.type().equals("reaction")))
                .hasSize(tasks > 0 ? 1 : 0);
        company.work();

        assertThat(commits).allSatisfy(commit -> assertThat(commit.writes()).hasSizeLessThanOrEqualTo(50));
        assertThat(commits.stream().filter(commit -> !commit.writes().isEmpty()))
                .hasSizeLessThanOrEqualTo(1 + tasks);
        for (RecordId child : children) {
            assertThat(company.events(child)).containsExactly("logged", "resolved");
        }
        assertThat(company.store.tasks().pending(ACME)).isEmpty();
        assertThat(company.told.stream()
                        .filter(notice -> notice.code().equals("resolved"))
                        .map(notice -> notice.key())
                        .collect(Collectors.toSet()))
                .as("Anna is told of each, once")
                .hasSize(1 + targets);
    }

    @Test
    void targetsForWhichNothingIsToBeDoneAreNoTrouble() {
        Follow everySecond = new Follow(
                "resolve-children",
                false,
                ReactionsTest::childrenOf,
                (event, child) -> Integer.parseInt(child.ticket().number().substring(3)) % 2 == 0
                        ? resolve(event, child)
                        : Optional.empty());
        Company company = with(everySecond);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 240);

        company.does(parent.id(), FIXED);
        company.work();

        for (RecordId child : children) {
            Incident incident = company.now(child).record();
            boolean even = incident.ticket().number().matches(".*[02468]");
            assertThat(incident.ticket().status().name()).isEqualTo(even ? "resolved" : "new");
        }
    }

    @Test
    void aTaskThatIsHandedOutTwiceIsDoneOnce() throws Exception {
        Company company = with(RESOLVE_CHILDREN, COUNT);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 120);
        company.work();
        company.does(parent.id(), FIXED);
        Task task = company.store.tasks().pending(ACME).stream()
                .filter(t -> t.type().equals("reaction"))
                .findFirst()
                .orElseThrow();

        company.itsm.tasks().handle(ACME, task);
        company.itsm.tasks().handle(ACME, task);
        company.work();
        company.itsm.tasks().handle(ACME, task);
        company.work();

        assertThat(children)
                .allSatisfy(
                        child -> assertThat(company.events(child)).containsExactly("logged", "resolved", "commented"));
    }

    /** Comments on what was resolved by the system. */
    private static final Follow COUNT = new Follow(
            "count",
            false,
            (incident, event) -> event instanceof IncidentEvent.Resolved resolved
                            && resolved.resolution().text().equals("with its parent")
                    ? Targets.matching(
                            Incidents.FIELDS.number.is(incident.ticket().number()))
                    : Targets.none(),
            (event, incident) -> Optional.of(TicketCommand.Comment.internal("resolved by the system")));

    @Test
    void aStoreThatFailsInBetweenLosesNothingAndDoublesNothing() {
        boolean[] failing = {false, false};
        Company company = Company.around(
                store -> new Stores.Around(store) {
                    @Override
                    public void commit(TenantId tenant, Commit commit) {
                        if (failing[0]) {
                            throw new StoreException("the cable is out");
                        }
                        super.commit(tenant, commit);
                        if (failing[1]) {
                            throw new StoreException("the answer was lost");
                        }
                    }
                },
                b -> b.reaction(RESOLVE_CHILDREN).reaction(COUNT));
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 120);
        company.work();
        company.does(parent.id(), FIXED);
        for (int round = 0; round < 6; round++) {
            failing[0] = round == 0 || round == 2;
            failing[1] = round == 1 || round == 3;
            company.work();
            company.clock.advance(Duration.ofHours(24));
        }
        company.work();

        assertThat(company.store.tasks().pending(ACME)).isEmpty();
        assertThat(children)
                .allSatisfy(
                        child -> assertThat(company.events(child)).containsExactly("logged", "resolved", "commented"));
    }

    /** A comment on one incident becomes a comment on the next, in a circle. */
    private static Follow circle(List<RecordId> ids, boolean isRequired) {
        return new Follow(
                "pass-on",
                isRequired,
                (incident, event) -> event instanceof TicketEvent.Commented
                        ? Targets.one(ids.get(
                                (Integer.parseInt(incident.ticket().number().substring(3))) % ids.size()))
                        : Targets.none(),
                (event, incident) -> Optional.of(TicketCommand.Comment.toAll("pass it on")));
    }

    @Test
    void reactionsToReactionsGoFiveDeep() {
        List<RecordId> ids = new ArrayList<>();
        Company company = with(circle(ids, false));
        for (int i = 0; i < 10; i++) {
            ids.add(company.log().id());
        }

        company.does(ids.get(0), TicketCommand.Comment.toAll("a rumour"));

        assertThat(ids.stream().map(id -> company.now(id).record().ticket().comments()))
                .containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(company.audited)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.reason()).contains("deep"));
    }

    @Test
    void oneThatReactsToItselfEnds() {
        List<RecordId> ids = new ArrayList<>();
        Company company = with(circle(ids, false));
        ids.add(company.log().id());

        company.does(ids.get(0), TicketCommand.Comment.toAll("an echo"));

        assertThat(company.now(ids.get(0)).record().ticket().comments()).isEqualTo(6);
    }

    @Test
    void aRequiredCircleIsRefused() {
        List<RecordId> ids = new ArrayList<>();
        Company company = with(circle(ids, true));
        ids.add(company.log().id());

        assertThat(company.refused(ids.get(0), TicketCommand.Comment.toAll("an echo"))
                        .code())
                .isEqualTo("reaction.too-deep");
    }

    @Test
    void theDepthIsBoundAcrossBatchesToo() {
        // Eight generations of sixty; the last of each, which only a second commit reaches, passes it on to the next.
        Follow passOn = new Follow(
                "pass-on",
                false,
                (incident, event) -> event instanceof TicketEvent.Commented
                                && incident.ticket().description().equals("last")
                        ? Targets.matching(Incidents.FIELDS.title.is(generationAfter(incident)))
                        : Targets.none(),
                (event, incident) -> Optional.of(TicketCommand.Comment.toAll("pass it on")));
        Company company = with(passOn);
        for (int generation = 0; generation < 8; generation++) {
            for (int member = 0; member < 60; member++) {
                done(company.itsm
                        .incidents()
                        .submitNew(
                                caller(ANNA),
                                RecordId.of("g" + generation + "-" + (100 + member)),
                                IncidentCommand.log()
                                        .title("Generation " + generation)
                                        .description(member == 59 ? "last" : "")
                                        .build(),
                                Options.none()));
            }
        }

        company.does(RecordId.of("g0-159"), TicketCommand.Comment.toAll("a rumour"));
        company.work();

        assertThat(IntStream.range(0, 8)
                        .mapToObj(g -> company.now(RecordId.of("g" + g + "-159"))
                                .record()
                                .ticket()
                                .comments()))
                .containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    }

    private static String generationAfter(Incident incident) {
        String title = incident.ticket().title();
        return "Generation " + (Integer.parseInt(title.substring("Generation ".length())) + 1);
    }

    @Test
    void aRecordLookedAtBeforeIsCountedWhenItIsChanged() {
        // The first reaction looks at all sixty and leaves them; the second changes them.
        Follow look = new Follow("look", false, ReactionsTest::childrenOf, (event, child) -> Optional.empty());
        List<Commit> commits = new ArrayList<>();
        Company company = Company.around(
                store -> recording(store, commits), b -> b.reaction(look).reaction(RESOLVE_CHILDREN));
        Stored<Incident> parent = company.log();
        children(company, parent, 50);
        commits.clear();

        company.does(parent.id(), FIXED);

        assertThat(commits.get(0).writes()).hasSizeLessThanOrEqualTo(50);
        company.work();
        assertThat(company.itsm.incidents().count(caller(DORA), Incidents.FIELDS.status.is(IncidentLifecycle.RESOLVED)))
                .isEqualTo(51);
    }

    @Test
    void whatIsWrittenByNobodyElseIsDoneAgain() {
        Company company = with(RESOLVE_CHILDREN);
        Stored<Incident> parent = company.log();
        RecordId child = children(company, parent, 1).get(0);
        company.does(parent.id(), FIXED);
        company.does(ANNA, parent.id(), new IncidentCommand.Reopen("still down"));
        company.does(ANNA, child, new IncidentCommand.Reopen("still down"));

        company.does(parent.id(), FIXED);

        assertThat(company.events(child)).containsExactly("logged", "resolved", "reopened", "resolved");
    }

    @Test
    void aReactionWhoseNameIsTooLongIsNoticedAtOnce() {
        Follow longName = new Follow("r".repeat(56), false, ReactionsTest::childrenOf, ReactionsTest::resolve);
        assertThatIllegalArgumentException().isThrownBy(() -> with(longName));
        assertThatIllegalArgumentException().isThrownBy(() -> with(RESOLVE_CHILDREN, RESOLVE_CHILDREN));
        with(new Follow("r".repeat(55), false, ReactionsTest::childrenOf, ReactionsTest::resolve));
    }

    @Test
    void aKeyOfSomebodyElseDoesNotStopATask() {
        Company company = with(RESOLVE_CHILDREN);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 60);
        company.work();
        company.does(parent.id(), FIXED);
        String key = company.store.tasks().pending(ACME).stream()
                .filter(t -> t.type().equals("reaction"))
                .findFirst()
                .orElseThrow()
                .key();
        RecordId other = company.log().id();
        Stream.of(key, "itsm:" + key).forEach(k -> {
            try {
                company.itsm
                        .incidents()
                        .submit(caller(ANNA), other, TicketCommand.Comment.toAll("mine"), Options.once(k));
            } catch (IllegalArgumentException reserved) {
                assertThat(k).startsWith("itsm:");
            }
        });

        company.work();

        assertThat(children)
                .allSatisfy(child -> assertThat(company.events(child)).containsExactly("logged", "resolved"));
        Either<Rejection, Stored<Incident>> again = company.itsm
                .incidents()
                .submit(caller(ANNA), other, TicketCommand.Comment.toAll("another"), Options.once(key));
        assertThat(again.getLeft().reason()).isEqualTo(Rejection.Reason.KEY_REUSED);
    }

    @Test
    void aRequiredReactionToABatchIsRequiredThereToo() {
        // What the system resolves must be linked to a record that does not exist: always refused.
        Follow impossible = new Follow(
                "must-fail",
                true,
                (incident, event) -> event instanceof IncidentEvent.Resolved resolved
                                && resolved.resolution().text().equals("with its parent")
                                && incident.ticket().description().isEmpty()
                        ? Targets.matching(
                                Incidents.FIELDS.number.is(incident.ticket().number()))
                        : Targets.none(),
                (event, incident) -> Optional.of(new TicketCommand.LinkTo<>(
                        LinkType.RELATED, Company.incident(RecordId.of("no-such-incident")))));
        boolean[] on = {false};
        Follow later = new Follow(
                "must-fail",
                true,
                (incident, event) -> on[0] ? impossible.to().apply(incident, event) : Targets.none(),
                impossible.what());
        Company company = with(RESOLVE_CHILDREN, later);
        Stored<Incident> parent = company.log();
        List<RecordId> children = children(company, parent, 60);
        company.does(parent.id(), FIXED);
        on[0] = true;
        company.work();

        assertThat(Set.copyOf(children.subList(49, 60)))
                .allSatisfy(child -> assertThat(company.events(child)).containsExactly("logged"));
    }
}
