package org.itsmkit.spi;

/** A customer of the host whose data no other tenant ever sees. A host without tenants uses one of its choice throughout. */
public record TenantId(String value) implements Id {

    /**
     * Checks the text by {@link Keys#requireCode}.
     *
     * @throws IllegalArgumentException if the text is no such key
     */
    public TenantId {
        Keys.requireCode(value, "tenant id");
    }

    /** Returns the id with this text; see the constructor for what is allowed. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
