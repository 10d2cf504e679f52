package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Queries that together cover what can be said, each through the same history: every row of every table they read is removed
 * and added back, every column gets another value and the former one again.
 */
class CoveringTest {
    private static final int MUTATIONS = 25;

    private final FuzzZoo zoo = new FuzzZoo();
    private final Campaign campaign = new Campaign(AnanasEngine::new, seed -> null);

    @Test
    void everyShapeOfOneRelationAgreesWithTheNaiveModel() {
        for (EntityShape entity : zoo.schema().entities()) {
            for (RelationShape relation : entity.relations()) {
                run(shapes(entity.name(), relation));
            }
        }
        report("shapes of one relation");
    }

    /** Every small thing that can be said about one relation. */
    private static List<QueryShape> shapes(String entity, RelationShape relation) {
        List<Clauses> said = new ArrayList<>();
        Clauses one = Clauses.NONE.where(List.of(new QueryShape.Compare("n", "=", 1)));
        Clauses ordered = Clauses.NONE.ordered(List.of(new Term("n", false, true, Nulls.BY_DIRECTION)), false);
        for (Clauses related :
                List.of(Clauses.NONE, one, ordered, Clauses.NONE.window(null, 1), ordered.window(1, 1))) {
            said.add(Clauses.NONE.include(List.of(new Include(relation.name(), related))));
        }
        for (Clauses related : List.of(Clauses.NONE, one)) {
            said.add(Clauses.NONE.where(List.of(new Has(relation.name(), related, ">=", 1))));
            said.add(Clauses.NONE.where(List.of(new Has(relation.name(), related, "<", 1))));
            said.add(Clauses.NONE.where(List.of(new Has(relation.name(), related, "=", 2))));
            Term count = new Term(null, false, true, Nulls.BY_DIRECTION, relation.name(), related, null);
            said.add(Clauses.NONE.ordered(List.of(count), false).window(1, 2));
        }
        if (!relation.isToMany()) {
            Term path = new Term("n", false, false, Nulls.FIRST, relation.name(), null, null);
            said.add(Clauses.NONE.ordered(List.of(path), false));
        }
        return said.stream()
                .map(clauses -> new QueryShape(entity, clauses, Terminal.LIST))
                .toList();
    }

    @Test
    void everyPairOfClausesAgreesWithTheNaiveModel() {
        int[] sizes = CoveringQueries.sizes();
        CoveringArray covered = new CoveringArray(sizes);
        for (int[] choice : CoveringArray.choices(sizes)) {
            run(List.of(CoveringQueries.of(choice)));
            covered.cover(choice);
        }
        assertThat(covered.open()).as("pairs of clauses that no query has").isEmpty();
        report("pairs of clauses");
    }

    @Test
    void oneMutationOfACoveringQueryAgreesWithTheNaiveModel() {
        SplittableRandom random = new SplittableRandom(17);
        int[] sizes = CoveringQueries.sizes();
        List<int[]> choices = CoveringArray.choices(sizes);
        for (int i = 0; i < MUTATIONS; i++) {
            int[] mutated = choices.get(random.nextInt(choices.size())).clone();
            int dimension = random.nextInt(sizes.length);
            mutated[dimension] = (mutated[dimension] + 1 + random.nextInt(sizes[dimension] - 1)) % sizes[dimension];
            run(List.of(CoveringQueries.of(mutated)));
        }
        report("mutations");
    }

    private void run(List<QueryShape> queries) {
        Set<String> tables = new LinkedHashSet<>();
        queries.forEach(query -> tables.addAll(zoo.read(query)));
        campaign.run(zoo.fourPhases(queries, tables), "of " + queries);
    }

    private void report(String name) {
        System.out.println("[fuzz] " + name + ": " + campaign.tally());
    }
}
