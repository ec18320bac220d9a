package io.github.untilfixed.reports.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import io.github.untilfixed.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueUpdateTests {

    @Test
    void hasEveryKindOfSectionThatThePersonsUpdateHad() {
        assertThat(update(SampleRun.rich().facts()))
                .contains(
                        "## Summary",
                        "## What changed",
                        "## Verdicts by tier",
                        "## Is it the infrastructure?",
                        "## Tests of the incident",
                        "## Evidence",
                        "## Start-up phases",
                        "## Connect times",
                        "## Success criteria",
                        "## How sure are we?",
                        "## Next step",
                        "## How to reproduce",
                        "## Five whys",
                        "## Impact",
                        "## Actions",
                        "## Commands to look at the real infrastructure",
                        "## Recommendations",
                        "## Files and tags");
    }

    @Test
    void showsTheMeasuredDurationBesideTheConfiguredLimitInSimulatedTime() {
        assertThat(update(SampleRun.incident().facts()))
                .contains("| `DATABASE` | 1 | 1 FAILED | 75.1 s | 75.1 s | 75.0 s |")
                .contains("real milliseconds times the time scale of 50");
    }

    @Test
    void attributesFailuresByCountsAndKeepsTheUnattributed() {
        var run = SampleRun.incident();
        run.test("unit", "OtherTests", "fails()", Verdict.FAILED);

        assertThat(update(run.facts()))
                .contains("| symptom of an incident of kind infrastructure | 4 | 5 |")
                .contains("| no known symptom (unattributed) | 1 | 5 |")
                .contains("1 of 2 passed, 2 of them ran their body (measured)")
                .doesNotContainPattern("\\d+ ?% (infra|code)");
    }

    @Test
    void answersCriteriaWithCountsAndBoundsAndTicksNoBoxWithoutACheck() {
        var update = update(SampleRun.rich().facts());

        assertThat(update)
                .contains(
                        "| 0-4 hours | more than 80 % of starts succeed | 3 of 22 | 0.038, at most 0.316 (95 % confidence each) | **not met** |")
                .contains("| 4-24 hours | login to AI response works | 0 of 0 |")
                .contains("| left to people |")
                .contains("- [ ] Look at the connector")
                .doesNotContain("- [x]");
    }

    @Test
    void ticksABoxOnlyWhenItsCheckIsMet() {
        var run = SampleRun.repaired()
                .narrative(SampleRun.rich().journal().run().incidents().get(0).narrative());
        for (int i = 0; i < 14; i++) {
            run.observation("trial", null, null, java.util.Map.of("criterion", "startup-success", "outcome", "ok"));
        }
        assertThat(update(run.facts())).contains("- [x] Start-ups succeed again. (bound to the check startup-success)");
    }

    @Test
    void quotesWhatPeopleWroteAndSaysSo() {
        assertThat(update(SampleRun.rich().facts()))
                .contains(
                        "## Impact\n\nDeclared in the registry, not measured:\n\n> Staging is not available.\n>\n> &#36;500K+ ARR");
    }

    @Test
    void saysWhatChangedAndCallsContradictionsOutAtTheTop() {
        var broken =
                new SampleRun().mode(Mode.POST_FIX).runId("run-2").startedAt(SampleRun.START.plus(Duration.ofHours(3)));
        broken.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);
        var previous = UpdateFile.of(SampleRun.repaired().facts().incidents().get(0));
        var update = update(broken.facts(), Optional.of(previous));

        assertThat(update.indexOf("**Contradiction:** ")).isPositive().isLessThan(update.indexOf("This run's finding"));
        assertThat(update)
                .contains("called the fix validated, and this run finds STILL\\_BROKEN")
                .contains("**1 passed -&gt; still broken**")
                .contains("**3 not in this run any more**");
    }

    @Test
    void saysHowSureOneCanBeInCounts() {
        assertThat(update(SampleRun.incident().facts()))
                .contains("- 4 of 4 tests of the incident ran their body in this run (measured).")
                .contains("- The tests ran against a simulation (environment embedded)")
                .contains("- The symptom was seen in 1 of 1 runs on record")
                .doesNotContain("HIGH");
    }

    @Test
    void tellsHowToRepeatTheRunAndHowToProveTheFix() {
        assertThat(update(SampleRun.incident().facts()))
                .contains(
                        "./mvnw verify -Duntilfixed.fault=connector-scaling -Duntilfixed.environment=embedded -Duntilfixed.time-scale=50")
                .contains("./mvnw verify -Duntilfixed.post-fix=1278 -Duntilfixed.fault=none");
    }

    @Test
    void staysUnderTheLimitOfACommentWhateverTheRunIs() {
        var run = SampleRun.rich();
        for (int i = 0; i < 3_000; i++) {
            run.test("integration", "ManyTests" + i, "fails" + "x".repeat(200) + i + "()", Verdict.FAILED_DIFFERENTLY);
        }
        var update = update(run.facts());

        assertThat(update)
                .hasSizeLessThanOrEqualTo(60_000)
                .contains("Left out to fit the size limit")
                .contains("## Summary");
    }

    @Test
    void isTheSameTextForTheSameJournal() {
        assertThat(update(SampleRun.rich().facts()))
                .isEqualTo(update(SampleRun.rich().facts()));
    }

    private static String update(RunFacts run) {
        return update(run, Optional.empty());
    }

    private static String update(RunFacts run, Optional<UpdateFile> previous) {
        var history = new History(List.of()).with(HistoryLine.of(run));
        var input = new UpdateInput(run.incidents().get(0), previous, history, 21);
        return MarkdownWriter.write(IssueUpdate.of(input), MarkdownWriter.COMMENT_BUDGET);
    }
}
