package io.github.untilfixed.reports.posting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What to do with an update, decided from the comments that are there; a pure function. */
sealed interface PostPlan {

    /** There is no comment of ours yet. */
    record Create() implements PostPlan {}

    /**
     * Replace the text of our comment.
     *
     * @param previous the state that it held, empty when its line was damaged
     * @param duplicates further comments of ours, which are left alone and reported
     */
    record Replace(Comment comment, Optional<PostedState> previous, List<Comment> duplicates) implements PostPlan {}

    /** Leave everything as it is. */
    record Leave(String reason) implements PostPlan {}

    /** Decides; a comment is ours when its first line is our marker and the author is ours: anybody may quote a marker. */
    static PostPlan decide(PostedState update, List<Comment> comments, String author) {
        var ours = comments.stream()
                .filter(comment -> comment.author().equals(author))
                .filter(comment ->
                        comment.body().lines().findFirst().orElse("").equals(PostedState.marker(update.incident())))
                .sorted(Comparator.comparingLong(Comment::id))
                .toList();
        if (ours.isEmpty()) {
            return new Create();
        }
        var oldest = ours.get(0);
        var posted = PostedState.read(update.incident(), oldest.body());
        if (posted.isPresent() && posted.get().startedAt().isAfter(update.startedAt())) {
            return new Leave("comment " + oldest.id() + " is of run "
                    + posted.get().run() + ", started " + posted.get().startedAt() + ", later than this one");
        }
        if (posted.isPresent() && posted.get().equals(update)) {
            return new Leave("comment " + oldest.id() + " says the same already");
        }
        return new Replace(oldest, posted, ours.subList(1, ours.size()));
    }

    /**
     * A comment of an issue.
     *
     * @param author the login, or {@link #NOBODY}
     */
    record Comment(long id, String author, String body) {

        /** Who is no user of GitHub any more; no login is empty. */
        static final String NOBODY = "";
    }
}
