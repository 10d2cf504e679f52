package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** A question about one entity as plain data. {@code keys} are for {@code FIND} and {@code FIND_ALL}. */
record QueryShape(String entity, Clauses clauses, Terminal terminal, List<Object> keys) {

    enum Terminal {
        LIST,
        FIRST,
        FIND,
        FIND_ALL,
        COUNT,
        EXISTS;

        boolean showsModels() {
            return this != COUNT && this != EXISTS;
        }
    }

    /** What is said about the models of one entity, at the top or inside an include; null for no offset or limit. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Clauses(
            List<Condition> where,
            List<Condition> orWhere,
            List<Condition> wherePivot,
            List<Term> order,
            boolean linkOrder,
            Integer offset,
            Integer limit,
            List<Include> includes) {

        static final Clauses NONE =
                new Clauses(List.of(), List.of(), List.of(), List.of(), false, null, null, List.of());

        Clauses {
            where = where == null ? List.of() : where;
            orWhere = orWhere == null ? List.of() : orWhere;
            wherePivot = wherePivot == null ? List.of() : wherePivot;
            order = order == null ? List.of() : order;
            includes = includes == null ? List.of() : includes;
        }

        Clauses include(List<Include> newIncludes) {
            return new Clauses(where, orWhere, wherePivot, order, linkOrder, offset, limit, newIncludes);
        }

        Clauses conditions(List<Condition> newWhere, List<Condition> newOrWhere, List<Condition> newWherePivot) {
            return new Clauses(newWhere, newOrWhere, newWherePivot, order, linkOrder, offset, limit, includes);
        }

        Clauses ordered(List<Term> newOrder, boolean newLinkOrder) {
            return new Clauses(where, orWhere, wherePivot, newOrder, newLinkOrder, offset, limit, includes);
        }

        Clauses window(Integer newOffset, Integer newLimit) {
            return new Clauses(where, orWhere, wherePivot, order, linkOrder, newOffset, newLimit, includes);
        }
    }

    record Include(String relation, Clauses clauses) {}

    enum Nulls {
        BY_DIRECTION,
        FIRST,
        LAST
    }

    record Term(String attribute, boolean ofPivot, boolean descending, Nulls nulls) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(Compare.class),
        @JsonSubTypes.Type(All.class),
        @JsonSubTypes.Type(Any.class),
        @JsonSubTypes.Type(Not.class)
    })
    sealed interface Condition {}

    /** One attribute and one value; {@code like} ignores case, {@code LIKE} does not, {@code odd} is a test by name. */
    @JsonTypeName("compare")
    record Compare(String attribute, String operator, Object value) implements Condition {}

    @JsonTypeName("all")
    record All(List<Condition> conditions) implements Condition {}

    @JsonTypeName("any")
    record Any(List<Condition> conditions) implements Condition {}

    @JsonTypeName("not")
    record Not(Condition condition) implements Condition {}

    QueryShape with(Clauses newClauses) {
        return new QueryShape(entity, newClauses, terminal, keys);
    }

    QueryShape as(Terminal newTerminal, List<Object> newKeys) {
        return new QueryShape(entity, clauses, newTerminal, newKeys);
    }
}
