package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journal read back.
 *
 * @param run the header
 * @param tests one entry per test that has a verdict, in the order they ended
 * @param observations in the order they were made
 * @param end empty when the run did not end by itself
 */
public record Journal(
        RunRecord run, List<TestRecord> tests, List<ObservationRecord> observations, Optional<EndRecord> end) {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /**
     * Reads a journal.
     *
     * @throws IOException when the file cannot be read, or a line is not of the format; the message names file and line
     */
    public static Journal read(Path file) throws IOException {
        var run = Optional.<RunRecord>empty();
        var tests = new ArrayList<TestRecord>();
        var observations = new ArrayList<ObservationRecord>();
        var end = Optional.<EndRecord>empty();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            var parsed = parse(file, ++number, line);
            if (parsed instanceof RunRecord header) {
                run = Optional.of(header);
            } else if (parsed instanceof TestRecord test) {
                tests.add(test);
            } else if (parsed instanceof ObservationRecord observation) {
                observations.add(observation);
            } else if (parsed instanceof EndRecord last) {
                end = Optional.of(last);
            }
        }
        var header = run.orElseThrow(() -> new IOException(file + ": no line of record 'run'; is this a journal?"));
        return new Journal(header, List.copyOf(tests), List.copyOf(observations), end);
    }

    private static JournalRecord parse(Path file, int number, String line) throws IOException {
        try {
            return MAPPER.readValue(line, JournalRecord.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ":" + number + ": " + e.getOriginalMessage(), e);
        }
    }
}
