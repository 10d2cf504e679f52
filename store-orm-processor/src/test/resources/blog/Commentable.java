package blog;

/** What can be commented on: the type of a morphTo relation. Not an entity itself. */
public sealed interface Commentable permits Post, Video {}
