package io.github.untilfixed.reports.words;

import io.github.untilfixed.journal.TestRecord;

/** What a test is called in a report. */
public final class TestNames {

    private TestNames() {}

    /** Returns the simple name of the class and what JUnit shows, less the list of parameter types that says nothing. */
    public static String of(TestRecord test) {
        return type(test) + " › " + display(test);
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
