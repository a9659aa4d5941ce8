package org.itsmkit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.record.Link;

/** Loads what a command needs, before it decides. */
final class FactLoader {

    /** The most records that a chain of links is followed through. */
    static final int MAX_ANCESTRY = 1_000;

    private final Ports ports;
    private final Registry registry;
    private final Guard guard;

    FactLoader(Ports ports, Registry registry, Guard guard) {
        this.ports = ports;
        this.registry = registry;
        this.guard = guard;
    }

    <R> Facts load(Work work, Caller caller, Draft<R> draft, Needs needs) {
        LoadedFacts facts = new LoadedFacts();
        if (needs.readsInternal()) {
            facts.readsInternal = draft.currentIfBegun()
                    .map(record ->
                            guard.readsInternal(caller, draft.definition().kind(), draft.id(), record));
        }
        for (RecordRef ref : needs.records()) {
            facts.records.put(ref, visibleRecord(work, caller, ref));
        }
        for (Needs.Ancestry ancestry : needs.ancestries()) {
            facts.ancestries.put(ancestry, follow(work, caller, ancestry));
        }
        for (Needs.Pointing pointing : needs.pointing()) {
            facts.pointing.put(pointing, pointing(work, pointing));
        }
        for (Needs.Counting counting : needs.counted()) {
            facts.counted.put(
                    counting,
                    registry.find(counting.kind())
                            .map(definition -> work.count(definition, counting.condition()))
                            .orElse(0L));
        }
        people(work, needs, facts);
        return facts;
    }

    private long pointing(Work work, Needs.Pointing pointing) {
        return registry.find(pointing.kind())
                .map(definition -> work.pointing(definition, pointing.linkType(), pointing.target()))
                .orElse(0L);
    }

    private Optional<?> visibleRecord(Work work, Caller caller, RecordRef ref) {
        return registry.find(ref.kind()).flatMap(definition -> visibleRecord(work, caller, definition, ref));
    }

    private <T> Optional<T> visibleRecord(Work work, Caller caller, Definition<T> definition, RecordRef ref) {
        return work.current(definition, ref.id())
                .filter(record ->
                        Conditions.matches(guard.visible(caller, definition.name()), definition.kind(), record));
    }

    private Optional<Set<RecordRef>> follow(Work work, Caller caller, Needs.Ancestry ancestry) {
        RecordRef start = ancestry.start();
        // What is not carried leads nowhere. What the caller may not know of is to them as what is not there, so both
        // say nothing.
        if (registry.find(start.kind()).isPresent()
                && visibleRecord(work, caller, start).isEmpty()) {
            return Optional.empty();
        }
        Set<RecordRef> seen = new LinkedHashSet<>(Set.of(ancestry.start()));
        Deque<RecordRef> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Link link : links(work, open.remove())) {
                if (link.type().equals(ancestry.linkType()) && seen.add(link.target())) {
                    if (seen.size() > MAX_ANCESTRY) {
                        return Optional.empty();
                    }
                    open.add(link.target());
                }
            }
        }
        return Optional.of(seen);
    }

    private Set<Link> links(Work work, RecordRef ref) {
        return registry.find(ref.kind())
                .map(definition -> links(work, definition, ref))
                .orElse(Set.of());
    }

    private static <T> Set<Link> links(Work work, Definition<T> definition, RecordRef ref) {
        return work.current(definition, ref.id()).map(definition.kind()::links).orElse(Set.of());
    }

    private void people(Work work, Needs needs, LoadedFacts facts) {
        Directory directory = ports.directory();
        for (GroupId group : needs.members()) {
            facts.members.put(group, Set.copyOf(directory.members(work.tenant(), group)));
        }
        for (String role : needs.holders()) {
            facts.holders.put(role, Set.copyOf(directory.holders(work.tenant(), role)));
        }
        for (GroupId group : needs.groups()) {
            facts.groups.put(group, directory.group(work.tenant(), group));
        }
        for (PersonId person : needs.people()) {
            facts.people.put(person, directory.person(work.tenant(), person));
            facts.managers.put(person, directory.managerOf(work.tenant(), person));
            facts.zones.put(person, directory.zoneOf(work.tenant(), person));
            Set<GroupId> memberOf = new HashSet<>();
            for (GroupId group : needs.groups()) {
                if (directory.isMember(work.tenant(), person, group)) {
                    memberOf.add(group);
                }
            }
            facts.memberships.put(person, memberOf);
        }
    }
}
