package io.github.untilfixed.reports.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.OutcomeEntry;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AttributionTests {

    @Test
    void countsATestThatReturnedAsOneOfItsPartsWasForgiven() {
        var run = new SampleRun();
        var test = run.record("integration", "ChatTests", "chats()", Verdict.FAILED_AS_EXPECTED, "timed out");
        var attribution = Attribution.of(run.test(returned(test)).facts());

        assertThat(attribution.failed()).isEqualTo(1);
        assertThat(attribution.byKind()).containsEntry("INFRASTRUCTURE", 1);
        assertThat(attribution.unattributed()).isZero();
    }

    private static TestRecord returned(TestRecord test) {
        return new TestRecord(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                test.tier(),
                test.expectation(),
                new OutcomeEntry("RETURNED", true, test.outcome().failures(), null),
                test.verdict(),
                test.incident(),
                test.symptom(),
                test.explanation(),
                test.startedAt(),
                test.durationMillis(),
                test.flags(),
                test.evidence());
    }
}
