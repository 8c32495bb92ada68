package dev.deco.internal.runtime;

/** Woven code that works through rows {@code from} (inclusive) to {@code to} (exclusive) of a batch. */
@FunctionalInterface
public interface BatchCode {
  void apply(Batch batch, int from, int to) throws Throwable;
}
