package io.github.untilfixed.reports.ci;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.text.CleanText;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML in which a reader finds the reason of an expected failure: Surefire writes that of an abort into the text of
 * the element only, and the common reporters show the attribute.
 */
public final class JunitXml {

    private static final String RUN = "untilfixed.run";

    private final RunFacts run;
    private final XMLStreamWriter out;
    private final Map<String, Integer> names = new HashMap<>();

    private JunitXml(RunFacts run, Writer writer) throws XMLStreamException {
        this.run = run;
        out = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
    }

    /**
     * Writes the file; one suite for each tier.
     *
     * @throws IOException when the writer refuses
     */
    public static void write(RunFacts run, Writer writer) throws IOException {
        try {
            var xml = new JunitXml(run, writer);
            xml.write();
            xml.out.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write JUnit XML", e);
        }
    }

    private void write() throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("testsuites");
        counts(run.tests(), run.alarms());
        alarms();
        for (var tier : Tiers.split(run.tests()).entrySet()) {
            suite(tier.getKey(), tier.getValue());
        }
        out.writeEndElement();
        out.writeEndDocument();
        out.writeCharacters("\n");
    }

    private void suite(String tier, List<TestRecord> tests) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement("testsuite");
        out.writeAttribute("name", clean("untilfixed." + tier));
        counts(tests, List.of());
        out.writeAttribute("timestamp", run.run().startedAt().toString());
        for (var test : tests) {
            testcase(test);
        }
        out.writeEndElement();
    }

    /** A tool that reads nothing else takes a file without an error for a run in which nothing is wrong. */
    private void alarms() throws XMLStreamException {
        if (run.alarms().isEmpty()) {
            return;
        }
        out.writeCharacters("\n");
        out.writeStartElement("testsuite");
        out.writeAttribute("name", RUN);
        counts(List.of(), run.alarms());
        out.writeAttribute("timestamp", run.run().startedAt().toString());
        for (var alarm : run.alarms()) {
            alarm(alarm);
        }
        out.writeEndElement();
    }

    private void alarm(String alarm) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeStartElement("testcase");
        out.writeAttribute("classname", RUN);
        out.writeAttribute("name", unique(RUN, "is complete"));
        out.writeAttribute("time", seconds(0));
        out.writeStartElement("error");
        out.writeAttribute("type", "INCOMPLETE");
        out.writeAttribute("message", clean(alarm));
        out.writeEndElement();
        out.writeEndElement();
    }

    private void counts(List<TestRecord> tests, List<String> alarms) throws XMLStreamException {
        out.writeAttribute("tests", Integer.toString(tests.size() + alarms.size()));
        out.writeAttribute("failures", Integer.toString(count(tests, "failure")));
        out.writeAttribute("errors", Integer.toString(count(tests, "error") + alarms.size()));
        out.writeAttribute("skipped", Integer.toString(count(tests, "skipped")));
        out.writeAttribute(
                "time",
                seconds(tests.stream()
                        .mapToDouble(test -> test.durationMillis() == null ? 0 : test.durationMillis())
                        .sum()));
    }

    private int count(List<TestRecord> tests, String element) {
        return (int)
                tests.stream().filter(test -> element(test).equals(element)).count();
    }

    private void testcase(TestRecord test) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeStartElement("testcase");
        out.writeAttribute("classname", clean(test.className()));
        out.writeAttribute("name", unique(test.className(), clean(test.displayName())));
        out.writeAttribute("time", seconds(test.durationMillis() == null ? 0 : test.durationMillis()));
        var element = element(test);
        if (!element.isEmpty()) {
            out.writeStartElement(element);
            out.writeAttribute("type", test.verdict().name());
            out.writeAttribute("message", clean(test.verdict() + ": " + test.explanation()));
            out.writeCharacters(CleanText.of(test.outcome().failures().stream()
                    .map(TestRecord.FailureEntry::trace)
                    .collect(Collectors.joining("\n"))));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** Of several cases with one name, GitLab counts the first only. */
    private String unique(String className, String name) {
        int times = names.merge(className + "\n" + name, 1, Integer::sum);
        return times == 1 ? name : name + " #" + times;
    }

    private static String clean(String text) {
        return CleanText.onOneLine(text);
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000);
    }

    /** What only warns is no failure, and is no success that nobody looks at. */
    private String element(TestRecord test) {
        return switch (test.verdict()) {
            case PASSED -> "";
            case FAILED_AS_EXPECTED, SKIPPED, GATED -> "skipped";
            case HARNESS_ERROR -> "error";
            case PASSED_UNEXPECTEDLY -> run.red(test) ? "failure" : "skipped";
            case FAILED, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED -> "failure";
        };
    }
}
