package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Words of messages. */
final class Wording {
    private static final int SHOWN = 3;

    private Wording() {}

    /** A type with its article, without packages: {@code a Long}, {@code an Integer}. */
    static String a(TypeMirror type) {
        return a(simple(type));
    }

    static String a(String noun) {
        boolean vowel = "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + noun;
    }

    /** A type without packages. */
    static String simple(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return simple(array.getComponentType()) + "[]";
        }
        if (!(type instanceof DeclaredType declared)) {
            return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
        }
        Element element = declared.asElement();
        return declared.getTypeArguments().isEmpty()
                ? element.getSimpleName().toString()
                : element.getSimpleName()
                        + declared.getTypeArguments().stream()
                                .map(Wording::simple)
                                .collect(Collectors.joining(", ", "<", ">"));
    }

    static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What to write in place of a name that does not exist. */
    static String instead(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "there is none to choose from";
        }
        List<String> near = nearest(name, known);
        return near.isEmpty() ? "expected one of " + quoted(known, ", ") : "did you mean " + quoted(near, " or ") + "?";
    }

    static String quoted(Collection<String> names, String separator) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(separator));
    }

    private static List<String> nearest(String name, Collection<String> known) {
        int reach = Math.max(2, name.length() / 3);
        List<String> near = new ArrayList<>(known);
        near.removeIf(candidate -> distance(name, candidate) > reach);
        near.sort(Comparator.comparingInt(candidate -> distance(name, candidate)));
        return near.size() > SHOWN ? near.subList(0, SHOWN) : near;
    }

    /** Levenshtein distance without regard to case. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    cost[i][j] = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
