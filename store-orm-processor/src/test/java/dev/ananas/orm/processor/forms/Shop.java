package dev.ananas.orm.processor.forms;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.CastWith;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.HasManyBy;
import dev.ananas.orm.model.Hidden;
import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Index;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Mutate;
import dev.ananas.orm.model.NotNull;
import dev.ananas.orm.model.On;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Timestamps;
import dev.ananas.orm.model.Uid;
import dev.ananas.orm.model.UidKind;
import dev.ananas.orm.model.Unique;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Nested package-private records with every annotation of attributes. */
final class Shop {
    static final AtomicInteger MADE = new AtomicInteger();
    static final List<String> HEARD = new ArrayList<>();

    private Shop() {}

    enum State {
        DRAFT,
        OPEN
    }

    @Entity("shopOrders")
    @Index({"state", "day"})
    @Index(
            value = {"code", "price"},
            sorted = true)
    record Order(
            @Id @Uid(UidKind.SEQUENCE) Long id,
            @Default("OPEN") State state,
            @Default("2026-01-31") LocalDate day,
            @Default("MONDAY") @Nullable DayOfWeek weekday,
            @Default(method = "next") int number,
            @Index(sorted = true) @Default("1.50") BigDecimal price,
            @Mutate(set = "lower") String code,
            @Hidden @Nullable String secret,
            @NotNull @Default("-") String note,
            @CastWith long amount,
            @CastWith @Nullable Number weight,
            char letter,
            List<LocalDate> days,
            Set<State> states,
            Map<String, List<Integer>> counts,
            @Unique @Nullable String reference,
            byte[] picture,
            @Timestamps @Nullable Meta times,

            @HasMany(foreignKey = "orderId", onDelete = OnDelete.CASCADE)
            ToMany<Line> lines,

            List<Long> markIds,
            @HasManyBy(foreignKey = "markIds") ToMany<Mark> marks) {

        static int next() {
            return MADE.incrementAndGet();
        }

        static @Nullable String lower(@Nullable String code) {
            return code == null ? null : code.toLowerCase(Locale.ROOT);
        }

        @On(HookEvent.SAVING)
        static HookResult<Order> check(Change<Order> change) {
            return change.model().code().equals("veto") ? HookResult.veto() : HookResult.keep();
        }

        @On({HookEvent.CREATED, HookEvent.DELETED})
        static void tell(Change<Order> change) {
            HEARD.add(change.event() + " " + change.key());
        }
    }

    @Entity("shopLines")
    record Line(
            @Id Long orderId,
            @Id int position,
            String text,
            @BelongsTo(foreignKey = "orderId") ToOne<Order> order) {}

    @Entity("shopMarks")
    record Mark(@Id Long id, String name) {}
}
