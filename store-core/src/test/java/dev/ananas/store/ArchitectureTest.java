package dev.ananas.store;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package of this module may use which. */
class ArchitectureTest {
    private static final String INTERNAL = "dev.ananas.store.internal";

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ananas.store");

    @Test
    void theStoreKnowsNothingOfWhatIsBuiltOnIt() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.ananas..").and(not(resideInAPackage("dev.ananas.store.."))))
                .check(MODULE);
    }

    @Test
    void collectionsStandOnTheirOwn() {
        classes()
                .that()
                .resideInAPackage("dev.ananas.store.collection..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.ananas.store.collection..", "java..", "org.jspecify.annotations")
                .allowEmptyShould(true)
                .check(MODULE);
    }

    @Test
    void onlyTheStoreUsesItsServiceInterfaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.ananas.store.spi..", INTERNAL + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ananas.store.spi..")
                .allowEmptyShould(true)
                .check(MODULE);
    }

    @Test
    void onlyWhatBeginsAStoreASliceOrASelectorReachesWhatIsInside() {
        noClasses()
                .that(not(resideInAPackage(INTERNAL + ".."))
                        .and(not(belongToAnyOf(StoreBuilder.class, StoreDefinition.class, Selector.class))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL + "..")
                .check(MODULE);
    }

    @Test
    void arrowsBetweenInternalPackagesPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(INTERNAL + "..")
                .layer("store")
                .definedBy(INTERNAL)
                .layer("history")
                .definedBy(INTERNAL + ".history")
                .layer("kernel")
                .definedBy(INTERNAL + ".kernel")
                .layer("timeline")
                .definedBy(INTERNAL + ".timeline")
                .layer("action")
                .definedBy(INTERNAL + ".action")
                .layer("reduce")
                .definedBy(INTERNAL + ".reduce")
                .layer("selector")
                .definedBy(INTERNAL + ".selector")
                .layer("publication")
                .definedBy(INTERNAL + ".publication")
                .layer("checks")
                .definedBy(INTERNAL + ".checks")
                .whereLayer("store")
                .mayOnlyAccessLayers("history", "kernel", "action", "selector")
                .whereLayer("history")
                .mayOnlyAccessLayers("kernel", "timeline")
                .whereLayer("kernel")
                .mayOnlyAccessLayers("timeline", "action", "reduce", "selector", "publication", "checks")
                .whereLayer("timeline")
                .mayOnlyAccessLayers("reduce")
                .whereLayer("action")
                .mayOnlyAccessLayers("reduce", "publication")
                .whereLayer("reduce")
                .mayOnlyAccessLayers("checks")
                .whereLayer("selector")
                .mayOnlyAccessLayers("publication", "checks")
                .whereLayer("publication")
                .mayOnlyAccessLayers("checks")
                .whereLayer("checks")
                .mayNotAccessAnyLayer()
                .ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(INTERNAL + "..")))
                .check(MODULE);
    }

    @Test
    void thePackageOfTheApiHoldsNothingElse() {
        classes()
                .that()
                .resideInAPackage("dev.ananas.store")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .bePublic()
                .check(MODULE);
    }

    @Test
    void nothingReflects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(MODULE);
    }
}
