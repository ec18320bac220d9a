package io.github.untilfixed.incident;

import io.github.untilfixed.config.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns the text of a registry into incidents, or into a list of everything that is wrong with it. */
final class RegistryReader {

    private static final List<String> INCIDENT_KEYS = List.of(
            "id",
            "title",
            "url",
            "kind",
            "owner",
            "opened",
            "review-by",
            "state",
            "fault",
            "symptoms",
            "expectations",
            "probe",
            "narrative");
    private static final List<String> SELECTOR_KEYS =
            List.of("class", "method", "tag", "package", "invocation", "symptom", "intermittent", "post-fix-only");
    private static final String DAY = "a day such as 2026-11-23";
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

    private final String source;
    private final List<String> problems = new ArrayList<>();

    private RegistryReader(String source) {
        this.source = source;
    }

    static Registry read(String source, String text) {
        var reader = new RegistryReader(source);
        var incidents = reader.incidents(text);
        if (!reader.problems.isEmpty()) {
            throw new RegistryException(reader.problems);
        }
        return new Registry(source, text, incidents);
    }

    private Map<String, Incident> incidents(String text) {
        var incidents = new LinkedHashMap<String, Incident>();
        root(text).ifPresent(root -> {
            root.allow(List.of("incidents"));
            if (!root.has("incidents")) {
                root.problem("'incidents' is missing: a list of incidents");
            }
            for (var entry : root.maps("incidents")) {
                var incident = incident(entry);
                if (incidents.put(incident.id(), incident) != null
                        && !incident.id().isBlank()) {
                    entry.problem("incident " + incident.id() + " is there twice");
                }
            }
        });
        return incidents;
    }

    private Optional<YamlMap> root(String text) {
        try {
            var node = compose(text);
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(source, "registry", mapping, problems));
            }
            problems.add(source + ":1: registry: 'incidents' is missing: a list of incidents");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(source + ":" + (mark == null ? 1 : mark.getLine() + 1) + ": not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(source + ":1: not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Does what {@code Yaml.compose} does, without what a Yaml has for making objects, which takes longer to load. */
    private static @Nullable Node compose(String text) {
        var options = new LoaderOptions();
        return new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options).getSingleNode();
    }

    private Incident incident(YamlMap unnamed) {
        var id = unnamed.requiredText("id");
        var entry = unnamed.named("incident " + id);
        entry.allow(INCIDENT_KEYS);
        var symptoms = entry.mapsByName("symptoms").entrySet().stream()
                .map(each -> symptom(id, each.getKey(), each.getValue()))
                .toList();
        if (symptoms.isEmpty()) {
            entry.problem("'symptoms' is missing: without a symptom no failure can be told from another");
        }
        return new Incident(
                id,
                entry.requiredText("title"),
                entry.text("url"),
                entry.required("kind", names(IncidentKind.values()), IncidentKind.INFRASTRUCTURE, this::kind),
                entry.requiredText("owner"),
                entry.required("opened", DAY, LocalDate.EPOCH, RegistryReader::day),
                entry.required("review-by", DAY, LocalDate.MAX, RegistryReader::day),
                entry.parsed("state", names(IncidentState.values()), this::state)
                        .orElse(IncidentState.OPEN),
                entry.parsed("fault", String.join(", ", Fault.ids()), Fault::of),
                symptoms,
                entry.maps("expectations").stream()
                        .map(each -> selector(id, symptoms, each))
                        .toList(),
                entry.map("probe").map(each -> probe(each.named("probe of incident " + id))),
                entry.map("narrative")
                        .map(each -> narrative(each.named("narrative of incident " + id)))
                        .orElseGet(Map::of),
                entry.lines());
    }

    private Symptom symptom(String id, String name, YamlMap unnamed) {
        return SymptomReader.read(name, unnamed.named("symptom " + name + " of incident " + id));
    }

    private static Map<String, Object> narrative(YamlMap entry) {
        CriteriaReader.check(entry);
        return entry.verbatim();
    }

    private static Selector selector(String id, List<Symptom> symptoms, YamlMap unnamed) {
        var entry = unnamed.named("expectation of incident " + id);
        entry.allow(SELECTOR_KEYS);
        if (SELECTOR_KEYS.subList(0, 4).stream().noneMatch(entry::gives)) {
            entry.problem("selects nothing; give one of class, method, tag, package");
        }
        return new Selector(
                entry.text("class"),
                entry.text("method"),
                entry.text("tag"),
                entry.text("package"),
                entry.parsed("invocation", "a whole number from 1", RegistryReader::index),
                entry.parsed(
                        "symptom",
                        "one of the incident's symptoms: "
                                + String.join(
                                        ", ",
                                        symptoms.stream().map(Symptom::name).toList()),
                        text -> symptoms.stream()
                                .map(Symptom::name)
                                .filter(text::equals)
                                .findFirst()),
                entry.parsed("intermittent", "true, false", RegistryReader::bool)
                        .orElse(false),
                entry.parsed("post-fix-only", "true, false", RegistryReader::bool)
                        .orElse(false),
                entry.lines());
    }

    private static ProbeTarget probe(YamlMap entry) {
        entry.allow(List.of("class", "timeout"));
        return new ProbeTarget(
                entry.requiredText("class"),
                entry.parsed("timeout", "a duration such as 1s", Durations::parse)
                        .orElse(PROBE_TIMEOUT));
    }

    private Optional<IncidentKind> kind(String text) {
        return constant(IncidentKind.values(), text);
    }

    private Optional<IncidentState> state(String text) {
        return constant(IncidentState.values(), text);
    }

    static <E extends Enum<E>> Optional<E> constant(E[] values, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    static String names(Enum<?>[] values) {
        return String.join(
                ", ",
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> index(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Boolean> bool(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }
}
