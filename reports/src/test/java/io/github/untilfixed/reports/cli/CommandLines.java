package io.github.untilfixed.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line as a person does, and keeps what it said; for one thread. */
public final class CommandLines {

    private static StringWriter err = new StringWriter();

    private CommandLines() {}

    /** Returns the exit code. */
    public static int run(String... arguments) {
        err = new StringWriter();
        return ReportsCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }

    /** Returns what the last run said on its error stream. */
    public static String errors() {
        return err.toString();
    }
}
