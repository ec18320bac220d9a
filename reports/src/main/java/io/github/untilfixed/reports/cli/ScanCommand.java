package io.github.untilfixed.reports.cli;

import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.safety.OutputScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reports scan}: looks for secrets in what is about to be published, and can take them out first. */
@Command(
        name = "scan",
        description = "Looks for secrets in files that are about to be published; exit code 1 when there is one.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
final class ScanCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories.")
    private List<Path> paths = List.of();

    @Option(names = "--redact", description = "Take the secrets out of the files before looking for what is left.")
    private boolean redact;

    @Spec
    private @Nullable CommandSpec spec;

    ScanCommand() {}

    @Override
    public Integer call() throws IOException {
        var scan = new OutputScan(Redactor.of(System.getenv()));
        var hits = new ArrayList<OutputScan.Hit>();
        int taken = 0;
        for (var path : paths) {
            taken += redact ? scan.redact(path) : 0;
            hits.addAll(scan.scan(path));
        }
        say(hits, taken);
        return (hits.isEmpty() ? ExitCode.WRITTEN : ExitCode.SECRET_FOUND).number();
    }

    private void say(List<OutputScan.Hit> hits, int taken) {
        var command = spec;
        if (command == null) {
            return;
        }
        if (redact) {
            command.commandLine().getOut().println("reports: " + taken + " secrets taken out");
        }
        hits.forEach(hit -> command.commandLine().getErr().println("reports: " + hit));
    }
}
