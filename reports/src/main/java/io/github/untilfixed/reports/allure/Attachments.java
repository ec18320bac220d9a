package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.redaction.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Attaches the evidence of the journal, and makes what the adapter attached harmless. */
final class Attachments {

    private static final String PREFIX = "untilfixed-";

    private final Path directory;

    private final Redactor redactor;

    Attachments(Path directory, Redactor redactor) {
        this.directory = directory;
        this.redactor = redactor;
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
                node.put(field, Neutral.text(redactor.text(node.path(field).asText())));
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
        var safe = Neutral.mediaType(attachment.path("type").asText());
        attachment.put("type", safe);
        var file = directory.resolve(Path.of(attachment.path("source").asText()).getFileName());
        if (safe.equals("text/plain")) {
            redact(file);
        }
        var name = file.getFileName().toString();
        if (safe.startsWith("image/") || name.endsWith(".txt") || name.endsWith(".bin")) {
            attachment.put("source", name);
            return;
        }
        // A browser that opens the file by itself goes by its ending.
        var renamed = name + (safe.equals("text/plain") ? ".txt" : ".bin");
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(renamed), StandardCopyOption.REPLACE_EXISTING);
        }
        attachment.put("source", renamed);
    }

    private void redact(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            var clean = redactor.redact(text);
            if (clean.count() > 0) {
                Files.writeString(file, clean.text());
            }
        }
    }
}
