package org.itsmkit.ticket;

import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;

/** What is to be done where a service level clock reaches a threshold. Data. */
public sealed interface ThresholdAction {
    /** Tell whoever has the record. */
    record TellAssignee() implements ThresholdAction {}

    /** Tell the requester. */
    record TellRequester() implements ThresholdAction {}

    /** Functional: give it to that group. */
    record EscalateToGroup(GroupId group) implements ThresholdAction {}

    /** Hierarchic: tell the next manager of whoever has it. */
    record EscalateToManager() implements ThresholdAction {}

    /** Make it more pressing by one step of the matrix. */
    record RaisePriority() implements ThresholdAction {}

    /** Something that the host does, by name. */
    record Custom(String name) implements ThresholdAction {
        public Custom {
            Keys.requireCode(name, "action");
        }
    }
}
