package dev.ananas.orm.example;

import dev.ananas.orm.view.ToMany;

/** A user with roles and posts. */
public record User(Long id, String name, boolean active, ToMany<Role> roles, ToMany<Post> posts) {}
