package dev.ananas.orm.example;

/** The link of a role and a user. */
public record RoleUser(Long roleId, Long userId, int level) {}
