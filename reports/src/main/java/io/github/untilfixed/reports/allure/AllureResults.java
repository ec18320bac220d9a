package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a directory of Allure results say what the journal says: exactly one result for each test of the journal, with
 * its verdict, labels, link and evidence, and nothing that a page would run. Doing it twice changes nothing.
 */
public final class AllureResults {

    private AllureResults() {}

    /**
     * Rewrites the adapter's results in place.
     *
     * @throws IOException when the directory cannot be read or written, or holds a result that is no JSON
     */
    public static void rewrite(RunFacts run, Path directory, Redactor redactor) throws IOException {
        write(run, directory, VerdictStatus.ALLURE_2, redactor);
    }

    /**
     * Makes a second directory of results, for Allure 3, in which expected failures are known ones.
     *
     * @param source where the adapter's results are
     * @param target replaced file by file
     * @throws IOException when a directory cannot be read or written, or holds a result that is no JSON
     */
    public static void copyForAllure3(RunFacts run, Path source, Path target, Redactor redactor) throws IOException {
        Files.createDirectories(target);
        if (Files.isDirectory(source)) {
            try (var files = Files.list(source)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        write(run, target, VerdictStatus.ALLURE_3, redactor);
        json(target.resolve("allurerc.json"), SideFiles.allurerc());
    }

    private static void write(RunFacts run, Path directory, VerdictStatus statuses, Redactor redactor)
            throws IOException {
        Files.createDirectories(directory);
        var adapter = AdapterFiles.read(directory);
        var matching = Matching.of(run.tests(), adapter.results());
        var nodes = new ResultNode(run, statuses);
        var attachments = new Attachments(directory, redactor);
        for (var test : run.tests()) {
            var result = nodes.of(test, matching.of(test));
            attachments.attach(test, result);
            attachments.neutralise(result);
            json(directory.resolve(AdapterFiles.fileName(result)), result);
        }
        for (var container : adapter.containers().entrySet()) {
            attachments.neutralise(container.getValue());
            json(container.getKey(), container.getValue());
        }
        // A class that failed as a whole has a result of its own, in place of its tests': they have theirs now.
        for (var nobody : matching.nobodys()) {
            Files.deleteIfExists(directory.resolve(AdapterFiles.fileName(nobody)));
        }
        for (var file : adapter.superfluous()) {
            Files.deleteIfExists(file);
        }
        json(directory.resolve("categories.json"), SideFiles.categories(run));
        json(directory.resolve("executor.json"), SideFiles.executor(run));
        Files.writeString(directory.resolve("environment.properties"), SideFiles.environment(run));
    }

    private static void json(Path file, JsonNode node) throws IOException {
        Files.writeString(
                file, AdapterFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }
}
