package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the description of one entity; arguments in the order of Pinia ORM, local keys last. The order of the calls is
 * the order of the components. Not safe for use by several threads.
 *
 * @param <M> model class
 */
public final class EntityTypeBuilder<M> extends RelationBuilder<M, EntityTypeBuilder<M>> {
    private final Class<M> model;
    private final boolean dynamic;
    private final List<IndexType> indexes = new ArrayList<>(0);
    private List<String> primaryKey = List.of("id");
    private Hooks<M> hooks = Hooks.none();
    private List<String> hidden = List.of();
    private @Nullable List<String> visible;
    private Inheritance inheritance = Inheritance.NONE;
    private EntityType.@Nullable AccessFactory<M> access;

    EntityTypeBuilder(String name, Class<M> model, boolean dynamic) {
        super(name);
        this.model = model;
        this.dynamic = dynamic;
    }

    @Override
    EntityTypeBuilder<M> self() {
        return this;
    }

    /**
     * An attribute of any type. A {@link Supplier} as default is asked anew for every record; lists and maps are copied.
     */
    public EntityTypeBuilder<M> attr(String name, @Nullable Object defaultValue) {
        Supplier<? extends @Nullable Object> made =
                defaultValue instanceof Supplier<?> supplier ? supplier : () -> defaultValue;
        return declare(name, anything(), made);
    }

    /** A text attribute. */
    public EntityTypeBuilder<M> string(String name, @Nullable String defaultValue) {
        return declare(name, DynamicValueType.TEXT, () -> defaultValue);
    }

    /** A number attribute. In an entity without a class all whole and decimal numbers are one kind. */
    public EntityTypeBuilder<M> number(String name, @Nullable Number defaultValue) {
        ValueType type = dynamic
                ? DynamicValueType.NUMBER
                : new JavaValueType(defaultValue == null ? Number.class : defaultValue.getClass());
        return declare(name, type, () -> defaultValue);
    }

    /**
     * A boolean attribute. Numbers and texts are converted: 0, the empty text and the text 0 are false, all others true.
     */
    public EntityTypeBuilder<M> bool(String name, @Nullable Boolean defaultValue) {
        return declare(name, DynamicValueType.BOOLEAN, () -> defaultValue);
    }

    /** An attribute of a Java type (the wrapper of a primitive), checked on every write. */
    public <T> EntityTypeBuilder<M> attribute(String name, Class<T> type, @Nullable T defaultValue) {
        return declare(name, new JavaValueType(Objects.requireNonNull(type, "type")), () -> defaultValue);
    }

    /** An attribute of a type that tells its contents, such as {@code ValueType.list(ValueType.of(Long.class))}. */
    public EntityTypeBuilder<M> attribute(String name, ValueType type, @Nullable Object defaultValue) {
        return declare(name, Objects.requireNonNull(type, "type"), () -> defaultValue);
    }

    /** The attribute declared last gets another value for every record that does not name it. */
    public EntityTypeBuilder<M> defaultBy(Supplier<? extends @Nullable Object> values) {
        Objects.requireNonNull(values, "values");
        return last("defaultBy", attribute -> attribute.withDefault(values));
    }

    /** A key or attribute that is generated, as a random UUID in text form, where it is missing or null. */
    public EntityTypeBuilder<M> uid(String name) {
        return uid(name, IdGenerator.uuid());
    }

    /** A key or attribute that is generated where it is missing or null; a text in an entity with a class. */
    public EntityTypeBuilder<M> uid(String name, IdGenerator ids) {
        return declare(name, dynamic ? DynamicValueType.ANY : DynamicValueType.TEXT, () -> null)
                .generated(ids);
    }

    /** The attribute declared last is generated where it is missing or null. */
    public EntityTypeBuilder<M> generated(IdGenerator ids) {
        Objects.requireNonNull(ids, "ids");
        return option("generated", options -> options.generated(ids));
    }

    /** Converts the values of the attribute declared last; its default passes through the cast. */
    public EntityTypeBuilder<M> cast(Cast cast) {
        Objects.requireNonNull(cast, "cast");
        return option("cast", options -> options.cast(cast));
    }

    /**
     * Changes the values of the attribute declared last: {@code get} what is read, {@code set} what is stored. Either may be
     * null. They run on the thread that writes, must depend on their argument alone and have to expect null. A model that is
     * read and saved again passes through both.
     */
    public EntityTypeBuilder<M> mutate(
            @Nullable UnaryOperator<@Nullable Object> get, @Nullable UnaryOperator<@Nullable Object> set) {
        return option("mutate", options -> options.mutate(get, set));
    }

    /** Models leave out the attribute declared last, unless a query makes it visible. */
    public EntityTypeBuilder<M> hidden() {
        return option("hidden", AttributeOptions::asHidden);
    }

    /** Records with null in the attribute declared last are refused. */
    public EntityTypeBuilder<M> notNull() {
        return option("notNull", AttributeOptions::asNotNull);
    }

    /** Models leave out these attributes unless a query makes them visible; {@code *} is all but the primary key. */
    public EntityTypeBuilder<M> hidden(String... attributes) {
        hidden = List.of(attributes);
        return this;
    }

    /** Models show these attributes and the primary key only, unless a query makes others visible. */
    public EntityTypeBuilder<M> visible(String... attributes) {
        visible = List.of(attributes);
        return this;
    }

    /** Keeps when each record was stored first and last, shown by queries {@code withMeta()}: {@link Meta#NAME}. */
    public EntityTypeBuilder<M> timestamps() {
        return timestamps(Meta.NAME);
    }

    /** As {@link #timestamps()}, in a component of class {@link Meta}, or a map in an entity without a class. */
    public EntityTypeBuilder<M> timestamps(String component) {
        ValueType type = dynamic ? DynamicValueType.ANY : new JavaValueType(Meta.class);
        return declare(component, type, () -> null).option("timestamps", AttributeOptions::asTimestamps);
    }

    /** The primary key; {@code id} unless called. Several names make a composite key. */
    public EntityTypeBuilder<M> primaryKey(String... attributes) {
        if (attributes.length == 0) {
            throw new IllegalArgumentException(
                    "The primary key of entity \"" + entity + "\" needs at least one attribute");
        }
        primaryKey = List.of(attributes);
        return this;
    }

    /** An index: conditions that ask these attributes for one value each find their records without a scan. */
    public EntityTypeBuilder<M> index(String... attributes) {
        return index(false, attributes);
    }

    /** As {@link #index}; a write that would give two records the same values fails. Null is like no other value. */
    public EntityTypeBuilder<M> unique(String... attributes) {
        return index(true, attributes);
    }

    /**
     * A sorted index: ranges ({@code > >= < <=}, {@code between}, the beginning of a text by {@code like}) of the first of these
     * attributes find their records without a scan, and orders by the attributes read no further than a limit asks. Where a
     * condition asks the first ones for one value each, all of this holds for the next one: with {@code sortedIndex("userId",
     * "createdAt")} the latest posts of each user are found one by one. Rows as they are read count, null last. Beside
     * {@link #unique}, which may name the same attributes.
     *
     * @param attributes names in the order in which they weigh, at least one; their values need an order
     * @return this
     */
    public EntityTypeBuilder<M> sortedIndex(String... attributes) {
        return index(new IndexType(List.of(attributes), false, true));
    }

    private EntityTypeBuilder<M> index(boolean unique, String... attributes) {
        return index(new IndexType(List.of(attributes), unique, false));
    }

    private EntityTypeBuilder<M> index(IndexType index) {
        if (index.attributes().isEmpty()) {
            throw new IllegalArgumentException("An index of entity \"" + entity + "\" needs at least one attribute");
        }
        indexes.add(index);
        return this;
    }

    /** The component that receives the pivot of this entity. */
    public EntityTypeBuilder<M> pivot(String component, String pivotEntity) {
        return add(new Component.PivotSlot(component, Objects.requireNonNull(pivotEntity, "pivotEntity")));
    }

    /**
     * Other entities are cases of this one and share its table: an attribute tells the case of each record. Queries on this
     * entity see the records of all cases, each as a model of its case. With a class, the class is what the classes of the cases
     * have in common, such as a sealed interface, and needs no access.
     */
    public EntityTypeBuilder<M> discriminator(String attribute) {
        Objects.requireNonNull(attribute, "attribute");
        inheritance = new Inheritance(inheritance.base(), inheritance.value(), attribute, inheritance.fallback());
        return this;
    }

    /** As {@link #discriminator(String)}, and records with {@code ownValue} are of this entity itself. */
    public EntityTypeBuilder<M> discriminator(String attribute, Object ownValue) {
        Objects.requireNonNull(ownValue, "ownValue");
        inheritance = new Inheritance(inheritance.base(), ownValue, attribute, inheritance.fallback());
        return this;
    }

    /** Records whose discriminator is missing or unknown are stored with this value; without a fallback they are refused. */
    public EntityTypeBuilder<M> discriminatorFallback(Object value) {
        Objects.requireNonNull(value, "value");
        inheritance = new Inheritance(inheritance.base(), inheritance.value(), inheritance.discriminator(), value);
        return this;
    }

    /**
     * This entity is a case of another one, or of one of its cases: the records in the table of the base whose discriminator has
     * this value. It inherits key, attributes and relations, which come before its own in the order of the components; an
     * inherited attribute may be declared again with another default.
     */
    public EntityTypeBuilder<M> caseOf(String base, Object value) {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(value, "value");
        inheritance = new Inheritance(base, value, inheritance.discriminator(), inheritance.fallback());
        return this;
    }

    /** Access to the model class; an entity without a class brings its own. */
    public EntityTypeBuilder<M> access(Access<M> access) {
        Objects.requireNonNull(access, "access");
        return access(type -> access);
    }

    /** The finished description. Only names within it are checked here; the rest when a database opens. */
    public EntityType<M> build() {
        boolean isAbstract = inheritance.discriminator() != null && inheritance.value() == null;
        if (access == null && isAbstract) {
            access = type -> new AbstractAccess<>(type.name());
        }
        if (access == null) {
            throw new IllegalStateException("Entity \"" + entity + "\" has the model class " + model.getSimpleName()
                    + " and no access to it; call access(...) before build()");
        }
        List<Component> all = new ArrayList<>(components);
        if (dynamic) {
            all.add(new Component.PivotSlot(DynamicAccess.PIVOT, null));
        }
        Visibility visibility = new Visibility(hidden, visible);
        return new EntityType<>(entity, model, all, primaryKey, indexes, hooks, visibility, inheritance, access);
    }

    EntityTypeBuilder<M> access(EntityType.AccessFactory<M> factory) {
        access = factory;
        return this;
    }

    private ValueType anything() {
        return dynamic ? DynamicValueType.ANY : new JavaValueType(Object.class);
    }

    private EntityTypeBuilder<M> declare(
            String name, ValueType type, Supplier<? extends @Nullable Object> defaultValue) {
        return add(new Component.Attribute(name, type, defaultValue, AttributeOptions.NONE, !dynamic));
    }

    private EntityTypeBuilder<M> option(String call, UnaryOperator<AttributeOptions> option) {
        return last(call, attribute -> attribute.with(option.apply(attribute.options())));
    }

    private EntityTypeBuilder<M> last(String call, UnaryOperator<Component.Attribute> change) {
        int last = components.size() - 1;
        if (last < 0 || !(components.get(last) instanceof Component.Attribute attribute)) {
            throw new IllegalStateException(call
                    + "(...) speaks of an attribute and has to follow its declaration in entity \"" + entity + "\"");
        }
        components.set(last, change.apply(attribute));
        return this;
    }

    /** Adds hooks: {@code hooks(hooks -> hooks.onSaving(...).onDeleted(...))}. They run after those added before. */
    public EntityTypeBuilder<M> hooks(UnaryOperator<Hooks<M>> more) {
        hooks = hooks.and(more.apply(Hooks.none()));
        return this;
    }
}
