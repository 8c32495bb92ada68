package dev.deco.internal.runtime;

import dev.deco.ConfigurationException;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Places;
import dev.deco.internal.engine.ThreadsEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How an engine is made.
 *
 * @param engine its name, {@link #SERIAL}, {@link #THREADS} or {@link #VIRTUAL}
 * @param workers how many threads may run tasks of one scope, its own thread included, 1 to {@link #MAX_WORKERS}; on
 *     {@link #VIRTUAL} how many virtual ones, 1 to {@link #MAX_VIRTUAL}
 * @param strict whether what would be a warning is an error
 * @param stats whether to print {@link Stats} when the process ends
 * @param output {@link #ORDERED} or {@link #DIRECT}; null leaves it to what started the program
 * @param seed makes scheduling decisions pseudo-random, for tests; null leaves them to the policy
 * @param methods engines of some methods: by class and method, the class with its package or without
 */
public record Configuration(String engine, int workers, boolean strict, boolean stats, String output, Long seed,
    Map<String, String> methods) {
  public static final String SERIAL = "serial";
  public static final String THREADS = "threads";
  public static final String VIRTUAL = "virtual";
  /** Tasks of which not all can be seen run beside each other, and the first ones are told of. */
  public static final String WARN = "warn";
  /** They run beside each other. */
  public static final String SILENT = "silent";
  /** They run alone. */
  public static final String REFUSE = "refuse";
  /** What tasks print comes out in program order. */
  public static final String ORDERED = "ordered";
  /** What tasks print comes out when they print it. */
  public static final String DIRECT = "direct";
  public static final int MAX_WORKERS = 256;
  public static final int MAX_VIRTUAL = 100_000;
  public static final String FILE = "deco.properties";

  private static final List<String> ENGINES = List.of(SERIAL, THREADS, VIRTUAL);
  private static final Map<String, Place> PLACES =
      Map.of(SERIAL, Place.HERE, THREADS, Place.WORKERS, VIRTUAL, Place.VIRTUAL);
  private static final String PREFIX = "deco.";
  private static final String ENGINE_KEY = "deco.engine";
  private static final String WORKERS_KEY = "deco.workers";
  private static final String STRICT_KEY = "deco.strict";
  private static final String STATS_KEY = "deco.stats";
  private static final String OUTPUT_KEY = "deco.output";
  private static final String SEED_KEY = "deco.schedule.seed";
  private static final String TRUST_KEY = "deco.trust";
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of(ENGINE_KEY, WORKERS_KEY, STRICT_KEY, STATS_KEY, OUTPUT_KEY, SEED_KEY, TRUST_KEY));
  private static final String METHOD_PREFIX = ENGINE_KEY + ".";
  private static final int MOST_EDITS = 2;

  /**
   * A place where settings are written.
   *
   * @param keys which there are
   * @param settings how to read one
   * @param place how to name one in a message
   * @param own whether there is nothing else in it than settings
   */
  record Layer(Supplier<Set<String>> keys, Function<String, String> settings, Function<String, String> place,
      boolean own) {
    static Layer file(Properties properties, String place) {
      return new Layer(properties::stringPropertyNames, properties::getProperty, key -> key + " in " + place, true);
    }

    static Layer environment(Map<String, String> variables) {
      return new Layer(() -> variables.keySet().stream().filter(name -> name.matches("DECO_[A-Z]+"))
          .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.')).collect(Collectors.toSet()),
          key -> variables.get(variable(key)), key -> "the environment variable " + variable(key), false);
    }

    static Layer system(Properties properties) {
      return new Layer(properties::stringPropertyNames, properties::getProperty, key -> "the system property " + key,
          false);
    }

    private static String variable(String key) {
      return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
  }

  private record Setting(String value, String place) {}

  /**
   * The configuration of the process: {@code deco.properties} on the class path, then in the working directory, then the
   * environment, then system properties; the last one that has a setting wins.
   *
   * @throws ConfigurationException if a setting cannot be used
   */
  public static Configuration load() {
    return of(layers());
  }

  private static List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    InputStream onClassPath = loader != null
        ? loader.getResourceAsStream(FILE) : ClassLoader.getSystemResourceAsStream(FILE);
    if (onClassPath != null) {
      layers.add(Layer.file(read(onClassPath, FILE + " on the class path"), FILE + " on the class path"));
    }
    Path inDirectory = Path.of(FILE);
    if (Files.isRegularFile(inDirectory)) {
      String place = FILE + " in the working directory";
      try {
        layers.add(Layer.file(read(Files.newInputStream(inDirectory), place), place));
      } catch (IOException e) {
        throw unreadable(place, e);
      }
    }
    layers.add(Layer.environment(System.getenv()));
    layers.add(Layer.system(System.getProperties()));
    return layers;
  }

  /**
   * Whether what would be a warning is an error, by the same places as {@link #load}.
   *
   * @throws ConfigurationException if that setting cannot be used
   */
  public static boolean isStrict() {
    return flag(find(layers(), STRICT_KEY));
  }

  /**
   * What becomes of tasks that would have to be trusted: {@link #WARN}, {@link #SILENT} or {@link #REFUSE}, by the same
   * places as {@link #load}.
   *
   * @throws ConfigurationException if that setting cannot be used
   */
  public static String trust() {
    return trust(find(layers(), TRUST_KEY));
  }

  /**
   * Whether tasks whose effects are unknown are to run alone ({@code deco.trust=refuse}).
   *
   * @throws ConfigurationException if that setting cannot be used
   */
  public static boolean refusesTrust() {
    return trust().equals(REFUSE);
  }

  /** The engines that this version has, on this Java. */
  public static List<String> engines() {
    return ThreadsEngine.hasVirtual() ? ENGINES : List.of(SERIAL, THREADS);
  }

  /** The configuration that layers give, weakest first. */
  static Configuration of(List<Layer> layers) {
    refuseUnknown(layers);
    trust(find(layers, TRUST_KEY));
    Setting engine = find(layers, ENGINE_KEY);
    String name = engine == null ? THREADS : engine(engine);
    Setting workers = find(layers, WORKERS_KEY);
    int most = name.equals(VIRTUAL) ? MAX_VIRTUAL : MAX_WORKERS;
    int count = workers != null ? count(workers, most) : name.equals(VIRTUAL) ? ThreadsEngine.MOST_VIRTUAL
        : Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors());
    return new Configuration(name, count, flag(find(layers, STRICT_KEY)), flag(find(layers, STATS_KEY)),
        output(find(layers, OUTPUT_KEY)), seed(find(layers, SEED_KEY)), methods(layers));
  }

  /** Names that are not settings: where others have theirs, too, only those that differ by a slip. */
  private static void refuseUnknown(List<Layer> layers) {
    for (Layer layer : layers) {
      for (String key : layer.keys.get()) {
        if (KEYS.contains(key) || key.startsWith(METHOD_PREFIX) || !layer.own && !key.startsWith(PREFIX)) {
          continue;
        }
        String meant = KEYS.stream().filter(known -> edits(known, key) <= MOST_EDITS).findFirst().orElse(null);
        if (layer.own || meant != null) {
          throw new ConfigurationException("Cannot use " + layer.place.apply(key) + ": there is no such setting. "
              + (meant != null ? "Did you mean " + meant + "?"
                  : "Use one of: " + String.join(", ", KEYS) + ", " + METHOD_PREFIX + "Class.method."));
        }
      }
    }
  }

  /** Environment variables that look like settings and are none: they may be somebody else's, and are not refused. */
  static List<String> unknownVariables(Map<String, String> environment) {
    return Layer.environment(environment).keys.get().stream()
        .filter(key -> !KEYS.contains(key) && !key.equals("deco.home"))
        .map(Layer::variable).sorted().toList();
  }

  /** How many letters have to be put in, taken out or replaced to make one text of the other (Levenshtein 1966). */
  private static int edits(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  /** {@code deco.engine.pkg.Main.f = virtual} and the like. */
  private static Map<String, String> methods(List<Layer> layers) {
    Map<String, String> methods = new TreeMap<>();
    for (Layer layer : layers) {
      for (String key : layer.keys.get()) {
        if (key.startsWith(METHOD_PREFIX)) {
          Setting setting = new Setting(layer.settings.apply(key).strip(), layer.place.apply(key));
          String method = key.substring(METHOD_PREFIX.length()).replace('$', '.');
          if (!method.contains(".") || method.startsWith(".") || method.endsWith(".")) {
            throw unusable(setting, "the setting does not name a class and a method",
                "Use a name like " + METHOD_PREFIX + "Main.f");
          }
          methods.put(method, engine(setting));
        }
      }
    }
    return methods;
  }

  private static String engine(Setting setting) {
    if (!ENGINES.contains(setting.value)) {
      throw unusable(setting, "there is no such engine in this version", "Use one of: " + String.join(", ", engines()));
    }
    if (setting.value.equals(VIRTUAL) && !ThreadsEngine.hasVirtual()) {
      throw unusable(setting, "this is Java " + Runtime.version().feature() + ", and virtual threads came with Java 21",
          "Use a newer Java, or one of: " + SERIAL + ", " + THREADS);
    }
    return setting.value;
  }

  /** Whether all tasks run in place. */
  public boolean isSerial() {
    return engine.equals(SERIAL) && methods.values().stream().allMatch(SERIAL::equals);
  }

  Places places() {
    Map<String, Place> byMethod = new TreeMap<>();
    methods.forEach((method, name) -> byMethod.put(method, PLACES.get(name)));
    return new Places(PLACES.get(engine), byMethod);
  }

  /** Every task in place, at once. */
  public static Configuration serial() {
    return new Configuration(SERIAL, 1, false, false, null, null, Map.of());
  }

  /** Work stealing on so many threads. */
  public static Configuration threads(int workers) {
    return new Configuration(THREADS, workers, false, false, null, null, Map.of());
  }

  /** So many virtual threads at most, on Java 21 or newer. */
  public static Configuration virtual(int workers) {
    return new Configuration(VIRTUAL, workers, false, false, null, null, Map.of());
  }

  /** The same with another engine for one method: its class, with package or without, and its name. */
  public Configuration with(String method, String other) {
    Map<String, String> more = new TreeMap<>(methods);
    more.put(method, other);
    return new Configuration(engine, workers, strict, stats, output, seed, more);
  }

  /** The same with pseudo-random scheduling decisions. */
  public Configuration shuffled(long seed) {
    return new Configuration(engine, workers, strict, stats, output, seed, methods);
  }

  private static Setting find(List<Layer> layers, String key) {
    for (int i = layers.size(); --i >= 0; ) {
      String value = layers.get(i).settings.apply(key);
      if (value != null) {
        return new Setting(value.strip(), layers.get(i).place.apply(key));
      }
    }
    return null;
  }

  private static int count(Setting setting, int most) {
    try {
      int count = Integer.parseInt(setting.value);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // falls through to the message below
    }
    throw unusable(setting, "it is not a whole number from 1 to " + most,
        "Give such a number, or leave it out to use one worker for each processor");
  }

  private static boolean flag(Setting setting) {
    if (setting == null || setting.value.equalsIgnoreCase("false")) {
      return false;
    }
    if (setting.value.equalsIgnoreCase("true") || setting.value.isEmpty()) {
      return true;
    }
    throw unusable(setting, "it is neither true nor false", "Give one of them");
  }

  private static String output(Setting setting) {
    if (setting == null || setting.value.equals(ORDERED) || setting.value.equals(DIRECT)) {
      return setting == null ? null : setting.value;
    }
    throw unusable(setting, "there is no such order of output", "Use one of: " + ORDERED + ", " + DIRECT);
  }

  private static String trust(Setting setting) {
    if (setting == null || Set.of(WARN, SILENT, REFUSE).contains(setting.value)) {
      return setting == null ? WARN : setting.value;
    }
    throw unusable(setting, "it is no way to trust", "Use one of: " + String.join(", ", WARN, SILENT, REFUSE));
  }

  private static Long seed(Setting setting) {
    if (setting == null) {
      return null;
    }
    try {
      return Long.valueOf(setting.value);
    } catch (NumberFormatException e) {
      throw unusable(setting, "it is not a whole number", "Give one of up to 64 bits, or leave it out");
    }
  }

  private static Properties read(InputStream in, String place) {
    Properties properties = new Properties();
    try (in) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(place, e);
    }
    return properties;
  }

  private static ConfigurationException unusable(Setting setting, String cause, String cure) {
    return new ConfigurationException(
        "Cannot use \"" + setting.value + "\" from " + setting.place + ": " + cause + ". " + cure + ".");
  }

  private static ConfigurationException unreadable(String place, Exception cause) {
    return new ConfigurationException("Cannot read " + place + ": " + cause.getMessage().replaceFirst("\\.$", "")
        + ". Make it a readable file of lines like \"deco.workers = 4\", or remove it.", cause);
  }
}
