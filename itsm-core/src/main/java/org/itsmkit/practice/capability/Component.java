package org.itsmkit.practice.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What makes up a system of services besides its practices. What comes of it is no better than the worst of them. */
public enum Component {
    /** By which principles people decide. */
    GUIDING_PRINCIPLES("Guiding principles", "the principles by which people decide"),
    /** Who directs, and who sees whether they are followed. */
    GOVERNANCE("Governance", "how the organisation is directed and watched over"),
    /** By which activities demand becomes value. */
    VALUE_CHAIN("Value chain", "how demand becomes value"),
    /** How all of this is made better. */
    IMPROVEMENT("Improvement", "how all of the system is made better");

    private final String title;
    private final String about;

    Component(String title, String about) {
        this.title = title;
        this.about = about;
    }

    /** By which it is the subject of criteria, such as {@code guiding-principles}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people say it. */
    public String title() {
        return title;
    }

    /** What it is, as the middle of a sentence. */
    String about() {
        return about;
    }

    /** The codes of all, in their order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Component::code).toList();
    }

    /** The one of that code, if there is one. */
    public static Optional<Component> find(String code) {
        return Arrays.stream(values())
                .filter(component -> component.code().equals(code))
                .findFirst();
    }
}
