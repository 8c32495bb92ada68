package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.member;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import dev.deco.internal.weaver.fuzz.Signature.Kind;
import java.util.List;
import java.util.Random;

/**
 * Concurrent methods that touch the elements of an array which their arguments tell. All arguments are from 0 to 7, and
 * all indexes stay in arrays of 64 elements; what is written in an array that is a parameter is read too.
 */
final class Sections {
  private static final List<List<String>> PARAMETERS = List.of(List.of("W", "small", "small"), List.of("W", "W",
      "small", "small"),
      List.of("small", "small"), List.of("band", "small", "small"), List.of("M", "small", "small"), List.of("small"));

  private final Random random;
  private final List<Code> members;
  private int names;

  Sections(Random random, List<Code> members) {
    this.random = random;
    this.members = members;
  }

  /** A new method, added to the members. */
  Signature method() {
    int number = names++;
    int form = random.nextInt(PARAMETERS.size());
    String name = "part" + number;
    String result = random.nextInt(3) == 0 ? "int" : "void";
    String parameters = switch (form) {
      case 0 -> said("@InOut ") + "int[] a, int i, int n";
      case 1 -> said("@In ") + "int[] a, " + said("@InOut(to = \"64\") ") + "int[] b, int i, int n";
      case 3 -> "Band b, int i, int n";
      case 4 -> "int[][] g, int i, int n";
      case 5 -> "int i";
      default -> "int i, int n";
    };
    String second = form == 5 ? "3" : "n";
    String target = switch (form) {
      case 0 -> "a";
      case 1 -> "b";
      case 3 -> random.nextBoolean() ? "b.w" : "b.v";
      case 4 -> "g[" + index(second) + "]";
      default -> random.nextBoolean() ? "sW" : "sBand.w";
    };
    String source = switch (form) {
      case 1 -> "a";
      case 3 -> random.nextBoolean() ? "b.w" : "b.v";
      case 4 -> "g[" + index(second) + "]";
      case 0 -> "a";
      default -> random.nextBoolean() ? "sW" : target;
    };
    boolean plain = form == 2 || form == 3 || form == 5;
    Code body = body(target, source, plain && random.nextBoolean() ? " = " : " += ", second);
    members.add(member("@Concurrent static ", result, " ", name, "(", parameters, ") {", body,
        random.nextInt(4) == 0 ? body(target, source, " += ", second) : "",
        result.equals("int") ? "return " + source + "[" + index(second) + "];" : "", "}"));
    Signature signature = new Signature(name, Kind.CONCURRENT, result, PARAMETERS.get(form), null, false);
    signature.cost = 12;
    return signature;
  }

  private Code body(String target, String source, String operator, String n) {
    String low = index(n);
    String high = low + " + " + (random.nextBoolean() ? n : "" + (1 + random.nextInt(4)));
    String last = random.nextInt(3) == 0 ? "Math.min(" + high + ", " + (8 + random.nextInt(24)) + ")" : high;
    String step = random.nextInt(3) == 0 ? " + " + random.nextInt(3) : "";
    String read = source + "[" + (random.nextBoolean() ? "j" + (random.nextInt(3) == 0 ? " + 1" : "") : index(n)) + "]";
    return switch (random.nextInt(7)) {
      case 0 -> statement("for (int j = ", low, "; j < ", last, "; j++) ", target, "[j", step, "]", operator, read,
          " + i;");
      case 1 -> statement("for (int j = ", low, "; j < ", last, "; j += 2) { ", target, "[j", step, "]", operator,
          read, " * 3 + 1; }");
      case 2 -> statement("for (int j = ", high, " - 1; j >= ", low, "; j--) ", target, "[j", step, "]", operator,
          read, " ^ i;");
      case 3 -> statement("{ int j = ", low, "; while (j <= ", last, ") { ", target, "[j]", operator, read,
          "; j++; } }");
      case 4 -> statement("if (i > 2) ", target, "[", low, "]", operator, source, "[", index(n), "] + 7; else ",
          target, "[", index(n), "]++;");
      default -> statement(target, "[", low, "]", operator, source, "[", index(n), "] * 5 + i;");
    };
  }

  /** A declaration, or none. */
  private String said(String annotation) {
    return random.nextInt(4) == 0 ? annotation : "";
  }

  private String index(String n) {
    return switch (random.nextInt(11)) {
      case 0 -> "i + " + random.nextInt(4);
      case 1 -> "i * 2 + 1";
      case 2 -> "i * 3";
      case 3 -> "i + " + n;
      case 4 -> "8 + i - " + n;
      case 5 -> "Math.max(i, " + n + ")";
      case 6 -> "Math.min(i * 2, " + random.nextInt(8) + ")";
      case 7 -> "(i & 3)";
      case 8 -> "" + random.nextInt(9);
      default -> "i";
    };
  }
}
