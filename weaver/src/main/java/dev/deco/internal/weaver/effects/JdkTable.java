package dev.deco.internal.weaver.effects;

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
import java.util.StringJoiner;
import org.objectweb.asm.Type;

/**
 * The effects of the platform's methods, from a text of one line a method or group of methods. The text says at its
 * top how to read it.
 *
 * <p><b>Concurrency:</b> immutable.
 */
final class JdkTable {
  /** The table for the JDK. */
  static final JdkTable STANDARD = load("jdk-effects.txt");

  /** One word and what it is said of: {@code stores #1 in this}. */
  record Clause(String verb, List<String> words) {}

  /** What a line says, and where it stands. */
  record Line(String type, String method, List<Clause> clauses, int number) {}

  private final Map<String, Map<String, Line>> lines = new LinkedHashMap<>();

  private JdkTable() {}

  private static JdkTable load(String resource) {
    try (InputStream in = JdkTable.class.getResourceAsStream(resource)) {
      return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JdkTable parse(List<String> text) {
    JdkTable table = new JdkTable();
    List<String> types = List.of();
    int number = 0;
    for (String raw : text) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("--")) {
        continue;
      } else if (line.startsWith("class ")) {
        types = Arrays.asList(line.substring(6).strip().split("\\s+"));
        continue;
      }
      int colon = line.indexOf(" : ");
      if (colon < 0 || types.isEmpty()) {
        throw new IllegalArgumentException("jdk-effects.txt, line " + number + ": expected 'class NAME...' or "
            + "'METHOD... : CLAUSE; ...', found '" + line + "'");
      }
      List<Clause> clauses = new ArrayList<>();
      for (String clause : line.substring(colon + 3).split(";")) {
        List<String> words = Arrays.asList(clause.strip().split("[\\s,]+"));
        clauses.add(new Clause(words.get(0), words.subList(1, words.size())));
      }
      for (String method : line.substring(0, colon).strip().split("\\s+")) {
        for (String type : types) {
          table.lines.computeIfAbsent(type, key -> new LinkedHashMap<>())
              .put(method, new Line(type, method, List.copyOf(clauses), number));
        }
      }
    }
    return table;
  }

  /** The line for a method that an object of the first of these types has, or {@code null}. */
  Line find(Iterable<String> supertypes, String name, String descriptor) {
    String method = name.equals("<init>") ? "new" : name;
    StringJoiner parameters = new StringJoiner(",", "(", ")");
    for (Type type : Type.getArgumentTypes(descriptor)) {
      String full = type.getClassName();
      parameters.add(full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1));
    }
    String first = null;
    for (String type : supertypes) {
      first = first == null ? type : first;
      if (method.equals("new") && !type.equals(first) && !type.equals("java/lang/Throwable")) {
        continue;
      }
      Map<String, Line> all = lines.getOrDefault(type, Map.of());
      Line line = all.get(method + parameters);
      line = line == null ? all.get(method) : line;
      line = line == null && !method.equals("new") ? all.get("*") : line;
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  List<Line> lines() {
    return lines.values().stream().flatMap(all -> all.values().stream()).toList();
  }
}
