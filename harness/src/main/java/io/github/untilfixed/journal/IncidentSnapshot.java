package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the registry as it was when the run started.
 *
 * @param id the incident's id, for example {@code 1278}
 * @param title one line
 * @param url the address, or null
 * @param kind INFRASTRUCTURE, CODE, CONFIGURATION or DEPENDENCY
 * @param owner who answers for it
 * @param opened when it was opened
 * @param reviewBy when its expectations must be looked at again
 * @param state OPEN, FIX_CLAIMED or CLOSED
 * @param flipped whether this run expected it to be fixed
 * @param fault the id of the fault that stands in for it, or null
 * @param symptoms a description of each symptom by its name, for example {@code phase-3-timeout}
 * @param narrative what people wrote in the registry, by section ({@code summary}, {@code five-whys}, {@code impact}, {@code actions}, {@code commands}, {@code criteria} ...): text, lists and maps as in the file; always DECLARED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentSnapshot(
        String id,
        String title,
        @Nullable String url,
        String kind,
        String owner,
        LocalDate opened,
        LocalDate reviewBy,
        String state,
        boolean flipped,
        @Nullable String fault,
        Map<String, String> symptoms,
        Map<String, Object> narrative) {}
