package io.github.untilfixed.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTests {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void findsNothingBetweenTwoRunsThatFoundTheSame() {
        var changes = Changes.between(
                update(SampleRun.incident()), update(SampleRun.incident().runId("run-2")));

        assertThat(changes.none()).isTrue();
    }

    @Test
    void namesTestsByTheirChangeOfVerdict() {
        var now = new SampleRun().runId("run-2").startedAt(SampleRun.START.plus(Duration.ofHours(2)));
        now.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.PASSED_UNEXPECTEDLY);
        now.test("integration", "BrandNewTests", "isThere()", Verdict.FAILED_AS_EXPECTED);

        var changes = Changes.between(update(SampleRun.incident()), update(now));

        assertThat(changes.transitions()).containsOnlyKeys("FAILED_AS_EXPECTED -> PASSED_UNEXPECTEDLY");
        assertThat(changes.added()).singleElement().asString().contains("BrandNewTests");
        assertThat(changes.vanished()).hasSize(3);
        assertThat(changes.contradictions()).isEmpty();
    }

    @Test
    void saysThatConditionsDiffer() {
        var changes = Changes.between(update(SampleRun.incident()), update(SampleRun.repaired()));

        assertThat(changes.conditions())
                .anyMatch(condition -> condition.startsWith("mode: incident before, post-fix now"))
                .anyMatch(condition -> condition.startsWith("fault: connector-scaling before, none now"));
    }

    @Test
    void tellsTheFindingAndTheGapsOfTheLaterRunAlsoWhereNoTestHasAnotherVerdict() {
        var changes = Changes.between(
                update(SampleRun.incident()),
                update(SampleRun.incident().runId("run-2").problems("a port was left open")));

        assertThat(changes.none()).isFalse();
        assertThat(changes.otherFinding()).isTrue();
        assertThat(changes.conditions()).containsExactly("journal: complete before, incomplete now");
        assertThat(changes.contradictions()).isEmpty();
    }

    @Test
    void takesOtherTiersForAnotherCondition() throws IOException {
        var one = new SampleRun().tier("integration").runId("run-2");
        one.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.PASSED_UNEXPECTEDLY);
        var changes = Changes.between(update(SampleRun.incident()), update(one));

        assertThat(changes.conditions()).containsExactly("tier: all before, integration now");
        assertThat(changes.contradictions()).isEmpty();
        assertThat(Changes.between(withoutTier(SampleRun.incident()), update(one))
                        .conditions())
                .as("an update from before the tier was written down")
                .isEmpty();
    }

    private UpdateFile withoutTier(SampleRun run) throws IOException {
        var older = update(run).json().replaceFirst("\"tier\" : \"all\",", "");
        return UpdateFile.read(Files.writeString(directory.resolve("update.json"), older))
                .orElseThrow();
    }

    @Test
    void callsItAContradictionWhenAValidatedFixBreaksAgain() {
        var broken = new SampleRun().mode(Mode.POST_FIX).faults().runId("run-2");
        broken.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);

        assertThat(Changes.between(update(SampleRun.repaired()), update(broken)).contradictions())
                .anyMatch(text -> text.contains("called the fix validated, and this run finds: still broken"))
                .anyMatch(text -> text.contains("says that a fix is claimed"));
        assertThat(Changes.between(update(SampleRun.repaired()), update(broken.environment("containers")))
                        .contradictions())
                .anyMatch(text -> text.contains("validated in environment embedded, and this run finds: still broken"));
    }

    @Test
    void callsItNoneWhenAFixThatTheSimulationValidatedIsNotThereInStaging() {
        var broken = new SampleRun()
                .mode(Mode.POST_FIX)
                .faults()
                .environment("remote")
                .runId("run-2");
        broken.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);

        assertThat(Changes.between(update(SampleRun.repaired()), update(broken)).contradictions())
                .noneMatch(text -> text.contains("called the fix validated"));
    }

    @Test
    void callsItNoneWhenAFixThatOneTierValidatedIsNotThereInAnother() {
        var broken = new SampleRun().mode(Mode.POST_FIX).faults().runId("run-2");
        broken.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);

        assertThat(Changes.between(update(SampleRun.repaired().tier("unit")), update(broken))
                        .contradictions())
                .noneMatch(text -> text.contains("called the fix validated"));
    }

    @Test
    void callsItNoneWhenTheRunInjectsAFaultThatTheOneBeforeDidNot() {
        assertThat(Changes.between(
                                update(SampleRun.repaired()),
                                update(SampleRun.incident().runId("run-2")))
                        .contradictions())
                .isEmpty();
    }

    @Test
    void callsItAContradictionWhenTwoUpdatesWithinTheHourDisagree() {
        var passing = new SampleRun().runId("run-2").startedAt(SampleRun.START.plus(Duration.ofMinutes(59)));
        passing.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.PASSED_UNEXPECTEDLY);

        assertThat(Changes.between(update(SampleRun.incident()), update(passing))
                        .contradictions())
                .singleElement()
                .asString()
                .contains(
                        "within an hour",
                        "\"still there: its symptom was seen\" in run run-1",
                        "fixed: a test that must fail passed\" in run run-2");
    }

    @Test
    void tellsWhichCriteriaAreAnsweredInAnotherWayAndCallsALostOneAContradiction() {
        var narrative = SampleRun.rich().journal().run().incidents().get(0).narrative();
        var met = trials(SampleRun.repaired().narrative(narrative), 14, "ok");
        var lost = trials(
                SampleRun.repaired()
                        .narrative(narrative)
                        .runId("run-2")
                        .startedAt(SampleRun.START.plus(Duration.ofHours(2))),
                14,
                "failed");

        var changes = Changes.between(update(met), update(lost));

        assertThat(changes.none()).isFalse();
        assertThat(changes.criteria())
                .containsExactly("criterion start-up success, first hours: met before, not met now");
        assertThat(changes.contradictions())
                .anyMatch(text -> text.contains("called the criterion \"start-up success, first hours\" met"));
    }

    private static SampleRun trials(SampleRun run, int count, String outcome) {
        for (int i = 0; i < count; i++) {
            run.observation("trial", null, null, Map.of("criterion", "startup-success", "outcome", outcome));
        }
        return run;
    }

    private static UpdateFile update(SampleRun run) {
        return UpdateFile.of(run.facts().incidents().get(0));
    }
}
