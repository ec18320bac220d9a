package io.github.untilfixed.cleanup;

/**
 * A piece of a file that is replaced.
 *
 * @param start where it starts
 * @param end where it ends
 * @param replacement what takes its place
 * @param what one line for people
 */
record Change(int start, int end, String replacement, String what) {

    /** Returns the number of the line that it starts in, counted from 1. */
    int line(String text) {
        return lineOf(text, start);
    }

    static int lineOf(String text, int offset) {
        return (int) text.substring(0, offset)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
    }
}
