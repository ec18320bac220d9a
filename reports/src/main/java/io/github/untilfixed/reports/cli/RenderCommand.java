package io.github.untilfixed.reports.cli;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.reports.allure.AllureResults;
import io.github.untilfixed.reports.console.ConsoleBlock;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.issue.IssueUpdate;
import io.github.untilfixed.reports.issue.RunSummary;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reports render}: writes every report of a run. */
@Command(
        name = "render",
        description = "Writes every report of a run.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
final class RenderCommand implements Callable<Integer> {

    @Option(names = "--journal", required = true, paramLabel = "FILE", description = "The journal of the run.")
    private Path journal = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where the reports go.")
    private Path output = Path.of("");

    @Option(
            names = "--allure-results",
            paramLabel = "DIR",
            description = "The results that the Allure adapter wrote; they are made to say what the journal says.")
    private @Nullable Path allureResults;

    @Spec
    private @Nullable CommandSpec spec;

    RenderCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(journal)) {
            throw new IOException(journal + ": no journal there. The run wrote none: did it start at all? "
                    + "Look at what Failsafe printed before this line.");
        }
        var run = RunFacts.of(Journal.read(journal));
        Files.createDirectories(output);
        Files.writeString(
                output.resolve("summary.md"), MarkdownWriter.write(RunSummary.of(run), MarkdownWriter.COMMENT_BUDGET));
        for (var incident : run.incidents()) {
            Files.writeString(
                    output.resolve(FileNames.issueUpdate(incident.incident().id())),
                    MarkdownWriter.write(IssueUpdate.of(incident), MarkdownWriter.COMMENT_BUDGET));
        }
        if (allureResults != null) {
            AllureResults.rewrite(run, allureResults);
        }
        print(ConsoleBlock.of(run) + "Reports: " + output.toAbsolutePath().normalize() + "\n");
        return ExitCode.WRITTEN.number();
    }

    private void print(String text) {
        if (spec != null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
