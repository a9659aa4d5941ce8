package org.itsmkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the house (DESIGN §5) for the packages beneath a root, so that the same rules can be turned on fixtures.
 *
 * <p>Every package right beneath the root is a room, unless it is named here. A new practice is therefore a room from its
 * first class on.
 */
final class Walls {

    /** What rooms may stand on. */
    private static final Set<String> FOUNDATION =
            Set.of("spi", "internal", "lifecycle", "kernel", "engine", "calendar", "ticket", "approval");

    /** Where rooms meet. */
    private static final Set<String> MEETING_PLACES = Set.of("valuestream");

    private static final Set<String> ROUND_THE_CLOCK = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.OffsetTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.MonthDay.now",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");

    private final String root;
    private final Set<String> namedDefaults;

    /**
     * The walls of a house.
     *
     * @param root the package of the front door
     * @param namedDefaults the top-level classes, by full name, that may touch time, chance, threads and the world
     */
    Walls(String root, Set<String> namedDefaults) {
        this.root = root;
        this.namedDefaults = namedDefaults;
    }

    ArchRule packagesFormNoCycle() {
        return slices().assignedFrom(new Rooms())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("packages form no cycle");
    }

    ArchRule roomsMeetOnlyById() {
        return classes()
                .that(areIn("a room", room -> !FOUNDATION.contains(room) && !MEETING_PLACES.contains(room)))
                .should(dependOnlyOn("the foundation", FOUNDATION))
                .allowEmptyShould(true)
                .as("rooms stand on the foundation and do not know each other");
    }

    ArchRule foundationKnowsNoRoom() {
        return classes()
                .that(areIn("the foundation", FOUNDATION::contains))
                .should(dependOnlyOn("itself", FOUNDATION))
                .allowEmptyShould(true)
                .as("the foundation knows no room");
    }

    ArchRule timeIsAnArgument() {
        return quiet("time is an argument", access("ask the time", target -> {
            String name = target.getOwner().getFullName() + "." + target.getName();
            return ROUND_THE_CLOCK.contains(name)
                    || name.startsWith("java.time.Clock.system")
                    || name.startsWith("java.time.Clock.tick");
        }));
    }

    ArchRule idsAreGiven() {
        return quiet(
                "ids are given, not rolled",
                access(
                        "roll an id",
                        target -> target.getOwner().isEquivalentTo(java.util.UUID.class)
                                && target.getName().equals("randomUUID")));
    }

    ArchRule nobodyStartsThreads() {
        DescribedPredicate<JavaClass> threadMakers = assignableTo(Thread.class)
                .or(assignableTo(java.util.concurrent.Executor.class))
                .or(assignableTo(java.util.concurrent.Executors.class))
                .or(assignableTo(java.util.Timer.class))
                .as("threads and pools");
        Set<String> making = Set.of("<init>", "start", "ofVirtual", "startVirtualThread", "schedule");
        ArchRule rule = noClasses()
                .that(not(namedDefault()))
                .should()
                .beAssignableTo(Thread.class)
                .orShould()
                .accessTargetWhere(access(
                        "make or start a thread",
                        target -> threadMakers.test(target.getOwner())
                                && (making.contains(target.getName())
                                        || target.getName().startsWith("new"))));
        return rule.allowEmptyShould(true).as("nobody starts threads");
    }

    ArchRule nobodyTouchesTheWorld() {
        return noClasses()
                .that(not(namedDefault()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.sql..", "javax.sql..", "java.net..", "com.fasterxml..", "tools.jackson..")
                        .or(assignableTo(java.io.File.class)))
                .allowEmptyShould(true)
                .as("nobody knows SQL, the network, files or JSON");
    }

    /**
     * Immutables names what it writes after the simple name of a nested record: two of one name in a package would
     * overwrite each other's builder without an error.
     */
    ArchRule generatedBuildersAreNotShared() {
        return classes()
                .that(new DescribedPredicate<JavaClass>("extend a generated builder") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getSimpleName().equals("Builder") && extendsOneOfOurs(type);
                    }
                })
                .should(new ArchCondition<JavaClass>("be the only one to extend it") {
                    private final Map<JavaClass, JavaClass> seen = new HashMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        JavaClass generated = type.getRawSuperclass().orElseThrow();
                        JavaClass other = seen.putIfAbsent(generated, type);
                        boolean alone = other == null || other.equals(type);
                        events.add(new SimpleConditionEvent(
                                type, alone, type.getName() + " and " + other + " share " + generated.getName()));
                    }
                })
                .allowEmptyShould(true)
                .as("records with builders have a simple name of their own in a package");
    }

    private boolean extendsOneOfOurs(JavaClass type) {
        return type.getRawSuperclass()
                .map(parent -> parent.getPackageName().equals(type.getPackageName()))
                .orElse(false);
    }

    private ArchRule quiet(String name, DescribedPredicate<JavaAccess<?>> forbidden) {
        return noClasses()
                .that(not(namedDefault()))
                .should()
                .accessTargetWhere(forbidden)
                .allowEmptyShould(true)
                .as(name);
    }

    private DescribedPredicate<JavaClass> namedDefault() {
        return new DescribedPredicate<>("named defaults") {
            @Override
            public boolean test(JavaClass type) {
                String name = type.getName();
                int nested = name.indexOf('$');
                return namedDefaults.contains(nested < 0 ? name : name.substring(0, nested));
            }
        };
    }

    private interface Target {
        boolean test(com.tngtech.archunit.core.domain.AccessTarget target);
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Target target) {
        return new DescribedPredicate<>(description) {
            @Override
            public boolean test(JavaAccess<?> access) {
                return target.test(access.getTarget());
            }
        };
    }

    private interface Room {
        boolean test(String name);
    }

    private DescribedPredicate<JavaClass> areIn(String description, Room wanted) {
        return new DescribedPredicate<>("are in " + description) {
            @Override
            public boolean test(JavaClass type) {
                String room = room(type);
                return !room.isEmpty() && !room.equals(FRONT_DOOR) && wanted.test(room);
            }
        };
    }

    private ArchCondition<JavaClass> dependOnlyOn(String description, Set<String> allowed) {
        return new ArchCondition<>("depend only on " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = room(type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = room(dependency.getTargetClass());
                    boolean fine = other.isEmpty() || other.equals(own) || allowed.contains(other);
                    events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
                }
            }
        };
    }

    private static final String FRONT_DOOR = "(front door)";

    /** The room of a class: empty for what lies outside of the house. */
    private String room(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return FRONT_DOOR;
        }
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String inner = name.substring(root.length() + 1);
        int dot = inner.indexOf('.');
        return dot < 0 ? inner : inner.substring(0, dot);
    }

    private final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = room(type);
            return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
        }

        @Override
        public String getDescription() {
            return "packages beneath " + root;
        }
    }
}
