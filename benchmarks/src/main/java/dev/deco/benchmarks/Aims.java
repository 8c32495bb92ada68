package dev.deco.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What Deco aims at, and what was measured of it. Ratios are medians. */
final class Aims {
  private static final double MICROSECOND = 1e3;
  private static final double PROFITABLE = 1.5;

  private final List<Measured> all;
  private final ManyCalls.Result calls;
  private final Markdown table = new Markdown(List.of("what", "aim", "measured", "met"));

  /** {@code calls} may be null. */
  Aims(List<Measured> all, ManyCalls.Result calls) {
    this.all = all;
    this.calls = calls;
  }

  /** One row for each aim of which something was measured. */
  Markdown table() {
    loops();
    recursion();
    List<Measured> programs = of(m -> m.subject().group() == Subject.Group.PROGRAMS);
    atLeast("whole programs, relative to the best form by hand, geometric mean", 0.97, programs.isEmpty() ? Optional.empty()
        : Optional.of(Math.exp(programs.stream().mapToDouble(m -> Math.log(m.speedup(Form.DECO, m.bestByHand()).median()))
            .average().orElseThrow())));
    if (calls != null) {
      row(String.format(Locale.ROOT, "%,d calls in one scope", calls.calls()), "with -Xmx64m", String.format(Locale.ROOT,
          "done, %.0f MB live", calls.megabytes()), true);
    }
    return table;
  }

  private void loops() {
    List<Measured> fills = of(m -> m.subject().program().equals("fill"));
    List<Measured> coarse = fills.stream().filter(m -> grain(m) >= 0.9 * MICROSECOND).toList();
    List<Measured> fine = fills.stream().filter(m -> grain(m) < 0.9 * MICROSECOND).toList();
    if (!fills.isEmpty()) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = fills.size() - 1; i >= 0 && speedup(fills.get(i), Form.DECO) >= PROFITABLE; i--) {
        least = grain(fills.get(i));
      }
      row("out[i] = f(i): smallest grain from which on the speedup is 1.5", "100 ns or less",
          Double.isInfinite(least) ? "none" : Subjects.nanos(least), least <= 110);
    }
    atLeast("the same from 1 us on, relative to parallel streams, the least", 0.97,
        least(coarse, m -> m.speedup(Form.DECO, Form.STREAMS).median()));
    atLeast("the same at any grain, relative to serial, the least", 0.95, least(fills, m -> speedup(m, Form.DECO)));
    atLeast("the same on one worker", 0.95, least(fills, m -> speedup(m, Form.DECO_ALONE)));
    atLeast("sum += f(i) at 1 us, times serial", 1.7, least(of(m -> m.subject().program().equals("sum")),
        m -> speedup(m, Form.DECO)));
    atLeast("map.put(i, f(i)) at 1 us, times serial", 1.7, least(of(m -> m.subject().program().equals("collect")),
        m -> speedup(m, Form.DECO)));
    least(fine, m -> -m.bytes(Form.DECO) / m.subject().size()).ifPresent(bytes -> row(
        "out[i] = f(i) below 1 us: bytes allocated a task, the most", "under 2", number(-bytes), -bytes < 2));
  }

  private void recursion() {
    List<Measured> fib = of(m -> m.subject().program().equals("fib"));
    atLeast("fib(35) on one worker, relative to serial", 0.87, least(fib, m -> speedup(m, Form.DECO_ALONE)));
    atLeast("fib(35), times serial", 1.6, least(fib, m -> speedup(m, Form.DECO)));
    for (String program : List.of("nqueens", "merge sort")) {
      atLeast(program + ", relative to ForkJoin by hand", 1.0, least(of(m -> m.subject().program().equals(program)),
          m -> m.speedup(Form.DECO, Form.FORK_JOIN).median()));
    }
  }

  private List<Measured> of(Predicate<Measured> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static Optional<Double> least(List<Measured> some, ToDoubleFunction<Measured> figure) {
    return some.stream().map(figure::applyAsDouble).min(Double::compare);
  }

  private static double speedup(Measured measured, Form form) {
    return measured.speedup(form, Form.SERIAL).median();
  }

  /** Nanoseconds of one call, as the serial form has it. */
  static double grain(Measured measured) {
    return measured.nanos(Form.SERIAL).median() / measured.subject().size();
  }

  private void atLeast(String what, double aim, Optional<Double> measured) {
    measured.ifPresent(value -> row(what, "at least " + number(aim), number(value), value >= aim));
  }

  private void row(String what, String aim, String measured, boolean met) {
    table.row(List.of(what, aim, measured, met ? "yes" : "no"));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
