package io.github.untilfixed.network;

import java.util.Map;

/**
 * A toxic as Toxiproxy's API takes it, in real milliseconds.
 *
 * @param name unique on its proxy
 * @param type for example {@code latency}
 * @param stream the direction as the API names it
 * @param toxicity the share of connections it works on, 0..1
 * @param attributes those of the type
 */
record Toxic(String name, String type, String stream, double toxicity, Map<String, ?> attributes) {}
