import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's acceptance test: the four combinations of mode and fault, each checked by the exit code of the build
 * and by the verdicts in the journal, and then by what the run left behind.
 *
 * <p>Run from the root of the checkout: {@code java .ci/FourCombinations.java [more arguments for mvnw]}. An argument
 * that is {@code with-fault:‹argument›} or {@code without-fault:‹argument›} is passed to those combinations only, and
 * {@code --decisive} leaves the two red ones out, {@code --fixed} all but the last. Exit code 0 when all hold, 1 when one does not, 2 when no build could be
 * started.
 */
final class FourCombinations {

    private static final Path OUTPUT = Path.of("suites", "target", "untilfixed");
    private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"([A-Z_]+)\"");
    private static final Pattern PLANNED = Pattern.compile("\"planned\":(\\d+)");
    private static final List<String> REPORTS =
            List.of("journal.jsonl", "summary.md", "issue-update-1278.md", "../allure-report/index.html");

    private static final String WITH_FAULT = "with-fault:";
    private static final String WITHOUT_FAULT = "without-fault:";
    private static final String DECISIVE = "--decisive";
    private static final String FIXED = "--fixed";

    private record Combination(String name, boolean green, List<String> arguments) {

        boolean fault() {
            return !arguments.contains("-Duntilfixed.fault=none");
        }

        /** Returns the argument as this combination gets it; empty when it is for others. */
        Optional<String> own(String argument) {
            if (argument.startsWith(WITH_FAULT)) {
                return fault() ? Optional.of(argument.substring(WITH_FAULT.length())) : Optional.empty();
            }
            if (argument.startsWith(WITHOUT_FAULT)) {
                return fault() ? Optional.empty() : Optional.of(argument.substring(WITHOUT_FAULT.length()));
            }
            return argument.equals(DECISIVE) || argument.equals(FIXED) ? Optional.empty() : Optional.of(argument);
        }
    }

    private record Run(int exitCode, Map<String, Integer> verdicts, int planned, boolean ended, List<String> missing) {

        int count(String verdict) {
            return verdicts.getOrDefault(verdict, 0);
        }

        int tests() {
            return verdicts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static final Path PROCESSES = Path.of("/proc");
    private static final String MARKER = "FOUR_COMBINATIONS";

    private final List<String> more;
    /** The builds' own temporary and cache directory, so that what they leave can be told from what others do. */
    private final Path scratch;
    private final List<String> failures = new ArrayList<>();
    private int checks;

    private FourCombinations(List<String> more, Path scratch) {
        this.more = more;
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.isExecutable(Path.of("mvnw"))) {
            System.err.println("there is no ./mvnw here: run this from the root of the checkout");
            System.exit(2);
        }
        var scratch = Files.createTempDirectory("four-combinations");
        Files.createDirectories(scratch.resolve("tmp"));
        var acceptance = new FourCombinations(List.of(arguments), scratch);
        try {
            acceptance.run();
        } finally {
            delete(scratch);
        }
        acceptance.failures.forEach(failure -> System.out.println("FAILED " + failure));
        int failed = acceptance.failures.size();
        System.out.println((acceptance.checks - failed) + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private void run() throws Exception {
        if (!more.contains(FIXED)) {
            runBroken();
        }
        var fixed = verify(new Combination(
                "post-fix mode, no fault",
                true,
                List.of("-Duntilfixed.mode=post-fix", "-Duntilfixed.fault=none")));
        only(fixed, "post-fix mode, no fault", "PASSED");
    }

    private void runBroken() throws Exception {
        var broken = verify(new Combination("incident mode, fault present", true, List.of()));
        int blocked = broken.count("FAILED_AS_EXPECTED");
        check(blocked >= 6, "incident mode, fault present: six tests or more fail as expected, was " + blocked);
        // Tests that are only worth their time after the flip are skipped before it.
        int held = broken.count("SKIPPED");
        only(broken, "incident mode, fault present", "PASSED", "FAILED_AS_EXPECTED", "SKIPPED");

        if (!more.contains(DECISIVE)) {
            runRed(blocked, held);
        }
    }

    private void runRed(int blocked, int held) throws Exception {
        var unexpected = verify(
                new Combination("incident mode, no fault", false, List.of("-Duntilfixed.fault=none")));
        same(unexpected, "incident mode, no fault", "PASSED_UNEXPECTEDLY", blocked);
        only(unexpected, "incident mode, no fault", "PASSED", "PASSED_UNEXPECTEDLY", "SKIPPED");
        same(unexpected, "incident mode, no fault", "SKIPPED", held);
        check(journal().contains("-Duntilfixed.post-fix=1278"), "incident mode, no fault: the message says how to flip");

        var still = verify(
                new Combination("post-fix mode, fault present", false, List.of("-Duntilfixed.mode=post-fix")));
        same(still, "post-fix mode, fault present", "STILL_BROKEN", blocked + held);
        only(still, "post-fix mode, fault present", "PASSED", "STILL_BROKEN");
    }

    private Run verify(Combination combination) throws Exception {
        System.out.println("== " + combination.name());
        var command = new ArrayList<>(List.of("./mvnw", "-B", "-ntp", "-q", "verify"));
        command.addAll(combination.arguments());
        more.forEach(argument -> combination.own(argument).ifPresent(command::add));
        var build = new ProcessBuilder(command).inheritIO();
        build.environment().put(MARKER, scratch.toString());
        build.environment().put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
        build.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch.resolve("tmp"));
        long start = System.nanoTime();
        int exitCode = build.start().waitFor();
        var run = read(exitCode);
        keepJournal(combination);
        var leftProcesses = left();
        var leftFiles = temporaryFiles();
        System.out.println("   " + (System.nanoTime() - start) / 1_000_000_000 + " s, exit " + exitCode + ", planned " + run.planned() + ", verdicts " + run.verdicts());
        check((exitCode == 0) == combination.green(), combination.name() + ": exit code " + exitCode);
        check(run.ended(), combination.name() + ": the journal has its end line");
        check(run.planned() > 0, combination.name() + ": tests were planned");
        check(run.tests() >= run.planned(), combination.name() + ": every planned test has a verdict");
        check(run.missing().isEmpty(), combination.name() + ": reports are missing: " + run.missing());
        check(leftProcesses.isEmpty(), combination.name() + ": processes were left: " + leftProcesses);
        check(leftFiles.isEmpty(), combination.name() + ": temporary files were left: " + leftFiles);
        return run;
    }

    /** The next combination's run clears what this one has written, and a red one is looked into afterwards. */
    private static void keepJournal(Combination combination) throws IOException {
        var journal = OUTPUT.resolve("journal.jsonl");
        if (Files.isRegularFile(journal)) {
            var kept = Files.createDirectories(OUTPUT.resolveSibling("four-combinations"));
            Files.copy(
                    journal,
                    kept.resolve(combination.name().replaceAll("[^a-z]+", "-") + ".jsonl"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String journal() throws IOException {
        return Files.readString(OUTPUT.resolve("journal.jsonl"));
    }

    private static Run read(int exitCode) throws IOException {
        var missing = REPORTS.stream()
                .filter(report -> !Files.isRegularFile(OUTPUT.resolve(report)))
                .toList();
        if (missing.contains("journal.jsonl")) {
            return new Run(exitCode, Map.of(), 0, false, missing);
        }
        var verdicts = new TreeMap<String, Integer>();
        int planned = 0;
        boolean ended = false;
        for (var line : journal().lines().toList()) {
            ended = line.startsWith("{\"record\":\"end\"");
            if (line.startsWith("{\"record\":\"run\"")) {
                planned = Integer.parseInt(first(PLANNED, line));
            } else if (line.startsWith("{\"record\":\"test\"")) {
                verdicts.merge(first(VERDICT, line), 1, Integer::sum);
            }
        }
        return new Run(exitCode, verdicts, planned, ended, missing);
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line);
        }
        return matcher.group(1);
    }

    private void only(Run run, String name, String... allowed) {
        var others = new TreeSet<>(run.verdicts().keySet());
        others.removeAll(Arrays.asList(allowed));
        check(others.isEmpty(), name + ": no verdict but " + Arrays.toString(allowed) + ", was " + run.verdicts());
    }

    private void same(Run run, String name, String verdict, int expected) {
        check(run.count(verdict) == expected, name + ": " + expected + " " + verdict + ", was " + run.count(verdict));
    }

    private void check(boolean holds, String what) {
        checks++;
        if (!holds) {
            failures.add(what);
        }
    }

    /** Returns the processes that inherited the marker of this program's builds. */
    private Set<String> left() throws IOException {
        if (!Files.isDirectory(PROCESSES)) {
            return Set.of();
        }
        var left = new TreeSet<String>();
        try (var processes = Files.list(PROCESSES)) {
            for (var process : processes.toList()) {
                if (environment(process).contains(MARKER + "=" + scratch)) {
                    left.add(process.getFileName() + " " + read(process.resolve("cmdline")).replace('\0', ' '));
                }
            }
        }
        return left;
    }

    private static String environment(Path process) {
        return process.getFileName().toString().matches("\\d+") ? read(process.resolve("environ")) : "";
    }

    /** Reads a file of a process; one that ended meanwhile, or belongs to somebody else, has nothing to say. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns the files that the run should have removed. */
    private Set<String> temporaryFiles() throws IOException {
        var left = new TreeSet<String>();
        for (var directory : List.of(scratch.resolve("tmp"), scratch.resolve("cache/untilfixed/runs"))) {
            if (Files.isDirectory(directory)) {
                try (var files = Files.list(directory)) {
                    files.map(Path::toString).forEach(left::add);
                }
            }
        }
        return left;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
