package org.itsmkit.servicelevel.availability;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * Random outages, hours and maintenance with edges at whole minutes, and what they mean, said without haste: asked minute by minute of each of
 * them.
 */
final class Minutes {

    static final long MICROS = 60_000_000;

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
    private static final OutageCause[] CAUSES = {OutageCause.PROVIDER, OutageCause.CUSTOMER, OutageCause.SUPPLIER};

    final int length;
    final List<Window> hours;
    final List<Window> maintenance;
    final List<Outage> outages = new ArrayList<>();

    Minutes(Random random, int length) {
        this.length = length;
        hours = windows(random, 1 + random.nextInt(5), length);
        maintenance = windows(random, random.nextInt(3), length / 4);
        for (int i = random.nextInt(9); i > 0; i--) {
            outages.add(outage(random, "INC" + i));
        }
    }

    static Instant at(int minute) {
        return ZERO.plusSeconds(minute * 60L);
    }

    static Window window(int from, int to) {
        return new Window(at(from), at(to));
    }

    private List<Window> windows(Random random, int count, int longest) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(length);
            windows.add(window(from, from + 1 + random.nextInt(longest)));
        }
        return windows;
    }

    private Outage outage(Random random, String reference) {
        int from = random.nextInt(length);
        OutageCause cause = CAUSES[random.nextInt(CAUSES.length)];
        Outage outage = random.nextInt(6) == 0
                ? Outage.ongoing(reference, at(from), cause)
                : Outage.of(reference, at(from), at(from + 1 + random.nextInt(length / 2)), cause);
        if (random.nextBoolean()) {
            outage = outage.withSeverity(
                    BigDecimal.valueOf(1 + random.nextInt(4), 2).multiply(new BigDecimal("25")));
        }
        return switch (random.nextInt(3)) {
            case 0 -> outage.withAffected(AffectedUsers.of(random.nextInt(60)));
            case 1 ->
                outage.withAffected(AffectedUsers.of(random.nextInt(60), random.nextBoolean() ? "north" : "south"));
            default -> outage;
        };
    }

    AgreedServiceTime time() {
        return AgreedServiceTime.of(OpenWindows.of(hours)).without(OpenWindows.of(maintenance));
    }

    private static boolean isIn(List<Window> windows, int minute) {
        return windows.stream().anyMatch(window -> window.contains(at(minute)));
    }

    boolean isAgreed(int minute) {
        return isIn(hours, minute) && !isIn(maintenance, minute);
    }

    boolean isMaintained(int minute) {
        return isIn(hours, minute) && isIn(maintenance, minute);
    }

    List<Outage> goingOn(int minute) {
        return outages.stream()
                .filter(outage -> !at(minute).isBefore(outage.fromInclusive())
                        && outage.toExclusive()
                                .map(end -> at(minute).isBefore(end))
                                .orElse(true))
                .toList();
    }

    /** Which share of the service is lost in a minute. */
    BigDecimal worst(int minute) {
        return goingOn(minute).stream().map(Outage::severity).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** How many users are without service in a minute. */
    BigDecimal users(int minute, long total) {
        Map<String, BigDecimal> groups = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Outage outage : goingOn(minute)) {
            long count = outage.affected().map(AffectedUsers::count).orElse(total);
            BigDecimal lost = outage.severity().multiply(BigDecimal.valueOf(count));
            Optional<String> group = outage.affected().flatMap(AffectedUsers::group);
            if (group.isPresent()) {
                groups.merge(group.get(), lost, BigDecimal::max);
            } else {
                sum = sum.add(lost);
            }
        }
        return groups.values().stream().reduce(sum, BigDecimal::add).min(BigDecimal.valueOf(total));
    }
}
