package io.github.untilfixed.config;

/**
 * Which images the environment {@code containers} starts.
 *
 * @param postgresImage the image of PostgreSQL
 * @param toxiproxyImage the image of Toxiproxy
 * @param reuse whether containers are kept for the next run, as Testcontainers offers it
 */
public record ContainersConfig(String postgresImage, String toxiproxyImage, boolean reuse) {}
