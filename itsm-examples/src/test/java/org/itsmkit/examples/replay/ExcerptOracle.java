package org.itsmkit.examples.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives from a log what the report on it must say. Shares nothing with the kit, nor with the replay: splits the lines itself, and
 * knows on its own account which steps from state to state an incident's lifecycle has.
 */
final class ExcerptOracle {

    static final Path EXCERPT = Path.of("data", "incident-event-log-excerpt.csv");

    private static final List<String> STATES = List.of(
            "New",
            "Active",
            "Awaiting User Info",
            "Awaiting Problem",
            "Awaiting Vendor",
            "Awaiting Evidence",
            "Resolved",
            "Closed");

    final Map<String, List<Row>> incidents = new LinkedHashMap<>();
    final Map<String, Long> transitions = new TreeMap<>();
    final Map<String, Long> refused = new TreeMap<>();
    final Map<String, Long> minutesInState = new TreeMap<>();
    final List<Double> resolutionHours = new ArrayList<>();
    final List<Integer> linesInUnknownStates = new ArrayList<>();
    long rows;
    long reopened;
    long reassignments;
    long priorityMismatches;
    long timeWentBack;
    long journalEntries;

    /** A row, by the names of its columns. */
    record Row(int line, Map<String, String> cells, LocalDateTime at, LocalDateTime latest) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean has(String column) {
            return !get(column).equals("?");
        }

        boolean differs(Row other, String... columns) {
            return Arrays.stream(columns).anyMatch(c -> !get(c).equals(other.get(c)));
        }
    }

    ExcerptOracle(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] header = lines.get(0).split(",", -1);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            Map<String, String> byName = new LinkedHashMap<>();
            for (int c = 0; c < header.length; c++) {
                byName.put(header[c], cells[c]);
            }
            LocalDateTime at = time(cells[Arrays.asList(header).indexOf("sys_updated_at")]);
            incidents.computeIfAbsent(cells[0], n -> new ArrayList<>()).add(new Row(i + 1, byName, at, at));
        }
        for (List<Row> incident : incidents.values()) {
            incident.sort(Comparator.comparingInt(r -> Integer.parseInt(r.get("sys_mod_count"))));
            LocalDateTime latest = LocalDateTime.MIN;
            for (int i = 0; i < incident.size(); i++) {
                Row row = incident.get(i);
                latest = row.at().isBefore(latest) ? latest : row.at();
                incident.set(i, new Row(row.line(), row.cells(), row.at(), latest));
            }
            derive(incident);
        }
        Collections.sort(linesInUnknownStates);
    }

    static LocalDateTime time(String text) {
        String[] parts = text.split("[/ :]");
        int[] n = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        return LocalDateTime.of(n[2], n[1], n[0], n[3], n[4]);
    }

    private void derive(List<Row> incident) {
        LocalDateTime resolved = null;
        String known = "New";
        Row before = null;
        journalEntries++; // logged
        for (String column : List.of("problem_id", "rfc", "caused_by", "cmdb_ci")) {
            journalEntries += naming(incident, column);
        }
        for (Row row : incident) {
            rows++;
            journalEntries++; // fields set
            String state = row.get("incident_state");
            boolean isKnown = STATES.contains(state);
            if (!isKnown) {
                linesInUnknownStates.add(row.line());
            }
            if (row.at().isBefore(row.latest())) {
                timeWentBack++;
            }
            if (!priority(row).equals(row.get("priority").substring(0, 1))) {
                priorityMismatches++;
            }
            if (before == null) {
                journalEntries += row.has("assignment_group") || row.has("assigned_to") ? 1 : 0;
            } else {
                compare(before, row, known, isKnown);
            }
            if (isKnown && !state.equals(known)) {
                journalEntries++; // moved, held, resolved, reopened or migrated
                resolved = state.equals("Resolved") ? row.latest() : state.equals("Closed") ? resolved : null;
                known = state;
            }
            before = row;
        }
        if (resolved != null) {
            LocalDateTime opened = time(incident.get(0).get("opened_at"));
            LocalDateTime first = incident.get(0).at();
            resolutionHours.add(Duration.between(opened.isBefore(first) ? opened : first, resolved)
                            .toMinutes()
                    / 60.0);
        }
    }

    /**
     * How many entries it takes to follow a column that names something: of a link that moves, one goes and one comes; configuration items
     * are all named anew in one.
     */
    private static long naming(List<Row> incident, String column) {
        long entries = 0;
        String before = "?";
        for (Row row : incident) {
            String now = row.get(column);
            if (!now.equals(before)) {
                boolean isMove = !now.equals("?") && !before.equals("?") && !column.equals("cmdb_ci");
                entries += isMove ? 2 : 1;
            }
            before = now;
        }
        return entries;
    }

    /** The different names in these columns. */
    Set<String> names(String... columns) {
        Set<String> names = new TreeSet<>();
        incidents
                .values()
                .forEach(incident -> incident.forEach(row -> names.addAll(
                        Arrays.stream(columns).filter(row::has).map(row::get).toList())));
        return names;
    }

    /** How many incidents ever name something in this column. */
    long naming(String column) {
        return incidents.values().stream()
                .filter(incident -> incident.stream().anyMatch(row -> row.has(column)))
                .count();
    }

    /** How many incidents name something in this column by their last row. */
    long namingAtEnd(String column) {
        return incidents.values().stream()
                .filter(incident -> incident.get(incident.size() - 1).has(column))
                .count();
    }

    private void compare(Row before, Row row, String known, boolean isKnown) {
        String from = before.get("incident_state");
        String to = row.get("incident_state");
        minutesInState.merge(
                from, Duration.between(before.latest(), row.latest()).toMinutes(), Long::sum);
        if (!from.equals(to)) {
            transitions.merge(from + ">" + to, 1L, Long::sum);
            boolean wasDone = from.equals("Resolved") || from.equals("Closed");
            reopened += wasDone && !to.equals("Resolved") && !to.equals("Closed") ? 1 : 0;
        }
        if (isKnown && !to.equals(known) && !isPossible(known, to)) {
            refused.merge(from + ">" + to, 1L, Long::sum);
        }
        boolean groupLeft = before.has("assignment_group") && row.differs(before, "assignment_group");
        boolean personLeft = before.has("assigned_to") && row.differs(before, "assigned_to");
        reassignments += groupLeft || personLeft ? 1 : 0;
        journalEntries += row.differs(before, "assignment_group", "assigned_to") ? 1 : 0;
        journalEntries += row.differs(before, "impact", "urgency") ? 1 : 0;
        journalEntries += row.differs(before, "category", "subcategory") ? 1 : 0;
    }

    private static boolean isPossible(String from, String to) {
        boolean waits = from.startsWith("Awaiting");
        boolean isOpen = waits || from.equals("New") || from.equals("Active");
        return switch (to) {
            case "New" -> false;
            case "Active" -> !from.equals("Closed");
            case "Resolved" -> isOpen;
            case "Closed" -> from.equals("Resolved");
            default -> isOpen;
        };
    }

    /** By the standard matrix of three by three: what both give together. */
    private static String priority(Row row) {
        int impact = row.get("impact").charAt(0) - '0';
        int urgency = row.get("urgency").charAt(0) - '0';
        return Integer.toString(Math.min(impact + urgency - 1, 4));
    }

    long stateChanges() {
        return transitions.values().stream().mapToLong(Long::longValue).sum();
    }

    double mean() {
        return resolutionHours.stream().mapToDouble(d -> d).sum() / resolutionHours.size();
    }

    double quantile(double p) {
        double[] sorted = resolutionHours.stream().mapToDouble(d -> d).sorted().toArray();
        double place = (sorted.length - 1) * p;
        double low = sorted[(int) Math.floor(place)];
        double high = sorted[(int) Math.ceil(place)];
        return low + (high - low) * (place - Math.floor(place));
    }
}
