package io.github.untilfixed.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code reports}: everything that can be done with a journal once a run is over. */
@Command(
        name = "reports",
        description = "Makes reports from the journal of a run.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2,
        subcommands = {RenderCommand.class, GateCommand.class, ScanCommand.class, PostCommand.class, MergeCommand.class
        })
public final class ReportsCommand {

    ReportsCommand() {}

    /** Runs the command and ends the process with its exit code; 0 returns, so that a build tool may call this in its own process. */
    public static void main(String... arguments) {
        int code = run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs the command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new ReportsCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ReportsCommand::explain)
                .execute(arguments);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            command.getErr().println("reports: " + reason(cause(failure)));
            return ExitCode.COULD_NOT.number();
        }
        throw failure;
    }

    private static Exception cause(Exception failure) {
        return failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        return failure instanceof FileSystemException problem
                ? problem.getFile() + ": " + problem.getClass().getSimpleName() + ", " + problem.getReason()
                : String.valueOf(failure.getMessage());
    }
}
