package dev.deco.internal.runtime;

import dev.deco.internal.engine.ThreadsEngine;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test that runs once on every engine: serial, threads with 1, 2 and 7 workers, as they are and shuffled, and virtual
 * where Java has it.
 */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@MethodSource("dev.deco.internal.runtime.Engined$Matrix#configurations")
@interface Engined {

  /** The configurations; a shuffled one shows its seed in the test's name. Set deco.test.seed to repeat one. */
  final class Matrix {
    private static final int[] WORKERS = {1, 2, 7};

    private Matrix() {}

    static Stream<Configuration> configurations() {
      long seed = Long.getLong("deco.test.seed", System.nanoTime());
      Stream.Builder<Configuration> all = Stream.builder();
      all.add(Configuration.serial());
      for (int workers : WORKERS) {
        all.add(Configuration.threads(workers));
        all.add(Configuration.threads(workers).shuffled(seed));
        all.add(Configuration.threads(workers).shuffled(seed + 1));
      }
      if (ThreadsEngine.hasVirtual()) {
        all.add(Configuration.virtual(3));
        all.add(Configuration.virtual(1000).shuffled(seed));
      }
      return all.build();
    }
  }
}
