package dev.deco.internal.weaver.effects;

import dev.deco.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/**
 * The effects of methods whose code is not to be read, from texts of one line a method or group of methods: those of
 * the platform, and what users add. The platform's text says at its top how to read it.
 *
 * <p><b>Concurrency:</b> thread-safe.
 */
final class EffectsTable {
  private static final Set<String> VERBS =
      Set.of("pure", "reads", "writes", "deep", "alters", "passes", "prints", "keys", "arrays", "reorders",
      "stores", "returns", "holds", "elements", "copies", "source", "backing", "moves", "calls", "lazy", "functions",
      "runs", "drains", "locks", "orders", "compares", "fills", "counts", "arrives", "releases", "acquires", "waits", "takes",
      "thread", "logs", "initializes");
  /** Those that stand by themselves. */
  private static final Set<String> BARE = Set.of("pure", "locks", "thread", "logs", "initializes");
  private static final String PLAIN = "this|#[1-9]\\d?|args|made";
  private static final Pattern WORD =
      Pattern.compile("(" + PLAIN + "|outside|fresh(:[\\w/$]+)?|with|in|io|output|clock|random"
      + "|locale|zone|properties|streams|registry"
      + "|((held|any|inside)\\()+(" + PLAIN + ")\\)+)(\\.(content|structure|cursor|any))?");

  /** The table for the JDK. */
  static final EffectsTable STANDARD = load("jdk-effects.txt");

  /** One word and what it is said of: {@code stores #1 in this}. */
  record Clause(String verb, List<String> words) {}

  /** What a line says, and where it stands. */
  record Line(String type, String method, List<Clause> clauses, String place) {}

  /** Lines about some types, as they stand in their file, where the first of them has this number. */
  private record Passage(String origin, int first, List<String> text) {}

  private final List<EffectsTable> stronger;
  private final Map<String, List<Passage>> passages = new LinkedHashMap<>();
  /** By type and method, once the type was asked for: a program calls methods of few types, and starts the sooner. */
  private final Map<String, Map<String, Line>> lines = new ConcurrentHashMap<>();

  private EffectsTable(List<EffectsTable> stronger) {
    this.stronger = stronger;
  }

  private static EffectsTable load(String resource) {
    try (InputStream in = EffectsTable.class.getResourceAsStream(resource)) {
      return indexed(resource, List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a table.
   *
   * @param origin the file, for messages
   * @throws ConfigurationException where a line cannot be read; the message names file and line, cause and cure
   */
  static EffectsTable parse(String origin, List<String> text) {
    EffectsTable table = indexed(origin, text);
    table.lines();
    return table;
  }

  /** Finds the class lines, and leaves the others for later. */
  private static EffectsTable indexed(String origin, List<String> text) {
    EffectsTable table = new EffectsTable(List.of());
    List<String> types = List.of();
    int first = 0;
    for (int at = 0; at < text.size(); at++) {
      String line = text.get(at).strip();
      if (line.equals("class") || line.startsWith("class ")) {
        table.add(types, new Passage(origin, first + 1, text.subList(first, at)));
        types = types(origin + ":" + (at + 1), line);
        first = at + 1;
      }
    }
    table.add(types, new Passage(origin, first + 1, text.subList(first, text.size())));
    return table;
  }

  private static List<String> types(String place, String line) {
    if (line.equals("class")) {
      throw bad(place, "a class line without a class",
          "write 'class com.acme.Grid', with $ before a nested class's name");
    }
    List<String> types = new ArrayList<>();
    StringTokenizer names = new StringTokenizer(line.substring(5)); // no pattern: they take long to start
    while (names.hasMoreTokens()) {
      types.add(names.nextToken().replace('.', '/'));
    }
    return types;
  }

  private void add(List<String> types, Passage passage) {
    for (String type : types) {
      passages.computeIfAbsent(type, key -> new ArrayList<>()).add(passage);
    }
    if (types.isEmpty()) {
      read(passage, "", (method, line) -> {
        throw bad(line.place(), "methods before the first class line", "put 'class NAME' above this line");
      });
    }
  }

  private static void read(Passage passage, String type, BiConsumer<String, Line> lines) {
    int number = passage.first;
    for (String raw : passage.text) {
      String place = passage.origin + ":" + number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("--")) {
        continue;
      }
      int colon = line.indexOf(" : ");
      if (colon < 0) {
        throw bad(place, "'" + line + "' is neither a class line nor a method line",
            "write 'class NAME...', then lines like 'get size : reads this'");
      }
      List<Clause> clauses = new ArrayList<>();
      for (String clause : line.substring(colon + 3).split(";")) {
        clauses.add(clause(place, clause.strip()));
      }
      for (String method : line.substring(0, colon).strip().split("\\s+")) {
        lines.accept(method, new Line(type, method, List.copyOf(clauses), place));
      }
    }
  }

  private static Clause clause(String place, String text) {
    List<String> words = Arrays.asList(text.split("[\\s,]+"));
    String verb = words.get(0);
    if (!VERBS.contains(verb)) {
      throw bad(place, "'" + verb + "' is not a word for what a method does", "use one of " + String.join(", ",
          VERBS.stream().sorted().toList()));
    }
    for (String word : words.subList(1, words.size())) {
      if (!WORD.matcher(word).matches()) {
        throw bad(place, "'" + word + "' is not a value", "use this, #1, #2, args, held(...), any(...), inside(...), made, fresh, "
            + "outside, io, output, clock, random, locale, zone, properties, streams or registry, where fitting with .content, .structure or .any");
      }
    }
    boolean bare = BARE.contains(verb);
    if (bare != (words.size() == 1)) {
      throw bad(place, "'" + verb + (bare ? "' is about nothing else" : "' needs to know of what"),
          bare ? "take '" + String.join(" ", words.subList(1, words.size())) + "' away"
              : "write '" + verb + " this', say");
    }
    int in = words.indexOf("in");
    if (verb.equals("stores") && (in < 2 || in != words.size() - 2)) {
      throw bad(place, "'" + text + "' does not say what is kept where", "write 'stores #1 in this'");
    }
    int with = words.indexOf("with");
    if ((verb.equals("calls") || verb.equals("lazy")) && words.size() > 2 && with != 2) {
      throw bad(place, "'" + text + "' does not say what the function is given", "write '" + verb + " #1 with this'");
    }
    return new Clause(verb, words.subList(1, words.size()));
  }

  private static ConfigurationException bad(String place, String cause, String cure) {
    return new ConfigurationException(place + ": " + cause + "; " + cure + ".");
  }

  /** This table with lines of others before its own; among these the first is the strongest. */
  EffectsTable below(List<EffectsTable> others) {
    if (others.isEmpty()) {
      return this;
    }
    List<EffectsTable> all = new ArrayList<>(others);
    all.addAll(stronger);
    EffectsTable table = new EffectsTable(List.copyOf(all));
    table.passages.putAll(passages);
    return table;
  }

  /** Whether any line is about this type. */
  boolean knows(String type) {
    return passages.containsKey(type) || stronger.stream().anyMatch(table -> table.knows(type));
  }

  /** The lines about a type, by method. */
  private Map<String, Line> of(String type) {
    Map<String, Line> known = lines.get(type);
    if (known == null && !knows(type)) {
      return Map.of();
    } else if (known == null) {
      known = read(type);
      lines.put(type, known);
    }
    return known;
  }

  private Map<String, Line> read(String type) {
    Map<String, Line> all = new LinkedHashMap<>();
    stronger.forEach(table -> table.of(type).forEach(all::putIfAbsent));
    Set<String> said = Set.copyOf(all.keySet());
    Map<String, Line> own = new LinkedHashMap<>();
    passages.getOrDefault(type, List.of()).forEach(passage -> read(passage, type, own::put));
    own.forEach((method, line) -> {
      if (!said.contains(method.replaceFirst("\\(.*", ""))) { // for all overloads: stronger than one for a single one
        all.putIfAbsent(method, line);
      }
    });
    return all;
  }

  /** The line for a method that an object of the first of these types has, or {@code null}. */
  Line find(Iterable<String> supertypes, String name, String descriptor) {
    String method = name.equals("<init>") ? "new" : name;
    String signature = null;
    String first = null;
    for (String type : supertypes) {
      first = first == null ? type : first;
      if (method.equals("new") && !type.equals(first) && !type.equals("java/lang/Throwable")) {
        continue;
      }
      Map<String, Line> all = of(type);
      if (all.isEmpty()) {
        continue;
      }
      signature = signature == null ? method + parameters(descriptor) : signature;
      Line line = all.get(signature);
      line = line == null ? all.get(method) : line;
      line = line == null && !method.equals("new") ? all.get("*") : line;
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  /** The simple names of a method's parameter types: {@code (int,String)}. */
  static String parameters(String descriptor) {
    StringJoiner parameters = new StringJoiner(",", "(", ")");
    for (Type type : Type.getArgumentTypes(descriptor)) {
      String full = type.getClassName();
      parameters.add(full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1));
    }
    return parameters.toString();
  }

  /** The types that class lines name, and where the first one does. */
  Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    passages.forEach((type, all) -> types.put(type, all.get(0).origin + ":" + (all.get(0).first - 1)));
    return types;
  }

  List<Line> lines() {
    Set<String> types = new LinkedHashSet<>();
    stronger.forEach(table -> types.addAll(table.passages.keySet()));
    types.addAll(passages.keySet());
    return types.stream().flatMap(type -> of(type).values().stream()).toList();
  }
}
