package io.github.untilfixed.network.connector;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads connector profiles from YAML. */
public final class Connectors {

    private static final String RESOURCE = "connectors.yaml";

    /** A profile that stands there twice is a mistake, and the first one would be lost. */
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> KEYS = Set.of(
            "machine-type",
            "instances",
            "connections-per-instance",
            "connects-per-second-per-instance",
            "detect",
            "step");

    private Connectors() {}

    /** Returns the profiles that come with the harness, by name. */
    public static Map<String, ConnectorProfile> load() {
        try (var stream = Connectors.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing in the harness");
            }
            return read(RESOURCE, MAPPER.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Returns a profile that comes with the harness.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those that exist
     */
    public static ConnectorProfile named(String name) {
        var profiles = load();
        var found = profiles.get(name);
        if (found == null) {
            throw new IllegalArgumentException("connector '" + name + "' is unknown; allowed: " + profiles.keySet());
        }
        return found;
    }

    /**
     * Reads profiles from a text.
     *
     * @param origin where the text is from, for messages
     * @throws IllegalArgumentException with every problem of every profile at once
     */
    public static Map<String, ConnectorProfile> parse(String origin, String yaml) {
        try {
            return read(origin, MAPPER.readTree(yaml));
        } catch (IOException e) {
            throw new IllegalArgumentException(origin + ": not YAML: " + e.getMessage(), e);
        }
    }

    private static Map<String, ConnectorProfile> read(String origin, JsonNode root) {
        var problems = new ArrayList<String>();
        var profiles = new LinkedHashMap<String, ConnectorProfile>();
        root.path("connectors").propertyStream().forEach(entry -> {
            try {
                profiles.put(entry.getKey(), profile(entry.getKey(), entry.getValue()));
            } catch (IllegalArgumentException e) {
                problems.add(origin + ": " + e.getMessage());
            }
        });
        if (profiles.isEmpty() && problems.isEmpty()) {
            problems.add(origin + ": there is no connector under 'connectors'");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return profiles;
    }

    private static ConnectorProfile profile(String name, JsonNode node) {
        var unknown = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "connector '" + name + "': unknown " + unknown + "; allowed: " + new TreeSet<>(KEYS));
        }
        return new ConnectorProfile(
                name,
                machineType(name, node),
                number(name, node, "instances", "min"),
                number(name, node, "instances", "max"),
                number(name, node, "connections-per-instance"),
                number(name, node, "connects-per-second-per-instance"),
                Duration.ofSeconds(number(name, node, "detect")),
                Duration.ofSeconds(number(name, node, "step", "min")),
                Duration.ofSeconds(number(name, node, "step", "max")));
    }

    private static MachineType machineType(String name, JsonNode node) {
        var id = node.path("machine-type").asText("");
        return MachineType.of(id)
                .orElseThrow(() -> new IllegalArgumentException("connector '" + name + "': machine-type '" + id
                        + "' is unknown; allowed: " + MachineType.ids()));
    }

    private static int number(String name, JsonNode node, String... path) {
        var value = node;
        for (var key : path) {
            value = value.path(key);
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException("connector '" + name + "': " + String.join(".", List.of(path)) + " is '"
                    + value.asText("") + "'; allowed: a whole number");
        }
        return value.intValue();
    }
}
