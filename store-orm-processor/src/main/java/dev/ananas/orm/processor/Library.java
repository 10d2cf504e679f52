package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;

/** Names of the classes of the ORM that generated code mentions; the processor itself does without them. */
final class Library {
    static final String MODEL = "dev.ananas.orm.model";
    private static final String QUERY = "dev.ananas.orm.query";
    private static final String VIEW = "dev.ananas.orm.view";

    static final ClassName ACCESS = ClassName.get(MODEL, "Access");
    static final ClassName CAST = ClassName.get(MODEL, "Cast");
    static final ClassName CHANGE = ClassName.get(MODEL, "Change");
    static final ClassName ENTITY_TYPE = ClassName.get(MODEL, "EntityType");
    static final ClassName HOOK_RESULT = ClassName.get(MODEL, "HookResult");
    static final ClassName ID_GENERATOR = ClassName.get(MODEL, "IdGenerator");
    static final ClassName KEY = ClassName.get(MODEL, "Key");
    static final ClassName META = ClassName.get(MODEL, "Meta");
    static final ClassName ON_DELETE = ClassName.get(MODEL, "OnDelete");
    static final ClassName VALUE_TYPE = ClassName.get(MODEL, "ValueType");

    static final ClassName ATTRIBUTE = ClassName.get(QUERY, "Attribute");
    static final ClassName BOOLEAN_ATTRIBUTE = ClassName.get(QUERY, "BooleanAttribute");
    static final ClassName COMPARABLE_ATTRIBUTE = ClassName.get(QUERY, "ComparableAttribute");
    static final ClassName LIST_ATTRIBUTE = ClassName.get(QUERY, "ListAttribute");
    static final ClassName NUMBER_ATTRIBUTE = ClassName.get(QUERY, "NumberAttribute");
    static final ClassName TEXT_ATTRIBUTE = ClassName.get(QUERY, "TextAttribute");

    static final ClassName MORPH_RELATION = ClassName.get(QUERY, "MorphRelation");
    static final ClassName PIVOT_RELATION = ClassName.get(QUERY, "PivotRelation");
    static final ClassName TO_MANY_RELATION = ClassName.get(QUERY, "ToManyRelation");
    static final ClassName TO_ONE_RELATION = ClassName.get(QUERY, "ToOneRelation");

    static final ClassName TO_MANY = ClassName.get(VIEW, "ToMany");
    static final ClassName TO_ONE = ClassName.get(VIEW, "ToOne");

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private Library() {}
}
