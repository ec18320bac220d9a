package io.github.untilfixed.reports.posting;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import io.github.untilfixed.reports.words.RunLines;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
     * @param markdown the text of the update
     * @throws IOException when the comments cannot be read
     */
    public String preview(UpdateFile update, String markdown) throws IOException {
        var state = PostedState.of(update, markdown);
        var existing = comments.list();
        var plan = PostPlan.decide(state, existing, author);
        var news = plan instanceof PostPlan.Replace replace && changed(replace, state, existing)
                ? ", and a short new comment tells that the finding is now: " + state.finding()
                : "";
        return "dry run, nothing is written: " + words(plan) + news;
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
                return attempt(PostedState.of(update, markdown), markdown);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause.sleep(Duration.ofMillis(500L * attempt + random.nextInt(500)));
            }
        }
    }

    private String attempt(PostedState state, String markdown) throws IOException {
        var existing = comments.list();
        var plan = PostPlan.decide(state, existing, author);
        var body = state.lines() + markdown;
        if (plan instanceof PostPlan.Create) {
            var created = comments.create(body);
            return words(plan) + " " + comments.address(created.id());
        }
        if (plan instanceof PostPlan.Replace replace) {
            // Before the edit: after it nobody can tell that the state changed, and what fails in between is never
            // told.
            if (changed(replace, state, existing)) {
                announce(replace, state);
            }
            comments.replace(replace.comment().id(), body);
            verify(replace.comment().id(), state);
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

    /** Returns whether the finding is another one, and no comment of this run has told of it yet. */
    private boolean changed(PostPlan.Replace replace, PostedState state, List<PostPlan.Comment> existing) {
        boolean told = existing.stream()
                .filter(comment -> comment.author().equals(author))
                .anyMatch(
                        comment -> comment.body().lines().findFirst().orElse("").equals(state.newsMarker()));
        return !told && !replace.previous().map(PostedState::finding).equals(Optional.of(state.finding()));
    }

    /** An edit notifies nobody. */
    private void announce(PostPlan.Replace replace, PostedState state) throws IOException {
        var before = replace.previous()
                .map(previous -> "Before: " + previous.finding() + ". ")
                .orElse("What was found before is not on record. ");
        var measured = "Measured by run " + state.run() + ", started " + RunLines.utc(state.startedAt()) + ". ";
        var link = new Inline.Link(
                "The whole update", comments.address(replace.comment().id()));
        var news = new Document(
                "Incident " + state.incident() + ": " + state.finding(),
                List.of(new Block.Paragraph(line(text(before + measured), link))),
                List.of());
        comments.create(state.newsMarker() + "\n" + MarkdownWriter.write(news, MarkdownWriter.COMMENT_BUDGET));
    }

    private static String words(PostPlan plan) {
        if (plan instanceof PostPlan.Leave leave) {
            return "left as it is: " + leave.reason();
        }
        if (plan instanceof PostPlan.Replace replace) {
            var more = replace.duplicates().isEmpty()
                    ? ""
                    : "; left alone, and better deleted: "
                            + replace.duplicates().size() + " more of the same incident";
            return "comment " + replace.comment().id() + " is replaced" + more;
        }
        return "a comment is created";
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {

        /** Waits that long, or until the thread is interrupted. */
        void sleep(Duration duration) throws IOException;
    }
}
