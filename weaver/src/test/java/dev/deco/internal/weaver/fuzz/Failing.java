package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.member;
import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A scope whose tasks or deferred statements may fail. Only what the contract fixes can be seen of it: which exception
 * comes out or reaches which handler, and what the statements before the failure did. So its own code between a call
 * that may fail and the next sync changes nothing but locals.
 */
final class Failing {
  private static final String TARGETS = "int[] out, List<Integer> list, Map<Integer, Integer> map, Box box, "
      + "StringBuilder text";
  private static final String DUMP = "show(out) + list + map + box + text";
  private final Random random;
  private int names;

  /** {@code scope}: the annotations of the scope. */
  Failing(Random random, List<Code> members, String scope) {
    this.random = random;
    members.add(member("""
        @Concurrent static int boom(int x, int at) {
          if (x == at) {
            throw new IllegalStateException("boom " + x);
          }
          return x * 2 + 1;
        }"""));
    members.add(member("""
        @Concurrent static int loud(int x, int at) {
          System.out.println("loud " + x);
          return boom(x, at);
        }"""));
    members.add(member("""
        @Concurrent @Synchronized static int nested(int x, int at) {
          int sum = 0;
          for (int i = 0; i < 3; i++) {
            sum += boom(x * 2 + i, at);
          }
          return sum;
        }"""));
    members.add(member("""
        @Concurrent static int touch(int[] data, int x, int at) {
          data[x & 3] += boom(x, at);
          return data[0] ^ data[1];
        }"""));
    members.add(member(scope, "static int failing(", TARGETS, ", int at) { int total = 0; int[] data = new int[4];", statements(3
        + random.nextInt(4), 0),
        "return total; }"));
  }

  /** The call of the scope, and what it shows. */
  Code call() {
    return statement("for (int at = -1; at < 8; at++) { int[] out = new int[4]; ",
        "List<Integer> list = new ArrayList<>(); ",
        "Map<Integer, Integer> map = new LinkedHashMap<>(); Box box = new Box(1); ",
        "StringBuilder text = new StringBuilder();",
        statement("try { System.out.println(failing(out, list, map, box, text, at)); }",
            " catch (RuntimeException e) { System.out.println(\"caught \" + e.getClass() + e.getMessage()); }"),
        "System.out.println(", DUMP, ");}");
  }

  private Code statements(int count, int depth) {
    List<Code> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      all.add(one(depth));
    }
    return Code.all(all);
  }

  private Code one(int depth) {
    int choice = random.nextInt(depth > 2 ? 10 : 16);
    if (choice < 8) {
      return sink(value());
    }
    if (choice == 8) {
      String name = "v" + names++;
      return part(statement("int ", name, " = ", quiet(value()), ";"), sink(random.nextBoolean() ? name : "mix(" + name
          + ")"));
    }
    if (choice == 9) {
      return random.nextInt(4) == 0 ? statement(random.nextBoolean() ? "total++;" : "total = total * 5 + at;")
          : random.nextInt(3) == 0 ? statement("if (", quiet(value()), " > 9) {", sink(value()), "}")
          : random.nextInt(3) > 0 ? sink(value())
          : statement("if (at == " + random.nextInt(8), ") throw new IllegalArgumentException(\"own\");");
    }
    if (choice < 13) {
      String i = "i" + names++;
      return statement("for (int ", i, " = " + random.nextInt(3), "; ", i, " < " + (3 + random.nextInt(5)), "; ", i,
          "++) {",
          statements(1 + random.nextInt(2), depth + 1), "}");
    }
    String caught = random.nextInt(4) == 0 ? "ArithmeticException" : "RuntimeException";
    String e = "e" + names++;
    // tasks after the one that failed may have changed the data
    Code handler = part(" catch (", caught, " ", e, ") { data = new int[4];", statement("text.append(", e,
        ".getMessage()).append(total);"),
        statement("System.out.println(\"handler \" + ", DUMP, " + total);"),
        random.nextInt(4) == 0 ? statements(1, depth + 1) : "",
        random.nextInt(5) == 0 ? statement("if (at > 3) throw ", e, ";") : "", "}");
    Object last = random.nextInt(3) == 0 ? part(" finally { data = new int[4];", statement("text.append('f');"),
        random.nextInt(3) == 0 ? statements(1, depth + 1) : "", "}") : "";
    return random.nextInt(6) == 0
        ? statement("try {", risky(1, depth), "} finally {", statement("text.append(total);"), "}")
        : statement("try {", risky(random.nextInt(3), depth), "}", handler, last);
  }

  /**
   * The body of a try statement: something in it may fail in a task, or else its handler would be the scope's own code,
   * which may run though an earlier task has failed.
   */
  private Code risky(int more, int depth) {
    return part(sink(value()), more > 0 ? statements(more, depth + 1) : "");
  }

  private String value() {
    String x = names > 0 && random.nextInt(2) == 0 ? "" + random.nextInt(8) : "" + random.nextInt(8);
    return switch (random.nextInt(13)) {
      case 10, 11, 12 -> "touch(data, " + x + ", at)";
      case 8 -> "loud(" + x + ", at)";
      case 9 -> "mix(IntStream.range(" + random.nextInt(3) + ", 5).map(x -> boom(x, at)).sum())";
      case 0 -> "mix(boom(" + x + ", at))";
      case 1 -> "boom(mix(" + x + ") & 7, at)";
      case 2 -> "nested(" + x + " & 3, at)";
      case 3 -> "(boom(" + x + ", at) + boom(" + random.nextInt(8) + ", at))";
      case 4 -> "mix(" + x + ")";
      default -> "boom(" + x + ", at)";
    };
  }

  /** A value that is used at once may be computed in place, where what it prints comes out although a task has failed. */
  private static String quiet(String value) {
    return value.replace("loud(", "boom(");
  }

  private Code sink(String value) {
    return switch (random.nextInt(16)) {
      case 0 -> statement("out[" + random.nextInt(4), "] = ", value, ";");
      case 1 -> statement("out[" + random.nextInt(4), "] += ", value, ";");
      case 2, 3 -> statement("list.add(", value, ");");
      case 4 -> statement("map.put(" + random.nextInt(4), ", ", value, ");");
      case 5 -> statement("map.put(", value, ", ", value(), ");");
      case 6 -> statement("box.i += ", value, ";");
      case 7 -> statement("text.append(", value, ");");
      case 8, 9 -> statement("total += ", quiet(value), ";");
      case 10 -> statement("out[", value, " & 7] = 1;");
      case 11 -> statement("out[1] = 100 / (", value, " & 3);");
      case 12 -> statement("System.out.println(", value, ");");
      case 13 -> statement("sI ^= ", value, ";");
      case 14 -> statement("list.set(", value, " & 3, 7);");
      default -> statement("total = total * 3 + ", quiet(value), ";");
    };
  }
}
