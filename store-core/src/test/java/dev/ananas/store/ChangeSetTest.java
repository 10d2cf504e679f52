package dev.ananas.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.RowChange.Deleted;
import dev.ananas.store.RowChange.Inserted;
import dev.ananas.store.RowChange.Updated;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

    private final ChangeSet changes = ChangeSet.builder()
            .add(new Inserted("users", 1, "Ada"))
            .add(new Updated("roles", 2, "old", "new", RowChange.column(0) | RowChange.column(3)))
            .add(new Deleted("users", 3, "Eve"))
            .build();

    @Test
    void changesAreGroupedByTable() {
        assertThat(changes.size()).isEqualTo(3);
        assertThat(changes.tables()).containsExactly("users", "roles");
        assertThat(changes.of("users"))
                .containsExactly(new Inserted("users", 1, "Ada"), new Deleted("users", 3, "Eve"));
        assertThat(changes.of("unknown")).isEmpty();
    }

    @Test
    void theInverseTakesBackInReverseOrder() {
        ChangeSet inverse = changes.inverse();
        assertThat(inverse.of("users"))
                .containsExactly(new Inserted("users", 3, "Eve"), new Deleted("users", 1, "Ada"));
        assertThat(inverse.of("roles")).containsExactly(new Updated("roles", 2, "new", "old", 9));
        assertThat(inverse.inverse()).isEqualTo(changes).hasSameHashCodeAs(changes);
    }

    @Test
    void anEmptyOneIsEmpty() {
        assertThat(ChangeSet.empty().isEmpty()).isTrue();
        assertThat(ChangeSet.builder().build()).isSameAs(ChangeSet.empty());
        assertThat(ChangeSet.empty().inverse()).isSameAs(ChangeSet.empty());
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void aBuilderStartsAnewAfterBuilding() {
        ChangeSet.Builder builder = ChangeSet.builder().add(new Inserted("users", 1, "Ada"));
        ChangeSet first = builder.build();
        builder.add(new Inserted("users", 2, "Bob"));
        assertThat(first.size()).isEqualTo(1);
        assertThat(builder.build().of("users")).containsExactly(new Inserted("users", 2, "Bob"));
    }

    @Test
    void aRowChangeHasBothSides() {
        RowChange inserted = new Inserted("users", 1, "Ada");
        RowChange deleted = new Deleted("users", 1, "Ada");
        assertThat(inserted.before()).isNull();
        assertThat(inserted.after()).isEqualTo("Ada");
        assertThat(inserted.columns()).isEqualTo(RowChange.ALL_COLUMNS);
        assertThat(deleted.before()).isEqualTo("Ada");
        assertThat(deleted.after()).isNull();
    }

    @Test
    void columnsFromTheSixtyFourthShareABit() {
        assertThat(RowChange.column(0)).isEqualTo(1);
        assertThat(RowChange.column(62)).isEqualTo(1L << 62);
        assertThat(RowChange.column(63)).isEqualTo(Long.MIN_VALUE);
        assertThat(RowChange.column(200)).isEqualTo(Long.MIN_VALUE);
    }
}
