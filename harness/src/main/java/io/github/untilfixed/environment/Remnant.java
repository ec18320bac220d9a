package io.github.untilfixed.environment;

/**
 * Something in an environment that a test may have made and must not leave to the next one.
 *
 * @param kind what it is
 * @param id tells it from others of its kind, for example a process id of the server
 * @param application what a connection calls itself, see {@link Database#application()}; empty for anything else
 * @param description for people
 */
public record Remnant(Kind kind, String id, String application, String description) {

    /** What there is. */
    public enum Kind {
        /** A table, view, sequence or the like. */
        RELATION,
        /** A session of the application's role. */
        CONNECTION,
        /** A proxy with its toxics. */
        PROXY,
        /** A toxic on a proxy. */
        TOXIC,
        /** That a proxy is disabled. */
        DISABLED
    }

    /** Names a proxy. */
    public static Remnant proxy(String proxy) {
        return new Remnant(Kind.PROXY, proxy, "", "the proxy " + proxy);
    }

    /** Names a toxic by its proxy and its own name. */
    public static Remnant toxic(String proxy, String toxic) {
        return new Remnant(Kind.TOXIC, proxy + "/" + toxic, "", "the toxic " + toxic + " on the proxy " + proxy);
    }

    /** Names a proxy that is disabled, which is what may not be left. */
    public static Remnant disabled(String proxy) {
        return new Remnant(Kind.DISABLED, proxy, "", "the proxy " + proxy + " disabled");
    }

    /** Returns whether it is what becomes of a proxy, and not something that somebody made. */
    boolean isStateOfAProxy() {
        return kind == Kind.TOXIC || kind == Kind.DISABLED;
    }

    /** Returns the proxy that it is, or that it is on. */
    String proxy() {
        return id.replaceFirst("/.*", "");
    }

    @Override
    public String toString() {
        return description;
    }
}
