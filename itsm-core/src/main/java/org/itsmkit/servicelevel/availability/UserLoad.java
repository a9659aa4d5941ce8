package org.itsmkit.servicelevel.availability;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** The users affected, each by the severity for them, and never more than there are. */
final class UserLoad implements Load {

    private final long users;
    private final long whole;
    private final Map<String, Heaviest> groups = new HashMap<>();

    /** Of arbitrary size, for many outages of many users at once exceed a {@code long}. */
    private BigInteger sum = BigInteger.ZERO;

    UserLoad(long users) {
        this.users = users;
        this.whole = users * WorstLoad.WHOLE;
    }

    @Override
    public void add(Outage outage) {
        change(outage, true);
    }

    @Override
    public void remove(Outage outage) {
        change(outage, false);
    }

    private void change(Outage outage, boolean comes) {
        long affected = outage.affected().map(AffectedUsers::count).orElse(users);
        long parts = affected * outage.severityParts();
        var group = outage.affected().flatMap(AffectedUsers::group);
        long before = 0;
        long after = comes ? parts : -parts;
        if (group.isPresent()) {
            Heaviest heaviest = groups.computeIfAbsent(group.get(), name -> new Heaviest());
            before = heaviest.get();
            if (comes) {
                heaviest.add(parts);
            } else {
                heaviest.remove(parts);
            }
            after = heaviest.get();
        }
        sum = sum.add(BigInteger.valueOf(after - before));
    }

    @Override
    public long lost() {
        return sum.min(BigInteger.valueOf(whole)).longValueExact();
    }

    @Override
    public long whole() {
        return whole;
    }
}
