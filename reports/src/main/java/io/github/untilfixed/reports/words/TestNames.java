package io.github.untilfixed.reports.words;

import io.github.untilfixed.journal.TestRecord;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a test is called in a report. */
public final class TestNames {

    private static final Pattern PART = Pattern.compile("\\[([a-z-]+):([^\\]]*)\\]");

    private TestNames() {}

    /** Returns the simple name of the class and what JUnit shows, less the list of parameter types that says nothing. */
    public static String of(TestRecord test) {
        return type(test) + " › " + display(test);
    }

    /** Returns what a test that is only known by its JUnit unique id is called; the id itself when it says neither. */
    public static String ofId(String id) {
        var parts = PART.matcher(id).results().toList();
        var type = last(parts, "class", "nested-class");
        var method = last(parts, "method", "test-template", "test-factory");
        return type.isEmpty() || method.isEmpty()
                ? id
                : type.substring(type.lastIndexOf('.') + 1) + " › " + method.replaceFirst("[(].*", "");
    }

    private static String last(List<MatchResult> parts, String... kinds) {
        return parts.stream()
                .filter(part -> List.of(kinds).contains(part.group(1)))
                .map(part -> part.group(2))
                .reduce("", (first, second) -> second);
    }

    /** Returns the simple name of the class. */
    public static String type(TestRecord test) {
        var type = test.className();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Returns what JUnit shows, less the list of parameter types that says nothing. */
    public static String display(TestRecord test) {
        var method = test.methodName();
        var shown = test.displayName();
        if (method == null || !shown.startsWith(method + "(")) {
            return shown;
        }
        int end = shown.indexOf(')');
        return end < 0 ? shown : method + shown.substring(end + 1);
    }
}
