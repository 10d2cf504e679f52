package blog;

import dev.ananas.orm.model.DiscriminatorValue;

/** A case with an attribute of its own. */
@DiscriminatorValue("kid")
public record Kid(Long id, String name, int school) implements Person {}
