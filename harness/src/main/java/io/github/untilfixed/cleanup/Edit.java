package io.github.untilfixed.cleanup;

import java.util.List;

/**
 * Lines of a file that are replaced.
 *
 * @param line the first one, counted from 1
 * @param deleted how many are deleted
 * @param inserted what takes their place
 * @param what one line for people
 */
record Edit(int line, int deleted, List<String> inserted, String what) {

    Edit {
        inserted = List.copyOf(inserted);
    }
}
