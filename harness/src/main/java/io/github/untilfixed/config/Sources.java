package io.github.untilfixed.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of this process in their order: explicit parameter, system property, environment variable,
 * {@code untilfixed.properties}, {@code junit-platform.properties}.
 *
 * <p>JUnit answers a look-up without saying where the value came from. A value that equals the system property of that
 * name counts as one, and else a value that equals the entry of {@code junit-platform.properties} counts as that.
 */
final class Sources {

    private Sources() {}

    static List<Source> ofProcess(Function<String, Optional<String>> parameters, Set<String> parameterNames) {
        var junitFile = file("junit-platform.properties");
        var system = systemProperties();
        return List.of(
                new Source("configuration parameter", explicit(parameters, parameterNames, system, junitFile), false),
                new Source("system property", system, false),
                new Source("environment variable", environment(System.getenv()), true),
                new Source("untilfixed.properties", file("untilfixed.properties"), true),
                new Source("junit-platform.properties", junitFile, true));
    }

    private static Map<String, String> explicit(
            Function<String, Optional<String>> parameters,
            Set<String> parameterNames,
            Map<String, String> system,
            Map<String, String> junitFile) {
        var explicit = new HashMap<String, String>();
        Stream.concat(HarnessKeys.names(), parameterNames.stream().filter(name -> name.startsWith(Key.PREFIX)))
                .forEach(key -> parameters
                        .apply(key)
                        .filter(value -> !value.equals(system.get(key)) && !value.equals(junitFile.get(key)))
                        .ifPresent(value -> explicit.put(key, value)));
        return explicit;
    }

    /** Translates {@code UNTILFIXED_TIME_SCALE} to {@code untilfixed.time-scale}; unknown names keep their letters. */
    static Map<String, String> environment(Map<String, String> variables) {
        var settings = new HashMap<String, String>();
        variables.forEach((name, value) -> {
            if (name.startsWith("UNTILFIXED_")) {
                var key = HarnessKeys.byEnvironmentVariable(name)
                        .<String>map(Key::name)
                        .orElseGet(() -> name.toLowerCase(Locale.ROOT).replace('_', '.'));
                settings.put(key, value);
            }
        });
        return settings;
    }

    private static Map<String, String> systemProperties() {
        return untilFixed(System.getProperties());
    }

    private static Map<String, String> file(String resource) {
        try (var in = open(resource)) {
            if (in == null) {
                return Map.of();
            }
            var properties = new Properties();
            properties.load(in);
            return untilFixed(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of the class path", e);
        }
    }

    private static @Nullable InputStream open(String resource) {
        var loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(resource) : loader.getResourceAsStream(resource);
    }

    private static Map<String, String> untilFixed(Properties properties) {
        var settings = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(Key.PREFIX)) {
                settings.put(name, properties.getProperty(name));
            }
        }
        return settings;
    }
}
