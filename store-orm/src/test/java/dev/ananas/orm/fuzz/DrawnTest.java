package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ananas.orm.model.OnDelete;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program can say is said: a few hundred of them use every kind of step, every call, every clause and every trait. */
class DrawnTest {
    private static final int PROGRAMS = 400;

    /** Names of members that are not empty, and for names and constants the member with its value. */
    private static final Set<String> SAID = new TreeSet<>();

    @BeforeAll
    static void draw() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        for (long seed = 0; seed < PROGRAMS; seed++) {
            read(json.readTree(ProgramGenerator.generate(seed).toJson()));
        }
    }

    private static void read(JsonNode node) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isContainerNode() ? !value.isEmpty() : !value.isNull()) {
                SAID.add(member.getKey());
            }
            SAID.add(member.getKey() + "=" + value.asText());
            value.forEach(element -> SAID.add(member.getKey() + "=" + element.asText()));
        });
        node.forEach(DrawnTest::read);
    }

    @Test
    void everyKindOfStep() {
        assertThat(Step.class.getDeclaredClasses())
                .filteredOn(step -> step.isAnnotationPresent(JsonTypeName.class))
                .hasSizeGreaterThan(20)
                .allSatisfy(step -> assertThat(SAID)
                        .contains("do=" + step.getAnnotation(JsonTypeName.class).value()));
    }

    @Test
    void everyClauseAndTerminal() {
        assertThat(QueryShape.Clauses.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allSatisfy(clause -> assertThat(SAID).contains(clause));
        said("terminal", QueryShape.Terminal.values());
        said("texts", QueryShape.Texts.values());
        said("nulls", QueryShape.Nulls.values());
        assertThat(SAID).contains("linkOrder=true", "names=" + QueryShape.META, "names=" + QueryShape.ALL);
    }

    @Test
    void everyCall() {
        said("call", Step.KeysCall.values());
        said("call", Step.PivotsCall.values());
        said("how", Step.Again.values());
        assertThat(SAID).contains("synced=true", "updates=true", "updates=false", "fails=true");
    }

    @Test
    void everyPartOfASchema() {
        said("kind", SchemaShape.RelationKind.values());
        said("kind", Kind.values());
        said("traits", Trait.values());
        said("event", SchemaShape.Event.values());
        said("effect", SchemaShape.Effect.values());
        said("onDelete", OnDelete.CASCADE, OnDelete.SET_NULL, OnDelete.RESTRICT, OnDelete.DETACH);
        assertThat(SAID).contains("unique", "sorted", "discriminator", "base");
    }

    private static void said(String member, Enum<?>... constants) {
        assertThat(SAID)
                .containsAll(Arrays.stream(constants)
                        .map(constant -> member + "=" + constant.name())
                        .toList());
    }
}
