package dev.ananas.samples.tracker.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** Somebody who works on issues. */
@Entity("users")
public record User(@Id Integer id, String name) {

    @Override
    public String toString() {
        return name;
    }
}
