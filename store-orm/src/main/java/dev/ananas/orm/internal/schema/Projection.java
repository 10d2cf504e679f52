package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.Visibility;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which columns models leave out. Only what is shown goes through here: conditions, orders and relations know hidden columns as
 * well. The primary key is always shown. Immutable.
 */
public final class Projection {
    /** Leaves nothing out. */
    public static final Projection ALL = new Projection(new BitSet());

    private final BitSet hidden;

    private Projection(BitSet hidden) {
        this.hidden = hidden;
    }

    /** What an entity says about its models; {@code fault} takes what is wrong with it. */
    static Projection declared(TableSchema table, Visibility visibility, Projection inherited, Consumer<String> fault) {
        BitSet columns = (BitSet) inherited.hidden.clone();
        for (int column : table.attributes(Component.Attribute::hidden)) {
            columns.set(column);
        }
        List<String> visible = visibility.visible();
        if (visible != null) {
            set(table, columns, List.of(Visibility.ALL), true);
            set(table, columns, known(table, visible, fault), false);
        }
        set(table, columns, known(table, visibility.hidden(), fault), true);
        return of(table, columns);
    }

    private static List<String> known(TableSchema table, List<String> names, Consumer<String> fault) {
        List<String> known = new ArrayList<>(names);
        known.removeIf(name -> {
            boolean exists = name.equals(Visibility.ALL) || table.isAttribute(name);
            if (!exists) {
                fault.accept(Names.unknown(
                        "attribute",
                        name,
                        "the visibility of entity \"" + table.name() + "\"",
                        table.attributeNames()));
            }
            return !exists;
        });
        return known;
    }

    /** Hides or shows attributes by name, on top of what holds so far. */
    public Projection with(TableSchema table, List<String> names, boolean hide) {
        BitSet columns = (BitSet) hidden.clone();
        set(table, columns, names, hide);
        return of(table, columns);
    }

    private static Projection of(TableSchema table, BitSet columns) {
        for (int column : table.key()) {
            columns.clear(column);
        }
        return columns.isEmpty() ? ALL : new Projection(columns);
    }

    private static void set(TableSchema table, BitSet columns, List<String> names, boolean hide) {
        for (String name : names) {
            if (name.equals(Visibility.ALL)) {
                for (int column : table.attributes(attribute -> hide || !attribute.timestamps())) {
                    columns.set(column, hide);
                }
            } else {
                columns.set(name.equals(Meta.NAME) ? table.timestamps() : table.column(name), hide);
            }
        }
    }

    /** Whether every column is shown. */
    public boolean isAll() {
        return hidden.isEmpty();
    }

    /** Whether a column is left out. */
    public boolean hides(int column) {
        return hidden.get(column);
    }

    /** Takes what is hidden out of the components of a model as read. */
    public void apply(TableSchema table, @Nullable Object[] components) {
        for (int column = hidden.nextSetBit(0); column >= 0; column = hidden.nextSetBit(column + 1)) {
            components[column] = table.attribute(column).hiddenValue();
        }
    }

    /** What is shown of a model as read. */
    public Object show(TableSchema table, Object read) {
        if (isAll()) {
            return read;
        }
        @Nullable Object[] components = table.components(read);
        apply(table, components);
        return table.createLike(read, components);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Projection that && hidden.equals(that.hidden);
    }

    @Override
    public int hashCode() {
        return hidden.hashCode();
    }

    @Override
    public String toString() {
        return isAll() ? "all columns" : "all columns but " + hidden;
    }
}
