package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What {@code @Concurrent} says of how long a call may take, and how often it is run again.
 *
 * @param timeout as the user wrote it; empty: no limit
 * @param retries as the user wrote it
 */
public record CallLimit(String timeout, int retries) {
  public static final int MOST_RETRIES = 1000;

  private static final CallLimit NONE = new CallLimit("", 0);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z\u00b5\u03bc]+)");
  private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
      Map.entry("ns", ChronoUnit.NANOS), Map.entry("us", ChronoUnit.MICROS), Map.entry("\u00b5s", ChronoUnit.MICROS),
      Map.entry("\u03bcs", ChronoUnit.MICROS), Map.entry("ms", ChronoUnit.MILLIS), Map.entry("s", ChronoUnit.SECONDS),
      Map.entry("sec", ChronoUnit.SECONDS), Map.entry("min", ChronoUnit.MINUTES), Map.entry("m", ChronoUnit.MINUTES),
      Map.entry("h", ChronoUnit.HOURS));

  /** What the method's own annotation says; no limit where it has none. */
  public static CallLimit of(MethodNode method) {
    AnnotationNode annotation = method == null ? null : ClassHeaders.annotation(method, MethodContext.CONCURRENT);
    if (annotation == null || annotation.values == null) {
      return NONE;
    }
    String timeout = "";
    int retries = 0;
    for (int i = 0; i < annotation.values.size(); i += 2) {
      if (annotation.values.get(i).equals("timeout")) {
        timeout = (String) annotation.values.get(i + 1);
      } else if (annotation.values.get(i).equals("retries")) {
        retries = (Integer) annotation.values.get(i + 1);
      }
    }
    return timeout.isEmpty() && retries == 0 ? NONE : new CallLimit(timeout, retries);
  }

  public boolean none() {
    return this == NONE;
  }

  /**
   * The time in nanoseconds; 0 where there is no limit.
   *
   * @throws DateTimeException if the text is no time, or no time that can be waited for; the message goes on after "it"
   */
  public long nanos() {
    if (timeout.isEmpty()) {
      return 0;
    }
    Duration duration = duration(timeout.strip().toLowerCase(Locale.ROOT));
    if (duration.isZero() || duration.isNegative()) {
      throw new DateTimeException("is not longer than nothing");
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new DateTimeException("is longer than a year");
    }
    return duration.toNanos();
  }

  private static Duration duration(String text) {
    if (text.startsWith("p") || text.startsWith("-p") || text.startsWith("+p")) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw new DateTimeException("is no ISO-8601 duration", e);
      }
    }
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw new DateTimeException("is not a number with a unit");
    }
    ChronoUnit unit = UNITS.get(amount.group(2));
    if (unit == null) {
      throw new DateTimeException("has the unknown unit " + amount.group(2));
    }
    try {
      BigDecimal nanos = new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(unit.getDuration().toNanos()));
      return Duration.ofNanos(nanos.setScale(0, java.math.RoundingMode.CEILING).longValueExact());
    } catch (ArithmeticException e) {
      throw new DateTimeException("is longer than a year", e);
    }
  }
}
