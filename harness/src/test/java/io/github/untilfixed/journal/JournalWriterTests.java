package io.github.untilfixed.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.ExpectationEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.journal.TestRecord.OutcomeEntry;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalWriterTests {

    @TempDir
    Path directory;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T20:59:10Z",
                "2026-11-23T20:59:10.100Z",
                "2026-11-23T20:59:10.154841Z",
                "2026-11-23T20:59:10.154841771Z",
                "1969-12-31T23:59:59.000000001Z"
            })
    void aTestsLineIsWhatJacksonMakesOfItsRecord(String startedAt) throws IOException {
        var mapper = Journal.MAPPER;
        for (var record : List.of(full(Instant.parse(startedAt)), sparse())) {
            var file = directory.resolve("one.jsonl");
            try (var writer = JournalWriter.open(file)) {
                writer.write(record);
            }

            assertThat(Files.readString(file)).isEqualTo(mapper.writeValueAsString(record) + "\n");
        }
    }

    @Test
    void everyLineIsInTheFileWhenTheWriterReturns() throws IOException {
        var file = directory.resolve("lines.jsonl");
        try (var writer = JournalWriter.open(file)) {
            for (int lines = 1; lines <= 100; lines++) {
                writer.write(full(Instant.ofEpochMilli(lines)));
                assertThat(Files.readAllLines(file)).hasSize(lines);
            }
        }
    }

    @Test
    void anInterruptedThreadLosesNoLine() throws IOException {
        var file = directory.resolve("interrupted.jsonl");
        try (var writer = JournalWriter.open(file)) {
            Thread.currentThread().interrupt();
            writer.write(sparse());
            writer.write(sparse());
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void otherRecordsStandOnLinesOfTheirOwn() throws IOException {
        var file = directory.resolve("observation.jsonl");
        var observation = new ObservationRecord(
                Instant.EPOCH, null, "connect-time", Provenance.MEASURED, 1.5, "ms", Map.of("path", "a\nb"));
        try (var writer = JournalWriter.open(file)) {
            writer.write(observation);
            writer.write(sparse());
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        Journal.MAPPER.writeValueAsString(observation), Journal.MAPPER.writeValueAsString(sparse()));
    }

    private static TestRecord full(Instant startedAt) {
        return new TestRecord(
                "[engine:untilfixed]/[tier:none]/[class:a.B]/[method:c()]",
                "a.B",
                "c",
                "says \"ä\u2028\" and \\ \t \ud83d\ude00",
                "unit",
                new ExpectationEntry("FAILS_UNTIL_FIXED", List.of("1278", "1301"), "refused"),
                new OutcomeEntry(
                        "THREW",
                        true,
                        List.of(new FailureEntry(
                                "TEST",
                                List.of(new CauseEntry("X", "refused"), new CauseEntry("Y", null)),
                                "X: refused\n\tat a.B.c(B.java:1)")),
                        null),
                Verdict.FAILED_AS_EXPECTED,
                "1278",
                "refused",
                "Failed as expected.",
                startedAt,
                0.1 + 0.2,
                List.of("HOLLOW", "KNOWN_ISSUE"),
                List.of(new EvidenceEntry("log", "text/plain", "line\r\nline")));
    }

    private static TestRecord sparse() {
        return new TestRecord(
                "id",
                "a.B",
                null,
                "c",
                null,
                new ExpectationEntry("PASS", List.of(), null),
                new OutcomeEntry("NOT_RUN", false, List.of(), "disabled"),
                Verdict.SKIPPED,
                null,
                null,
                "disabled",
                null,
                null,
                List.of(),
                List.of());
    }
}
