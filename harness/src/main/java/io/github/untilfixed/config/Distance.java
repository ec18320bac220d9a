package io.github.untilfixed.config;

import java.util.Collection;
import java.util.Comparator;

/** How many letters must be inserted, removed or replaced to turn one word into another (Levenshtein). */
public final class Distance {

    private Distance() {}

    /** Returns the first of the known words that is nearest to a word; there must be at least one. */
    public static String nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> between(each, word)))
                .orElseThrow();
    }

    /** Returns the distance, 0 for equal words. */
    public static int between(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
