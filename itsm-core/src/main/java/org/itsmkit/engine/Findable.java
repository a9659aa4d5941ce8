package org.itsmkit.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;

/** Knows by which custom fields a tenant's records are found: to ask by another would answer wrongly, not slowly. */
final class Findable {

    private final SettingsSource settings;

    Findable(SettingsSource settings) {
        this.settings = settings;
    }

    /** A custom field among {@code keys} by which nothing is found. */
    Optional<FieldKey> unindexed(TenantId tenant, String kind, Collection<FieldKey> keys) {
        // The settings are read only if there is a reason to.
        if (keys.stream().noneMatch(FieldKey::isCustom)) {
            return Optional.empty();
        }
        var definitions = settings.of(tenant).fields(kind);
        return keys.stream()
                .filter(FieldKey::isCustom)
                .filter(key -> {
                    FieldDefinition definition = definitions.get(key.customName());
                    return definition != null && !definition.indexed();
                })
                .findFirst();
    }

    /** Throws {@link IllegalArgumentException} if {@code query} filters or orders by a field by which nothing is found. */
    void require(TenantId tenant, String kind, Query query) {
        require(
                tenant,
                kind,
                Stream.concat(
                                Conditions.fields(query.condition()).stream(),
                                query.orders().stream().map(Order::field))
                        .toList());
    }

    /** Throws {@link IllegalArgumentException} if one of {@code keys} is a field by which nothing is found. */
    void require(TenantId tenant, String kind, Collection<FieldKey> keys) {
        unindexed(tenant, kind, keys).ifPresent(key -> {
            throw new IllegalArgumentException(
                    "field " + key.name() + " of kind " + kind + " is not indexed: nothing is found or ordered by it");
        });
    }
}
