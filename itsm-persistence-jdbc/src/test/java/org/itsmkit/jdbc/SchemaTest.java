package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are created when somebody asks for it, and compared with what they should be. */
class SchemaTest {

    private static final TenantId ACME = TenantId.of("acme");

    @ParameterizedTest
    @EnumSource
    void whatWasInstalledIsAsItShouldBe(Engine engine) {
        TestDatabase database = engine.open();

        assertThat(SchemaVerifier.verify(database.dataSource(), database.schema(), "itsm_"))
                .isEmpty();
        Installer.install(database.dataSource(), database.schema(), "itsm_");
        assertThat(SchemaVerifier.verify(database.dataSource(), database.schema(), "itsm_"))
                .isEmpty();
        database.assertNothingIsOpen();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void manyMayInstallAtOnceUnderOtherNames(Engine engine) throws Exception {
        TestDatabase database = engine.open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> installations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            installations.add(threads.submit(() -> Installer.install(database.dataSource(), "facilities", "kit_")));
        }
        for (Future<?> installation : installations) {
            installation.get();
        }
        threads.shutdown();
        JdbcStore store = JdbcStore.builder()
                .dataSource(database.dataSource())
                .schema("facilities")
                .prefix("kit_")
                .build();

        RichCommit.prepare(store, ACME);
        store.commit(ACME, RichCommit.commit());

        assertThat(store.find(ACME, Repairs.KIND, RichCommit.DOOR)).isPresent();
        assertThat(database.store().find(ACME, Repairs.KIND, RichCommit.DOOR)).isEmpty();
        assertThat(SchemaVerifier.verify(database.dataSource(), "facilities", "kit_"))
                .isEmpty();
        database.execute("DROP SCHEMA facilities CASCADE");
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void theVerifierNamesWhatIsMissingAndWhatIsDifferent(Engine engine) {
        TestDatabase database = engine.open();
        database.execute("DROP TABLE " + database.table("word"));
        database.execute("ALTER TABLE " + database.table("journal") + " DROP COLUMN actor");
        database.execute("ALTER TABLE " + database.table("command") + " ALTER COLUMN content "
                + (engine == Engine.H2 ? "SET DATA TYPE VARCHAR(20)" : "TYPE VARCHAR(20)"));
        database.execute("ALTER TABLE " + database.table("number") + " ALTER COLUMN last_given DROP NOT NULL");
        database.execute(
                "DROP INDEX " + (database.schema().isEmpty() ? "" : database.schema() + ".") + "itsm_link_target");

        assertThat(SchemaVerifier.verify(database.dataSource(), database.schema(), "itsm_"))
                .containsExactlyInAnyOrder(
                        "table itsm_word is missing",
                        "column itsm_journal.actor is missing",
                        "column itsm_command.content is VARCHAR(20), not VARCHAR(128)",
                        "column itsm_number.last_given may be null",
                        "index itsm_link_target is missing",
                        "index itsm_word_record is missing");
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void theStoreNeverCreatesTables(Engine engine) {
        TestDatabase database = engine.open();
        JdbcStore store = database.storeBuilder().prefix("absent_").build();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> RichCommit.prepare(store, ACME));
        assertThat(SchemaVerifier.verify(database.dataSource(), database.schema(), "absent_"))
                .contains("table absent_record is missing");
        database.close();
    }

    @Test
    void everyDialectHasAScriptWithoutPlaceholders() {
        for (Dialect dialect : Dialect.values()) {
            String script = SchemaScript.of(dialect, "desk", "kit_");

            assertThat(script)
                    .contains("CREATE SCHEMA IF NOT EXISTS desk;", "desk.kit_record", "kit_task_due")
                    .doesNotContain("${");
            assertThat(SchemaScript.of(dialect, "", "itsm_"))
                    .contains(" itsm_record")
                    .doesNotContain("SCHEMA IF");
        }
    }

    @Test
    void namesThatAreNotPlainAreRefused() {
        for (String name : List.of("a b", "x;drop table y", "\"q\"", "ä", "1a", "a.b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SchemaScript.of(Dialect.H2, name, "itsm_"));
            assertThatIllegalArgumentException().isThrownBy(() -> SchemaScript.of(Dialect.H2, "", name));
        }
    }
}
