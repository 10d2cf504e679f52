package dev.ananas.orm.example;

import dev.ananas.orm.view.ToOne;

/** A post of a user. */
public record Post(Long id, String title, Integer score, Long userId, ToOne<User> author) {}
