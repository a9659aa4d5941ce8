package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.List;

/** All hooks that commands of a tenant pass, in their order: a part of its {@linkplain Settings#part settings}. Immutable. */
public record Hooks(List<Hook> all) {

    public Hooks {
        all = List.copyOf(all);
    }

    /** No hooks. */
    public static Hooks none() {
        return new Hooks(List.of());
    }

    /** These and, after them, {@code hook}. */
    public Hooks and(Hook hook) {
        List<Hook> more = new ArrayList<>(all);
        more.add(hook);
        return new Hooks(more);
    }

    /** All that is objected to in {@code deed}. */
    public List<Hook.Objection> objectionsTo(Deed deed) {
        return all.stream().flatMap(hook -> hook.objectionsTo(deed).stream()).toList();
    }

    /** All that is objected to in {@code deed} whatever comes of it. */
    public List<Hook.Objection> objectionsForeseenTo(Deed deed) {
        return all.stream()
                .flatMap(hook -> hook.objectionsForeseenTo(deed).stream())
                .toList();
    }
}
