package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the Allure adapter left in its results directory.
 *
 * @param results the results of each test by the test's JUnit unique id
 * @param containers the fixtures, by file
 * @param superfluous files of results that are no test's
 */
record AdapterFiles(Map<String, List<ObjectNode>> results, Map<Path, ObjectNode> containers, List<Path> superfluous) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String UNIQUE_ID = "junit.platform.uniqueid";

    /**
     * Reads the directory; a missing one is empty.
     *
     * @throws IOException when it cannot be read, or a result is no JSON
     */
    static AdapterFiles read(Path directory) throws IOException {
        var files = new AdapterFiles(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        if (!Files.isDirectory(directory)) {
            return files;
        }
        try (var entries = Files.list(directory)) {
            for (var file : entries.sorted().toList()) {
                files.take(file);
            }
        }
        return files;
    }

    private void take(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith("-result.json")) {
            takeResult(file, parse(file));
        } else if (name.endsWith("-container.json")) {
            containers.put(file, parse(file));
        }
    }

    private void takeResult(Path file, ObjectNode result) {
        uniqueId(result)
                .ifPresentOrElse(
                        id -> results.computeIfAbsent(id, other -> new ArrayList<>())
                                .add(result),
                        () -> superfluous.add(file));
    }

    static String fileName(ObjectNode result) {
        return result.path("uuid").asText() + "-result.json";
    }

    private static Optional<String> uniqueId(ObjectNode result) {
        return StreamSupport.stream(result.path("labels").spliterator(), false)
                .filter(label -> UNIQUE_ID.equals(label.path("name").asText()))
                .map(label -> label.path("value").asText())
                .findFirst();
    }

    private static ObjectNode parse(Path file) throws IOException {
        JsonNode node = JSON.readTree(file.toFile());
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IOException(file + ": not a result of Allure: " + node.getNodeType() + " where an object should be");
    }
}
