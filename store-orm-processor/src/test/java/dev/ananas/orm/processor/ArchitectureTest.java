package dev.ananas.orm.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What the processor may use. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(
                    EntityProcessor.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theProcessorNeedsNothingButTheCompilerAndWhatItBringsAlong() {
        assertThat(MODULE).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.annotation.processing..",
                        "javax.lang.model..",
                        "javax.tools..",
                        "com.palantir.javapoet..",
                        "org.jspecify.annotations..",
                        "dev.ananas.orm.processor..")
                .check(MODULE);
    }
}
