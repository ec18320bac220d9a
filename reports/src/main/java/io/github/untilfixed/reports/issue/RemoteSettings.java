package io.github.untilfixed.reports.issue;

/** The settings of a run against a real staging, as far as a journal has them: no address is ever on record. */
final class RemoteSettings {

    private RemoteSettings() {}

    /**
     * Returns the settings with words where an address belongs.
     *
     * @param fault the fault to inject, or {@code none}
     * @param toxiproxy which Toxiproxy the paths lead through
     */
    static String ofPlaceholders(String fault, String toxiproxy) {
        return String.join(
                " \\\n  ",
                "-Duntilfixed.environment=remote -Duntilfixed.fault=" + fault + " -Duntilfixed.toxiproxy=" + toxiproxy,
                "-Duntilfixed.remote.jdbc-url=jdbc:postgresql://‹host›:5432/‹database› -Duntilfixed.remote.user=‹role›",
                "-Duntilfixed.remote.allowed-hosts=‹host› -Duntilfixed.remote.base-url=https://‹application›");
    }
}
