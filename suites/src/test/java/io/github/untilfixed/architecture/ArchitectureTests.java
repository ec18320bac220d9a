package io.github.untilfixed.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The architecture")
class ArchitectureTests {

    private static final String ROOT = "io.github.untilfixed";

    /** The packages of the harness in the order in which data flows through them. */
    private static final List<String> HARNESS =
            List.of("config", "incident", "expectation", "verdict", "journal", "engine");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void hasClassesToCheckInEveryModule() {
        assertThat(PRODUCTION.stream().map(JavaClass::getPackageName))
                .contains(
                        ROOT + ".config",
                        ROOT + ".toxiproxy",
                        ROOT + ".environments",
                        ROOT + ".staging",
                        ROOT + ".reports");
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void letsHarnessPackagesImportOnlyThoseBeforeThem() {
        for (int i = 0; i < HARNESS.size(); i++) {
            for (var later : HARNESS.subList(i + 1, HARNESS.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + HARNESS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "." + later + "..")
                        .because("data flows " + String.join(" -> ", HARNESS))
                        .allowEmptyShould(true)
                        .check(PRODUCTION);
            }
        }
    }

    @Test
    void letsTheEngineUseItsPartsAndNotTheOtherWayRound() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".engine.inside..", ROOT + ".engine.launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".engine")
                .check(PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toxiproxy", "environments", "staging", "reports"})
    void keepsTheHarnessFreeOfTheOtherModules(String module) {
        noClasses()
                .that(resideInAnyPackage(harnessPackages()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "." + module + "..")
                .check(PRODUCTION);
    }

    @Test
    void keepsFixturesAndReportsApart() {
        independent("reports", "toxiproxy", "environments", "staging");
        independent("staging", "toxiproxy", "environments", "reports");
        independent("toxiproxy", "staging", "environments", "reports", "config", "journal", "engine");
        independent("environments", "staging", "reports");
    }

    @Test
    void givesEveryForeignLibraryOneHome() {
        onlyIn("io.netty..", ROOT + ".toxiproxy..");
        onlyIn("org.testcontainers..", ROOT + ".environments..");
        onlyIn("io.zonky..", ROOT + ".environments..");
        onlyIn("io.javalin..", ROOT + ".staging..");
        onlyIn("picocli..", "..cli..");
        onlyIn("org.junit.platform.launcher..", ROOT + ".engine.launcher..");
    }

    @Test
    void sleepsNowhere() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(PRODUCTION);
    }

    @Test
    void marksEveryPackageForNullness() {
        var unmarked = PRODUCTION.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isEmpty())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    @Test
    void namesNoTypeForWhatItIsNot() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(PRODUCTION);
    }

    private static String[] harnessPackages() {
        return HARNESS.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static void independent(String module, String... others) {
        for (var other : others) {
            noClasses()
                    .that(resideInAPackage(ROOT + "." + module + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + "." + other + ".."))
                    .allowEmptyShould(true)
                    .check(PRODUCTION);
        }
    }

    private static void onlyIn(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCTION);
    }
}
