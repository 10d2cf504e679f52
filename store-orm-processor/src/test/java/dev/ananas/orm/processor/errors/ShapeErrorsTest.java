package dev.ananas.orm.processor.errors;

import org.junit.jupiter.api.Test;

/** Types that cannot be entities. */
class ShapeErrorsTest {

    @Test
    void anEntityIsARecord() {
        Refusal.of("@Entity(\"users\") class User { @Id Long id() { return 1L; } }")
                .assertSays(
                        "An entity is a record, or a sealed interface of records, found the class User; declare it as"
                                + " record User(...)",
                        "class User");
        Refusal.of("@Entity(\"users\") interface User { @Id Long id(); }")
                .assertSays(
                        "An entity is a record, or a sealed interface of records, found the interface User; declare it as"
                                + " record User(...)",
                        "interface User");
        Refusal.of("@Entity(\"users\") enum User { A }")
                .assertSays(
                        "An entity is a record, or a sealed interface of records, found the enum User; declare it as"
                                + " record User(...)",
                        "enum User");
    }

    @Test
    void aPrivateRecordCannotBeSeen() {
        Refusal.of("class Shop { @Entity(\"users\") private record User(@Id Long id) {} }")
                .assertSays(
                        "User is private or inside a private type, and the generated class User_ cannot see it; make it"
                                + " package-private",
                        "record User");
        Refusal.of("class Shop { private static class Inner { @Entity(\"users\") record User(@Id Long id) {} } }")
                .assertSays(
                        "User is private or inside a private type, and the generated class User_ cannot see it; make it"
                                + " package-private",
                        "record User");
    }

    @Test
    void aRecordWithTypeParametersHasManyForms() {
        Refusal.of("@Entity(\"boxes\") record Box<T>(@Id Long id, T content) {}")
                .assertSays(
                        "Box has type parameters, and an entity has one form of record; declare a record without them",
                        "record Box");
    }

    @Test
    void everyEntityHasAKey() {
        Refusal.of("@Entity(\"users\") record User(Long id, String name) {}")
                .assertSays("User has no primary key; annotate the component id with @Id", "record User");
        Refusal.of("@Entity(\"users\") record User(Long number, String name) {}")
                .assertSays("User has no primary key; annotate one component, or several, with @Id", "record User");
    }

    @Test
    void everyEntityHasAName() {
        Refusal.of("@Entity(\"\") record User(@Id Long id) {}")
                .assertSays("User has an empty name as an entity; write one: @Entity(\"users\")", "\"\"");
    }

    @Test
    void twoEntitiesCannotHaveOneName() {
        Refusal.of("@Entity(\"users\") record User(@Id Long id) {}\n@Entity(\"users\") record Person(@Id Long id) {}")
                .assertSays(
                        "Person and User are both the entity \"users\"; give each a name of its own, of a case by"
                                + " annotating it with @Entity",
                        "@Entity(\"users\") record Person");
    }

    @Test
    void twoEntitiesOfOneSimpleNameAreToldByTheirFullNames() {
        Refusal.of("class Staff { @Entity(\"users\") record User(@Id Long id) {} }\n"
                        + "class Guests { @Entity(\"users\") record User(@Id Integer id) {} }")
                .saysAll(
                        "test.Guests.User and test.Staff.User are both the entity \"users\"; give each a name of its own,"
                                + " of a case by annotating it with @Entity",
                        "The generated class of User is test.User_, which exists already; rename one of the two records"
                                + " of that name in the package");
    }

    @Test
    void annotationsOfARecordThatIsNoEntityAreStray() {
        Refusal.of("record User(@Id Long id, String name) {}")
                .assertSays("User.id is annotated with @Id, and User is no entity; annotate User with @Entity", "@Id");
    }

    @Test
    void theCasesOfATableHaveOneBase() {
        Refusal.of("""
                @Entity("people") sealed interface Person permits Worker, Kid { @Id Long id(); }
                @Entity("workers") sealed interface Worker extends Person permits Baker, Smith { String tool(); }
                @DiscriminatorValue("baker") record Baker(Long id, String tool) implements Worker {}
                @DiscriminatorValue("smith") record Smith(Long id, String tool) implements Worker {}
                @DiscriminatorValue("kid") record Kid(Long id) implements Person {}""")
                .assertSays(
                        "Worker is an entity between the entity Person and its cases, and the cases of a table have one"
                                + " base; remove @Entity from Worker, which may stay as a sealed interface of some of the"
                                + " cases",
                        "@Entity(\"workers\") sealed interface Worker");
    }

    @Test
    void aSealedInterfaceMayGroupCases() {
        Refusal.of("""
                @Entity("people") sealed interface Person permits Worker, Kid { @Id Long id(); }
                sealed interface Worker extends Person permits Baker, Smith { String tool(); }
                @DiscriminatorValue("baker") record Baker(Long id, String tool) implements Worker {}
                @DiscriminatorValue("smith") record Smith(Long id, String tool) implements Worker {}
                @DiscriminatorValue("kid") record Kid(Long id) implements Person {}""").isNone();
    }

    @Test
    void aBaseMayInheritItsAccessorsFromAGenericInterface() {
        Refusal.of("""
                interface Identified<K> { @Id K id(); }
                @Entity("people") sealed interface Person extends Identified<Long> { List<String> names(); }
                @DiscriminatorValue("kid") record Kid(Long id, List<String> names) implements Person {}
                class Use { static final dev.ananas.orm.query.NumberAttribute<Person, Long> ID = Person_.id; }""").isNone();
    }

    @Test
    void twoRecordsOfOneNameNeedOneGeneratedClass() {
        Refusal.of("class A { @Entity(\"a\") record User(@Id Long id) {} }\n"
                        + "class B { @Entity(\"b\") record User(@Id Long id) {} }")
                .assertSays(
                        "The generated class of User is test.User_, which exists already; rename one of the two records"
                                + " of that name in the package",
                        "record User(@Id Long id) {} }");
    }

    @Test
    void aComponentCannotTakeTheNameOfAGeneratedConstant() {
        Refusal.of("@Entity(\"users\") record User(@Id Long ENTITY) {}")
                .assertSays(
                        "The generated class User_ has a constant ENTITY of its own; give the component another name",
                        "ENTITY");
    }

    @Test
    void casesOfABaseAreRecordsWithDistinctValues() {
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); }
                        record Kid(Long id) implements Person {}
                        """)
                .assertSays(
                        "The case Kid of Person has no discriminator value; annotate it with"
                                + " @DiscriminatorValue(\"kid\")",
                        "interface Person");
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); }
                        final class Kid implements Person { public Long id() { return 1L; } }
                        """)
                .assertSays(
                        "The cases of Person are records, found the class Kid; declare it as record Kid(...)",
                        "interface Person");
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); }
                        @Entity("kids") @DiscriminatorValue("a") record Kid(Long id) implements Person {}
                        @Entity("adults") @DiscriminatorValue("a") record Adult(Long id) implements Person {}
                        """)
                .assertSays(
                        "Kid and Adult are both the case \"a\" of Person; give each a @DiscriminatorValue of its own",
                        "interface Person");
    }

    @Test
    void aCaseHasWhatItsBaseDeclares() {
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); String name(); }
                        @DiscriminatorValue("kid") record Kid(Long id) implements Person {
                            public String name() { return "kid"; }
                        }
                        """)
                .assertSays(
                        "Person.name is stored, and Kid has no component of that name; add it, or make the accessor of"
                                + " Person a default method",
                        "record Kid");
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); Object name(); }
                        @DiscriminatorValue("kid") record Kid(Long id, String name) implements Person {}
                        """)
                .assertSays(
                        "Kid.name is a String, and the base declares it as an Object; give both the same type", "name");
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); String name(); }
                        @DiscriminatorValue("kid") record Kid(Long id, @Hidden String name) implements Person {}
                        """)
                .assertSays(
                        "Kid.name is inherited, and a case can change nothing but its @Default; move @Hidden to the"
                                + " accessor of the base",
                        "@Hidden");
    }

    @Test
    void aDiscriminatorValueNeedsABaseAndFitsItsAttribute() {
        Refusal.of("@DiscriminatorValue(\"kid\") record Kid(@Id Long id) {}")
                .saysAll(
                        "Kid is a case of no entity; let it implement a sealed interface that is annotated with @Entity,"
                                + " or remove @DiscriminatorValue",
                        "Kid.id is annotated with @Id, and Kid is no entity; annotate Kid with @Entity");
        Refusal.of("""
                        @Entity(value = "people", discriminator = "kind")
                        sealed interface Person { @Id Long id(); Integer kind(); }
                        @DiscriminatorValue("kid") record Kid(Long id, Integer kind) implements Person {}
                        """)
                .assertSays(
                        "The discriminator Person.kind is an Integer, found \"kid\"; write a value of that type",
                        "\"kid\"");
    }

    @Test
    void aRecordIsACaseOfOneBase() {
        Refusal.of("""
                        @Entity("people") sealed interface Person { @Id Long id(); }
                        @Entity("animals") sealed interface Animal { @Id Long id(); }
                        @DiscriminatorValue("x") record Centaur(Long id) implements Person, Animal {}
                        """)
                .assertSays(
                        "Centaur is a case of Person and of Animal; a record is in one table, so implement one of them",
                        "record Centaur");
    }
}
