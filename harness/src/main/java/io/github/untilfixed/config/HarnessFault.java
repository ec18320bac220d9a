package io.github.untilfixed.config;

/** Marks exceptions that blame the harness, its configuration or its environment; no incident ever forgives them. */
public interface HarnessFault {}
