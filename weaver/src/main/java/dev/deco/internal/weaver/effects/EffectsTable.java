package dev.deco.internal.weaver.effects;

import dev.deco.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/**
 * The effects of methods whose code is not to be read, from texts of one line a method or group of methods: those of
 * the platform, and what users add. The platform's text says at its top how to read it.
 *
 * <p><b>Concurrency:</b> immutable.
 */
final class EffectsTable {
  private static final Set<String> VERBS = Set.of("pure", "reads", "writes", "deep", "alters", "passes", "prints", "keys",
      "stores", "returns", "holds", "elements", "copies", "source", "backing", "calls", "lazy", "functions", "runs",
      "drains", "locks");
  private static final String PLAIN = "this|#[1-9]\\d?|args|made";
  private static final Pattern WORD = Pattern.compile("(" + PLAIN + "|outside|fresh(:[\\w/$]+)?|with|in|io|output|clock|random"
      + "|((held|any)\\()+(" + PLAIN + ")\\)+)(\\.(content|structure|cursor|any))?");

  /** The table for the JDK. */
  static final EffectsTable STANDARD = load("jdk-effects.txt");

  /** One word and what it is said of: {@code stores #1 in this}. */
  record Clause(String verb, List<String> words) {}

  /** What a line says, and where it stands. */
  record Line(String type, String method, List<Clause> clauses, String place) {}

  private final Map<String, Map<String, Line>> lines = new LinkedHashMap<>();

  private EffectsTable() {}

  private static EffectsTable load(String resource) {
    try (InputStream in = EffectsTable.class.getResourceAsStream(resource)) {
      return parse(resource, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
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
    EffectsTable table = new EffectsTable();
    List<String> types = List.of();
    int number = 0;
    for (String raw : text) {
      number++;
      String place = origin + ":" + number;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("--")) {
        continue;
      } else if (line.equals("class") || line.startsWith("class ")) {
        types = Arrays.stream(line.substring(5).strip().split("\\s+")).map(name -> name.replace('.', '/')).toList();
        if (types.get(0).isEmpty()) {
          throw bad(place, "a class line without a class", "write 'class com.acme.Grid', with $ before a nested class's name");
        }
        continue;
      }
      int colon = line.indexOf(" : ");
      if (colon < 0) {
        throw bad(place, "'" + line + "' is neither a class line nor a method line",
            "write 'class NAME...', then lines like 'get size : reads this'");
      } else if (types.isEmpty()) {
        throw bad(place, "methods before the first class line", "put 'class NAME' above this line");
      }
      List<Clause> clauses = new ArrayList<>();
      for (String clause : line.substring(colon + 3).split(";")) {
        clauses.add(clause(place, clause.strip()));
      }
      for (String method : line.substring(0, colon).strip().split("\\s+")) {
        for (String type : types) {
          table.lines.computeIfAbsent(type, key -> new LinkedHashMap<>())
              .put(method, new Line(type, method, List.copyOf(clauses), place));
        }
      }
    }
    return table;
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
        throw bad(place, "'" + word + "' is not a value", "use this, #1, #2, args, held(...), any(...), made, fresh, "
            + "outside, io, output, clock or random, where fitting with .content, .structure or .any");
      }
    }
    boolean bare = verb.equals("pure") || verb.equals("locks");
    if (bare != (words.size() == 1)) {
      throw bad(place, "'" + verb + (bare ? "' is about nothing else" : "' needs to know of what"),
          bare ? "take '" + String.join(" ", words.subList(1, words.size())) + "' away" : "write '" + verb + " this', say");
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
  EffectsTable below(List<EffectsTable> stronger) {
    if (stronger.isEmpty()) {
      return this;
    }
    EffectsTable all = new EffectsTable();
    for (EffectsTable table : stronger) {
      table.lines.forEach((type, own) -> own.forEach((method, line) ->
          all.lines.computeIfAbsent(type, key -> new LinkedHashMap<>()).putIfAbsent(method, line)));
    }
    lines.forEach((type, own) -> {
      Map<String, Line> merged = all.lines.computeIfAbsent(type, key -> new LinkedHashMap<>());
      Set<String> said = Set.copyOf(merged.keySet());
      own.forEach((method, line) -> {
        if (!said.contains(method.replaceFirst("\\(.*", ""))) { // for all overloads: stronger than one for a single one
          merged.putIfAbsent(method, line);
        }
      });
    });
    return all;
  }

  /** Whether any line is about this type. */
  boolean knows(String type) {
    return lines.containsKey(type);
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
      Map<String, Line> all = lines.get(type);
      if (all == null) {
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

  List<Line> lines() {
    return lines.values().stream().flatMap(all -> all.values().stream()).toList();
  }
}
