package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.untilfixed.journal.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Attaches the evidence of the journal, and makes what the adapter attached harmless. */
final class Attachments {

    private static final String PREFIX = "untilfixed-";

    private final Path directory;

    Attachments(Path directory) {
        this.directory = directory;
    }

    /** Writes the evidence of a test next to its result and names it there. */
    void attach(TestRecord test, ObjectNode result) throws IOException {
        var attachments = AdapterFiles.JSON.createArrayNode();
        for (var old : result.path("attachments")) {
            if (!old.path("source").asText().startsWith(PREFIX)) {
                attachments.add(old);
            }
        }
        int number = 0;
        for (var evidence : test.evidence()) {
            var source = PREFIX + result.path("uuid").asText() + "-" + number++ + "-attachment.txt";
            Files.writeString(directory.resolve(source), evidence.content());
            attachments
                    .addObject()
                    .put("name", Neutral.text(evidence.name()))
                    .put("type", "text/plain")
                    .put("source", source);
        }
        result.set("attachments", attachments);
    }

    /** Makes every name, message, parameter and attachment below a result or a container harmless. */
    void neutralise(ObjectNode node) throws IOException {
        for (var field : new String[] {"name", "message", "trace", "fullName", "testCaseName", "value"}) {
            if (node.path(field).isTextual()) {
                node.put(field, Neutral.text(node.path(field).asText()));
            }
        }
        node.remove("descriptionHtml");
        for (var child : new String[] {"steps", "befores", "afters", "parameters", "attachments"}) {
            each(node.path(child));
        }
        if (node.path("statusDetails") instanceof ObjectNode details) {
            neutralise(details);
        }
        if (node.path("attachments") instanceof ArrayNode attachments) {
            for (var attachment : attachments) {
                disarm((ObjectNode) attachment);
            }
        }
    }

    private void each(JsonNode children) throws IOException {
        for (var child : children) {
            if (child instanceof ObjectNode node) {
                neutralise(node);
            }
        }
    }

    private void disarm(ObjectNode attachment) throws IOException {
        var declared = attachment.path("type").asText();
        var safe = Neutral.mediaType(declared);
        attachment.put("type", safe);
        var source = attachment.path("source").asText();
        var file = directory.resolve(Path.of(source).getFileName());
        var name = file.getFileName().toString();
        if (safe.startsWith("image/") || name.endsWith(".txt") || name.endsWith(".bin")) {
            return;
        }
        var renamed = name + (safe.equals("text/plain") ? ".txt" : ".bin");
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(renamed), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        attachment.put("source", renamed);
    }
}
