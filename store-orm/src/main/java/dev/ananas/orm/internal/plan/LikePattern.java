package dev.ananas.orm.internal.plan;

import java.util.Locale;

/**
 * A pattern over a whole text: {@code %} stands for any text, {@code _} for one character, a backslash takes the next
 * character literally. Matched without regular expressions, so no pattern is slow.
 *
 * @param pattern the pattern
 * @param ignoreCase whether case matters not
 */
record LikePattern(String pattern, boolean ignoreCase) {

    /**
     * A text with which all texts begin that match; maybe not the longest one. Where case does not matter it ends before the first
     * character that has a case, or that another one may turn into.
     */
    String beginning() {
        StringBuilder beginning = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' || c == '_') {
                break;
            }
            if (c == '\\' && i + 1 < pattern.length()) {
                c = pattern.charAt(++i);
            }
            if (ignoreCase && (c > '~' || Character.isLetter(c))) {
                break;
            }
            beginning.append(c);
        }
        return beginning.toString();
    }

    boolean matches(String text) {
        return ignoreCase
                ? matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                : matches(pattern, text);
    }

    /** Greedy with one point to come back to: after the last {@code %}. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int resumePattern = -1;
        int resumeText = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (p < pattern.length() && c == '%') {
                resumePattern = ++p;
                resumeText = t;
                continue;
            }
            boolean escaped = c == '\\' && p + 1 < pattern.length();
            if (p < pattern.length()
                    && (!escaped && c == '_' || text.charAt(t) == pattern.charAt(escaped ? p + 1 : p))) {
                p += escaped ? 2 : 1;
                t++;
            } else if (resumePattern >= 0) {
                p = resumePattern;
                t = ++resumeText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }
}
