package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What every peer is loaded with: N users with five roles each, as plain objects. The same in every language; see
 * {@link #hash}.
 *
 * @param users users 1 to N
 * @param roles roles 1 to N / 100, at least ten
 * @param pivots five per user
 */
public record Dataset(List<User> users, List<Role> roles, List<Pivot> pivots) {
    private static final int SEED = 42;
    private static final int ROLES_PER_USER = 5;

    /** A user as it comes from elsewhere. */
    public record User(int id, String name, int age, boolean active) {}

    /** A role as it comes from elsewhere. */
    public record Role(int id, String title) {}

    /** One role of one user. */
    public record Pivot(int userId, int roleId, int level) {}

    /**
     * The dataset of a size.
     *
     * @param size number of users
     * @return the same for the same size
     */
    public static Dataset generate(int size) {
        Mulberry random = new Mulberry(SEED);
        List<User> users = new ArrayList<>(size);
        for (int id = 1; id <= size; id++) {
            users.add(new User(id, random.letters(10), 18 + random.nextInt(63), random.nextInt(10) < 8));
        }
        List<Role> roles = new ArrayList<>();
        for (int id = 1; id <= Math.max(10, size / 100); id++) {
            roles.add(new Role(id, random.letters(8)));
        }
        List<Pivot> pivots = new ArrayList<>(ROLES_PER_USER * size);
        for (int userId = 1; userId <= size; userId++) {
            addPivots(random, userId, roles.size(), pivots);
        }
        return new Dataset(users, roles, pivots);
    }

    /** A role that the user has already is drawn again, before its level is. */
    private static void addPivots(Mulberry random, int userId, int roles, List<Pivot> pivots) {
        List<Pivot> own = new ArrayList<>(ROLES_PER_USER);
        while (own.size() < ROLES_PER_USER) {
            int roleId = 1 + random.nextInt(roles);
            if (own.stream().noneMatch(pivot -> pivot.roleId() == roleId)) {
                own.add(new Pivot(userId, roleId, 1 + random.nextInt(5)));
            }
        }
        pivots.addAll(own);
    }

    /** Tells whether two generators made the same. */
    int hash() {
        int hash = 0;
        for (User user : users) {
            int one = user.id() * 31 + user.name().hashCode() * 17 + user.age() * 7 + (user.active() ? 1 : 0);
            hash = hash * 31 + one;
        }
        for (Role role : roles) {
            hash = hash * 31 + (role.id() * 31 + role.title().hashCode());
        }
        for (Pivot pivot : pivots) {
            hash = hash * 31 + (pivot.userId() * 31 + pivot.roleId() * 17 + pivot.level());
        }
        return hash;
    }
}
