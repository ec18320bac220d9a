package io.github.untilfixed.reports.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.untilfixed.config.UnexpectedPass;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class CiFilesTests {

    private static SampleRun warning() {
        var run = SampleRun.incident().unexpectedPass(UnexpectedPass.WARN);
        return run.test("integration", "OtherTests", "passes()", Verdict.PASSED_UNEXPECTEDLY);
    }

    private static SampleRun red() {
        var run = SampleRun.incident();
        run.test("integration", "OtherTests", "failsInAnotherWay()", Verdict.FAILED_DIFFERENTLY);
        run.test("integration", "OtherTests", "passes()", Verdict.PASSED_UNEXPECTEDLY);
        return run;
    }

    static Stream<RunFacts> runs() {
        return Stream.of(
                red().facts(),
                SampleRun.rich().facts(),
                SampleRun.incident().planned(9).killed().facts(),
                SampleRun.repaired().facts(),
                new SampleRun().facts());
    }

    private static String junitXml(RunFacts run) throws IOException {
        var text = new StringWriter();
        JunitXml.write(run, text);
        return text.toString();
    }

    private static String ctrf(RunFacts run) throws IOException {
        var text = new StringWriter();
        Ctrf.write(run, text);
        return text.toString();
    }

    @Nested
    class TheAnnotations {

        @Test
        void areEmptyWhenNothingIsRed() {
            assertThat(Annotations.of(SampleRun.incident().facts())).isEmpty();
        }

        @Test
        void showWhatSurprisesMostFirst() {
            assertThat(Annotations.of(red().facts()).lines().toList())
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("::error title=passed unexpectedly%3A OtherTests › passes::"),
                            second -> assertThat(second).startsWith("::error title=failed differently%3A"));
        }

        @Test
        void warnOfAnUnexpectedPassThatFailsNoBuild() {
            assertThat(Annotations.of(warning().facts()))
                    .startsWith("::warning title=passed unexpectedly%3A OtherTests › passes::");
        }

        @Test
        void areAtMostTenAndTheLastSaysHowManyThereAreMore() {
            var run = new SampleRun();
            for (int i = 0; i < 25; i++) {
                run.test("unit", "ManyTests", "fails" + i + "()", Verdict.FAILED);
            }
            var lines = Annotations.of(run.facts()).lines().toList();
            assertThat(lines).hasSize(10);
            assertThat(lines.get(9)).contains("16 more");
        }

        @Test
        void letNoTextOfATestGiveTheRunnerOrders() {
            var run = new SampleRun();
            run.test(run.record(
                    "unit", "T", "m()", Verdict.FAILED, "x\n::stop-commands::y\r\n::set-output name=a::b%0A"));

            assertThat(Annotations.of(run.facts()).lines())
                    .singleElement()
                    .asString()
                    .contains("%0A::stop-commands::y");
        }
    }

    @Nested
    class TheJunitXml {

        @Test
        void showsTheReasonOfAnExpectedFailureWhereReportersLook() throws Exception {
            var root = parse(junitXml(red().facts()));
            var skipped = (Element) root.getElementsByTagName("skipped").item(0);

            assertThat(skipped.getAttribute("type")).isEqualTo("FAILED_AS_EXPECTED");
            assertThat(skipped.getAttribute("message")).contains("the pool timed out waiting for the database");
            assertThat(root.getAttribute("tests")).isEqualTo("7");
            assertThat(root.getAttribute("failures")).isEqualTo("2");
            assertThat(root.getAttribute("skipped")).isEqualTo("4");
            assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(7);
        }

        @Test
        void callsAnUnexpectedPassThatOnlyWarnsNoFailureAndKeepsItsReason() throws Exception {
            var root = parse(junitXml(warning().facts()));
            var skipped = root.getElementsByTagName("skipped");

            assertThat(root.getAttribute("failures")).isEqualTo("0");
            assertThat(IntStream.range(0, skipped.getLength())
                            .mapToObj(i -> ((Element) skipped.item(i)).getAttribute("message")))
                    .hasSize(5)
                    .anyMatch(message -> message.startsWith("PASSED_UNEXPECTEDLY: "));
        }

        @Test
        void hasAnErrorForEachThingThatMakesTheRunIncomplete() throws Exception {
            var run = SampleRun.incident().planned(9).killed().facts();
            var root = parse(junitXml(run));
            var errors = root.getElementsByTagName("error");

            assertThat(root.getAttribute("errors")).isEqualTo("2");
            assertThat(root.getAttribute("tests")).isEqualTo("7");
            assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(7);
            assertThat(IntStream.range(0, errors.getLength())
                            .mapToObj(i -> ((Element) errors.item(i)).getAttribute("message")))
                    .isEqualTo(run.alarms());
        }

        @Test
        void isWellFormedWhateverATestIsCalled() throws Exception {
            var run = new SampleRun();
            var hostile = "]]>\u0000\u0007<x a=\"&\">\uD800 \uFFFE";
            run.test(run.record("unit", "T" + hostile, hostile, Verdict.FAILED, hostile));

            assertThat(parse(junitXml(run.facts()))
                            .getElementsByTagName("failure")
                            .getLength())
                    .isEqualTo(1);
        }

        @Test
        void givesEveryCaseAnotherName() throws Exception {
            var run = new SampleRun();
            run.test("unit", "T", "same()", Verdict.PASSED);
            run.test("unit", "T", "same()", Verdict.PASSED);
            var cases = parse(junitXml(run.facts())).getElementsByTagName("testcase");

            assertThat(((Element) cases.item(1)).getAttribute("name")).isEqualTo("same() #2");
        }

        private static Element parse(String xml) throws Exception {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        }
    }

    @Nested
    class TheCtrf {

        @ParameterizedTest
        @MethodSource("io.github.untilfixed.reports.ci.CiFilesTests#runs")
        void followsTheSchemaOfItsFormat(RunFacts run) throws Exception {
            assertThat(schema().validate(new ObjectMapper().readTree(ctrf(run))))
                    .isEmpty();
        }

        @Test
        void isHeldToASchemaThatRefusesWhatIsWrong() throws Exception {
            var wrong = ctrf(red().facts()).replace("\"status\":\"other\"", "\"status\":\"expected\"");

            assertThat(schema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
        }

        /** A copy of the file in the npm package ctrf 0.3.0. */
        private static JsonSchema schema() throws IOException {
            try (var text = CiFilesTests.class.getResourceAsStream("ctrf-schema-0.0.json")) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
            }
        }

        @Test
        void callsAnUnexpectedPassThatOnlyWarnsNoFailure() throws Exception {
            var results = new ObjectMapper().readTree(ctrf(warning().facts())).path("results");

            assertThat(results.path("summary").path("failed").asInt()).isZero();
            assertThat(results.path("summary").path("other").asInt()).isEqualTo(5);
        }

        @Test
        void keepsOurVerdictBesideTheStatusThatEverybodyKnows() throws Exception {
            var results = new ObjectMapper().readTree(ctrf(red().facts())).path("results");

            assertThat(results.path("summary").path("tests").asInt()).isEqualTo(7);
            assertThat(results.path("summary").path("other").asInt()).isEqualTo(4);
            assertThat(results.path("summary").path("failed").asInt()).isEqualTo(2);
            assertThat(results.path("tests").get(1).path("status").asText()).isEqualTo("other");
            assertThat(results.path("tests").get(1).path("rawStatus").asText()).isEqualTo("FAILED_AS_EXPECTED");
            assertThat(results.path("tests")
                            .get(1)
                            .path("extra")
                            .path("incident")
                            .asText())
                    .isEqualTo("1278");
        }
    }

    @Nested
    class TheMetrics {

        /** The lines of the text format of OpenMetrics 1.0, as far as this file uses them. */
        private static final String LINE = "# (TYPE [a-z_]+ (gauge|counter|histogram)|HELP [a-z_]+ [^\n]+|EOF)"
                + "|[a-z_]+(\\{[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\"\\\\n])*\"(,[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\"\\\\n])*\")*})? [0-9.]+";

        @Test
        void areLinesOfTheFormatWhateverAPhaseIsCalled() {
            var run = SampleRun.rich();
            run.observation(
                    "startup-phase",
                    1.0,
                    "ms",
                    Map.of("phase", "a\"b\\c\nd{e=\"f\"} 1", "outcome", "ok", "start", "1"));
            var metrics = OpenMetrics.of(run.facts());

            assertThat(metrics).endsWith("# EOF\n");
            assertThat(metrics.lines()).allMatch(line -> line.matches(LINE)).doesNotHaveDuplicates();
        }

        @Test
        void countTestsAndMeasurePhasesInSimulatedSeconds() {
            assertThat(OpenMetrics.of(SampleRun.incident().facts()).lines())
                    .contains(
                            "untilfixed_tests{tier=\"integration\",verdict=\"FAILED_AS_EXPECTED\"} 2",
                            "expected_failures_open{incident=\"1278\"} 4",
                            "startup_phase_seconds_bucket{phase=\"DATABASE\",le=\"75\"} 0",
                            "startup_phase_seconds_bucket{phase=\"DATABASE\",le=\"+Inf\"} 1",
                            "startup_phase_seconds_sum{phase=\"DATABASE\"} 75.100000",
                            "# EOF");
        }

        @Test
        void countATestOfTwoIncidentsForTheOneWhoseSymptomItShowed() {
            var run = SampleRun.incident();
            var test = run.record("integration", "BothTests", "works()", Verdict.FAILED_AS_EXPECTED, "of the other");
            run.test(SampleRun.showing(test, "1301", test.symptom()));

            assertThat(OpenMetrics.of(run.facts()).lines()).contains("expected_failures_open{incident=\"1278\"} 4");
        }

        @Test
        void sayWhichStartsHaveAnExitCode() {
            var run = SampleRun.incident();
            run.observation("startup", 75.0, "ms", Map.of("exit-code", "3"));

            assertThat(OpenMetrics.of(run.facts()).lines())
                    .contains("startup_attempts_total{exit_code=\"3\"} 1")
                    .contains("# HELP startup_attempts Starts by the platform, by exit code. "
                            + "Starts by a test are in startup_phase_outcomes only.");
        }
    }
}
