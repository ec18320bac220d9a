package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.settings.ConnectionString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The connection string of staging")
class ConnectionStringTests {

    private static final String SOCKET = "/cloudsql/netra-staging:us-central1:staging-shared-postgres";

    @Test
    void leadsToTheSocketOfTheBuiltInProxy() {
        var parsed = ConnectionString.parse("postgresql+asyncpg://u:p@/netra_staging?host=" + SOCKET);

        assertThat(parsed.socketFile()).hasValue(SOCKET + "/.s.PGSQL.5432");
    }

    @Test
    void leadsToAPrivateAddressOverTcp() {
        assertThat(ConnectionString.parse("postgresql://u:p@10.1.0.3/netra_staging")
                        .host())
                .hasValue("10.1.0.3");
    }

    @Test
    void isRefusedInTheFormOfTheIncidentReport() {
        assertThatThrownBy(() -> ConnectionString.parse("postgresql+asyncpg://u:p@" + SOCKET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands where the database's name belongs");
    }
}
