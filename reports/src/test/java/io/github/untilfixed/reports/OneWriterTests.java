package io.github.untilfixed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Markup is made in one place for each language: a second one would be the one that forgets to escape. */
class OneWriterTests {

    private static final Path SOURCES = Path.of("src/main/java/io/github/untilfixed/reports");
    private static final Pattern HTML =
            Pattern.compile("\"[^\"\n]*(</?[a-z]+[ >/]|&(lt|gt|amp|quot|#\\d+);)[^\"\n]*\"");
    private static final Pattern MARKDOWN =
            Pattern.compile("\"[^\"\n]*(```|\\*\\*|\\| ---|^#+ |\\[x\\] |<!--)[^\"\n]*\"");

    @Test
    void onlyTheHtmlWriterMakesHtml() throws IOException {
        assertThat(literals(HTML, "html", "markdown")).isEmpty();
    }

    @Test
    void onlyTheMarkdownWriterMakesMarkdown() throws IOException {
        assertThat(literals(MARKDOWN, "markdown")).isEmpty();
    }

    @Test
    void theWritersAreWhereThisTestLooks() throws IOException {
        assertThat(literals(HTML, "nowhere")).isNotEmpty();
        assertThat(literals(MARKDOWN, "nowhere")).isNotEmpty();
    }

    private static List<String> literals(Pattern pattern, String... homes) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var home = SOURCES.relativize(file).getName(0).toString();
                if (Stream.of(homes).noneMatch(home::equals)) {
                    pattern.matcher(Files.readString(file))
                            .results()
                            .forEach(hit -> found.add(file + ": " + hit.group()));
                }
            }
        }
        return found;
    }
}
