package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.untilfixed.FailsUntilFixed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its tests never run while the service is down. */
@FailsUntilFixed("1278")
class ServiceIT {

    @BeforeAll
    static void connect() throws Exception {
        Service.connect();
    }

    @Test
    void first() {
        assertEquals(4, 2 + 2);
    }

    @Test
    void second() {
        assertEquals(4, 2 + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void template(int number) {
        assertEquals(number, number * 1);
    }
}
