package com.example;

import java.net.ConnectException;

/** What the tests need: it is down, and up again where {@code SERVICE_UP} is set. */
final class Service {

    private Service() {}

    static void connect() throws ConnectException {
        if (System.getenv("SERVICE_UP") == null) {
            throw new ConnectException("Connection refused");
        }
    }
}
