package org.itsmkit.spi.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * Puts tombstones in the place of personal data, in one record and its events: the same person has the same tombstone everywhere in
 * them, so that what followed from who it was still follows. Not for use by many threads.
 *
 * <p>A text becomes {@link #TEXT}, an empty one stays empty; an id becomes {@code erased-1}, {@code erased-2} and so on, and so does a
 * text in a set, for what was different to stay so; a custom value becomes one of its type that says nothing. Numbers, times, constants and pointers to records stay, unless they are custom values.
 */
public final class Redactor {

    /** What stands in the place of a text. */
    public static final String TEXT = "[erased]";

    /** What the ids begin with that stand in the place of others. */
    public static final String ID_PREFIX = "erased-";

    private static final Pattern ERASED_ID = Pattern.compile(ID_PREFIX + "[0-9]{1,9}");

    private final Set<String> components;
    private final Set<PersonId> persons;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private int last;

    /**
     * A redactor for one record.
     *
     * @param components the names of what is erased: {@code text} for every component of that name, {@code Hold.note} for that of one
     *     class by its simple name; {@code by} and {@code onBehalfOf} are also what entries say of who did it
     * @param persons whose ids are erased wherever they stand, whatever the component is called
     */
    public Redactor(Set<String> components, Set<PersonId> persons) {
        this.components = Set.copyOf(components);
        this.persons = Set.copyOf(persons);
    }

    /** Takes note of tombstones that are there already, for no other to be made like them. To be called for all before the first redaction. */
    public void reserve(JournalEntry entry) {
        reserve(entry.by().value());
        entry.onBehalfOf().map(PersonId::value).ifPresent(this::reserve);
        new Walk(false).descend(entry.event());
    }

    private void reserve(String value) {
        if (ERASED_ID.matcher(value).matches()) {
            taken.add(Integer.parseInt(value.substring(ID_PREFIX.length())));
        }
    }

    /** Returns what an entry says afterwards; equal to what it says now if there is nothing to erase. */
    public Redacted.Entry redact(JournalEntry entry) {
        boolean everyActor = components.contains("by");
        boolean everyPrincipal = components.contains("onBehalfOf");
        return new Redacted.Entry(
                redact(entry.event()),
                person(entry.by(), everyActor),
                entry.onBehalfOf().map(person -> person(person, everyPrincipal)));
    }

    private PersonId person(PersonId person, boolean always) {
        boolean isMeant = always && !person.equals(Caller.SYSTEM) || persons.contains(person);
        return isMeant ? PersonId.of(tombstone(person, person.value())) : person;
    }

    /**
     * Returns {@code value}, a record or an event, with tombstones.
     *
     * @throws IllegalArgumentException if a component is to be erased and there is no tombstone of its type, or its class refuses it
     */
    @SuppressWarnings("unchecked") // a record is rebuilt as one of its own class
    public <T> T redact(T value) {
        return (T) new Walk(true).descend(value);
    }

    /** The persons who were given a tombstone so far. */
    public Set<PersonId> erased() {
        return numbers.keySet().stream()
                .filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The tombstone of {@code what}, an id or a text; {@code value} itself if it is one. */
    private String tombstone(Object what, String value) {
        if (ERASED_ID.matcher(value).matches()) {
            return value;
        }
        return ID_PREFIX + numbers.computeIfAbsent(what, key -> next());
    }

    private int next() {
        do {
            last++;
        } while (taken.contains(last));
        return last;
    }

    /** One way through a value. */
    private final class Walk {

        private final boolean erases;

        Walk(boolean erases) {
            this.erases = erases;
        }

        /** Looks for what is to be erased. */
        Object descend(Object value) {
            if (value instanceof Id id) {
                if (!erases) {
                    reserve(id.value());
                    return id;
                }
                return id instanceof PersonId person ? person(person, false) : id;
            }
            if (value instanceof FieldValue.Text text) {
                boolean isPerson =
                        erases && persons.stream().anyMatch(p -> p.value().equals(text.value()));
                return isPerson ? FieldValue.text(tombstone(PersonId.of(text.value()), text.value())) : text;
            }
            if (value instanceof RecordRef) {
                return value;
            }
            if (!erases && value instanceof String text) {
                reserve(text);
            }
            return value instanceof Record record ? rebuilt(record, false) : through(value, this::descend);
        }

        /** Erases. */
        private Object erase(Object value) {
            if (value instanceof String text) {
                return text.isEmpty() ? text : TEXT;
            }
            if (value instanceof FieldValue field) {
                return emptied(field);
            }
            if (value instanceof RecordRef || value instanceof RecordId) {
                return value;
            }
            if (value instanceof Id id) {
                return id.equals(Caller.SYSTEM) ? id : made(id);
            }
            if (value instanceof Record record) {
                return rebuilt(record, true);
            }
            if (value instanceof UUID) {
                return new UUID(0, 0);
            }
            Object changed = through(value, value instanceof Set<?> ? this::eraseInSet : this::erase);
            if (changed == value && !(value instanceof Collection<?> || value instanceof Map<?, ?>)) {
                requireHarmless(value);
            }
            return changed;
        }

        private Object eraseInSet(Object item) {
            return item instanceof String text && !text.isEmpty() ? tombstone(text, text) : erase(item);
        }

        /** Goes through what holds values; anything else is returned as it is. */
        private Object through(Object value, UnaryOperator<Object> each) {
            if (value instanceof Optional<?> optional) {
                return optional.isEmpty() ? optional : Optional.of(each.apply(optional.get()));
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> changed = new LinkedHashMap<>();
                map.forEach(
                        (key, item) -> changed.put(key instanceof PersonId ? each.apply(key) : key, each.apply(item)));
                return changed.equals(map) ? map : changed;
            }
            if (value instanceof Set<?> set) {
                Set<Object> changed = new LinkedHashSet<>();
                set.forEach(item -> changed.add(each.apply(item)));
                return changed.equals(set) ? set : changed;
            }
            if (value instanceof Collection<?> collection) {
                List<Object> changed = new ArrayList<>();
                collection.forEach(item -> changed.add(each.apply(item)));
                return changed.equals(collection) ? collection : changed;
            }
            return value;
        }

        private Record rebuilt(Record record, boolean all) {
            Class<? extends Record> type = record.getClass();
            RecordComponent[] parts = type.getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[parts.length];
            boolean changed = false;
            for (int i = 0; i < parts.length; i++) {
                Object before = read(record, parts[i]);
                if (before != null) {
                    boolean isNamed = all || isNamed(type, parts[i].getName());
                    values[i] = erases && isNamed ? erase(before) : descend(before);
                    changed |= !before.equals(values[i]);
                }
            }
            return changed ? construct(type, parts, values) : record;
        }

        private boolean isNamed(Class<?> type, String name) {
            return components.contains(name) || components.contains(type.getSimpleName() + "." + name);
        }
    }

    private Id made(Id id) {
        String tombstone = tombstone(id, id.value());
        if (id instanceof PersonId) {
            return PersonId.of(tombstone);
        }
        Class<? extends Record> type = ((Record) id).getClass();
        return (Id) construct(type, type.getRecordComponents(), new Object[] {tombstone});
    }

    private static FieldValue emptied(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return FieldValue.text(text.value().isEmpty() ? "" : TEXT);
        }
        if (value instanceof FieldValue.Decimal) {
            return FieldValue.decimal(BigDecimal.ZERO);
        }
        if (value instanceof FieldValue.Flag) {
            return FieldValue.flag(false);
        }
        if (value instanceof FieldValue.Moment) {
            return FieldValue.moment(Instant.EPOCH);
        }
        if (value instanceof FieldValue.Date) {
            return FieldValue.date(LocalDate.EPOCH);
        }
        if (value instanceof FieldValue.ListOf list) {
            return FieldValue.list(list.values().stream().map(Redactor::emptied).toList());
        }
        return value;
    }

    private static void requireHarmless(Object value) {
        boolean harmless = value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof ZoneId
                || value instanceof Currency
                || value instanceof Locale
                || value instanceof Optional<?>;
        if (!harmless) {
            throw new IllegalArgumentException(
                    "there is no tombstone for a " + value.getClass().getName());
        }
    }

    private static @Nullable Object read(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(part + " cannot be read; is its class public?", e);
        }
    }

    private static Record construct(Class<? extends Record> type, RecordComponent[] parts, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made with tombstones", e);
        }
    }
}
