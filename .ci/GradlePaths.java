import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.testfixtures.ProjectBuilder;

/** Has Gradle evaluate a build script and writes the class paths that it resolves: {@code folder, Gradle's home, name...}. */
class GradlePaths {
    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[0]);
        Project project = ProjectBuilder.builder()
                .withProjectDir(folder)
                .withGradleUserHomeDir(new File(arguments[1]))
                .build();
        project.apply(Map.of("from", new File(folder, "build.gradle")));
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            String path = project.getConfigurations().getByName(name).getAsPath();
            Files.writeString(Path.of(arguments[0], name), path);
        }
        System.exit(0);
    }
}
