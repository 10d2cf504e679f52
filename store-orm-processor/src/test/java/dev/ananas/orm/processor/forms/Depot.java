package dev.ananas.orm.processor.forms;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.CastWith;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.IdGenerator;
import dev.ananas.orm.model.Mutate;
import dev.ananas.orm.model.On;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Uid;
import dev.ananas.orm.model.UidKind;
import dev.ananas.orm.model.Unique;
import dev.ananas.orm.model.Visible;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options of annotations that a shop does without. */
final class Depot {
    static final List<String> HEARD = new ArrayList<>();

    private Depot() {}

    record Cents(long count) {}

    /** Euros with two decimals as cents. */
    static final class ToCents implements Cast {
        ToCents() {}

        @Override
        public @Nullable Object set(@Nullable Object given) {
            return given instanceof Number euros ? new Cents(Math.round(euros.doubleValue() * 100)) : given;
        }

        @Override
        public @Nullable Object get(@Nullable Object stored) {
            return stored;
        }
    }

    /** Numbers that are written out. */
    static final class Serial implements IdGenerator {
        Serial() {}

        @Override
        public Object next(Supplier<UUID> random, LongSupplier sequence) {
            return "serial-" + sequence.getAsLong();
        }
    }

    @Entity("boxes")
    @Unique({"place", "shelf"})
    record Box(
            @Id @Uid(value = UidKind.NANOID, size = 40, alphabet = "ab") @Nullable
            String id,

            @Uid @Nullable UUID ticket,
            @Uid(generator = Serial.class) @Nullable String serial,
            String place,
            int shelf,
            @CastWith(ToCents.class) @Nullable Cents price,
            @Mutate(get = "shout") String label,
            double weight,
            @Nullable Instant seen,
            @Nullable String code,

            @HasMany(foreignKey = "boxCode", localKey = "code", onDelete = OnDelete.RESTRICT)
            ToMany<Item> items,

            @BelongsToMany(
                    pivot = Sticker.class,
                    foreignPivotKey = {"place", "shelf"},
                    relatedPivotKey = "tag",
                    parentKey = {"place", "shelf"},
                    relatedKey = "name",
                    onDelete = OnDelete.DETACH)
            ToMany<Mood> moods) {

        static @Nullable String shout(@Nullable String label) {
            return label == null ? null : label.toUpperCase(Locale.ROOT);
        }

        @On({HookEvent.CREATING, HookEvent.UPDATING})
        static HookResult<Box> fill(Change<Box> change) {
            return change.model().label().isEmpty() ? HookResult.patch(Box_.label.to("none")) : HookResult.keep();
        }

        @On({HookEvent.SAVED, HookEvent.UPDATED, HookEvent.RETRIEVED})
        static void tell(Change<Box> change) {
            HEARD.add(change.event().name());
        }
    }

    @Entity("items")
    record Item(
            @Id Long id,
            @Nullable String boxCode,

            @BelongsTo(foreignKey = "boxCode", ownerKey = "code")
            ToOne<Box> box) {}

    @Entity("moods")
    record Mood(@Id Long id, @Visible String name, String note) {}

    @Entity("stickers")
    record Sticker(@Id String place, @Id int shelf, @Id String tag) {}
}
