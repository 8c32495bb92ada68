package dev.deco.internal.runtime;

/** How an engine is made. */
public record Configuration(String engine, int workers, boolean strict, boolean stats, Long seed) {
  public static final String SERIAL = "serial";
  public static final String THREADS = "threads";
  public static final int MAX_WORKERS = 256;

  /** The configuration of the process. */
  public static Configuration load() {
    return new Configuration(System.getProperty("deco.engine", THREADS),
        Integer.getInteger("deco.workers", Runtime.getRuntime().availableProcessors()),
        Boolean.getBoolean("deco.strict"), Boolean.getBoolean("deco.stats"), Long.getLong("deco.schedule.seed"));
  }

  public static Configuration serial() {
    return new Configuration(SERIAL, 1, false, false, null);
  }

  public static Configuration threads(int workers) {
    return new Configuration(THREADS, workers, false, false, null);
  }

  /** The same with pseudo-random scheduling decisions. */
  public Configuration shuffled(long seed) {
    return new Configuration(engine, workers, strict, stats, seed);
  }
}
