package io.github.untilfixed.reports.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.words.IncidentWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An issue update for machines: what the next update compares itself with.
 *
 * @param schema the version of this format
 * @param tier the tiers that were selected, or {@code all}; left out by updates from before it was written down
 * @param state the name of the state that the run found
 * @param finding that state in words; left out by updates from before it was written down
 * @param declaredState the registry's state of the incident
 * @param verdicts the number of the incident's tests by verdict
 * @param tests the verdict of each test of the incident, by its JUnit unique id
 * @param criteria the answer to each criterion, by its name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateFile(
        int schema,
        String incident,
        String run,
        Instant startedAt,
        @Nullable String commit,
        String mode,
        List<String> faults,
        String environment,
        int timeScale,
        @Nullable String tier,
        String state,
        @Nullable String finding,
        String declaredState,
        boolean complete,
        Map<String, Integer> verdicts,
        Map<String, String> tests,
        Map<String, String> criteria) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Returns the update of an incident. */
    public static UpdateFile of(IncidentFacts facts) {
        var run = facts.run().run();
        var verdicts = new TreeMap<String, Integer>();
        facts.counts().byVerdict().forEach((verdict, count) -> verdicts.put(verdict.name(), count));
        var tests = new LinkedHashMap<String, String>();
        facts.tests().forEach(test -> tests.put(test.id(), test.verdict().name()));
        var criteria = new LinkedHashMap<String, String>();
        Criterion.of(facts)
                .forEach(criterion ->
                        criteria.put(criterion.name(), criterion.answer().name()));
        return new UpdateFile(
                1,
                facts.incident().id(),
                run.runId(),
                run.startedAt(),
                run.commit(),
                run.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                run.faults(),
                run.environment(),
                run.timeScale(),
                run.tier(),
                facts.state().name(),
                IncidentWords.headline(facts),
                facts.incident().state(),
                facts.run().alarms().isEmpty(),
                verdicts,
                tests,
                criteria);
    }

    /** Returns what the run found, in words. */
    @Override
    public String finding() {
        return finding == null ? IncidentWords.finding(state) : finding;
    }

    /**
     * Reads an update; empty when there is no such file.
     *
     * @throws IOException when it cannot be read or is none; the message names the file
     */
    public static Optional<UpdateFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), UpdateFile.class));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": not an issue update: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns the file's text. */
    public String json() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an issue update as JSON", e);
        }
    }
}
