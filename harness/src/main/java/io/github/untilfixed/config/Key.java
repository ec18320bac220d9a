package io.github.untilfixed.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One row of the table of keys.
 *
 * @param name the full key, in lower case
 * @param allowed the allowed values in words
 * @param fallback the text of the default, empty when there is none
 * @param description one sentence for the configuration page
 * @param parser turns text into the typed value, or says what is wrong with it
 * @param secret whether the value may only come from an environment variable or a file, and is never printed
 */
record Key<T>(String name, String allowed, String fallback, String description, Parser<T> parser, boolean secret) {

    /** What every key of the harness starts with. */
    static final String PREFIX = "untilfixed.";

    static <T> Key<T> of(String name, String allowed, String fallback, String description, Parser<T> parser) {
        return new Key<>(PREFIX + name, allowed, fallback, description, parser, false);
    }

    Key<T> asSecret() {
        return new Key<>(name, allowed, fallback, description, parser, true);
    }

    String environmentVariable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Turns text into a value; empty when the text is none of the allowed ones. */
    interface Parser<T> {
        Optional<T> parse(String text);
    }
}
