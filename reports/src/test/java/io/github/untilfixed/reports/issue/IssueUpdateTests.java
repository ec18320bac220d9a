package io.github.untilfixed.reports.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.Addresses;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import io.github.untilfixed.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueUpdateTests {

    @Test
    void hasEveryKindOfSectionThatThePersonsUpdateHad() {
        assertThat(update(SampleRun.rich().facts()))
                .containsSubsequence(
                        "**Next step:**",
                        "## Summary",
                        "## What changed",
                        "## Verdicts by tier",
                        "## Tests of the incident",
                        "## Evidence",
                        "## Start-up phases",
                        "## Connect times",
                        "## Connector states",
                        "## Sweeps",
                        "## Is it the infrastructure?",
                        "## Success criteria",
                        "## How sure are we?",
                        "## Five whys",
                        "## Impact",
                        "## Actions",
                        "## Commands to look at the real infrastructure",
                        "## Recommendations",
                        "## What would prove the fix",
                        "## How to reproduce",
                        "## Files and tags");
    }

    @Test
    void showsTheMeasuredDurationBesideTheConfiguredLimitInSimulatedTime() {
        assertThat(update(SampleRun.incident().facts()))
                .contains("| `DATABASE` | 1 | 1 FAILED | 75.1 s | 75.1 s | 75.0 s |")
                .contains("real milliseconds times the time scale of 50");
    }

    @Test
    void tellsConnectTimesBySettingAndNotByTheNameOfAPath() {
        var run = SampleRun.incident();
        for (int i = 0; i < 10; i++) {
            run.observation("connect-time", 800.0 + i, "ms", attempt("vpc-" + i, "10", "800", "timeout"));
        }
        run.observation("connect-time", 20.0, "ms", attempt("vpc-77", "1", "700", "ok"));
        run.observation("sweep-wait", 1_077.0, "ms", attempt("vpc-78", "1", "1500", "ok"));

        assertThat(update(run.facts()))
                .contains("| 1 at once | 35.0 s | ok | 1 | 1.00 s | 1.00 s | - |")
                .contains("| 10 at once | 40.0 s | timeout | 10 | 40.3 s | 40.5 s | - |")
                .contains("| 1 at once | 75.0 s | ok | 1 | 53.9 s | 53.9 s | - |")
                .doesNotContain("vpc-77");
    }

    @Test
    void tellsRealTimeApartAndTimesByOutcome() {
        var run = SampleRun.incident();
        for (int i = 0; i < 3; i++) {
            var silent = new HashMap<>(attempt("vpc-1", "4", "700", "timeout"));
            silent.put("control-millis", "120.25");
            silent.put("listening-millis", "150.5");
            run.observation("connect-time", 971.0, "ms", silent);
        }
        var came = new HashMap<>(attempt("vpc-1", "4", "700", "ok"));
        came.put("control-millis", "120.25");
        run.observation("connect-time", 320.25, "ms", came);
        run.observation("measurement-forgotten", 812.0, "ms", Map.of("what", "storm"));
        run.observation("vpc-path", null, null, Map.of("path", "vpc-1", "approximate", "true"));
        run.observation("vpc-path", null, null, Map.of("path", "vpc-2", "approximate", "false"));

        assertThat(update(run.facts()))
                .contains("| 4 at once | 35.0 s | ok | 1 | 10.0 s | 10.0 s | 120 ms |")
                .contains("| 4 at once | 35.0 s | timeout | 3 | 35.0 s | 35.0 s | 271 ms |")
                .contains("made again, whatever became of them")
                .contains("1, the slowest 812 ms of real time")
                .contains("lacks the types of its fault on 1 of 2 paths");
    }

    @Test
    void showsWhenTheConnectorChangedItsStateUnderLoad() {
        var run = SampleRun.incident();
        run.observation(
                "connector-state",
                120.0,
                "ms",
                Map.of("path", "vpc-9", "state", "SCALING", "instances", "3", "bound-by", "connections"));

        assertThat(update(run.facts())).contains("| `vpc-9` | 6.00 s | `SCALING` | 3 | connections | measured |");
    }

    @Test
    void callsAStateThatAModelComputedModelledWhereverTheTestsRan() {
        assertThat(update(SampleRun.rich().environment("remote").facts()))
                .contains("| `vpc-connector` | 0 ms | `SCALING` | 3 |  | modelled, profile staging |")
                .contains(
                        "What is modelled was computed from the load that a test put on its path, and no connector was asked.")
                .doesNotContain("State (measured)");
    }

    @Test
    void takesNoTestThatRunsOnlyAfterTheFlipForEvidenceThatIsMissing() {
        var run = SampleRun.incident();
        var test = run.record("e2e-staging", "CriteriaTests", "starts()", Verdict.SKIPPED, "only after the flip");
        run.test(SampleRun.notStarted(test, TestRecord.POST_FIX_ONLY));

        run.test("infrastructure", "GatedTests", "isGated()", Verdict.GATED);

        assertThat(update(run.facts()))
                .contains("4 failed as expected, 1 skipped (run only after the flip), 1 gated.")
                .contains("- 4 of 5 tests that must fail were really seen failing");
    }

    @Test
    void tellsNobodyToCloseAnIncidentWhoseCriteriaAreNotMet() {
        var narrative = SampleRun.rich().journal().run().incidents().get(0).narrative();

        assertThat(update(SampleRun.repaired()
                        .environment("remote")
                        .narrative(narrative)
                        .facts()))
                .contains("fix validated: every test of it passed")
                .contains(
                        "Do not close it yet. Its 3 success criteria: 0 met, 0 not met, 2 without enough data, 1 left to people.")
                .contains("14 of 14 trials of startup-success succeed, or more trials when one of them fails")
                .contains("each of 20 trials or more of golden-path succeeds");
        assertThat(update(SampleRun.repaired().environment("remote").facts()))
                .contains("Close incident 1278 in the registry");
    }

    @Test
    void tellsAProofFromAPassInTheSimulation() {
        assertThat(update(SampleRun.repaired().facts()))
                .contains("fix validated in the simulation: every test of it passed")
                .contains(
                        "**Next step:** Now run against staging with `-Duntilfixed.post-fix=1278` `-Duntilfixed.environment=remote`")
                .doesNotContain("Close incident");
        assertThat(update(SampleRun.repaired()
                        .environment("remote")
                        .faults("route-cut")
                        .facts()))
                .contains("fix validated with the injected fault route-cut: every test of it passed")
                .contains("**Next step:** Run again with `-Duntilfixed.fault=none`")
                .contains("- The tests ran against the real database, with the injected fault route-cut (configured)");
        assertThat(update(SampleRun.repaired().environment("remote").facts()))
                .contains("- The tests ran against the real environment. The run injected no fault (configured)");
        assertThat(update(SampleRun.repaired().declaredFault(null).facts()))
                .contains("fix validated: every test of it passed")
                .contains("- No environment of the harness was used in this run");
    }

    @Test
    void tellsNobodyToCloseAnIncidentAfterOneTier() {
        var run = SampleRun.repaired().environment("remote");

        assertThat(update(run.tier("integration").facts()))
                .contains("fix validated in tier integration only: every test of it passed")
                .contains("**Next step:** Run all tiers: this run selected tier integration only")
                .doesNotContain("Close incident", "fix validated:");
        assertThat(update(run.tier("all").facts())).contains("Close incident 1278 in the registry");
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
                        "| 0-4 hours | more than 80 % of starts succeed | 3 of 22 | 0.038, at most 0.316 (95 % confidence each) | **✕ not met** |")
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
            run.observation("trial", null, null, Map.of("criterion", "startup-success", "outcome", "ok"));
        }
        assertThat(update(run.facts()))
                .contains(
                        "- [ ] Start-ups succeed again. (bound to the check startup-success, met in the simulation only)")
                .contains("| **met in the simulation** |");
        assertThat(update(run.environment("remote").facts()))
                .contains("- [x] Start-ups succeed again. (bound to the check startup-success)")
                .contains("| **met** |");
        assertThat(update(run.killed().facts()))
                .contains("- [ ] Start-ups succeed again. (bound to the check startup-success)")
                .contains("| 14 of 14 |", "| not known: the run is incomplete |")
                .contains("0 met, 0 not met, 2 without enough data, 1 left to people");
    }

    @Test
    void showsNoBoundThatTheTrialsDoNotShowAndTheConfidenceAsDeclared() {
        var run = SampleRun.repaired().narrative(criterion(Map.of("at-least", 0.95)));
        for (int i = 0; i < 58; i++) {
            run.observation("trial", null, null, Map.of("criterion", "starts", "outcome", "ok"));
        }
        assertThat(update(run.facts()))
                .contains("| 58 of 58 | 0.949, at most 1.000 (95 % confidence each) | not enough");

        run.narrative(criterion(Map.of("at-least", 0.9, "confidence", 0.999)));
        assertThat(update(run.facts())).contains("(99.9 % confidence each)", "(exact, 99.9 % confidence)");
    }

    @Test
    void asksForAsManyTrialsAsAreDeclaredToProveTheFix() {
        var run = SampleRun.repaired();

        assertThat(update(run.narrative(criterion(Map.of("at-least", 0.95, "trials", 70)))
                        .facts()))
                .contains("70 of 70 trials of starts succeed, or more trials when one of them fails");
        assertThat(update(run.narrative(criterion(Map.of("at-least", 0.95, "trials", 100)))
                        .facts()))
                .contains("at least 99 of 100 trials of starts succeed, or more trials when more of them fail");
    }

    @Test
    void speaksOfOneTestInTheSingular() {
        var run = new SampleRun().narrative(criterion(Map.of("trials", 2)));
        run.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.FAILED_AS_EXPECTED);
        var previous = new SampleRun().runId("run-0");
        previous.test("integration", "PoolTests", "opensTwentyConnections()", Verdict.FAILED_AS_EXPECTED);

        assertThat(update(
                        run.facts(),
                        Optional.of(UpdateFile.of(previous.facts().incidents().get(0)))))
                .contains(
                        "The one test of the incident passing after the flip against the real staging, and 1 success criterion met",
                        "The one test that names the incident passes after the flip",
                        "Of 1 test of the run, 1 failed (measured), with 1 known symptom.",
                        "Of 1 success criterion (declared), 0 met",
                        "**What changed?** 1 test is new, 1 test is gone.",
                        "1 test in all.")
                .doesNotContain("1 tests of the run", "Its 1 success criteria", "All 1", "the 1 ");
        assertThat(update(repairedWith(Map.of("trials", 2)).facts())).contains("Its 1 success criterion: 0 met");
    }

    private static SampleRun repairedWith(Map<String, Object> declared) {
        return SampleRun.repaired().environment("remote").narrative(criterion(declared));
    }

    private static Map<String, Object> criterion(Map<String, Object> declared) {
        var criterion = new HashMap<>(declared);
        criterion.put("name", "start-ups");
        criterion.put("check", "starts");
        return Map.of("criteria", List.of(criterion));
    }

    @Test
    void neverCallsACriterionMetBesideAFailedTrialOrWithFewerTrialsThanDeclared() {
        var narrative = SampleRun.rich().journal().run().incidents().get(0).narrative();
        var run = SampleRun.repaired().narrative(narrative);
        for (int i = 0; i < 6; i++) {
            run.observation("trial", null, null, Map.of("criterion", "golden-path", "outcome", "ok"));
        }
        assertThat(update(run.facts()))
                .contains("| 6 of 6 |")
                .contains("not enough data, 20 trials needed if none fails from now on");

        run.observation("trial", null, null, Map.of("criterion", "golden-path", "outcome", "failed"));
        assertThat(update(run.facts()))
                .contains("| 4-24 hours | login to AI response works | 6 of 7 |")
                .contains("**✕ not met**");
    }

    @Test
    void quotesWhatPeopleWroteAndSaysSo() {
        assertThat(update(SampleRun.rich().facts()))
                .contains(
                        "## Impact\n\nDeclared in the registry, not measured:\n\n> Staging is not available.\n>\n> &#36;500K+ ARR");
    }

    @Test
    void saysWhatChangedAndCallsContradictionsOutAtTheTop() {
        var broken = new SampleRun()
                .mode(Mode.POST_FIX)
                .faults()
                .runId("run-2")
                .startedAt(SampleRun.START.plus(Duration.ofHours(3)));
        broken.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);
        var previous = UpdateFile.of(SampleRun.repaired().facts().incidents().get(0));
        var update = update(broken.facts(), Optional.of(previous));

        assertThat(update.indexOf("**Contradiction:** ")).isPositive().isLessThan(update.indexOf("This run's finding"));
        assertThat(update)
                .contains("called the fix validated, and this run finds: still broken: the fix is claimed")
                .contains(
                        "The finding was **fix validated in the simulation: every test of it passed** and is now **still")
                .contains("**1 passed → still broken**")
                .contains("**3 not in this run any more**: `PoolTests › opensTwentyConnections`");
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
                .containsSubsequence(
                        "## What would prove the fix",
                        "./mvnw verify -Duntilfixed.post-fix=1278 -Duntilfixed.environment=remote -Duntilfixed.fault=none",
                        "-Duntilfixed.remote.jdbc-url=",
                        "-Duntilfixed.remote.allowed-hosts=",
                        "No proof, and the same with whatever was repaired or not",
                        "./mvnw verify -Duntilfixed.post-fix=1278 -Duntilfixed.fault=none -Duntilfixed.environment=embedded");
        assertThat(update(SampleRun.repaired().environment("remote").facts()))
                .contains("-Duntilfixed.environment=remote -Duntilfixed.fault=none")
                .doesNotContain("-Duntilfixed.environment=embedded", "No proof");
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
                .contains(" more tests are in the journal.")
                .contains("## Summary", "## Five whys")
                .doesNotContain("Left out");
    }

    @Test
    void staysUnderTheLimitWhenWhatIsNeverLeftOutIsTooLong() {
        var run = SampleRun.incident()
                .narrative(
                        Map.of("summary", "s".repeat(70_000), "criteria", List.of(Map.of("name", "n".repeat(70_000)))))
                .problems("p".repeat(70_000), "q".repeat(70_000));
        run.test("integration", "T" + "t".repeat(70_000), "m()", Verdict.FAILED_DIFFERENTLY);

        assertThat(update(run.facts()))
                .hasSizeLessThanOrEqualTo(60_000)
                .contains("Left out to fit the size limit, whole sections only: ", "Summary")
                .contains("Problem of the run: ppp", "Problem of the run: qqq")
                .contains("This run's finding: ");
    }

    @Test
    void warnsAtTheTopOfEvidenceThatIsOld() {
        var run = SampleRun.incident();
        run.test(SampleRun.notStarted(
                run.record("integration", "OldTests", "isSkipped()", Verdict.SKIPPED, "away"), "ABORTED"));
        var update = update(run.facts());

        assertThat(update.indexOf("**Old evidence:** 1 of 5 expected failures were not really seen for more than 21"))
                .isPositive()
                .isLessThan(update.indexOf("This run's finding"));
    }

    @Test
    void linksToTheRunAndToWhereItsPagesArePublished() {
        var where =
                new Addresses(URI.create("https://ci.example/runs/7"), URI.create("https://pages.example/untilfixed"));
        var run = SampleRun.rich().facts();

        assertThat(update(run.seenAt(where)))
                .contains("| Run | `run-1`, [CI run](<https://ci.example/runs/7>) |")
                .contains("[published](<https://pages.example/untilfixed>)")
                .contains("[published](<https://pages.example/untilfixed/allure/>)");
        assertThat(update(run)).doesNotContain("[CI run]", "[published]");
    }

    @Test
    void answersInItsSummaryWhatPeopleAskFirst() {
        var update = update(
                SampleRun.rich().facts(),
                Optional.of(UpdateFile.of(
                        SampleRun.incident().runId("run-0").facts().incidents().get(0))));
        var summary = update.substring(update.indexOf("## Summary"), update.indexOf("## What changed"));

        assertThat(summary)
                .contains("Of the 5 tests that name incident 1278, 5 failed as expected.")
                .contains(
                        "first seen by a run on record on 2026-11-23 20:00:00 UTC (measured). It is open since 2025-09-15")
                .contains(
                        "**Is it the infrastructure?** 5 of 5 failed tests of the run showed a symptom of an infrastructure incident")
                .contains("speak most for capacity: the connector is scaling (score 3, next route cut -2).")
                .contains("The run itself injected connector-scaling (configured)")
                .contains(
                        "**What would prove the fix?** All 5 tests of the incident passing after the flip against the real staging, and")
                .contains("**How sure are we?** The tests ran against a simulation")
                .contains("0 met, 1 not met, 1 without enough data, 1 left to people.")
                .contains("**What changed?** 1 test is new.");
    }

    @Test
    void saysInItsSummaryThatTheFindingIsAnotherOneWhereAllVerdictsAreTheSame() {
        var update = update(
                SampleRun.incident()
                        .runId("run-2")
                        .problems("a port was left open")
                        .facts(),
                Optional.of(
                        UpdateFile.of(SampleRun.incident().facts().incidents().get(0))));

        assertThat(update)
                .contains("**What changed?** The finding is another one, 1 condition of the run is different.")
                .contains("- journal: complete before, incomplete now")
                .doesNotContain("Nothing");
    }

    @Test
    void showsOneLogOfAServerOnceAndDataFromTheirBeginning() {
        var run = SampleRun.incident();
        var data = "toxiproxy on this machine\n{\n  \"toxic\": \"delay\"\n" + "  \"more\": 1\n".repeat(30) + "}";
        for (int i = 0; i < 2; i++) {
            var test = run.record("integration", "Log" + i + "Tests", "fails()", Verdict.FAILED_DIFFERENTLY, "other");
            run.test(SampleRun.with(
                    SampleRun.showing(test, null, null), List.of(new EvidenceEntry("toxiproxy", "text/plain", data))));
        }

        assertThat(update(run.facts()))
                .containsOnlyOnce("\"toxic\": \"delay\"")
                .contains("[toxiproxy]\nthe same as above");
    }

    @Test
    void tellsAFixInTheSimulationApartInItsTagsToo() {
        assertThat(update(SampleRun.repaired().facts()))
                .contains("`fix-validated-in-simulation`")
                .contains("they show what this code does without a fault, and nothing about the real infrastructure");
        var real = SampleRun.repaired().environment("remote");
        assertThat(update(real.facts())).contains("`fix-validated`");
        assertThat(update(real.tier("unit").facts())).contains("`fix-validated-in-part`");
    }

    @Test
    void callsAFixValidatedInPartWhoseTestsDidNotAllRun() {
        var run = SampleRun.repaired().environment("remote");
        run.observation("not-run", null, null, Map.of("incident", "1278", "class", "com.example.PricesIT"));
        run.observation("not-run", 2.0, null, Map.of("incident", "1278"));

        assertThat(update(run.facts()))
                .contains("fix validated in part: every test of it passed")
                .contains("no part of this run were com.example.PricesIT, 2 of the tests that were found")
                .contains("`fix-validated-in-part`")
                .doesNotContain("Close incident");
    }

    @Test
    void callsTheHypothesisThatNoFaultIsThereByWhatItSays() {
        var run = SampleRun.repaired();
        run.observation(
                "hypothesis", 4.0, null, Map.of("name", "none", "for", "a connection comes at once", "against", ""));

        assertThat(update(run.facts())).contains("| nothing being wrong | 4 | a connection comes at once |");
    }

    @Test
    void saysWhenTheNextUpdateComesWhereThatIsDeclared() {
        var narrative = Map.<String, Object>of("next-update", "after each run on main");

        assertThat(update(SampleRun.incident().narrative(narrative).facts()))
                .contains("**Next update (declared):** after each run on main")
                .doesNotContain("## Next update");
    }

    @Test
    void isTheSameTextForTheSameJournal() {
        assertThat(update(SampleRun.rich().facts()))
                .isEqualTo(update(SampleRun.rich().facts()));
    }

    private static Map<String, String> attempt(String path, String concurrency, String wait, String outcome) {
        return Map.of("path", path, "concurrency", concurrency, "wait-millis", wait, "outcome", outcome);
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
