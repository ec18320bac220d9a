package io.github.untilfixed.reports.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The runs that came before, oldest first, and this one.
 *
 * @param lines one for each run
 */
public record History(List<HistoryLine> lines) {

    /** Older lines are dropped: a trend over more runs tells nothing more, and the file travels with every build. */
    static final int MOST = 500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public History {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file of lines; a missing one is an empty history.
     *
     * @param broken takes the number of each line that is none, from 1; such a line is left out
     * @throws IOException when it cannot be read
     */
    public static History read(Path file, IntConsumer broken) throws IOException {
        var lines = new ArrayList<HistoryLine>();
        if (Files.exists(file)) {
            int number = 0;
            // Not as a strict reader of UTF-8: a line may be cut off in the middle of a character.
            for (var line : new String(Files.readAllBytes(file), UTF_8).lines().toList()) {
                number++;
                try {
                    lines.add(JSON.readValue(line, HistoryLine.class));
                } catch (JsonProcessingException e) {
                    broken.accept(number);
                }
            }
        }
        return new History(lines);
    }

    /** Returns this history with that run in it, once, at its place in time. */
    public History with(HistoryLine line) {
        var all = new ArrayList<>(lines);
        all.removeIf(other -> other.run().equals(line.run()));
        all.add(line);
        all.sort(Comparator.comparing(HistoryLine::startedAt));
        return new History(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /**
     * Writes the lines, replacing the file.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(JSON.writeValueAsString(line)).append('\n');
        }
        WholeFile.write(file, text);
    }

    /** Returns when the incident's symptom was first seen. */
    public Optional<Instant> firstSeen(String incident) {
        return lines.stream()
                .filter(line -> !observed(line, incident).isEmpty())
                .map(HistoryLine::startedAt)
                .findFirst();
    }

    /** Returns how many runs on record saw the incident's symptom. */
    public long timesSeen(String incident) {
        return lines.stream()
                .filter(line -> !observed(line, incident).isEmpty())
                .count();
    }

    /** Returns when each test, by its digest, was last seen failing with the incident's symptom. */
    public Map<String, Instant> lastObserved(String incident) {
        var last = new HashMap<String, Instant>();
        for (var line : lines) {
            observed(line, incident).forEach(digest -> last.put(digest, line.startedAt()));
        }
        return last;
    }

    /** Returns the whole days between two instants, 0 or more. */
    static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private static List<String> observed(HistoryLine line, String incident) {
        var finding = line.incidents().get(incident);
        return finding == null ? List.of() : finding.observed();
    }
}
