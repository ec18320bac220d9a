package io.github.untilfixed.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlWriterTests {

    @Test
    void escapesEveryTextAndEveryAttributeWhateverItIs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var pieces = List.of(
                "<script>",
                "</p>",
                "<img src=x onerror=alert(1)>",
                "\"",
                "'",
                "&",
                "&lt;",
                "<!--",
                "-->",
                "]]>",
                "\u0000",
                "\u202E",
                "\uD800",
                "`",
                "=",
                " onload=",
                "javascript:",
                "\n",
                "\t",
                "a",
                "é",
                "😀");
        for (int round = 0; round < 5_000; round++) {
            var hostile = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                hostile.append(pieces.get(random.nextInt(pieces.size())));
            }
            var text = hostile.toString();
            assertThat(HtmlWriter.fragment(Element.of("b", text).with("title", text)))
                    .as("seed %d, text <%s>", seed, text)
                    .matches("(?s)<b title=\"[^<>\"']*\">[^<>\"']*</b>")
                    .doesNotContain("\u202E", "\u0000", "\uD800\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "SCRIPT", "iframe", "object", "embed", "base", "foreignObject", "p><script", ""})
    void refusesElementsThatAReportNeverHas(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HtmlWriter.fragment(Element.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "ONLOAD", "x y", "a=\"b", ""})
    void refusesAttributesThatAReportNeverHas(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HtmlWriter.fragment(Element.of("p", "x").with(name, "y")));
    }

    @Test
    void refusesAStyleSheetThatCouldEndItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> HtmlWriter.fragment(Element.of("style", "</style><b>")));
    }
}
