package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one journal, line by line, and refuses what it does not know. */
final class JournalReader {

    private final Path file;
    private final List<TestRecord> tests = new ArrayList<>();
    private final List<ObservationRecord> observations = new ArrayList<>();
    private Optional<RunRecord> run = Optional.empty();
    private Optional<EndRecord> end = Optional.empty();
    private int number;

    JournalReader(Path file) {
        this.file = file;
    }

    Journal read() throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            take(lines);
        } catch (CharacterCodingException e) {
            throw new IOException(at("not UTF-8, so this is no journal"), e);
        }
        var header =
                run.orElseThrow(() -> new IOException(file + ": empty; a journal starts with a line of record 'run'"));
        return new Journal(header, List.copyOf(tests), List.copyOf(observations), end);
    }

    private void take(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        while (line != null) {
            number++;
            var next = lines.readLine();
            boolean last = next == null;
            var parsed = number == 1 ? header(line) : parse(line, last);
            if (parsed != null) {
                take(parsed);
            }
            line = next;
        }
    }

    private void take(JournalRecord line) throws IOException {
        if (end.isPresent()) {
            throw new IOException(at("a line after the end line"));
        }
        if (line instanceof RunRecord header) {
            if (run.isPresent()) {
                throw new IOException(at("a second line of record 'run': two journals in one file?"));
            }
            run = Optional.of(header);
        } else if (line instanceof TestRecord test) {
            tests.add(test);
        } else if (line instanceof ObservationRecord observation) {
            observations.add(observation);
        } else if (line instanceof EndRecord last) {
            end = Optional.of(last);
        }
    }

    private JournalRecord header(String line) throws IOException {
        try {
            var node = Journal.MAPPER.readTree(line);
            if (!node.path("record").asText().equals("run")) {
                throw new IOException(at("a journal starts with a line of record 'run', this one with "
                        + (node.has("record") ? "'" + node.path("record").asText() + "'" : "something else")));
            }
            if (node.path("schema").asInt() != RunRecord.SCHEMA) {
                throw new IOException(at("schema " + node.path("schema") + "; this reader knows schema "
                        + RunRecord.SCHEMA + " only: use the reports of the version that wrote the journal"));
            }
            return Journal.MAPPER.treeToValue(node, JournalRecord.class);
        } catch (JsonProcessingException e) {
            throw new IOException(at(reason(e)), e);
        }
    }

    private @Nullable JournalRecord parse(String line, boolean last) throws IOException {
        try {
            return Journal.MAPPER.readValue(line, JournalRecord.class);
        } catch (JsonProcessingException e) {
            if (last && cutOff()) {
                return null;
            }
            throw new IOException(at(reason(e)), e);
        }
    }

    private boolean cutOff() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        }
    }

    private static String reason(JsonProcessingException problem) {
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "the field '" + unknown.getPropertyName() + "' is not known here; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (problem instanceof InvalidTypeIdException unknown && unknown.getTypeId() != null) {
            return "the record '" + unknown.getTypeId() + "' is not known; known are run, test, observation, end";
        }
        return problem.getOriginalMessage();
    }

    private String at(String problem) {
        return file + ":" + Math.max(1, number) + ": " + problem;
    }
}
