package io.github.untilfixed.reports.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PosterTests {

    private static final String BOT = "github-actions[bot]";
    private static final String COMMENTS = "/repos/octo/repo/issues/7/comments";
    private static final String TEXT = "# Incident 1278\n\nall is measured\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer github = new WireMockServer(wireMockConfig().dynamicPort());
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void start() {
        github.start();
        github.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)).atPriority(10));
        github.stubFor(get("/repos/octo/repo")
                .willReturn(
                        okJson("{\"id\":1,\"name\":\"repo\",\"full_name\":\"octo/repo\",\"owner\":{\"login\":\"octo\"},"
                                + "\"url\":\"" + github.baseUrl() + "/repos/octo/repo\"}")));
        github.stubFor(get("/repos/octo/repo/issues/7")
                .willReturn(okJson("{\"id\":70,\"number\":7,\"url\":\"" + github.baseUrl()
                        + "/repos/octo/repo/issues/7\",\"html_url\":\"https://github.com/octo/repo/issues/7\"}")));
        github.stubFor(post(COMMENTS).willReturn(aResponse().withStatus(201).withBody(comment(100, BOT, "new"))));
    }

    @AfterEach
    void stop() {
        github.stop();
    }

    @Test
    void createsTheCommentWithTheMarkerOnItsFirstLine() throws IOException {
        existing();

        assertThat(poster().post(update(SampleRun.incident()), TEXT))
                .isEqualTo("a comment is created https://github.com/octo/repo/issues/7#issuecomment-100");
        var body = JSON.readTree(github.findAll(postRequestedFor(urlEqualTo(COMMENTS)))
                        .get(0)
                        .getBodyAsString())
                .path("body")
                .asText();
        assertThat(body.lines().findFirst()).hasValue(PostedState.marker("1278"));
        assertThat(body).endsWith(TEXT);
    }

    @Test
    void replacesTheTextOfItsOwnCommentAndSaysNothingMoreWhenTheStateIsTheSame() throws IOException {
        var earlier = new SampleRun().runId("run-0").startedAt(SampleRun.START.minusSeconds(60));
        earlier.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.FAILED_AS_EXPECTED);
        var update = update(SampleRun.incident());
        replaceable(body(update(earlier)), body(update));

        assertThat(poster().post(update, TEXT)).startsWith("comment 5 is replaced");
        github.verify(1, patchRequestedFor(urlEqualTo("/repos/octo/repo/issues/comments/5")));
        github.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void announcesAChangeOfStateInAShortNewComment() throws IOException {
        var earlier = SampleRun.incident().runId("run-0").startedAt(SampleRun.START.minusSeconds(60));
        var update = update(SampleRun.repaired());
        replaceable(body(update(earlier)), body(update));

        poster().post(update, TEXT);

        github.verify(
                1,
                postRequestedFor(urlEqualTo(COMMENTS))
                        .withRequestBody(
                                containing("# Incident 1278: fix validated in the simulation: every test of it passed"))
                        .withRequestBody(containing("Before: still there: its symptom was seen. Measured by run run-1"))
                        .withRequestBody(containing("issues/7#issuecomment-5")));
    }

    @Test
    void losesNoChangeOfStateWhenGithubFailsBetweenTheTwoComments() throws IOException {
        var before = body(update(SampleRun.incident().runId("run-0").startedAt(SampleRun.START.minusSeconds(60))));
        var update = update(SampleRun.repaired());
        var news = PostedState.of(update, TEXT).newsMarker() + "\n# Incident 1278";
        var change = "change of state";
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario(change)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("[" + comment(5, BOT, before) + "]")));
        github.stubFor(post(COMMENTS)
                .inScenario(change)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(201).withBody(comment(100, BOT, news)))
                .willSetStateTo("told"));
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario(change)
                .whenScenarioStateIs("told")
                .willReturn(okJson("[" + comment(5, BOT, before) + "," + comment(100, BOT, news) + "]")));
        var edit = urlEqualTo("/repos/octo/repo/issues/comments/5");
        github.stubFor(patch(edit)
                .inScenario(change)
                .whenScenarioStateIs("told")
                .willReturn(aResponse().withStatus(502).withBody("{\"message\":\"bad gateway\"}"))
                .willSetStateTo("failed once"));
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario(change)
                .whenScenarioStateIs("failed once")
                .willReturn(okJson("[" + comment(5, BOT, before) + "," + comment(100, BOT, news) + "]")));
        github.stubFor(patch(edit)
                .inScenario(change)
                .whenScenarioStateIs("failed once")
                .willReturn(okJson(comment(5, BOT, body(update))))
                .willSetStateTo("edited"));
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario(change)
                .whenScenarioStateIs("edited")
                .willReturn(okJson("[" + comment(5, BOT, body(update)) + "," + comment(100, BOT, news) + "]")));

        assertThat(poster().post(update, TEXT)).startsWith("comment 5 is replaced");
        github.verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
        github.verify(2, patchRequestedFor(edit));
    }

    @Test
    void doesNotEditBeforeTheChangeOfStateIsTold() throws IOException {
        existing(comment(
                5, BOT, body(update(SampleRun.incident().runId("run-0").startedAt(SampleRun.START.minusSeconds(60))))));
        github.stubFor(
                post(COMMENTS).willReturn(aResponse().withStatus(502).withBody("{\"message\":\"bad gateway\"}")));

        assertThatIOException().isThrownBy(() -> poster().post(update(SampleRun.repaired()), TEXT));
        github.verify(0, patchRequestedFor(anyUrl()));
    }

    @Test
    void tellsOfAFixThatHoldsInStagingAfterOneThatHeldInTheSimulation() throws IOException {
        existing(comment(
                5, BOT, body(update(SampleRun.repaired().runId("run-0").startedAt(SampleRun.START.minusSeconds(60))))));

        assertThat(poster().preview(update(SampleRun.repaired().environment("remote")), TEXT))
                .endsWith("a short new comment tells that the finding is now: fix validated: every test of it passed");
        assertNothingWritten();
    }

    @Test
    void leavesAnUpdateOfALaterRunAlone() throws IOException {
        var later = SampleRun.repaired().runId("run-2").startedAt(SampleRun.START.plusSeconds(60));
        existing(comment(5, BOT, body(update(later))));

        assertThat(poster().post(update(SampleRun.incident()), TEXT))
                .isEqualTo(
                        "left as it is: comment 5 is of run run-2, started 2026-11-23T20:01:00Z, later than this one");
        assertNothingWritten();
    }

    @Test
    void writesNothingWhenTheSameRunSaysTheSame() throws IOException {
        existing(comment(5, BOT, body(update(SampleRun.incident()))));

        assertThat(poster().post(update(SampleRun.incident()), TEXT))
                .isEqualTo("left as it is: comment 5 says the same already");
        assertNothingWritten();
    }

    @Test
    void replacesTheTextOfTheSameRunWhenItWarnsOfSomethingMore() throws IOException {
        existing(comment(5, BOT, body(update(SampleRun.incident()))));

        assertThat(poster().preview(
                                update(SampleRun.incident()), "> **Warning:** **Old evidence:** all of it\n" + TEXT))
                .isEqualTo("dry run, nothing is written: comment 5 is replaced");
    }

    @Test
    void tellsNobodyOfALaterRunThatFindsTheSame() throws IOException {
        var later = update(SampleRun.incident().runId("run-2").startedAt(SampleRun.START.plusSeconds(120)));
        replaceable(body(update(SampleRun.incident())), body(later));

        assertThat(poster().post(later, TEXT)).startsWith("comment 5 is replaced");
        github.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void leavesARunThatFoundTheSameLaterAlone() throws IOException {
        var later = update(SampleRun.incident().runId("run-2").startedAt(SampleRun.START.plusSeconds(120)));
        replaceable(body(update(SampleRun.incident())), body(later));
        poster().post(later, TEXT);
        var between = SampleRun.repaired().runId("run-3").startedAt(SampleRun.START.plusSeconds(60));

        assertThat(poster().preview(update(between), TEXT))
                .contains("left as it is: comment 5 is of run run-2, started 2026-11-23T20:02:00Z");
    }

    @Test
    void takesACommentWhoseAuthorIsGoneForNoneOfItsOwn() throws IOException {
        existing("{\"id\":4,\"body\":\"old words\",\"user\":null}", comment(5, BOT, "other words"));

        assertThat(poster().post(update(SampleRun.incident()), TEXT)).startsWith("a comment is created");
    }

    @Test
    void takesACommentOfSomebodyElseForNoneOfItsOwn() throws IOException {
        existing(
                comment(4, "somebody", body(update(SampleRun.incident()))),
                comment(5, BOT, "he wrote: " + body(update(SampleRun.incident()))));

        assertThat(poster().post(update(SampleRun.incident()), TEXT)).startsWith("a comment is created");
    }

    @Test
    void usesTheOldestOfSeveralAndReportsTheOthers() throws IOException {
        existing(
                comment(9, BOT, PostedState.marker("1278") + "\nedited by hand"),
                comment(5, BOT, PostedState.marker("1278") + "\nedited by hand"));

        assertThat(poster().preview(update(SampleRun.incident()), TEXT))
                .isEqualTo(
                        "dry run, nothing is written: comment 5 is replaced; left alone, and better deleted: 1 more of the same "
                                + "incident, and a short new comment tells that the finding is now: still there: its "
                                + "symptom was seen");
        assertNothingWritten();
    }

    @Test
    void triesAgainWhenGithubFails() throws IOException {
        existing();
        github.stubFor(post(COMMENTS)
                .inScenario("failing")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(502).withBody("{\"message\":\"bad gateway\"}"))
                .willSetStateTo("well"));
        github.stubFor(post(COMMENTS)
                .inScenario("failing")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(201).withBody(comment(100, BOT, "new"))));

        assertThat(poster().post(update(SampleRun.incident()), TEXT)).startsWith("a comment is created");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpAfterThreeAttempts() {
        existing();
        github.stubFor(
                post(COMMENTS).willReturn(aResponse().withStatus(403).withBody("{\"message\":\"no write access\"}")));

        assertThatIOException()
                .isThrownBy(() -> poster().post(update(SampleRun.incident()), TEXT))
                .withMessageContaining("no write access");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void writesAgainWhenAnotherBuildWroteInBetween() throws IOException {
        var earlier = new SampleRun().runId("run-0").startedAt(SampleRun.START.minusSeconds(60));
        earlier.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.FAILED_AS_EXPECTED);
        existing(comment(5, BOT, body(update(earlier))));
        github.stubFor(
                patch(urlEqualTo("/repos/octo/repo/issues/comments/5")).willReturn(okJson(comment(5, BOT, "x"))));

        assertThatIOException()
                .isThrownBy(() -> poster().post(update(SampleRun.incident()), TEXT))
                .withMessageContaining("another build wrote it");
        github.verify(3, patchRequestedFor(urlEqualTo("/repos/octo/repo/issues/comments/5")));
    }

    private Poster poster() throws IOException {
        var comments = IssueComments.open(URI.create(github.baseUrl()), "token", "octo/repo", 7);
        return new Poster(comments, BOT, pauses::add, new Random(1));
    }

    private void assertNothingWritten() {
        github.verify(0, postRequestedFor(anyUrl()));
        github.verify(0, patchRequestedFor(anyUrl()));
    }

    private void existing(String... comments) {
        github.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[" + String.join(",", comments) + "]")));
    }

    /** Answers with the old text until it was replaced, then with the new one. */
    private void replaceable(String before, String after) {
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario("replaced")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("[" + comment(5, BOT, before) + "]")));
        github.stubFor(patch(urlEqualTo("/repos/octo/repo/issues/comments/5"))
                .inScenario("replaced")
                .willReturn(okJson(comment(5, BOT, after)))
                .willSetStateTo("after"));
        github.stubFor(get(urlPathEqualTo(COMMENTS))
                .inScenario("replaced")
                .whenScenarioStateIs("after")
                .willReturn(okJson("[" + comment(5, BOT, after) + "]")));
    }

    private String comment(long id, String author, String body) {
        var node = JSON.createObjectNode().put("id", id).put("body", body);
        node.put("url", github.baseUrl() + "/repos/octo/repo/issues/comments/" + id);
        node.put("html_url", "https://github.com/octo/repo/issues/7#issuecomment-" + id);
        node.putObject("user").put("login", author).put("id", 1);
        ArrayNode list = JSON.createArrayNode().add(node);
        return list.get(0).toString();
    }

    private static String body(UpdateFile update) {
        return PostedState.of(update, TEXT).lines() + TEXT;
    }

    private static UpdateFile update(SampleRun run) {
        return UpdateFile.of(run.facts().incidents().get(0));
    }
}
