package io.github.untilfixed.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The bytes of one line of JSON while it is put together, in an array that the next line uses again. Not thread-safe. */
final class LineBuffer {

    /** An array that one long line needed is not kept for the short ones. */
    private static final int KEPT = 1 << 16;

    private static final int LONGEST_ESCAPE = 6;
    private static final String ESCAPED = "\"\\\b\t\n\f\r";
    private static final String ESCAPES = "\"\\btnfr";
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    private byte[] bytes = new byte[KEPT];
    private int length;

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Appends bytes as they are. */
    void raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    void raw(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    /** Appends a text in quotation marks; half of a surrogate pair, which UTF-8 has no bytes for, is escaped. */
    void text(String value) {
        reserve(value.length() + 2);
        bytes[length++] = '"';
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else {
                reserve(value.length() - index + LONGEST_ESCAPE);
                int point = value.codePointAt(index);
                special(point);
                index += Character.charCount(point) - 1;
            }
        }
        bytes[length++] = '"';
    }

    private void special(int point) {
        int escape = ESCAPED.indexOf(point);
        if (escape >= 0) {
            bytes[length++] = '\\';
            bytes[length++] = (byte) ESCAPES.charAt(escape);
        } else if (point < ' ' || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            escape(point);
        } else {
            raw(Character.toString(point).getBytes(UTF_8));
        }
    }

    private void escape(int unit) {
        raw(ascii("\\u"));
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(unit >> shift) & 0xF];
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.multiplyExact(2, bytes.length)));
        }
    }

    /** Writes the line in one piece, so that what a process leaves that dies between two lines are whole lines. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Starts a new line. */
    void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }
}
