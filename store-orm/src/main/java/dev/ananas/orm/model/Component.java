package dev.ananas.orm.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One component of a model: an attribute, the place for a pivot, or a relation. Its ordinal is its place in the entity type. */
public sealed interface Component permits Component.Attribute, Component.PivotSlot, RelationType {

    /**
     * Name as declared, unique within the entity type.
     *
     * @return the name
     */
    String name();

    /** A stored value. */
    final class Attribute implements Component {
        private final String name;
        private final ValueType type;
        private final Supplier<? extends @Nullable Object> defaultValue;
        private final AttributeOptions options;

        /** Whether models have the value as read in place of the stored one, so that a cast works on input alone. */
        private final boolean inClass;

        Attribute(
                String name,
                ValueType type,
                Supplier<? extends @Nullable Object> defaultValue,
                AttributeOptions options,
                boolean inClass) {
            this.name = name;
            this.type = type;
            this.defaultValue = defaultValue;
            this.options = options;
            this.inClass = inClass;
        }

        @Override
        public String name() {
            return name;
        }

        /**
         * What it may hold.
         *
         * @return the type of the stored value
         */
        public ValueType type() {
            return type;
        }

        /**
         * Makes the value of a record that does not name the attribute, before casts and mutators.
         *
         * @return a supplier of defaults
         */
        public Supplier<? extends @Nullable Object> defaultValue() {
            return defaultValue;
        }

        /**
         * Makes a value where it is missing or null.
         *
         * @return the generator, or null if the attribute has none
         */
        public @Nullable IdGenerator ids() {
            return options.ids();
        }

        /**
         * Whether an id is made up where the value is missing or null.
         *
         * @return true if it has a generator
         */
        public boolean generated() {
            return options.ids() != null;
        }

        /**
         * Whether models leave it out unless a query asks for it.
         *
         * @return true if it is hidden
         */
        public boolean hidden() {
            return options.hidden();
        }

        /**
         * Whether null is refused.
         *
         * @return true if a record needs a value
         */
        public boolean notNull() {
            return options.notNull();
        }

        /**
         * Whether the library keeps the {@link Meta} of the record here.
         *
         * @return true if it does
         */
        public boolean timestamps() {
            return options.timestamps();
        }

        /**
         * Whether a given value may differ from the stored one beyond its type.
         *
         * @return true if {@link #given} and {@link #stored} have something to do
         */
        public boolean convertsInput() {
            return options.cast() != null || options.set() != null;
        }

        /**
         * Whether the value as read may differ from the stored one.
         *
         * @return true if {@link #read} has something to do
         */
        public boolean convertsOnRead() {
            return options.get() != null || options.cast() != null && !inClass;
        }

        /**
         * What a model class can hold of a given value, before its type is checked.
         *
         * @param value as given, null allowed
         * @return the value after a cast
         */
        public @Nullable Object given(@Nullable Object value) {
            Cast cast = options.cast();
            return cast == null || !inClass ? value : cast.get(cast.set(value));
        }

        /**
         * The stored form of a value; of one of the declared class where there is one.
         *
         * @param value null allowed
         * @return the value after the set-mutator, and after the cast where rows keep the stored form
         */
        public @Nullable Object stored(@Nullable Object value) {
            Object changed = options.set() == null ? value : options.set().apply(value);
            Cast cast = options.cast();
            return cast == null || inClass ? changed : cast.set(changed);
        }

        /**
         * The value as read.
         *
         * @param stored null allowed
         * @return the value after cast and get-mutator
         */
        public @Nullable Object read(@Nullable Object stored) {
            Cast cast = options.cast();
            Object value = cast == null || inClass ? stored : cast.get(stored);
            return options.get() == null ? value : options.get().apply(value);
        }

        /**
         * What to write into a message after "expected".
         *
         * @return such as {@code a text}
         */
        public String expected() {
            return options.cast() == null ? type.expected() : options.cast().expected();
        }

        /**
         * What models have in place of the value where it is left out: null, or the zero of a number, character or boolean
         * that takes no null; rows without a class have a mark of their own.
         *
         * @return not the value
         */
        public @Nullable Object hiddenValue() {
            return inClass ? Zeros.of(type, notNull(), defaultValue) : LeftOut.MARK;
        }

        /**
         * Whether a component of a row says that the row leaves the attribute out.
         *
         * @param component of a model
         * @return true if it is no value
         */
        public static boolean isLeftOut(@Nullable Object component) {
            return component == LeftOut.MARK;
        }

        /**
         * Whether another declaration of the attribute differs in nothing but its default.
         *
         * @param other a declaration in a case of the entity, or in another case
         * @return true if both can share a column
         */
        public boolean agreesWith(Attribute other) {
            return type.equals(other.type)
                    && (options.equals(other.options) || other.options.equals(AttributeOptions.NONE));
        }

        Attribute withDefaultOf(Attribute other) {
            return withDefault(other.defaultValue);
        }

        Attribute withDefault(Supplier<? extends @Nullable Object> values) {
            return new Attribute(name, type, values, options, inClass);
        }

        Attribute with(AttributeOptions more) {
            boolean free = more.cast() != null && !inClass;
            return new Attribute(name, free ? DynamicValueType.ANY : type, defaultValue, more, inClass);
        }

        AttributeOptions options() {
            return options;
        }
    }

    /**
     * The component that receives the pivot through which a model was reached.
     *
     * @param name as declared; a relation chooses it with {@code as}
     * @param pivotEntity entity of the pivots it can hold; null takes any
     */
    record PivotSlot(String name, @Nullable String pivotEntity) implements Component {}
}
