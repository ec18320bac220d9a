package io.github.untilfixed.reports.cli;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code reports gate}: fails when the journal is red or incomplete. The build tool has its own count of tests; this is
 * the second opinion, taken from the journal, so that nothing red can be lost between the two.
 */
@Command(
        name = "gate",
        description = "Fails with 1 when the journal is red or incomplete, with 2 when it cannot be judged.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
final class GateCommand implements Callable<Integer> {

    @Option(names = "--journal", required = true, paramLabel = "FILE", description = "The journal of the run.")
    private Path journal = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    GateCommand() {}

    @Override
    public Integer call() throws IOException {
        var run = Intake.read(List.of(journal), 0, Redactor.of(System.getenv()));
        var reasons = reasons(run);
        if (spec != null) {
            reasons.forEach(spec.commandLine().getErr()::println);
        }
        return reasons.isEmpty() ? ExitCode.WRITTEN.number() : ExitCode.RED.number();
    }

    private static List<String> reasons(RunFacts run) {
        var reasons = new ArrayList<>(run.alarms());
        run.red().stream().map(GateCommand::line).forEach(reasons::add);
        return reasons;
    }

    private static String line(TestRecord test) {
        return test.verdict() + " " + test.className() + " " + test.displayName();
    }
}
