package dev.ananas.samples.android.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/**
 * That a member knows a skill.
 *
 * @param memberId who
 * @param skillId what
 * @param level how well, from 1
 */
@Entity("knowledge")
public record Knowledge(@Id Long memberId, @Id Long skillId, int level) {}
