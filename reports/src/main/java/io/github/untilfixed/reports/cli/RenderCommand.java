package io.github.untilfixed.reports.cli;

import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.allure.AllureResults;
import io.github.untilfixed.reports.console.ConsoleBlock;
import io.github.untilfixed.reports.facts.Addresses;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.reports.intake.Intake;
import io.github.untilfixed.reports.safety.OutputScan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    @Option(
            names = "--journal",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The journal of the run, or the journals of its shards.")
    private List<Path> journals = List.of();

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where the reports go.")
    private Path output = Path.of("");

    @Option(
            names = "--expect-shards",
            paramLabel = "N",
            description = "How many journals there should be; fewer or more is said at the top of every report.")
    private int expectedShards;

    @Option(
            names = "--allure-results",
            paramLabel = "DIR",
            description = "The results that the Allure adapter wrote; they are made to say what the journal says.")
    private @Nullable Path allureResults;

    @Option(
            names = "--allure3-results",
            paramLabel = "DIR",
            description = "A second directory of results, for Allure 3, in which expected failures are known ones.")
    private @Nullable Path allure3Results;

    @Option(
            names = "--memory",
            paramLabel = "DIR",
            description = "What is remembered from run to run: the history and the last issue updates "
                    + "(default: the output directory).")
    private @Nullable Path memory;

    @Option(
            names = "--evidence-limit-days",
            paramLabel = "DAYS",
            defaultValue = "21",
            description = "The most days since an expected failure was last really seen (default: ${DEFAULT-VALUE}).")
    private int evidenceLimitDays;

    @Option(
            names = "--redact",
            arity = "1..*",
            paramLabel = "DIR",
            description =
                    "Other directories that are published, for example Failsafe's XML: their secrets are taken out.")
    private List<Path> scanned = List.of();

    @Option(names = "--run-url", paramLabel = "URL", description = "Where the CI server shows this run.")
    private @Nullable URI runUrl;

    @Option(
            names = "--pages-url",
            paramLabel = "URL",
            description = "Where report.html is published; the Allure page is in allure/ below it.")
    private @Nullable URI pagesUrl;

    @Spec
    private @Nullable CommandSpec spec;

    RenderCommand() {}

    @Override
    public Integer call() throws IOException {
        journals.forEach(RenderCommand::mustExist);
        var redactor = Redactor.of(System.getenv());
        var where = new Addresses(web("--run-url", runUrl), web("--pages-url", pagesUrl));
        var read = Intake.read(journals, expectedShards, redactor).seenAt(where);
        Files.createDirectories(output);
        var remembered = new Memory(memory == null ? output : memory);
        var past = remembered.history().with(HistoryLine.of(read));
        var previous = remembered.previous(read);
        var run = read.warnedOf(remembered.warnings());
        var files = ReportFiles.of(run, past, previous, evidenceLimitDays);
        remembered.remember(run, past);
        for (var file : files.entrySet()) {
            Files.writeString(output.resolve(file.getKey()), file.getValue());
        }
        ReportFiles.writeLong(run, output);
        past.write(output.resolve("history.jsonl"));
        allure(run, redactor);
        print(ConsoleBlock.of(run) + "Reports: " + output.toAbsolutePath().normalize() + "\n");
        return scan(redactor).number();
    }

    /** The journal and the adapter's files are looked at as well: they are published with the rest. */
    private ExitCode scan(Redactor redactor) throws IOException {
        var scan = new OutputScan(redactor);
        var hits = new ArrayList<>(scan.scan(output));
        for (var directory : scanned) {
            scan.redact(directory);
            hits.addAll(scan.scan(directory));
        }
        var command = spec;
        if (command != null) {
            hits.forEach(hit -> command.commandLine().getErr().println("reports: " + hit));
        }
        return hits.isEmpty() ? ExitCode.WRITTEN : ExitCode.SECRET_FOUND;
    }

    private void allure(RunFacts run, Redactor redactor) throws IOException {
        if (allureResults != null && allure3Results != null) {
            AllureResults.copyForAllure3(run, allureResults, allure3Results, redactor);
        }
        if (allureResults != null) {
            AllureResults.rewrite(run, allureResults, redactor);
        }
    }

    private @Nullable URI web(String option, @Nullable URI url) {
        if (url != null
                && (url.getHost() == null
                        || url.getUserInfo() != null
                        || !("https".equals(url.getScheme()) || "http".equals(url.getScheme())))) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    option + ": " + Redactor.of(System.getenv()).text(url.toString())
                            + " is no address of a page; allowed is http or https with a host and no user");
        }
        return url;
    }

    private static void mustExist(Path journal) {
        if (!Files.isRegularFile(journal)) {
            throw new java.io.UncheckedIOException(
                    new IOException(journal + ": no journal there. The run wrote none: did it start at all? "
                            + "Look at what Failsafe printed before this line."));
        }
    }

    private void print(String text) {
        if (spec != null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
