package io.github.untilfixed.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which calls of foreign code show something, which start work, which await it. */
final class Vocabulary {

    private static final List<String> ASSERTIONS = List.of(
            "org/junit/jupiter/api/Assertions",
            "org/junit/jupiter/api/Assert",
            "org/junit/Assert",
            "org/hamcrest/MatcherAssert",
            "com/google/common/truth/",
            "org/opentest4j/");

    /** What only prepares an assertion of AssertJ. */
    private static final Set<String> PREPARING = Set.of(
            "assertThat",
            "assertThatObject",
            "assertThatCollection",
            "assertThatList",
            "as",
            "describedAs",
            "withFailMessage",
            "overridingErrorMessage",
            "extracting",
            "first",
            "last",
            "element",
            "asString",
            "asInstanceOf",
            "usingRecursiveComparison",
            "usingComparator",
            "ignoringFields",
            "withRepresentation",
            "<init>");

    private static final List<String> ENVIRONMENT = List.of(
            "java/net/",
            "java/sql/",
            "javax/sql/",
            "javax/net/",
            "java/nio/channels/",
            "java/nio/file/Files",
            "java/lang/Process",
            "java/io/File",
            "io/github/untilfixed/environment/",
            "io/github/untilfixed/network/");

    private static final Map<String, Set<String>> THROWING = Map.of(
            "java/util/Objects", Set.of("requireNonNull", "checkIndex"),
            "java/util/Optional", Set.of("orElseThrow", "get"),
            "java/util/OptionalInt", Set.of("orElseThrow", "getAsInt"),
            "java/util/OptionalLong", Set.of("orElseThrow", "getAsLong"),
            "java/lang/reflect/Method", Set.of("invoke"));

    private static final Set<String> STARTING = Set.of(
            "runAsync",
            "supplyAsync",
            "thenRunAsync",
            "thenAcceptAsync",
            "thenApplyAsync",
            "thenRun",
            "thenAccept",
            "thenApply",
            "whenComplete",
            "handle",
            "execute",
            "submit",
            "schedule",
            "scheduleAtFixedRate",
            "scheduleWithFixedDelay",
            "startVirtualThread");

    private static final List<String> STARTERS =
            List.of("java/util/concurrent/", "java/lang/Thread", "java/util/Timer");

    private static final Set<String> AWAITING = Set.of(
            "get",
            "join",
            "await",
            "awaitTermination",
            "awaitQuiescence",
            "invoke",
            "invokeAll",
            "invokeAny",
            "close",
            "take",
            "poll",
            "acquire",
            "exchange",
            "resultNow");

    /** Assertions about a future that wait for it, and fail as it does. */
    private static final Set<String> AWAITING_ASSERTIONS = Set.of("succeedsWithin", "failsWithin");

    private static final Set<String> LAZY = Set.of(
            "map",
            "filter",
            "peek",
            "flatMap",
            "mapMulti",
            "mapToObj",
            "mapToInt",
            "mapToLong",
            "mapToDouble",
            "sorted",
            "takeWhile",
            "dropWhile",
            "iterate",
            "generate",
            "limit",
            "skip",
            "distinct",
            "boxed",
            "onClose");

    private static final List<String> SILENT = List.of("org/slf4j/", "org/apache/logging/", "java/util/logging/");

    private Vocabulary() {}

    static boolean asserts(String owner, String name) {
        return (ASSERTIONS.stream().anyMatch(owner::startsWith) || isAssertJ(owner) || isTestKit(owner, name))
                && !PREPARING.contains(name);
    }

    /** The core and the libraries for other types: each has a package of that name. */
    private static boolean isAssertJ(String owner) {
        return owner.startsWith("org/assertj/") && owner.contains("/api/");
    }

    private static boolean isTestKit(String owner, String name) {
        return owner.startsWith("org/junit/platform/testkit/") && name.startsWith("assert");
    }

    static boolean preparesAssertion(String name) {
        return name.startsWith("assertThat");
    }

    static boolean touchesEnvironment(String owner) {
        return ENVIRONMENT.stream().anyMatch(owner::startsWith);
    }

    static boolean throwsByContract(String owner, String name) {
        return THROWING.getOrDefault(owner, Set.of()).contains(name);
    }

    static boolean starts(String owner, String name) {
        return mayStartWork(owner)
                && (STARTING.contains(name) || (owner.equals("java/lang/Thread") && name.equals("<init>")));
    }

    static boolean awaits(String owner, String name) {
        return (mayStartWork(owner) && AWAITING.contains(name))
                || (isAssertJ(owner) && AWAITING_ASSERTIONS.contains(name));
    }

    static boolean mayStartWork(String owner) {
        return STARTERS.stream().anyMatch(owner::startsWith);
    }

    static boolean isLazy(String owner, String name) {
        return owner.startsWith("java/util/stream/") && LAZY.contains(name);
    }

    static boolean isTerminal(String owner, String name) {
        return owner.startsWith("java/util/stream/") && !LAZY.contains(name) && !name.equals("of");
    }

    /** Returns whether the code is known to show nothing by itself: Java's core, JUnit's and that of loggers. */
    static boolean isNeutral(String owner) {
        return owner.startsWith("java/")
                || owner.startsWith("[")
                || owner.startsWith("org/junit/")
                || owner.startsWith("io/github/untilfixed/")
                || owner.startsWith("org/assertj/")
                || SILENT.stream().anyMatch(owner::startsWith);
    }
}
