package io.github.untilfixed.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML into maps, lists, texts, numbers and booleans; whatever is not clearly a number stays a text. */
final class YamlValues {

    private YamlValues() {}

    static Map<String, Object> of(MappingNode node) {
        var values = new LinkedHashMap<String, Object>();
        for (var tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                values.put(key.getValue(), value(tuple.getValueNode()));
            }
        }
        return values;
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            return of(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlValues::value).toList();
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : "";
    }

    private static Object scalar(ScalarNode node) {
        var text = node.getValue();
        try {
            if (node.getTag().equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (node.getTag().equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // Conscious: YAML 1.1 also calls 12:30 and 1_000 numbers (and yes a boolean, below); people mean the text.
            return text;
        }
        return node.getTag().equals(Tag.BOOL) && text.matches("(?i)true|false") ? (Object) Boolean.valueOf(text) : text;
    }
}
