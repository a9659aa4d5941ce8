package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Target;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Recurrence;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.RecurrenceCommand;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.ClockCommand;
import org.itsmkit.settings.SettingsCommand;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.testkit.fixture.Procedures;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.HoldCommand;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TierCommand;
import org.itsmkit.ticket.TimeCommand;

/**
 * Every command that there is, found among the nested and permitted classes of the families, and one of each, made of its components:
 * so that a command that is added later is met by every test that goes through all of them.
 */
final class Specimens {

    /** When meetings are to be: some years after everything else. */
    private static final Instant NINE = Instant.parse("2036-09-01T09:00:00Z");

    private static final List<Class<?>> OF_TICKETS = List.of(
            TicketCommand.class,
            HoldCommand.class,
            TicketFamilyCommand.class,
            TicketMergeCommand.class,
            TierCommand.class,
            TaskCommand.class,
            TimeCommand.class,
            AttachmentCommand.class,
            ClockCommand.class,
            AffectedCommand.class);

    /** The families whose commands each kind of record takes. */
    static final Map<String, List<Class<?>>> FAMILIES = Map.ofEntries(
            Map.entry(
                    "incident",
                    and(OF_TICKETS, IncidentCommand.class, IncidentTimelineCommand.class, WorkaroundCommand.class)),
            Map.entry("problem", and(OF_TICKETS, ProblemCommand.class, RecurrenceCommand.class, FixingCommand.class)),
            Map.entry("known-error", and(OF_TICKETS, KnownErrorCommand.class, FixingCommand.class)),
            Map.entry("change", and(OF_TICKETS, ChangeCommand.class)),
            Map.entry("change-model", List.of(ChangeModelCommand.class)),
            Map.entry("major-incident", List.of(MajorIncidentCommand.class)),
            Map.entry("cab-meeting", List.of(CabMeetingCommand.class)),
            Map.entry("assessment", List.of(AssessmentCommand.class)),
            Map.entry("agreement", List.of(AgreementCommand.class)),
            Map.entry("improvement", List.of(ImprovementCommand.class)),
            Map.entry("service", List.of(ServiceCommand.class)),
            Map.entry("settings", List.of(SettingsCommand.class)),
            Map.entry("governance-policy", List.of(GovernancePolicyCommand.class)),
            Map.entry("directive", List.of(DirectiveCommand.class)));

    private Specimens() {}

    private static List<Class<?>> and(List<Class<?>> some, Class<?>... others) {
        List<Class<?>> all = new ArrayList<>(List.of(others));
        all.addAll(some);
        return List.copyOf(all);
    }

    /** Every class of command that records of {@code kind} take, creations included. */
    static Set<Class<?>> classes(String kind) {
        Set<Class<?>> found = new LinkedHashSet<>();
        FAMILIES.getOrDefault(kind, List.of()).forEach(family -> gather(family, found));
        return found;
    }

    /** Those of {@link #classes} that are to be tried one by one: what all tickets share is, with one kind of them and not with all. */
    static Set<Class<?>> toBeTried(String kind) {
        Set<Class<?>> found = classes(kind);
        if (!kind.equals("incident")) {
            Set<Class<?>> common = new LinkedHashSet<>();
            OF_TICKETS.forEach(family -> gather(family, common));
            found.removeAll(common);
        }
        return found;
    }

    private static void gather(Class<?> type, Set<Class<?>> found) {
        if (type.isRecord() && Intention.class.isAssignableFrom(type)) {
            found.add(type);
        } else if (!type.isRecord()) {
            Arrays.stream(type.getDeclaredClasses()).forEach(nested -> gather(nested, found));
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> gather(permitted, found));
            }
        }
    }

    /** One of that class; what it says is plain, and {@code ref} is what it points at if it points. */
    static Object of(Class<?> type, RecordRef ref) {
        return value(type, ref);
    }

    static List<RecordComponent> components(Class<?> type) {
        return List.of(type.getRecordComponents());
    }

    /** A record of that class with these components; an exception is the constructor's own. */
    static Object construct(Class<?> type, List<?> values) {
        try {
            Class<?>[] types =
                    components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** The components of a record, in their order. */
    static List<Object> values(Object record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                values.add(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }
        return values;
    }

    private static Object value(Type type, RecordRef ref) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return Optional.of(value(generic.getActualTypeArguments()[0], ref));
            }
            if (raw == Map.class) {
                Type held = generic.getActualTypeArguments()[1];
                // Custom fields are those that a tenant has.
                return held == FieldValue.class
                        ? Map.of()
                        : Map.of(value(generic.getActualTypeArguments()[0], ref), value(held, ref));
            }
            if (raw == Set.class) {
                return Set.of(value(generic.getActualTypeArguments()[0], ref));
            }
            if (raw == List.class) {
                return List.of(value(generic.getActualTypeArguments()[0], ref));
            }
            return value(raw, ref);
        }
        return plain((Class<?>) type, ref);
    }

    private static Object plain(Class<?> type, RecordRef ref) {
        Map<Class<?>, Object> known = Map.ofEntries(
                Map.entry(String.class, "text"),
                Map.entry(boolean.class, false),
                Map.entry(int.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(Integer.class, 1),
                Map.entry(Long.class, 1L),
                Map.entry(BigDecimal.class, BigDecimal.ONE),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Window.class, new Window(NINE, NINE.plus(Duration.ofHours(1)))),
                Map.entry(LocalDate.class, LocalDate.of(2026, 9, 1)),
                Map.entry(LocalTime.class, LocalTime.NOON),
                Map.entry(Duration.class, Duration.ofMinutes(5)),
                Map.entry(Currency.class, Currency.getInstance("EUR")),
                Map.entry(ZoneId.class, ZoneOffset.UTC),
                Map.entry(PersonId.class, CARLA),
                Map.entry(GroupId.class, OPERATIONS),
                Map.entry(RecordRef.class, ref),
                Map.entry(RecordId.class, ref.id()),
                Map.entry(Action.class, Action.of("do-something")),
                Map.entry(CalendarData.class, CalendarData.of(ZoneOffset.UTC, BusinessHours.always())),
                Map.entry(PriorityMatrix.class, PriorityMatrix.standard()),
                Map.entry(Recurrence.class, new Recurrence(2, Duration.ofDays(1))),
                Map.entry(Condition.class, Condition.all()),
                Map.entry(ChangeProcedure.class, Procedures.full()),
                Map.entry(ScopeItem.class, ScopeItem.of("service-desk", 1)),
                Map.entry(
                        Figure.class,
                        Figure.of("text", Quantity.of(1), 1, new Window(NINE, NINE.plus(Duration.ofHours(1))), "text")),
                Map.entry(
                        Target.class,
                        new Target(
                                "text",
                                "text",
                                BigDecimal.ZERO,
                                Instant.EPOCH.minusSeconds(60),
                                BigDecimal.TEN,
                                NINE,
                                BigDecimal.ONE)),
                Map.entry(
                        Analysis.class,
                        FiveWhys.chain(
                                "text", List.of(FiveWhys.Why.of("text", "text").inOurControl()))),
                Map.entry(FieldValue.class, FieldValue.text("text")));
        Object value = known.get(type);
        if (value != null) {
            return value;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return constant(type).or(() -> parsed(type, "text")).orElseGet(() -> composed(type, ref));
    }

    /** One of the constants that a type of values declares of itself. */
    private static Optional<Object> constant(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(f -> f.getType() == type
                        && Modifier.isStatic(f.getModifiers())
                        && Modifier.isPublic(f.getModifiers()))
                .findFirst()
                .map(f -> {
                    try {
                        return f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(f.toString(), e);
                    }
                });
    }

    /** What a type makes of a text, if it can; an exception is its own. */
    static Optional<Object> parsed(Class<?> type, String text) {
        try {
            Method of = type.getMethod("of", String.class);
            return Modifier.isStatic(of.getModifiers()) ? Optional.of(of.invoke(null, text)) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object composed(Class<?> type, RecordRef ref) {
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[0], ref);
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("no way to make a " + type.getName() + "; say one in Specimens");
        }
        return construct(
                type,
                components(type).stream()
                        .map(c -> value(c.getGenericType(), ref))
                        .toList());
    }
}
