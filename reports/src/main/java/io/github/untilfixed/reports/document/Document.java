package io.github.untilfixed.reports.document;

import java.util.List;

/**
 * A whole report.
 *
 * @param title the first heading
 * @param opening what stands before the first section
 * @param sections in order
 */
public record Document(String title, List<Block> opening, List<Section> sections) {

    public Document {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }
}
