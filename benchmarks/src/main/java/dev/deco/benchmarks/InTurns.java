package dev.deco.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@link Turns} in a JVM of their own, one for each subject: the main class there, and what starts it here. */
final class InTurns implements Way {
  private static final int LEAST_ROUNDS = 5;

  private final int workers;

  InTurns(int workers) {
    this.workers = workers;
  }

  @Override
  public String told() {
    return "Each line below is a JVM of its own, in which the forms took turns, round after round, each round from another form on, "
        + "after all had warmed up and each form by hand had looked for its best cut-off. Deco's form is the serial one's source.";
  }

  @Override
  public Measured measure(Subject subject, List<Form> forms, double seconds) {
    return run("measure", subject, forms, seconds);
  }

  /** Looks for the best cut-offs only, for about {@code seconds}. */
  Measured tune(Subject subject, List<Form> forms, double seconds) {
    return run("tune", subject, forms, seconds);
  }

  private Measured run(String what, Subject subject, List<Form> forms, double seconds) {
    List<String> arguments = new ArrayList<>(subject.words());
    arguments.addAll(List.of(what, String.valueOf(workers), String.valueOf(seconds),
        String.join(",", forms.stream().map(Form::name).toList())));
    Measured measured = new Measured(subject);
    for (String line : Jvm.run(InTurns.class, workers, List.of(), arguments)) {
      String[] words = line.split(" ");
      Form form = Form.valueOf(words[1]);
      switch (words[0]) {
        case "turn" -> measured.add(form, new Measured.Turn(Long.parseLong(words[2]), Long.parseLong(words[3])));
        case "cutoff" -> measured.cutoff(form, Integer.parseInt(words[2]));
        case "spawned" -> measured.spawned(form, Double.parseDouble(words[2]));
        default -> throw new IllegalStateException(line);
      }
    }
    return measured;
  }

  public static void main(String[] args) {
    Subject subject = Subject.of(args);
    String[] rest = Arrays.copyOfRange(args, subject.words().size(), args.length);
    double seconds = Double.parseDouble(rest[2]);
    List<Form> forms = Stream.of(rest[3].split(",")).map(Form::valueOf).toList();
    try (Turns turns = new Turns(subject, forms, Integer.parseInt(rest[1]))) {
      print(rest[0].equals("tune") ? turns.tune(seconds) : turns.measure(seconds, LEAST_ROUNDS), forms);
    } catch (AssertionError e) {
      System.err.println("deco bench: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static void print(Measured measured, List<Form> forms) {
    measured.cutoffs().forEach((form, cutoff) -> System.out.println("cutoff " + form + " " + cutoff));
    for (Form form : forms.stream().filter(measured::has).toList()) {
      measured.turns(form).forEach(turn -> System.out.println("turn " + form + " " + turn.nanos() + " " + turn.bytes()));
      if (form.isWoven()) {
        System.out.println("spawned " + form + " " + measured.spawned(form));
      }
    }
  }
}
