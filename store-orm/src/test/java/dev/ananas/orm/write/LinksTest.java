package dev.ananas.orm.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Links;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Role;
import dev.ananas.orm.example.RoleUser;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.query.PivotRelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static Links<User, Role, RoleUser> roles(Blog blog) {
        return blog.users.relation(User_.roles);
    }

    private static RoleUser link(long role, long user, int level) {
        return RoleUser_.of(role, user, level);
    }

    @Test
    void attachingLinksAndLeavesExistingLinksAlone() {
        try (Blog blog = Blog.filled()) {
            long version = blog.store.version();
            roles(blog).attach(1L, List.of(3L, 1L, 3L));
            assertThat(blog.links.all()).containsExactly(link(1, 1, 3), link(2, 1, 1), link(2, 2, 2), link(3, 1, 0));
            assertThat(blog.store.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void attachingWithAPatchUpdatesAnExistingLink() {
        try (Blog blog = Blog.filled()) {
            roles(blog).attach(1L, 1L, RoleUser_.level.to(9));
            roles(blog).attach(3L, 3L, RoleUser_.level.to(4));
            assertThat(blog.links.all()).containsExactly(link(1, 1, 9), link(2, 1, 1), link(2, 2, 2), link(3, 3, 4));
        }
    }

    @Test
    void relatedRecordsNeedNotExistYet() {
        try (Blog blog = Blog.filled()) {
            roles(blog).attach(3L, List.of(77L));
            assertThat(blog.links.find(RoleUser_.key(77L, 3L))).isPresent();
        }
    }

    @Test
    void detachingCountsPairs() {
        try (Blog blog = Blog.filled()) {
            assertThat(roles(blog).detach(1L, List.of(1L, 3L, 2L, 2L))).isEqualTo(2);
            assertThat(blog.links.all()).containsExactly(link(2, 2, 2));
            assertThat(roles(blog).detach(1L, List.of(1L))).isZero();
        }
    }

    @Test
    void syncingKeepsTheAttributesOfLinksThatStay() {
        try (Blog blog = Blog.filled()) {
            roles(blog).sync(1L, List.of(1L, 3L));
            assertThat(blog.links.all()).containsExactly(link(1, 1, 3), link(2, 2, 2), link(3, 1, 0));
            long version = blog.store.version();
            roles(blog).sync(1L, List.of(3L, 1L));
            assertThat(blog.store.version()).isEqualTo(version);
        }
    }

    @Test
    void syncingWithPatchesIsOneTransition() {
        try (Blog blog = Blog.filled()) {
            long version = blog.store.version();
            Map<Long, Patch<RoleUser>> links = new LinkedHashMap<>();
            links.put(2L, RoleUser_.level.to(5));
            links.put(3L, RoleUser_.level.to(6));
            roles(blog).sync(1L, links);
            assertThat(blog.links.all()).containsExactly(link(2, 1, 5), link(2, 2, 2), link(3, 1, 6));
            assertThat(blog.store.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void syncingNothingRemovesEveryLink() {
        try (Blog blog = Blog.filled()) {
            roles(blog).sync(1L, List.of());
            assertThat(blog.links.all()).containsExactly(link(2, 2, 2));
        }
    }

    @Test
    void togglingTurnsEveryKeyOnce() {
        try (Blog blog = Blog.filled()) {
            roles(blog).toggle(1L, List.of(1L, 3L, 1L));
            assertThat(blog.links.all()).containsExactly(link(2, 1, 1), link(2, 2, 2), link(3, 1, 0));
        }
    }

    @Test
    void updatingAPivotAnswersWhetherThereWasOne() {
        try (Blog blog = Blog.filled()) {
            assertThat(roles(blog).updatePivot(1L, 2L, RoleUser_.level.to(8))).isTrue();
            assertThat(roles(blog).updatePivot(1L, 3L, RoleUser_.level.to(8))).isFalse();
            assertThat(blog.links.all()).containsExactly(link(1, 1, 3), link(2, 1, 8), link(2, 2, 2));
        }
    }

    @Test
    void linksByNameAreTheSameLinks() {
        try (Blog blog = Blog.filled()) {
            blog.users.relation("roles").attach(2L, 1L, Patch.of("level", 7));
            assertThat(blog.links.find(RoleUser_.key(1L, 2L))).contains(link(1, 2, 7));
        }
    }

    @Test
    void theParentHasToExist() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> roles(blog).attach(9L, List.of(1L)))
                    .hasMessage(
                            "Action \"attach users.roles\" failed: Entity \"users\" has no record with key 9, so the"
                                    + " links of \"users.roles\" cannot be changed; save it first")
                    .hasCauseInstanceOf(DataException.class);
        }
    }

    @Test
    void thePatchOfAPivotCannotMoveALink() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> roles(blog).updatePivot(1L, 1L, RoleUser_.userId.to(2L)))
                    .hasMessage("Action \"update pivot users.roles\" failed: Attribute \"roleUser.userId\" is an end of"
                            + " the link, which the keys of the call name; leave it out of the patch");
        }
    }

    @Test
    void thePatchOfAPivotHasToNameItsAttributes() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> roles(blog).attach(1L, 1L, Patch.of("levle", 2)))
                    .hasMessage("Action \"attach users.roles\" failed: Unknown attribute \"levle\" in entity"
                            + " \"roleUser\"; did you mean \"level\"?");
        }
    }

    @Test
    void onlyRelationsOfTheEntityHaveLinks() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> blog.users.relation("rols"))
                    .hasMessage("Unknown relation \"rols\" in entity \"users\"; did you mean \"roles\"?");
            assertThatThrownBy(() -> blog.users.relation(PivotRelation.<User, Role, RoleUser>through("roles", "users")))
                    .hasMessage("Relation \"roles.users\" does not start at entity \"users\"; ask the repository of"
                            + " \"roles\" for its links");
        }
    }

    @Test
    void keysOfTheWrongTypeAreRefused() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> roles(blog).attach(1L, List.of("1")))
                    .hasMessage("Action \"attach users.roles\" failed: Attribute \"roles.id\" holds a value of Long and"
                            + " cannot be compared with 1 (String)");
        }
    }
}
