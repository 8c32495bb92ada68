package dev.deco.suites;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** One line for each test of a class: how it ended, after how many microseconds, and why. */
final class OutcomeWriter implements TestExecutionListener {
  private static final int MOST_PLACES = 8;
  private static final int LONGEST = 400;

  private final PrintStream to;
  private final String type;
  private final Map<String, Long> started = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private int tests;

  OutcomeWriter(PrintStream to, String type) {
    this.to = to;
    this.type = type;
  }

  int tests() {
    return tests;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    line(test, "SKIPPED", 0, "");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      tests += test.isTest() ? 1 : 0;
      line(test, result.getStatus().name(), (System.nanoTime() - started.get(test.getUniqueId())) / 1000,
          result.getThrowable().map(OutcomeWriter::text).orElse(""));
    }
  }

  void failed(Throwable e) {
    to.println(RunLog.TEST + "\t" + type + "\t-\tERROR\t0\t" + text(e));
  }

  private void line(TestIdentifier test, String status, long micros, String text) {
    to.println(String.join("\t", RunLog.TEST, type, name(test), status, Long.toString(micros), text));
  }

  /** What identifies it among the tests of its class; where several are called the same, with a number. */
  private String name(TestIdentifier test) {
    String id = oneLine(test.getUniqueId()).replaceFirst("^\\[engine:[^]]*\\]/?", "")
        .replace("[runner:" + type + "]/", "").replace("[class:" + type + "]/", "");
    int number = seen.merge(id, 1, Integer::sum);
    return number == 1 ? id : id + "#" + number;
  }

  /** Class, message and first places of a failure, what is suppressed in it, and its cause. */
  private static String text(Throwable e) {
    StringBuilder text = new StringBuilder(firstLine(e));
    int places = 0;
    for (StackTraceElement at : e.getStackTrace()) {
      if (!at.getClassName().matches("(org\\.)?junit\\..*") && places++ < MOST_PLACES) {
        text.append(" @ ").append(at.getClassName()).append('.').append(at.getMethodName()).append(':')
            .append(at.getLineNumber());
      }
    }
    for (Throwable other : e.getSuppressed()) {
      text.append(" + ").append(firstLine(other));
    }
    return oneLine(e.getCause() == null ? text.toString() : text + " <- " + firstLine(e.getCause()));
  }

  private static String firstLine(Throwable e) {
    String line = String.valueOf(e).lines().findFirst().orElse("");
    return line.substring(0, Math.min(LONGEST, line.length()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\t\n\r]", " ");
  }
}
