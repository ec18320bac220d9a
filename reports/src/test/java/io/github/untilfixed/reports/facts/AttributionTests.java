package io.github.untilfixed.reports.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AttributionTests {

    @Test
    void countsATestThatReturnedAsOneOfItsPartsWasForgiven() {
        var run = new SampleRun();
        var test = run.record("integration", "ChatTests", "chats()", Verdict.FAILED_AS_EXPECTED, "timed out");
        var attribution = Attribution.of(run.test(SampleRun.returned(test)).facts());

        assertThat(attribution.failed()).isEqualTo(1);
        assertThat(attribution.byKind()).containsEntry("INFRASTRUCTURE", 1);
        assertThat(attribution.unattributed()).isZero();
    }
}
