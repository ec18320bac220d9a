package io.github.untilfixed.reports.cli;

import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.posting.IssueComments;
import io.github.untilfixed.reports.posting.Poster;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reports post}: keeps the one comment of an incident up to date. */
@Command(
        name = "post",
        description = "Keeps one comment of an issue up to date with an issue update. Writes nothing without --write.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
final class PostCommand implements Callable<Integer> {

    @Option(names = "--reports", required = true, paramLabel = "DIR", description = "Where render wrote the reports.")
    private Path reports = Path.of("");

    @Option(names = "--incident", required = true, paramLabel = "ID", description = "The incident.")
    private String incident = "";

    @Option(
            names = "--repository",
            required = true,
            paramLabel = "OWNER/NAME",
            description = "The repository of the issue.")
    private String repository = "";

    @Option(names = "--issue", required = true, paramLabel = "N", description = "The issue to comment on.")
    private int issue;

    @Option(
            names = "--author",
            defaultValue = "github-actions[bot]",
            paramLabel = "LOGIN",
            description = "Who writes the comments (default: ${DEFAULT-VALUE}).")
    private String author = "";

    @Option(
            names = "--api",
            defaultValue = "https://api.github.com",
            paramLabel = "URL",
            description = "The REST API (default: ${DEFAULT-VALUE}).")
    private URI api = URI.create("https://api.github.com");

    @Option(
            names = "--token-variable",
            defaultValue = "GITHUB_TOKEN",
            paramLabel = "NAME",
            description = "The environment variable that holds the token (default: ${DEFAULT-VALUE}).")
    private String tokenVariable = "";

    @Option(names = "--write", description = "Really write; without it the command says what it would do.")
    private boolean write;

    @Spec
    private @Nullable CommandSpec spec;

    PostCommand() {}

    @Override
    public Integer call() throws IOException {
        var name = ReportFiles.update(incident);
        var file = reports.resolve(name + ".json");
        var update = UpdateFile.read(file)
                .orElseThrow(
                        () -> new IOException(file + ": no update of incident " + incident + "; run render first"));
        var token = System.getenv(tokenVariable);
        if (write && (token == null || token.isBlank())) {
            throw new IOException(
                    "--write needs a token in the environment variable " + tokenVariable + "; it is not set");
        }
        var comments = IssueComments.open(api, token == null || token.isBlank() ? null : token, repository, issue);
        var poster = new Poster(comments, author, PostCommand::sleep, new Random());
        var markdown = Files.readString(reports.resolve(name + ".md"));
        var done = write ? poster.post(update, markdown) : poster.preview(update, markdown);
        var command = spec;
        if (command != null) {
            command.commandLine().getOut().println("reports: " + done);
        }
        return ExitCode.WRITTEN.number();
    }

    private static void sleep(Duration duration) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to try again");
        }
    }
}
