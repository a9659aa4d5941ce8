package org.itsmkit.jdbc.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.TextKey;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Stored;

/**
 * The statements that give one page: first the records that have a value in the first order, then, if the page is not full, those
 * that have none. Each part reads an index in its order, wherever the page lies. For one query; for one thread.
 */
final class PageSql {

    private final KindPlan<?> plan;
    private final TenantId tenant;
    private final Tables tables;
    private final Flavour flavour;
    private final Query query;
    private final List<Term> terms = new ArrayList<>();
    private final Sql joins = new Sql();
    private Optional<Sql> leading = Optional.empty();

    /** Something the records are ordered by: a column, whether it may be null there, and how the cursor's value is compared. */
    private record Term(String expression, boolean descending, Optional<Optional<Sql.Param>> cursor) {}

    /** A statement that gives some of the page's records. */
    interface Part {
        Sql statement(Filter filter, int limit);
    }

    private PageSql(KindPlan<?> plan, TenantId tenant, Tables tables, Flavour flavour, Query query) {
        this.plan = plan;
        this.tenant = tenant;
        this.tables = tables;
        this.flavour = flavour;
        this.query = query;
    }

    /**
     * Prepares the page.
     *
     * @param longFields the fields that hold texts which their keys do not order
     * @throws IllegalArgumentException if an order's field is neither declared nor custom, or is of another type
     */
    static PageSql of(
            KindPlan<?> plan, TenantId tenant, Tables tables, Flavour flavour, Query query, List<FieldKey> longFields) {
        PageSql page = new PageSql(plan, tenant, tables, flavour, query);
        for (int i = 0; i < query.orders().size(); i++) {
            page.add(i, query.orders().get(i), longFields);
        }
        return page;
    }

    /** The fields of texts by which the query orders. */
    static List<FieldKey> textOrders(KindPlan<?> plan, Query query) {
        for (Order order : query.orders()) {
            if (plan.declared(order.field()).isEmpty() && !order.field().isCustom()) {
                throw new IllegalArgumentException("kind " + plan.name() + " declares no field "
                        + order.field().name() + " to order by");
            }
        }
        return query.orders().stream()
                .map(Order::field)
                .filter(field -> field.type() == FieldType.TEXT)
                .distinct()
                .toList();
    }

    private void add(int place, Order order, List<FieldKey> longFields) {
        FieldKey field = order.field();
        boolean hot = plan.declared(field).isPresent() && HotColumn.of(field).isPresent();
        Column column = hot ? Column.hot(field.type()) : Column.ofField(field.type());
        String expression;
        if (hot) {
            expression = "r." + HotColumn.of(field).orElseThrow().column();
        } else {
            String f = "f" + place;
            Sql row = new Sql()
                    .add(f + ".tenant = ? AND " + f + ".kind = ?", Sql.of(tenant.value()), Sql.of(plan.name()))
                    .add(
                            " AND " + f + ".field = ? AND " + f + ".field_type = ?",
                            Sql.of(field.name()),
                            Sql.of(Column.code(field.type())))
                    .add(" AND " + f + ".place = 0");
            joins.add(" LEFT JOIN " + tables.field() + " " + f + " ON " + f + ".id = r.id AND ")
                    .add(row);
            if (query.orders().size() == 1 && !longFields.contains(field)) {
                leading = Optional.of(row);
            }
            expression = f + "." + ConditionSql.column(field.type());
        }
        Optional<Optional<FieldValue>> last =
                query.after().map(cursor -> cursor.values().get(place));
        if (!longFields.contains(field)) {
            terms.add(new Term(
                    expression, order.descending(), last.map(value -> value.map(v -> column.param(flavour, v)))));
            return;
        }
        // The beginnings first; of those long texts that begin alike, the whole; a short text is in front of all of
        // them.
        String t = "t" + place;
        joins.add(" LEFT JOIN " + tables.text() + " " + t)
                .add(" ON " + t + ".tenant = ? AND " + t + ".kind = ?", Sql.of(tenant.value()), Sql.of(plan.name()))
                .add(
                        " AND " + t + ".field = ? AND " + t + ".text_key = " + expression + " AND " + t + ".id = r.id",
                        Sql.of(field.name()));
        String group = flavour.group(expression);
        terms.add(new Term(group, order.descending(), last.map(value -> value.map(v -> group(Column.text(v))))));
        terms.add(new Term(
                t + ".whole", order.descending(), last.map(value -> value.flatMap(v -> whole(Column.text(v))))));
    }

    private Sql.Param group(String text) {
        String key = TextKey.isLong(text) ? TextKey.group(text) : text;
        return (statement, index) -> flavour.bindText(statement, index, key);
    }

    private Optional<Sql.Param> whole(String text) {
        return TextKey.isLong(text)
                ? Optional.of((statement, index) -> flavour.bindLongText(statement, index, text))
                : Optional.empty();
    }

    List<Part> parts() {
        if (terms.isEmpty()) {
            return List.of((filter, limit) -> statement(filter, limit, 0, new Sql()));
        }
        Term first = terms.get(0);
        Part without = (filter, limit) ->
                statement(filter, limit, 1, new Sql().add(" AND " + first.expression() + " IS NULL"));
        if (first.cursor().isPresent() && first.cursor().get().isEmpty()) {
            return List.of(without);
        }
        Sql present = new Sql().add(" AND " + first.expression() + " IS NOT NULL");
        first.cursor()
                .ifPresent(value -> present.add(
                        " AND " + first.expression() + (first.descending() ? " <= ?" : " >= ?"), value.orElseThrow()));
        Part with = (filter, limit) -> statement(filter, limit, 0, present);
        boolean beganWithout = first.cursor().isEmpty();
        Part all = (filter, limit) ->
                statement(filter, limit, 1, new Sql().add(" AND " + first.expression() + " IS NULL"), true);
        return List.of(with, beganWithout ? without : all);
    }

    private Sql statement(Filter filter, int limit, int fromTerm, Sql further) {
        return statement(filter, limit, fromTerm, further, false);
    }

    private Sql statement(Filter filter, int limit, int fromTerm, Sql further, boolean fromStart) {
        boolean led = fromTerm == 0 && leading.isPresent() && !filter.selective();
        Sql sql = new Sql().add("SELECT " + Records.COLUMNS + " FROM ");
        if (led) {
            // Begins with the values in their order, and looks up the record of each.
            sql.add(tables.field() + " f0 JOIN " + tables.record()
                            + " r ON r.tenant = f0.tenant AND r.kind = f0.kind AND r.id = f0.id")
                    .add(filter.joins())
                    .add(" WHERE ")
                    .add(leading.get())
                    .add(" AND r.tenant = ?", Sql.of(tenant.value()));
        } else {
            sql.add(tables.record() + " r")
                    .add(filter.joins())
                    .add(joins)
                    .add(" WHERE r.tenant = ?", Sql.of(tenant.value()));
        }
        sql.add(" AND r.kind = ? AND r.body_version > 0 AND ", Sql.of(plan.name()))
                .add(filter.where())
                .add(further);
        if (query.after().isPresent() && !fromStart) {
            sql.add(" AND ").add(after(fromTerm, query.after().get()));
        }
        sql.add(" ORDER BY ");
        if (!flavour.seesSubqueries() && !filter.selective()) {
            // The same in all rows, but so the database sees that an index has this order.
            sql.add(led ? "f0.tenant, f0.kind, f0.field, " : "r.tenant, r.kind, ");
        }
        for (int i = fromTerm; i < terms.size(); i++) {
            Term term = terms.get(i);
            sql.add(term.expression() + (term.descending() ? " DESC" : ""));
            sql.add(i == 0 ? ", " : " NULLS LAST, ");
        }
        return sql.add(led ? "f0.id" : "r.id").add(" LIMIT ?", Sql.of(limit));
    }

    /** Everything that comes after the cursor in the terms from {@code fromTerm} on, then in the id. */
    private Sql after(int fromTerm, Cursor cursor) {
        Sql any = new Sql().add("(");
        Sql equal = new Sql();
        for (int i = fromTerm; i < terms.size(); i++) {
            Term term = terms.get(i);
            Optional<Sql.Param> value = term.cursor().orElseThrow();
            if (value.isPresent()) {
                String beyond = term.descending() ? " < ?" : " > ?";
                any.add(equal)
                        .add(
                                "(" + term.expression() + beyond + " OR " + term.expression() + " IS NULL) OR ",
                                value.get());
                equal = new Sql().add(equal).add(term.expression() + " = ? AND ", value.get());
            } else {
                equal = new Sql().add(equal).add(term.expression() + " IS NULL AND ");
            }
        }
        return any.add(equal).add("r.id > ?)", Sql.of(cursor.id().value()));
    }

    /** The cursor behind {@code last}. */
    <R> Cursor cursor(KindPlan<R> lastPlan, Stored<R> last) {
        List<Optional<FieldValue>> values = new ArrayList<>();
        for (Order order : query.orders()) {
            values.add(FieldReader.of(lastPlan.kind(), order.field()).values(last.record()).stream()
                    .findFirst());
        }
        return new Cursor(values, last.id());
    }
}
