package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves the order terms of one selection. */
final class Orders {
    private final EntitySchema table;
    private final @Nullable EntitySchema linkTable;
    private final List<Plan.Include> includes;

    Orders(EntitySchema table, @Nullable EntitySchema linkTable, List<Plan.Include> includes) {
        this.table = table;
        this.linkTable = linkTable;
        this.includes = includes;
    }

    List<Ordering.Term> terms(List<Selection.OrderTerm> order) {
        List<Ordering.Term> terms = new ArrayList<>(order.size());
        for (Selection.OrderTerm one : order) {
            Order.Term<?> term = one.order().term();
            SortValue value = one.ofPivot() && linkTable != null ? ofLink(linkTable, term.key()) : ofModel(term.key());
            terms.add(new Ordering.Term(value, term.collator(), term.descending(), term.nullsLead()));
        }
        return List.copyOf(terms);
    }

    private static SortValue ofLink(EntitySchema links, Order.Key key) {
        if (key instanceof Order.Key.OfAttribute of) {
            return new SortValue.OfColumn(
                    Column.read(true, links.table(), Criteria.column(links, of.entity(), of.attribute())));
        }
        if (key instanceof Order.Key.IgnoringCase other) {
            return new SortValue.UpperCase(ofLink(links, other.key()));
        }
        throw new IllegalArgumentException(
                "orderByPivot expects an attribute of \"" + links.name() + "\", found " + key);
    }

    private SortValue ofModel(Order.Key key) {
        if (key instanceof Order.Key.OfAttribute of) {
            return new SortValue.OfColumn(
                    Column.read(false, table.table(), Criteria.column(table, of.entity(), of.attribute())));
        }
        if (key instanceof Order.Key.OfNumber of) {
            Column column = Column.read(false, table.table(), table.column(of.attribute()));
            return hasNumbersOnly(column) ? new SortValue.OfColumn(column) : new SortValue.NumberOf(column);
        }
        if (key instanceof Order.Key.IgnoringCase other) {
            return new SortValue.UpperCase(ofModel(other.key()));
        }
        if (key instanceof Order.Key.OfCount of) {
            return new SortValue.OfCount(Criteria.related(table, of.entity(), of.relation(), of.related()));
        }
        if (key instanceof Order.Key.OfRelated of) {
            return ofRelated(of);
        }
        Order.Key.OfFunction of = (Order.Key.OfFunction) key;
        return new SortValue.OfFunction(of.name(), table, untyped(of.function()));
    }

    private boolean hasNumbersOnly(Column column) {
        ValueType type = table.table().attribute(column.ordinal()).type();
        Class<?> javaType = type.javaType();
        boolean isNumber = javaType == null ? !type.accepts("") : Number.class.isAssignableFrom(javaType);
        return isNumber && !column.asRead();
    }

    /** The value of the related model as the query loads it; as it is, where the query does not load it. */
    private SortValue ofRelated(Order.Key.OfRelated of) {
        List<RelationSchema> relations = table.relations(of.relation());
        if (relations.get(0).toMany()) {
            throw new IllegalArgumentException("Relation \"" + relations.get(0)
                    + "\" leads to many records and cannot order its owners; order by a count instead");
        }
        Plan.Include include = includes.stream()
                .filter(loaded -> loaded.ordinal() == relations.get(0).ordinal())
                .findFirst()
                .orElseGet(() -> Planner.include(relations, Selection.EVERYTHING));
        List<Integer> columns = new ArrayList<>(include.targets().size());
        include.targets().forEach(target -> columns.add(target.relation().far().column(of.attribute())));
        return new SortValue.OfRelated(include, List.copyOf(columns));
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, ? extends @Nullable Object> untyped(Function<?, ?> function) {
        return (Function<Object, ? extends @Nullable Object>) function;
    }
}
