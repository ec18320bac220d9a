package io.github.untilfixed.engine.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.Observations;
import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.journal.Published;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;

class ObservationsExtensionTests {

    @Test
    void carriesObservationsAndEvidenceAsReportEntries() {
        var entries = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ObservingTestCases.class))
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();

        var observation = Published.observation(entries.get(0)).orElseThrow();
        assertThat(observation.name()).isEqualTo("startup-phase");
        assertThat(observation.provenance()).isEqualTo(Provenance.MEASURED);
        assertThat(observation.value()).isEqualTo(1500.0);
        assertThat(observation.unit()).isEqualTo("ms");
        assertThat(observation.attributes()).containsEntry("phase", "DATABASE");
        assertThat(Published.evidence(entries.get(0))).isEmpty();
        assertThat(Published.evidence(entries.get(1)).orElseThrow().content()).isEmpty();
        assertThat(Published.observation(entries.get(2)).orElseThrow()).satisfies(modelled -> {
            assertThat(modelled.provenance()).isEqualTo(Provenance.MODELLED);
            assertThat(modelled.attributes()).isEqualTo(Map.of("state", "SCALING", "profile", "staging"));
        });
    }

    @ExtendWith(ObservationsExtension.class)
    static class ObservingTestCases {
        @Test
        void observes(Observations observations) {
            observations.measured("startup-phase", Duration.ofMillis(1500), Map.of("phase", "DATABASE"));
            observations.evidence("log", "text/plain", "");
            observations.modelled("connector-state", "staging", 120, "ms", Map.of("state", "SCALING"));
        }
    }
}
