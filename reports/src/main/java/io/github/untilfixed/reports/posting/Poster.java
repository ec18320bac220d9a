package io.github.untilfixed.reports.posting;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Keeps the one comment of an incident up to date, and writes a short new one when the incident's state changed. */
public final class Poster {

    private static final int ATTEMPTS = 3;

    private final IssueComments comments;
    private final String author;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * Makes a poster.
     *
     * @param author the login that the comments are written by
     * @param pause waits between attempts
     * @param random spreads the attempts of several builds
     */
    public Poster(IssueComments comments, String author, Pause pause, RandomGenerator random) {
        this.comments = comments;
        this.author = author;
        this.pause = pause;
        this.random = random;
    }

    /**
     * Says what would be done, and does nothing.
     *
     * @throws IOException when the comments cannot be read
     */
    public String preview(UpdateFile update) throws IOException {
        var plan = PostPlan.decide(PostedState.of(update), comments.list(), author);
        return "dry run, nothing is written: " + words(plan);
    }

    /**
     * Writes the update, up to three times when GitHub fails or somebody else wrote in between.
     *
     * @param markdown the text of the update
     * @return what was done, in one sentence
     * @throws IOException when the last attempt failed
     */
    public String post(UpdateFile update, String markdown) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(PostedState.of(update), update, markdown);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause.sleep(Duration.ofMillis(500L * attempt + random.nextInt(500)));
            }
        }
    }

    private String attempt(PostedState state, UpdateFile update, String markdown) throws IOException {
        var plan = PostPlan.decide(state, comments.list(), author);
        var body = state.lines() + markdown;
        if (plan instanceof PostPlan.Create) {
            var created = comments.create(body);
            return words(plan) + " " + comments.address(created.id());
        }
        if (plan instanceof PostPlan.Replace replace) {
            comments.replace(replace.comment().id(), body);
            verify(replace.comment().id(), state);
            announce(replace, update);
            return words(plan) + " " + comments.address(replace.comment().id());
        }
        return words(plan);
    }

    /** GitHub cannot compare and swap a comment, so the text is read again: another build may have written meanwhile. */
    private void verify(long id, PostedState state) throws IOException {
        var written = comments.list().stream()
                .filter(comment -> comment.id() == id)
                .flatMap(comment -> PostedState.read(state.incident(), comment.body()).stream())
                .findFirst();
        if (written.isEmpty() || !written.get().equals(state)) {
            throw new IOException("comment " + id + " does not hold what was just written: another build wrote it");
        }
    }

    private void announce(PostPlan.Replace replace, UpdateFile update) throws IOException {
        var before = replace.previous().map(PostedState::state).orElse("unknown");
        if (before.equals(update.state())) {
            return;
        }
        // An edit notifies nobody.
        var news = new Document(
                "Incident " + update.incident() + ": " + words(update.state()),
                List.of(new Block.Paragraph(line(
                        text("It was " + words(before) + " before. Measured by run " + update.run() + ", started "
                                + update.startedAt() + ". "),
                        new Inline.Link(
                                "The update", comments.address(replace.comment().id()))))),
                List.of());
        comments.create(MarkdownWriter.write(news, MarkdownWriter.COMMENT_BUDGET));
    }

    private static String words(PostPlan plan) {
        if (plan instanceof PostPlan.Leave leave) {
            return "left as it is: " + leave.reason();
        }
        if (plan instanceof PostPlan.Replace replace) {
            var more = replace.duplicates().isEmpty()
                    ? ""
                    : ", " + replace.duplicates().size()
                            + " further comments of the same incident are left alone, delete them";
            return "comment " + replace.comment().id() + " is replaced" + more;
        }
        return "a comment is created";
    }

    private static String words(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {

        /** Waits that long, or until the thread is interrupted. */
        void sleep(Duration duration) throws IOException;
    }
}
