package io.github.untilfixed.reports.facts;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run and its reports can be seen; nothing of it is in a journal, whoever publishes them has to say.
 *
 * @param run the run of the CI server, or null
 * @param pages the directory that the page is published in, or null; the Allure page is in {@code allure/} below it
 */
public record Addresses(@Nullable URI run, @Nullable URI pages) {

    /** Nobody said. */
    public static final Addresses NONE = new Addresses(null, null);

    /** Returns where the page of the run is. */
    public Optional<String> page() {
        return Optional.ofNullable(pages).map(URI::toString);
    }

    /** Returns where the Allure page is. */
    public Optional<String> allure() {
        return page().map(page -> page + (page.endsWith("/") ? "" : "/") + "allure/");
    }

    /** Returns where the run of the CI server is. */
    public Optional<String> ciRun() {
        return Optional.ofNullable(run).map(URI::toString);
    }
}
