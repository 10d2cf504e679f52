package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages about names that do not exist, with the names that were probably meant. */
public final class Names {
    private static final int SHOWN = 3;

    private Names() {}

    /**
     * Names of the components of a kind, without those the library adds itself.
     *
     * @param type entity type
     * @param kind class of the components
     * @return names in order of declaration
     */
    public static List<String> of(EntityType<?> type, Class<? extends Component> kind) {
        return of(type.components(), kind);
    }

    /**
     * Names of some components, without those the library adds itself.
     *
     * @param components any
     * @param kind class of the components that count
     * @return names in order of declaration
     */
    public static List<String> of(List<Component> components, Class<? extends Component> kind) {
        return components.stream()
                .filter(kind::isInstance)
                .map(Component::name)
                .filter(name -> !name.equals(DynamicAccess.PIVOT))
                .collect(Collectors.toList());
    }

    /**
     * The message for an unknown name.
     *
     * @param kind what was looked up, such as {@code attribute}
     * @param name what was given
     * @param where where it was looked up, such as {@code entity "users"}
     * @param known the names there
     * @return such as {@code Unknown attribute "nmae" in entity "users"; did you mean "name"?}
     */
    public static String unknown(String kind, String name, String where, Collection<String> known) {
        String found = "Unknown " + kind + " \"" + name + "\" in " + where + "; ";
        if (known.isEmpty()) {
            return found + "there is no " + kind + " to choose from";
        }
        List<String> near = nearest(name, known);
        return near.isEmpty()
                ? found + "expected one of " + quoted(known, ", ")
                : found + "did you mean " + quoted(near, " or ") + "?";
    }

    private static String quoted(Collection<String> names, String separator) {
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
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
