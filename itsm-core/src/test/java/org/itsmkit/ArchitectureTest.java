package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.itsmkit.bites.FrontDoor;
import org.itsmkit.bites.World;
import org.itsmkit.internal.KitStyle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core keeps the walls of DESIGN §5, and each wall is shown to stand. */
class ArchitectureTest {

    /** The shipped defaults that touch time, chance, threads or the world; by full name, with the reason. */
    private static final Set<String> NAMED_DEFAULTS = Set.of(
            // the front door takes the system clock where the host gives none
            "org.itsmkit.Itsm",
            // the queue that is asked to run in threads of its own
            "org.itsmkit.memory.Worker");

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(KitStyle.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Walls WALLS = new Walls("org.itsmkit", NAMED_DEFAULTS);

    @Test
    void coreIsThere() {
        assertThat(CORE.contain(KitStyle.class)).isTrue();
        assertThat(CORE.contain(World.class)).isFalse();
    }

    @Test
    void packagesFormNoCycle() {
        WALLS.packagesFormNoCycle().check(CORE);
    }

    @Test
    void roomsMeetOnlyById() {
        WALLS.roomsMeetOnlyById().check(CORE);
    }

    @Test
    void foundationKnowsNoRoom() {
        WALLS.foundationKnowsNoRoom().check(CORE);
    }

    @Test
    void timeIsAnArgument() {
        WALLS.timeIsAnArgument().check(CORE);
    }

    @Test
    void idsAreGiven() {
        WALLS.idsAreGiven().check(CORE);
    }

    @Test
    void nobodyStartsThreads() {
        WALLS.nobodyStartsThreads().check(CORE);
    }

    @Test
    void nobodyTouchesTheWorld() {
        WALLS.nobodyTouchesTheWorld().check(CORE);
    }

    @Test
    void generatedBuildersAreNotShared() {
        WALLS.generatedBuildersAreNotShared().check(CORE);
    }

    /** The same rules on fixtures that break them. */
    @Nested
    class Bites {

        private static final Walls FIXTURES = new Walls("org.itsmkit.bites", Set.of());

        @Test
        void aCycleBetweenPackages() {
            assertBites(
                    FIXTURES.packagesFormNoCycle(),
                    org.itsmkit.bites.kernel.Loop.class,
                    org.itsmkit.bites.engine.Loop.class);
        }

        @Test
        void aCycleThroughTheFrontDoor() {
            assertBites(
                    FIXTURES.packagesFormNoCycle(),
                    FrontDoor.class,
                    org.itsmkit.bites.problem.Problem.class,
                    org.itsmkit.bites.problem.UsesFrontDoor.class);
        }

        @Test
        void aRoomThatKnowsAnother() {
            assertBites(FIXTURES.roomsMeetOnlyById(), org.itsmkit.bites.incident.UsesProblem.class);
        }

        @Test
        void aRoomThatKnowsTheFrontDoor() {
            assertBites(FIXTURES.roomsMeetOnlyById(), org.itsmkit.bites.problem.UsesFrontDoor.class);
        }

        @Test
        void anEngineThatKnowsARoom() {
            assertBites(FIXTURES.foundationKnowsNoRoom(), org.itsmkit.bites.engine.UsesProblem.class);
        }

        @Test
        void whatCrossesRoomsMayKnowThem() {
            JavaClasses crossing = new ClassFileImporter().importClasses(org.itsmkit.bites.valuestream.Crosses.class);

            assertThatCode(() -> FIXTURES.roomsMeetOnlyById().check(crossing)).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    World.AsksTheTime.class,
                    World.AsksTheTimeByReference.class,
                    World.AsksTheDate.class,
                    World.ReadsMillis.class,
                    World.TakesTheSystemClock.class,
                    World.TakesTheSystemSource.class
                })
        void whoeverFetchesTheTime(Class<?> culprit) {
            assertBites(FIXTURES.timeIsAnArgument(), culprit);
        }

        @Test
        void whoeverRollsAnId() {
            assertBites(FIXTURES.idsAreGiven(), World.RollsAnId.class);
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    World.MakesAThread.class,
                    World.IsAThread.class,
                    World.StartsAThread.class,
                    World.MakesAPool.class
                })
        void whoeverStartsAThread(Class<?> culprit) {
            assertBites(FIXTURES.nobodyStartsThreads(), culprit);
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    World.KnowsSql.class,
                    World.KnowsTheNetwork.class,
                    World.KnowsFiles.class,
                    World.KnowsJson.class
                })
        void whoeverTouchesTheWorld(Class<?> culprit) {
            assertBites(FIXTURES.nobodyTouchesTheWorld(), culprit);
        }

        @Test
        void twoRecordsThatShareABuilder() {
            JavaClasses twins = new ClassFileImporter().importPackages("org.itsmkit.bites.twins");

            assertThat(FIXTURES.generatedBuildersAreNotShared().evaluate(twins).hasViolation())
                    .isTrue();
        }

        @Test
        void butNotTheNamedDefaults() {
            Walls named = new Walls("org.itsmkit.bites", Set.of(World.class.getName()));
            JavaClasses world = new ClassFileImporter().importPackagesOf(World.class);

            assertThat(named.timeIsAnArgument().evaluate(world).hasViolation()).isFalse();
            assertThat(named.idsAreGiven().evaluate(world).hasViolation()).isFalse();
            assertThat(named.nobodyTouchesTheWorld().evaluate(world).hasViolation())
                    .isFalse();
        }

        private static void assertBites(ArchRule rule, Class<?>... culprits) {
            var verdict = rule.evaluate(new ClassFileImporter().importClasses(culprits));

            assertThat(verdict.hasViolation()).as(rule.getDescription()).isTrue();
            assertThat(verdict.getFailureReport().toString()).contains(culprits[0].getSimpleName());
        }
    }
}
