package dev.ananas.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.view.View;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ananas.orm.Database;
import dev.ananas.store.Store;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Which package of this module may use which toolkit, and that each loads without the others. */
class ArchitectureTest {
    private static final String ROOT = "dev.ananas.ui";
    private static final Map<String, String[]> TOOLKITS = Map.of(
            "javafx", new String[] {"javafx..", "com.sun.javafx.."},
            "swing", new String[] {"javax.swing..", "java.awt.."},
            "android", new String[] {"android.."});

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theCoreUsesNoToolkit() {
        TOOLKITS.values()
                .forEach(toolkit -> noClasses()
                        .that()
                        .resideInAPackage(ROOT)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(toolkit))
                        .check(MODULE));
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".*.."))
                .check(MODULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javafx", "swing", "android"})
    void aToolkitPackageUsesItsToolkitAndNoOther(String name) {
        TOOLKITS.forEach((other, toolkit) -> {
            if (!other.equals(name)) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + name + "..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(toolkit).or(resideInAPackage(ROOT + "." + other + "..")))
                        .allowEmptyShould(true)
                        .check(MODULE);
            }
        });
    }

    @Test
    void nothingReflects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(MODULE);
    }

    /** Desktop packages but those of JavaFX load from a class path that has neither JavaFX nor Android. */
    @Test
    void whatIsNotJavaFxLoadsWithoutJavaFx() throws IOException, ClassNotFoundException {
        assertLoads(
                name -> !name.startsWith(ROOT + ".javafx.") && !name.startsWith(ROOT + ".android."), withoutToolkits());
    }

    @Test
    void whatIsForAndroidLoadsWithAndroidAlone() throws IOException, ClassNotFoundException {
        assertLoads(
                name -> !name.startsWith(ROOT + ".javafx.") && !name.startsWith(ROOT + ".swing."),
                withoutToolkits(),
                location(View.class));
    }

    private static void assertLoads(Predicate<String> named, URL[] path, URL... more)
            throws IOException, ClassNotFoundException {
        List<String> classes =
                MODULE.stream().map(type -> type.getName()).filter(named).toList();
        assertThat(classes).contains(UiScope.class.getName());
        URL[] all = Stream.concat(Stream.of(path), Stream.of(more)).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(all, ClassLoader.getPlatformClassLoader())) {
            for (String name : classes) {
                Class<?> loaded = Class.forName(name, true, loader);
                assertThat(loaded.getDeclaredMethods()).isNotNull();
            }
            assertThatThrownBy(() -> Class.forName("javafx.collections.ObservableList", true, loader))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static URL[] withoutToolkits() {
        return Stream.of(
                        UiScope.class,
                        Database.class,
                        Store.class,
                        Flux.class,
                        Publisher.class,
                        NullMarked.class,
                        ObjectMapper.class,
                        JsonParser.class,
                        JsonProperty.class)
                .map(ArchitectureTest::location)
                .distinct()
                .toArray(URL[]::new);
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
