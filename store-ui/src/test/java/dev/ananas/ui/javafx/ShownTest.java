package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.People;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ShownTest {
    private final People people = People.of(50);

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void aScopeOfANodeClosesWhenTheNodeLeavesItsScene() {
        FxToolkit.run(() -> {
            Label label = new Label();
            VBox box = new VBox();
            FxScope scope = FxScope.of("label", label);
            Stage stage = new Stage();
            stage.setScene(new Scene(box));
            stage.show();
            box.getChildren().add(label);
            assertThat(scope.isClosed()).isFalse();
            box.getChildren().remove(label);
            later(() -> {
                assertThat(scope.isClosed()).isTrue();
                stage.hide();
            });
        });
        FxToolkit.run(() -> {});
        checkLater();
    }

    @Test
    void aNodeThatIsGivenAnotherParentKeepsItsScope() {
        FxToolkit.run(() -> {
            Label label = new Label();
            VBox first = new VBox(label);
            VBox second = new VBox();
            Stage stage = new Stage();
            stage.setScene(new Scene(new Group(first, second)));
            stage.show();
            FxScope scope = FxScope.of("label", label);
            first.getChildren().remove(label);
            second.getChildren().add(label);
            later(() -> {
                assertThat(scope.isClosed()).isFalse();
                stage.hide();
                later(() -> assertThat(scope.isClosed()).isTrue());
            });
        });
        checkLater();
    }

    @Test
    void scopesOfSceneAndWindowCloseWithTheWindow() {
        FxToolkit.run(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new VBox());
            stage.setScene(scene);
            FxScope ofScene = FxScope.of("scene", scene);
            FxScope ofWindow = FxScope.of("window", stage);
            stage.show();
            assertThat(ofScene.isClosed() || ofWindow.isClosed()).isFalse();
            stage.hide();
            later(() -> assertThat(ofScene.isClosed() && ofWindow.isClosed()).isTrue());
        });
        checkLater();
    }

    @Test
    void aThousandWindowsLeaveNothing() {
        List<FxScope> scopes = new ArrayList<>();
        List<ObservableList<Row>> lists = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            FxToolkit.run(() -> {
                for (int i = 0; i < 10; i++) {
                    Stage stage = new Stage();
                    TableView<Row> table = new TableView<>();
                    ListView<Row> list = new ListView<>();
                    stage.setScene(new Scene(new VBox(table, list)));
                    FxScope scope = FxScope.of("window", stage);
                    lists.add(scope.show(people.byRank(), table));
                    scope.show(people.query().where("name", "P" + i), list);
                    scope.value(people.query().count(), 0L);
                    scope.attribute(people.people, 1 + i, People.NAME, row -> (String) row.get("name"));
                    scopes.add(scope);
                    stage.show();
                    stage.hide();
                }
            });
        }
        FxToolkit.run(() -> {});
        assertThat(scopes).hasSize(1_000).allMatch(FxScope::isClosed);
        assertThat(scopes).allSatisfy(scope -> assertThat(scope.open()).isEmpty());
        people.awaitNothingLive();
        List<Integer> before =
                FxToolkit.call(() -> lists.stream().map(List::size).toList());
        people.people.clear();
        FxToolkit.await(() -> true);
        assertThat(FxToolkit.call(() -> lists.stream().map(List::size).toList()))
                .isEqualTo(before);
    }

    private final List<Throwable> failures = new ArrayList<>();

    private void later(Runnable check) {
        Platform.runLater(() -> Platform.runLater(() -> {
            try {
                check.run();
            } catch (Throwable e) {
                failures.add(e);
            }
        }));
    }

    private void checkLater() {
        for (int turn = 0; turn < 10; turn++) {
            FxToolkit.run(() -> {});
        }
        assertThat(failures).isEmpty();
    }
}
