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
import java.util.List;
import java.util.Set;

/** Attaches the evidence of the journal, and makes what the adapter attached harmless. */
final class Attachments {

    private static final String PREFIX = "untilfixed-";

    /** Fields that join files and runs; no page shows them as they are. */
    private static final Set<String> IDENTITIES =
            Set.of("uuid", "historyId", "testCaseId", "source", "type", "status", "stage", "children");

    /** The label whose value joins results with the journal. */
    private static final String ID_LABEL = "junit.platform.uniqueid";

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

    /** Makes every text and attachment below a result or a container harmless, whatever field it is in. */
    void neutralise(ObjectNode node) throws IOException {
        node.remove(List.of("description", "descriptionHtml"));
        boolean identity = ID_LABEL.equals(node.path("name").asText());
        for (var field : node.properties()) {
            var value = field.getValue();
            if (value.isTextual() && !identity) {
                node.put(field.getKey(), clean(field.getKey(), value.asText()));
            }
            neutraliseBelow(value);
        }
        if (node.path("attachments") instanceof ArrayNode attachments) {
            for (var attachment : attachments) {
                disarm((ObjectNode) attachment);
            }
        }
    }

    private void neutraliseBelow(JsonNode value) throws IOException {
        if (value instanceof ObjectNode object) {
            neutralise(object);
        }
        if (value instanceof ArrayNode array) {
            for (var element : array) {
                neutraliseBelow(element);
            }
        }
    }

    private String clean(String field, String text) {
        if (IDENTITIES.contains(field)) {
            return text;
        }
        var clean = redactor.text(text);
        return field.equals("url") ? clean : Neutral.text(clean);
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
