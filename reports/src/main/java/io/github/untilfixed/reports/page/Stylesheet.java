package io.github.untilfixed.reports.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of the page, a file of this module. */
final class Stylesheet {

    static final String TEXT = read();

    private Stylesheet() {}

    private static String read() {
        try (var in = Objects.requireNonNull(
                Stylesheet.class.getResourceAsStream("report.css"), "report.css is not on the class path")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css", e);
        }
    }
}
