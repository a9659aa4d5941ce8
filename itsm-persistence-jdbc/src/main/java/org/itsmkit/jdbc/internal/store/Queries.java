package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.FieldOrder;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;

/** Answers queries. Immutable; safe for use by many threads. */
public final class Queries {

    private static final int MAX_GROUPS = 1_000;

    private final Transactions transactions;
    private final Plans plans;
    private final Tables tables;
    private final Flavour flavour;

    public Queries(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.tables = tables;
        this.flavour = flavour;
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#query}. */
    public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        KindPlan<R> plan = plans.of(kind);
        Filter filter = filter(plan, tenant, query.condition());
        return transactions.read(connection -> {
            PageSql page =
                    PageSql.of(plan, tenant, tables, flavour, query, longOrders(connection, plan, tenant, query));
            List<Stored<R>> items = new ArrayList<>();
            // One more than wanted tells whether there is a next page.
            for (PageSql.Part part : page.parts()) {
                int missing = query.limit() + 1 - items.size();
                if (missing > 0) {
                    run(connection, part.statement(filter, missing), row -> items.add(Records.stored(plan, row)));
                }
            }
            if (items.size() <= query.limit()) {
                return new Page<>(items, Optional.empty());
            }
            items.remove(query.limit());
            Stored<R> last = items.get(items.size() - 1);
            return new Page<>(items, Optional.of(page.cursor(plan, last)));
        });
    }

    /** The fields, of those by which the records are ordered, that hold texts which their keys do not order. */
    private List<FieldKey> longOrders(Connection connection, KindPlan<?> plan, TenantId tenant, Query query)
            throws SQLException {
        List<FieldKey> found = new ArrayList<>();
        for (FieldKey field : PageSql.textOrders(plan, query)) {
            Sql sql = new Sql()
                    .add("SELECT t.id FROM " + tables.text() + " t WHERE t.tenant = ?", Sql.of(tenant.value()))
                    .add(" AND t.kind = ? AND t.field = ? LIMIT 1", Sql.of(plan.name()), Sql.of(field.name()));
            run(connection, sql, row -> found.add(field));
        }
        return found;
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#count}. */
    public long count(TenantId tenant, RecordKind<?> kind, Condition condition) {
        KindPlan<?> plan = plans.of(kind);
        Sql sql = new Sql().add("SELECT COUNT(*)").add(from(plan, tenant, new Sql(), filter(plan, tenant, condition)));
        return transactions.read(connection -> {
            long[] count = new long[1];
            run(connection, sql, row -> count[0] = row.getLong(1));
            return count[0];
        });
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#countBy}. */
    public Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<?> kind, Condition condition, FieldKey field) {
        KindPlan<?> plan = plans.of(kind);
        Filter filter = filter(plan, tenant, condition);
        boolean declared = plan.declared(field).isPresent();
        if (!declared && !field.isCustom()) {
            return Map.of();
        }
        Sql sql = declared && HotColumn.of(field).isPresent()
                ? grouped(plan, tenant, "r." + HotColumn.of(field).get().column(), new Sql(), filter)
                : grouped(plan, tenant, "f." + ConditionSql.column(field.type()), join(field), filter);
        List<Map.Entry<FieldValue, Long>> groups = new ArrayList<>();
        return transactions.read(connection -> {
            run(connection, sql, row -> {
                Optional<FieldValue> value = Column.read(flavour, field.type(), row, 1);
                FieldValue found = value.isPresent()
                        ? value.get()
                        : whole(connection, plan, tenant, field, String.valueOf(flavour.text(row, 1)));
                groups.add(Map.entry(found, row.getLong(2)));
            });
            Map<FieldValue, Long> counts = new LinkedHashMap<>();
            groups.stream()
                    .sorted(Map.Entry.<FieldValue, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey(FieldOrder.ASCENDING)))
                    .forEach(group -> counts.put(group.getKey(), group.getValue()));
            return counts;
        });
    }

    private Sql grouped(KindPlan<?> plan, TenantId tenant, String column, Sql join, Filter filter) {
        return new Sql()
                .add("SELECT " + column + ", COUNT(*)")
                .add(from(plan, tenant, join, filter))
                .add(" AND " + column + " IS NOT NULL GROUP BY " + column + " ORDER BY COUNT(*) DESC, " + column
                        + " LIMIT " + MAX_GROUPS);
    }

    private Sql join(FieldKey field) {
        return new Sql()
                .add(" JOIN " + tables.field() + " f ON f.tenant = r.tenant AND f.kind = r.kind AND f.id = r.id")
                .add(" AND f.field = ? AND f.field_type = ?", Sql.of(field.name()), Sql.of(Column.code(field.type())));
    }

    private FieldValue whole(Connection connection, KindPlan<?> plan, TenantId tenant, FieldKey field, String key)
            throws SQLException {
        Sql sql = new Sql()
                .add("SELECT t.whole FROM " + tables.text() + " t WHERE t.tenant = ?", Sql.of(tenant.value()))
                .add(
                        " AND t.kind = ? AND t.field = ? AND t.text_key = ? LIMIT 1",
                        Sql.of(plan.name()),
                        Sql.of(field.name()),
                        (statement, index) -> flavour.bindText(statement, index, key));
        List<FieldValue> values = new ArrayList<>();
        run(connection, sql, row -> values.add(FieldValue.text(flavour.longText(row, 1))));
        if (values.isEmpty()) {
            throw new SQLException("a long text of field " + field.name() + " is missing");
        }
        return values.get(0);
    }

    private Sql from(KindPlan<?> plan, TenantId tenant, Sql join, Filter filter) {
        return new Sql()
                .add(" FROM " + tables.record() + " r")
                .add(filter.joins())
                .add(join)
                .add(" WHERE r.tenant = ?", Sql.of(tenant.value()))
                .add(" AND r.kind = ? AND r.body_version > 0 AND ", Sql.of(plan.name()))
                .add(filter.where());
    }

    private Filter filter(KindPlan<?> plan, TenantId tenant, Condition condition) {
        return new FilterSql(plan, tenant, tables, flavour).of(condition);
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void run(Connection connection, Sql sql, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
