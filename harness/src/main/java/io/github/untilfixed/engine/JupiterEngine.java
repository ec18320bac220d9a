package io.github.untilfixed.engine;

import java.util.ServiceLoader;
import org.junit.platform.engine.TestEngine;

/** Finds the engine that this one delegates to. */
final class JupiterEngine {

    static final String ID = "junit-jupiter";

    private JupiterEngine() {}

    static TestEngine find() {
        for (var engine : ServiceLoader.load(TestEngine.class)) {
            if (engine.getId().equals(ID)) {
                return engine;
            }
        }
        throw new IllegalStateException(
                "the engine junit-jupiter is not on the class path; add org.junit.jupiter:junit-jupiter");
    }
}
