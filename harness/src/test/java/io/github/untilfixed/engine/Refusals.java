package io.github.untilfixed.engine;

import java.net.ConnectException;

/** The failure that most tests of the judge are about, and a registry in which it is a symptom wherever it starts. */
final class Refusals {

    static final String REGISTRY = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  refused:
                    exceptions: ConnectException
                    message: refused
                    origin: [test, set-up, tear-down, class-set-up, class-tear-down, extension]
            """;

    private Refusals() {}

    /** Throws the checked exception where none may be declared; what it returns is for {@code throw}. */
    static RuntimeException refuse() {
        throw OriginTestCases.<RuntimeException>sneak(new ConnectException("Connection refused"));
    }
}
