package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.NamedPivot;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Builds the model that a member shows: the stored one, with its pivot and the lists of its includes in place. */
public final class Assembler {
    private Assembler() {}

    /** Whether the models of a plan are the stored ones. */
    public static boolean showsStored(Plan plan) {
        return plan.includes().isEmpty()
                && plan.counts().isEmpty()
                && plan.projection().isAll()
                && !showsPivot(plan);
    }

    /** Whether two plans of one table put models together of the same things, whichever models and in whatever order. */
    static boolean makeAlike(Plan one, Plan other) {
        return one == other
                || Objects.equals(one.via(), other.via())
                        && one.projection().equals(other.projection())
                        && one.includes().equals(other.includes())
                        && one.counts().equals(other.counts());
    }

    /** Whether models of a plan carry their pivot. */
    public static boolean showsPivot(Plan plan) {
        return slotOf(plan) >= 0;
    }

    private static int slotOf(Plan plan) {
        RelationSchema.Link link = plan.link();
        return link == null ? -1 : link.slot();
    }

    /** Whether two entries show the same, their includes aside: rows written again with equal values are not another model. */
    public static boolean readAlike(Plan plan, Entry one, Entry other) {
        TableSchema table = plan.table();
        if (!table.alike(one.target().read(), other.target().read(), plan.projection())) {
            return false;
        }
        TableSchema driving = plan.drivingTable();
        return !showsPivot(plan)
                || driving.alike(one.driving().read(), other.driving().read(), driving.projection());
    }

    /** The model of a member; {@code related} answers the list of the include at a position, {@code counts} are those of the plan. */
    public static Object assemble(Plan plan, Entry entry, long[] counts, IntFunction<ToMany<?>> related) {
        Object stored = entry.target().read();
        if (showsStored(plan)) {
            return stored;
        }
        @Nullable Object[] components = plan.table().components(stored);
        plan.projection().apply(plan.table(), components);
        RelationSchema.Link link = plan.link();
        if (link != null && link.slot() >= 0 && entry.link() != null) {
            Object pivot = link.table().shown(entry.link().read());
            components[link.slot()] = plan.table().type().isDynamic() ? new NamedPivot(link.as(), pivot) : pivot;
        }
        for (int i = 0; i < plan.includes().size(); i++) {
            Plan.Include include = plan.includes().get(i);
            ToMany<?> list = related.apply(i);
            components[include.ordinal()] = include.toMany() ? list : one(list);
        }
        for (int i = 0; i < counts.length; i++) {
            int ordinal = plan.counts().get(i).ordinal();
            if (components[ordinal] instanceof ToMany<?> many) {
                components[ordinal] = many.withCount(counts[i]);
            }
        }
        return plan.table().createLike(stored, components);
    }

    private static ToOne<?> one(List<?> list) {
        return list.isEmpty() ? ToOne.empty() : ToOne.of(list.get(0));
    }
}
