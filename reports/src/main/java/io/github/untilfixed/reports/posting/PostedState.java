package io.github.untilfixed.reports.posting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment remembers about the update that it holds, in its first two lines, which no reader sees: the first lines,
 * because whatever shortens a text cuts its end.
 *
 * @param incident the incident's id
 * @param run the run that the update is of
 * @param startedAt when that run started; an older update never replaces a newer one
 * @param digest of the text of the update
 * @param finding what the run found, in words: a fix that holds in the simulation and one that holds in staging are two findings
 */
record PostedState(String incident, String run, Instant startedAt, String digest, String finding) {

    private static final Pattern STATE = Pattern.compile("untilfixed:state ([0-9a-f]+)");
    private static final String SEPARATOR = "\n";

    /** Returns the state of a comment that holds this text of an update. */
    static PostedState of(UpdateFile update, String markdown) {
        return new PostedState(update.incident(), update.run(), update.startedAt(), sha256(markdown), update.finding());
    }

    /** Returns the first line of every comment about that incident. */
    static String marker(String incident) {
        return MarkdownWriter.marker("untilfixed:update incident=" + hex(incident) + " v=1");
    }

    /** Returns the first line of the short comment that tells of a change of state; each run tells of one once. */
    String newsMarker() {
        return MarkdownWriter.marker("untilfixed:news incident=" + hex(incident) + " run=" + hex(run) + " v=1");
    }

    /** Returns the two lines. */
    String lines() {
        var text = String.join(SEPARATOR, incident, run, startedAt.toString(), digest, finding);
        return marker(incident) + "\n" + MarkdownWriter.marker("untilfixed:state " + hex(text)) + "\n";
    }

    /** Returns what a comment remembers, or empty when it is none of ours for that incident. */
    static Optional<PostedState> read(String incident, String body) {
        var lines = body.lines().limit(2).toList();
        if (lines.size() < 2 || !lines.get(0).equals(marker(incident))) {
            return Optional.empty();
        }
        return MarkdownWriter.hiddenIn(lines.get(1))
                .map(STATE::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> parse(matcher.group(1)));
    }

    private static Optional<PostedState> parse(String hex) {
        try {
            var parts = new String(HexFormat.of().parseHex(hex), UTF_8).split(SEPARATOR, -1);
            return parts.length == 5
                    ? Optional.of(new PostedState(parts[0], parts[1], Instant.parse(parts[2]), parts[3], parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Somebody edited the line: the comment is still ours, and gets a new one.
            return Optional.empty();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
