package io.github.untilfixed.network;

import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.ToxiproxyControl;

/** Changes the toxics of one proxy. */
final class ToxicControl {

    private final String proxy;
    private final ToxiproxyControl control;

    ToxicControl(DatabasePath path) {
        this.proxy = path.name();
        this.control = new ToxiproxyControl(path.toxiproxy().controlUrl());
    }

    /** Adds a toxic; returns false when this Toxiproxy does not know its type. */
    boolean add(Toxic toxic) {
        return control.addToxic(proxy, toxic);
    }

    /** Removes every toxic. */
    void clear() {
        control.clearToxics(proxy);
    }

    /** Lets the proxy listen, or refuses connections from now on. */
    void enable(boolean listening) {
        control.enable(proxy, listening);
    }
}
