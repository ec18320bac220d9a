package io.github.untilfixed.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs fixture classes under the harness's engine and returns what JUnit was told and what the journal says. */
final class HarnessTestKit {

    private final List<DiscoverySelector> selectors;
    private final Map<String, String> parameters = new TreeMap<>(Map.of("untilfixed.enabled", "true"));
    private final List<Filter<?>> filters = new ArrayList<>();
    private String registry = "";

    private HarnessTestKit(List<DiscoverySelector> selectors) {
        this.selectors = selectors;
    }

    static HarnessTestKit harness(Class<?>... types) {
        return new HarnessTestKit(Arrays.stream(types)
                .<DiscoverySelector>map(type -> selectClass(type))
                .toList());
    }

    static HarnessTestKit selecting(DiscoverySelector... selectors) {
        return new HarnessTestKit(List.of(selectors));
    }

    HarnessTestKit with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Runs only tests with one of these tags. */
    HarnessTestKit tagged(String... tags) {
        filters.add(TagFilter.includeTags(tags));
        return this;
    }

    HarnessTestKit postFix() {
        return with("untilfixed.post-fix", "1278");
    }

    HarnessTestKit registry(String yaml) {
        registry = yaml;
        return this;
    }

    Result run() {
        try {
            var directory = Files.createTempDirectory("untilfixed-kit-");
            try {
                return run(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(Path directory) throws IOException {
        with("untilfixed.output-directory", directory.toString());
        if (!registry.isEmpty()) {
            var file = Files.writeString(directory.resolve("incidents.yaml"), registry);
            with("untilfixed.incidents", file.toString());
        }
        var events = EngineTestKit.engine(new UntilFixedTestEngine())
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .filters(filters.toArray(Filter<?>[]::new))
                .configurationParameters(parameters)
                .execute();
        return new Result(events, Journal.read(directory.resolve("journal.jsonl")));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What JUnit was told, and the journal. */
    record Result(EngineExecutionResults junit, Journal journal) {

        List<Verdict> verdicts() {
            return journal.tests().stream().map(TestRecord::verdict).toList();
        }

        TestRecord only() {
            assertThat(journal.tests()).hasSize(1);
            return journal.tests().get(0);
        }

        TestRecord test(String methodName) {
            return journal.tests().stream()
                    .filter(test -> methodName.equals(test.methodName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no verdict on " + methodName + " in " + journal.tests()));
        }

        /** Checks that JUnit was told of as many tests as there are verdicts, and of failures only when one is red. */
        Result isConsistent() {
            long red = verdicts().stream().filter(Verdict::red).count();
            var tests = junit.testEvents();
            assertThat(tests.finished().count() + tests.skipped().count())
                    .as("tests that JUnit was told of")
                    .isEqualTo(journal.tests().size());
            assertThat(junit.allEvents().failed().count()).as("failures").isEqualTo(red);
            assertThat(journal.end()).isPresent();
            return this;
        }
    }
}
