package dev.deco.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a subject's rounds gave. In each round every form had a turn, so that a ratio is of two turns that were close in time.
 *
 * <p><b>Concurrency:</b> for one thread.
 */
final class Measured {
  /** One turn: how long it took, in nanoseconds, and the bytes that all threads allocated meanwhile; -1 where nobody looked. */
  record Turn(long nanos, long bytes) {}

  private final Subject subject;
  private final Map<Form, List<Turn>> turns = new EnumMap<>(Form.class);
  private final Map<Form, Integer> cutoffs = new EnumMap<>(Form.class);
  private final Map<Form, Double> spawned = new EnumMap<>(Form.class);

  Measured(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  void add(Form form, Turn turn) {
    turns.computeIfAbsent(form, f -> new ArrayList<>()).add(turn);
  }

  /** The cut-off that was the fastest for {@code form}. */
  void cutoff(Form form, int cutoff) {
    cutoffs.put(form, cutoff);
  }

  /** Which share of its tasks Deco handed to workers, 0 to 1. */
  void spawned(Form form, double share) {
    spawned.put(form, share);
  }

  Map<Form, Integer> cutoffs() {
    return cutoffs;
  }

  double spawned(Form form) {
    return spawned.getOrDefault(form, Double.NaN);
  }

  List<Turn> turns(Form form) {
    return turns.get(form);
  }

  boolean has(Form form) {
    return turns.containsKey(form);
  }

  /** How many rounds are complete. */
  int rounds() {
    return turns.values().stream().mapToInt(List::size).min().orElse(0);
  }

  /** Times of {@code form}, in nanoseconds. */
  Spread nanos(Form form) {
    return Spread.of(turns.get(form).stream().mapToDouble(Turn::nanos).toArray());
  }

  /** The median of the bytes that {@code form} allocated in a turn. */
  double bytes(Form form) {
    return Spread.of(turns.get(form).stream().mapToDouble(Turn::bytes).toArray()).median();
  }

  /** How many times as fast as {@code other} the form is, round by round. */
  Spread speedup(Form form, Form other) {
    List<Turn> mine = turns.get(form);
    List<Turn> others = turns.get(other);
    return Spread.of(IntStream.range(0, rounds()).mapToDouble(i -> (double) others.get(i).nanos() / mine.get(i).nanos())
        .toArray());
  }

  /** The form by hand with the least median time. */
  Form bestByHand() {
    return turns.keySet().stream().filter(Form::isByHand)
        .min((a, b) -> Double.compare(nanos(a).median(), nanos(b).median())).orElseThrow();
  }
}
