package org.itsmkit.examples.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.preset.Preset;
import org.itsmkit.servicelevel.preset.Presets;

/** One line: what is promised, and what happened, gathered event by event. */
final class Scenario {

    private final Preset preset;
    private final ServiceHours hours;
    private final Happenings happenings = new Happenings();
    private final Map<String, List<Since>> targets = new LinkedHashMap<>();

    Scenario(Fields line) {
        String name = line.has("preset") ? line.text("preset") : "kit";
        this.preset = Presets.named(name)
                .orElseThrow(() -> new IllegalArgumentException("preset: there is none called " + name));
        this.hours = hours(line);
    }

    /** A tool without hours goes around the clock. */
    private ServiceHours hours(Fields line) {
        BusinessCalendar calendar = line.within("calendar").calendar();
        boolean isNeverOpen =
                calendar.compile().nextOpening(CompiledCalendar.EARLIEST).isEmpty()
                        && !calendar.compile().isOpen(CompiledCalendar.EARLIEST);
        return isNeverOpen && !preset.name().equals("kit")
                ? ServiceHours.always()
                : ServiceHours.of("calendar", calendar);
    }

    Map<String, List<Since>> targets() {
        return targets;
    }

    Happenings happenings() {
        return happenings;
    }

    /** Takes note of an event; returns when it happened. */
    Instant take(Fields event) {
        Instant at = event.instant("at");
        String type = event.text("type");
        happenings.take(type, at, event);
        if (event.has("targets")) {
            promise(event.each("targets"), at, type);
        }
        return at;
    }

    /** What is promised from {@code at} on; what was promised and is not any more is cancelled. */
    void promise(List<Fields> wanted, Instant at, String because) {
        Map<String, Target> fresh = new LinkedHashMap<>();
        for (Fields target : wanted) {
            String name = target.text("name");
            if (fresh.containsKey(name)) {
                throw new IllegalArgumentException("targets: two are called " + name);
            }
            target(target, because).ifPresent(made -> fresh.put(name, made));
        }
        fresh.forEach((name, target) -> {
            List<Since> since = targets.computeIfAbsent(name, n -> new ArrayList<>());
            if (since.isEmpty() || !since.get(since.size() - 1).target().equals(target)) {
                since.add(new Since(at, target, hours));
            }
        });
        targets.forEach((name, since) -> {
            if (!fresh.containsKey(name)) {
                Target last = since.get(since.size() - 1).target();
                Target gone = last.withMetric(last.metric().withCancel(Condition.always()));
                since.add(new Since(at, gone, hours));
            }
        });
    }

    private Optional<Target> target(Fields target, String because) {
        return amount(target)
                .flatMap(granted -> preset.target("target", kind(target.text("kind")), granted))
                .map(made -> paused(made, target))
                .map(made -> started(made, target, because));
    }

    private static Preset.Kind kind(String kind) {
        return switch (kind) {
            case "response" -> Preset.Kind.RESPONSE;
            case "update" -> Preset.Kind.UPDATE;
            case "resolution" -> Preset.Kind.RESOLUTION;
            default -> throw new IllegalArgumentException("kind: there is none called " + kind);
        };
    }

    private Optional<Amount> amount(Fields target) {
        if (target.has("workingDays")) {
            Amount.DayEnd end = target.flag("endOfWorkingDay")
                    ? new Amount.DayEnd.CloseOfDay()
                    : preset.name().equals("glpi")
                            ? new Amount.DayEnd.SameTimeUntilClosing()
                            : new Amount.DayEnd.SameTime();
            return Optional.of(new Amount.WorkingDays(target.count("workingDays"), end));
        }
        Duration amount = target.amount();
        boolean isNone = amount.isZero() && preset.name().startsWith("zammad");
        return isNone ? Optional.empty() : Optional.of(Amount.openTime(amount));
    }

    private Target paused(Target made, Fields target) {
        if (!target.has("pausable")) {
            return made;
        }
        Condition pause = target.flag("pausable") ? Condition.phase(Phase.WAITING) : Condition.never();
        Target paused = made.withMetric(made.metric().withPause(pause));
        return target.flag("excludePaused")
                ? paused.withPolicy(paused.policy().withPauses(ClockPolicy.Pauses.EXTEND))
                : paused;
    }

    /** From the beginning, or from when it is attached; an instant is taken as it stands. */
    private static Target started(Target made, Fields target, String because) {
        if (!target.has("clockStartsAt")) {
            return made;
        }
        String start = target.text("clockStartsAt");
        return switch (start) {
            case "created" -> made.withPolicy(made.policy().withStart(new ClockPolicy.Start.Creation()));
            case "attached" ->
                made.withPolicy(made.policy()
                        .withStart(new ClockPolicy.Start.Attachment())
                        .withChange(because.isEmpty() ? made.policy().change() : ClockPolicy.Change.RESET));
            default ->
                made.withPolicy(made.policy().withStart(new ClockPolicy.Start.At(target.instant("clockStartsAt"))));
        };
    }
}
