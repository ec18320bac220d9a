package io.github.untilfixed.incident;

import io.github.untilfixed.config.Distance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML file that knows its lines and collects what is wrong with it; used by one thread. */
final class YamlMap {

    private final String source;
    private final String what;
    private final MappingNode node;
    private final List<String> problems;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    YamlMap(String source, String what, MappingNode node, List<String> problems) {
        this.source = source;
        this.what = what;
        this.node = node;
        this.problems = problems;
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
            if (entries.put(key, tuple.getValueNode()) != null) {
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
        return lines(node);
    }

    static Incident.Lines lines(Node node) {
        int first = node.getStartMark().getLine() + 1;
        int last = node.getEndMark().getColumn() == 0
                ? node.getEndMark().getLine()
                : node.getEndMark().getLine() + 1;
        return new Incident.Lines(first, Math.max(first, last));
    }

    void allow(List<String> known) {
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                var nearest = known.stream()
                        .min(Comparator.comparingInt(each -> Distance.between(each, key)))
                        .orElseThrow();
                problem(
                        value,
                        "unknown key '" + key + "'; did you mean " + nearest + "? Known keys: "
                                + String.join(", ", known));
            }
        });
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String requiredText(String key) {
        return text(key).orElseGet(() -> {
            if (!entries.containsKey(key)) {
                problem(node, "'" + key + "' is missing");
            }
            return "";
        });
    }

    Optional<String> text(String key) {
        var value = entries.get(key);
        if (value == null || value.getTag().equals(Tag.NULL)) {
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
        return text(key).flatMap(text -> {
            var value = parser.apply(text);
            if (value.isEmpty()) {
                problem(entry(key), "'" + key + "' is '" + text + "'; allowed: " + allowed);
            }
            return value;
        });
    }

    <T> T required(String key, String allowed, T stopgap, Function<String, Optional<T>> parser) {
        requiredText(key);
        return parsed(key, allowed, parser).orElse(stopgap);
    }

    /** Returns one text or a list of texts as a list. */
    List<String> texts(String key) {
        var value = entries.get(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(item -> item instanceof ScalarNode scalar
                            ? java.util.stream.Stream.of(scalar.getValue())
                            : java.util.stream.Stream.empty())
                    .toList();
        }
        return text(key).map(List::of).orElseGet(List::of);
    }

    Optional<YamlMap> map(String key) {
        var value = entries.get(key);
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
        var value = entries.get(key);
        var maps = new ArrayList<YamlMap>();
        if (value instanceof SequenceNode sequence) {
            for (var item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    maps.add(new YamlMap(source, what, mapping, problems));
                } else {
                    problem(item, "an entry of '" + key + "' must be a map");
                }
            }
        } else if (value != null) {
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

    Map<String, Object> verbatim(String key) {
        return map(key).map(inner -> YamlValues.of(inner.node)).orElseGet(Map::of);
    }

    /** Returns the same map, called by another name in messages. */
    YamlMap named(String name) {
        return new YamlMap(this, name);
    }

    void problem(String text) {
        problem(node, text);
    }

    private Node entry(String key) {
        return entries.getOrDefault(key, node);
    }

    private void problem(Node where, String text) {
        problems.add(source + ":" + (where.getStartMark().getLine() + 1) + ": " + what + ": " + text);
    }
}
