package io.github.untilfixed.incident;

import io.github.untilfixed.config.Distance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML file that knows its lines and collects what is wrong with it; used by one thread. */
final class YamlMap {

    private final String source;
    private final String what;
    private final MappingNode node;
    private final List<String> problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    YamlMap(String source, String what, MappingNode node, List<String> problems) {
        this.source = source;
        this.what = what;
        this.node = node;
        this.problems = problems;
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
            if (entries.put(key, tuple) != null) {
                problem(tuple.getKeyNode(), "'" + key + "' is there twice");
            }
        }
    }

    private YamlMap(YamlMap original, String what) {
        this.source = original.source;
        this.what = what;
        this.node = original.node;
        this.problems = original.problems;
        this.entries.putAll(original.entries);
    }

    Incident.Lines lines() {
        return new Incident.Lines(node.getStartMark().getLine() + 1, lastLine(node));
    }

    /** The end that the parser tells of a block is where the next one starts, after blank lines and comments. */
    private static int lastLine(Node node) {
        var parts = parts(node);
        if (parts.isEmpty() || ((CollectionNode<?>) node).getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
            var end = node.getEndMark();
            return end.getColumn() == 0 ? end.getLine() : end.getLine() + 1;
        }
        return parts.stream().mapToInt(YamlMap::lastLine).max().orElseThrow();
    }

    private static List<Node> parts(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                    .toList();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    void allow(List<String> known) {
        entries.forEach((key, tuple) -> {
            if (!known.contains(key)) {
                var nearest = Distance.nearest(key, known);
                problem(
                        tuple.getKeyNode(),
                        "unknown key '" + key + "'; did you mean " + nearest + "? Known keys: "
                                + String.join(", ", known));
            }
        });
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Returns whether there is something behind the key: not nothing, and no empty list or map. */
    boolean gives(String key) {
        var value = value(key);
        return value != null
                && !isNothing(value)
                && !(value instanceof CollectionNode<?> collection
                        && collection.getValue().isEmpty());
    }

    String requiredText(String key) {
        if (!has(key)) {
            problem("'" + key + "' is missing");
        }
        var text = text(key).orElse("");
        if (text.isBlank() && value(key) instanceof ScalarNode scalar) {
            problem(scalar, "'" + key + "' is empty");
        }
        return text;
    }

    Optional<String> text(String key) {
        var value = value(key);
        if (value == null || isNothing(value)) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(value, "'" + key + "' must be a text");
        return Optional.empty();
    }

    /** Returns the parsed value; a text that the parser refuses is a problem. */
    <T> Optional<T> parsed(String key, String allowed, Function<String, Optional<T>> parser) {
        return text(key).flatMap(text -> parsed(key, text, allowed, parser));
    }

    <T> T required(String key, String allowed, T stopgap, Function<String, Optional<T>> parser) {
        return Optional.of(requiredText(key))
                .filter(text -> !text.isBlank())
                .flatMap(text -> parsed(key, text, allowed, parser))
                .orElse(stopgap);
    }

    private <T> Optional<T> parsed(String key, String text, String allowed, Function<String, Optional<T>> parser) {
        var parsed = parser.apply(text);
        if (parsed.isEmpty()) {
            problem(key, "'" + key + "' is '" + text + "'; allowed: " + allowed);
        }
        return parsed;
    }

    /** Returns one text or a list of texts as a list. */
    List<String> texts(String key) {
        return value(key) instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .flatMap(item -> item(key, item).stream())
                        .toList()
                : text(key).map(List::of).orElseGet(List::of);
    }

    private Optional<String> item(String key, Node item) {
        if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problem(item, "an entry of '" + key + "' must be a text");
        return Optional.empty();
    }

    Optional<YamlMap> map(String key) {
        var value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(source, what, mapping, problems));
        }
        problem(value, "'" + key + "' must be a map");
        return Optional.empty();
    }

    List<YamlMap> maps(String key) {
        var value = value(key);
        var maps = new ArrayList<YamlMap>();
        if (value instanceof SequenceNode sequence) {
            for (var item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    maps.add(new YamlMap(source, what, mapping, problems));
                } else {
                    problem(item, "an entry of '" + key + "' must be a map");
                }
            }
        } else if (value != null && !isNothing(value)) {
            problem(value, "'" + key + "' must be a list");
        }
        return maps;
    }

    Map<String, YamlMap> mapsByName(String key) {
        var named = new LinkedHashMap<String, YamlMap>();
        map(key).ifPresent(outer ->
                outer.entries.keySet().forEach(name -> outer.map(name).ifPresent(inner -> named.put(name, inner))));
        return named;
    }

    Map<String, Object> verbatim() {
        return YamlValues.of(node);
    }

    /** Returns the same map, called by another name in messages. */
    YamlMap named(String name) {
        return new YamlMap(this, name);
    }

    void problem(String text) {
        problem(node, text);
    }

    /** Reports a problem where the key's value is. */
    void problem(String key, String text) {
        var value = value(key);
        problem(value == null ? node : value, text);
    }

    private @Nullable Node value(String key) {
        var tuple = entries.get(key);
        return tuple == null ? null : tuple.getValueNode();
    }

    private static boolean isNothing(Node value) {
        return value.getTag().equals(Tag.NULL);
    }

    private void problem(Node where, String text) {
        problems.add(source + ":" + (where.getStartMark().getLine() + 1) + ": " + what + ": " + text);
    }
}
