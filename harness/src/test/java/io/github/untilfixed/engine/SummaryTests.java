package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.UnitTier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** What a run tells those who have no reports. */
class SummaryTests {

    @Test
    void countsTheVerdictsWhereATestNamesAnIncident() {
        assertThat(printed(harness(NamingTestCases.class))).contains("[untilfixed] 1 passed, 1 failed as expected");
    }

    @Test
    void saysNothingWhereNoneDoes() {
        assertThat(printed(harness(PlainTestCases.class))).doesNotContain("[untilfixed]");
    }

    @Test
    void namesTheDiffOfWhatToDelete() {
        assertThat(printed(harness(FixedTestCases.class).postFix())).contains("delete-1278.diff");
    }

    @Test
    void tellsWrongTiersAndWrongIncidentsAtOnce() {
        var result = harness(WrongTestCases.class).run();

        assertThat(result.journal().end().orElseThrow().problems())
                .anyMatch(
                        line -> line.startsWith(WrongTestCases.class.getName() + "#twoTiers: is in more than one tier"))
                .anyMatch(line -> line.contains("incident '1287' is not in the registry"));
    }

    private static String printed(HarnessTestKit kit) {
        var before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, Charset.defaultCharset()));
        try {
            kit.registry(Refusals.REGISTRY).run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(Charset.defaultCharset());
    }

    static class NamingTestCases {
        @Test
        @FailsUntilFixed("1278")
        void fails() {
            throw Refusals.refuse();
        }

        @Test
        void passes() {
            assertThat(getClass()).isNotNull();
        }
    }

    static class PlainTestCases {
        @Test
        void fails() {
            fail("as it is");
        }
    }

    static class FixedTestCases {
        @Test
        @FailsUntilFixed("1278")
        void passes() {
            assertThat(getClass()).isNotNull();
        }
    }

    static class WrongTestCases {
        @Test
        @UnitTier
        @IntegrationTier
        void twoTiers() {
            assertThat(getClass()).isNotNull();
        }

        @Test
        @FailsUntilFixed("1287")
        void unknown() {
            throw Refusals.refuse();
        }
    }
}
