package blog;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** The base of a single-table inheritance; accessors are its attributes. */
@Entity(value = "people", discriminator = "type")
public sealed interface Person permits Adult, Kid {

    /** Key, shared by all cases. */
    @Id
    Long id();

    /** Name. */
    String name();
}
