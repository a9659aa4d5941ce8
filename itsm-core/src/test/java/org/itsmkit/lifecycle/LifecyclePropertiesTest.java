package org.itsmkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.incident.IncidentLifecycle;

/** What holds for every table that somebody could write. jqwik prints the seed of a failure, and keeps it for the next run. */
class LifecyclePropertiesTest {

    private static final List<String> NAMES =
            List.of("new", "in-progress", "in.progress", "in_progress", "a:b", "a-b", "a_2d_b", "x1", "X1");
    private static final List<String> ACTIONS = List.of("go", "go-on", "re.open", "ns:close", "comment");

    /** Random tables: about half of them sound, the others with mistakes of every sort. */
    @Provide
    Arbitrary<LifecycleData> tables() {
        return Arbitraries.randomValue(LifecyclePropertiesTest::table);
    }

    /** Random tables that are sound. */
    @Provide
    Arbitrary<LifecycleData> soundTables() {
        return Arbitraries.randomValue(random -> {
            LifecycleData data = table(random);
            while (!isSound(data)) {
                data = table(random);
            }
            return data;
        });
    }

    private static LifecycleData table(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        int size = 1 + random.nextInt(6);
        List<LifecycleData.StatusRow> statuses = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Phase phase = i == size - 1 && random.nextInt(4) > 0
                    ? Phase.CLOSED
                    : Phase.values()[random.nextInt(Phase.values().length)];
            statuses.add(new LifecycleData.StatusRow(
                    names.get(i),
                    phase,
                    ValueChainActivity.values()[random.nextInt(ValueChainActivity.values().length)]));
        }
        List<LifecycleData.Row> rows = new ArrayList<>();
        Set<List<String>> taken = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (random.nextInt(8) > 0) {
                addRow(random, rows, taken, names.get(random.nextInt(i)), names.get(i));
            }
        }
        int more = random.nextInt(10);
        for (int i = 0; i < more; i++) {
            addRow(random, rows, taken, names.get(random.nextInt(size)), names.get(random.nextInt(size)));
        }
        if (random.nextInt(12) == 0 && !rows.isEmpty()) {
            rows.add(rows.get(random.nextInt(rows.size())));
        }
        if (random.nextInt(12) == 0) {
            statuses.add(statuses.get(random.nextInt(statuses.size())));
        }
        if (random.nextInt(12) == 0) {
            rows.add(row(names.get(0), "leave", "nowhere", random));
        }
        if (random.nextInt(12) == 0) {
            rows.add(row(names.get(0), "no name", names.get(0), random));
        }
        return new LifecycleData("lamp", random.nextInt(15) == 0 ? "nowhere" : names.get(0), statuses, rows);
    }

    private static void addRow(
            Random random, List<LifecycleData.Row> rows, Set<List<String>> taken, String from, String to) {
        String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        if (taken.add(List.of(from, action)) || random.nextInt(30) == 0) {
            rows.add(row(from, action, to, random));
        }
    }

    private static LifecycleData.Row row(String from, String action, String to, Random random) {
        return new LifecycleData.Row(
                from,
                action,
                to,
                random.nextInt(5) == 0 ? Set.of("vendor", "price") : Set.of(),
                random.nextInt(5) == 0 ? Set.of("assignee") : Set.of(),
                random.nextInt(5) == 0 ? Optional.of("order") : Optional.empty());
    }

    /** Sound or not, by matrices of booleans. */
    private static boolean isSound(LifecycleData data) {
        List<String> names =
                data.statuses().stream().map(LifecycleData.StatusRow::name).toList();
        int n = names.size();
        boolean namesAreKeys = names.stream().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"))
                && data.rows().stream().allMatch(row -> row.action().matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"));
        if (!namesAreKeys || new HashSet<>(names).size() < n || !names.contains(data.initial())) {
            return false;
        }
        boolean[][] way = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            way[i][i] = true;
        }
        Set<Map.Entry<String, String>> keys = new HashSet<>();
        for (LifecycleData.Row row : data.rows()) {
            if (!names.contains(row.from())
                    || !names.contains(row.to())
                    || !keys.add(Map.entry(row.from(), row.action()))) {
                return false;
            }
            way[names.indexOf(row.from())][names.indexOf(row.to())] = true;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    way[i][j] |= way[i][k] && way[k][j];
                }
            }
        }
        int initial = names.indexOf(data.initial());
        for (int i = 0; i < n; i++) {
            boolean ends = false;
            boolean goesOn = false;
            for (int j = 0; j < n; j++) {
                Phase phase = data.statuses().get(j).phase();
                ends |= way[i][j] && (phase == Phase.CLOSED || phase == Phase.CANCELLED);
                goesOn |= way[i][j] && phase != Phase.WAITING && phase != Phase.CANCELLED;
            }
            boolean waits = data.statuses().get(i).phase() == Phase.WAITING;
            if (!way[initial][i] || !ends || waits && !goesOn) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 3_000)
    void lintAcceptsExactlyWhatIsSound(@ForAll("tables") LifecycleData data) {
        boolean sound = isSound(data);
        Statistics.label("sound").collect(sound);

        assertThat(Lifecycle.lint(data).isEmpty())
                .as("findings %s", Lifecycle.lint(data))
                .isEqualTo(sound);
        if (sound) {
            assertThat(Lifecycle.of(data).toData()).isEqualTo(data);
        } else {
            assertThatThrownBy(() -> Lifecycle.of(data)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 500)
    void theTableSaysWhatTheDataSays(@ForAll("soundTables") LifecycleData data) {
        Lifecycle lifecycle = Lifecycle.of(data);
        Map<List<String>, LifecycleData.Row> rows = new HashMap<>();
        data.rows().forEach(row -> rows.put(List.of(row.from(), row.action()), row));

        assertThat(Lifecycle.of(lifecycle.toData())).isEqualTo(lifecycle).hasSameHashCodeAs(lifecycle);
        assertThat(lifecycle.edit().build()).isEqualTo(lifecycle);
        for (Status from : lifecycle.statuses()) {
            for (String action : ACTIONS) {
                Optional<LifecycleData.Row> row = Optional.ofNullable(rows.get(List.of(from.name(), action)));
                Optional<Transition> transition = lifecycle.transition(from, Action.of(action));
                assertThat(transition.map(t -> t.to().name())).isEqualTo(row.map(LifecycleData.Row::to));
                assertThat(transition.map(Transition::requires)).isEqualTo(row.map(LifecycleData.Row::requires));
                assertThat(transition.map(Transition::changes)).isEqualTo(row.map(LifecycleData.Row::changes));
                assertThat(transition.map(Transition::permission)).isEqualTo(row.map(LifecycleData.Row::permission));
            }
        }
    }

    @Property(tries = 500)
    void aComparisonIsTheDifferenceOfSets(
            @ForAll("soundTables") LifecycleData a, @ForAll("soundTables") LifecycleData b) {
        LifecycleComparison comparison = Lifecycle.of(a).compareTo(Lifecycle.of(b));
        Map<String, LifecycleData.StatusRow> as = new TreeMap<>();
        Map<String, LifecycleData.StatusRow> bs = new TreeMap<>();
        a.statuses().forEach(status -> as.put(status.name(), status));
        b.statuses().forEach(status -> bs.put(status.name(), status));
        Map<List<String>, LifecycleData.Row> ar = new HashMap<>();
        Map<List<String>, LifecycleData.Row> br = new HashMap<>();
        a.rows().forEach(row -> ar.put(List.of(row.from(), row.action()), row));
        b.rows().forEach(row -> br.put(List.of(row.from(), row.action()), row));

        assertThat(comparison.addedStatuses()).isEqualTo(minus(bs.keySet(), as.keySet()));
        assertThat(comparison.removedStatuses()).isEqualTo(minus(as.keySet(), bs.keySet()));
        Set<String> changed = new TreeSet<>();
        bs.forEach((name, status) -> {
            if (as.containsKey(name) && !as.get(name).equals(status)) {
                changed.add(name);
            }
        });
        assertThat(comparison.changedStatuses()).isEqualTo(changed);
        assertThat(comparison.addedRows())
                .containsExactlyInAnyOrderElementsOf(values(br, minus(br.keySet(), ar.keySet())));
        assertThat(comparison.removedRows())
                .containsExactlyInAnyOrderElementsOf(values(ar, minus(ar.keySet(), br.keySet())));
        List<LifecycleData.Row> changedRows = new ArrayList<>();
        br.forEach((key, row) -> {
            if (ar.containsKey(key) && !ar.get(key).equals(row)) {
                changedRows.add(row);
            }
        });
        assertThat(comparison.changedRows()).containsExactlyInAnyOrderElementsOf(changedRows);
        boolean same = as.equals(bs) && ar.equals(br) && a.initial().equals(b.initial());
        assertThat(comparison.isEmpty()).isEqualTo(same);

        Map<String, Long> live = new HashMap<>();
        NAMES.forEach(name -> live.put(name, (long) name.length() % 3));
        Map<String, Long> stranded = new HashMap<>();
        live.forEach((name, count) -> {
            if (count > 0 && as.containsKey(name) && !bs.containsKey(name)) {
                stranded.put(name, count);
            }
        });
        assertThat(comparison.stranded(live)).isEqualTo(stranded);
    }

    private static <T> Set<T> minus(Set<T> some, Set<T> others) {
        Set<T> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static <K, V> List<V> values(Map<K, V> map, Set<K> keys) {
        return keys.stream().map(map::get).toList();
    }

    @Property(tries = 500)
    void aDrawingSaysWhatTheTableSays(@ForAll("soundTables") LifecycleData data) {
        assertDrawn(Lifecycle.of(data));
    }

    @Example
    void theDrawingsOfTheRoomsSayWhatTheirTablesSay() {
        assertDrawn(IncidentLifecycle.standard());
        assertDrawn(ChangeLifecycle.standard());
    }

    /** What a drawing shows: where it begins, which statuses there are, which of them are ends, what leads where. */
    private record Picture(String initial, Set<String> statuses, Set<String> ends, Set<List<String>> moves) {}

    private static void assertDrawn(Lifecycle lifecycle) {
        LifecycleData data = lifecycle.toData();
        Set<List<String>> moves = new HashSet<>();
        Set<String> ends = new HashSet<>();
        data.statuses().forEach(status -> ends.add(status.name()));
        for (LifecycleData.Row row : data.rows()) {
            if (!row.from().equals(row.to())) {
                moves.add(List.of(row.from(), row.action(), row.to()));
                ends.remove(row.from());
            }
        }
        Set<String> statuses = new HashSet<>();
        data.statuses().forEach(status -> statuses.add(status.name()));
        Picture expected = new Picture(data.initial(), statuses, ends, moves);

        assertThat(fromMermaid(lifecycle.toMermaid())).isEqualTo(expected);
        assertThat(fromDot(lifecycle.toDot())).isEqualTo(expected);
    }

    private static Picture fromMermaid(String text) {
        assertThat(text).startsWith("stateDiagram-v2\n").endsWith("\n");
        Pattern state = Pattern.compile("    state \"([^\"]+)\" as (\\w+)");
        Pattern begin = Pattern.compile("    \\[\\*\\] --> (\\w+)");
        Pattern end = Pattern.compile("    (\\w+) --> \\[\\*\\]");
        Pattern arrow = Pattern.compile("    (\\w+) --> (\\w+) : ([^;\n]+)");
        Map<String, String> names = new HashMap<>();
        List<String> initial = new ArrayList<>();
        Set<String> ends = new HashSet<>();
        Set<List<String>> moves = new HashSet<>();
        for (String line : text.lines().skip(1).toList()) {
            Matcher m;
            if ((m = state.matcher(line)).matches()) {
                assertThat(names.put(m.group(2), m.group(1)))
                        .as("two of %s", m.group(2))
                        .isNull();
            } else if ((m = begin.matcher(line)).matches()) {
                initial.add(m.group(1));
            } else if ((m = end.matcher(line)).matches()) {
                ends.add(m.group(1));
            } else if ((m = arrow.matcher(line)).matches()) {
                for (String action : m.group(3).split(", ")) {
                    assertThat(moves.add(List.of(names.get(m.group(1)), action, names.get(m.group(2)))))
                            .as("drawn twice: %s", line)
                            .isTrue();
                }
            } else {
                throw new AssertionError("not understood: " + line);
            }
        }
        assertThat(initial).hasSize(1);
        Set<String> endNames = new HashSet<>();
        ends.forEach(id -> endNames.add(names.get(id)));
        return new Picture(names.get(initial.get(0)), new HashSet<>(names.values()), endNames, moves);
    }

    private static Picture fromDot(String text) {
        assertThat(text).startsWith("digraph \"").endsWith("}\n");
        Pattern node = Pattern.compile("    \"([^\"]+)\" \\[shape=(\\w+), tooltip=\"\\w+\"\\];");
        Pattern begin = Pattern.compile("    start -> \"([^\"]+)\";");
        Pattern arrow = Pattern.compile("    \"([^\"]+)\" -> \"([^\"]+)\" \\[label=\"([^\"]+)\"\\];");
        List<String> initial = new ArrayList<>();
        Set<String> statuses = new HashSet<>();
        Set<String> ends = new HashSet<>();
        Set<List<String>> moves = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(1, lines.size() - 1)) {
            Matcher m;
            if ((m = node.matcher(line)).matches()) {
                assertThat(statuses.add(m.group(1))).isTrue();
                if (m.group(2).equals("doublecircle")) {
                    ends.add(m.group(1));
                }
            } else if ((m = begin.matcher(line)).matches()) {
                initial.add(m.group(1));
            } else if ((m = arrow.matcher(line)).matches()) {
                for (String action : m.group(3).split(", ")) {
                    moves.add(List.of(m.group(1), action, m.group(2)));
                }
            } else {
                assertThat(line).isIn("    rankdir=LR;", "    start [shape=point];");
            }
        }
        assertThat(initial).hasSize(1);
        return new Picture(initial.get(0), statuses, ends, moves);
    }
}
