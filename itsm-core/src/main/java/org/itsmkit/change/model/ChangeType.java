package org.itsmkit.change.model;

import java.util.Locale;

/** By which of the three ways of ITIL 4 a change goes. */
public enum ChangeType {
    /** Well known and of little risk: approved once and for all, in its model. */
    STANDARD,
    /** Looked at and approved before it is made. */
    NORMAL,
    /** Too urgent for that: approved by few, and looked at afterwards. */
    EMERGENCY;

    /** As fields, lifecycles and calendars name it: in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
