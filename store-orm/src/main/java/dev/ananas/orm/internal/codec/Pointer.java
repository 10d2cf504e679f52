package dev.ananas.orm.internal.codec;

import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a reader is, for messages: a JSON pointer. */
final class Pointer {
    private final List<Object> steps = new ArrayList<>(0);

    void enter(Object step) {
        steps.add(step);
    }

    void leave() {
        steps.remove(steps.size() - 1);
    }

    /** The exception for what was found here. */
    DataException fault(String message) {
        return new DataException(steps.isEmpty() ? message : message + " at " + this);
    }

    /** A value that does not fit, with its class. */
    static String describe(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Collection<?> list) {
            return "a list of " + list.size();
        }
        if (value instanceof Map) {
            return "a map";
        }
        String text = value instanceof CharSequence ? "\"" + value + "\"" : value.toString();
        return text + " (" + value.getClass().getSimpleName() + ")";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            text.append('/').append(step);
        }
        return text.toString();
    }
}
