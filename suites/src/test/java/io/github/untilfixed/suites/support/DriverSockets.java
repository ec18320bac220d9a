package io.github.untilfixed.suites.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the PostgreSQL driver's sockets: it asks for unconnected ones alone and connects them itself. */
public abstract class DriverSockets extends SocketFactory {

    protected DriverSockets() {
        super();
    }

    @Override
    public abstract Socket createSocket() throws IOException;

    @Override
    public final Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unused();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public final Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the driver connects its sockets itself");
    }
}
