package io.github.untilfixed.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a registry: what, the value, the line, and what is allowed. */
class RegistryProblemsTests {

    /** Everything that an entry may say; each row of the table spoils one line of it. */
    static final String COMPLETE = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                url: https://example.org/issues/1278
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2026-01-31
                state: fix-claimed
                fault: route-cut
                symptoms:
                  refused:
                    exceptions: [java.net.ConnectException]
                    message: refused
                    sqlstate: ["08001", "08006"]
                    http-status: 503
                    startup-phase: DATABASE
                    origin: [test, set-up]
                    measured: {at-least: 1s, at-most: 2s}
                    description: in words
                expectations:
                  - class: com.example.LegacyTests
                    method: connects
                    tag: slow
                    package: com.example
                    invocation: 2
                    symptom: refused
                    intermittent: true
                    post-fix-only: true
                probe:
                  class: com.example.DatabaseProbe
                  timeout: 1.5s
                narrative:
                  summary: in words
                  criteria:
                    - name: starts succeed
                      statement: nineteen of twenty
                      check: startup-success
                      at-least: 0.95
                      confidence: 0.9
                      trials: 20
            """;

    private static final String ENTRY_KEYS = "id, title, url, kind, owner, opened, review-by, state, fault, symptoms,"
            + " expectations, probe, narrative";
    private static final String SELECTOR_KEYS =
            "class, method, tag, package, invocation, symptom, intermittent, post-fix-only";
    private static final String CRITERIA = "exceptions, message, sqlstate, http-status, startup-phase, measured";
    private static final String INCIDENT = "incident 1278: ";
    private static final String SYMPTOM = "symptom refused of incident 1278: ";
    private static final String EXPECTATION = "expectation of incident 1278: ";
    private static final String PROBE = "probe of incident 1278: ";
    private static final String NARRATIVE = "narrative of incident 1278: ";
    private static final String RATE =
            "; allowed: a rate above 0 and below 1, such as 0.95; without it every trial must succeed";
    private static final String DAY = "; allowed: a day such as 2026-11-23";

    @TempDir
    Path directory;

    @Test
    void theRegistryThatEachRowSpoilsHasNone() throws Exception {
        assertThat(problems(COMPLETE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void areSaidWithLineValueAndWhatIsAllowed(Row row) throws Exception {
        assertThat(COMPLETE).containsOnlyOnce(row.line);

        assertThat(problems(COMPLETE.replace(row.line, row.instead))).containsExactlyElementsOf(row.problems);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "description: in words",
                "exceptions:",
                "exceptions: []",
                "sqlstate: []",
                "http-status: ~",
                "message:",
                "measured: {}"
            })
    void aSymptomThatNamesNoCriterionWouldForgiveEverything(String criterion) throws Exception {
        var symptoms = COMPLETE.substring(COMPLETE.indexOf("    symptoms:"), COMPLETE.indexOf("    expectations:"));
        var spoiled = COMPLETE.replace(symptoms, "    symptoms:\n      refused:\n        " + criterion + "\n");

        assertThat(problems(spoiled))
                .contains("13: " + SYMPTOM + "would match every failure; give at least one of " + CRITERIA);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"Throwable", "java.lang.Exception", "java.sql.SQLException, Exception"})
    void aSymptomOfAnyExceptionWouldForgiveAlmostEverything(String exceptions) throws Exception {
        var symptoms = COMPLETE.substring(COMPLETE.indexOf("    symptoms:"), COMPLETE.indexOf("    expectations:"));
        var only = "    symptoms:\n      refused:\n        exceptions: [" + exceptions + "]\n";

        assertThat(problems(COMPLETE.replace(symptoms, only)))
                .contains("13: " + SYMPTOM + "'exceptions' [" + exceptions
                        + "] would match almost every failure; name the"
                        + " exception that the incident shows, or give another criterion as well");
        assertThat(problems(COMPLETE.replace(symptoms, only + "        message: refused\n")))
                .noneMatch(line -> line.contains("almost every failure"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"intermittent: true", "tag:", "class: ~", "method: []", "invocation: 1"})
    void anExpectationThatNamesNoTestWouldPickThemAll(String part) throws Exception {
        var expectation = COMPLETE.substring(COMPLETE.indexOf("      - class:"), COMPLETE.indexOf("    probe:"));

        assertThat(problems(COMPLETE.replace(expectation, "      - " + part + "\n")))
                .contains("22: " + EXPECTATION + "selects nothing; give one of class, method, tag, package");
    }

    @Test
    void anIncidentThatIsThereTwiceIsSaidWhereItIsThereAgain() throws Exception {
        var again = COMPLETE + COMPLETE.substring(COMPLETE.indexOf('\n') + 1);

        assertThat(problems(again)).containsExactly("42: registry: incident 1278 is there twice");
    }

    @Test
    void incidentsWithoutAnIdAreNotTakenForTheSame() throws Exception {
        var nameless = COMPLETE.replace("id: \"1278\"", "id:");

        assertThat(problems(nameless + nameless.substring(nameless.indexOf('\n') + 1)))
                .contains("2: registry: 'id' is empty", "42: registry: 'id' is empty")
                .noneMatch(problem -> problem.contains("twice"));
    }

    @Test
    void whatIsNoMapOrNoYamlIsSaidWithItsLine() throws Exception {
        assertThat(problems("")).containsExactly("1: registry: 'incidents' is missing: a list of incidents");
        assertThat(problems("- a\n")).containsExactly("1: registry: 'incidents' is missing: a list of incidents");
        assertThat(problems("incidents: nothing\n")).containsExactly("1: registry: 'incidents' must be a list");
        assertThat(problems("incidents:\n  - [a\n"))
                .containsExactly("3: not YAML: expected ',' or ']', but got <stream end>");
        assertThat(problems("incidents: \u0000\n")).singleElement().asString().startsWith("1: not YAML: ");
    }

    @Test
    void allOfThemAreSaidAtOnceOneOnEachLine() {
        var refused = new RegistryException(List.of("one", "two"));

        assertThat(refused).hasMessage("one" + System.lineSeparator() + "two");
        assertThat(refused.problems()).containsExactly("one", "two");
    }

    static Stream<Row> areSaidWithLineValueAndWhatIsAllowed() {
        return Stream.of(entries(), symptoms(), expectations(), probesAndNarratives(), criteria())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> entries() {
        return Stream.of(
                row(
                        "incidents:",
                        "incidentz:",
                        "1: registry: unknown key 'incidentz'; did you mean incidents? Known keys:" + " incidents",
                        "1: registry: 'incidents' is missing: a list of incidents"),
                row(
                        "  - id: \"1278\"",
                        "  - \"1278\"\n  - id: \"1278\"",
                        "2: registry: an entry of 'incidents' must be a map"),
                row("    title: The database cannot be reached\n", "", "2: " + INCIDENT + "'title' is missing"),
                row("title: The database cannot be reached", "title:", "3: " + INCIDENT + "'title' is empty"),
                row("title: The database cannot be reached", "title: ' '", "3: " + INCIDENT + "'title' is empty"),
                row("title: The database cannot be reached", "title: [a]", "3: " + INCIDENT + "'title' must be a text"),
                row("https://example.org/issues/1278", "{a: b}", "4: " + INCIDENT + "'url' must be a text"),
                row(
                        "kind: infrastructure",
                        "kind: infra",
                        "5: " + INCIDENT
                                + "'kind' is 'infra'; allowed: infrastructure, code, configuration, dependency"),
                row("kind: infrastructure", "kind:", "5: " + INCIDENT + "'kind' is empty"),
                row("kind: infrastructure", "kind: [code]", "5: " + INCIDENT + "'kind' must be a text"),
                row("    owner: platform\n", "", "2: " + INCIDENT + "'owner' is missing"),
                row("opened: 2025-09-15", "opened: 15.9.2025", "7: " + INCIDENT + "'opened' is '15.9.2025'" + DAY),
                row("review-by: 2026-01-31", "review-by:", "8: " + INCIDENT + "'review-by' is empty"),
                row(
                        "review-by: 2026-01-31",
                        "review-by: 2026-02-30",
                        "8: " + INCIDENT + "'review-by' is '2026-02-30'" + DAY),
                row("    review-by: 2026-01-31\n", "", "2: " + INCIDENT + "'review-by' is missing"),
                row(
                        "state: fix-claimed",
                        "state: fixed",
                        "9: " + INCIDENT + "'state' is 'fixed'; allowed: open, fix-claimed, closed"),
                row(
                        "fault: route-cut",
                        "fault: route_cut",
                        "10: " + INCIDENT + "'fault' is 'route_cut'; allowed: none, connector-scaling,"
                                + " connector-saturated, route-cut, server-close, connection-limit, packaging,"
                                + " bypass-flag, egress-cold-start"),
                row(
                        "    owner: platform",
                        "    owners:\n      - platform\n    owner: platform",
                        "6: " + INCIDENT + "unknown key 'owners'; did you mean owner? Known keys: " + ENTRY_KEYS),
                row(
                        "    owner: platform",
                        "    owner: platform\n    owner: nobody",
                        "7: registry: 'owner' is there twice"),
                row(
                        "    owner: platform",
                        "    owner: platform\n    ? [a]\n    : b",
                        "7: " + INCIDENT + "unknown key '(not a text)'; did you mean state? Known keys: "
                                + ENTRY_KEYS));
    }

    private static Stream<Row> symptoms() {
        return Stream.of(
                row(
                        "    symptoms:\n      refused:",
                        "    narrativ:\n      refused:",
                        "11: " + INCIDENT + "unknown key 'narrativ'; did you mean narrative? Known keys: " + ENTRY_KEYS,
                        "2: " + INCIDENT
                                + "'symptoms' is missing: without a symptom no failure can be told from another",
                        "27: " + EXPECTATION + "'symptom' is 'refused'; allowed: one of the incident's symptoms: "),
                row(
                        "http-status: 503",
                        "http: 503",
                        "16: " + SYMPTOM + "unknown key 'http'; did you mean sqlstate? Known keys: " + CRITERIA
                                + ", origin, description"),
                row(
                        "exceptions: [java.net.ConnectException]",
                        "exceptions: [[a], {b: c}, '']",
                        "13: " + SYMPTOM + "an entry of 'exceptions' must be a text",
                        "13: " + SYMPTOM + "an entry of 'exceptions' must be a text",
                        "13: " + SYMPTOM + "an entry of 'exceptions' must be a text"),
                row(
                        "message: refused",
                        "message: (refused",
                        "14: " + SYMPTOM + "'message' is '(refused'; allowed: a regular expression that is not found in"
                                + " every text"),
                row(
                        "message: refused",
                        "message: refused|",
                        "14: " + SYMPTOM + "'message' is 'refused|'; allowed: a regular expression that is not found in"
                                + " every text"),
                row(
                        "message: refused",
                        "message: '.+'",
                        "14: " + SYMPTOM + "'message' is '.+'; allowed: a regular expression that is not found in"
                                + " every text"),
                row(
                        "sqlstate: [\"08001\", \"08006\"]",
                        "sqlstate: {a: b}",
                        "15: " + SYMPTOM + "'sqlstate' must be a text"),
                row(
                        "origin: [test, set-up]",
                        "origin: [test, setup, sun]",
                        "18: " + SYMPTOM + "'origin' is 'setup'; allowed: test, set-up, tear-down, class-set-up,"
                                + " class-tear-down, extension, timeout, discovery",
                        "18: " + SYMPTOM + "'origin' is 'sun'; allowed: test, set-up, tear-down, class-set-up,"
                                + " class-tear-down, extension, timeout, discovery"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: 1s",
                        "19: " + SYMPTOM + "'measured' must be a map"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: {min: 1s, at-most: 2s}",
                        "19: " + SYMPTOM + "unknown key 'min'; did you mean at-most? Known keys: at-least, at-most"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: {at-least: 1, at-most: 2 days}",
                        "19: " + SYMPTOM + "'at-least' is '1'; allowed: a duration such as 75s",
                        "19: " + SYMPTOM + "'at-most' is '2 days'; allowed: a duration such as 75s"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: {at-least: 3s, at-most: 2s}",
                        "19: " + SYMPTOM + "'measured' has at-least above at-most"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: {at-least: , at-most: }",
                        "19: " + SYMPTOM + "'measured' holds for every duration; give at-least above 0, or at-most"),
                row(
                        "measured: {at-least: 1s, at-most: 2s}",
                        "measured: {at-least: 0s}",
                        "19: " + SYMPTOM + "'measured' holds for every duration; give at-least above 0, or at-most"));
    }

    private static Stream<Row> expectations() {
        return Stream.of(
                row(
                        "expectations:\n      - class: com.example.LegacyTests\n",
                        "expectations:\n        a: b\n",
                        "22: " + INCIDENT + "'expectations' must be a list"),
                row(
                        "method: connects",
                        "methods: connects",
                        "23: " + EXPECTATION + "unknown key 'methods'; did you mean method? Known keys: "
                                + SELECTOR_KEYS),
                row(
                        "invocation: 2",
                        "invocation: 0",
                        "26: " + EXPECTATION + "'invocation' is '0'; allowed: a whole number from 1"),
                row(
                        "invocation: 2",
                        "invocation: 1234567",
                        "26: " + EXPECTATION + "'invocation' is '1234567'; allowed: a whole number from 1"),
                row(
                        "symptom: refused",
                        "symptom: refuse",
                        "27: " + EXPECTATION
                                + "'symptom' is 'refuse'; allowed: one of the incident's symptoms: refused"),
                row(
                        "intermittent: true",
                        "intermittent: yes",
                        "28: " + EXPECTATION + "'intermittent' is 'yes'; allowed: true, false"),
                row(
                        "post-fix-only: true",
                        "post-fix-only: 1",
                        "29: " + EXPECTATION + "'post-fix-only' is '1'; allowed: true, false"));
    }

    private static Stream<Row> probesAndNarratives() {
        return Stream.of(
                row(
                        "timeout: 1.5s",
                        "timeout: soon",
                        "32: " + PROBE + "'timeout' is 'soon'; allowed: a duration such as 1s"),
                row(
                        "timeout: 1.5s",
                        "time-out: 1s",
                        "32: " + PROBE + "unknown key 'time-out'; did you mean timeout? Known keys: class, timeout"),
                row(
                        "class: com.example.DatabaseProbe",
                        "timeout: 1s",
                        "32: " + INCIDENT + "'timeout' is there twice",
                        "31: " + PROBE + "'class' is missing"),
                row(
                        "narrative:\n      summary: in words\n      criteria:",
                        "narrative: in words\n    probes:",
                        "34: " + INCIDENT + "unknown key 'probes'; did you mean probe? Known keys: " + ENTRY_KEYS,
                        "33: " + INCIDENT + "'narrative' must be a map"));
    }

    private static Stream<Row> criteria() {
        return Stream.of(
                row("- name: starts succeed\n          ", "- ", "36: " + NARRATIVE + "'name' is missing"),
                row("at-least: 0.95", "at-least: 95", "39: " + NARRATIVE + "'at-least' is '95'" + RATE),
                row("at-least: 0.95", "at-least: 1", "39: " + NARRATIVE + "'at-least' is '1'" + RATE),
                row("at-least: 0.95", "at-least: 0", "39: " + NARRATIVE + "'at-least' is '0'" + RATE),
                row("at-least: 0.95", "at-least: most", "39: " + NARRATIVE + "'at-least' is 'most'" + RATE),
                row(
                        "confidence: 0.9",
                        "confidence: 90",
                        "40: " + NARRATIVE
                                + "'confidence' is '90'; allowed: a number above 0 and below 1, such as 0.95"),
                row(
                        "at-least: 0.95",
                        "at-least: \"0.95\"",
                        "39: " + NARRATIVE + "'at-least' is the text '0.95'"
                                + RATE.replace("allowed: ", "allowed: without quotes, ")),
                row(
                        "confidence: 0.9",
                        "confidence: 0.9d",
                        "40: " + NARRATIVE + "'confidence' is the text '0.9d'; allowed: without quotes, a number above"
                                + " 0 and below 1, such as 0.95"),
                row(
                        "trials: 20",
                        "trials: '20'",
                        "41: " + NARRATIVE
                                + "'trials' is the text '20'; allowed: without quotes, a whole number from 1"),
                row("trials: 20", "trials: 0", "41: " + NARRATIVE + "'trials' is '0'; allowed: a whole number from 1"),
                row(
                        "at-least: 0.95",
                        "atleast: 0.95",
                        "39: " + NARRATIVE + "unknown key 'atleast'; did you mean at-least? Known keys: name, horizon,"
                                + " statement, check, at-least, confidence, trials"));
    }

    private static Row row(String line, String instead, String... problems) {
        return new Row(line, instead, List.of(problems));
    }

    private List<String> problems(String yaml) throws IOException {
        var file = Files.writeString(directory.resolve("incidents.yaml"), yaml);
        var config =
                HarnessConfig.of(List.of(new Source("test", Map.of("untilfixed.incidents", file.toString()), true)));
        var refused = catchThrowableOfType(RegistryException.class, () -> Registry.load(config));
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem -> problem.replace(file + ":", ""))
                        .toList();
    }

    record Row(String line, String instead, List<String> problems) {
        @Override
        public String toString() {
            return instead.isEmpty() ? "without" + line.replaceAll("\\s+", " ") : instead.replaceAll("\\s+", " ");
        }
    }
}
