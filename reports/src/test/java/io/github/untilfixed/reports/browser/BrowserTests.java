package io.github.untilfixed.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.allure.AllureResults;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.reports.page.ReportPage;
import io.github.untilfixed.verdict.Verdict;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Opens the pages as a person does who downloaded them: from a folder, in a real browser. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class BrowserTests {

    private static final String ATTACK = "<script>alert('script')</script><img src=x onerror=\"alert('image')\">"
            + "<svg onload=alert('svg')></svg><a href='javascript:alert(1)'>x</a>"
            + "<iframe src='https://example.invalid/'></iframe>{{constructor.constructor('alert(2)')()}}";
    private static final Path ALLURE = Path.of("target/allure-commandline");

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(
                Browser.find().isPresent(),
                "no Chromium on the path, so no page was opened; install it (Debian: apt-get install chromium)");
    }

    @Test
    void theReportPageRunsNothingAsksForNothingAndComplainsOfNothing() throws Exception {
        var page = directory.resolve("report.html");
        var run = hostile();
        Files.writeString(page, ReportPage.of(run, new History(List.of()).with(HistoryLine.of(run)), 21));

        try (var browser = Browser.open(Browser.find().orElseThrow())) {
            var visit = browser.visit(page.toUri());

            assertThat(visit.text()).contains("alert('script')").contains("verdicts are red");
            assertHarmless(visit);
        }
    }

    @Test
    void noWordOfAChartIsCut() throws Exception {
        var page = directory.resolve("report.html");
        var sample = SampleRun.rich();
        sample.test(
                "e2e-staging",
                "GuaranteedConnectionEstablishmentTests",
                "answersThroughOneDoorWithoutARestartWhileTwoRevisionsStart()",
                Verdict.STILL_BROKEN);
        sample.observation(
                "connector-state", 120.0, "ms", Map.of("path", "vpc-connector", "state", "SCALING", "instances", "3"));
        var run = sample.facts();
        Files.writeString(page, ReportPage.of(run, new History(List.of()).with(HistoryLine.of(run)), 21));

        try (var browser = Browser.open(Browser.find().orElseThrow())) {
            browser.visit(page.toUri());
            browser.run(
                    "document.body.append('cut words: ' + [...document.querySelectorAll('svg.chart')].flatMap(chart => "
                            + "[...chart.querySelectorAll('text')].filter(text => { const box = text.getBBox(); return box.x < 0 "
                            + "|| box.x + box.width > chart.viewBox.baseVal.width || box.y + box.height > chart.viewBox.baseVal.height; })"
                            + ".map(text => text.textContent)).join(' | ') + ' end of cut words')");

            assertThat(browser.visited(page.toUri()).text())
                    .containsPattern("cut words:\\s+end of cut words")
                    .contains("GuaranteedConnectionEstablishmentTests,");
        }
    }

    @Test
    void theBrowserOfThisTestSeesWhatAPageRunsAndAsksFor() throws Exception {
        var page = directory.resolve("bad.html");
        Files.writeString(
                page, "<body><script>console.error('bad'); alert('seen')</script><img src='http://127.0.0.1:1/x.png'>");

        try (var browser = Browser.open(Browser.find().orElseThrow())) {
            var visit = browser.visit(page.toUri());

            assertThat(visit.dialogs()).containsExactly("seen");
            assertThat(visit.requests()).containsExactly("http://127.0.0.1:1/x.png");
            assertThat(visit.errors()).isNotEmpty();
        }
    }

    @Test
    void theAllurePageRunsNothingOfATestAndAsksForNothing() throws Exception {
        assumeTrue(Files.isDirectory(ALLURE), ALLURE + " is missing: it is unpacked by the build, not by an editor");
        var run = hostile();
        var results = directory.resolve("results");
        adapterResult(results, run);
        AllureResults.rewrite(run, results, Redactor.of(Map.of()));
        var page = allurePage(results).toUri();

        try (var browser = Browser.open(Browser.find().orElseThrow())) {
            var first = browser.visit(page);
            assertThat(first.text()).contains("UntilFixed").contains("2");
            assertHarmless(first);

            browser.run("location.hash = '#suites'");
            for (int depth = 0; depth < 3; depth++) {
                browser.run(
                        "document.querySelectorAll('.node:not(.node__expanded) > .node__title').forEach(n => n.click())");
            }
            browser.run(
                    "[...document.querySelectorAll('.node__leaf')].find(n => n.innerText.includes('alert')).click()");
            browser.run(
                    "document.querySelectorAll('.attachment-row, .step__title, .pane__section-title').forEach(n => n.click())");
            var visit = browser.visited(page);

            assertThat(visit.text()).contains("FAILED_DIFFERENTLY").contains("‹script›");
            assertHarmless(visit);
        }
    }

    private static void assertHarmless(Browser.Visit visit) {
        assertThat(visit.dialogs()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        assertThat(visit.errors()).isEmpty();
    }

    private static RunFacts hostile() {
        var run = SampleRun.rich();
        run.test(run.record("integration", "T" + ATTACK, "m" + ATTACK, Verdict.FAILED_DIFFERENTLY, ATTACK));
        return run.facts();
    }

    private void adapterResult(Path results, RunFacts run) throws Exception {
        Files.createDirectories(results);
        var test = run.tests().get(run.tests().size() - 1);
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var node = json.createObjectNode()
                .put("uuid", "hostile")
                .put("name", ATTACK)
                .put("description", ATTACK);
        node.put("descriptionHtml", ATTACK)
                .put("historyId", "h")
                .put("start", 1)
                .put("stop", 2);
        node.putArray("labels")
                .addObject()
                .put("name", "junit.platform.uniqueid")
                .put("value", test.id());
        node.putArray("links")
                .addObject()
                .put("name", ATTACK)
                .put("url", "javascript:alert(3)")
                .put("type", "custom");
        node.putArray("parameters").addObject().put("name", ATTACK).put("value", ATTACK);
        var step = node.putArray("steps").addObject().put("name", ATTACK).put("status", "broken");
        step.putArray("attachments")
                .addObject()
                .put("name", ATTACK)
                .put("type", "image/svg+xml")
                .put("source", "x.svg");
        node.putArray("attachments")
                .addObject()
                .put("name", "page")
                .put("type", "text/html")
                .put("source", "x.html");
        Files.writeString(results.resolve("hostile-result.json"), node.toString());
        Files.writeString(results.resolve("x.html"), "<html>" + ATTACK);
        Files.writeString(
                results.resolve("x.svg"), "<svg xmlns='http://www.w3.org/2000/svg' onload=\"alert('file')\"/>");
    }

    private Path allurePage(Path results) throws Exception {
        Path home;
        try (var versions = Files.list(ALLURE)) {
            home = versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        var page = directory.resolve("page");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                home.resolve("lib") + "/*" + File.pathSeparator + home.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--single-file",
                "--output",
                page.toString(),
                results.toString());
        process.environment().put("ALLURE_NO_ANALYTICS", "true");
        var started = process.redirectErrorStream(true)
                .redirectOutput(directory.resolve("allure.log").toFile())
                .start();
        assertThat(started.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.exitValue())
                .as(Files.readString(directory.resolve("allure.log")))
                .isZero();
        return page.resolve("index.html");
    }
}
