package io.github.untilfixed.reports.document;

import java.util.List;

/**
 * A part of a document under a heading; a document that is too long is shortened by whole sections.
 *
 * @param title the heading
 * @param weight how much it would be missed: 0 never leaves, the highest leaves first
 * @param blocks in order
 */
public record Section(String title, int weight, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Returns a section of these blocks. */
    public static Section of(String title, int weight, Block... blocks) {
        return new Section(title, weight, List.of(blocks));
    }
}
