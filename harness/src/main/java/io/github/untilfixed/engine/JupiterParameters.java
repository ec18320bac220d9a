package io.github.untilfixed.engine;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The user's configuration parameters with the harness's own extensions registered; other extensions that could be
 * detected stay off unless the user switched them on.
 */
final class JupiterParameters implements ConfigurationParameters {

    private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";
    private static final String OURS = "io.github.untilfixed.*";

    private final ConfigurationParameters original;

    JupiterParameters(ConfigurationParameters original) {
        this.original = original;
    }

    @Override
    public Optional<String> get(String key) {
        return switch (key) {
            case ENABLED -> Optional.of("true");
            case INCLUDE -> Optional.of(include());
            default -> original.get(key);
        };
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
        return get(key).map(Boolean::parseBoolean);
    }

    private String include() {
        if (!original.getBoolean(ENABLED).orElse(false)) {
            return OURS;
        }
        return original.get(INCLUDE).map(patterns -> patterns + "," + OURS).orElse("*");
    }

    // JUnit 6 no longer declares it, so there is nothing to override there.
    @SuppressWarnings({"deprecation", "MissingOverride"})
    public int size() {
        return keySet().size();
    }

    @Override
    public Set<String> keySet() {
        return original.keySet();
    }
}
