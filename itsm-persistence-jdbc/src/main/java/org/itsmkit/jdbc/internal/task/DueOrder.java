package org.itsmkit.jdbc.internal.task;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;

/** What is due, in the order of instants and then of instances, which db-scheduler by itself leaves open. */
final class DueOrder extends DefaultJdbcCustomization {

    private final String taskOrder;

    /** The column that orders instances. */
    DueOrder(String taskOrder) {
        super(false);
        this.taskOrder = taskOrder;
    }

    @Override
    public String getName() {
        return "ITSM Kit";
    }

    @Override
    public String createSelectDueQuery(String tableName, int limit, String andCondition, boolean orderByPriority) {
        return "SELECT * FROM " + tableName + " WHERE picked = ? AND execution_time <= ? " + andCondition
                + " ORDER BY execution_time, " + taskOrder + getQueryLimitPart(limit);
    }
}
