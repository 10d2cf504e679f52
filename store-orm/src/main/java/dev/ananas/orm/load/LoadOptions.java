package dev.ananas.orm.load;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of loads. Each level sets what it wants: the options of one request win over those of its entity, those over the options of
 * the loader. Immutable.
 */
public final class LoadOptions {
    private static final LoadOptions NONE = new LoadOptions(null, null, null, null, null, null, null);

    private final @Nullable String dataKey;
    private final @Nullable Function<Object, ?> transformer;
    private final @Nullable PersistBy persistBy;
    private final @Nullable Boolean save;
    private final @Nullable Object delete;
    private final @Nullable FetchPolicy policy;
    private final @Nullable Duration maxAge;

    private LoadOptions(
            @Nullable String dataKey,
            @Nullable Function<Object, ?> transformer,
            @Nullable PersistBy persistBy,
            @Nullable Boolean save,
            @Nullable Object delete,
            @Nullable FetchPolicy policy,
            @Nullable Duration maxAge) {
        this.dataKey = dataKey;
        this.transformer = transformer;
        this.persistBy = persistBy;
        this.save = save;
        this.delete = delete;
        this.policy = policy;
        this.maxAge = maxAge;
    }

    /** Nothing is set. */
    public static LoadOptions none() {
        return NONE;
    }

    /**
     * Where the records are in what the source answers: the name of a member, or a JSON pointer such as {@code /result/items}.
     *
     * @param name a name or a pointer; the empty text takes back what another level set
     */
    public LoadOptions dataKey(String name) {
        Objects.requireNonNull(name, "name");
        return new LoadOptions(name, transformer, persistBy, save, delete, policy, maxAge);
    }

    /**
     * Makes records of what the source answers. Wins over a data key of any level.
     *
     * @param change from the answer as it came to a record or a collection of records
     */
    public LoadOptions transformer(Function<Object, ?> change) {
        Objects.requireNonNull(change, "change");
        return new LoadOptions(dataKey, change, persistBy, save, delete, policy, maxAge);
    }

    /** How the records are stored; {@link PersistBy#SAVE} unless set. */
    public LoadOptions persistBy(PersistBy how) {
        Objects.requireNonNull(how, "how");
        return new LoadOptions(dataKey, transformer, how, save, delete, policy, maxAge);
    }

    /** Whether the records are stored when they arrive; if not, {@link Response#save} does it. True unless set. */
    public LoadOptions save(boolean atOnce) {
        return new LoadOptions(dataKey, transformer, persistBy, atOnce, delete, policy, maxAge);
    }

    /**
     * Deletes a record of the entity when the request has succeeded, and stores nothing.
     *
     * @param key the primary key
     */
    public LoadOptions delete(Object key) {
        Objects.requireNonNull(key, "key");
        return new LoadOptions(dataKey, transformer, persistBy, save, key, policy, maxAge);
    }

    /** When a request is made; {@link FetchPolicy#CACHE_FIRST} unless set. */
    public LoadOptions policy(FetchPolicy when) {
        Objects.requireNonNull(when, "when");
        return new LoadOptions(dataKey, transformer, persistBy, save, delete, when, maxAge);
    }

    /**
     * How long what was loaded is fresh; until it is invalidated unless set.
     *
     * @throws IllegalArgumentException if negative
     */
    public LoadOptions maxAge(Duration age) {
        if (Objects.requireNonNull(age, "age").isNegative()) {
            throw new IllegalArgumentException("The maximal age must not be negative: " + age);
        }
        return new LoadOptions(dataKey, transformer, persistBy, save, delete, policy, age);
    }

    /** These options, and where the others set something, those. */
    public LoadOptions with(LoadOptions over) {
        return new LoadOptions(
                or(over.dataKey, dataKey),
                or(over.transformer, transformer),
                or(over.persistBy, persistBy),
                or(over.save, save),
                or(over.delete, delete),
                or(over.policy, policy),
                or(over.maxAge, maxAge));
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    @Nullable
    String dataKey() {
        return dataKey == null || dataKey.isEmpty() ? null : dataKey;
    }

    @Nullable
    Function<Object, ?> transformer() {
        return transformer;
    }

    PersistBy persistBy() {
        return persistBy == null ? PersistBy.SAVE : persistBy;
    }

    boolean saves() {
        return save == null || save;
    }

    @Nullable
    Object delete() {
        return delete;
    }

    FetchPolicy policy() {
        return policy == null ? FetchPolicy.CACHE_FIRST : policy;
    }

    @Nullable
    Duration maxAge() {
        return maxAge;
    }
}
