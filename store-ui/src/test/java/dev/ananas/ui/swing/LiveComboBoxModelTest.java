package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.swing.JComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveComboBoxModelTest {
    private final Shown shown = Shown.of(10);

    @AfterEach
    void close() {
        shown.close();
    }

    private LiveComboBoxModel<Row> combo() {
        LiveComboBoxModel<Row> model = shown.swing.combo(shown.people.byRank(), Shown::id);
        shown.ui.awaitUntil(() -> model.getSize() == 10);
        return model;
    }

    @Test
    void theSelectedRowStaysSelectedWhereverItMovesAndShowsItsNewState() {
        LiveComboBoxModel<Row> model = combo();
        model.setSelectedItem(model.getElementAt(2));
        shown.people.store.transaction("move", () -> {
            shown.people.rank(3, 75);
            shown.people.name(3, "Ada");
        });
        shown.ui.awaitUntil(() -> model.getElementAt(6).get("name").equals("Ada"));
        assertThat(model.getSelectedItem()).isSameAs(model.getElementAt(6));
        assertThat(model.selectedKey()).isEqualTo(3);
    }

    @Test
    void aRowThatLeavesIsDeselected() {
        LiveComboBoxModel<Row> model = combo();
        List<Object> selected = new ArrayList<>();
        JComboBox<Row> box = new JComboBox<>(model);
        box.setSelectedIndex(2);
        box.addActionListener(event -> selected.add(box.getSelectedItem()));
        shown.people.people.delete(3);
        shown.ui.awaitUntil(() -> model.getSize() == 9);
        assertThat(model.getSelectedItem()).isNull();
        assertThat(box.getSelectedIndex()).isEqualTo(-1);
        assertThat(model.selectedKey()).isNull();
    }

    @Test
    void aStaleModelSelectsTheRowOfItsKey() {
        LiveComboBoxModel<Row> model = combo();
        Row stale = model.getElementAt(2);
        shown.people.name(3, "Ada");
        shown.ui.awaitUntil(() -> model.getElementAt(2).get("name").equals("Ada"));
        model.setSelectedItem(stale);
        assertThat(model.getSelectedItem()).isSameAs(model.getElementAt(2));
    }

    @Test
    void aKeyCanBeSelectedAheadOfItsRow() {
        LiveComboBoxModel<Row> model = shown.swing.combo(shown.people.byRank(), Shown::id);
        model.selectKey(4);
        assertThat(model.getSelectedItem()).isNull();
        shown.ui.awaitUntil(() -> model.getSize() == 10);
        assertThat(model.getSelectedItem()).isSameAs(model.getElementAt(3));
        model.selectKey(11);
        assertThat(model.getSelectedItem()).isNull();
        shown.people.people.saveMap(Map.of("id", 11, "rank", 5));
        shown.ui.awaitUntil(() -> model.getSize() == 11);
        assertThat(model.getSelectedItem()).isSameAs(model.getElementAt(0));
        model.selectKey(null);
        assertThat(model.getSelectedItem()).isNull();
    }

    @Test
    void whatIsNoModelIsKeptAsItIs() {
        LiveComboBoxModel<Row> model = combo();
        model.setSelectedItem("typed");
        shown.people.name(1, "Ada");
        shown.ui.awaitUntil(() -> model.getElementAt(0).get("name").equals("Ada"));
        assertThat(model.getSelectedItem()).isEqualTo("typed");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomWritesKeepTheSelectionWithItsRow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LiveComboBoxModel<Row> model = combo();
        StrictListListener<Row> strict = new StrictListListener<>(model, Shown::id);
        int kept = 0;
        for (long round = 0; round < Shown.rounds(); round++) {
            if (model.getSelectedItem() == null && model.getSize() > 0) {
                model.setSelectedItem(model.getElementAt(random.nextInt(model.getSize())));
            }
            Object before = model.selectedKey();
            shown.write(random);
            shown.ui.awaitUntil(() -> strict.rows().equals(shown.people.byRank().get()));
            Row expected = strict.rows().stream()
                    .filter(row -> ((Object) Shown.id(row)).equals(before))
                    .findFirst()
                    .orElse(null);
            if (model.getSelectedItem() != null) { // it may have gone and come back in between
                assertThat(model.getSelectedItem())
                        .as("seed %d, round %d", seed, round)
                        .isSameAs(expected);
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(50);
    }
}
