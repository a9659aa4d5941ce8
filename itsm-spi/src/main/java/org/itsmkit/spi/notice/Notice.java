package org.itsmkit.spi.notice;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;

/**
 * A message to a person or a group about a record: what is to be said, not how. The host words it and sends it.
 *
 * @param key the same each time this notice is delivered, different for every other of the tenant; by {@link Keys#requireName}
 * @param tenant whose record
 * @param record about which record
 * @param code what is to be said, such as {@code assigned}; by {@link Keys#requireCode}
 * @param person to whom, if to a person
 * @param group to whom, if to a group
 * @param arguments what the wording may use
 */
public record Notice(
        String key,
        TenantId tenant,
        RecordRef record,
        String code,
        Optional<PersonId> person,
        Optional<GroupId> group,
        Map<String, String> arguments) {

    public Notice {
        Keys.requireName(key, "notice key");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(record, "record");
        Keys.requireCode(code, "notice code");
        if (person.isPresent() == group.isPresent()) {
            throw new IllegalArgumentException("a notice goes to a person or to a group");
        }
        arguments = Map.copyOf(arguments);
    }
}
