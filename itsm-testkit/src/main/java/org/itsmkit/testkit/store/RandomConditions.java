package org.itsmkit.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Words;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.testkit.fixture.Repairs;

/** Random conditions on repairs, of every sort and nested, and random orders. */
final class RandomConditions {

    private static final int SIMPLE_SORTS = 10;

    private final Chance chance;

    RandomConditions(Chance chance) {
        this.chance = chance;
    }

    /** A condition, at most {@code depth} deep. */
    Condition condition(int depth) {
        int sort = chance.below(depth > 0 ? SIMPLE_SORTS + 6 : SIMPLE_SORTS);
        return switch (sort) {
            case 0 -> chance.below(3) == 0 ? Condition.none() : Condition.all();
            case 1, 2 -> eq(chance.field());
            case 3 -> in(chance.field());
            case 4, 5 -> range(chance.field());
            case 6 -> prefix();
            case 7 -> words();
            case 8 -> Condition.isEmpty(chance.field());
            case 9 -> Condition.linkedTo(chance.linkType(), chance.ref());
            case 10, 11 -> new Condition.And(some(depth));
            case 12, 13 -> new Condition.Or(some(depth));
            default -> Condition.not(condition(depth - 1));
        };
    }

    private List<Condition> some(int depth) {
        return Stream.generate(() -> condition(depth - 1))
                .limit(chance.below(4))
                .toList();
    }

    private Condition eq(FieldKey field) {
        return Condition.eq(field, chance.value(field.type()));
    }

    private Condition in(FieldKey field) {
        return Condition.in(field, chance.few(() -> chance.value(field.type())));
    }

    private Condition range(FieldKey field) {
        return switch (chance.below(3)) {
            case 0 -> Condition.range(field, Optional.of(chance.value(field.type())), Optional.empty());
            case 1 -> Condition.range(field, Optional.empty(), Optional.of(chance.value(field.type())));
            default ->
                Condition.range(
                        field, Optional.of(chance.value(field.type())), Optional.of(chance.value(field.type())));
        };
    }

    private FieldKey textField() {
        FieldKey field = chance.field();
        while (field.type() != FieldType.TEXT) {
            field = chance.field();
        }
        return field;
    }

    private Condition prefix() {
        String text = chance.text();
        int codePoints = text.codePointCount(0, text.length());
        return Condition.prefix(
                textField(), text.substring(0, text.offsetByCodePoints(0, chance.below(codePoints + 1))));
    }

    private Condition words() {
        FieldKey field = chance.oneOf(List.of(Repairs.TITLE, Repairs.NOTES, Repairs.NOTES, textField()));
        Set<String> words = Words.of(chance.text());
        return new Condition.HasWords(field, words);
    }

    /** None to three orders, now and then one field twice. */
    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (int i = chance.below(4); i > 0; i--) {
            orders.add(new Order(chance.oneOf(Chance.SINGLE), chance.below(2) == 0));
        }
        return orders;
    }
}
