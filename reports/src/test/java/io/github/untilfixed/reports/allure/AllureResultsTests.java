package io.github.untilfixed.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.Addresses;
import io.github.untilfixed.reports.facts.Leg;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.intake.Intake;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTests {

    private static final Redactor REDACTOR = Redactor.of(Map.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory = Path.of("");

    @TempDir
    private Path journals = Path.of("");

    @Test
    void writesOneResultForEachTestOfTheJournalEvenWhenTheAdapterWroteNone() throws IOException {
        AllureResults.rewrite(SampleRun.incident().facts(), directory, REDACTOR);

        assertThat(results()).hasSize(5);
        assertThat(results())
                .extracting(result -> label(result, "tier"))
                .contains("unit", "integration", "e2e-staging");
    }

    @Test
    void putsTheAdaptersResultUnderTheJournalsVerdictAndKeepsItsSteps() throws IOException {
        var run = SampleRun.incident().facts();
        adapter("a", run.tests().get(1).id(), "skipped", ",\"steps\":[{\"name\":\"connect\",\"status\":\"passed\"}]");

        AllureResults.rewrite(run, directory, REDACTOR);

        var result = JSON.readTree(directory.resolve("a-result.json").toFile());
        assertThat(result.path("statusDetails").path("message").asText()).startsWith("FAILED_AS_EXPECTED [1278] ");
        assertThat(result.path("steps").get(0).path("name").asText()).isEqualTo("connect");
        assertThat(result.path("start").asLong())
                .isEqualTo(SampleRun.START.plusSeconds(1).toEpochMilli());
        assertThat(result.path("stop").asLong() - result.path("start").asLong()).isEqualTo(1_504);
        assertThat(label(result, "incident")).isEqualTo("1278");
        assertThat(label(result, "verdict")).isEqualTo("FAILED_AS_EXPECTED");
        assertThat(label(result, "mode")).isEqualTo("incident");
        assertThat(result.path("links").get(0).path("url").asText())
                .isEqualTo("https://github.com/netra-systems/netra-apex/issues/1278");
        assertThat(results()).hasSize(5);
    }

    @Test
    void dropsTheOneResultThatStandsForAFailedClassAndKeepsOneForEachOfItsTests() throws IOException {
        var run = SampleRun.incident().facts();
        adapter("class", "[engine:untilfixed]/[class:Nobody]", "broken", "");

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(directory.resolve("class-result.json")).doesNotExist();
        assertThat(results()).hasSize(5);
    }

    @Test
    void keepsOnlyTheLastOfSeveralResultsOfOneTest() throws IOException {
        var run = SampleRun.incident().facts();
        adapter("first", run.tests().get(1).id(), "broken", ",\"stop\":1");
        adapter("second", run.tests().get(1).id(), "broken", ",\"stop\":2");

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(directory.resolve("first-result.json")).doesNotExist();
        assertThat(directory.resolve("second-result.json")).exists();
        assertThat(results()).hasSize(5);
    }

    @Test
    void changesNothingWhenItIsDoneTwice() throws IOException {
        var run = SampleRun.incident().facts();
        adapter("a", run.tests().get(1).id(), "skipped", "");
        AllureResults.rewrite(run, directory, REDACTOR);
        var once = contents();

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(contents()).isEqualTo(once);
    }

    @Test
    void attachesTheEvidenceAsPlainText() throws IOException {
        AllureResults.rewrite(SampleRun.incident().facts(), directory, REDACTOR);

        var attachment = results().stream()
                .filter(result -> label(result, "verdict").equals("FAILED_AS_EXPECTED"))
                .findFirst()
                .orElseThrow()
                .path("attachments")
                .get(0);
        assertThat(attachment.path("name").asText()).isEqualTo("staging log");
        assertThat(attachment.path("type").asText()).isEqualTo("text/plain");
        assertThat(directory.resolve(attachment.path("source").asText()))
                .hasContent("phase=DATABASE outcome=FAILED\nexit 3");
    }

    @Test
    void leavesNothingThatAPageWouldRun() throws IOException {
        var sample = new SampleRun();
        var attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        sample.test(sample.record("integration", "T" + attack, "m" + attack, Verdict.FAILED_DIFFERENTLY, attack));
        var run = sample.facts();
        adapter(
                "a",
                run.tests().get(0).id(),
                "broken",
                ",\"descriptionHtml\":\"" + attack + "\",\"links\":[{\"name\":\"x\",\"url\":\"javascript:alert(3)\"}]"
                        + ",\"steps\":[{\"name\":\"" + attack + "\",\"attachments\":[{\"name\":\"page\","
                        + "\"type\":\"text/html\",\"source\":\"x-attachment.html\"}]}]");
        Files.writeString(directory.resolve("x-attachment.html"), attack);

        AllureResults.rewrite(run, directory, REDACTOR);

        var result = Files.readString(directory.resolve("a-result.json"));
        assertThat(result.replace(quoted(run.tests().get(0).id()), ""))
                .doesNotContain("<img", "<script", "javascript:");
        assertThat(result).contains("x-attachment.html.txt").doesNotContain("text/html");
        assertThat(directory.resolve("x-attachment.html")).doesNotExist();
    }

    @Test
    void leavesNothingInAnyFieldOfAResultOrAFixture() throws IOException {
        var run = SampleRun.incident().facts();
        var attack = "<script>alert(1)</script>";
        var secret = "password=hunter2-Xy7";
        var text = "\"" + attack + " " + secret + "\"";
        adapter(
                "a",
                run.tests().get(1).id(),
                "broken",
                ",\"steps\":[{\"name\":\"s\",\"description\":" + text + ",\"statusDetails\":{\"actual\":" + text
                        + "}}],\"links\":[{\"name\":\"x\",\"url\":\"https://u:hunter2-Xy7@host/\"}],\"titlePath\":"
                        + text + ",\"more\":{\"deep\":[{\"er\":" + text + "}]}");
        Files.writeString(
                directory.resolve("c-container.json"),
                "{\"uuid\":\"c\",\"name\":" + text + ",\"befores\":[{\"name\":" + text + ",\"description\":" + text
                        + "}]}");

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(contents().values())
                .noneMatch(content -> content.contains("<script") || content.contains("hunter2-Xy7"));
        assertThat(contents().get("a-result.json")).contains("‹script›", "***(password,11)");
    }

    @Test
    void namesTheRunOfTheCiServerAsTheExecutor() throws IOException {
        var where = new Addresses(URI.create("https://ci.example/runs/7"), URI.create("https://pages.example/x/"));
        AllureResults.rewrite(SampleRun.incident().facts().seenAt(where), directory, REDACTOR);

        assertThat(contents().get("executor.json"))
                .contains("\"buildUrl\" : \"https://ci.example/runs/7\"")
                .contains("\"reportUrl\" : \"https://pages.example/x/allure/\"");
    }

    @Test
    void givesEveryIncidentACategoryThatItsExpectedFailuresMatch() throws IOException {
        AllureResults.rewrite(SampleRun.incident().facts(), directory, REDACTOR);

        var categories = JSON.readTree(directory.resolve("categories.json").toFile());
        var expected = StreamSupport.stream(categories.spliterator(), false)
                .filter(category -> category.path("name").asText().startsWith("Expected until incident 1278"))
                .findFirst()
                .orElseThrow();
        assertThat(results())
                .filteredOn(result -> label(result, "verdict").equals("FAILED_AS_EXPECTED"))
                .hasSize(4)
                .allSatisfy(result -> assertThat(
                                result.path("statusDetails").path("message").asText())
                        .matches(expected.path("messageRegex").asText()));
    }

    @Test
    void makesASecondDirectoryInWhichExpectedFailuresAreKnownAndLeavesTheFirstAlone() throws IOException {
        var run = SampleRun.incident().facts();
        var source = Files.createDirectories(directory.resolve("source"));
        Files.writeString(source.resolve("environment.properties"), "untouched");

        AllureResults.copyForAllure3(run, source, directory, REDACTOR);

        assertThat(results())
                .filteredOn(result -> label(result, "verdict").equals("FAILED_AS_EXPECTED"))
                .hasSize(4)
                .allSatisfy(result -> {
                    assertThat(result.path("status").asText()).isEqualTo("broken");
                    assertThat(result.path("statusDetails").path("known").asBoolean())
                            .isTrue();
                });
        assertThat(directory.resolve("allurerc.json")).content().contains("\"singleFile\" : true");
        assertThat(source.resolve("environment.properties")).hasContent("untouched");
    }

    @Test
    void saysInTheEnvironmentThatTheRunIsIncomplete() throws IOException {
        AllureResults.rewrite(SampleRun.incident().killed().facts(), directory, REDACTOR);

        assertThat(directory.resolve("environment.properties"))
                .content()
                .contains("Complete=NO\\: The run did not end");
    }

    @Test
    void givesEachLegOfATestTheResultThatStartedWithIt() throws IOException {
        var run = legs();
        var id = Leg.without(run.tests().get(0).id());
        adapter("later", id, "passed", started(61_003, "on 25"));
        adapter("earlier", id, "passed", started(2, "on 17"));

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(results()).hasSize(2);
        assertThat(results())
                .extracting(result -> result.path("name").asText() + ": "
                        + result.path("steps").get(0).path("name").asText())
                .containsExactlyInAnyOrder("works() (java 17): on 17", "works() (java 25): on 25");
        // With one history the page would show the first as an earlier attempt of the second.
        assertThat(results())
                .extracting(result -> result.path("historyId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void deletesNoResultOfALegThatStartedAtTheTimeOfTheOther() throws IOException {
        var run = legs();
        var id = Leg.without(run.tests().get(0).id());
        adapter("one", id, "passed", started(4, "one"));
        adapter("other", id, "passed", started(2, "other"));
        AllureResults.rewrite(run, directory, REDACTOR);
        var once = contents();

        AllureResults.rewrite(run, directory, REDACTOR);

        assertThat(results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.path("steps")).hasSize(1));
        assertThat(contents()).isEqualTo(once);
    }

    private RunFacts legs() throws IOException {
        var shards = new ArrayList<Path>();
        for (var java : List.of("17.0.15", "25.0.1")) {
            var leg = new SampleRun()
                    .runId(java)
                    .platform(Map.of("java", java))
                    .startedAt(SampleRun.START.plusSeconds(java.equals("25.0.1") ? 61 : 0));
            leg.test("unit", "SomeTests", "works()", Verdict.PASSED);
            shards.add(leg.writeTo(journals.resolve(java + ".jsonl")));
        }
        return Intake.read(shards, 2, REDACTOR);
    }

    private static String started(int millis, String step) {
        long start = SampleRun.START.toEpochMilli() + millis;
        return ",\"start\":" + start + ",\"stop\":" + (start + 9) + ",\"steps\":[{\"name\":\"" + step + "\"}]";
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void adapter(String uuid, String id, String status, String more) throws IOException {
        Files.writeString(
                directory.resolve(uuid + "-result.json"),
                "{\"uuid\":\"" + uuid + "\",\"historyId\":\"h\",\"status\":\"" + status
                        + "\",\"labels\":[{\"name\":\"junit.platform.uniqueid\",\"value\":" + quoted(id) + "}]" + more
                        + "}");
    }

    private List<JsonNode> results() throws IOException {
        try (var files = Files.list(directory)) {
            var results = files.filter(file -> file.toString().endsWith("-result.json"))
                    .sorted()
                    .toList();
            var nodes = new java.util.ArrayList<JsonNode>();
            for (var file : results) {
                nodes.add(JSON.readTree(file.toFile()));
            }
            return nodes;
        }
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String label(JsonNode result, String name) {
        return StreamSupport.stream(result.path("labels").spliterator(), false)
                .filter(label -> label.path("name").asText().equals(name))
                .map(label -> label.path("value").asText())
                .collect(Collectors.joining(","));
    }
}
