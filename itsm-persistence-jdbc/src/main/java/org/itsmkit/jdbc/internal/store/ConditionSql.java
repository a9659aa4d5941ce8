package org.itsmkit.jdbc.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.TextKey;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;

/**
 * Turns conditions into SQL about the record called r. Values are bound, names of fields too; what is written into the text comes
 * from here. For one query; for one thread.
 *
 * <p>SQL knows a third truth, which a missing value would bring. So every comparison with a column that may be null says that it is
 * not null, and is never unknown.
 */
final class ConditionSql {

    private final KindPlan<?> plan;
    private final TenantId tenant;
    private final Tables tables;
    private final Flavour flavour;
    private final String id;

    /**
     * Begins.
     *
     * @param id how the record's id is written where it is looked for among others
     */
    ConditionSql(KindPlan<?> plan, TenantId tenant, Tables tables, Flavour flavour, String id) {
        this.plan = plan;
        this.tenant = tenant;
        this.tables = tables;
        this.flavour = flavour;
        this.id = id;
    }

    /** A comparison of the values in a column with something; {@code id} names the record whose value it is. */
    private interface Comparison {
        Sql of(String column, String id);
    }

    private Sql.Param tenant() {
        return Sql.of(tenant.value());
    }

    Sql of(Condition condition) {
        if (condition instanceof Condition.All) {
            return new Sql().add("1 = 1");
        }
        if (condition instanceof Condition.None) {
            return nothing();
        }
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), " AND ", "1 = 1");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), " OR ", "1 = 0");
        }
        if (condition instanceof Condition.Not not) {
            return new Sql().add("NOT (").add(of(not.condition())).add(")");
        }
        if (condition instanceof Condition.LinkedTo linked) {
            return new Sql()
                    .add(id + " IN (SELECT l.id FROM " + tables.link() + " l WHERE l.tenant = ?", tenant())
                    .add(" AND l.kind = ? AND l.link_type = ?", Sql.of(plan.name()), Sql.of(linked.type()))
                    .add(" AND l.target_kind = ?", Sql.of(linked.target().kind()))
                    .add(" AND l.target_id = ?)", Sql.of(linked.target().id().value()));
        }
        return comparison(condition);
    }

    private Sql joined(List<Condition> conditions, String with, String ofNone) {
        if (conditions.isEmpty()) {
            return new Sql().add(ofNone);
        }
        Sql all = new Sql().add("(");
        for (int i = 0; i < conditions.size(); i++) {
            all.add(i == 0 ? "" : with).add(of(conditions.get(i)));
        }
        return all.add(")");
    }

    private Sql comparison(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return compare(eq.field(), (column, id) -> equal(eq.field(), column, List.of(eq.value())));
        }
        if (condition instanceof Condition.In in) {
            Sql any = compare(in.field(), (column, id) -> equal(in.field(), column, in.values()));
            return in.values().isEmpty() ? nothing() : any;
        }
        if (condition instanceof Condition.Range range) {
            return compare(range.field(), (column, id) -> range(range, column, id));
        }
        if (condition instanceof Condition.Prefix prefix) {
            return compare(prefix.field(), (column, id) -> prefix(prefix, column, id));
        }
        if (condition instanceof Condition.HasWords words) {
            return words(words);
        }
        Condition.IsEmpty empty = (Condition.IsEmpty) condition;
        return new Sql().add("NOT (").add(present(empty.field())).add(")");
    }

    private static Sql nothing() {
        return new Sql().add("1 = 0");
    }

    /** The field has a value. */
    private Sql present(FieldKey field) {
        return compare(field, (column, id) -> new Sql().add("1 = 1"));
    }

    private Sql compare(FieldKey field, Comparison comparison) {
        Optional<? extends Field<?, ?>> declared = plan.declared(field);
        if (declared.isEmpty() && !field.isCustom()) {
            // Even then the comparison is made, so that what it refuses is refused.
            comparison.of("r.id", "r.id");
            return nothing();
        }
        Optional<HotColumn> hot = declared.isEmpty() ? Optional.empty() : HotColumn.of(field);
        if (hot.isPresent()) {
            String column = "r." + hot.get().column();
            return new Sql()
                    .add("(" + column + " IS NOT NULL AND ")
                    .add(comparison.of(column, "r.id"))
                    .add(")");
        }
        return new Sql()
                .add(id + " IN (SELECT f.id FROM " + tables.field() + " f WHERE f.tenant = ?", tenant())
                .add(" AND f.kind = ? AND f.field = ?", Sql.of(plan.name()), Sql.of(field.name()))
                .add(" AND f.field_type = ? AND ", Sql.of(Column.code(field.type())))
                .add(comparison.of("f." + column(field.type()), "f.id"))
                .add(")");
    }

    /** The column of the table of fields that holds values of {@code type}. */
    static String column(FieldType type) {
        return Column.ofField(type) == Column.TEXT ? "text_value" : "number_value";
    }

    Sql.Param bound(FieldKey field, FieldValue value) {
        Column column = plan.declared(field).isPresent() && HotColumn.of(field).isPresent()
                ? Column.hot(field.type())
                : Column.ofField(field.type());
        return column.param(flavour, value);
    }

    private Sql equal(FieldKey field, String column, List<FieldValue> values) {
        if (values.isEmpty()) {
            return nothing();
        }
        List<Sql.Param> params = new ArrayList<>();
        values.forEach(value -> params.add(bound(field, value)));
        return values.size() == 1
                ? new Sql().add(column + " = ?", params.get(0))
                : new Sql().add(column + " IN (" + Sql.marks(values.size()) + ")", params.toArray(Sql.Param[]::new));
    }

    private Sql range(Condition.Range range, String column, String id) {
        Sql both = new Sql().add("(");
        range.fromInclusive().ifPresent(from -> both.add(bound(range.field(), from, column, id, true)));
        both.add(range.fromInclusive().isPresent() && range.toExclusive().isPresent() ? " AND " : "");
        range.toExclusive().ifPresent(to -> both.add(bound(range.field(), to, column, id, false)));
        return both.add(")");
    }

    /** At least {@code value}, or less than it. */
    private Sql bound(FieldKey field, FieldValue value, String column, String id, boolean atLeast) {
        String operator = atLeast ? " >= ?" : " < ?";
        if (!(value instanceof FieldValue.Text text) || !TextKey.isLong(text.value())) {
            return new Sql().add(column + operator, bound(field, value));
        }
        String group = TextKey.group(text.value());
        Sql beyond = atLeast
                ? new Sql().add("(" + column + " >= ?", key(TextKey.afterGroup(group)))
                : new Sql().add("(" + column + " < ?", key(group));
        return beyond.add(" OR ")
                .add(inGroup(field, group, column, id))
                .add(" AND t.whole" + operator + "))", whole(text.value()));
    }

    /** A long text of the group whose whole text fulfils what follows; one parenthesis is left open. */
    private Sql inGroup(FieldKey field, String group, String column, String id) {
        return new Sql()
                .add(column + " >= ? AND " + column + " < ?", key(group), key(TextKey.afterGroup(group)))
                .add(" AND EXISTS (SELECT 1 FROM " + tables.text() + " t WHERE t.tenant = ?", tenant())
                .add(" AND t.kind = ? AND t.field = ?", Sql.of(plan.name()), Sql.of(field.name()))
                .add(" AND t.text_key = " + column + " AND t.id = " + id);
    }

    /** The texts that begin with another are those from it on, up to the least text that comes after all of them. */
    private Sql prefix(Condition.Prefix prefix, String column, String id) {
        String text = prefix.prefix();
        Optional<String> end = TextKey.afterPrefix(text);
        if (!TextKey.isLong(text)) {
            Sql sql = new Sql().add("(" + column + " >= ?", key(text));
            end.ifPresent(after -> sql.add(" AND " + column + " < ?", key(after)));
            return sql.add(")");
        }
        Sql sql = new Sql()
                .add("(")
                .add(inGroup(prefix.field(), TextKey.group(text), column, id))
                .add(" AND t.whole >= ?", whole(text));
        end.ifPresent(after -> sql.add(" AND t.whole < ?", whole(after)));
        return sql.add("))");
    }

    private Sql.Param key(String key) {
        return (statement, index) -> flavour.bindText(statement, index, key);
    }

    private Sql.Param whole(String text) {
        return (statement, index) -> flavour.bindLongText(statement, index, text);
    }

    private Sql words(Condition.HasWords words) {
        Optional<? extends Field<?, ?>> declared = plan.declared(words.field());
        if (declared.isEmpty() || !declared.get().isSearchable()) {
            return nothing();
        }
        if (words.words().isEmpty()) {
            return present(words.field());
        }
        List<Sql.Param> wanted = new ArrayList<>();
        new TreeSet<>(words.words()).forEach(word -> wanted.add(Sql.of(word)));
        Sql sql = new Sql()
                .add(id + " IN (SELECT w.id FROM " + tables.word() + " w WHERE w.tenant = ?", tenant())
                .add(
                        " AND w.kind = ? AND w.field = ?",
                        Sql.of(plan.name()),
                        Sql.of(words.field().name()))
                .add(" AND w.word IN (" + Sql.marks(wanted.size()) + ")", wanted.toArray(Sql.Param[]::new));
        // All of them in one text: each word stands there once per text.
        return wanted.size() == 1
                ? sql.add(")")
                : sql.add(" GROUP BY w.id, w.place HAVING COUNT(*) = ?)", Sql.of(wanted.size()));
    }
}
