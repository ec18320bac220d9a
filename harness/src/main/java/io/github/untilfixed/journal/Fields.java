package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a record in the forms that the journal knows; a field without a value is left out. Not thread-safe. */
final class Fields {

    private final JsonGenerator out;
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    Fields(JsonGenerator out) {
        this.out = out;
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    void number(String name, @Nullable Double value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value);
        }
    }

    void instant(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            out.writeStringField(name, text(value));
        }
    }

    void texts(String name, List<String> values) throws IOException {
        list(name, values, out::writeString);
    }

    /** Writes an object for each value, with the fields that are written of it. */
    <T> void objects(String name, List<T> values, Each<T> fields) throws IOException {
        list(name, values, value -> {
            out.writeStartObject();
            fields.write(value);
            out.writeEndObject();
        });
    }

    private <T> void list(String name, List<T> values, Each<T> each) throws IOException {
        out.writeArrayFieldStart(name);
        for (var value : values) {
            each.write(value);
        }
        out.writeEndArray();
    }

    /** Writes a map of texts, or of what else a YAML file can hold. */
    void map(String name, Map<String, ?> values) throws IOException {
        out.writeFieldName(name);
        value(values);
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (var entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                value(entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Iterable<?> values) {
            out.writeStartArray();
            for (var each : values) {
                value(each);
            }
            out.writeEndArray();
        } else {
            // Texts, numbers, booleans and null; anything else is refused.
            out.writeObject(value);
        }
    }

    /** Many tests start within one second, whose text is made once. */
    private String text(Instant instant) {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            var whole = DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(second));
            secondText = whole.substring(0, whole.length() - 1);
        }
        int nanos = instant.getNano();
        if (nanos == 0) {
            return secondText + "Z";
        }
        var digits = Integer.toString(1_000_000_000 + nanos);
        int end = nanos % 1_000_000 == 0 ? 4 : nanos % 1_000 == 0 ? 7 : 10;
        return secondText + "." + digits.substring(1, end) + "Z";
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Each<T> {

        /** Writes it. */
        void write(T value) throws IOException;
    }
}
