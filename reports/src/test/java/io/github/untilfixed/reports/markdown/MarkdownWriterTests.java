package io.github.untilfixed.reports.markdown;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownWriterTests {

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Pattern ELEMENT = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@octocat please",
                "see #12",
                "GH-7",
                "owner/repo#3",
                "http://evil.example/x",
                "www.evil.example",
                "mail me@evil.example",
                "fixes 3c539f1d0c6a1b7e8f9a0b1c2d3e4f5a6b7c8d9e"
            })
    void breaksWhatGithubWouldTurnIntoAMentionOrALink(String words) {
        var markdown = write(new Block.Paragraph(text(words)));

        assertThat(markdown).contains("<!-- -->");
        assertThat(html(markdown)).doesNotContain("<a ");
        assertThat(markdown)
                .doesNotContainPattern("@\\w")
                .doesNotContainPattern("#\\d")
                .doesNotContain("http://", "www.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no heading",
                "- no item",
                "+ no item",
                "1. no item",
                "* no item",
                "> no quote",
                "---",
                "===",
                "    code"
            })
    void keepsAParagraphAParagraph(String words) {
        assertThat(html(write(new Block.Paragraph(text(words))))).matches("(?s)<h1>title</h1>\n<p>[^\n]*</p>\n");
    }

    @Test
    void keepsACellACell() {
        var markdown = write(new Block.Table(
                List.of("a", ">b"),
                List.of(List.of(code("x|y`z"), text("p|q\\|r\ns")), List.of(code("\\|"), text("")))));
        var html = html(markdown);

        assertThat(html.split("<tr>")).hasSize(4);
        assertThat(html.split("<td")).hasSize(5);
        assertThat(html).contains("x|y`z").contains("p|q\\|r s").contains("\\|");
    }

    @Test
    void fencesTextThatHoldsAFence() {
        var html = html(write(new Block.Fence("text", "before\n````\n</details> **after**")));

        assertThat(html).contains("````\n&lt;/details&gt; **after**\n</code></pre>");
    }

    @Test
    void linksToTheWebOnly() {
        assertThat(html(write(new Block.Paragraph(new Inline.Link("issue", "https://github.com/a/b/issues/1")))))
                .contains("<a href=\"https://github.com/a/b/issues/1\">issue</a>");
        assertThat(html(write(new Block.Paragraph(new Inline.Link("issue", "javascript:alert(1)")))))
                .doesNotContain("href");
    }

    @Test
    void leavesOutWholeSectionsAndSaysWhich() {
        var document = new Document(
                "title",
                List.of(),
                List.of(
                        Section.of("Important", 0, new Block.Paragraph(text("short"))),
                        Section.of("Long", 5, new Block.Fence("text", "x".repeat(5_000))),
                        Section.of("Middle", 2, new Block.Fence("text", "y".repeat(500)))));
        var markdown = MarkdownWriter.write(document, 1_000);

        assertThat(markdown).hasSizeLessThanOrEqualTo(1_000).contains("## Important", "## Middle", "Left out", "Long");
        assertThat(markdown).doesNotContain("## Long", "xxx");
    }

    @Test
    void shortensALongTableBeforeASectionGoes() {
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> List.of(text("row " + i + ".")))
                .toList();
        var table = new Block.LongTable(new Block.Table(List.of("a"), rows), 7, "more rows are elsewhere.");
        var document = new Document(
                "title",
                List.of(),
                List.of(Section.of("Rows", 1, table), Section.of("Heavy", 9, new Block.Paragraph(text("stays")))));
        var markdown = MarkdownWriter.write(document, 1_000);
        long shown = markdown.lines().filter(line -> line.startsWith("| row ")).count();

        assertThat(markdown)
                .hasSizeBetween(900, 1_000)
                .contains(
                        "| row 0. |",
                        "## Heavy",
                        "stays",
                        "**Warning:** " + (207 - shown) + " more rows are elsewhere.")
                .doesNotContain("Left out");
    }

    @Test
    void leavesOutSectionsOnceATableHasNoRowsToSpare() {
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> List.of(text("r".repeat(80) + i)))
                .toList();
        var table = new Block.LongTable(new Block.Table(List.of("a"), rows), 0, "more rows are elsewhere.");
        var document = new Document(
                "title",
                List.of(),
                List.of(Section.of("Rows", 1, table), Section.of("Heavy", 9, new Block.Fence("", "x".repeat(500)))));

        assertThat(MarkdownWriter.write(document, 1_200))
                .contains("10 more rows are elsewhere.", "Left out to fit the size limit, whole sections only: Heavy.")
                .doesNotContain("xxx");
    }

    @Test
    void hidesOnlyHarmlessValues() {
        assertThat(MarkdownWriter.marker("untilfixed:update incident=1278 v=1"))
                .isEqualTo("<!-- untilfixed:update incident=1278 v=1 -->");
        assertThatIllegalArgumentException().isThrownBy(() -> MarkdownWriter.marker("x--y"));
        assertThatIllegalArgumentException().isThrownBy(() -> MarkdownWriter.marker("x>"));
    }

    @Test
    void writesNoMarkupOfItsReadersWhateverTheTextIs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var pieces = List.of(
                "`",
                "``",
                "```",
                "~~~",
                "|",
                "\\",
                "\n",
                "\r\n",
                "<script>",
                "<img src=x onerror=alert(1)>",
                "</details>",
                "<!--",
                "-->",
                "--",
                "@user",
                "#1",
                "[x](javascript:alert(1))",
                "![i](http://e.example/i.png)",
                "*",
                "_",
                "$x$",
                "&lt;",
                "&#60;",
                "http://e.example",
                "\u202E",
                "\u200B",
                "\u001B[31m",
                "\uD800",
                "<",
                ">",
                "\"",
                "'",
                " ",
                "a",
                "- ",
                "# ",
                "1. ",
                "> ",
                "www.e.example",
                "a@b.example",
                "\u0000",
                "\t");
        for (int round = 0; round < 3_000; round++) {
            var hostile = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                hostile.append(pieces.get(random.nextInt(pieces.size())));
            }
            check(hostile.toString(), "seed " + seed + ", text <" + hostile + ">");
        }
    }

    private static void check(String hostile, String description) {
        var markdown = write(
                new Block.Paragraph(text(hostile)),
                new Block.Paragraph(code(hostile)),
                new Block.Quote(List.of(text(hostile))),
                new Block.Bullets(List.of(text(hostile), Inline.strong(hostile))),
                new Block.Table(
                        List.of("a", "b"),
                        List.of(List.of(text(hostile), code(hostile)), List.of(code(hostile), text("x")))),
                new Block.Fence("text", hostile),
                new Block.Details(hostile, List.of(new Block.Paragraph(text("inside")))),
                new Block.Paragraph(text("END")));
        var html = html(markdown);
        var elements = new ArrayList<String>();
        var matcher = ELEMENT.matcher(html);
        while (matcher.find()) {
            elements.add(matcher.group(1));
        }
        assertThat(elements)
                .as(description + "\n" + html)
                .doesNotContain("script", "img", "a", "em", "del")
                .containsOnlyOnce("h1")
                .doesNotContain("h2");
        assertThat(html.split("<tr>")).as(description + "\n" + html).hasSize(4);
        assertThat(html.split("<details>")).as(description).hasSize(2);
        assertThat(html.split("</details>")).as(description).hasSize(2);
        assertThat(html).as(description).endsWith("<p>END</p>\n");
        assertThat(markdown).as(description).doesNotContain("\u202E", "\u200B", "\u001B", "\u0000");
    }

    private static String write(Block... blocks) {
        return MarkdownWriter.write(new Document("title", List.of(blocks), List.of()), 100_000);
    }

    private static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
