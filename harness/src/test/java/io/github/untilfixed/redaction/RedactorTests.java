package io.github.untilfixed.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTests {

    private static final String SECRET = "hunter2-Xy7";

    private final Redactor redactor = Redactor.of(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:hunter2-Xy7@db.internal:5432/app",
                "postgresql+asyncpg://app:p@hunter2-Xy7@/cloudsql/p:r:i",
                "jdbc:postgresql://db/app?user=app&password=hunter2-Xy7&ssl=true",
                "DB_PASSWORD=hunter2-Xy7",
                "spring.datasource.password: hunter2-Xy7",
                "{\"password\":\"hunter2-Xy7\",\"user\":\"app\"}",
                "{\"password\": \"with blanks hunter2-Xy7 inside\"}",
                "{\\\"client_secret\\\":\\\"hunter2-Xy7\\\"}",
                "--password hunter2-Xy7 --verbose",
                "-Ddb.password=hunter2-Xy7",
                "<property name=\"db.password\" value=\"hunter2-Xy7\"/>",
                "Authorization: Basic hunter2-Xy7",
                "authorization=hunter2-Xy7",
                "\"Authorization\": \"Bearer hunter2-Xy7\"",
                "curl -H 'X-Api-Key: hunter2-Xy7'",
                "Cookie: session=hunter2-Xy7; theme=dark",
                "Set-Cookie: id=hunter2-Xy7; HttpOnly",
                "used bearer hunter2-Xy7 for it",
                "-----BEGIN RSA PRIVATE KEY-----\nhunter2-Xy7\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhunter2-Xy7, and the log ends here",
                "Caused by: java.lang.IllegalStateException: pwd=hunter2-Xy7",
            })
    void takesOutASecretThatItsSurroundingsGiveAway(String text) {
        assertThat(redactor.text(text)).doesNotContain(SECRET).contains("***(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhcHAifQ.c2lnbmF0dXJl",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "ghs_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz",
                "AKIAIOSFODNN7EXAMPLE",
                "AIzaSyA-1234567890abcdefghijklmnopqrstu",
                "xoxb-123456789012-abcdefghijkl",
                "sk-proj-abcdefghijklmnopqrst",
                "ya29.a0AfH6SMBabcdefghijklmnop",
            })
    void takesOutATokenThatItsShapeGivesAway(String token) {
        var text = "the answer was 401 for " + token + " at once";

        assertThat(redactor.text(text))
                .doesNotContain(token)
                .startsWith("the answer was 401 for ***(")
                .endsWith(") at once");
    }

    @Test
    void takesOutARandomStringNextToAWordThatTells() {
        assertThat(redactor.text("rotated the signing key to 9fK2mQ7xLp0Zr4Tn8Vb1 yesterday"))
                .isEqualTo("rotated the signing key to ***(high-entropy,20) yesterday");
        assertThat(redactor.text("api key 9fK2mQ7xLp0Zr4Tn8Vb1")).isEqualTo("api key ***(high-entropy,20)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password authentication failed for user \"app\"",
                "postgresql+asyncpg://***@/cloudsql/netra-staging:us-central1:staging-shared-postgres",
                "token=null, password=***, secret: ${DB_PASSWORD}",
                "http://localhost:5432/path?mail=someone@example.com",
                "Connection is not available, request timed out after 1502ms (total=0, active=0, idle=0, waiting=0)",
                "at com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:714)",
                "[engine:untilfixed]/[engine:junit-jupiter]/[class:a.TokenTests]/[method:refreshesTheTokenInTime()]",
                "commit 3c539f1d0c6a1b7e8f9a0b1c2d3e4f5a6b7c8d9e",
            })
    void leavesWhatIsNoSecret(String text) {
        assertThat(redactor.text(text)).isEqualTo(text);
        assertThat(redactor.scan(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the password was wrong",
                "Wrong password: the server refused it.",
                "A secret: nobody knows why staging is down",
                "The token: it was too old, and the server said so",
                "Credentials: rejected. The pool was closed.",
                "bearer authentication is switched off",
                "Authorization: missing, so the answer was 401",
                "the cookie: it had expired an hour before",
                "a wrong-password test, and a no-token run",
                "{\"message\":\"token: expired. Log in again\"}",
            })
    void failsNoBuildForASentence(String text) {
        assertThat(redactor.scan(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: swordfish",
                "password=swordfish and more of it",
                "token: hunter2 was used",
                "secret = swordfish in the file",
                "Cookie: session=abc; theme=dark",
                "Authorization: Bearer abcdefgh1",
                "--password swordfish",
            })
    void stillFindsWhatAMachineWrote(String text) {
        assertThat(redactor.scan(text)).isNotEmpty();
    }

    @Test
    void takesTheDirectoriesOfAShellForNoSecrets() {
        var shell = Redactor.of(Map.of("PWD", "/home/ada/checkout", "OLDPWD", "/home/ada", "MYSQL_PWD", SECRET));

        assertThat(shell.text("its log is /home/ada/checkout/target/a.log"))
                .isEqualTo("its log is /home/ada/checkout/target/a.log");
        assertThat(shell.text("with " + SECRET)).doesNotContain(SECRET);
    }

    @Test
    void knowsTheValueOfAVariableWhoseNameTellsInEveryEncoding() {
        var value = "p&ss w/rd+ü?" + SECRET;
        var bytes = value.getBytes(UTF_8);
        var known = Redactor.of(Map.of("STAGING_DB_PASSWORD", value, "HOME", "/home/app-user"));

        assertThat(List.of(
                        value,
                        URLEncoder.encode(value, UTF_8),
                        URLEncoder.encode(value, UTF_8).replace("+", "%20"),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getUrlEncoder().encodeToString(bytes),
                        Base64.getEncoder().encodeToString(("x:" + value + ":y").getBytes(UTF_8)),
                        Base64.getEncoder().encodeToString(("xy:" + value).getBytes(UTF_8)),
                        Base64.getEncoder().encodeToString(("xyz:" + value).getBytes(UTF_8)),
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        "p%26ss%20w%2frd%2b%c3%bc%3f" + SECRET,
                        value.replace("&", "&amp;")))
                .allSatisfy(form -> {
                    assertThat(known.scan("seen: " + form)).as(form).isNotEmpty();
                    assertThat(known.text("seen: " + form)).as(form).contains("***(secret,");
                });
        assertThat(known.text("/home/app-user")).isEqualTo("/home/app-user");
    }

    @Test
    void knowsTheValueOfAVariableWithQuotesInMarkup() {
        var known = Redactor.of(Map.of("API_TOKEN", "Sw\"ord<f'ish~*"));

        assertThat(List.of(
                        "<p value=\"Sw&quot;ord&lt;f'ish~*\"/>",
                        "<p value=\"Sw&quot;ord&lt;f&apos;ish~*\"/>",
                        "<b>Sw&quot;ord&lt;f&#39;ish~*</b>",
                        "GET /?a=Sw%22ord%3Cf%27ish~%2A",
                        "GET /?a=Sw%22ord%3cf%27ish~%2a"))
                .allSatisfy(form -> assertThat(known.text(form)).contains("***(secret,"));
    }

    @Test
    void knowsSecretsThatItIsToldOf() {
        assertThat(Redactor.of(Map.of(), List.of(SECRET, "abc")).text("abc " + SECRET))
                .isEqualTo("abc ***(secret,11)");
    }

    @Test
    void countsWhatItTookOut() {
        assertThat(redactor.redact("password=aaaa token=bbbb").count()).isEqualTo(2);
        assertThat(redactor.redact("nothing").count()).isZero();
    }

    @Test
    void findsNothingMoreInWhatItHasCleaned() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var pieces = List.of(
                "password=",
                "://",
                "a:b",
                "@",
                "Bearer ",
                "token",
                ": ",
                "\"",
                "\\",
                "\n",
                "Cookie: ",
                "=",
                "&",
                "ghp_",
                "eyJ",
                ".",
                "abcdefghij0123456789",
                "Authorization",
                " ",
                "'",
                "<",
                "-----BEGIN PRIVATE KEY-----",
                "***");
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            var clean = redactor.text(text.toString());
            assertThat(redactor.scan(clean))
                    .as("seed %d, text <%s>, clean <%s>", seed, text, clean)
                    .isEmpty();
        }
    }
}
