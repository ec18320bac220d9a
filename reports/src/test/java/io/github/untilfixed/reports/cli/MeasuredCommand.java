package io.github.untilfixed.reports.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The command line in a process of its own, which leaves its processor time in nanoseconds in the file that is named first. */
public final class MeasuredCommand {

    private MeasuredCommand() {}

    /** Starts the command; the first argument is the file for the processor time, the rest are the command's. */
    public static void main(String[] arguments) throws IOException {
        int code = ReportsCommand.run(
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                Arrays.copyOfRange(arguments, 1, arguments.length));
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Files.writeString(Path.of(arguments[0]), Long.toString(machine.getProcessCpuTime()));
        System.exit(code);
    }
}
