package org.itsmkit.spi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** The ground of the house holds JDK types and nothing that a particular host or store would need. */
class ArchitectureTest {

    private static final JavaClasses SPI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.itsmkit.spi");

    private static final ArchRule JDK_TYPES_ONLY = noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", "org.itsmkit.spi.."))
                    .or(resideInAnyPackage("java.sql..", "java.net..")));

    @Test
    void thePortsAreThere() {
        assertThat(SPI).isNotEmpty().noneMatch(type -> type.isEquivalentTo(ArchitectureTest.class));
    }

    @Test
    void thePortsSpeakInJdkTypes() {
        JDK_TYPES_ONLY.check(SPI);
    }

    @Test
    void theRuleBites() {
        assertThat(bites(KnowsSql.class)).isTrue();
        assertThat(bites(KnowsALibrary.class)).isTrue();
    }

    private static boolean bites(Class<?> culprit) {
        return JDK_TYPES_ONLY
                .evaluate(new ClassFileImporter().importClasses(culprit))
                .hasViolation();
    }

    static class KnowsSql {
        Connection connection;
    }

    static class KnowsALibrary {
        JavaClasses classes;
    }
}
