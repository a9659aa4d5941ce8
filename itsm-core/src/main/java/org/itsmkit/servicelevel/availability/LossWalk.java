package org.itsmkit.servicelevel.availability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * Walks through a period from edge to edge of agreed windows and outages, and sums up what is lost between. Takes {@code n log n} steps for
 * {@code n} edges, beside what it lists.
 */
final class LossWalk {

    /** Where something begins or ends. */
    private record Edge(long at, boolean begins, int outage) {

        static final int AGREED = -1;
    }

    private final List<Outage> outages;
    private final Load load;
    private final List<DownWindow> stretches = new ArrayList<>();
    private final Set<Integer> going = new LinkedHashSet<>();

    private int agreedWindows;
    private long agreed;
    private long down;
    private BigInteger lost = BigInteger.ZERO;

    // The stretch that is open, if one is.
    private final Set<Integer> members = new LinkedHashSet<>();
    private boolean isOpen;
    private long openedAt;
    private BigInteger lostBefore = BigInteger.ZERO;

    LossWalk(Window period, List<Window> agreedTime, Collection<Outage> outages, Load load) {
        this.outages = outages.stream()
                .sorted(Comparator.comparing(Outage::fromInclusive))
                .toList();
        this.load = load;
        walk(edges(period, agreedTime));
    }

    private List<Edge> edges(Window period, List<Window> agreedTime) {
        List<Edge> edges = new ArrayList<>();
        agreedTime.forEach(window -> add(edges, window, Edge.AGREED));
        for (int i = 0; i < outages.size(); i++) {
            int outage = i;
            outages.get(i).within(period).ifPresent(window -> add(edges, window, outage));
        }
        edges.sort(Comparator.comparingLong(Edge::at).thenComparingInt(Edge::outage));
        return edges;
    }

    /** What is shorter than a microsecond is nothing. */
    private static void add(List<Edge> edges, Window window, int outage) {
        long from = Micros.of(window.fromInclusive());
        long to = Micros.of(window.toExclusive());
        if (from < to) {
            edges.add(new Edge(from, true, outage));
            edges.add(new Edge(to, false, outage));
        }
    }

    private void walk(List<Edge> edges) {
        int next = 0;
        while (next < edges.size()) {
            long at = edges.get(next).at();
            List<Integer> begun = new ArrayList<>();
            for (; next < edges.size() && edges.get(next).at() == at; next++) {
                apply(edges.get(next), begun);
            }
            settle(at, begun);
            if (next < edges.size()) {
                pass(edges.get(next).at() - at);
            }
        }
    }

    private void apply(Edge edge, List<Integer> begun) {
        if (edge.outage() == Edge.AGREED) {
            agreedWindows += edge.begins() ? 1 : -1;
        } else if (edge.begins()) {
            going.add(edge.outage());
            begun.add(edge.outage());
            load.add(outages.get(edge.outage()));
        } else {
            going.remove(edge.outage());
            load.remove(outages.get(edge.outage()));
        }
    }

    /** Opens or closes a stretch, once all that happens at an instant has happened. */
    private void settle(long at, List<Integer> begun) {
        boolean isDown = agreedWindows > 0 && !going.isEmpty();
        if (isOpen && isDown) {
            members.addAll(begun);
        } else if (isDown) {
            members.addAll(going);
            openedAt = at;
            lostBefore = lost;
        } else if (isOpen) {
            stretches.add(new DownWindow(
                    new Window(Micros.toInstant(openedAt), Micros.toInstant(at)),
                    share(lost.subtract(lostBefore), at - openedAt),
                    members.stream().sorted().map(outages::get).toList()));
            members.clear();
        }
        isOpen = isDown;
    }

    private void pass(long micros) {
        if (agreedWindows > 0) {
            agreed += micros;
            down += going.isEmpty() ? 0 : micros;
            lost = lost.add(BigInteger.valueOf(load.lost()).multiply(BigInteger.valueOf(micros)));
        }
    }

    private Ratio share(BigInteger parts, long micros) {
        return new Ratio(parts, BigInteger.valueOf(load.whole()).multiply(BigInteger.valueOf(micros)));
    }

    long agreed() {
        return agreed;
    }

    long down() {
        return down;
    }

    /** What was not lost of the agreed time, of which there is some. */
    Ratio ratio() {
        return share(lost, agreed).complement();
    }

    List<DownWindow> downWindows() {
        return stretches;
    }

    /** How long windows are together, each from microsecond to microsecond. */
    static long micros(List<Window> windows) {
        long sum = 0;
        for (Window window : windows) {
            sum += Micros.of(window.toExclusive()) - Micros.of(window.fromInclusive());
        }
        return sum;
    }
}
