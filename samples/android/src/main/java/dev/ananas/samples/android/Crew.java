package dev.ananas.samples.android;

import dev.ananas.orm.Database;
import dev.ananas.orm.Links;
import dev.ananas.orm.Repository;
import dev.ananas.orm.query.Query;
import dev.ananas.samples.android.model.Knowledge;
import dev.ananas.samples.android.model.Knowledge_;
import dev.ananas.samples.android.model.Member;
import dev.ananas.samples.android.model.Member_;
import dev.ananas.samples.android.model.Skill;
import dev.ananas.samples.android.model.Skill_;
import dev.ananas.store.Store;
import java.util.List;
import java.util.Map;

/** The data of the application, and what can be done with it. Outlives activities. */
public final class Crew implements AutoCloseable {
    private static final String FIRST = """
            [{"id": 1, "name": "Ada", "skills": [{"id": 1, "title": "Mathematics", "pivot": {"level": 5}},
                                                 {"id": 2, "title": "Engines", "pivot": {"level": 3}}]},
             {"id": 2, "name": "Grace", "skills": [{"id": 3, "title": "Compilers", "pivot": {"level": 5}},
                                                   {"id": 1, "pivot": {"level": 4}}]},
             {"id": 3, "name": "Linus", "skills": [{"id": 4, "title": "Kernels", "pivot": {"level": 4}}]},
             {"id": 4, "name": "Margaret", "skills": [{"id": 5, "title": "Rockets", "pivot": {"level": 5}}]},
             {"id": 5, "name": "Tim", "skills": [{"id": 6, "title": "Links", "pivot": {"level": 4}}]}]""";

    private final Store store = Store.create();
    private final Database database = Database.on(store, Member_.ENTITY, Skill_.ENTITY, Knowledge_.ENTITY);
    private final Repository<Member> members = database.repository(Member_.ENTITY);
    private final Links<Member, Skill, Knowledge> skills = members.relation(Member_.skills);

    /** A crew of five. */
    public Crew() {
        members.saveJson(FIRST);
    }

    /** Where the data is. */
    public Database database() {
        return database;
    }

    /** How many there are, as a query. */
    public Query<Member> all() {
        return members.query();
    }

    /**
     * The members whose names contain a text in whatever case, by name, each with their skills, the best one first.
     *
     * @param text any; of an empty one all are found
     */
    public Query<Member> named(String text) {
        String literally = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return members.query()
                .where(Member_.name.likeIgnoreCase("%" + literally + "%"))
                .with(
                        Member_.skills,
                        known -> known.orderByPivot(Knowledge_.level.desc()).orderBy(Skill_.title))
                .orderBy(Member_.name);
    }

    /** Adds a member who knows mathematics a little. */
    public void add(String name) {
        store.transaction("add " + name, () -> {
            long id = all().orderBy(Member_.id.desc())
                            .first()
                            .get()
                            .map(Member::id)
                            .orElse(0L)
                    + 1;
            members.save(Member_.of(id, name));
            skills.sync(id, Map.of(1L, Knowledge_.level.to(1)));
        });
    }

    /** Removes a member with what links them to skills. */
    public void remove(long id) {
        members.delete(id);
    }

    /** A member gets better at what they know best. */
    public void train(Member member) {
        List<Skill> known = member.skills();
        if (!known.isEmpty() && known.get(0).knowledge() != null) {
            Knowledge best = known.get(0).knowledge();
            skills.updatePivot(member.id(), best.skillId(), Knowledge_.level.to(best.level() + 1));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
