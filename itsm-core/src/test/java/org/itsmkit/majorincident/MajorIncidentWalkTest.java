package org.itsmkit.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random ways through a major incident, each step foretold by a model that knows the rules from people, not from the kit. */
class MajorIncidentWalkTest {

    private static final List<String> ROLES = List.of("commander", "communications-lead", "scribe");
    private static final List<String> AUDIENCES = List.of("customers", "board");
    private static final Set<String> OPEN = Set.of("proposed", "active", "mitigated", "restored", "under-review");

    private final Company company = Company.open();
    private final Leading leading = Leading.proposed(company);

    // What the model believes.
    private String status = "proposed";
    private final Map<String, PersonId> roles = new HashMap<>();
    private final Map<String, Integer> minutes = new HashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private final List<Boolean> itemsOpen = new ArrayList<>();
    private boolean hasFindings;
    private int updates;
    private int late;
    private int relapses;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyStepIsAsForetold(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 400; step++) {
            if (random.nextInt(4) == 0) {
                pass(random.nextInt(50));
            } else {
                step(random);
            }
            assertAgrees();
        }
        assertThat(FoldLaw.check(company.store, ACME, MajorIncidents.KIND, done -> {})
                        .breaks())
                .isEmpty();
    }

    /** Time passes, and what is due is done: what is missed is noted. */
    private void pass(int length) {
        company.clock.advance(Duration.ofMinutes(length));
        assertThat(company.work()).isNotNegative();
        due.forEach((audience, instant) -> {
            if (!now().isBefore(instant)) {
                missed.add(audience + " " + instant);
            }
        });
    }

    private Instant now() {
        return company.clock.instant();
    }

    private void step(Random random) {
        switch (random.nextInt(14)) {
            case 0 -> accept(random);
            case 1 -> moves(new MajorIncidentCommand.Reject("no"), Map.of("proposed", "rejected"), this::stop);
            case 2 ->
                moves(
                        new MajorIncidentCommand.Demote("less"),
                        Map.of("active", "demoted", "mitigated", "demoted"),
                        this::stop);
            case 3 -> moves(new MajorIncidentCommand.Mitigate("so"), Map.of("active", "mitigated"), () -> {});
            case 4 ->
                moves(
                        new MajorIncidentCommand.Restore("so"),
                        Map.of("active", "restored", "mitigated", "restored"),
                        () -> {});
            case 5 ->
                moves(
                        new MajorIncidentCommand.Relapse("again"),
                        Map.of("mitigated", "active", "restored", "active", "under-review", "active"),
                        () -> {
                            relapses++;
                            minutes.forEach((audience, length) ->
                                    due.computeIfAbsent(audience, any -> start(audience, length)));
                        });
            case 6 -> beginReview();
            case 7 -> close();
            case 8 ->
                moves(
                        new MajorIncidentCommand.ProposeAgain("again"),
                        Map.of("rejected", "proposed", "demoted", "proposed"),
                        () -> {});
            case 9 -> role(random);
            case 10 -> plan(random);
            case 11, 12 -> inform(random);
            default -> review(random);
        }
    }

    private Instant start(String audience, int length) {
        finished.remove(audience);
        return now().plus(Duration.ofMinutes(length));
    }

    private void stop() {
        due.clear();
    }

    /** The command leads where the table says, or is not possible. */
    private void moves(Command<MajorIncident> command, Map<String, String> table, Runnable then) {
        String to = table.get(status);
        if (to == null) {
            refused(command, "lifecycle.not-possible");
        } else {
            succeeds(command);
            status = to;
            then.run();
        }
    }

    private void accept(Random random) {
        Optional<PersonId> commander = random.nextBoolean() ? Optional.of(anybody(random)) : Optional.empty();
        MajorIncidentCommand.Accept accept = new MajorIncidentCommand.Accept(commander, "");
        if (status.equals("proposed") && commander.isEmpty() && !roles.containsKey("commander")) {
            refused(accept, "rule:there-is-a-commander");
        } else {
            moves(accept, Map.of("proposed", "active"), () -> {
                commander.ifPresent(person -> roles.put("commander", person));
                minutes.forEach((audience, length) -> due.put(audience, start(audience, length)));
            });
        }
    }

    private void beginReview() {
        MajorIncidentCommand.BeginReview begin = new MajorIncidentCommand.BeginReview();
        if (status.equals("restored") && !finished.containsAll(minutes.keySet())) {
            refused(begin, "rule:everybody-got-the-final-update");
        } else {
            moves(begin, Map.of("restored", "under-review"), this::stop);
        }
    }

    private void close() {
        MajorIncidentCommand.Close close = new MajorIncidentCommand.Close();
        if (status.equals("under-review") && !hasFindings) {
            refused(close, "rule:review-is-done");
        } else if (status.equals("under-review") && itemsOpen.contains(true)) {
            refused(close, "rule:action-items-are-settled");
        } else if (status.equals("under-review") && relapses < 3) {
            // There is more to walk through before it is over.
            moves(new MajorIncidentCommand.Relapse("again"), Map.of("under-review", "active"), () -> {
                relapses++;
                minutes.forEach((audience, length) -> due.put(audience, start(audience, length)));
            });
        } else {
            moves(close, Map.of("under-review", "closed"), this::stop);
        }
    }

    private void role(Random random) {
        String role = ROLES.get(random.nextInt(ROLES.size()));
        PersonId person = anybody(random);
        if (random.nextInt(3) > 0) {
            RoleCommand.AssignRole assign = new RoleCommand.AssignRole(MajorRole.of(role), person);
            if (!OPEN.contains(status)) {
                refused(assign, "lifecycle.not-possible");
            } else if (person.equals(roles.get(role))) {
                refused(assign, "rule:role-changes-hands");
            } else {
                succeeds(assign);
                roles.put(role, person);
            }
            return;
        }
        RoleCommand.VacateRole vacate = new RoleCommand.VacateRole(MajorRole.of(role), "enough");
        if (!OPEN.contains(status)) {
            refused(vacate, "lifecycle.not-possible");
        } else if (role.equals("commander") && !status.equals("proposed")) {
            refused(vacate, "rule:a-commander-is-kept");
        } else if (!roles.containsKey(role)) {
            refused(vacate, "rule:role-is-held");
        } else {
            succeeds(vacate);
            roles.remove(role);
        }
    }

    private void plan(Random random) {
        Map<String, Integer> wanted = new HashMap<>();
        List<Audience> audiences = new ArrayList<>();
        for (String name : AUDIENCES) {
            if (random.nextInt(4) > 0) {
                int length = 5 + random.nextInt(60);
                wanted.put(name, length);
                audiences.add(Audience.of(name, "mail", Duration.ofMinutes(length)));
            }
        }
        CommunicationCommand.PlanCommunication plan = new CommunicationCommand.PlanCommunication(audiences);
        if (!Set.of("proposed", "active", "mitigated").contains(status)) {
            refused(plan, "lifecycle.not-possible");
            return;
        }
        succeeds(plan);
        boolean isRunning = !status.equals("proposed");
        Map<String, Instant> moved = new HashMap<>();
        wanted.forEach((name, length) -> {
            Instant before = due.get(name);
            if (before != null) {
                moved.put(name, before.plus(Duration.ofMinutes(length - minutes.getOrDefault(name, 0))));
            } else if (isRunning) {
                moved.put(name, start(name, length));
            }
        });
        minutes.clear();
        minutes.putAll(wanted);
        finished.retainAll(wanted.keySet());
        due.clear();
        due.putAll(moved);
        // A shorter cadence may let something have been due already: that is noted at once.
        pass(0);
    }

    private void inform(Random random) {
        String audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
        boolean last = random.nextBoolean();
        CommunicationCommand.Inform inform =
                new CommunicationCommand.Inform(audience, "so and so", Optional.empty(), last);
        if (!Set.of("active", "mitigated", "restored", "under-review").contains(status)) {
            refused(inform, "lifecycle.not-possible");
        } else if (!minutes.containsKey(audience)) {
            refused(inform, "rule:audience-is-planned");
        } else if (last && Set.of("active", "mitigated").contains(status)) {
            refused(inform, "rule:final-update-after-restoration");
        } else {
            succeeds(inform);
            updates++;
            Instant was = due.get(audience);
            late += was != null && !now().isBefore(was) ? 1 : 0;
            if (last) {
                due.remove(audience);
                finished.add(audience);
            } else if (was != null) {
                due.put(audience, now().plus(Duration.ofMinutes(minutes.getOrDefault(audience, 0))));
            }
        }
    }

    private void review(Random random) {
        int item = 1 + random.nextInt(itemsOpen.size() + 1);
        switch (random.nextInt(3)) {
            case 0 ->
                moves(
                        new ReviewCommand.RecordFindings("it broke", List.of("one disk"), List.of()),
                        Map.of("under-review", "under-review"),
                        () -> hasFindings = true);
            case 1 ->
                moves(
                        new ReviewCommand.AddActionItem("another", CARLA, LocalDate.of(2026, 4, 1)),
                        Map.of("under-review", "under-review"),
                        () -> itemsOpen.add(true));
            default -> {
                ReviewCommand.SettleActionItem settle = ReviewCommand.SettleActionItem.done(item, "");
                boolean isOpen = item <= itemsOpen.size() && itemsOpen.get(item - 1);
                if (status.equals("under-review") && !isOpen) {
                    refused(settle, "rule:action-item-is-open");
                } else {
                    moves(settle, Map.of("under-review", "under-review"), () -> itemsOpen.set(item - 1, false));
                }
            }
        }
    }

    private static PersonId anybody(Random random) {
        return List.of(BEN, CARLA, DORA).get(random.nextInt(3));
    }

    private Either<Rejection, Stored<MajorIncident>> submit(Command<MajorIncident> command) {
        return company.itsm.majorIncidents().submit(caller(DORA), leading.id, command);
    }

    private void succeeds(Command<MajorIncident> command) {
        Either<Rejection, Stored<MajorIncident>> outcome = submit(command);
        assertThat(outcome.isRight())
                .as("%s in %s gave %s", command, status, outcome)
                .isTrue();
    }

    private void refused(Command<MajorIncident> command, String code) {
        Either<Rejection, Stored<MajorIncident>> outcome = submit(command);
        assertThat(outcome.isLeft()).as("%s in %s succeeded", command, status).isTrue();
        assertThat(outcome.getLeft().has(code))
                .as("%s in %s gave %s", command, status, outcome)
                .isTrue();
    }

    private void assertAgrees() {
        MajorIncident major = leading.find().orElseThrow();
        assertThat(major.status().name()).isEqualTo(status);
        Map<String, PersonId> holders = new HashMap<>();
        major.roles().forEach(holder -> holders.put(holder.role().value(), holder.person()));
        assertThat(holders).isEqualTo(roles);
        Map<String, Instant> dues = new HashMap<>();
        Set<String> told = new HashSet<>();
        major.clocks().forEach(clock -> {
            clock.nextDue().ifPresent(instant -> dues.put(clock.audience().name(), instant));
            if (clock.isFinished()) {
                told.add(clock.audience().name());
            }
        });
        assertThat(dues).isEqualTo(due);
        assertThat(told).isEqualTo(finished);
        assertThat(major.updates()).isEqualTo(updates);
        assertThat(major.updatesLate()).isEqualTo(late);
        assertThat(major.relapses()).isEqualTo(relapses);
        List<String> noted = leading.journal().stream()
                .filter(entry -> entry.event() instanceof CommunicationEvent.Missed)
                .map(entry -> (CommunicationEvent.Missed) entry.event())
                .map(event -> event.audience() + " " + event.due())
                .toList();
        assertThat(noted).containsAll(missed);
        assertThat(new HashSet<>(noted)).as("only what was missed").isEqualTo(missed);
    }
}
