package io.github.untilfixed.environment;

import eu.rekawek.toxiproxy.Proxy;
import java.util.Map;

/** A path whose connections call themselves after the test that opened it. */
record ScopedPath(DatabasePath path, String tag, Map<String, DatabasePath> open) implements DatabasePath {

    @Override
    public String name() {
        return path.name();
    }

    @Override
    public Database database() {
        return path.database().as(tag);
    }

    @Override
    public Proxy proxy() {
        return path.proxy();
    }

    @Override
    public ToxiproxyServer toxiproxy() {
        return path.toxiproxy();
    }

    @Override
    public void close() {
        path.close();
        open.remove(name());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
