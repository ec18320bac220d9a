package io.github.untilfixed.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPageTests {

    @Test
    void hasEveryPartThatTheRunHasFactsFor() throws IOException {
        var page = page(SampleRun.rich().facts());
        // To be looked at by a person.
        Files.createDirectories(Path.of("target/samples"));
        Files.writeString(Path.of("target/samples/report.html"), page);

        assertThat(page)
                .contains("<h2>Verdicts by tier</h2>")
                .contains("<title>Timeline of the run</title>", "fault connector-scaling (configured)", "SCALING")
                .contains("<title>Start-up phases</title>", "75.1 s, wait 75.0 s")
                .contains("<title>Connect times</title>")
                .contains("<title>Sweep over the wait</title>", "<title>Sweep over concurrency</title>")
                .contains("<title>Trend over runs</title>");
    }

    @Test
    void isOneFileWithoutScriptAndWithoutAnAddressThatABrowserWouldFetch() {
        var page = page(SampleRun.rich().facts());

        assertThat(page)
                .doesNotContain("<script", "<iframe", "<link", "<img", " src=", "@import", "javascript:")
                .doesNotContainPattern("url\\((?!#)")
                .contains("default-src &#39;none&#39;");
    }

    @Test
    void saysAtTheTopThatTheRunIsIncomplete() {
        var page = page(SampleRun.incident().planned(9).killed().facts());

        assertThat(page.indexOf("did not end by itself")).isPositive().isLessThan(page.indexOf("class=\"tiles\""));
        assertThat(page).contains("4 of 9 planned tests have no verdict");
    }

    @Test
    void tellsKindsOfVerdictApartByWordsAndPattern() {
        var run = SampleRun.incident();
        run.test("integration", "OtherTests", "fails()", Verdict.FAILED_DIFFERENTLY);
        run.test("integration", "OtherTests", "isSkipped()", Verdict.SKIPPED);
        var page = page(run.facts());

        assertThat(page)
                .contains("class=\"red\"", "class=\"expected\"", "class=\"neutral\"", "class=\"passed\"")
                .contains("id=\"stripes\"", "id=\"crosses\"", "id=\"dots\"")
                .contains("failed differently", "failed as expected", "skipped");
    }

    @Test
    void drawsACrossOnlyForTheStartThatFailedInAPhase() {
        var run = new SampleRun();
        for (var outcome : List.of("ok", "ok", "degraded", "undecided", "failed")) {
            run.observation("startup-phase", 20.0, "ms", Map.of("phase", "DATABASE", "outcome", outcome));
        }
        var page = page(run.test("unit", "T", "m()", Verdict.PASSED).facts());

        assertThat(page.split("class=\"dot\"")).hasSize(5);
        assertThat(page.split("class=\"cross\"")).hasSize(2);
        assertThat(page).contains("<title>1.00 s, undecided</title>", "<title>1.00 s, failed</title>");
    }

    @Test
    void answersCriteriaAsTheUpdateDoesAndLeavesWhatOnlyPeopleCanTellToThem() {
        assertThat(page(SampleRun.rich().facts()))
                .contains("0 met, 1 not met, 1 without enough data, 1 left to people");
    }

    @Test
    void showsEvidenceThatIsTooOldInRed() {
        var run = SampleRun.incident();
        assertThat(page(run.facts()))
                .contains(
                        "each of the 4 expected failures was really seen, the oldest today (limit 21 days, configured)");

        run.test(SampleRun.notStarted(
                run.record("integration", "OldTests", "isSkipped()", Verdict.SKIPPED, "away"), "ABORTED"));
        assertThat(page(run.facts()))
                .contains(
                        "<strong class=\"alarm\">✕ 1 of 5 expected failures were not really seen for more than 21 days");
    }

    @Test
    void opensRedTestsAndLeavesWhatIsAttachedToThemFolded() {
        var run = SampleRun.incident();
        run.test("integration", "OtherTests", "fails()", Verdict.FAILED_DIFFERENTLY);

        assertThat(page(run.facts()))
                .containsOnlyOnce("<details open=\"open\">")
                .contains("<details><summary>attached: staging log</summary><pre>phase=DATABASE");
    }

    @Test
    void showsTextFromATestAsText() {
        var attack = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\" onload=\"alert(3)";
        var sample = new SampleRun();
        sample.test(
                sample.record("integration" + attack, "T" + attack, "m" + attack, Verdict.FAILED_DIFFERENTLY, attack));
        var page = page(sample.facts());

        assertThat(page).doesNotContain("<script", "<img", "\" onload").contains("&lt;script&gt;");
    }

    private static String page(RunFacts run) {
        var earlier = SampleRun.repaired()
                .runId("run-0")
                .startedAt(SampleRun.START.minusSeconds(86_400))
                .facts();
        var history = new History(List.of()).with(HistoryLine.of(earlier)).with(HistoryLine.of(run));
        return ReportPage.of(run, history, 21);
    }
}
