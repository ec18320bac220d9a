package io.github.untilfixed.suites.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Observations;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.Staging;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@E2EStagingTier
@DisplayName("The golden path of staging")
@FailsUntilFixed("1278")
class GoldenPathTests {

    @Test
    void completesAllSevenPhasesOfItsStart(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.ready(path.database(), path.timeScale(), observations)) {
            assertThat(staging.phases())
                    .containsExactly("INIT", "DEPENDENCIES", "DATABASE", "CACHE", "SERVICES", "WEBSOCKET", "FINALIZE");
        }
    }

    @Test
    void leadsFromLoginToAnAnswer(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.ready(path.database(), path.timeScale(), observations)) {
            var token = given().baseUri(staging.baseUrl().toString())
                    .contentType(ContentType.JSON)
                    .body(Map.of("user", "ada", "password", "x"))
                    .post("/auth/login")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("access_token");

            var answer = given().baseUri(staging.baseUrl().toString())
                    .contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + token)
                    .body(Map.of("message", "How much did we spend?"))
                    .post("/api/chat")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("answer");

            assertThat(answer).contains("How much did we spend?");
        }
    }
}
