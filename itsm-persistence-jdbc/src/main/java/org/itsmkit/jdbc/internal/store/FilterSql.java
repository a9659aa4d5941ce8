package org.itsmkit.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;

/**
 * Turns a condition into a {@link Filter}: what it says, by {@link ConditionSql}, and, where the database does not see that by itself,
 * the rows with which it had better begin. For one query; for one thread.
 */
record FilterSql(KindPlan<?> plan, TenantId tenant, Tables tables, Flavour flavour) {

    /** Splits the condition into what the database had better begin with, where it does not see that by itself, and the rest. */
    Filter of(Condition condition) {
        List<Condition> parts = new ArrayList<>();
        flatten(condition, parts);
        Optional<Condition> first = parts.stream()
                .filter(this::names)
                .min(Comparator.comparingInt(part -> part instanceof Condition.LinkedTo ? 0 : isHot(part) ? 1 : 2));
        boolean leads = first.isPresent() && !isHot(first.get()) && !flavour.seesSubqueries();
        if (!leads) {
            Sql where = new ConditionSql(plan, tenant, tables, flavour, "r.id").of(new Condition.And(parts));
            return new Filter(new Sql(), where, first.isPresent());
        }
        // No index on the id is to be seen now, or the database would rather walk along it than begin with the join.
        ConditionSql hidden = new ConditionSql(plan, tenant, tables, flavour, "SUBSTRING(r.id FROM 1)");
        return new Filter(join(first.get(), hidden), hidden.of(new Condition.And(parts)), true);
    }

    private static void flatten(Condition condition, List<Condition> into) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> flatten(part, into));
        } else {
            into.add(condition);
        }
    }

    /** Whether the condition names a value that a record must have. */
    private boolean names(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return eq.field().isCustom() || plan.declared(eq.field()).isPresent();
        }
        if (condition instanceof Condition.HasWords words) {
            return !words.words().isEmpty()
                    && plan.declared(words.field()).filter(Field::isSearchable).isPresent();
        }
        return condition instanceof Condition.LinkedTo || isHot(condition);
    }

    private boolean isHot(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return isHot(eq.field());
        }
        return condition instanceof Condition.Prefix prefix && !prefix.prefix().isEmpty() && isHot(prefix.field());
    }

    private boolean isHot(FieldKey field) {
        return plan.declared(field).isPresent() && HotColumn.of(field).isPresent();
    }

    /** The rows by which the named value is found. The condition stays in the WHERE clause too; the join only leads the way. */
    private Sql join(Condition condition, ConditionSql conditions) {
        Sql sql = new Sql().add(" JOIN ");
        if (condition instanceof Condition.LinkedTo linked) {
            return sql.add(tables.link() + " s ON s.tenant = ? AND s.kind = ?", tenantParam(), Sql.of(plan.name()))
                    .add(
                            " AND s.link_type = ? AND s.target_kind = ?",
                            Sql.of(linked.type()),
                            Sql.of(linked.target().kind()))
                    .add(
                            " AND s.target_id = ? AND s.id = r.id",
                            Sql.of(linked.target().id().value()));
        }
        if (condition instanceof Condition.HasWords words) {
            // The same word may stand in several texts of the field; its first place is enough.
            return sql.add(tables.word() + " s ON s.tenant = ? AND s.kind = ?", tenantParam(), Sql.of(plan.name()))
                    .add(
                            " AND s.field = ? AND s.word = ?",
                            Sql.of(words.field().name()),
                            Sql.of(new TreeSet<>(words.words()).first()))
                    .add(
                            " AND s.id = r.id AND NOT EXISTS (SELECT 1 FROM " + tables.word() + " p WHERE p.tenant = ?",
                            tenantParam())
                    .add(
                            " AND p.kind = s.kind AND p.field = s.field AND p.word = s.word AND p.id = s.id AND p.place < s.place)");
        }
        Condition.Eq eq = (Condition.Eq) condition;
        return sql.add(tables.field() + " s ON s.tenant = ? AND s.kind = ?", tenantParam(), Sql.of(plan.name()))
                .add(
                        " AND s.field = ? AND s.field_type = ?",
                        Sql.of(eq.field().name()),
                        Sql.of(Column.code(eq.field().type())))
                .add(
                        " AND s." + ConditionSql.column(eq.field().type()) + " = ? AND s.id = r.id",
                        conditions.bound(eq.field(), eq.value()));
    }

    private Sql.Param tenantParam() {
        return Sql.of(tenant.value());
    }
}
