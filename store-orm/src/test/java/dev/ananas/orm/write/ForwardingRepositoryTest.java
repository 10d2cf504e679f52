package dev.ananas.orm.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.ForwardingRepository;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.query.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingRepositoryTest {

    private static class UserRepository extends ForwardingRepository<User> {
        UserRepository(Database db) {
            this(db.repository(User_.ENTITY));
        }

        UserRepository(Repository<User> repository) {
            super(repository);
        }

        Query<User> active() {
            return query().where(User_.active.isTrue());
        }
    }

    @Test
    void aCustomRepositoryHasItsOwnMethodsAndThoseOfEveryRepository() {
        try (Blog blog = Blog.filled()) {
            UserRepository users = new UserRepository(blog.db);
            users.save(User_.of(9L, "Eva", true));
            assertThat(users.active().get()).extracting(User::name).containsExactly("Ada", "Ben", "Eva");
            assertThat(users).hasToString("UserRepository(Repository(users))");
        }
    }

    @Test
    void everyMethodIsForwardedToTheOneOfTheSameName() throws ReflectiveOperationException {
        List<Method> called = new ArrayList<>();
        InvocationHandler noting = (proxy, method, arguments) -> {
            called.add(method);
            return method.getReturnType() == int.class ? 0 : method.getReturnType() == long.class ? (Object) 0L : null;
        };
        @SuppressWarnings("unchecked")
        Repository<User> noted = (Repository<User>)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Repository.class}, noting);
        UserRepository users = new UserRepository(noted);
        for (Method method : Repository.class.getMethods()) {
            method.invoke(users, new Object[method.getParameterCount()]);
            assertThat(called.get(called.size() - 1)).isEqualTo(method);
        }
        assertThat(called).hasSize(Repository.class.getMethods().length);
    }
}
