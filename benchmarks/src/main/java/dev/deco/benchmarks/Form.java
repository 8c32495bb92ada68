package dev.deco.benchmarks;

import java.util.Arrays;
import java.util.List;

/** A way to write a program. Those after the first one are compared with it. */
public enum Form {
  SERIAL("serial"),
  FORK_JOIN("ForkJoin"),
  STREAMS("parallel streams"),
  EXECUTOR("ExecutorService"),
  FUTURES("CompletableFuture"),
  VIRTUAL("virtual threads"),
  DECO("Deco"),
  DECO_ALONE("Deco, 1 worker");

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private final String title;

  Form(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Whether its classes are woven: it is the serial form's source, run with Deco. */
  public boolean isWoven() {
    return this == DECO || this == DECO_ALONE;
  }

  /** Whether it is parallel code written by hand. */
  public boolean isByHand() {
    return this != SERIAL && !isWoven();
  }

  /** The forms that this Java can run, the serial one first. */
  public static List<Form> available() {
    boolean virtual = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
    return Arrays.stream(values()).filter(form -> form != VIRTUAL || virtual).toList();
  }
}
