package org.itsmkit.servicelevel.availability;

/** The greatest severity. */
final class WorstLoad implements Load {

    static final long WHOLE = 1_000_000;

    private final Heaviest severities = new Heaviest();

    @Override
    public void add(Outage outage) {
        severities.add(outage.severityParts());
    }

    @Override
    public void remove(Outage outage) {
        severities.remove(outage.severityParts());
    }

    @Override
    public long lost() {
        return severities.get();
    }

    @Override
    public long whole() {
        return WHOLE;
    }
}
