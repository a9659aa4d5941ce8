package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.schedule.ChangeCalendar;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.engine.Erasure;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.Test;

/** What is planned, read from records, and what is measured of them. */
class ForwardScheduleTest {

    private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");
    private static final Window MONTH = new Window(MONDAY, MONDAY.plus(Duration.ofDays(28)));
    private static final SchedulingRules RULES = SchedulingRules.builder().build();

    private final Company company = Company.open();
    private final ForwardSchedule schedule = new ForwardSchedule(company.itsm.changes(), RULES);

    private RecordId plan(Instant begin, Duration length, String item) {
        Window window = new Window(begin, begin.plus(length));
        return done(company.itsm
                        .changes()
                        .submit(
                                caller(BEN),
                                ChangeCommand.draft()
                                        .draft(TicketDraft.builder()
                                                .title("Change " + item)
                                                .service(MAIL)
                                                .build())
                                        .plans(Plans.of("Do it"))
                                        .slot(Slot.of(window))
                                        .affected(new Affected(Set.of(AffectedItem.of(item)), Set.of()))
                                        .build()))
                .id();
    }

    @Test
    void itAnswersAsACalendarOfAllThatIsPlannedDoes() {
        Seeds.each(1, this::answersAlike);
    }

    private void answersAlike(Random random) {
        List<RecordId> ids = new ArrayList<>();
        List<PlannedChange> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant begin = MONDAY.plus(Duration.ofHours(random.nextInt(28 * 24)));
            RecordId id = plan(begin, Duration.ofHours(1 + random.nextInt(30)), "server-" + random.nextInt(8));
            if (random.nextInt(10) == 0) {
                company.changes(DORA, id, new TicketCommand.Cancel<>("no money"));
            } else if (random.nextInt(10) == 0) {
                company.changes(DORA, id, new ChangeCommand.Authorise("go"));
                company.changes(BEN, id, new ChangeCommand.Implement("early"));
            } else {
                all.add(company.changeNow(id)
                        .record()
                        .planned(Company.change(id))
                        .orElseThrow());
            }
            ids.add(id);
        }
        ChangeCalendar oracle = ChangeCalendar.of(RULES, all);

        assertThat(schedule.calendar(caller(DORA), new Window(MONDAY, MONDAY.plus(Duration.ofDays(60)))))
                .isEqualTo(oracle);
        int collisions = 0;
        for (PlannedChange change : all) {
            RecordId id = change.reference().id();
            List<Collision> found = schedule.collisions(caller(DORA), id);
            collisions += found.size();
            assertThat(found).isEqualTo(oracle.collisions(change));
            assertThat(schedule.freeSlots(caller(DORA), id, MONTH, 3)).isEqualTo(oracle.freeSlots(change, MONTH, 3));
        }
        assertThat(collisions).isPositive();
        assertThat(schedule.projectedOutages(caller(DORA), MONTH)).isEqualTo(oracle.projectedOutages(MONTH));
    }

    @Test
    void whatWasErasedIsStillInTheWay() {
        RecordId first = plan(MONDAY, Duration.ofHours(4), "server-1");
        RecordId second = plan(MONDAY.plus(Duration.ofHours(2)), Duration.ofHours(4), "server-1");
        done(company.itsm
                .protection()
                .erase(caller(DORA), Company.change(first), Erasure.personal(Changes.KIND), "asked for"));
        assertThat(schedule.collisions(caller(DORA), second)).isNotEmpty();
    }

    @Test
    void whatHasNoTimeIsInNobodysWay() {
        RecordId id = company.draft().id();
        assertThat(schedule.collisions(caller(DORA), id)).isEmpty();
        assertThat(schedule.freeSlots(caller(DORA), id, MONTH, 3)).isEmpty();
    }

    @Test
    void theRecordsSayWhatIsMeasured() {
        Company strict = Changing.company(Changing.strict(ChangeType.NORMAL), Changing.strict(ChangeType.EMERGENCY));
        List<Changing> all = List.of(
                Changing.in(strict, ChangeType.NORMAL, "closed"),
                Changing.in(strict, ChangeType.NORMAL, "cancelled"),
                Changing.in(strict, ChangeType.EMERGENCY, "closed"),
                Changing.in(strict, ChangeType.NORMAL, "rejected"));
        Changing failed = Changing.in(strict, ChangeType.NORMAL, "implementing");
        failed.does(BEN, new ChangeCommand.Implement(ChangeOutcome.FAILED, "it is gone"));
        List<MeasuredChange> measured = new ArrayList<>();
        all.forEach(one -> measured.add(one.now().measured(Company.change(one.id))));
        measured.add(failed.now().measured(Company.change(failed.id)));

        assertThat(measured).extracting(MeasuredChange::authorised).containsExactly(true, true, false, true, true);
        assertThat(measured.get(0).requestedAt()).isPresent();
        assertThat(measured.get(0).decidedAt()).isPresent();
        assertThat(measured.get(1).cancelled()).isTrue();
        assertThat(measured.get(3).endedAt()).isEmpty();
        ChangeMeasures measures = ChangeMeasures.of(
                new Window(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
                measured.stream(),
                Stream.of());
        assertThat(String.join(" ", measures.sentences())).contains("1 of 3");
    }
}
