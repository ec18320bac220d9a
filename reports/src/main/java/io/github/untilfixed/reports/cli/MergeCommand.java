package io.github.untilfixed.reports.cli;

import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.JournalWriter;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.Completeness;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reports merge}: makes one journal of the shards of a run. */
@Command(
        name = "merge",
        description = "Makes one journal of the shards of a run; what is missing or in conflict is on record in it.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
final class MergeCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The journals of the shards.")
    private List<Path> journals = List.of();

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The journal to write.")
    private Path output = Path.of("");

    @Option(names = "--expect-shards", paramLabel = "N", description = "How many journals there should be.")
    private int expectedShards;

    MergeCommand() {}

    @Override
    public Integer call() throws IOException {
        write(Intake.read(journals, expectedShards, Redactor.of(System.getenv())));
        return ExitCode.WRITTEN.number();
    }

    private void write(RunFacts run) throws IOException {
        try (var writer = JournalWriter.open(output)) {
            writer.write(run.run());
            for (var test : run.tests()) {
                writer.write(test);
            }
            for (var observation : run.observations()) {
                if (!observation.name().equals(Completeness.PROBLEM)) {
                    writer.write(observation);
                }
            }
            close(run, writer);
        }
    }

    /** What an earlier merge put on record is among the alarms of this one. */
    private static void close(RunFacts run, JournalWriter writer) throws IOException {
        if (run.end().isPresent()) {
            var end = run.end().get();
            writer.write(new EndRecord(
                    end.finishedAt(),
                    run.tests().size(),
                    run.alarms(),
                    end.fixed(),
                    end.unverified(),
                    end.deletions()));
            return;
        }
        for (var alarm : run.alarms()) {
            writer.write(Completeness.observed(alarm, run.run().startedAt()));
        }
    }
}
