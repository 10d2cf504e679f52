package dev.ananas.orm.processor.errors;

import org.junit.jupiter.api.Test;

/** Relations that lead nowhere. */
class RelationErrorsTest {
    private static final String POST = """
            @Entity("posts") record Post(@Id Long id, String title, Long userId, String code, int score) {}
            """;

    private static Refusal user(String component) {
        return Refusal.of("@Entity(\"users\") record User(@Id Long id, " + component + ") {}\n" + POST);
    }

    @Test
    void aForeignKeyExistsInTheRelatedRecord() {
        user("@HasMany(foreignKey = \"useId\") ToMany<Post> posts")
                .assertSays(
                        "@HasMany(foreignKey) names Post.useId, which does not exist; did you mean \"userId\"?",
                        "\"useId\"");
        user("@HasOne(foreignKey = \"owner\") ToOne<Post> post")
                .assertSays(
                        "@HasOne(foreignKey) names Post.owner, which does not exist; expected one of \"id\", \"title\","
                                + " \"userId\", \"code\", \"score\"",
                        "\"owner\"");
    }

    @Test
    void aForeignKeyHasAnAttribute() {
        user("@HasMany(foreignKey = {}) ToMany<Post> posts")
                .assertSays(
                        "@HasMany(foreignKey) names no attribute of Post; write as many as the key at the other end has",
                        "{}");
    }

    @Test
    void aPivotThatSeveralComponentsCouldTakeIsToldApart() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id,
                            @BelongsToMany(pivot = Link.class, foreignPivotKey = "userId", relatedPivotKey = "roleId")
                            ToMany<Role> roles) {}
                        @Entity("roles") record Role(@Id Long id, @Pivot Link first, @Pivot Link second) {}
                        @Entity("links") record Link(@Id Long userId, @Id Long roleId) {}
                        """)
                .assertSays(
                        "Role takes a Link in first and in second; say in which one this relation puts it: as ="
                                + " \"first\"",
                        "@BelongsToMany");
    }

    @Test
    void aForeignKeyOfABelongsToExistsInTheRecordItself() {
        user("@BelongsTo(foreignKey = \"postId\") ToOne<Post> post")
                .assertSays(
                        "@BelongsTo(foreignKey) names User.postId, which does not exist; expected one of \"id\"",
                        "\"postId\"");
        user("@BelongsTo(foreignKey = \"post\") ToOne<Post> post")
                .assertSays(
                        "@BelongsTo(foreignKey) names User.post, which is a relation and no attribute; expected one of"
                                + " \"id\"",
                        "\"post\"");
    }

    @Test
    void bothEndsHaveTheSameType() {
        user("@HasMany(foreignKey = \"code\") ToMany<Post> posts")
                .assertSays(
                        "@HasMany joins keys of different types: Post.code is a String, User.id is a Long; give both the"
                                + " same type",
                        "\"code\"");
        user("Integer postId, @BelongsTo(foreignKey = \"postId\") ToOne<Post> post")
                .assertSays(
                        "@BelongsTo joins keys of different types: User.postId is an Integer, Post.id is a Long; give"
                                + " both the same type",
                        "\"postId\"");
    }

    @Test
    void bothEndsHaveTheSameLength() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long a, @Id Long b,
                            @HasMany(foreignKey = "userId") ToMany<Post> posts) {}
                        """ + POST)
                .assertSays(
                        "@HasMany joins keys of different lengths: Post.userId and User.a, User.b; name as many"
                                + " attributes at both ends",
                        "\"userId\"");
    }

    @Test
    void theComponentHasTheTypeOfTheRelation() {
        user("@HasMany(foreignKey = \"userId\") List<Post> posts")
                .assertSays(
                        "User.posts is a List<Post>, and @HasMany leads to many records; declare it as ToMany<Post> posts",
                        "posts");
        user("@HasOne(foreignKey = \"userId\") Post post")
                .assertSays(
                        "User.post is a Post, and @HasOne leads to one record; declare it as ToOne<Post> post", "post");
        user("@HasMany(foreignKey = \"userId\") ToOne<Post> posts")
                .assertSays(
                        "User.posts is a ToOne<Post>, and @HasMany leads to many records; declare it as ToMany<Post>"
                                + " posts",
                        "posts");
        user("ToMany<Post> posts")
                .assertSays(
                        "User.posts is a ToMany<Post> without an annotation that tells the relation; annotate it with"
                                + " @HasMany, @BelongsToMany or another relation to many",
                        "posts");
    }

    @Test
    void theRelatedRecordIsAnEntity() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id,
                            @HasMany(foreignKey = "userId") ToMany<Note> notes) {}
                        record Note(Long id, Long userId) {}
                        """).assertSays("User.notes leads to Note, which is no entity; annotate Note with @Entity", "notes");
    }

    @Test
    void aComponentIsOneThing() {
        user("@HasMany(foreignKey = \"userId\") @HasOne(foreignKey = \"userId\") ToMany<Post> posts")
                .saysAll(
                        "User.posts is annotated with @HasOne and @HasMany; a component is one relation, so remove one of"
                                + " them");
        user("@Hidden @HasMany(foreignKey = \"userId\") ToMany<Post> posts")
                .assertSays(
                        "User.posts is annotated with @HasMany and @Hidden, which do not go together; remove one of them",
                        "@Hidden");
    }

    private static Refusal roles(String relation, String more) {
        return Refusal.of("""
                @Entity("users") record User(@Id Long id, %s ToMany<Role> roles) {}
                @Entity("roles") record Role(@Id Long id, @Pivot Link link) {}
                %s
                """.formatted(relation, more));
    }

    @Test
    void thePivotHasTheNamedFields() {
        String link = "@Entity(\"links\") record Link(@Id Long userId, @Id Long roleId, String name) {}";
        roles("@BelongsToMany(pivot = Link.class, foreignPivotKey = \"owner\", relatedPivotKey = \"roleId\")", link)
                .assertSays(
                        "@BelongsToMany(foreignPivotKey) names Link.owner, which does not exist; expected one of"
                                + " \"userId\", \"roleId\", \"name\"",
                        "\"owner\"");
        roles("@BelongsToMany(pivot = Link.class, foreignPivotKey = \"userId\", relatedPivotKey = \"roleID2\")", link)
                .assertSays(
                        "@BelongsToMany(relatedPivotKey) names Link.roleID2, which does not exist; did you mean"
                                + " \"roleId\"?",
                        "\"roleID2\"");
        roles("@BelongsToMany(pivot = Link.class, foreignPivotKey = \"userId\", relatedPivotKey = \"name\")", link)
                .assertSays(
                        "@BelongsToMany joins keys of different types: Link.name is a String, Role.id is a Long; give"
                                + " both the same type",
                        "\"name\"");
        roles(
                        "@BelongsToMany(pivot = Link.class, foreignPivotKey = \"userId\", relatedPivotKey = \"roleId\","
                                + " as = \"lnk\")",
                        link)
                .assertSays(
                        "@BelongsToMany(as) names the pivot Role.lnk, which does not exist; did you mean \"link\"?",
                        "\"lnk\"");
    }

    @Test
    void thePivotIsAnEntity() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id,
                            @BelongsToMany(pivot = Link.class, foreignPivotKey = "a", relatedPivotKey = "b")
                            ToMany<User> friends) {}
                        record Link(Long a, Long b) {}
                        """)
                .assertSays(
                        "User.friends goes through Link, which is no entity; annotate Link with @Entity", "Link.class");
    }

    @Test
    void keysOfListsAndPolymorphicRelationsFit() {
        user("List<String> postIds, @HasManyBy(foreignKey = \"postIds\") ToMany<Post> posts")
                .assertSays(
                        "@HasManyBy needs a list of keys of Post, and User.postIds is a List<String>; declare it as"
                                + " List<Long> postIds",
                        "\"postIds\"");
        user("@MorphMany(morphId = \"userId\", morphType = \"score\") ToMany<Post> posts")
                .assertSays(
                        "@MorphMany keeps the name of an entity in Post.score, which is an Integer; declare it as String"
                                + " score",
                        "\"score\"");
        user("Long onId, String onType, @MorphTo(morphId = \"onId\", morphType = \"onType\") ToOne<Object> on")
                .assertSays(
                        "User.on leads to Object, which is no entity; annotate Object with @Entity, seal it over"
                                + " entities, or list the entities: @MorphTo(related = {...})",
                        "on");
        user("Long onId, String onType, @MorphTo(morphId = \"onId\", morphType = \"onType\", related = {Post.class,"
                        + " String.class}) ToOne<Object> on")
                .assertSays(
                        "User.on leads to Object, and String is no entity; annotate it with @Entity", "{Post.class");
    }

    @Test
    void aCompositeKeyIsNamedWhereOneAttributeIsNeeded() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long a, @Id Long b,
                            @MorphMany(morphId = "userId", morphType = "title") ToMany<Post> posts) {}
                        """ + POST)
                .assertSays(
                        "@MorphMany needs one attribute of User, whose primary key is composite; name one: localKey ="
                                + " \"a\"",
                        "@MorphMany");
    }

    @Test
    void actionsCanBeCarriedOut() {
        user("@HasMany(foreignKey = \"userId\", onDelete = OnDelete.DETACH) ToMany<Post> posts")
                .assertSays(
                        "User.posts cannot have onDelete = DETACH: there are no links to delete; use SET_NULL, which"
                                + " keeps the related records",
                        "OnDelete.DETACH");
        Refusal.of("""
                        @Entity("users") record User(@Id Integer id,
                            @HasMany(foreignKey = "score", onDelete = OnDelete.SET_NULL) ToMany<Post> posts) {}
                        """ + POST)
                .assertSays(
                        "User.posts cannot have onDelete = SET_NULL: Post.score is an int and cannot be null; declare it"
                                + " as Integer, or use CASCADE or RESTRICT",
                        "OnDelete.SET_NULL");
        user("@HasOne(foreignKey = \"id\", onDelete = OnDelete.SET_NULL) ToOne<Post> post")
                .assertSays(
                        "User.post cannot have onDelete = SET_NULL: Post.id is part of the primary key and cannot be"
                                + " null; use CASCADE or RESTRICT",
                        "OnDelete.SET_NULL");
        roles(
                        "@BelongsToMany(pivot = Link.class, foreignPivotKey = \"userId\", relatedPivotKey = \"roleId\","
                                + " onDelete = OnDelete.SET_NULL)",
                        "@Entity(\"links\") record Link(@Id Long userId, @Id Long roleId) {}")
                .assertSays(
                        "User.roles cannot have onDelete = SET_NULL: a link without one of its ends links nothing; use"
                                + " DETACH, which deletes the links",
                        "OnDelete.SET_NULL");
    }

    @Test
    void actionsOnTheSameReferencesAgree() {
        user("@HasMany(foreignKey = \"userId\", onDelete = OnDelete.CASCADE) ToMany<Post> posts,"
                        + " @HasOne(foreignKey = \"userId\", onDelete = OnDelete.SET_NULL) ToOne<Post> first")
                .assertSays(
                        "User.posts and User.first contradict each other: both are about the same references, with"
                                + " onDelete = CASCADE and onDelete = SET_NULL; keep one of the actions",
                        "OnDelete.SET_NULL");
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        user("@HasMany(foreignKey = \"useId\") ToMany<Post> posts, @Default(\"x\") int level")
                .saysAll(
                        "@HasMany(foreignKey) names Post.useId, which does not exist; did you mean \"userId\"?",
                        "User.level is an int, and its default \"x\" is none; write a constant of that type, or name a"
                                + " method: @Default(method = \"...\")");
    }

    @Test
    void relationsThatFitAreNoErrors() {
        user("@HasMany(foreignKey = \"userId\", onDelete = OnDelete.CASCADE) ToMany<Post> posts")
                .isNone();
    }
}
