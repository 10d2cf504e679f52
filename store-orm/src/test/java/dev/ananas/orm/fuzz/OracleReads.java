package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Models of stored rows by trees of keys, models of data that is not stored, and relations loaded later. */
final class OracleReads {
    private final Oracle oracle;

    OracleReads(Oracle oracle) {
        this.oracle = oracle;
    }

    List<Node> answer(Step.Action action) {
        if (action instanceof Step.Load load) {
            OracleQuery queries = new OracleQuery(oracle);
            return queries.loaded(oracle.entity(load.query().entity()), queries.rows(load.query()), load.clauses());
        }
        if (action instanceof Step.Revive revive) {
            return nodes(oracle.entity(revive.entity()), revive.keys(), this::stored);
        }
        Step.Make make = (Step.Make) action;
        return nodes(
                oracle.entity(make.entity()),
                make.rows(),
                (entity, data) -> oracle.whole(entity, oracle.given(entity, data)));
    }

    private Map<String, Object> stored(EntityShape entity, Map<String, Object> tree) {
        List<Object> key = new ArrayList<>();
        entity.key().forEach(part -> key.add(OracleValues.plain(tree.get(part))));
        return oracle.see(entity, key);
    }

    private List<Node> nodes(
            EntityShape entity, List<?> trees, BiFunction<EntityShape, Map<String, Object>, Map<String, Object>> row) {
        List<Node> nodes = new ArrayList<>();
        for (Object one : trees) {
            @SuppressWarnings("unchecked")
            Map<String, Object> tree = (Map<String, Object>) one;
            Map<String, Object> found = row.apply(entity, tree);
            if (found == null) {
                continue;
            }
            Map<String, List<Node>> related = new LinkedHashMap<>();
            for (RelationShape relation : entity.relations()) {
                Object nested = tree.get(relation.name());
                if (nested != null) {
                    List<?> list = nested instanceof List<?> many ? many : List.of(nested);
                    related.put(relation.name(), nodes(oracle.entity(relation.related()), list, row));
                }
            }
            nodes.add(new Node(oracle.caseOf(entity, found).name(), oracle.shown(entity, found), related, null));
        }
        return nodes;
    }
}
