package dev.ananas.orm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which package of this module may use which. */
class ArchitectureTest {

    private static final String ROOT = "dev.ananas.orm";

    /** From the bottom up: a package may use itself and what stands on a lower floor, never its neighbours or above. */
    static final List<Set<String>> FLOORS = List.of(
            Set.of(ROOT + ".internal.list"),
            Set.of(ROOT + ".view"),
            Set.of(ROOT + ".internal.change"),
            Set.of(ROOT + ".model"),
            Set.of(ROOT + ".query", ROOT + ".json"),
            Set.of(ROOT + ".internal.schema"),
            Set.of(ROOT + ".internal.codec"),
            Set.of(ROOT + ".internal.table"),
            Set.of(ROOT + ".internal.plan"),
            Set.of(ROOT + ".internal.write"),
            Set.of(ROOT + ".internal.live", ROOT + ".internal.snapshot"),
            Set.of(ROOT),
            Set.of(ROOT + ".load"));

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageHasAFloor() {
        Set<String> floors = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(MODULE.stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(floors);
    }

    @ParameterizedTest
    @FieldSource("FLOORS")
    void packagesUseOnlyWhatStandsBelow(Set<String> floor) {
        Set<String> below = FLOORS.subList(0, FLOORS.indexOf(floor)).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        for (String name : floor) {
            classes()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage(ROOT + ".."))
                            .or(resideInAPackage(name))
                            .or(resideInAnyPackage(below.toArray(String[]::new))))
                    .allowEmptyShould(true)
                    .check(MODULE);
        }
    }

    @Test
    void onlyTheStoreIsBelow() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.ananas..")
                        .and(not(resideInAnyPackage(ROOT + "..", "dev.ananas.store.."))))
                .check(MODULE);
    }

    @Test
    void entityTypesQueriesAndResultsDoNotReachIntoTheStore() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".view", ROOT + ".model", ROOT + ".query")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ananas.store.spi..")
                .check(MODULE);
    }

    @Test
    void writesAndLiveQueriesReadNoWholeTable() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".internal.write", ROOT + ".internal.live")
                .should()
                .callMethod(Table.class, "rows")
                .orShould()
                .callMethod(Draft.class, "rows", TableSchema.class)
                .check(MODULE);
    }

    @Test
    void nothingReflects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(MODULE);
        noClasses().should().callMethod(Class.class, "isRecord").check(MODULE);
        noClasses().should().callMethod(Class.class, "getRecordComponents").check(MODULE);
    }
}
