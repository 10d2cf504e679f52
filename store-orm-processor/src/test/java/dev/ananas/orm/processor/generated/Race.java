package dev.ananas.orm.processor.generated;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** Loads two classes anew in each round and initialises them from two threads at once. */
final class Race {
    private static final long PATIENCE = 5_000;

    private Race() {}

    /** Holds the other class while it initialises. */
    static final class Eager {
        static final Object ENTITY = slowly(() -> Other.ENTITY);

        private Eager() {}
    }

    /** Holds the first class while it initialises. */
    static final class Other {
        static final Object ENTITY = slowly(() -> Eager.ENTITY);

        private Other() {}
    }

    private static Object slowly(java.util.function.Supplier<Object> other) {
        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        return List.of(String.valueOf(other.get()));
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[2]);
        for (int i = 0; i < rounds; i++) {
            String fault = round(args[0], args[1]);
            if (fault != null) {
                System.out.println(fault.replaceFirst("^\\w+", "$0 in round " + i));
                Runtime.getRuntime().halt(0);
            }
        }
        System.out.println(rounds + " rounds");
    }

    private static String round(String first, String second) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            path.add(new java.io.File(entry).toURI().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            CyclicBarrier start = new CyclicBarrier(2);
            Object[] seen = new Object[2];
            Thread one = toucher(loader, first, start, seen, 0);
            Thread two = toucher(loader, second, start, seen, 1);
            one.join(PATIENCE);
            two.join(PATIENCE);
            if (one.isAlive() || two.isAlive()) {
                return deadlock(one, two);
            }
            return seen[0] == null || seen[1] == null ? "null" : null;
        }
    }

    private static String deadlock(Thread... threads) {
        StringBuilder text = new StringBuilder("deadlock");
        for (Thread thread : threads) {
            text.append('\n').append(thread.getName()).append(' ').append(thread.getState());
            for (StackTraceElement frame : thread.getStackTrace()) {
                text.append("\n    at ").append(frame);
            }
        }
        return text.toString();
    }

    private static Thread toucher(ClassLoader loader, String name, CyclicBarrier start, Object[] seen, int place) {
        Thread thread = new Thread(() -> {
            try {
                start.await();
                java.lang.reflect.Field entity =
                        Class.forName(name, true, loader).getDeclaredField("ENTITY");
                entity.setAccessible(true);
                seen[place] = entity.get(null);
            } catch (Exception e) {
                seen[place] = null;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
