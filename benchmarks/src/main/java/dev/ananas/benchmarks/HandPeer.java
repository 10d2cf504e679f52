package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Written by hand: hash maps, pivot indexes kept in step by hand, and live results that ask again, compare and notify. */
public final class HandPeer implements Peer {
    private static final Comparator<User> BY_NAME =
            Comparator.<User, String>comparing(user -> user.name).thenComparingInt(user -> user.id);

    private final Map<Integer, User> users = new HashMap<>();
    private final Map<Integer, Title> roles = new HashMap<>();
    private final Map<PivotKey, Pivot> pivots = new HashMap<>();
    private final Map<Integer, List<Pivot>> byUser = new HashMap<>();
    private final Map<Integer, List<Pivot>> byRole = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    private static final class User {
        private final int id;
        private String name;
        private int age;
        private final boolean active;

        private User(Dataset.User user) {
            id = user.id();
            name = user.name();
            age = user.age();
            active = user.active();
        }
    }

    private static final class Title {
        private final int id;
        private String title;

        private Title(Dataset.Role role) {
            id = role.id();
            title = role.title();
        }
    }

    private record PivotKey(int roleId, int userId) {}

    private static final class Pivot {
        private final int userId;
        private final int roleId;
        private final int level;

        private Pivot(int userId, int roleId, int level) {
            this.userId = userId;
            this.roleId = roleId;
            this.level = level;
        }
    }

    private record RoleView(int id, String title, int level) implements Peer.Role {}

    private record UserView(int id, String name, int age, List<RoleView> roles) implements Peer.Row {}

    private static final class Result implements Live {
        private final Supplier<List<UserView>> query;
        private List<UserView> rows;

        private Result(Supplier<List<UserView>> query) {
            this.query = query;
            this.rows = query.get();
        }

        private boolean refresh() {
            List<UserView> now = query.get();
            boolean differs = !now.equals(rows);
            if (differs) {
                rows = now;
            }
            return differs;
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public Row row(int index) {
            return rows.get(index);
        }

        @Override
        public @Nullable Row get(int id) {
            for (UserView user : rows) {
                if (user.id() == id) {
                    return user;
                }
            }
            return null;
        }
    }

    @Override
    public void load(Dataset data) {
        for (Dataset.User user : data.users()) {
            users.put(user.id(), new User(user));
        }
        for (Dataset.Role role : data.roles()) {
            roles.put(role.id(), new Title(role));
        }
        for (Dataset.Pivot pivot : data.pivots()) {
            put(new Pivot(pivot.userId(), pivot.roleId(), pivot.level()));
        }
    }

    private void put(Pivot pivot) {
        pivots.put(new PivotKey(pivot.roleId, pivot.userId), pivot);
        byUser.computeIfAbsent(pivot.userId, key -> new ArrayList<>(5)).add(pivot);
        byRole.computeIfAbsent(pivot.roleId, key -> new ArrayList<>()).add(pivot);
    }

    private User user(int id) {
        return Objects.requireNonNull(users.get(id));
    }

    private Title title(int roleId) {
        return Objects.requireNonNull(roles.get(roleId));
    }

    private RoleView view(Pivot pivot) {
        Title role = title(pivot.roleId);
        return new RoleView(role.id, role.title, pivot.level);
    }

    private UserView view(User user) {
        List<Pivot> own = byUser.getOrDefault(user.id, List.of());
        return new UserView(
                user.id, user.name, user.age, own.stream().map(this::view).toList());
    }

    private static UserView flat(User user) {
        return new UserView(user.id, user.name, user.age, List.of());
    }

    private Stream<User> activeByName() {
        return users.values().stream().filter(user -> user.active).sorted(BY_NAME);
    }

    @Override
    public Row find(int id) {
        return flat(user(id));
    }

    @Override
    public List<? extends Row> queryAll() {
        return all();
    }

    private List<UserView> all() {
        return activeByName().map(this::view).toList();
    }

    private Live live(Supplier<List<UserView>> query, Runnable changed) {
        Result result = new Result(query);
        listeners.add(() -> {
            if (result.refresh()) {
                changed.run();
            }
        });
        return result;
    }

    @Override
    public Live liveMain(Runnable changed) {
        return live(this::all, changed);
    }

    @Override
    public Live liveById(int id, Runnable changed) {
        return live(() -> List.of(view(user(id))), changed);
    }

    @Override
    public Live liveWindow(Runnable changed) {
        return live(() -> activeByName().limit(50).map(this::view).toList(), changed);
    }

    @Override
    public Live liveHas(int roleId, Runnable changed) {
        return live(
                () -> byRole.getOrDefault(roleId, List.of()).stream()
                        .map(pivot -> flat(user(pivot.userId)))
                        .toList(),
                changed);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void setName(int id, String name) {
        user(id).name = name;
        changed();
    }

    @Override
    public void setAge(int id, int age) {
        user(id).age = age;
        changed();
    }

    @Override
    public void setTitle(int roleId, String title) {
        title(roleId).title = title;
        changed();
    }

    @Override
    public void addPivot(int userId, int roleId, int level) {
        put(new Pivot(userId, roleId, level));
        changed();
    }

    @Override
    public void deletePivot(int userId, int roleId) {
        Pivot pivot = pivots.remove(new PivotKey(roleId, userId));
        Objects.requireNonNull(byUser.get(userId)).remove(pivot);
        Objects.requireNonNull(byRole.get(roleId)).remove(pivot);
        changed();
    }
}
