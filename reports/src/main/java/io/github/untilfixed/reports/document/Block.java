package io.github.untilfixed.reports.document;

import java.util.List;
import java.util.Optional;

/** A part of a section. */
public sealed interface Block {

    /** Running text. */
    record Paragraph(Inline content) implements Block {}

    /** Text that must not be missed: the run is incomplete, the reports disagree. */
    record Warning(Inline content) implements Block {}

    /** Words that a person wrote, shown as such. */
    record Quote(List<Inline> lines) implements Block {

        public Quote {
            lines = List.copyOf(lines);
        }
    }

    /** An unordered list. */
    record Bullets(List<Inline> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** A list with boxes. */
    record Checklist(List<Item> items) implements Block {

        public Checklist {
            items = List.copyOf(items);
        }

        /** One box. */
        public record Item(boolean done, Inline content) {}
    }

    /**
     * A table.
     *
     * @param columns the heads; a head that starts with {@code >} is of a column of numbers
     * @param rows as many cells each as there are heads
     */
    record Table(List<String> columns, List<List<Inline>> rows) implements Block {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells in a table of " + columns.size() + " columns: " + row);
                }
            }
        }
    }

    /**
     * A table that may lose its last rows before anything else is left out of a document that is too long.
     *
     * @param left how many rows are left out already, 0 or more
     * @param rest what those are and where, after their number, for example {@code more tests are in the journal.}
     */
    record LongTable(Table table, int left, String rest) implements Block {

        /** Returns the table with only its first rows. */
        public LongTable first(int rows) {
            int gone = table.rows().size() - rows;
            return new LongTable(new Table(table.columns(), table.rows().subList(0, rows)), left + gone, rest);
        }

        /** Returns what to say of the rows that are left out; empty when all of them are here. */
        public Optional<Warning> omission() {
            return left == 0 ? Optional.empty() : Optional.of(new Warning(Inline.text(left + " " + rest)));
        }
    }

    /**
     * Literal text.
     *
     * @param language for the highlighter, for example {@code bash}; empty for none
     * @param text any text
     */
    record Fence(String language, String text) implements Block {}

    /** Blocks that are folded away under a line. */
    record Details(String summary, List<Block> content) implements Block {

        public Details {
            content = List.copyOf(content);
        }
    }
}
