package io.github.untilfixed.framework;

import static io.github.untilfixed.suites.diagnosis.Finding.ALL_COME;
import static io.github.untilfixed.suites.diagnosis.Finding.CHAT_WORKS;
import static io.github.untilfixed.suites.diagnosis.Finding.FAILS_IN_DATABASE;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_HANGS;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_IS_FAST;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_IS_LATE;
import static io.github.untilfixed.suites.diagnosis.Finding.NONE_COMES;
import static io.github.untilfixed.suites.diagnosis.Finding.READY;
import static io.github.untilfixed.suites.diagnosis.Finding.SOME_ARE_LOST;
import static io.github.untilfixed.suites.diagnosis.Finding.WORKS_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.suites.diagnosis.Finding;
import io.github.untilfixed.suites.diagnosis.Hypothesis;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ranking of hypotheses")
class HypothesisTests {

    @Test
    void tellsARouteThatIsCutFromOneThatComesLater() {
        var cut = EnumSet.of(IDLE_CONNECT_HANGS, NONE_COMES, FAILS_IN_DATABASE);
        assertThat(first(cut)).isEqualTo(Fault.ROUTE_CUT);

        cut.add(WORKS_LATER);
        assertThat(first(cut)).isEqualTo(Fault.EGRESS_COLD_START);
    }

    @Test
    void namesASaturatedConnectorWhateverBecameOfTheSingleConnection() {
        assertThat(first(EnumSet.of(IDLE_CONNECT_HANGS, SOME_ARE_LOST, FAILS_IN_DATABASE)))
                .isEqualTo(Fault.CONNECTOR_SATURATED);
        assertThat(first(EnumSet.of(IDLE_CONNECT_IS_LATE, SOME_ARE_LOST, FAILS_IN_DATABASE)))
                .isEqualTo(Fault.CONNECTOR_SATURATED);
    }

    @Test
    void countsWhatWasNotFoundAgainstAHypothesis() {
        var healthy = EnumSet.of(IDLE_CONNECT_IS_FAST, ALL_COME, READY, CHAT_WORKS);
        var ranked = Hypothesis.rank(healthy);

        assertThat(ranked.get(0).fault()).isEqualTo(Fault.NONE);
        assertThat(ranked.get(0).against()).isEmpty();
        assertThat(ranked.get(ranked.size() - 1).score()).isNegative();
    }

    @Test
    void speaksForNothingWhenNothingWasFound() {
        assertThat(Hypothesis.rank(Set.of())).allMatch(hypothesis -> hypothesis.score() < 0);
    }

    private static Fault first(Set<Finding> findings) {
        return Hypothesis.rank(findings).get(0).fault();
    }
}
