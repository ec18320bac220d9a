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
        assertThat(printed(harness(NamingTestCases.class).registry(Refusals.REGISTRY)))
                .contains("[untilfixed] 1 passed, 1 failed as expected");
    }

    @Test
    void saysNothingWhereNoneDoes() {
        assertThat(printed(harness(PlainTestCases.class).registry(Refusals.REGISTRY)))
                .doesNotContain("[untilfixed]");
    }

    @Test
    void namesTheDiffOfWhatToDelete() {
        var kit = harness(FixedTestCases.class).with("untilfixed.post-fix", "2718");

        assertThat(printed(kit.registry(Refusals.REGISTRY.replace("1278", "2718"))))
                .contains("delete-2718.diff");
    }

    @Test
    void namesNoDiffWhereOtherClassesNameTheIncidentToo() {
        assertThat(printed(harness(OneOfManyTestCases.class)
                        .registry(Refusals.REGISTRY)
                        .postFix()))
                .contains("What to delete", "Not in this run, and naming incident 1278 as well: ")
                .doesNotContain("delete-1278.diff");
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
            kit.run();
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

    static class OneOfManyTestCases {
        @Test
        @FailsUntilFixed("1278")
        void passes() {
            assertThat(getClass()).isNotNull();
        }
    }

    static class FixedTestCases {
        @Test
        @FailsUntilFixed("2718")
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
