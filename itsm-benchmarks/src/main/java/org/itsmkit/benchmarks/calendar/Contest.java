package org.itsmkit.benchmarks.calendar;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.itsmkit.benchmarks.Paired;
import org.itsmkit.calendar.CompiledCalendar;
import org.openjdk.jmh.infra.Blackhole;

/** Who is compared, on one calendar. Answers are taken from them as JMH does, so that nobody saves the making of them. */
final class Contest {

    private final String name;
    private final Week week;
    private final CompiledCalendar kit;
    private final LimitCalendar limit;
    private final Blackhole seen = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    Contest(String name, Week week) {
        this.name = name;
        this.week = week;
        this.kit = week.calendar().compile();
        this.limit = new LimitCalendar(week.windows());
    }

    String name() {
        return name;
    }

    Map<String, Paired.Work> kitAndLimit(int days) {
        Questions asked = Questions.spanning(days, limit, days);
        kit.openTimeBetween(Instant.parse("2014-01-10T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z"));
        Map<String, Paired.Work> works = new LinkedHashMap<>();
        works.put("kit elapsed", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(kit.openTimeBetween(asked.from()[n], asked.to()[n]));
            }
        });
        works.put("limit elapsed", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(limit.elapsed(asked.from()[n], asked.to()[n]));
            }
        });
        works.put("kit deadline", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(kit.add(asked.from()[n], asked.amount()[n]));
            }
        });
        works.put("limit deadline", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(limit.deadline(asked.from()[n], asked.amount()[n]));
            }
        });
        return works;
    }

    Map<String, Paired.Work> kitAndPeers(int days) {
        Questions asked = Questions.spanning(days, limit, 7);
        NaiveCalendar naive = new NaiveCalendar(week);
        MpxjCalendar mpxj = new MpxjCalendar(week);
        JbpmCalendar jbpm = new JbpmCalendar(week);
        StrataCalendar strata = new StrataCalendar(week);
        Map<String, Paired.Work> works = new LinkedHashMap<>(kitAndLimit(days));
        works.put("naive elapsed", each(n -> naive.elapsed(asked.from()[n], asked.to()[n])));
        works.put("naive deadline", each(n -> naive.deadline(asked.from()[n], asked.amount()[n])));
        works.put("mpxj elapsed", each(n -> mpxj.elapsed(asked.from()[n], asked.to()[n])));
        works.put("mpxj deadline", each(n -> mpxj.deadline(asked.from()[n], asked.amount()[n])));
        works.put("jbpm deadline", each(n -> jbpm.deadline(asked.from()[n], asked.amount()[n])));
        works.put("strata elapsed", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(strata.elapsed(asked.from()[n], asked.to()[n]));
            }
        });
        works.put("strata deadline", times -> {
            for (int i = 0; i < times; i++) {
                int n = i & Questions.MASK;
                seen.consume(strata.deadline(asked.from()[n], asked.amount()[n]));
            }
        });
        return works;
    }

    /** For those of whom a call more is nothing. Each goes on where it stopped, so that no question comes again soon. */
    private Paired.Work each(IntFunction<Object> answer) {
        int[] next = {0};
        return times -> {
            for (int i = 0; i < times; i++) {
                int n = next[0]++ & Questions.MASK;
                seen.consume(answer.apply(n));
            }
        };
    }
}
