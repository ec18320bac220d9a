package io.github.untilfixed.reports.markdown;

import io.github.untilfixed.reports.document.Block.LongTable;
import io.github.untilfixed.reports.document.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shortens the tables of a text that is too long. */
final class LongTables {

    /** A table of fewer rows gives too little to be worth its loss. */
    private static final int FEWEST = 10;

    private LongTables() {}

    /**
     * Takes rows out of the longest table.
     *
     * @param sections of which one is replaced
     * @param over how many characters are too many
     * @return whether there was a table with rows to spare
     */
    static boolean shorten(List<Section> sections, int over) {
        var longest = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(LongTable.class::isInstance)
                .map(LongTable.class::cast)
                .max(Comparator.comparingInt(LongTables::rows))
                .filter(table -> rows(table) > FEWEST);
        longest.ifPresent(table -> sections.replaceAll(section -> replaced(section, table, shorter(table, over))));
        return longest.isPresent();
    }

    private static LongTable shorter(LongTable table, int over) {
        int rows = rows(table);
        for (int gone = 0; rows > FEWEST && gone < over; rows--) {
            gone += MarkdownWriter.row(table.table().rows().get(rows - 1)).length() + 1;
        }
        return table.first(rows);
    }

    private static Section replaced(Section section, LongTable old, LongTable shorter) {
        var blocks = new ArrayList<>(section.blocks());
        blocks.replaceAll(block -> block == old ? shorter : block);
        return new Section(section.title(), section.weight(), blocks);
    }

    private static int rows(LongTable table) {
        return table.table().rows().size();
    }
}
