package dev.ananas.orm.internal.codec;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Component;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was given, whatever its form: values in stored form with a mark on those that were given, and the related
 * records under it. The same object in a cyclic graph of maps is the same input. Not changed after it was read.
 */
public final class Input {
    private static final int LONGEST_TEXT = 200;

    private final EntitySchema entity;
    private final int place;
    private final @Nullable Object[] values;
    private final boolean[] given;
    private @Nullable BitSet assumed;
    private final List<Branch> branches = new ArrayList<>(0);

    Input(EntitySchema entity, int place, @Nullable Object[] values) {
        this.entity = entity;
        this.place = place;
        this.values = values;
        this.given = new boolean[values.length];
    }

    /**
     * What was given under the name of a relation.
     *
     * @param relation the relation
     * @param related the records in order; none if the relation was given as null or as an empty list
     */
    public record Branch(RelationSchema relation, List<Nested> related) {}

    /**
     * One related record.
     *
     * @param record the record
     * @param pivot attributes of the pivot that were given with it, or null
     */
    public record Nested(Input record, @Nullable Input pivot) {}

    /** The entity as whose record it was given, which may be a case of its table. */
    public EntitySchema entity() {
        return entity;
    }

    public TableSchema table() {
        return entity.table();
    }

    /** Place in the order of the document: a record comes before those nested in it. */
    public int place() {
        return place;
    }

    /** Whether the attribute at a column was given. */
    public boolean has(int column) {
        return given[column];
    }

    /** The value of a given attribute in stored form. */
    public @Nullable Object get(int column) {
        return values[column];
    }

    /** The given relations in order. */
    public List<Branch> branches() {
        return Collections.unmodifiableList(branches);
    }

    /**
     * The columns whose values count for a new record only: the discriminator that the entity fills in, and what a model shows
     * in place of a hidden value.
     */
    public IntStream assumed() {
        return assumed == null ? IntStream.empty() : assumed.stream();
    }

    /** Sets a value that gives way to that of a stored record. */
    void assume(int column, @Nullable Object value) {
        set(column, value);
        if (assumed == null) {
            assumed = new BitSet();
        }
        assumed.set(column);
    }

    void set(int column, @Nullable Object value) {
        values[column] = value;
        given[column] = true;
    }

    void add(Branch branch) {
        branches.add(branch);
    }

    /** The given attributes, cut if they are long. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        List<Component> components = entity.components();
        for (int i = 0; i < given.length && text.length() < LONGEST_TEXT; i++) {
            if (given[i]) {
                text.append(text.length() > 1 ? ", " : "")
                        .append(components.get(i).name())
                        .append('=')
                        .append(values[i]);
            }
        }
        return text.length() < LONGEST_TEXT ? text.append('}').toString() : text.substring(0, LONGEST_TEXT) + "...}";
    }
}
