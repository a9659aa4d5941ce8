package org.itsmkit.service.function;

/** Where the people of a service desk are. */
public enum DeskType {
    /** Close to those who turn to it. */
    LOCAL,
    /** In one place for all. */
    CENTRALISED,
    /** In many places, and one to those who turn to it. */
    VIRTUAL,
    /** In several zones, each of which hands over to the next when its day ends. */
    FOLLOW_THE_SUN
}
