package io.github.untilfixed.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry says, and where it is looked for. */
class RegistryTests {

    private static final String HEAD = """
              - id: %s
                title: One line
                kind: code
                owner: platform
                opened: 2025-09-15
                review-by: 2026-01-31
                symptoms:
                  any: {message: any}
            """;

    @TempDir
    Path directory;

    @Test
    void takesOverEverythingThatAnEntrySays() throws Exception {
        var incident = load(RegistryProblemsTests.COMPLETE).find("1278").orElseThrow();

        assertThat(incident.title()).isEqualTo("The database cannot be reached");
        assertThat(incident.url()).contains("https://example.org/issues/1278");
        assertThat(incident.kind()).isEqualTo(IncidentKind.INFRASTRUCTURE);
        assertThat(incident.owner()).isEqualTo("platform");
        assertThat(incident.opened()).isEqualTo(LocalDate.parse("2025-09-15"));
        assertThat(incident.reviewBy()).isEqualTo(LocalDate.parse("2026-01-31"));
        assertThat(incident.state()).isEqualTo(IncidentState.FIX_CLAIMED);
        assertThat(incident.fault()).contains(Fault.ROUTE_CUT);
        assertThat(incident.probe()).contains(new ProbeTarget("com.example.DatabaseProbe", Duration.ofMillis(1_500)));
        assertThat(incident.selectors())
                .containsExactly(new Selector(
                        Optional.of("com.example.LegacyTests"),
                        Optional.of("connects"),
                        Optional.of("slow"),
                        Optional.of("com.example"),
                        Optional.of(2),
                        Optional.of("refused"),
                        true,
                        true,
                        new Incident.Lines(22, 29)));
        assertThat(incident.symptoms())
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> one.pattern().compareTo(other.pattern()), Pattern.class)
                .isEqualTo(List.of(new Symptom(
                        "refused",
                        Optional.of("in words"),
                        Set.of(Origin.TEST, Origin.SET_UP),
                        List.of("java.net.ConnectException"),
                        Optional.of(Pattern.compile("refused")),
                        List.of("08001", "08006"),
                        List.of("503"),
                        List.of("DATABASE"),
                        Optional.of(new Band(Duration.ofSeconds(1), Duration.ofSeconds(2))))));
    }

    @Test
    void fillsInWhatAnEntryMayLeaveOut() throws Exception {
        var incident = load("incidents:\n" + HEAD.formatted("1")).find("1").orElseThrow();

        assertThat(incident.url()).isEmpty();
        assertThat(incident.state()).isEqualTo(IncidentState.OPEN);
        assertThat(incident.fault()).isEmpty();
        assertThat(incident.selectors()).isEmpty();
        assertThat(incident.probe()).isEmpty();
        assertThat(incident.narrative()).isEmpty();
        assertThat(incident.symptoms().get(0).origins())
                .containsExactlyInAnyOrder(Origin.TEST, Origin.SET_UP, Origin.CLASS_SET_UP, Origin.EXTENSION);

        var brief = load("incidents:\n" + HEAD.formatted("1") + """
                    expectations:
                      - tag: slow
                    probe:
                      class: com.example.DatabaseProbe
                """).find("1").orElseThrow();
        assertThat(brief.selectors().get(0).intermittent()).isFalse();
        assertThat(brief.selectors().get(0).postFixOnly()).isFalse();
        assertThat(brief.probe().map(ProbeTarget::timeout)).contains(Duration.ofSeconds(1));
    }

    @Test
    void aBandMayHaveOneEndOrTwoOrBeASingleDuration() throws Exception {
        var bands =
                load("incidents:\n" + HEAD.formatted("1") + """
                      slow:
                        measured: {at-least: 2s}
                      quick:
                        measured: {at-most: 2s}
                      exact:
                        measured: {at-least: 2s, at-most: 2s}
                """).all().get(0).symptoms();

        assertThat(bands.get(1).measured()).contains(new Band(Duration.ofSeconds(2), Band.UNBOUNDED));
        assertThat(bands.get(2).measured()).contains(new Band(Duration.ZERO, Duration.ofSeconds(2)));
        assertThat(bands.get(3).measured()).contains(new Band(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    }

    @Test
    void aNarrativeKeepsItsOrderNumbersAndTexts() throws Exception {
        var narrative =
                load("incidents:\n" + HEAD.formatted("1") + """
                    narrative:
                      summary: in words
                      counted: 649
                      share: 0.80
                      seen: true
                      closed: False
                      at: 12:30
                      about: 1_000
                      answer: yes
                      nothing:
                      why:
                        - {first: 1, second: [2, b]}
                        - third
                      1: {? [a] : b}
                """).all().get(0).narrative();

        assertThat(narrative.entrySet())
                .containsExactly(
                        Map.entry("summary", "in words"),
                        Map.entry("counted", 649L),
                        Map.entry("share", 0.8),
                        Map.entry("seen", true),
                        Map.entry("closed", false),
                        Map.entry("at", "12:30"),
                        Map.entry("about", "1_000"),
                        Map.entry("answer", "yes"),
                        Map.entry("nothing", ""),
                        Map.entry("why", List.of(Map.of("first", 1L, "second", List.of(2L, "b")), "third")),
                        Map.entry("1", Map.of()));
    }

    @Test
    void anEntryEndsWithItsLastLineAndNotWithTheBlanksAndCommentsOfTheNext() throws Exception {
        var registry = load("""
                # A comment.
                incidents:
                """ + HEAD.formatted("plain") + """

                  # About the next.
                """ + HEAD.formatted("folded") + """
                    narrative:
                      summary: >-
                        one line
                        and another
                """
                + HEAD.formatted("deep") + """
                    expectations:
                      - tag: slow
                        method: connects
                      - class: com.example.LegacyTests
                """ + """
                  - {id: flow, title: x, kind: code, owner: x, opened: 2025-09-15,
                     review-by: 2026-01-31, symptoms: {any: {message: any}}}
                """ + HEAD.formatted("last").stripTrailing());

        assertThat(registry.all().stream().map(each -> each.id() + " " + each.lines()))
                .containsExactly(
                        "plain Lines[first=3, last=10]",
                        "folded Lines[first=13, last=24]",
                        "deep Lines[first=25, last=36]",
                        "flow Lines[first=37, last=38]",
                        "last Lines[first=39, last=46]");
        assertThat(registry.find("deep").orElseThrow().selectors())
                .extracting(Selector::lines)
                .containsExactly(new Incident.Lines(34, 35), new Incident.Lines(36, 36));
    }

    @Test
    void theFaultsOfARunAreThoseOfTheIncidentsThatAreNotClosed() throws Exception {
        var registry = load("incidents:\n"
                + HEAD.formatted("open") + "    fault: route-cut\n"
                + HEAD.formatted("same") + "    fault: route-cut\n"
                + HEAD.formatted("claimed") + "    state: fix-claimed\n    fault: packaging\n"
                + HEAD.formatted("closed") + "    state: closed\n    fault: server-close\n"
                + HEAD.formatted("healthy") + "    fault: none\n"
                + HEAD.formatted("code"));

        assertThat(registry.faults(config(Map.of("untilfixed.fault", "incident"))))
                .containsExactly(Fault.ROUTE_CUT, Fault.PACKAGING);
    }

    @Test
    void theConfiguredFaultReplacesThoseOfTheIncidents() throws Exception {
        var registry = load("incidents:\n" + HEAD.formatted("open") + "    fault: route-cut\n");

        assertThat(registry.faults(config(Map.of("untilfixed.fault", "server-close"))))
                .containsExactly(Fault.SERVER_CLOSE);
        assertThat(registry.faults(config(Map.of("untilfixed.fault", "none")))).isEmpty();
    }

    @Test
    void incidentsAreFoundByIdAndListedInTheOrderOfTheFile() throws Exception {
        var registry = load("incidents:\n" + HEAD.formatted("2") + HEAD.formatted("1"));

        assertThat(registry.all()).extracting(Incident::id).containsExactly("2", "1");
        assertThat(registry.find("1").map(Incident::id)).contains("1");
        assertThat(registry.find("3")).isEmpty();
        assertThat(registry.all().get(0).symptom("any").map(Symptom::name)).contains("any");
        assertThat(registry.all().get(0).symptom("other")).isEmpty();
    }

    @Test
    void theLastIncidentMayBeDeletedAndItsFileStay() throws Exception {
        assertThat(load("incidents:\n").all()).isEmpty();
        assertThat(load("incidents: []\n").all()).isEmpty();
    }

    @Test
    void theSameTextIsTheSameRegistryAndAnotherIsReadAgain() throws Exception {
        var one = load("incidents:\n" + HEAD.formatted("1"));

        assertThat(load("incidents:\n" + HEAD.formatted("1"))).isSameAs(one);
        assertThat(load("incidents:\n" + HEAD.formatted("2")).find("2")).isPresent();
        assertThatThrownBy(() -> load("incidents: 1\n")).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> load("incidents: 1\n")).isInstanceOf(RegistryException.class);
        assertThat(load("incidents:\n" + HEAD.formatted("1")).find("1")).isPresent();
    }

    @Test
    void theSameTextElsewhereSaysWhereItIs() throws Exception {
        var yaml = "incidents:\n" + HEAD.formatted("1");
        load(yaml);
        var other = Files.writeString(directory.resolve("other.yaml"), yaml);

        assertThat(Registry.load(config(Map.of("untilfixed.incidents", other.toString())))
                        .source())
                .isEqualTo(other.toString());
    }

    @Test
    void aRegistryIsFoundOnTheClassPathOfTheThread() throws Exception {
        var registry = "incidents:\n" + HEAD.formatted("of a resource");
        Files.writeString(directory.resolve("other.yaml"), registry);

        try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            var found = withLoader(
                    loader, () -> Registry.load(config(Map.of("untilfixed.incidents", "classpath:other.yaml"))));
            assertThat(found.find("of a resource")).isPresent();
            assertThat(found.source()).isEqualTo("classpath:other.yaml");
            assertThat(found.text()).isEqualTo(registry);
        }
    }

    @Test
    void aThreadWithoutClassPathUsesThatOfTheJvm() throws Exception {
        assertThat(withLoader(null, () -> Registry.load(config(Map.of()))).find("1278"))
                .isPresent();
    }

    @Test
    void onlyTheDefaultRegistryMayBeMissing() throws Exception {
        try (var nothing = new URLClassLoader(new URL[0], null)) {
            assertThat(withLoader(nothing, () -> Registry.load(config(Map.of()))))
                    .isSameAs(Registry.EMPTY);
            assertThatThrownBy(() -> withLoader(
                            nothing, () -> Registry.load(config(Map.of("untilfixed.incidents", "classpath:x.yaml")))))
                    .isInstanceOf(RegistryException.class)
                    .hasMessage("classpath:x.yaml: there is no such registry of incidents; allowed: a path, or"
                            + " classpath: and a resource; it is set by untilfixed.incidents");
        }
        assertThatThrownBy(() -> Registry.load(config(Map.of("untilfixed.incidents", directory.toString()))))
                .hasMessageContaining("there is no such registry");
    }

    @Test
    void aRegistryThatIsNoTextCannotBeRead() throws Exception {
        var file = Files.write(directory.resolve("incidents.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Registry.load(config(Map.of("untilfixed.incidents", file.toString()))))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith(file + ": cannot be read: java.nio.charset.MalformedInputException");
    }

    private Registry load(String yaml) throws IOException {
        var file = Files.writeString(directory.resolve("incidents.yaml"), yaml);
        return Registry.load(config(Map.of("untilfixed.incidents", file.toString())));
    }

    private static HarnessConfig config(Map<String, String> values) {
        return HarnessConfig.of(List.of(new Source("test", values, true)));
    }

    private static Registry withLoader(@org.jspecify.annotations.Nullable ClassLoader loader, Loading loading) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return loading.load();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @FunctionalInterface
    private interface Loading {
        Registry load();
    }
}
