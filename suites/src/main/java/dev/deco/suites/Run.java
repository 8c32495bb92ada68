package dev.deco.suites;

import java.util.List;
import java.util.Locale;

/** A way to run a suite: which classes are woven, and how Deco runs them. */
enum Run {
  /** As published. */
  PLAIN(false, false, false),
  /** Again, to know which tests differ by themselves. */
  PLAIN_AGAIN(false, false, false),
  /** The library woven, without threads. */
  SERIAL(true, false, false, "-Ddeco.engine=serial"),
  WORKERS_2(true, false, false, "-Ddeco.workers=2"),
  WORKERS_7(true, false, false, "-Ddeco.workers=7"),
  /** The strongest: what is spawned, deferred and stolen, and when, is chosen at random. */
  SHUFFLED(true, false, false, "-Ddeco.workers=7", "-Ddeco.schedule.seed=1"),
  /** The library's scopes order their tasks by data. */
  BY_DATA(true, true, false, "-Ddeco.workers=2"),
  BY_DATA_SHUFFLED(true, true, false, "-Ddeco.workers=7", "-Ddeco.schedule.seed=2"),
  /** The tests' own methods are scopes and tasks, too. */
  TESTS_SERIAL(true, false, true, "-Ddeco.engine=serial"),
  TESTS_WORKERS_2(true, false, true, "-Ddeco.workers=2"),
  TESTS_SHUFFLED(true, false, true, "-Ddeco.workers=7", "-Ddeco.schedule.seed=3");

  final boolean woven;
  final boolean byData;
  final boolean testsWoven;
  final List<String> options;

  Run(boolean woven, boolean byData, boolean testsWoven, String... options) {
    this.woven = woven;
    this.byData = byData;
    this.testsWoven = testsWoven;
    this.options = List.of(options);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Run named(String name) {
    return valueOf(name.trim().toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
