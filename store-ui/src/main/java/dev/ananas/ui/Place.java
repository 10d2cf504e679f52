package dev.ananas.ui;

/** Where in the application a call of this library comes from. */
final class Place {
    private static final String LIBRARY = "dev.ananas.ui";

    private Place() {}

    static StackTraceElement ofCaller() {
        StackTraceElement[] stack = new Throwable().getStackTrace();
        for (StackTraceElement element : stack) {
            if (!isLibrary(element.getClassName())) {
                return element;
            }
        }
        return stack[stack.length - 1];
    }

    /** Classes of this package and of the toolkit packages right below it. */
    private static boolean isLibrary(String className) {
        int end = className.lastIndexOf('.');
        if (end < 0) {
            return false;
        }
        String name = className.substring(0, end);
        return name.equals(LIBRARY)
                || name.equals(LIBRARY + ".javafx")
                || name.equals(LIBRARY + ".swing")
                || name.equals(LIBRARY + ".android");
    }
}
