package io.github.untilfixed.reports.words;

/** A number with what it counts, in the singular for one. */
public final class Counted {

    private Counted() {}

    /** Returns for example {@code 1 test} or {@code 2 tests}. */
    public static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
