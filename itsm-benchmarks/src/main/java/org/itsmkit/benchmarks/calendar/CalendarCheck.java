package org.itsmkit.benchmarks.calendar;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.benchmarks.Goal;
import org.itsmkit.calendar.CompiledCalendar;

/**
 * Is it right? A million answers are compared with those of the quickest calendar, which is made by {@code java.time} alone, and that one
 * with the loop over days, which is too slow for a million. What is asked of peers is compared too, and told.
 */
final class CalendarCheck {

    private static final int CASES = 1_000_000;
    private static final int LOOPED = 4_000;

    private final PrintStream log;
    private final Random random = new Random(20_261_121);

    CalendarCheck(PrintStream log) {
        this.log = log;
    }

    List<Goal> goals() {
        int wrong = 0;
        List<Week> weeks = List.of(Week.office(), Week.split(), Week.nights(), Week.always());
        for (Week week : weeks) {
            wrong += wrong(week, CASES / weeks.size());
        }
        log.printf(Locale.ROOT, "# %,d random cases against the oracle, wrong: %d%n", CASES, wrong);
        peers();
        return List.of(Goal.atMost("wrong-of-a-million", wrong, 0));
    }

    private Instant somewhere(int years) {
        return Instant.ofEpochSecond(
                1_420_070_400L + (long) (random.nextDouble() * years * 31_557_600), random.nextInt(1_000_000) * 1_000);
    }

    private int wrong(Week week, int cases) {
        CompiledCalendar kit = week.calendar().compile();
        LimitCalendar oracle = new LimitCalendar(week.windows());
        NaiveCalendar loop = new NaiveCalendar(week);
        int wrong = 0;
        for (int i = 0; i < cases; i++) {
            Instant from = somewhere(14);
            Instant to = from.plusSeconds(random.nextInt(random.nextBoolean() ? 5 * 31_557_600 : 1_000_000));
            Duration open = oracle.elapsed(from, to);
            Duration amount = open.isZero() ? Duration.ofHours(1) : open;
            Instant due = oracle.deadline(from, amount);
            boolean right = kit.openTimeBetween(from, to).equals(open)
                    && kit.add(from, amount).equals(Optional.of(due))
                    && kit.openTimeBetween(from, due).equals(amount);
            if (i < LOOPED) {
                right &= loop.elapsed(from, to).equals(open)
                        && loop.deadline(from, amount).equals(due);
            }
            wrong += right ? 0 : 1;
        }
        return wrong;
    }

    private void peers() {
        Week week = Week.office();
        LimitCalendar oracle = new LimitCalendar(week.windows());
        Questions asked = Questions.spanning(365, oracle, 7);
        MpxjCalendar mpxj = new MpxjCalendar(week);
        JbpmCalendar jbpm = new JbpmCalendar(week);
        StrataCalendar strata = new StrataCalendar(week);
        int[] wrong = new int[5];
        for (int i = 0; i < Questions.COUNT; i++) {
            Instant from = asked.from()[i];
            Instant to = asked.to()[i];
            Duration amount = asked.amount()[i];
            Duration open = oracle.elapsed(from, to);
            Instant due = oracle.deadline(from, amount);
            wrong[0] += mpxj.elapsed(from, to).equals(open) ? 0 : 1;
            wrong[1] += mpxj.deadline(from, amount).equals(due) ? 0 : 1;
            wrong[2] += strata.elapsed(from, to).equals(open) ? 0 : 1;
            wrong[3] += strata.deadline(from, amount).equals(due) ? 0 : 1;
            // at closing time it goes on to the next opening: an hour's sum apart, that is no mistake
            wrong[4] += oracle.elapsed(due, jbpm.deadline(from, amount)).isZero() ? 0 : 1;
        }
        log.printf(
                Locale.ROOT,
                "# of %,d answers of peers, other than ours: mpxj %d elapsed, %d deadline; strata %d elapsed, %d deadline; jbpm %d deadline%n",
                Questions.COUNT,
                wrong[0],
                wrong[1],
                wrong[2],
                wrong[3],
                wrong[4]);
    }
}
