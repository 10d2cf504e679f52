package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * A question about one entity as plain data. {@code keys} are for {@code FIND} and {@code FIND_ALL}, {@code attributes} for
 * aggregates, {@code PLUCK} and {@code GROUP_BY}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QueryShape(String entity, Clauses clauses, Terminal terminal, List<Object> keys, List<String> attributes) {

    /** Stands for all attributes where some are shown or left out, except that it shows no timestamps. */
    static final String ALL = "*";

    /** Stands for the timestamps, whatever their name. */
    static final String META = "_meta";

    QueryShape {
        clauses = clauses == null ? Clauses.NONE : clauses;
        keys = keys == null ? List.of() : keys;
        attributes = attributes == null ? List.of() : attributes;
    }

    QueryShape(String entity, Clauses clauses, Terminal terminal) {
        this(entity, clauses, terminal, List.of(), List.of());
    }

    enum Terminal {
        LIST,
        FIRST,
        FIND,
        FIND_ALL,
        COUNT,
        EXISTS,
        SUM,
        MIN,
        MAX,
        AVG,
        PLUCK,
        KEYS,
        GROUP_BY;

        /** Whether the answer is a model or a list of them. */
        boolean showsModels() {
            return ordinal() <= FIND_ALL.ordinal();
        }

        /** Whether includes can be seen. */
        boolean loads() {
            return showsModels() || this == GROUP_BY;
        }

        /** Whether it reads a number. */
        boolean isNumeric() {
            return this == SUM || this == MIN || this == MAX || this == AVG;
        }
    }

    /** Attributes to show or to leave out. */
    record Shown(boolean visible, List<String> names) {
        /** What {@code withMeta()} says. */
        static final Shown TIMES = new Shown(true, List.of(META));
    }

    /**
     * What is said about the models of one entity, at the top or inside an include; null for no offset, limit, clauses on
     * all relations or depth of all relations.
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Clauses(
            List<Condition> where,
            List<Condition> orWhere,
            List<Condition> wherePivot,
            List<Term> order,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean linkOrder,
            Integer offset,
            Integer limit,
            List<Include> includes,
            List<Include> counts,
            Clauses all,
            Integer recursive,
            List<Shown> shown) {

        static final Clauses NONE =
                new Clauses(null, null, null, null, false, null, null, null, null, null, null, null);

        Clauses {
            where = where == null ? List.of() : where;
            orWhere = orWhere == null ? List.of() : orWhere;
            wherePivot = wherePivot == null ? List.of() : wherePivot;
            order = order == null ? List.of() : order;
            includes = includes == null ? List.of() : includes;
            counts = counts == null ? List.of() : counts;
            shown = shown == null ? List.of() : shown;
        }

        Clauses include(List<Include> newIncludes) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    order,
                    linkOrder,
                    offset,
                    limit,
                    newIncludes,
                    counts,
                    all,
                    recursive,
                    shown);
        }

        /** With other numbers of related models. */
        Clauses counting(List<Include> newCounts) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    order,
                    linkOrder,
                    offset,
                    limit,
                    includes,
                    newCounts,
                    all,
                    recursive,
                    shown);
        }

        Clauses where(List<Condition> newWhere) {
            return conditions(newWhere, orWhere, wherePivot);
        }

        Clauses conditions(List<Condition> newWhere, List<Condition> newOrWhere, List<Condition> newWherePivot) {
            return new Clauses(
                    newWhere,
                    newOrWhere,
                    newWherePivot,
                    order,
                    linkOrder,
                    offset,
                    limit,
                    includes,
                    counts,
                    all,
                    recursive,
                    shown);
        }

        Clauses ordered(List<Term> newOrder, boolean newLinkOrder) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    newOrder,
                    newLinkOrder,
                    offset,
                    limit,
                    includes,
                    counts,
                    all,
                    recursive,
                    shown);
        }

        Clauses window(Integer newOffset, Integer newLimit) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    order,
                    linkOrder,
                    newOffset,
                    newLimit,
                    includes,
                    counts,
                    all,
                    recursive,
                    shown);
        }

        /** With other clauses on all relations, or all of them to a depth. */
        Clauses all(Clauses newAll, Integer newRecursive) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    order,
                    linkOrder,
                    offset,
                    limit,
                    includes,
                    counts,
                    newAll,
                    newRecursive,
                    shown);
        }

        Clauses showing(List<Shown> newShown) {
            return new Clauses(
                    where,
                    orWhere,
                    wherePivot,
                    order,
                    linkOrder,
                    offset,
                    limit,
                    includes,
                    counts,
                    all,
                    recursive,
                    newShown);
        }

        /** What is said about a relation, or null if it is not to be loaded. */
        Clauses of(String relation) {
            Clauses found = recursive == null ? all : allTo(recursive);
            for (Include include : includes) {
                found = include.relation().equals(relation) ? include.clauses() : found;
            }
            return found;
        }

        /** Which models of a relation are counted, or null if they are not. */
        Clauses counted(String relation) {
            Clauses found = null;
            for (Include count : counts) {
                found = count.relation().equals(relation) ? count.clauses() : found;
            }
            return found;
        }

        private static Clauses allTo(int depth) {
            return depth == 0 ? NONE : NONE.all(null, depth - 1);
        }

        /** Whether nothing is left out or cut off. */
        boolean isWhole() {
            return offset == null && limit == null;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Include(String relation, Clauses clauses) {
        Include {
            clauses = clauses == null ? Clauses.NONE : clauses;
        }
    }

    enum Nulls {
        BY_DIRECTION,
        FIRST,
        LAST
    }

    /** How texts are compared. */
    enum Texts {
        EXACT,
        IGNORING_CASE,
        COLLATED,
        /** By their length, which a function of the caller tells. */
        BY_LENGTH
    }

    /**
     * One order term: an attribute, one of a to-one relation, or the number of related models that clauses select
     * ({@code count} is not null).
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Term(
            String attribute,
            boolean ofPivot,
            boolean descending,
            Nulls nulls,
            String relation,
            Clauses count,
            Texts texts) {
        Term {
            texts = texts == null ? Texts.EXACT : texts;
        }

        Term(String attribute, boolean ofPivot, boolean descending, Nulls nulls) {
            this(attribute, ofPivot, descending, nulls, null, null, null);
        }

        Term with(boolean newDescending, Nulls newNulls, Clauses newCount, Texts newTexts) {
            return new Term(attribute, ofPivot, newDescending, newNulls, relation, newCount, newTexts);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(Compare.class),
        @JsonSubTypes.Type(Has.class),
        @JsonSubTypes.Type(All.class),
        @JsonSubTypes.Type(Any.class),
        @JsonSubTypes.Type(Not.class)
    })
    sealed interface Condition {}

    /**
     * One attribute and one value; {@code like} ignores case, {@code LIKE} does not, {@code odd} is a test by name,
     * {@code between} has both bounds in a list.
     */
    @JsonTypeName("compare")
    record Compare(String attribute, String operator, Object value) implements Condition {}

    /** The number of related models that clauses select, compared with a number. */
    @JsonTypeName("has")
    record Has(String relation, Clauses clauses, String operator, int number) implements Condition {
        Has {
            clauses = clauses == null ? Clauses.NONE : clauses;
        }
    }

    @JsonTypeName("all")
    record All(List<Condition> conditions) implements Condition {}

    @JsonTypeName("any")
    record Any(List<Condition> conditions) implements Condition {}

    @JsonTypeName("not")
    record Not(Condition condition) implements Condition {}

    QueryShape with(Clauses newClauses) {
        return new QueryShape(entity, newClauses, terminal, keys, attributes);
    }

    QueryShape as(Terminal newTerminal, List<Object> newKeys) {
        return new QueryShape(entity, clauses, newTerminal, newKeys, attributes);
    }
}
