package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
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
     * Reads a journal. A last line that was cut off in the middle of writing is left out: such a journal has no end line
     * either, which says that the run did not end by itself.
     *
     * @throws IOException when the file cannot be read, or a line is not of the format; the message names file and line
     */
    public static Journal read(Path file) throws IOException {
        return new JournalReader(file).read();
    }
}
