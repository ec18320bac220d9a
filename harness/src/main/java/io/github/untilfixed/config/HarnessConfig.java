package io.github.untilfixed.config;

/** The whole configuration of a run. */
public record HarnessConfig() {}
