package dev.deco.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Each turn is a JVM that does the work once: start, loading and warm-up count. Cut-offs are found by {@link InTurns} before. */
final class WholeProcesses implements Way {
  private static final double TUNING_SECONDS = 20;

  private final int workers;
  private final int rounds;

  WholeProcesses(int workers, int rounds) {
    this.workers = workers;
    this.rounds = rounds;
  }

  @Override
  public String told() {
    return "Each turn was a JVM of its own that did the work once, measured from its start to its end; forms took turns, "
        + Way.rounds(rounds) + "; cut-offs were found before, within one JVM, which compared whole results. Each JVM's result was "
        + "compared by its hash.";
  }

  @Override
  public Measured measure(Subject subject, List<Form> forms, double seconds) {
    List<Form> byHand = forms.stream().filter(Form::isByHand).toList();
    Map<Form, Integer> cutoffs = new InTurns(workers).tune(subject, byHand, TUNING_SECONDS).cutoffs();
    Measured measured = new Measured(subject);
    cutoffs.forEach(measured::cutoff);
    String expected = null;
    for (int round = 0; round < rounds; round++) {
      for (int i : Way.order(forms.size(), round)) {
        Form form = forms.get(i);
        String result = once(subject, form, cutoffs.getOrDefault(form, 0), measured);
        expected = expected == null ? result : expected; // of the first round's first form, the serial one
        if (!result.equals(expected)) {
          throw new Jvm.FailedException(subject.name() + ", " + form.title() + ": the result's hash is " + result + ", the serial one's "
              + expected);
        }
      }
    }
    return measured;
  }

  private String once(Subject subject, Form form, int cutoff, Measured measured) {
    List<String> arguments = new ArrayList<>(subject.words());
    arguments.addAll(List.of(form.name(), String.valueOf(workers), String.valueOf(cutoff)));
    long begin = System.nanoTime();
    String result = Jvm.run(WholeProcesses.class, workers, List.of(), arguments).get(0);
    measured.add(form, new Measured.Turn(System.nanoTime() - begin, -1));
    return result;
  }

  public static void main(String[] args) {
    Subject subject = Subject.of(args);
    String[] rest = Arrays.copyOfRange(args, subject.words().size(), args.length);
    try (Contestant contestant = FormLoader.contestant(subject, Form.valueOf(rest[0]), Integer.parseInt(rest[1]))) {
      contestant.cutoff(Integer.parseInt(rest[2]));
      Object result = contestant.run();
      // of a sum in another order the last digits may differ
      System.out.println(result instanceof Double sum ? String.format("%.8e", sum)
          : Integer.toHexString(Arrays.deepHashCode(new Object[] {result})));
    }
    System.exit(0);
  }
}
