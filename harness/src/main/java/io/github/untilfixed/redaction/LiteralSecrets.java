package io.github.untilfixed.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Secrets that are known by their value, in each encoding that they may appear in. */
final class LiteralSecrets {

    /** Shorter values occur in ordinary text; taking them out would make it unreadable and hide nothing. */
    private static final int SHORTEST = 6;

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(pass|pwd.|.pwd|secret|token|api_?key|private_?key|access_?key|credential|signing_?key).*");

    /** Every shell names its directory, and the one before. */
    private static final Set<String> NO_SECRETS = Set.of("PWD", "OLDPWD");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private LiteralSecrets() {}

    static boolean tellsOfSecret(String variable) {
        return NAME.matcher(variable).matches() && !NO_SECRETS.contains(variable);
    }

    static List<SecretRule> rules(Collection<String> values) {
        return values.stream()
                .filter(value -> value.strip().length() >= SHORTEST)
                .flatMap(value -> forms(value.strip()).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(LiteralSecrets::rule)
                .toList();
    }

    private static SecretRule rule(String form) {
        return SecretRule.of(
                "secret", List.of(form.toLowerCase(Locale.ROOT)), "(?<secret>" + Pattern.quote(form) + ")");
    }

    private static Set<String> forms(String value) {
        var bytes = value.getBytes(UTF_8);
        var forms = new LinkedHashSet<String>();
        forms.add(value);
        var url = URLEncoder.encode(value, UTF_8);
        for (var percent : List.of(url, url.replace("+", "%20"), unreserved(url))) {
            forms.add(percent);
            forms.add(
                    ESCAPE.matcher(percent).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)));
        }
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        var xml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(xml);
        forms.add(xml.replace("\"", "&quot;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
        for (int shift = 0; shift < 3; shift++) {
            var encoded = base64(bytes, shift);
            if (encoded.length() >= SHORTEST) {
                forms.add(encoded);
                forms.add(encoded.replace('+', '-').replace('/', '_'));
            }
        }
        return forms;
    }

    /** What RFC 3986 leaves as it is is not what a form does. */
    private static String unreserved(String url) {
        return url.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** Returns the characters that the value alone determines when so many bytes stand before it in its group of three. */
    private static String base64(byte[] value, int shift) {
        var shifted = new byte[shift + value.length];
        System.arraycopy(value, 0, shifted, shift, value.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, last);
    }
}
