package io.github.untilfixed.environment;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The environment as one test, or one class for all its tests, sees it: it knows what was opened through it. */
final class TestScope implements Environment {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Environment environment;
    private final String tag;
    private final Map<String, DatabasePath> open = new ConcurrentHashMap<>();
    private final Map<String, Supplier<String>> witnesses = new ConcurrentHashMap<>();

    TestScope(Environment environment, String testName) {
        this.environment = environment;
        this.tag = tag(testName);
    }

    /** PostgreSQL keeps 63 characters of a name; the number tells tests of the same name apart. */
    private static String tag(String testName) {
        var name = testName.replaceAll("[^A-Za-z0-9_-]", "_");
        return RunTag.PREFIX + NUMBER.incrementAndGet() + "-" + name.substring(0, Math.min(name.length(), 45));
    }

    /** Returns what connections of this scope call themselves. */
    String tag() {
        return tag;
    }

    boolean hasOpen(String pathName) {
        return open.containsKey(pathName);
    }

    /** Closes the paths that the test has left open and returns their names. */
    Set<String> closePaths() {
        var names = new HashSet<String>();
        for (var path : Map.copyOf(open).values()) {
            names.add(path.name());
            path.close();
        }
        return names;
    }

    @Override
    public String name() {
        return environment.name();
    }

    @Override
    public Database database() {
        return environment.database().as(tag);
    }

    @Override
    public boolean ownsServer() {
        return environment.ownsServer();
    }

    @Override
    public ToxiproxyServer toxiproxy() {
        return environment.toxiproxy();
    }

    @Override
    public DatabasePath openPath(String pathName) {
        var path = new ScopedPath(environment.openPath(pathName), tag, open);
        open.put(path.name(), path);
        return path;
    }

    @Override
    public Optional<URI> application() {
        return environment.application();
    }

    @Override
    public Set<Remnant> remnants() {
        return environment.remnants();
    }

    @Override
    public void remove(Remnant remnant) {
        environment.remove(remnant);
    }

    @Override
    public Witness witness(String name, Supplier<String> part) {
        var key = witnesses.containsKey(name) ? name + " " + (witnesses.size() + 1) : name;
        witnesses.put(key, part);
        return () -> witnesses.computeIfPresent(key, (same, asked) -> {
            var last = tried(asked);
            return () -> last;
        });
    }

    @Override
    public Map<String, String> evidence() {
        var evidence = new LinkedHashMap<>(environment.evidence());
        Map.copyOf(witnesses).forEach((name, part) -> evidence.put(name, tried(part)));
        return evidence;
    }

    private static String tried(Supplier<String> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return "cannot be had: " + e;
        }
    }

    /** Does nothing: the environment outlives the test. */
    @Override
    public void close() {}
}
