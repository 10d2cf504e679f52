package dev.ananas.store.snapshot;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** From where a {@link SnapshotSection} reads itself, and what knows the place of each fault. For one thread. */
public final class SnapshotReader {
    private static final int LONGEST_TEXT = 60;

    private final JsonParser json;
    private final JsonPointer root;
    private final SnapshotProgress progress;
    private final Map<String, Map<String, String>> kept = new LinkedHashMap<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private long rows;

    /**
     * A reader of a document or a part of it.
     *
     * @param root the place of the part in the document
     */
    SnapshotReader(JsonParser json, JsonPointer root, SnapshotProgress progress) {
        this.json = json;
        this.root = root;
        this.progress = progress;
    }

    /**
     * A place in the document, to be told later.
     *
     * @param pointer a JSON pointer
     * @param location line and column, null if they are not known
     */
    public record Place(JsonPointer pointer, @Nullable JsonLocation location) {

        /** The place of a member or an element of the value here, as well as it is known. */
        public Place at(String member) {
            return new Place(
                    pointer.append(
                            JsonPointer.compile("/" + member.replace("~", "~0").replace("/", "~1"))),
                    location);
        }
    }

    /** Gives the JSON. */
    public JsonParser json() {
        return json;
    }

    /** The value at which the parser stands, read whole; numbers keep what is written. */
    public JsonNode tree() throws IOException {
        return SnapshotJson.tree(json);
    }

    /** Where the parser stands. */
    public Place place() {
        return new Place(root.append(json.getParsingContext().pathAsPointer()), json.currentTokenLocation());
    }

    /**
     * Requires that the parser stands at a token.
     *
     * @param expected the token
     * @param what is expected, for the message, such as {@code a list of rows}
     * @throws SnapshotException if it is another one
     */
    public void expect(JsonToken expected, String what) throws IOException {
        if (json.currentToken() != expected) {
            throw fault(place(), "Expected " + what + ", found " + found(), null);
        }
    }

    /** A number at which the parser stands. */
    public long number(String what) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw fault(place(), "Expected " + what + ", found " + found(), null);
        }
        return json.getLongValue();
    }

    private String found() throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            return "the end of the document";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case END_OBJECT -> "the end of the object";
            case START_ARRAY -> "a list";
            case END_ARRAY -> "the end of the list";
            case FIELD_NAME -> "the member \"" + json.currentName() + "\"";
            case VALUE_STRING -> "the text \"" + cut(json.getText()) + "\"";
            default -> json.getText();
        };
    }

    /** What a value is, for messages. */
    public static String describe(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "nothing";
        }
        if (value.isObject()) {
            return "an object";
        }
        return value.isArray()
                ? "a list"
                : value.isTextual() ? "the text \"" + cut(value.textValue()) + "\"" : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    /** An exception for a fault at a place: what was expected and what was found. */
    public SnapshotException fault(Place place, String what, @Nullable Throwable cause) {
        return new SnapshotException(what, place.pointer().toString(), place.location(), cause);
    }

    /**
     * Counts a row.
     *
     * @throws CancellationException if the snapshot is not wanted any more
     */
    public void row() {
        if (++rows % SnapshotWriter.STEP == 0) {
            report();
        }
    }

    void report() {
        if (!progress.reached(rows)) {
            throw new CancellationException("cancelled after " + rows + " rows; nothing was restored");
        }
    }

    /**
     * Keeps the value at which the parser stands, because this program does not know what it is; it is written again with the
     * next snapshot.
     *
     * @param section the name of the section
     * @param name the name of the value in it
     */
    public void keep(String section, String name) throws IOException {
        String text = SnapshotJson.text(json);
        kept.computeIfAbsent(section, unused -> new LinkedHashMap<>()).put(name, text);
    }

    /** Notes that something was left out, as {@code entity.member}. */
    public void drop(String what) {
        dropped.add(what);
    }

    Kept kept() {
        return new Kept(kept);
    }

    Restored restored(int version) {
        return new Restored(version, rows, kept().names(), dropped);
    }
}
