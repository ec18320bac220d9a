package io.github.untilfixed.benchmark;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Runs generated tests in one JVM, the harness and its rivals in alternation, and prints ratios: passing tests against
 * plain Jupiter and against the least that any harness could do, expected failures against Pioneer's
 * {@code @ExpectedToFail}, forks, and the memory of 10,000 against 100,000.
 */
public final class HarnessBenchmark {

    private static final int TESTS = Integer.getInteger("benchmark.tests", 10_000);
    private static final int MANY = 10 * TESTS;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 14);
    private static final int WARM_UP = ROUNDS / 2;

    /** A part of the name of what is measured; all by default. */
    private static final String ONLY = System.getProperty("benchmark.only", "");

    /** Whether each run gets classes that nothing has looked at before, as in a build; else all share the same. */
    private static final boolean FRESH = !"false".equals(System.getProperty("benchmark.fresh"));

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
    private final GeneratedTests generated;
    private final Map<Kind, List<Class<?>>> shared = new EnumMap<>(Kind.class);

    private HarnessBenchmark(PrintStream out, Path directory) {
        this.out = out;
        this.directory = directory;
        this.generated = new GeneratedTests(directory);
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
        var harness = new Side(Kind.PASSING, Engine.HARNESS);
        var plain = new Side(Kind.PASSING, Engine.PLAIN);
        var least = new Side(Kind.PASSING, Engine.LEAST);
        var failing = new Side(Kind.FAILING_UNTIL_FIXED, Engine.HARNESS);
        compare("passing, harness / plain Jupiter", harness, plain);
        compare("passing, the least / plain Jupiter", least, plain);
        compare("passing, harness / the least", harness, least);
        compare("passing in four tiers, harness / plain Jupiter", Kind.PASSING_IN_FOUR_TIERS);
        compare("passing in the one tier that runs, harness / plain Jupiter", Kind.PASSING_IN_ONE_TIER);
        compare("failing as expected, harness / Pioneer", failing, new Side(Kind.FAILING_FOR_PIONEER, Engine.PLAIN));
        compare("failing, harness / plain Jupiter", failing, new Side(Kind.FAILING, Engine.PLAIN));
        forks();
        memory();
    }

    /** Tests and what runs them. */
    private record Side(Kind kind, Engine engine) {}

    private void compare(String what, Kind kind) throws Exception {
        compare(what, new Side(kind, Engine.HARNESS), new Side(kind, Engine.PLAIN));
    }

    private void compare(String what, Side ours, Side theirs) throws Exception {
        if (!what.contains(ONLY)) {
            return;
        }
        var pairs = new ArrayList<Pair>();
        for (int round = 0; round < ROUNDS; round++) {
            // The order changes from round to round, so that neither side always runs on the other's garbage.
            boolean first = round % 2 == 0;
            var earlier = run(first ? ours : theirs);
            var later = run(first ? theirs : ours);
            if (round >= WARM_UP) {
                pairs.add(first ? new Pair(earlier, later) : new Pair(later, earlier));
            }
        }
        out.printf("%s (%d tests, %s classes, %d pairs)%n", what, TESTS, FRESH ? "new" : "the same", pairs.size());
        print("time", pairs, run -> run.discovery() + run.execution());
        print("processor time", pairs, Cost::processor);
        print("  of the thread", pairs, run -> run.threadDiscovery() + run.threadExecution());
        print("    discovery", pairs, Cost::threadDiscovery);
        print("    execution", pairs, Cost::threadExecution);
    }

    private void print(String what, List<Pair> pairs, ToDoubleFunction<Cost> cost) {
        var ratios = pairs.stream()
                .map(pair -> cost.applyAsDouble(pair.ours()) / cost.applyAsDouble(pair.theirs()))
                .toList();
        out.println(Ratios.text(what, ratios));
    }

    private Cost run(Side side) throws Exception {
        var classes = classes(side.kind());
        var output = Files.createTempDirectory(directory, "out");
        var request = request(side, classes, output);
        var launcher = side.engine().launcher();
        var listener = new Counting();
        System.gc();
        long processor = PROCESS.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        var plan = launcher.discover(request);
        long discovered = System.nanoTime();
        long threadDiscovered = THREADS.getCurrentThreadCpuTime();
        launcher.execute(plan, listener);
        long threadEnd = THREADS.getCurrentThreadCpuTime();
        long end = System.nanoTime();
        long processorUsed = PROCESS.getProcessCpuTime() - processor;
        listener.expect(TESTS, side.kind().expected());
        if (side.engine() != Engine.PLAIN) {
            expectLines(output);
        }
        delete(output);
        return new Cost(
                discovered - start,
                end - discovered,
                processorUsed,
                threadDiscovered - thread,
                threadEnd - threadDiscovered);
    }

    private List<Class<?>> classes(Kind kind) throws Exception {
        if (FRESH || !shared.containsKey(kind)) {
            shared.put(kind, generated.load(kind, TESTS));
        }
        return shared.get(kind);
    }

    private static void expectLines(Path output) throws IOException {
        try (var lines = Files.lines(output.resolve("journal.jsonl"))) {
            long tests = lines.filter(line -> line.startsWith("{\"record\":\"test\""))
                    .count();
            if (tests != TESTS) {
                throw new IllegalStateException(tests + " tests are in the journal instead of " + TESTS);
            }
        }
    }

    /**
     * What one run cost, in nanoseconds. The processor time of all threads has the compiler's and the collector's in it,
     * that of the thread that runs the tests has not, and other work on the machine changes it least.
     */
    private record Cost(
            double discovery, double execution, double processor, double threadDiscovery, double threadExecution) {}

    private record Pair(Cost ours, Cost theirs) {}

    private Path registry(Kind kind) throws IOException {
        return Files.writeString(
                directory.resolve("incidents.yaml"), kind == Kind.FAILING_UNTIL_FIXED ? INCIDENT : "incidents: []\n");
    }

    private LauncherDiscoveryRequest request(Side side, List<Class<?>> classes, Path output) throws IOException {
        return GeneratedTests.request(classes, registry(side.kind()).toString(), output.toString())
                .configurationParameter("untilfixed.tier", side.kind() == Kind.PASSING_IN_ONE_TIER ? "unit" : "all")
                .configurationParameters(side.engine() == Engine.LEAST ? Skeleton.PARAMETERS : Map.of())
                .build();
    }

    private void forks() throws Exception {
        for (int tests : List.of(GeneratedTests.METHODS, TESTS)) {
            for (var kind : List.of(Kind.PASSING, Kind.PASSING_IN_FOUR_TIERS)) {
                var what = "a fork with " + tests + " tests, " + kind + ", harness / plain Jupiter";
                if (what.contains(ONLY)) {
                    new Forks(out, directory, registry(kind)).compare(what, generated.load(kind, tests));
                }
            }
        }
    }

    private void memory() throws Exception {
        if (!"memory".contains(ONLY)) {
            return;
        }
        double few = used(TESTS, Engine.HARNESS) - used(TESTS, Engine.PLAIN);
        double many = used(MANY, Engine.HARNESS) - used(MANY, Engine.PLAIN);
        out.printf(
                Locale.ROOT,
                "heap in use after the last test, harness - plain Jupiter: %.1f MB with %d tests, %.1f MB with %d tests: "
                        + "%.0f bytes for each further test%n",
                few / MEGABYTE,
                TESTS,
                many / MEGABYTE,
                MANY,
                (many - few) / (MANY - TESTS));
    }

    private double used(int tests, Engine engine) throws Exception {
        var listener = new Measuring(tests);
        var output = Files.createTempDirectory(directory, "out");
        var classes = generated.load(Kind.PASSING, tests);
        engine.launcher().execute(request(new Side(Kind.PASSING, engine), classes, output), listener);
        listener.expect(tests, TestExecutionResult.Status.SUCCESSFUL);
        return listener.used;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Counts tests, so that a run that loses some, or judges one wrong, is not called fast. */
    private static class Counting implements TestExecutionListener {

        private final Map<TestExecutionResult.Status, Integer> results =
                new EnumMap<>(TestExecutionResult.Status.class);
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                results.merge(result.getStatus(), 1, Integer::sum);
                counted(++tests);
            }
        }

        void counted(int number) {}

        void expect(int number, TestExecutionResult.Status status) {
            if (!results.equals(Map.of(status, number))) {
                throw new IllegalStateException(results + " instead of " + number + " " + status);
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
    }
}
