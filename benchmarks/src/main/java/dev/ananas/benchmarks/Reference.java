package dev.ananas.benchmarks;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the results have to be, kept the simplest way: verification only. Users and roles are numbered from 1. */
final class Reference {
    private final List<User> users;
    private final String[] titles;
    private final int[] active;

    /** A user and the levels of its roles. */
    static final class User {
        final int id;
        final boolean active;
        final Map<Integer, Integer> levels = new TreeMap<>();
        String name;
        int age;

        private User(Dataset.User user) {
            id = user.id();
            active = user.active();
            name = user.name();
            age = user.age();
        }
    }

    Reference(Dataset data) {
        users = data.users().stream().map(User::new).collect(Collectors.toList());
        titles = data.roles().stream().map(Dataset.Role::title).toArray(String[]::new);
        data.pivots().forEach(pivot -> user(pivot.userId()).levels.put(pivot.roleId(), pivot.level()));
        active = users.stream()
                .filter(user -> user.active)
                .mapToInt(user -> user.id)
                .toArray();
    }

    User user(int id) {
        return users.get(id - 1);
    }

    int userCount() {
        return users.size();
    }

    int roleCount() {
        return titles.length;
    }

    void setTitle(int roleId, String title) {
        titles[roleId - 1] = title;
    }

    /** Ids of active users in ascending order. */
    int[] active() {
        return active;
    }

    User randomActive(Mulberry random) {
        return user(active[random.nextInt(active.length)]);
    }

    /** Active users by name. */
    List<User> sorted() {
        return users.stream()
                .filter(user -> user.active)
                .sorted(Comparator.<User, String>comparing(user -> user.name).thenComparingInt(user -> user.id))
                .collect(Collectors.toList());
    }

    Set<Integer> withRole(int roleId) {
        Set<Integer> ids = new HashSet<>();
        for (User user : users) {
            if (user.levels.containsKey(roleId)) {
                ids.add(user.id);
            }
        }
        return ids;
    }

    /** What {@link RowReader#hash} gives for the main query. */
    int hash() {
        List<User> sorted = sorted();
        int hash = 0;
        for (User user : sorted.subList(0, Math.min(RowReader.PAGE, sorted.size()))) {
            int row = user.id * 31 + user.name.hashCode() * 17 + user.age * 7;
            for (Map.Entry<Integer, Integer> role : user.levels.entrySet()) {
                row += role.getKey() * 1009 + role.getValue() * 101 + titles[role.getKey() - 1].hashCode();
            }
            hash = hash * 31 + row;
        }
        return hash;
    }
}
