package io.github.untilfixed.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line as a person does, and keeps what it said, for each thread on its own. */
public final class CommandLines {

    private static final ThreadLocal<StringWriter> ERR = ThreadLocal.withInitial(StringWriter::new);

    private CommandLines() {}

    /** Returns the exit code. */
    public static int run(String... arguments) {
        ERR.set(new StringWriter());
        return ReportsCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(ERR.get(), true), arguments);
    }

    /** Returns what the last run said on its error stream. */
    public static String errors() {
        return ERR.get().toString();
    }
}
