package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void passes() {
        assertEquals(4, 2 + 2);
    }

    @FailsUntilFixed("1278")
    @Test
    void needsTheService() throws Exception {
        Service.connect();
    }

    @FailsUntilFixed("1301")
    @Test
    void staysWithinItsQuota() {
        fail("quota of today is used up");
    }
}
