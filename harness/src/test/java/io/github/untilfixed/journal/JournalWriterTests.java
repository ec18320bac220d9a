package io.github.untilfixed.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.config.UnexpectedPass;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalWriterTests {

    @TempDir
    Path directory;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    static Stream<JournalRecord> records() {
        return Stream.of(
                full(Instant.parse("2026-11-23T20:59:10Z")),
                full(Instant.parse("2026-11-23T20:59:10.100Z")),
                full(Instant.parse("2026-11-23T20:59:10.154841Z")),
                full(Instant.parse("2026-11-23T20:59:10.154841771Z")),
                full(Instant.parse("1969-12-31T23:59:59.000000001Z")),
                sparse(),
                run("0123abc", UnexpectedPass.WARN, List.of(incident("https://example.org/1278", "vpc-throttle"))),
                run(null, null, List.of(incident(null, null))),
                run(null, null, List.of()),
                observation("[engine:untilfixed]", 1.5, "ms"),
                observation(null, null, null),
                new EndRecord(Instant.EPOCH, 3, List.of("lost"), List.of("1278"), List.of("1301"), List.of("delete")),
                new EndRecord(Instant.EPOCH, 0, List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aLineIsWhatJacksonMakesOfItsRecord(JournalRecord line) throws IOException {
        var file = directory.resolve("one.jsonl");
        try (var writer = JournalWriter.open(file)) {
            writer.write(line);
        }

        assertThat(Files.readString(file)).isEqualTo(Journal.MAPPER.writeValueAsString(line) + "\n");
    }

    @Test
    void aNarrativeHoldsNothingButWhatYamlCan() throws IOException {
        try (var writer = JournalWriter.open(directory.resolve("refused.jsonl"))) {
            var incident = incident(null, null);
            incident.narrative().put("pattern", Pattern.compile("x"));

            assertThatThrownBy(() -> writer.write(run(null, null, List.of(incident))))
                    .hasMessageContaining("java.util.regex.Pattern");
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
        var observation = observation(null, 1.5, "ms");
        try (var writer = JournalWriter.open(file)) {
            writer.write(observation);
            writer.write(sparse());
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        Journal.MAPPER.writeValueAsString(observation), Journal.MAPPER.writeValueAsString(sparse()));
    }

    private static RunRecord run(
            @Nullable String commit, @Nullable UnexpectedPass unexpectedPass, List<IncidentSnapshot> incidents) {
        return new RunRecord(
                RunRecord.SCHEMA,
                "a-b-c",
                Instant.EPOCH,
                Mode.POST_FIX,
                List.of("14*"),
                unexpectedPass,
                List.of("route-cut"),
                "embedded",
                "auto",
                50,
                Long.MIN_VALUE,
                "all",
                17,
                commit,
                commit != null,
                incidents,
                Map.of("java", "17"));
    }

    private static IncidentSnapshot incident(@Nullable String url, @Nullable String fault) {
        var narrative = new LinkedHashMap<String, Object>();
        narrative.put("summary", "one\ntwo");
        narrative.put("numbers", List.of(1278L, -1, 0.25, true, List.of(), Map.of("a", "b")));
        narrative.put("nothing", null);
        return new IncidentSnapshot(
                "1278",
                "The database",
                url,
                "INFRASTRUCTURE",
                "platform",
                LocalDate.parse("2025-09-15"),
                LocalDate.parse("0999-01-01"),
                "OPEN",
                true,
                fault,
                Map.of("refused", "is refused"),
                narrative);
    }

    private static ObservationRecord observation(@Nullable String test, @Nullable Double value, @Nullable String unit) {
        return new ObservationRecord(
                Instant.EPOCH, test, "connect-time", Provenance.MEASURED, value, unit, Map.of("path", "a\nb"));
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
