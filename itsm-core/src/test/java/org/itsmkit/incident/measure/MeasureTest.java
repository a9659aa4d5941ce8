package org.itsmkit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.NaiveStatistics;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.TicketCommand;

/** Measures against a count of seconds, one by one. */
class MeasureTest {

    /** Looks at each second: does it lie between both, and did the incident wait in it? */
    private static Optional<long[]> counted(Incident incident, Milestone from, Milestone to) {
        Optional<Instant> begin = incident.reached(from);
        Optional<Instant> end = incident.reached(to);
        if (begin.isEmpty() || end.isEmpty() || end.get().isBefore(begin.get())) {
            return Optional.empty();
        }
        long elapsed = 0;
        long net = 0;
        for (int second = 0; second < 2 * RandomIncidents.SECONDS; second++) {
            Instant at = RandomIncidents.second(second);
            if (!at.isBefore(begin.get()) && at.isBefore(end.get())) {
                elapsed++;
                net += waitsAt(incident, at) ? 0 : 1;
            }
        }
        return Optional.of(new long[] {elapsed, net});
    }

    private static boolean waitsAt(Incident incident, Instant at) {
        Optional<Stretch> present = Optional.empty();
        for (Stretch stretch : incident.ticket().timeline()) {
            if (!stretch.from().isAfter(at)) {
                present = Optional.of(stretch);
            }
        }
        return present.map(stretch -> stretch.status().phase() == Phase.WAITING).orElse(false);
    }

    @Property(tries = 1_000)
    void everyMeasureIsWhatIsCountedSecondBySecond(@ForAll @LongRange(max = 1L << 40) long seed) {
        Incident incident = new RandomIncidents(seed).next();
        for (Milestone from : Milestone.values()) {
            for (Milestone to : Milestone.values()) {
                if (from != to) {
                    Measure measure = new Measure("any", from, to);
                    Optional<long[]> expected = counted(incident, from, to);
                    assertThat(measure.elapsed(incident)).isEqualTo(expected.map(e -> Duration.ofSeconds(e[0])));
                    assertThat(measure.net(incident)).isEqualTo(expected.map(e -> Duration.ofSeconds(e[1])));
                }
            }
        }
    }

    @Property(tries = 1_000)
    void stagesFollowEachOtherWithoutGaps(@ForAll @LongRange(max = 1L << 40) long seed) {
        Incident incident = new RandomIncidents(seed).next();
        List<Stage> stages = Stage.of(incident);
        Milestone at = Milestone.DETECTED;
        Duration sum = Duration.ZERO;
        for (Stage stage : stages) {
            assertThat(stage.from()).isEqualTo(at);
            assertThat(Optional.of(
                            new long[] {stage.elapsed().toSeconds(), stage.net().toSeconds()}))
                    .usingRecursiveComparison()
                    .isEqualTo(counted(incident, stage.from(), stage.to()));
            at = stage.to();
            sum = sum.plus(stage.elapsed());
        }
        Instant end = incident.reached(at).orElseThrow();
        assertThat(sum).isEqualTo(Duration.between(incident.detectedAt(), end));
    }

    @Property(tries = 200)
    void manyAreMeasuredAsEachIs(@ForAll @LongRange(max = 1L << 40) long seed) {
        RandomIncidents incidents = new RandomIncidents(seed);
        List<Incident> many = IntStream.range(0, (int) (seed % 40))
                .mapToObj(i -> incidents.next())
                .toList();
        IncidentMeasures measured = IncidentMeasures.of(many.stream(), Measure.standard());
        assertThat(measured.all().keySet()).containsExactlyElementsOf(Measure.standard());
        for (Measure measure : Measure.standard()) {
            List<Long> elapsed = new ArrayList<>();
            List<Long> net = new ArrayList<>();
            for (Incident incident : many) {
                counted(incident, measure.from(), measure.to()).ifPresent(both -> {
                    elapsed.add(both[0]);
                    net.add(both[1]);
                });
            }
            NaiveStatistics.assertSame(measured.of(measure).elapsed(), elapsed);
            NaiveStatistics.assertSame(measured.of(measure).net(), net);
        }
    }

    @Example
    void anIncidentByHand() {
        Company company = Company.open();
        RecordId id = company.log().id();
        company.aMinuteLater();
        company.does(id, new TicketCommand.Start<>());
        company.aMinuteLater();
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        company.aMinuteLater();
        company.aMinuteLater();
        company.does(id, new TicketCommand.Resume<>());
        company.aMinuteLater();
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        company.aMinuteLater();
        company.does(id, new IncidentTimelineCommand.RecordRestoration());
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable"));
        Incident incident = company.now(id).record();

        assertThat(Measure.TIME_TO_ACKNOWLEDGE.elapsed(incident)).contains(Duration.ofMinutes(1));
        assertThat(Measure.TIME_TO_DIAGNOSE.elapsed(incident)).contains(Duration.ofMinutes(5));
        assertThat(Measure.TIME_TO_DIAGNOSE.net(incident)).contains(Duration.ofMinutes(3));
        assertThat(Measure.TIME_TO_REPAIR.elapsed(incident)).isEmpty();
        assertThat(Stage.of(incident))
                .containsExactly(
                        new Stage(
                                Milestone.DETECTED, Milestone.DIAGNOSED, Duration.ofMinutes(5), Duration.ofMinutes(3)),
                        new Stage(
                                Milestone.DIAGNOSED, Milestone.RESTORED, Duration.ofMinutes(1), Duration.ofMinutes(1)),
                        new Stage(Milestone.RESTORED, Milestone.RESOLVED, Duration.ZERO, Duration.ZERO));
    }

    @Example
    void whatWasNotAskedForIsNotAnswered() {
        IncidentMeasures none = IncidentMeasures.of(Stream.empty(), List.of(Measure.TIME_TO_RESOLVE));
        assertThat(none.of(Measure.TIME_TO_RESOLVE).elapsed().cases()).isZero();
        assertThat(none.of(Measure.TIME_TO_RESOLVE).elapsed().median()).isEmpty();
        assertThatThrownBy(() -> none.of(Measure.TIME_TO_REPAIR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure("none", Milestone.LOGGED, Milestone.LOGGED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
