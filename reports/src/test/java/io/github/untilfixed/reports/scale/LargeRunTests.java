package io.github.untilfixed.reports.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.journal.JournalWriter;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.cli.MeasuredCommand;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of 100,000 tests must be rendered in the memory of a small machine, in about the time that it takes to read this. */
@Tag("heavy")
class LargeRunTests {

    private static final int TESTS = 100_000;

    /** Of the processor: the clock on the wall measures what else the machine does. */
    private static final Duration MOST = Duration.ofSeconds(10);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void rendersAHundredThousandTestsWithin512Megabytes() throws Exception {
        var journal = journal();
        var started = Instant.now();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredCommand.class.getName(),
                        directory.resolve("cpu").toString(),
                        "render",
                        "--journal",
                        journal.toString(),
                        "--output",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("render.log").toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        var took = Duration.between(started, Instant.now());
        assertThat(process.exitValue())
                .as(() -> read(directory.resolve("render.log")))
                .isZero();
        var cpu = Duration.ofNanos(Long.parseLong(read(directory.resolve("cpu"))));
        System.out.println(TESTS + " tests, " + Files.size(journal) / 1_000_000 + " MB, rendered in " + took + ", "
                + cpu + " of them of the processor");
        assertThat(cpu).isLessThan(MOST);
        assertThat(Files.size(directory.resolve("issue-update-1278.md"))).isLessThan(60_000 * 3);
        assertThat(read(directory.resolve("issue-update-1278.md"))).hasSizeLessThanOrEqualTo(60_000);
        assertThat(Files.size(directory.resolve("step-summary.md"))).isLessThan(900_000);
    }

    private Path journal() throws IOException {
        var file = directory.resolve("journal.jsonl");
        var sample = SampleRun.rich().planned(TESTS);
        var verdicts = Verdict.values();
        try (var writer = JournalWriter.open(file)) {
            writer.write(sample.journal().run());
            for (int i = 0; i < TESTS; i++) {
                var tier = i % 2 == 0 ? "unit" : "integration";
                writer.write(sample.record(
                        tier, "Tests" + i / 100, "test" + i + "()", verdicts[i % verdicts.length], "no answer"));
            }
            for (var observation : sample.journal().observations()) {
                writer.write(observation);
            }
        }
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
