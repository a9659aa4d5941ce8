package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Policy;
import org.itsmkit.lifecycle.Lifecycle;
import org.junit.jupiter.api.Test;

/** Know one room and you know all: every practice has the same furniture, or is listed here as something else. */
class FurnitureTest {

    /** What is no practice, and why. */
    private static final Map<String, String> NO_ROOMS = Map.of(
            "approval", "what several rooms ask by",
            "calendar", "what several rooms count by",
            "internal", "how records are written",
            "lifecycle", "what all rooms stand on",
            "kernel", "what all rooms stand on",
            "engine", "what all rooms stand on",
            "ticket", "what several rooms share",
            "memory", "a store",
            "people", "shipped answers to two ports",
            "valuestream", "where rooms meet");

    /** Practices with less in them, and why. */
    private static final Map<String, String> SIMPLE = Map.of(
            "dimension", "computations over what others keep, and no record",
            "settings", "one record of a tenant, with no policy and one status");

    /** What rooms of several words call their record. */
    private static final Map<String, String> NAMES = Map.of(
            "majorincident", "MajorIncident",
            "knownerror", "KnownError",
            "practice", "Assessment",
            "servicelevel", "Agreement",
            "governance", "Directive");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importUrl(KitStyle.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyRoomHasItsFurniture() {
        for (String room : rooms()) {
            if (!SIMPLE.containsKey(room)) {
                assertThat(missing(CORE, "org.itsmkit", room))
                        .as("room %s", room)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyExceptionIsStillThere() {
        assertThat(packages()).containsAll(NO_ROOMS.keySet()).containsAll(SIMPLE.keySet());
    }

    @Test
    void everyPracticeIsDescribedInOurOwnWords() {
        for (String room : rooms()) {
            assertThat(FurnitureTest.class.getResource("/org/itsmkit/" + room + "/package-info.class"))
                    .as("package-info of %s", room)
                    .isNotNull();
        }
    }

    @Test
    void aRoomWithoutFurnitureIsNoticed() {
        JavaClasses fixtures = new ClassFileImporter().importPackages("org.itsmkit.bites.incident");

        assertThat(missing(fixtures, "org.itsmkit.bites", "incident"))
                .containsExactlyInAnyOrder(
                        "Incident, the record",
                        "IncidentCommand, of commands",
                        "IncidentEvent, of events",
                        "IncidentLifecycle.standard()",
                        "IncidentPolicy.standard()",
                        "Incidents, the definition");
    }

    private static Set<String> missing(JavaClasses classes, String root, String room) {
        String name = NAMES.getOrDefault(room, room.substring(0, 1).toUpperCase(Locale.ROOT) + room.substring(1));
        Map<String, Predicate<JavaClass>> furniture = new TreeMap<>(Map.of(
                name + ", the record", type -> type.isRecord(),
                name + "Command, of commands",
                        type -> hasMembers(classes, type, List.of(Command.class, Creation.class)),
                name + "Event, of events", type -> hasMembers(classes, type, List.of(Event.class)),
                name + "Lifecycle.standard()", type -> has(type, "standard", Lifecycle.class),
                name + "Policy.standard()", type -> has(type, "standard", Policy.class),
                name + "s, the definition",
                        type -> type.tryGetField("DEFINITION").isPresent()));
        Set<String> missing = new TreeSet<>();
        furniture.forEach((what, isRight) -> {
            String simpleName = what.split("[,.]")[0];
            boolean there = classes.stream()
                    .filter(type -> type.getName().equals(root + "." + room + "." + simpleName))
                    .anyMatch(isRight);
            if (!there) {
                missing.add(what);
            }
        });
        return missing;
    }

    private static boolean hasMembers(JavaClasses classes, JavaClass family, List<Class<?>> kinds) {
        return classes.stream()
                .filter(type -> type.getName().startsWith(family.getName() + "$"))
                .anyMatch(type -> kinds.stream().anyMatch(type::isAssignableTo));
    }

    private static boolean has(JavaClass type, String method, Class<?> answer) {
        return type.tryGetMethod(method)
                .filter(found -> found.getRawReturnType().isEquivalentTo(answer))
                .isPresent();
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>(packages());
        rooms.removeAll(NO_ROOMS.keySet());
        return rooms;
    }

    private static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CORE) {
            String name = type.getPackageName();
            if (name.startsWith("org.itsmkit.")) {
                packages.add(name.substring("org.itsmkit.".length()).split("\\.")[0]);
            }
        }
        return packages;
    }
}
