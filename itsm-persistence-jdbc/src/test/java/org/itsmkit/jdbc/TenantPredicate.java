package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P9: every statement of the store names the tenant, once for every table it touches. */
final class TenantPredicate {

    private static final Pattern TABLE =
            Pattern.compile("(?:FROM|JOIN|UPDATE) \\S*itsm_(\\w+)(?: (?!WHERE|SET)(\\w+))?");

    private TenantPredicate() {}

    static void assertStandsInAll(Collection<String> statements) {
        assertThat(statements).hasSizeGreaterThan(100);
        for (String statement : statements) {
            assertThat(namesTenant(statement)).as(statement).isTrue();
        }
        // And it bites.
        assertThat(namesTenant("SELECT id FROM itsm_record WHERE kind = ?")).isFalse();
        assertThat(namesTenant("SELECT r.id FROM itsm_record r JOIN itsm_field f ON f.id = r.id WHERE r.tenant = ?"))
                .isFalse();
    }

    static boolean namesTenant(String statement) {
        if (isOperators(statement)) {
            return true;
        }
        // db-scheduler's own table has the tenant in the name of the instance.
        if (statement.contains("itsm_task")) {
            return statement.contains("task_instance")
                    || statement.contains("order_key")
                    || statement.contains("last_heartbeat");
        }
        if (statement.toUpperCase(Locale.ROOT).startsWith("INSERT")) {
            return statement.contains("(tenant,");
        }
        Matcher table = TABLE.matcher(statement);
        boolean any = false;
        while (table.find()) {
            any = true;
            String alias = table.group(2) == null ? "" : table.group(2) + ".";
            if (!statement.contains(alias + "tenant = ")) {
                return false;
            }
        }
        return any;
    }

    /** What the port of those who run the system asks for: the feed, and which tenants there are; the clock knows no tenant. */
    private static boolean isOperators(String statement) {
        return statement.contains("feed_position")
                || statement.contains("itsm_feed")
                || statement.contains("tenant > ?")
                || statement.contains("CURRENT_TIMESTAMP")
                || statement.contains("clock_timestamp");
    }
}
