package dev.ananas.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database in memory as Room uses one: a live query runs its SQL again whenever one of its tables was written. */
public final class SqlitePeer implements Peer {
    private static final String USERS = "users";
    private static final String ROLES = "roles";
    private static final String LINKS = "role_user";
    private static final String ROWS_OF = "select u.id, u.name, u.age, r.id, r.title, p.level from %s u"
            + " left join role_user p on p.user_id = u.id left join roles r on r.id = p.role_id ";

    private final Connection connection;
    private final PreparedStatement find;
    private final PreparedStatement main;
    private final PreparedStatement byId;
    private final PreparedStatement window;
    private final PreparedStatement has;
    private final Map<String, PreparedStatement> writes = new HashMap<>();
    private final List<LiveQuery> live = new ArrayList<>();

    private record RoleView(int id, String title, int level) implements Peer.Role {}

    private record UserView(int id, String name, int age, List<RoleView> roles) implements Peer.Row {}

    /** A database without rows. */
    public SqlitePeer() {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            createTables();
            find = connection.prepareStatement("select id, name, age from users where id = ?");
            main = connection.prepareStatement(ROWS_OF.formatted(USERS) + "where u.active = 1 order by u.name, u.id");
            byId = connection.prepareStatement(ROWS_OF.formatted(USERS) + "where u.id = ?");
            window = connection.prepareStatement(
                    ROWS_OF.formatted("(select * from users where active = 1 order by name, id limit 50)")
                            + "order by u.name, u.id");
            has = connection.prepareStatement("select id, name, age from users where exists"
                    + " (select 1 from role_user p where p.user_id = users.id and p.role_id = ?)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTables() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table users(id integer primary key, name text not null,"
                    + " age integer not null, active integer not null)");
            statement.execute("create table roles(id integer primary key, title text not null)");
            statement.execute("create table role_user(role_id integer not null, user_id integer not null,"
                    + " level integer not null, primary key(role_id, user_id)) without rowid");
            statement.execute("create index links_of_user on role_user(user_id)");
            statement.execute("create index users_by_name on users(active, name, id)");
        }
    }

    private interface Sql<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Sql<T> statements) {
        try {
            return statements.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void load(Dataset data) {
        sql(() -> {
            connection.setAutoCommit(false);
            insert("insert into users values(?,?,?,?)", data.users(), user -> {
                return new Object[] {user.id(), user.name(), user.age(), user.active() ? 1 : 0};
            });
            insert("insert into roles values(?,?)", data.roles(), role -> new Object[] {role.id(), role.title()});
            insert("insert into role_user values(?,?,?)", data.pivots(), pivot -> {
                return new Object[] {pivot.roleId(), pivot.userId(), pivot.level()};
            });
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        });
    }

    private <T> void insert(String text, List<T> rows, Function<T, Object[]> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (T row : rows) {
                set(statement, values.apply(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static List<UserView> flat(PreparedStatement statement, Object... values) {
        return sql(() -> {
            set(statement, values);
            List<UserView> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new UserView(result.getInt(1), result.getString(2), result.getInt(3), List.of()));
                }
            }
            return rows;
        });
    }

    /** The rows of a join, user by user. */
    private static List<UserView> nested(PreparedStatement statement, Object... values) {
        return sql(() -> {
            set(statement, values);
            List<UserView> rows = new ArrayList<>();
            UserView current = null;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    int id = result.getInt(1);
                    if (current == null || current.id() != id) {
                        current = new UserView(id, result.getString(2), result.getInt(3), new ArrayList<>(5));
                        rows.add(current);
                    }
                    int role = result.getInt(4);
                    if (role != 0) {
                        current.roles().add(new RoleView(role, result.getString(5), result.getInt(6)));
                    }
                }
            }
            return rows;
        });
    }

    @Override
    public Row find(int id) {
        return flat(find, id).get(0);
    }

    @Override
    public List<? extends Row> queryAll() {
        return nested(main);
    }

    /** Runs its statement again when one of its tables was written, and compares. */
    private static final class LiveQuery implements Live {
        private final Set<String> tables;
        private final Supplier<List<UserView>> query;
        private final Runnable changed;
        private List<UserView> rows;

        LiveQuery(Set<String> tables, Supplier<List<UserView>> query, Runnable changed) {
            this.tables = tables;
            this.query = query;
            this.changed = changed;
            this.rows = query.get();
        }

        void written(String table) {
            if (tables.contains(table)) {
                List<UserView> now = query.get();
                if (!now.equals(rows)) {
                    rows = now;
                    changed.run();
                }
            }
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

    private Live live(Set<String> tables, Supplier<List<UserView>> query, Runnable changed) {
        LiveQuery opened = new LiveQuery(tables, query, changed);
        live.add(opened);
        return opened;
    }

    @Override
    public Live liveMain(Runnable changed) {
        return live(Set.of(USERS, ROLES, LINKS), () -> nested(main), changed);
    }

    @Override
    public Live liveById(int id, Runnable changed) {
        return live(Set.of(USERS, ROLES, LINKS), () -> nested(byId, id), changed);
    }

    @Override
    public Live liveWindow(Runnable changed) {
        return live(Set.of(USERS, ROLES, LINKS), () -> nested(window), changed);
    }

    @Override
    public Live liveHas(int roleId, Runnable changed) {
        return live(Set.of(USERS, LINKS), () -> flat(has, roleId), changed);
    }

    private void write(String table, String text, Object... values) {
        PreparedStatement statement = writes.computeIfAbsent(text, sql -> sql(() -> connection.prepareStatement(sql)));
        sql(() -> {
            set(statement, values);
            return statement.executeUpdate();
        });
        live.forEach(query -> query.written(table));
    }

    @Override
    public void setName(int id, String name) {
        write(USERS, "update users set name = ? where id = ?", name, id);
    }

    @Override
    public void setAge(int id, int age) {
        write(USERS, "update users set age = ? where id = ?", age, id);
    }

    @Override
    public void setTitle(int roleId, String title) {
        write(ROLES, "update roles set title = ? where id = ?", title, roleId);
    }

    @Override
    public void addPivot(int userId, int roleId, int level) {
        write(LINKS, "insert into role_user values(?,?,?)", roleId, userId, level);
    }

    @Override
    public void deletePivot(int userId, int roleId) {
        write(LINKS, "delete from role_user where role_id = ? and user_id = ?", roleId, userId);
    }

    @Override
    public long nativeBytes() {
        return sql(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet pages = statement.executeQuery(
                            "select page_count * page_size from pragma_page_count(), pragma_page_size()")) {
                pages.next();
                return pages.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        sql(() -> {
            connection.close();
            return true;
        });
    }
}
