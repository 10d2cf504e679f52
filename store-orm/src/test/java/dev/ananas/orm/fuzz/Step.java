package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;

/** One step of a program, as plain data. Keys are values, or lists of them where the key is composite. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(Step.Subscribe.class),
    @JsonSubTypes.Type(Step.Unsubscribe.class),
    @JsonSubTypes.Type(Step.Transact.class),
    @JsonSubTypes.Type(Step.Tick.class),
    @JsonSubTypes.Type(Step.Ask.class),
    @JsonSubTypes.Type(Step.Load.class),
    @JsonSubTypes.Type(Step.Revive.class),
    @JsonSubTypes.Type(Step.Make.class),
    @JsonSubTypes.Type(Step.Insert.class),
    @JsonSubTypes.Type(Step.Save.class),
    @JsonSubTypes.Type(Step.Fresh.class),
    @JsonSubTypes.Type(Step.Create.class),
    @JsonSubTypes.Type(Step.FindOrSave.class),
    @JsonSubTypes.Type(Step.UpdateKey.class),
    @JsonSubTypes.Type(Step.UpdateQuery.class),
    @JsonSubTypes.Type(Step.DeleteKey.class),
    @JsonSubTypes.Type(Step.DeleteQuery.class),
    @JsonSubTypes.Type(Step.Destroy.class),
    @JsonSubTypes.Type(Step.Clear.class),
    @JsonSubTypes.Type(Step.StoreAgain.class),
    @JsonSubTypes.Type(Step.LinkKeys.class),
    @JsonSubTypes.Type(Step.LinkPivots.class),
    @JsonSubTypes.Type(Step.Associate.class)
})
sealed interface Step {

    /** Opens a live query under a name; one of that name is closed first. */
    @JsonTypeName("subscribe")
    record Subscribe(int name, QueryShape query) implements Step {}

    @JsonTypeName("unsubscribe")
    record Unsubscribe(int name) implements Step {}

    /** Actions as one transition; where {@code fails} is set an exception follows the last one. */
    @JsonTypeName("transact")
    record Transact(List<Action> actions, boolean fails) implements Step {}

    /** What may also happen inside a transaction. */
    sealed interface Action extends Step {}

    /** The clock moves on. */
    @JsonTypeName("tick")
    record Tick(long millis) implements Action {}

    /** Asks once. */
    @JsonTypeName("ask")
    record Ask(QueryShape query) implements Action {}

    /** Loads what the clauses say on the models that a query answers just now. */
    @JsonTypeName("load")
    record Load(QueryShape query, QueryShape.Clauses clauses) implements Action {}

    /** Reads stored records along trees of keys. */
    @JsonTypeName("revive")
    record Revive(String entity, List<Map<String, Object>> keys) implements Action {}

    /** Makes models without storing them. */
    @JsonTypeName("make")
    record Make(String entity, List<Map<String, Object>> rows) implements Action {}

    /** A write to one entity or to the links of one of its relations. */
    sealed interface Write extends Action {
        String entity();
    }

    @JsonTypeName("insert")
    record Insert(String entity, List<Map<String, Object>> rows) implements Write {}

    @JsonTypeName("save")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Save(String entity, List<Map<String, Object>> rows, boolean synced) implements Write {
        Save(String entity, List<Map<String, Object>> rows) {
            this(entity, rows, false);
        }
    }

    @JsonTypeName("fresh")
    record Fresh(String entity, List<Map<String, Object>> rows) implements Write {}

    /** Stores a record of defaults and generated ids. */
    @JsonTypeName("create")
    record Create(String entity) implements Write {}

    /** {@code firstOrCreate}, or {@code updateOrCreate} where {@code updates} is set. */
    @JsonTypeName("findOrSave")
    record FindOrSave(String entity, Map<String, Object> attributes, Map<String, Object> values, boolean updates)
            implements Write {}

    @JsonTypeName("updateKey")
    record UpdateKey(String entity, Object key, Map<String, Object> patch) implements Write {}

    @JsonTypeName("updateQuery")
    record UpdateQuery(String entity, QueryShape query, Map<String, Object> patch) implements Write {}

    @JsonTypeName("deleteKey")
    record DeleteKey(String entity, Object key) implements Write {}

    @JsonTypeName("deleteQuery")
    record DeleteQuery(String entity, QueryShape query) implements Write {}

    @JsonTypeName("destroy")
    record Destroy(String entity, List<Object> keys) implements Write {}

    @JsonTypeName("clear")
    record Clear(String entity) implements Write {}

    enum Again {
        SAVE,
        INSERT,
        FRESH
    }

    /**
     * Stores the models that a query answers just now. To save them with their relations or to insert them without
     * changes nothing; fresh, they are all that is left, in the order of the query.
     */
    @JsonTypeName("storeAgain")
    record StoreAgain(String entity, QueryShape query, Again how) implements Write {}

    enum KeysCall {
        ATTACH,
        DETACH,
        SYNC,
        TOGGLE
    }

    @JsonTypeName("linkKeys")
    record LinkKeys(String entity, String relation, KeysCall call, Object parent, List<Object> related)
            implements Write {}

    enum PivotsCall {
        ATTACH,
        SYNC,
        UPDATE
    }

    /** A key and the patch of its pivot. */
    record Link(Object related, Map<String, Object> pivot) {}

    /** {@code ATTACH} and {@code UPDATE} take one link. */
    @JsonTypeName("linkPivots")
    record LinkPivots(String entity, String relation, PivotsCall call, Object parent, List<Link> links)
            implements Write {}

    /** Makes a record refer to another one of {@code target} by a to-one relation, or to none where {@code related} is null. */
    @JsonTypeName("associate")
    record Associate(String entity, String relation, Object key, String target, Object related) implements Write {}
}
