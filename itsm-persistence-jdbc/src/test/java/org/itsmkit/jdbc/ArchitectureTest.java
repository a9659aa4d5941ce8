package org.itsmkit.jdbc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.itsmkit.standin.Practice;
import org.junit.jupiter.api.Test;

/** The store stands on the SPI and does not know what an incident is. */
class ArchitectureTest {

    private static final JavaClasses STORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.itsmkit.jdbc");

    private static final ArchRule KNOWS_NO_PRACTICE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.itsmkit..")
                    .and(not(resideInAnyPackage("org.itsmkit.spi..", "org.itsmkit.jdbc.."))));

    @Test
    void theStoreIsThere() {
        assertThat(STORE).isNotEmpty().noneMatch(type -> type.isEquivalentTo(ArchitectureTest.class));
    }

    @Test
    void theStoreKnowsNoPractice() {
        KNOWS_NO_PRACTICE.check(STORE);
    }

    @Test
    void theRuleBites() {
        JavaClasses culprit = new ClassFileImporter().importClasses(KnowsCore.class);

        assertThat(KNOWS_NO_PRACTICE.evaluate(culprit).hasViolation()).isTrue();
    }

    static class KnowsCore {
        Practice practice;
    }
}
