package io.github.untilfixed.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.config.UnexpectedPass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void writeAJournal() throws IOException {
        file = directory.resolve("journal.jsonl");
        try (var writer = JournalWriter.open(file)) {
            writer.write(new RunRecord(
                    RunRecord.SCHEMA,
                    "run",
                    NOON,
                    Mode.INCIDENT,
                    List.of(),
                    UnexpectedPass.FAIL,
                    List.of(),
                    "embedded",
                    "embedded",
                    50,
                    1,
                    "all",
                    0,
                    null,
                    false,
                    List.of(),
                    Map.of()));
            writer.write(new ObservationRecord(
                    NOON, null, "connect-time", Provenance.MEASURED, 1.5, "ms", Map.of("path", "vpc")));
            writer.write(new EndRecord(NOON, 0, List.of(), List.of(), List.of(), List.of()));
        }
    }

    @Test
    void readsWhatTheWriterWrote() throws IOException {
        var journal = Journal.read(file);

        assertThat(journal.run().runId()).isEqualTo("run");
        assertThat(journal.observations()).singleElement().satisfies(observation -> {
            assertThat(observation.value()).isEqualTo(1.5);
            assertThat(observation.attributes()).containsEntry("path", "vpc");
        });
        assertThat(journal.end()).isPresent();
    }

    @Test
    void readsWhatAModelComputed() throws IOException {
        Files.writeString(file, Files.readString(file).replace("MEASURED", "MODELLED"));

        assertThat(Journal.read(file).observations())
                .extracting(ObservationRecord::provenance)
                .containsExactly(Provenance.MODELLED);
    }

    @Test
    void leavesOutALastLineThatWasCutOffInTheMiddle() throws IOException {
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));

        assertThat(Journal.read(file).end()).isEmpty();
    }

    @Test
    void refusesABrokenLastLineThatWasWrittenToItsEnd() throws IOException {
        change("\"record\":\"end\"", "\"record\":end");

        assertRefused(":3: ", "end");
    }

    @Test
    void refusesAFieldThatItDoesNotKnowByName() throws IOException {
        change("\"unit\":\"ms\"", "\"unti\":\"ms\"");

        assertRefused(":2: ", "the field 'unti' is not known here; known are at, attributes, name, provenance, ");
    }

    @Test
    void refusesARecordThatItDoesNotKnowByName() throws IOException {
        change("\"record\":\"observation\"", "\"record\":\"obversation\"");

        assertRefused(":2: ", "the record 'obversation' is not known; known are run, test, observation, end");
    }

    @Test
    void refusesAnotherSchemaBeforeItStumblesOverItsFields() throws IOException {
        change("\"schema\":1", "\"schema\":2,\"surprise\":true");

        assertRefused(":1: ", "schema 2; this reader knows schema 1 only");
    }

    @Test
    void refusesTwoJournalsInOneFile() throws IOException {
        var lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(0), lines.get(2)));

        assertRefused(":3: ", "two journals in one file?");
    }

    @Test
    void refusesALineAfterTheEnd() throws IOException {
        var lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(1)));

        assertRefused(":3: ", "after the end line");
    }

    @Test
    void refusesWhatIsNoJournalAtAll() throws IOException {
        Files.writeString(file, "");
        assertRefused("", "empty");

        Files.writeString(file, "{\"hello\":1}\n");
        assertRefused(":1: ", "starts with a line of record 'run'");

        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});
        assertRefused(":1: ", "not UTF-8");
    }

    private void change(String from, String to) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private void assertRefused(String line, String why) {
        assertThatIOException()
                .isThrownBy(() -> Journal.read(file))
                .withMessageStartingWith(file + line)
                .withMessageContaining(why);
    }
}
