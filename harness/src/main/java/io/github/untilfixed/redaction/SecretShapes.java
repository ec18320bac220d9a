package io.github.untilfixed.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes that give a secret away, the most specific first. */
final class SecretShapes {

    private static final String WORD =
            "(?:password|passwd|passphrase|pwd|secret|token|credentials?|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|signing[_-]?key|encryption[_-]?key)";
    private static final List<String> WORDS =
            List.of("passw", "passphrase", "pwd", "secret", "token", "credential", "key");
    private static final Set<String> NO_SECRETS = Set.of(
            "null", "none", "true", "false", "undefined", "empty", "yes", "no", "required", "missing", "invalid");

    static final List<SecretRule> RULES = List.of(
            SecretRule.of(
                    "private-key",
                    List.of("private key"),
                    "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?<secret>[\\s\\S]*?)(?:-----END|\\z)"),
            // Greedy up to the last @ of the authority: a password may hold one that nobody encoded.
            SecretRule.of("userinfo", List.of("://"), "://(?<secret>[^\\s/?#\"'<>@]*:[^\\s/?#\"'<>]*)@"),
            SecretRule.of("userinfo", List.of("://"), "://(?<secret>[^\\s/?#\"'<>@:]{20,})@"),
            SecretRule.of(
                    "authorization",
                    List.of("authorization"),
                    "(?i)authorization\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?:(?:basic|bearer|digest|token|negotiate)\\s+)?"
                            + "(?<secret>[^\\s\"',;\\\\]+)"),
            SecretRule.of("bearer", List.of("bearer"), "(?i)\\bbearer\\s+(?<secret>[A-Za-z0-9._~+/=-]{8,})"),
            SecretRule.of(
                    "cookie",
                    List.of("cookie"),
                    "(?i)\\b(?:set-)?cookie\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?<secret>[^\\r\\n\"'\\\\<]+)"),
            SecretRule.of(
                    "jwt",
                    List.of("eyj"),
                    "(?<![A-Za-z0-9_-])(?<secret>eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*)"),
            SecretRule.of(
                    "token",
                    List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "npm_", "hf_", "ya29."),
                    "(?<![A-Za-z0-9])(?<secret>(?:gh[pousr]_|github_pat_|glpat-|npm_|hf_|ya29\\.)[A-Za-z0-9_.-]{16,})"),
            SecretRule.of(
                    "token",
                    List.of("akia", "asia", "aiza", "xox", "sk-", "sk_"),
                    "(?<![A-Za-z0-9])(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{20,}|xox[abeoprs]-[0-9A-Za-z-]{8,}"
                            + "|sk[-_][A-Za-z0-9_-]{16,})"),
            named("(?i)name=\"[^\"]*" + WORD + "[^\"]*\"\\s+value=\"(?<secret>[^\"]*)\""),
            named("(?i)(?<![\\w-])--?[\\w.-]*" + WORD + "\\s+(?<secret>[^\\s\"'-][^\\s\"']*)"),
            named("(?i)" + WORD
                    + "[\\w.]*\\\\?\"\\s*[:=]\\s*\\\\?\"(?<secret>(?:[^\"\\\\]|\\\\(?!\"[,}\\s]))+)\\\\?\""),
            named("(?i)" + WORD + "\\w*\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?(?<secret>[^\\s\"'&;,})\\]<>\\\\]+)"),
            new SecretRule(
                    "high-entropy",
                    WORDS,
                    Pattern.compile(
                            "(?i)\\b\\w*(?:key|secret|token|password|credential)s?[^A-Za-z0-9\\n]{0,4}(?:is|was|of|to|value)?"
                                    + "[^A-Za-z0-9\\n]{0,4}(?<secret>(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{20,})"),
                    SecretShapes::looksRandom));

    private SecretShapes() {}

    private static SecretRule named(String pattern) {
        return new SecretRule("password", WORDS, Pattern.compile(pattern), SecretShapes::isNoPlainWord);
    }

    private static boolean isNoPlainWord(String value) {
        return !NO_SECRETS.contains(value.toLowerCase(Locale.ROOT))
                && value.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** A string of at least 3.5 bits a character that mixes letters and digits; words of a language stay below. */
    private static boolean looksRandom(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && bitsPerCharacter(value) >= 3.5;
    }

    private static double bitsPerCharacter(String value) {
        var counts = new int[128];
        value.chars().forEach(c -> counts[c]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / value.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
