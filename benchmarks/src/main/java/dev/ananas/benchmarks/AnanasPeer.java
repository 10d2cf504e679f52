package dev.ananas.benchmarks;

import dev.ananas.benchmarks.Models.Link;
import dev.ananas.benchmarks.Models.User;
import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Query;
import dev.ananas.store.Store;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ananas on the workloads: annotated records, queries with relations, live queries. */
public final class AnanasPeer implements Peer {
    private final Store store = Store.create();
    private final Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, Link_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);
    private final Repository<Models.Role> roles = db.repository(Role_.ENTITY);
    private final Repository<Link> links = db.repository(Link_.ENTITY);

    @Override
    public void load(Dataset data) {
        store.transaction("load", () -> {
            users.insertAll(data.users().stream()
                    .map(user -> User_.of(user.id(), user.name(), user.age(), user.active()))
                    .collect(Collectors.toList()));
            roles.insertAll(data.roles().stream()
                    .map(role -> Role_.of(role.id(), role.title()))
                    .collect(Collectors.toList()));
            links.insertAll(data.pivots().stream()
                    .map(pivot -> new Link(pivot.roleId(), pivot.userId(), pivot.level()))
                    .collect(Collectors.toList()));
        });
    }

    @Override
    public Row find(int id) {
        return users.find(id).orElseThrow();
    }

    @Override
    public List<? extends Row> queryAll() {
        return mainQuery().get();
    }

    private Query<User> mainQuery() {
        return users.query().where(User_.active.isTrue()).with(User_.roles).orderBy(User_.name);
    }

    @Override
    public Live liveMain(Runnable changed) {
        return new UsersByName(mainQuery(), changed);
    }

    @Override
    public Live liveById(int id, Runnable changed) {
        return new UserList(users.query().where(User_.id.eq(id)).with(User_.roles), changed);
    }

    @Override
    public Live liveWindow(Runnable changed) {
        return new UserList(mainQuery().limit(RowReader.PAGE), changed);
    }

    @Override
    public Live liveHas(int roleId, Runnable changed) {
        return new MemberList(roles.query().where(Role_.id.eq(roleId)).with(Role_.users), changed);
    }

    @Override
    public void setName(int id, String name) {
        users.update(id, User_.name.to(name));
    }

    @Override
    public void setAge(int id, int age) {
        users.update(id, User_.age.to(age));
    }

    @Override
    public void setTitle(int roleId, String title) {
        roles.update(roleId, Role_.title.to(title));
    }

    @Override
    public void addPivot(int userId, int roleId, int level) {
        links.insert(new Link(roleId, userId, level));
    }

    @Override
    public void deletePivot(int userId, int roleId) {
        links.delete(Key.of(roleId, userId));
    }

    /** What the last change cost the open queries: rows looked at, models that read differently, lists told again. */
    long work() {
        return db.describe().levels().stream()
                .mapToLong(level -> level.rowsVisited() + level.modelsChanged() + level.listsPublished())
                .sum();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The newest answer of a live query as rows; the callback runs for every answer but the first. */
    private abstract static class Result<T> implements Live {
        private List<T> answer = List.of();
        private boolean open;

        Result(Answer<List<T>> query, Runnable changed) {
            query.flux().subscribe(now -> {
                answer = now;
                if (open) {
                    changed.run();
                }
            });
            open = true;
        }

        final List<T> answer() {
            return answer;
        }

        abstract List<User> rows();

        @Override
        public final int size() {
            return rows().size();
        }

        @Override
        public final Row row(int index) {
            return rows().get(index);
        }

        @Override
        public final void forEach(int limit, Consumer<? super Row> action) {
            int left = limit;
            for (Iterator<User> each = rows().iterator(); left > 0 && each.hasNext(); left--) {
                action.accept(each.next());
            }
        }

        @Override
        public @Nullable Row get(int id) {
            for (User user : rows()) {
                if (user.id() == id) {
                    return user;
                }
            }
            return null;
        }
    }

    private static class UserList extends Result<User> {
        UserList(Answer<List<User>> query, Runnable changed) {
            super(query, changed);
        }

        @Override
        final List<User> rows() {
            return answer();
        }
    }

    /** Finds a row by its name, so that verifying a long list leaves most of the budget to what is measured. */
    private final class UsersByName extends UserList {
        UsersByName(Answer<List<User>> query, Runnable changed) {
            super(query, changed);
        }

        @Override
        public @Nullable Row get(int id) {
            String name = find(id).name();
            int at = Collections.binarySearch(rows(), User_.of(id, name, 0, true), Comparator.comparing(User::name));
            return at >= 0 && rows().get(at).id() == id ? rows().get(at) : super.get(id);
        }
    }

    private static final class MemberList extends Result<Models.Role> {
        MemberList(Answer<List<Models.Role>> query, Runnable changed) {
            super(query, changed);
        }

        @Override
        List<User> rows() {
            return answer().get(0).users();
        }
    }
}
