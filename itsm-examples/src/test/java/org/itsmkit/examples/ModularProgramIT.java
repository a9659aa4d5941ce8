package org.itsmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's own modular program, compiled and run on the module path against the jars as they are published. */
class ModularProgramIT {

    /** Written by the build before this test runs (maven-dependency-plugin, {@code module-path} in the pom). */
    private static final Path RUNTIME_CLASSPATH = Path.of("target", "runtime.classpath");

    private static final List<String> NEEDED = List.of(
            "itsm-spi-",
            "itsm-core-",
            "itsm-persistence-jdbc-",
            "vavr-",
            "slf4j-api-",
            "slf4j-simple-",
            "jspecify-",
            "jackson-",
            "db-scheduler-",
            "h2-");

    @TempDir
    private Path sources;

    @TempDir
    private Path classes;

    private String modulePath = "";

    @BeforeEach
    void findTheJars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : Files.readString(RUNTIME_CLASSPATH).strip().split(Pattern.quote(File.pathSeparator), -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (NEEDED.stream().anyMatch(name::startsWith)) {
                jars.add(entry);
            }
        }
        assertThat(jars)
                .filteredOn(jar -> Path.of(jar).getFileName().toString().startsWith("itsm-"))
                .as("run `mvn verify`, so that our modules are jars")
                .hasSize(3)
                .allMatch(jar -> jar.endsWith(".jar"));
        modulePath = String.join(File.pathSeparator, jars);
    }

    @Test
    void aModularProgramCompilesAndRuns() throws IOException, InterruptedException {
        String messages = compile("module host { requires org.itsmkit.core; requires org.itsmkit.jdbc; }", """
                package host;

                public class Main {
                    public static void main(String[] arguments) {
                        for (String name : new String[] {"org.itsmkit.spi", "org.itsmkit.core", "org.itsmkit.jdbc"}) {
                            Module module = ModuleLayer.boot().findModule(name).orElseThrow();
                            System.out.println(module.getName() + " " + module.getDescriptor().isAutomatic());
                        }
                    }
                }
                """);
        assertThat(messages).isEmpty();

        assertThat(run("host/host.Main"))
                .isEqualToNormalizingNewlines(
                        "org.itsmkit.spi false\norg.itsmkit.core false\norg.itsmkit.jdbc false\n");
    }

    /** The same day's work, in whatever store: an incident is logged, taken up, resolved, and found again as it was. */
    private static final String DAYS_WORK = """
                package host;

                import org.itsmkit.Itsm;
                import org.itsmkit.incident.IncidentCommand;
                import org.itsmkit.incident.Incidents;
                import org.itsmkit.incident.Resolution;
                import org.itsmkit.kernel.Impact;
                import org.itsmkit.kernel.Urgency;
                import org.itsmkit.people.Authorizers;
                import org.itsmkit.spi.Caller;
                import org.itsmkit.spi.PersonId;
                import org.itsmkit.spi.TenantId;
                import org.itsmkit.spi.store.RecordStore;
                import org.itsmkit.ticket.TicketCommand;

                public class Main {
                    public static void main(String[] arguments) {
                        Itsm itsm = Itsm.builder().store(store()).authorizer(Authorizers.allowAll()).build();
                        Caller anna = Caller.of(TenantId.of("acme"), PersonId.of("anna"));
                        var id = itsm.incidents().submit(anna, IncidentCommand.log().title("Mail is down")
                                .impact(Impact.HIGH).urgency(Urgency.HIGH).build()).get().id();
                        itsm.incidents().submit(anna, id, new TicketCommand.Start<>()).get();
                        itsm.incidents().submit(anna, id,
                                new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "failed over")).get();
                        var refused = itsm.incidents().submit(anna, id, new TicketCommand.Start<>()).getLeft();
                        var found = itsm.incidents().find(anna, id).get().record();
                        System.out.println(found.ticket().number() + " " + found.ticket().priority() + " "
                                + found.ticket().status() + " " + found.resolution().get().code() + " "
                                + itsm.incidents().history(anna, id).size() + " "
                                + itsm.incidents().count(anna, Incidents.FIELDS.title.is("Mail is down")) + " "
                                + refused.code() + " "
                                + Main.class.getModule() + " " + Itsm.class.getModule().getDescriptor().isAutomatic());
                    }

                    private static RecordStore store() {
                        // STORE
                    }
                }
                """;

    private static final String DONE =
            "INC0000001 critical resolved workaround 3 1 lifecycle.not-possible module host false\n";

    @Test
    void aModularProgramWorksInMemory() throws IOException, InterruptedException {
        String messages = compile(
                "module host { requires org.itsmkit.core; }",
                DAYS_WORK.replace(
                        "// STORE", "return new org.itsmkit.memory.InMemoryStore(java.time.InstantSource.system());"));
        assertThat(messages).isEmpty();

        assertThat(run("host/host.Main")).isEqualToNormalizingNewlines(DONE);
    }

    @Test
    void aModularProgramWorksWithADatabase() throws IOException, InterruptedException {
        String messages = compile(
                "module host { requires org.itsmkit.core; requires org.itsmkit.jdbc; requires java.sql; requires com.h2database; }",
                DAYS_WORK.replace("// STORE", """
                        var dataSource = new org.h2.jdbcx.JdbcDataSource();
                        dataSource.setURL("jdbc:h2:mem:host;DB_CLOSE_DELAY=-1");
                        org.itsmkit.jdbc.Installer.install(dataSource);
                        return org.itsmkit.jdbc.JdbcStore.builder().dataSource(dataSource).build();
                        """));
        assertThat(messages).isEmpty();

        assertThat(run("host/host.Main")).isEqualToNormalizingNewlines(DONE);
    }

    @Test
    void internalPackagesStayInside() throws IOException {
        String messages = compile(
                "module host { requires org.itsmkit.core; }",
                "package host; @org.itsmkit.internal.KitStyle public class Main {}");

        assertThat(messages).contains("package org.itsmkit.internal is not visible");
    }

    private String compile(String moduleInfo, String main) throws IOException {
        Path info = Files.writeString(sources.resolve("module-info.java"), moduleInfo);
        Path program = Files.writeString(
                Files.createDirectories(sources.resolve("host")).resolve("Main.java"), main);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new javax.tools.DiagnosticCollector<javax.tools.JavaFileObject>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("--release", "17", "--module-path", modulePath, "-d", classes.toString(), "-proc:none");
            compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(info, program))
                    .call();
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(problem -> problem.getMessage(Locale.ROOT))
                .reduce("", (before, after) -> before + after + "\n");
    }

    private String run(String module) throws IOException, InterruptedException {
        Path output = sources.resolve("output.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath + File.pathSeparator + classes,
                        "--module",
                        module)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(program.exitValue()).as(said).isZero();
        return said;
    }
}
