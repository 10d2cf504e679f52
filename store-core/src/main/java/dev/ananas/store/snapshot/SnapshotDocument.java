package dev.ananas.store.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ananas.store.StateTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The JSON of a snapshot: <code>{"ananas": {"format": 1, "version": 3}, "slices": {...}}</code>.
 *
 * <p>The head comes first, so that a reader knows what follows before it reads it: slices of the program's own version go from the
 * stream into their sections, those of an older one become a tree for the migrations first, and one of a newer program is refused.
 *
 * @param sections the slices of the program by name
 * @param migrations the version of the program and the ways to it
 */
record SnapshotDocument(Map<String, SnapshotSection> sections, Migrations migrations) {
    private static final int FORMAT = 1;
    private static final String HEAD = "ananas";
    private static final String SLICES = "slices";

    /** How the parser tells where something began. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");

    /** What was read, and what restores it. */
    record Content(Restored found, Kept kept, List<Runnable> works) {}

    void write(StateTree state, OutputStream stream, SnapshotProgress progress) throws IOException {
        Kept kept = state.contains(Kept.SLICE) ? state.get(Kept.SLICE) : new Kept(Map.of());
        try (JsonGenerator out = SnapshotJson.generator(stream)) {
            out.writeStartObject();
            out.writeObjectFieldStart(HEAD);
            out.writeNumberField("format", FORMAT);
            out.writeNumberField("version", migrations.version());
            out.writeEndObject();
            out.writeObjectFieldStart(SLICES);
            SnapshotWriter writer = new SnapshotWriter(out, kept, progress);
            for (SnapshotSection section : sections.values()) {
                if (section.isIn(state)) {
                    out.writeFieldName(section.name());
                    section.write(state, writer);
                }
                writer.report();
            }
            writer.kept(Kept.TOP, sections.keySet());
            out.writeEndObject();
            out.writeEndObject();
        }
    }

    Content read(InputStream stream, SnapshotProgress progress) throws IOException {
        try (JsonParser json = SnapshotJson.parser(stream)) {
            return guarded(json, JsonPointer.empty(), () -> {
                SnapshotReader reader = new SnapshotReader(json, JsonPointer.empty(), progress);
                int version = head(reader);
                Content content =
                        version == migrations.version() ? slices(reader, version) : migrated(reader, version, progress);
                end(reader);
                return content;
            });
        }
    }

    private int head(SnapshotReader in) throws IOException {
        JsonParser json = in.json();
        json.nextToken();
        in.expect(JsonToken.START_OBJECT, "a snapshot, which is an object");
        member(in, HEAD, "the head of a snapshot, a first member \"ananas\"");
        in.expect(JsonToken.START_OBJECT, "the head of a snapshot, {\"format\": " + FORMAT + ", \"version\": ...}");
        member(in, "format", "the format of the snapshot, a member \"format\"");
        SnapshotReader.Place place = in.place();
        long format = in.number("the number of the format");
        if (format != FORMAT) {
            throw in.fault(
                    place, "Expected format " + FORMAT + ", found " + format + "; a newer library wrote it", null);
        }
        member(in, "version", "the version of the schema, a member \"version\"");
        place = in.place();
        int version = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, in.number("the version of the schema, a number")));
        String refusal = migrations.refusal(version);
        if (!refusal.isEmpty()) {
            throw in.fault(place, refusal, null);
        }
        json.nextToken();
        in.expect(JsonToken.END_OBJECT, "the end of the head");
        member(in, SLICES, "the slices, a member \"slices\"");
        in.expect(JsonToken.START_OBJECT, "an object of slices by name");
        return version;
    }

    private static void member(SnapshotReader in, String name, String what) throws IOException {
        JsonToken token = in.json().nextToken();
        if (token != JsonToken.FIELD_NAME || !in.json().currentName().equals(name)) {
            in.expect(JsonToken.NOT_AVAILABLE, what);
        }
        in.json().nextToken();
    }

    private static void end(SnapshotReader in) throws IOException {
        JsonToken token = in.json().nextToken();
        if (token != JsonToken.END_OBJECT) {
            in.expect(JsonToken.END_OBJECT, "the end of the snapshot");
        }
        if (in.json().nextToken() != null) {
            in.expect(JsonToken.NOT_AVAILABLE, "nothing after the snapshot");
        }
    }

    /** The parser stands at the object of slices, and afterwards at its end. */
    private Content slices(SnapshotReader in, int version) throws IOException {
        Map<String, Runnable> works = new LinkedHashMap<>();
        while (in.json().nextToken() != JsonToken.END_OBJECT) {
            String name = in.json().currentName();
            in.json().nextToken();
            SnapshotSection section = sections.get(name);
            if (section == null) {
                in.keep(Kept.TOP, name);
            } else {
                works.put(name, section.read(in));
            }
            in.report();
        }
        return new Content(in.restored(version), in.kept(), all(works));
    }

    private Content migrated(SnapshotReader in, int version, SnapshotProgress progress) throws IOException {
        JsonNode read = in.tree();
        ObjectNode slices = migrations.apply(version, (ObjectNode) read);
        JsonPointer root = JsonPointer.compile("/" + SLICES);
        try (JsonParser json = SnapshotJson.parser(slices)) {
            return guarded(json, root, () -> {
                SnapshotReader reader = new SnapshotReader(json, root, progress);
                json.nextToken();
                return slices(reader, version);
            });
        }
    }

    /** What restores everything, in the order of the sections. */
    private List<Runnable> all(Map<String, Runnable> works) {
        List<Runnable> all = new ArrayList<>();
        for (SnapshotSection section : sections.values()) {
            Runnable work = works.get(section.name());
            all.add(work == null ? section.reset() : work);
        }
        return all;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Gives what the parser or a mapper complains about its place in the document. */
    private static <T> T guarded(JsonParser json, JsonPointer root, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (JsonProcessingException e) {
            JsonPointer pointer = root.append(json.getParsingContext().pathAsPointer());
            String message = SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2");
            throw new SnapshotException("The snapshot is damaged: " + message, pointer.toString(), e.getLocation(), e);
        }
    }
}
