package dev.ananas.orm.processor.errors;

import org.junit.jupiter.api.Test;

/** Attributes whose annotations do not fit them. */
class AttributeErrorsTest {

    private static Refusal with(String component) {
        return Refusal.of("@Entity(\"users\") record User(@Id Long id, " + component + ") {}");
    }

    @Test
    void aDefaultIsAConstantOfTheType() {
        with("@Default(\"x\") int level")
                .assertSays(
                        "User.level is an int, and its default \"x\" is none; write a constant of that type, or name a"
                                + " method: @Default(method = \"...\")",
                        "\"x\"");
        with("@Default(\"2026-02-30\") LocalDate day")
                .assertSays(
                        "User.day is a LocalDate, and its default \"2026-02-30\" is none; write a constant of that type,"
                                + " or name a method: @Default(method = \"...\")",
                        "\"2026-02-30\"");
        with("@Default(\"SOMEDAY\") DayOfWeek day")
                .assertSays(
                        "User.day is a DayOfWeek, and its default \"SOMEDAY\" is none; write a constant of that type, or"
                                + " name a method: @Default(method = \"...\")",
                        "\"SOMEDAY\"");
    }

    @Test
    void aDefaultIsMadeByAStaticMethodOfTheRecord() {
        with("@Default(method = \"today\") LocalDate day")
                .assertSays(
                        "The default of User.day is made by a method that does not exist; add static LocalDate today()"
                                + " to User, not private",
                        "\"today\"");
    }

    @Test
    void generatedIdsNeedAFittingReferenceType() {
        Refusal.of("@Entity(\"users\") record User(@Id @Uid(UidKind.SEQUENCE) long id) {}")
                .assertSays(
                        "User.id is a long, which is never missing, so no id would ever be generated; declare it as Long",
                        "@Uid");
        Refusal.of("@Entity(\"users\") record User(@Id @Uid Long id) {}")
                .assertSays(
                        "User.id is a Long, and ids of the kind UUID are String or UUID; change one of the two",
                        "@Uid");
    }

    @Test
    void generatedIdsNeedASizeAndAnAlphabet() {
        Refusal.of("@Entity(\"users\") record User(@Id @Uid(value = UidKind.NANOID, size = 0) String id) {}")
                .saysAll(
                        "The ids of User.id need a size of 1 or more and an alphabet of 2 or more characters, found 0 and"
                                + " \"useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict\"");
    }

    @Test
    void methodsThatAreCalledThrowNothingToHandle() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id, @Default(method = "now") String since) {
                            static String now() throws java.io.IOException { return ""; }
                        }
                        """)
                .assertSays(
                        "User.now throws IOException, which nobody who calls it handles; throw an unchecked exception"
                                + " instead",
                        "\"now\"");
        Refusal.of("""
                        @Entity("users") record User(@Id Long id, @Mutate(set = "trim") String name) {
                            static String trim(String name) throws Exception { return name.trim(); }
                            @On(HookEvent.SAVED) static void tell(Change<User> change) throws InterruptedException {}
                        }
                        """)
                .saysAll(
                        "User.trim throws Exception, which nobody who calls it handles; throw an unchecked exception"
                                + " instead",
                        "User.tell throws InterruptedException, which nobody who calls it handles; throw an unchecked"
                                + " exception instead");
        Refusal.of("""
                        @Entity("users") record User(@Id Long id, @Default(method = "now") String since) {
                            static String now() throws IllegalStateException { return ""; }
                        }
                        """).isNone();
    }

    @Test
    void castsAndGeneratorsCanBeMade() {
        with("@CastWith UUID token")
                .assertSays(
                        "No cast of the library makes a UUID of User.token; name a class: @CastWith(MyCast.class)",
                        "@CastWith");
        Refusal.of("""
                        @Entity("users") record User(@Id Long id, @CastWith(Trim.class) String name) {}
                        abstract class Trim implements Cast {}
                        """)
                .assertSays(
                        "The generated class makes an instance of Trim, and cannot; give Trim a constructor without"
                                + " arguments that can be called from the package of User",
                        "Trim.class");
    }

    @Test
    void mutatorsAreStaticMethodsOfTheTypeOfTheComponent() {
        with("@Mutate(set = \"lower\") String name")
                .assertSays(
                        "User.name is changed by a method that does not exist; add static String lower(String value) to"
                                + " User, not private",
                        "\"lower\"");
    }

    @Test
    void hooksHaveTheFormOfTheirEvent() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id) {
                            @On(HookEvent.SAVING) static void check(Change<User> change) {}
                        }
                        """)
                .assertSays(
                        "A hook at SAVING is declared as static HookResult<User> check(Change<User> change) and not"
                                + " private; declare User.check like that",
                        "@On");
        Refusal.of("""
                        @Entity("users") record User(@Id Long id) {
                            @On(HookEvent.SAVED) void tell(Change<User> change) {}
                        }
                        """)
                .assertSays(
                        "A hook at SAVED is declared as static void tell(Change<User> change) and not private; declare"
                                + " User.tell like that",
                        "@On");
    }

    @Test
    void annotationsThatContradictEachOther() {
        Refusal.of("""
                        @Entity("users") record User(@Id Long id, @NotNull @Nullable String name) {}
                        @interface Nullable {}
                        """)
                .assertSays(
                        "User.name is @Nullable and @NotNull, which contradict each other; remove one of them",
                        "@NotNull");
        Refusal.of("@Entity(\"users\") record User(@Id @Hidden Long id) {}")
                .assertSays("User.id is part of the primary key, which models always show; remove @Hidden", "@Hidden");
        with("@Timestamps Long times")
                .assertSays(
                        "User.times is a Long, and @Timestamps needs a component of class Meta; declare it as Meta times",
                        "@Timestamps");
    }

    @Test
    void indexesNameAttributes() {
        Refusal.of("@Index({\"name\", \"agee\"}) @Entity(\"users\") record User(@Id Long id, String name, int age) {}")
                .assertSays(
                        "@Index names User.agee, which does not exist; did you mean \"age\"?", "{\"name\", \"agee\"}");
        Refusal.of("@Unique @Entity(\"users\") record User(@Id Long id) {}")
                .assertSays(
                        "@Unique on User names no attribute; write their names, or annotate a component with it",
                        "@Unique");
        with("@Index(\"name\") String name")
                .assertSays(
                        "@Index on a component is about that component alone; remove the names, or annotate User with it",
                        "\"name\"");
    }

    @Test
    void aPivotIsAnEntity() {
        with("@Pivot String link")
                .assertSays(
                        "User.link takes the pivot of a relation, and String is no entity; give it the record class of"
                                + " the pivot, annotated with @Entity",
                        "@Pivot");
    }
}
