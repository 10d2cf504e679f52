package dev.ananas.orm.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import dev.ananas.store.spi.SingleUse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/**
 * Stores a list of records that is too long to be held: reads it from a stream, some records at a time, and applies one command
 * after the other to the tables it started from. Whatever fails on the way, the tables it was given are as they were.
 *
 * <p>A stream is read once, so unlike other commands this one cannot be carried out a second time.
 *
 * @param name what the action is called
 * @param records the stream; closed at the end
 * @param batch the command that stores some records, of which the first is at a place of the list
 * @param progress hears how many were read, and answers whether to go on
 */
public record StreamCommand(String name, InputStream records, Batch batch, LongPredicate progress)
        implements EntityCommand<Long>, SingleUse {
    private static final int BATCH = 1_000;

    /** Makes the command that stores some records. */
    public interface Batch {
        EntityCommand<?> of(List<JsonNode> records, long place);
    }

    @Override
    public Next<Tables, Long> applyTo(Tables tables) {
        Tables reached = tables;
        List<Runnable> afterwards = new ArrayList<>();
        long count = 0;
        try (Json.Elements elements = new Json.Elements(records)) {
            for (List<JsonNode> some = elements.next(BATCH); !some.isEmpty(); some = elements.next(BATCH)) {
                Next<Tables, ?> next = batch.of(some, count).applyTo(reached);
                reached = next.state();
                afterwards.addAll(next.afterwards());
                count += some.size();
                if (!progress.test(count)) {
                    throw new CancellationException("cancelled after " + count + " records; nothing was stored");
                }
            }
        }
        return new Next<>(reached, count, afterwards);
    }
}
