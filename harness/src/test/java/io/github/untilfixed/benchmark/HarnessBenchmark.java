package io.github.untilfixed.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import io.github.untilfixed.benchmark.GeneratedTests.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs generated tests in one JVM, the harness and its rivals in alternation, and prints ratios: passing tests against
 * plain Jupiter, expected failures against Pioneer's {@code @ExpectedToFail}, and the memory of 10,000 against 100,000.
 */
public final class HarnessBenchmark {

    private static final int TESTS = Integer.getInteger("benchmark.tests", 10_000);
    private static final int MANY = 10 * TESTS;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 14);
    private static final int WARM_UP = ROUNDS / 2;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private static final String INCIDENT = """
            incidents:
              - id: "1278"
                title: refused
                kind: infrastructure
                owner: benchmark
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  refused:
                    exceptions: java.net.ConnectException
                    message: refused
            """;

    private final PrintStream out;
    private final Path directory;

    private HarnessBenchmark(PrintStream out, Path directory) {
        this.out = out;
        this.directory = directory;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("untilfixed-benchmark-");
        try {
            new HarnessBenchmark(System.out, directory).run();
        } finally {
            delete(directory);
        }
    }

    private void run() throws Exception {
        var generated = new GeneratedTests(directory);
        var passing = generated.load(Kind.PASSING, TESTS);
        compare("passing, harness / plain Jupiter", passing, true, passing, false);
        var failing = generated.load(Kind.FAILING_UNTIL_FIXED, TESTS);
        compare(
                "failing as expected, harness / Pioneer",
                failing,
                true,
                generated.load(Kind.FAILING_FOR_PIONEER, TESTS),
                false);
        compare("failing, harness / plain Jupiter", failing, true, generated.load(Kind.FAILING, TESTS), false);
        memory(generated);
    }

    private void compare(
            String what, List<Class<?>> ours, boolean enabled, List<Class<?>> theirs, boolean theirsEnabled)
            throws IOException {
        var pairs = new ArrayList<Pair>();
        for (int round = 0; round < ROUNDS; round++) {
            // The order changes from round to round, so that neither side always runs on the other's garbage.
            boolean first = round % 2 == 0;
            var one = first ? run(ours, enabled) : run(theirs, theirsEnabled);
            var other = first ? run(theirs, theirsEnabled) : run(ours, enabled);
            if (round >= WARM_UP) {
                pairs.add(first ? new Pair(one, other) : new Pair(other, one));
            }
        }
        out.printf("%s (%d tests, %d pairs)%n", what, TESTS, pairs.size());
        print("time", pairs, run -> run.discovery() + run.execution());
        print("  discovery", pairs, Cost::discovery);
        print("  execution", pairs, Cost::execution);
        print("processor time", pairs, Cost::processor);
        print("  of the thread", pairs, Cost::thread);
    }

    private void print(String what, List<Pair> pairs, ToDoubleFunction<Cost> cost) {
        var ratios = pairs.stream()
                .map(pair -> cost.applyAsDouble(pair.ours()) / cost.applyAsDouble(pair.theirs()))
                .sorted()
                .toList();
        out.printf(
                Locale.ROOT,
                "    %-16s median %.3f  lowest %.3f  highest %.3f%n",
                what,
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1));
    }

    private Cost run(List<Class<?>> classes, boolean enabled) throws IOException {
        var listener = new Counting();
        var request = request(classes, enabled);
        var launcher = LauncherFactory.create();
        System.gc();
        long processor = PROCESS.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        var plan = launcher.discover(request);
        long discovered = System.nanoTime();
        launcher.execute(plan, listener);
        long end = System.nanoTime();
        long threadUsed = THREADS.getCurrentThreadCpuTime() - thread;
        listener.expect(classes.size() * GeneratedTests.METHODS);
        return new Cost(discovered - start, end - discovered, PROCESS.getProcessCpuTime() - processor, threadUsed);
    }

    /**
     * What one run cost, in nanoseconds. The processor time of all threads has the compiler's and the collector's in it,
     * that of the thread that runs the tests has not, and other work on the machine changes it least.
     */
    private record Cost(double discovery, double execution, double processor, double thread) {}

    private record Pair(Cost ours, Cost theirs) {}

    private LauncherDiscoveryRequest request(List<Class<?>> classes, boolean enabled) throws IOException {
        boolean expected = classes.get(0).getName().contains(Kind.FAILING_UNTIL_FIXED.name());
        var registry = Files.writeString(directory.resolve("incidents.yaml"), expected ? INCIDENT : "incidents: []\n");
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(type -> selectClass(type)).toList())
                .configurationParameter("untilfixed.enabled", Boolean.toString(enabled))
                .configurationParameter("untilfixed.incidents", registry.toString())
                .configurationParameter(
                        "untilfixed.output-directory",
                        Files.createTempDirectory(directory, "out").toString())
                .build();
    }

    private void memory(GeneratedTests generated) throws Exception {
        var few = generated.load(Kind.PASSING, TESTS);
        var many = generated.load(Kind.PASSING, MANY);
        double perTestFew = used(few, true) - used(few, false);
        double perTestMany = used(many, true) - used(many, false);
        out.printf(
                Locale.ROOT,
                "heap in use after the last test, harness - plain Jupiter: %.1f MB with %d tests, %.1f MB with %d tests%n",
                perTestFew / MEGABYTE,
                TESTS,
                perTestMany / MEGABYTE,
                MANY);
    }

    private double used(List<Class<?>> classes, boolean enabled) throws IOException {
        var listener = new Measuring(classes.size() * GeneratedTests.METHODS);
        LauncherFactory.create().execute(request(classes, enabled), listener);
        return listener.used;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Counts tests, so that a run that loses some is not called fast. */
    private static class Counting implements TestExecutionListener {

        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, org.junit.platform.engine.TestExecutionResult result) {
            if (test.isTest()) {
                tests++;
                counted(tests);
            }
        }

        void counted(int number) {}

        void expect(int expected) {
            if (tests != expected) {
                throw new IllegalStateException(tests + " tests ran instead of " + expected);
            }
        }
    }

    /** Measures the heap while everything about the run is still held. */
    private static final class Measuring extends Counting {

        private final int last;
        private double used;

        Measuring(int last) {
            this.last = last;
        }

        @Override
        void counted(int number) {
            if (number == last) {
                System.gc();
                System.gc();
                var runtime = Runtime.getRuntime();
                used = runtime.totalMemory() - runtime.freeMemory();
            }
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            expect(last);
        }
    }
}
