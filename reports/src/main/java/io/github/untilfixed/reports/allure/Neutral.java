package io.github.untilfixed.reports.allure;

import io.github.untilfixed.reports.text.CleanText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Makes text and files harmless in a page of Allure 2.34.0, which puts messages, traces and attachments into the page
 * as they are; escaping is no cure, for other places of the same page show the escape.
 */
final class Neutral {

    private static final Set<String> SAFE_IMAGES = Set.of("image/png", "image/jpeg", "image/gif");

    private Neutral() {}

    /** Returns the text with look-alikes in place of what starts and ends an element. */
    static String text(String text) {
        return CleanText.of(text).replace('<', '‹').replace('>', '›');
    }

    /** Returns a media type that no viewer renders: plain text for text, and unknown bytes for the rest. */
    static String mediaType(String mediaType) {
        var type = mediaType.toLowerCase(Locale.ROOT);
        if (SAFE_IMAGES.contains(type)) {
            return type;
        }
        return isText(type) ? "text/plain" : "application/octet-stream";
    }

    static boolean isText(String mediaType) {
        var type = mediaType.toLowerCase(Locale.ROOT);
        return type.isBlank()
                || type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("javascript");
    }

    /** Returns whether a link leads to the web and nowhere else. */
    static boolean isWebAddress(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            // What cannot be read as an address is not followed.
            return false;
        }
    }
}
