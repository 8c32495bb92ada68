package dev.deco.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page that tells what was measured, {@code report.md}, with its plots beside it.
 *
 * @param how one paragraph: how it was measured
 * @param calls may be null
 * @param load threads of the machine that wanted to run before it began; negative where that is not known
 */
record Report(Machine machine, ZonedDateTime begin, int workers, long seed, String how, double load, List<Measured> all,
    ManyCalls.Result calls) {
  private static final double BUSY = 0.25; // of the cores

  /**
   * Writes page and plots into {@code folder}, which must be there. Where this machine cannot draw, the page says so.
   *
   * @return the page
   */
  Path write(Path folder) throws IOException {
    StringBuilder page = new StringBuilder("# Deco: benchmarks\n\n").append(head());
    page.append("## Aims\n\n").append(new Aims(all, calls).table()).append('\n');
    for (Subject.Group group : Subject.Group.values()) {
      List<Measured> some = all.stream().filter(m -> m.subject().group() == group).toList();
      if (!some.isEmpty()) {
        page.append(chapter(group, some, folder));
      }
    }
    if (calls != null) {
      page.append(memory());
    }
    Path file = folder.resolve("report.md");
    Files.writeString(file, page);
    return file;
  }

  private String head() {
    String busy = load <= BUSY * machine.cores() ? "" : String.format(Locale.ROOT,
        "**%.1f threads of other programs used this machine when it began: the figures tell little.**%n%n", load);
    return String.format(Locale.ROOT, "%s, %d cores, %,d MB, %s; %s; %d workers. %s. Seed %d.%n%n%s%n%nResults of every form and turn were "
        + "compared with the serial ones: equal, bit for bit (forms by hand that sum in another order: to 1e-9).%n%n%s",
        machine.processor(), machine.cores(), machine.megabytes(), machine.system(), machine.java(), workers,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(begin), seed, how, busy);
  }

  private String memory() {
    return String.format(Locale.ROOT, "## Memory%n%n%,d calls in one scope, `sum += f(i)`, in a JVM with a heap of at most 64 MB: %.1f s, "
        + "%.1f ns each; %,d tasks were handed to workers. %.0f MB were left on the heap by the last collection.%n", calls.calls(),
        calls.nanos() / 1e9, (double) calls.nanos() / calls.calls(), calls.spawned(), calls.megabytes());
  }

  private String chapter(Subject.Group group, List<Measured> some, Path folder) {
    List<Form> forms = Stream.of(Form.values()).filter(form -> form != Form.SERIAL && some.stream().allMatch(m -> m.has(form)))
        .toList();
    String title = switch (group) {
      case LOOP -> "Loops";
      case RECURSION -> "Recursion";
      case PROGRAMS -> "Programs";
    };
    StringBuilder text = new StringBuilder("## " + title + "\n\n");
    text.append(plot(title, group, some, forms, folder));
    text.append("Times as fast as serial: the median of the rounds, and their quartiles.\n\n").append(speedups(some, forms));
    if (group == Subject.Group.LOOP) {
      text.append("\nBytes allocated a call, by all threads; and how many of a hundred calls Deco handed to workers.\n\n")
          .append(bytes(some, forms));
    }
    if (some.stream().anyMatch(m -> !m.cutoffs().isEmpty())) {
      text.append("\nCut-offs that were found to be the fastest, where the form takes one: calls in a piece; for fib the least n, "
          + "and for nqueens the rows, that are split; for the sort, numbers.\n\n").append(cutoffs(some, forms));
    }
    return text.append('\n').toString();
  }

  private static String plot(String title, Subject.Group group, List<Measured> some, List<Form> forms, Path folder) {
    String name = title.toLowerCase(Locale.ROOT) + ".png";
    try {
      if (group == Subject.Group.LOOP) {
        Plots.loops(some.stream().filter(m -> m.subject().program().equals("fill")).toList(), forms, folder.resolve(name));
      } else {
        Plots.bars(title, some, forms, folder.resolve(name));
      }
      return "![Speedups](" + name + ")\n\n";
    } catch (IOException | RuntimeException | LinkageError e) { // no fonts, for example
      return "No plot: this Java cannot draw here (" + e + ").\n\n";
    }
  }

  private static Markdown speedups(List<Measured> some, List<Form> forms) {
    return table(List.of("", "serial", "rounds"), forms, some, m -> List.of(m.subject().name(), serial(m),
        String.valueOf(m.rounds())), (m, form) -> spread(m.speedup(form, Form.SERIAL)));
  }

  private static String serial(Measured measured) {
    return measured.subject().group() == Subject.Group.LOOP ? Subjects.nanos(Aims.grain(measured)) + " a call"
        : Subjects.nanos(measured.nanos(Form.SERIAL).median());
  }

  private static String spread(Spread spread) {
    return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", spread.median(), spread.lower(), spread.upper());
  }

  private static Markdown bytes(List<Measured> some, List<Form> forms) {
    return table(List.of("", "calls", "spawned, %"), forms, some, m -> List.of(m.subject().name(),
        String.valueOf(m.subject().size()), whole(100 * m.spawned(Form.DECO))),
        (m, form) -> String.format(Locale.ROOT, "%.1f", m.bytes(form) / m.subject().size()));
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static Markdown cutoffs(List<Measured> some, List<Form> forms) {
    List<Form> byHand = forms.stream().filter(Form::isByHand).toList();
    return table(List.of(""), byHand, some, m -> List.of(m.subject().name()),
        (m, form) -> m.cutoffs().containsKey(form) ? String.valueOf(m.cutoffs().get(form)) : "");
  }

  /** One row for each subject: some cells of its own, then one for each form. */
  private static Markdown table(List<String> head, List<Form> forms, List<Measured> some, Function<Measured, List<String>> first,
      BiFunction<Measured, Form, String> cell) {
    Markdown table = new Markdown(Stream.concat(head.stream(), forms.stream().map(Form::title)).toList());
    some.forEach(m -> table.row(Stream.concat(first.apply(m).stream(), forms.stream().map(form -> cell.apply(m, form))).toList()));
    return table;
  }
}
