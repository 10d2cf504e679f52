package dev.ananas.orm.processor.generated;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ananas.orm.processor.readme.User_;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What compiled generated classes use. */
class GeneratedCodeTest {
    private static final Pattern GENERATED = Pattern.compile(".*_(\\$.*)?\\.class");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> location.matches(GENERATED))
            .importUrl(User_.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void generatedClassesDoNotReflect() {
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName)).contains("User_", "Order_", "Person_", "UserAccess");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
                .orShould()
                .callMethod(Class.class, "getRecordComponents")
                .orShould()
                .callMethod(Class.class, "isRecord")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(CLASSES);
    }

    @Test
    void generatedClassesMentionNoOtherGeneratedClass() {
        for (JavaClass one : CLASSES) {
            String own = one.getName().replaceAll("\\$.*", "");
            assertThat(one.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getName())
                            .filter(name -> name.endsWith("_") || name.contains("_$"))
                            .filter(name -> !name.replaceAll("\\$.*", "").equals(own)))
                    .as(one.getName())
                    .isEmpty();
        }
    }
}
