package io.github.untilfixed.reports.posting;

import io.github.untilfixed.reports.posting.PostPlan.Comment;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;

/** The comments of one issue on GitHub. */
public final class IssueComments {

    private final GHIssue issue;

    private IssueComments(GHIssue issue) {
        this.issue = issue;
    }

    /**
     * Opens an issue.
     *
     * @param api the address of the REST API
     * @param token a token that may read the issue, and write its comments when they are to be written; null reads what is public
     * @param repository owner and name, for example {@code octo/repo}
     * @throws IOException when there is no such issue, or GitHub refuses or does not answer
     */
    public static IssueComments open(URI api, @Nullable String token, String repository, int number)
            throws IOException {
        var builder = new GitHubBuilder()
                .withEndpoint(api.toString())
                // A limit of GitHub's lasts longer than a build: better to fail and say so than to hang.
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL);
        var github =
                token == null ? builder.build() : builder.withOAuthToken(token).build();
        return new IssueComments(github.getRepository(repository).getIssue(number));
    }

    List<Comment> list() throws IOException {
        var comments = new ArrayList<Comment>();
        for (GHIssueComment comment : issue.queryComments().list()) {
            comments.add(comment(comment));
        }
        return comments;
    }

    Comment create(String body) throws IOException {
        return comment(issue.comment(body));
    }

    void replace(long id, String body) throws IOException {
        for (GHIssueComment comment : issue.queryComments().list()) {
            if (comment.getId() == id) {
                comment.update(body);
                return;
            }
        }
        throw new IOException("comment " + id + " is gone");
    }

    String address(long id) {
        return issue.getHtmlUrl() + "#issuecomment-" + id;
    }

    private static Comment comment(GHIssueComment comment) {
        return new Comment(comment.getId(), author(comment), String.valueOf(comment.getBody()));
    }

    /** The other way to the author asks GitHub for the whole user, once for each comment; the login is in the comment. */
    @SuppressWarnings("deprecation")
    private static String author(GHIssueComment comment) {
        try {
            return comment.getUserName();
        } catch (NullPointerException e) {
            // A comment whose author is gone has no user, and the library offers no way to ask for that first.
            return Comment.NOBODY;
        }
    }
}
