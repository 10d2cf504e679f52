package dev.ananas.test;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.TextAttribute;

/** A member of a team. */
record Person(Long id, String name, Long teamId) {
    static final NumberAttribute<Person, Long> ID = NumberAttribute.number("people", "id", Long.class);
    static final TextAttribute<Person> NAME = TextAttribute.text("people", "name");
    static final NumberAttribute<Person, Long> TEAM = NumberAttribute.number("people", "teamId", Long.class);

    static final EntityType<Person> ENTITY = EntityType.builder("people", Person.class)
            .attribute("id", Long.class, null)
            .string("name", "")
            .attribute("teamId", Long.class, null)
            .index("teamId")
            .access(new PersonAccess())
            .build();

    private static final class PersonAccess implements Access<Person> {
        @Override
        public Object get(Person person, int ordinal) {
            return ordinal == 0 ? person.id() : ordinal == 1 ? person.name() : person.teamId();
        }

        @Override
        public Person create(Object[] all) {
            return new Person((Long) all[0], (String) all[1], (Long) all[2]);
        }
    }
}
