package dev.ananas.orm.example;

import dev.ananas.orm.view.ToMany;

/** A role; {@code pivot} is filled in when it is reached through a user. */
public record Role(Long id, String title, RoleUser pivot, ToMany<User> users) {}
