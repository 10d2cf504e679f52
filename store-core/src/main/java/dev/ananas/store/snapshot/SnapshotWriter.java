package dev.ananas.store.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Where a {@link SnapshotSection} writes itself. For one thread. */
public final class SnapshotWriter {
    static final int STEP = 1_000;

    private final JsonGenerator json;
    private final Kept kept;
    private final SnapshotProgress progress;
    private long rows;

    SnapshotWriter(JsonGenerator json, Kept kept, SnapshotProgress progress) {
        this.json = json;
        this.kept = kept;
        this.progress = progress;
    }

    /** Takes the JSON. */
    public JsonGenerator json() {
        return json;
    }

    /**
     * Counts a row.
     *
     * @throws CancellationException if the snapshot is not wanted any more
     */
    public void row() {
        if (++rows % STEP == 0) {
            report();
        }
    }

    void report() {
        if (!progress.reached(rows)) {
            throw new CancellationException("cancelled after " + rows + " rows");
        }
    }

    /**
     * Writes the members of a section that were kept because no program known to this one knew them.
     *
     * @param section the name of the section
     * @param known members the section writes itself
     */
    public void kept(String section, Set<String> known) throws IOException {
        for (Map.Entry<String, String> one : kept.of(section).entrySet()) {
            if (!known.contains(one.getKey())) {
                json.writeFieldName(one.getKey());
                json.writeRawValue(one.getValue());
            }
        }
    }
}
