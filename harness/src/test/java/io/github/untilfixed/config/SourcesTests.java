package io.github.untilfixed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Where a process has its configuration from, and which of several places counts. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SourcesTests {

    private static final String KEY = "untilfixed.seed";

    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();

    private final List<URLClassLoader> opened = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void restore() throws IOException {
        System.clearProperty(KEY);
        Thread.currentThread().setContextClassLoader(before);
        for (var loader : opened) {
            loader.close();
        }
    }

    @Test
    void aFileOnTheClassPathCountsAndThatOfTheHarnessMore() throws Exception {
        onClassPath(Map.of("junit-platform.properties", "untilfixed.seed=1\nuntilfixed.time-scale=7\njunit.x=1\n"));
        assertThat(HarnessConfig.load(SourcesTests::nothing).seed()).isEqualTo(1);

        onClassPath(Map.of("untilfixed.properties", "untilfixed.seed=2\n"));
        assertThat(HarnessConfig.load(SourcesTests::nothing).seed()).isEqualTo(2);
        assertThat(HarnessConfig.load(SourcesTests::nothing).timeScale()).isEqualTo(7);
        assertThat(source("junit-platform.properties").values()).doesNotContainKey("junit.x");
    }

    @Test
    void aSystemPropertyCountsMoreThanAFileAndAParameterMoreThanThat() throws Exception {
        onClassPath(Map.of("untilfixed.properties", "untilfixed.seed=2\n"));
        System.setProperty(KEY, "3");
        assertThat(HarnessConfig.load(SourcesTests::nothing).seed()).isEqualTo(3);
        assertThat(HarnessConfig.load(seed("4")).seed()).isEqualTo(4);
    }

    @Test
    void aProblemIsSaidToComeFromTheSystemPropertyWhenThatIsWhatJunitHandsOn() {
        System.setProperty(KEY, "three");

        assertThat(problem(seed("three"))).contains("(from system property)");
        assertThat(problem(seed("four"))).contains("(from configuration parameter)");
    }

    @Test
    void aProblemIsSaidToComeFromTheFileWhenThatIsWhatJunitHandsOn() throws Exception {
        onClassPath(Map.of("junit-platform.properties", "untilfixed.seed=three\n"));

        assertThat(problem(seed("three"))).contains("(from junit-platform.properties)");
    }

    @Test
    void namesOfParametersThatAreNoneOfOursAreNotAskedFor() {
        var parameters = Sources.ofProcess(Optional::of, Set.of("junit.jupiter.x", "untilfixed.nothing"))
                .get(0);

        assertThat(parameters.values()).containsKeys("untilfixed.nothing", KEY).doesNotContainKey("junit.jupiter.x");
    }

    @Test
    void aThreadWithoutClassPathUsesThatOfTheJvm() {
        Thread.currentThread().setContextClassLoader(null);

        assertThat(HarnessConfig.load(SourcesTests::nothing)).isNotNull();
    }

    private static Optional<String> nothing(String key) {
        return Optional.empty();
    }

    private static Function<String, Optional<String>> seed(String text) {
        return key -> Optional.of(text).filter(value -> key.equals(KEY));
    }

    private static String problem(Function<String, Optional<String>> parameters) {
        return catchThrowableOfType(ConfigException.class, () -> HarnessConfig.load(parameters))
                .problems()
                .toString();
    }

    private static Source source(String name) {
        return Sources.ofProcess(SourcesTests::nothing, Set.of()).stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void onClassPath(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
        opened.add(loader);
        Thread.currentThread().setContextClassLoader(loader);
    }
}
