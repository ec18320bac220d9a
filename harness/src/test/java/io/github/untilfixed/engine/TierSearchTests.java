package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static io.github.untilfixed.engine.HarnessTestKit.selecting;
import static io.github.untilfixed.engine.tiered.TieredTestCases.FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.engine.HarnessTestKit.Result;
import io.github.untilfixed.engine.tiered.TieredTestCases;
import io.github.untilfixed.engine.tiered.TieredTestCases.Infrastructure;
import io.github.untilfixed.engine.tiered.TieredTestCases.Mixed;
import io.github.untilfixed.engine.tiered.TieredTestCases.Plain;
import io.github.untilfixed.engine.tiered.TieredTestCases.Unit;
import io.github.untilfixed.engine.tiered.TieredTestCases.Unit2;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;

/** However tests are asked for, each is found once in its own tier; most classes are searched once. */
class TierSearchTests {

    @BeforeEach
    void forget() {
        FOUND.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "unit", "unit,infrastructure"})
    void aClassThatNamesItsTierIsSearchedOnce(String tiers) {
        harness(Unit.class, Plain.class, Infrastructure.class, Unit2.class)
                .with("untilfixed.tier", tiers)
                .run()
                .isConsistent();

        assertThat(FOUND).containsExactlyInAnyOrder("unit", "inner", "plain", "infrastructure", "unit2");
    }

    static Stream<List<DiscoverySelector>> everything() {
        var itsPackage = selectPackage(TieredTestCases.class.getPackageName());
        return Stream.of(
                TieredTestCases.ALL.stream()
                        .<DiscoverySelector>map(type -> selectClass(type))
                        .toList(),
                TieredTestCases.ALL.stream()
                        .<DiscoverySelector>map(type -> selectClass(type.getName()))
                        .toList(),
                List.of(itsPackage),
                List.of(itsPackage, selectClass(Unit.class)),
                List.of(selectMethod(Mixed.class, "mixedUnit"), itsPackage));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void eachTestIsFoundInItsTier(List<DiscoverySelector> selectors) {
        assertThat(tiers(selecting(selectors.toArray(DiscoverySelector[]::new))))
                .containsExactlyInAnyOrder(
                        "none plain",
                        "none mixedPlain",
                        "unit unit",
                        "unit inner",
                        "unit unit2",
                        "unit mixedUnit",
                        "infrastructure infrastructure",
                        "infrastructure mixedInfrastructure");
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aSingleTierHasTheTestsOfItsOwn(List<DiscoverySelector> selectors) {
        var kit = selecting(selectors.toArray(DiscoverySelector[]::new)).with("untilfixed.tier", "unit");

        assertThat(tiers(kit)).containsExactlyInAnyOrder("unit unit", "unit inner", "unit unit2", "unit mixedUnit");
    }

    static Stream<DiscoverySelector> anInnerClass() {
        return Stream.of(selectClass(Unit.Inner.class), selectNestedClass(List.of(Unit.class), Unit.Inner.class));
    }

    @ParameterizedTest
    @MethodSource("anInnerClass")
    void anInnerClassBringsNoTestsOfTheClassAroundIt(DiscoverySelector selector) {
        assertThat(tiers(selecting(selector))).containsExactly("unit inner");
        assertThat(tiers(selecting(selector, selectClass(Mixed.class))))
                .containsExactlyInAnyOrder(
                        "unit inner", "none mixedPlain", "unit mixedUnit", "infrastructure mixedInfrastructure");
    }

    @Test
    void aMethodBringsNoOtherOfItsClass() {
        assertThat(tiers(selecting(selectMethod(Mixed.class, "mixedUnit"), selectClass(Unit2.class))))
                .containsExactlyInAnyOrder("unit unit2", "unit mixedUnit");
    }

    @Test
    void classesOfATierRunInTheOrderInWhichTheyWereAskedFor() {
        assertThat(tiers(harness(Unit2.class, Mixed.class, Unit.class)))
                .containsExactly(
                        "none mixedPlain",
                        "unit unit2",
                        "unit mixedUnit",
                        "unit unit",
                        "unit inner",
                        "infrastructure mixedInfrastructure");
    }

    @Test
    void aClassThatCannotBeLoadedIsOneProblemBesideTheTests() {
        var result = selecting(selectClass("no.such.Class"), selectClass(Unit2.class), selectClass(Mixed.class))
                .run()
                .isConsistent();

        assertThat(result.journal().tests().stream().map(TestRecord::verdict))
                .containsOnlyOnce(Verdict.FAILED)
                .hasSize(5);
        assertThat(result.test("unit2").tier()).isEqualTo("unit");
    }

    @Test
    void aParameterizedClassKeepsItsTestsForTheFiltersThatComeLater() {
        var result =
                harness(Mixed.class, Parameterized.class).tagged("slow").run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void aDisabledParameterizedClassIsUnverifiedAfterTheFlip() {
        var result = harness(Mixed.class, DisabledParameterized.class).postFix().run();

        assertThat(result.journal().tests().stream()
                        .filter(test -> DisabledParameterized.class.getName().equals(test.className()))
                        .map(TestRecord::verdict))
                .containsExactly(Verdict.UNVERIFIED);
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class Parameterized {

        @Parameter
        int number;

        @Test
        @Tag("slow")
        void slow() {
            assertThat(number).isPositive();
        }

        @Test
        void quick() {
            assertThat(number).isPositive();
        }
    }

    @Disabled("what is disabled shows nothing after the flip")
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class DisabledParameterized {

        @Parameter
        int number;

        @Test
        @FailsUntilFixed("1278")
        void fails() {
            assertThat(number).isPositive();
        }
    }

    private static List<String> tiers(HarnessTestKit kit) {
        Result result = kit.run().isConsistent();
        assertThat(result.verdicts()).containsOnly(Verdict.PASSED);
        return result.journal().tests().stream()
                .map(test -> (test.tier() == null ? "none" : test.tier()) + " " + test.methodName())
                .toList();
    }
}
