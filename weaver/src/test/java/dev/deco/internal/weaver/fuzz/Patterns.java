package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people write: shapes of several statements that chance alone would seldom make. */
final class Patterns {
  private final Place place;
  private final Expressions expressions;

  Patterns(Place place, Expressions expressions) {
    this.place = place;
    this.expressions = expressions;
  }

  Code one() {
    place.method.cost += place.times * 20;
    place.times *= 4;
    int sight = place.variables.size();
    boolean collections = place.style == Style.COLLECTIONS && place.below(4) > 0;
    Code code = collections ? place.oneIn(4) ? scratch() : collecting() : switch (place.below(25)) {
      case 0 -> chain();
      case 1, 2 -> parts();
      case 3, 4 -> sweeps();
      case 5, 6 -> inPlace();
      case 7 -> payments();
      case 8 -> memo();
      case 9 -> grid();
      case 10 -> text();
      case 11 -> sometimesPending();
      case 12 -> byHand();
      case 13 -> mapped();
      case 14 -> entries();
      case 15 -> localClass();
      case 16 -> lists();
      case 17 -> views();
      case 18 -> reduction();
      case 19 -> inner();
      case 20 -> scratch();
      case 21, 22, 23 -> sections();
      default -> printing();
    };
    place.times /= 4;
    place.forget(sight);
    return code;
  }

  private Code e(String type) {
    return expressions.of(type, 1);
  }

  private Code known(String type) {
    Code known = expressions.known(type, 1);
    return known != null ? known : expressions.literal(type);
  }

  /** A loop variable that is in sight until the pattern is complete. */
  private String index() {
    String i = place.fresh("i");
    place.declareIndex(i);
    return i;
  }

  private static Code loop(String i, int most, Object... body) {
    return part("for (int ", i, " = 0; ", i, " < " + most, "; ", i, "++) {", part(body), "}\n");
  }

  private Code chain() {
    Code last = e("double");
    String i = index();
    return statement(loop(i, 3, place.any(List.of("sI += ", "sI ^= ", "sA[" + i + "] = ", "it.w = ")), "mix(mix(",
        e("int"), " + ", i, "));"), "sD ", place.any(List.of("+=", "=")), " half(half(half(", last, ")));");
  }

  /** Several tasks that fill parts of one array; what comes after reads it, so that no later task fills it again. */
  private Code parts() {
    String a = place.fresh("v");
    Code array = known("int[]");
    String i = index();
    Code end = part(place.inTask() || place.oneIn(2) ? "sI ^= total(" + a + ");"
        : place.oneIn(2) ? "Deco.sync();\nsL += " + a + "[1];" : "sI += sum(" + a + ");");
    if (place.oneIn(4)) {
      return statement("int[] ", a, " = ", array, ";\n", loop(i, 4, "own(", a, ", ", i, ", ", e("int"), ");"), end);
    }
    boolean fresh = place.oneIn(2);
    return fresh
        ? statement("int[] ", a, " = new int[8];\n", loop(i, 4, "fill(", a, ", ", i, " * 2, ", i, " * 2 + 2, ",
            e("int"), ");"), end)
        : statement("int[] ", a, " = ", array, ";\n", loop(i, 4, "fill(", a, ", ", i, ", ", i, " + 1, ", e("int"),
            ");"), end);
  }

  /** Tasks whose arguments tell which elements they touch, and a scope that may touch some too. */
  private Code sections() {
    List<Signature> all = place.callable.stream().filter(one -> one.name.startsWith("part")).toList();
    if (all.isEmpty() || !place.allows(all.get(0))) {
      return inPlace();
    }
    Signature first = place.any(all);
    Signature second = place.any(all);
    String i = index();
    Code own = switch (place.below(6)) {
      case 0 -> part("sW[", i, "] += 3;");
      case 1 -> part("sI += sBand.w[", i, " + 1];");
      case 2 -> part("sBand.v = ", place.oneIn(2) ? "sW;" : "sBand.w;");
      case 3 -> part("sM[", i, "] = sM[1];");
      default -> part("");
    };
    String step = first.result.equals("void") ? "" : place.any(List.of("sI += ", "sW[" + i + "] ^= ", "it.w = "));
    return statement(loop(i, 7, step, direct(first, i), ";", own), place.oneIn(2) ? loop(i, 5, direct(second, i), ";")
        : "");
  }

  /** A call whose arguments are the loop's variable, or follow from it. */
  private Code direct(Signature callee, String i) {
    List<Object> parts = new ArrayList<>(List.of(callee.name, "("));
    String gap = "";
    for (String type : callee.parameters) {
      parts.add(gap);
      parts.add(type.equals("small") && place.below(4) > 0 ? place.any(List.of(i, i, i, "7 - " + i, ""
          + place.below(4), i + " / 2"))
          : expressions.argument(type, 0));
      gap = ", ";
    }
    parts.add(")");
    return part(parts.toArray());
  }

  /** Sweeps from one array to another, which then change their names (Jacobi). */
  private Code sweeps() {
    String from = place.fresh("v");
    String to = place.fresh("v");
    String t = place.fresh("t");
    Code arrays = part("double[] ", from, " = ", known("double[]"), ", ", to, " = ", place.oneIn(2) ? part(from,
        ".clone()") : known("double[]"), ";\n");
    String k = index();
    String i = index();
    Code body = place.oneIn(2) ? part("sweep(", from, ", ", to, ", ", i, ");") : part(to, "[", i, "] = relax(", from,
        ", ", i, ");");
    Code change = part("double[] ", t, " = ", from, ";\n", from, " = ", to, ";\n", to, " = ", t, ";\n");
    return statement(arrays, loop(k, 2 + place.below(2), loop(i, 4, body), change), "sD += ", from, "[0] - ", to,
        "[3];");
  }

  private Code inPlace() {
    String a = place.fresh("v");
    Code array = known("double[]");
    String k = index();
    String i = index();
    Code body = switch (place.below(4)) {
      case 0 -> part("settle(", a, ", ", i, ");");
      case 1 -> part(a, "[", i, "] += relax(", a, ", ", i, " + ", k, ");");
      case 2 -> part(a, "[", i, "] = half(", a, "[3 - ", i, "]);");
      default -> part(a, "[", i, "] = relax(", a, ", ", i, ");");
    };
    return statement("double[] ", a, " = ", array, ";\n", loop(k, 2, loop(i, 4, body)));
  }

  private Code payments() {
    String i = index();
    String amount = "(" + i + " * 7 + 3)";
    return place.oneIn(2)
        ? statement(loop(i, 4, "pay(", known("Account"), ", ", known("Account"), ", ", amount, ");"))
        : statement(loop(i, 4, place.oneIn(2) ? "" : "sI += ", known("Account"), ".give(", known("Account"), ", ",
            amount, ");"));
  }

  private Code memo() {
    String i = index();
    return place.oneIn(2) ? statement(loop(i, 5, "sI += recall(", e("int"), " & 3);"))
        : statement(loop(i, 5, "sI += noted(", known("Map<Integer, Integer>"), ", ", e("int"), " & 3);"));
  }

  private Code grid() {
    String g = place.fresh("g");
    Code all = known("int[][]");
    String i = index();
    String j = index();
    Code store = switch (place.below(5)) {
      case 0 -> part(g, "[", i, "][", j, "] = mix(", g, "[", j, "][", i, "] + ", e("int"), ");");
      case 1 -> part(g, "[", i, "][", j, "] += total(", g, "[", j, "]);");
      case 2 -> part(g, "[", i, "][", j, "] = total(", g, "[", i, "]);");
      case 3 -> part("swap(", g, "[", i, "], ", j, ", ", e("int"), " & 3);");
      default -> part(g, "[", i, "][", j, "] = ", e("int"), ";");
    };
    return statement("int[][] ", g, " = ", all, ";\n", place.oneIn(4) ? part(g, "[1] = ", g, "[0];\n") : "",
        loop(i, 4, loop(j, 3, store)));
  }

  private Code text() {
    String b = place.fresh("b");
    String i = index();
    return statement("StringBuilder ", b, " = new StringBuilder();\n", loop(i, 3, b, ".append(mix(", e("int"),
        ")).append(',').append(",
        e(place.any(List.of("String", "double", "char", "long"))), ").append(", e("boolean"), " ? text(", e("int"),
            ") : \"-\");",
        place.oneIn(2) ? part(b, ".append(\"s\" + say(", i, "));") : ""), "sS = cut(", b, " + \"!\");");
  }

  /** A local variable whose value is pending on some paths only. */
  private Code sometimesPending() {
    String type = place.any(List.of("int", "double", "long", "String"));
    String v = place.fresh("v");
    Code first = expressions.of(type, 2);
    String i = index();
    String call = switch (type) {
      case "int" -> "mix(" + i + ")";
      case "double" -> "half(" + i + ")";
      case "long" -> "wide(" + i + ")";
      default -> "text(" + i + ")";
    };
    return statement(type, " ", v, " = ", first, ";\n", loop(i, 4, "if (", e("boolean"), ") {", v, " = ", call,
        ";} else if (", e("boolean"), ") {", v, " = ", expressions.of(type, 1), ";}", place.oneIn(2)
            ? "if (sList.size() < 40) sList.add((\"\" + " + v + ").length());"
            : "if (" + i + " == " + place.below(4) + ") continue;", place.oneIn(3) ? part("System.out.println(", v,
                ");") : ""),
        "sS = cut(sS + ", v, ");");
  }

  /** A scope by hand. */
  private Code byHand() {
    String s = place.fresh("s");
    String p = place.fresh("q");
    String out = place.fresh("o");
    return statement("int[] ", out, " = new int[4];\ntry (Scope ", s, " = Deco.open()) { Pending<Integer> ", p, " = ",
        s, ".call(() -> mix(3));\n",
        s, ".call(() -> text(" + place.below(9) + "), y -> ", out, "[3] += y.length());\n", s, ".call(() -> say("
            + place.below(9) + "), y -> ", out,
        "[3] *= y);\n", place.oneIn(2) ? s + ".sync();\n" : "", out, "[1] = ", p, ".get();}\nsI += total(", out, ");");
  }

  private Code mapped() {
    String k = place.fresh("c");
    Code list = expressions.of("List<Integer>", 1);
    Code end = switch (place.below(4)) {
      case 0 -> part("Deco.map(", list, ", y -> mix(y) + ", k, ")");
      case 1 -> part("Deco.map(", list, ", ", expressions.of("List<Integer>", 1), ", (y, z) -> mix(y * z) - ", k, ")");
      case 2 -> part("Deco.stream(", list, ", y -> mix(y)).limit(2).toList()");
      default -> part("Deco.map(", list, ", y -> say(y))");
    };
    return statement("final int ", k, " = ", e("int"), ";\nSystem.out.println(", end, ");");
  }

  private Code entries() {
    String entry = place.fresh("e");
    Code map = known("Map<Integer, Integer>");
    place.declare("int", entry + ".getValue()", false);
    return statement("for (Map.Entry<Integer, Integer> ", entry, " : ", map, ".entrySet()) {", entry, ".setValue(mix(",
        expressions.index(1), "));", place.oneIn(2) ? "sI += mix(" + entry + ".getValue());" : "", "}");
  }

  private Code localClass() {
    String name = place.fresh("Local");
    String k = place.fresh("c");
    String o = place.fresh("l");
    Code value = e("int");
    String i = index();
    return statement("final int ", k, " = ", value, ";\nclass ", name,
        " { int n; @Concurrent int of(int x) { return x * 3 + ", k,
        "; } @Concurrent void add(int x) { n = n * 5 + x; } }\n", name, " ", o, " = new ", name, "();\n",
        loop(i, 3, place.oneIn(2) ? part(o, ".add(", e("int"), ");") : "", place.any(List.of("sI += ", o + ".n ^= ",
            "sA[" + i + "] -= ")), o, ".of(",
            e("int"), ");", place.oneIn(3) ? part("sI += ", o, ".n;") : ""), "sI += ", o, ".n;");
  }

  private Code lists() {
    String i = index();
    return statement(loop(i, 3, place.oneIn(2) ? "sI += " : "", "gather(", known("List<Integer>"), ", ",
        known("List<Integer>"), ");",
        place.oneIn(3) ? part("if (", known("List<Integer>"), ".size() > 40) break;") : ""),
            "if (sList.size() > 40) sList.clear();");
  }

  /** One content under several names. */
  private Code views() {
    String array = place.fresh("v");
    String list = place.fresh("w");
    String i = index();
    Code arrays = part("Double[] ", array, " = {1.0, 2.0, 3.0, 4.0};\nList<Double> ", list, " = ",
        place.oneIn(2) ? "Arrays.asList(" + array + ")" : "new ArrayList<>(Arrays.asList(" + array + "))", ";\n");
    Code part = place.oneIn(2) ? part(list, ".subList(1, 3)") : part(list);
    Code read = place.any(List.of(part("sD += nth(", list, ", ", i, ");"), part("sD += ", array, "[1];"),
        part("scale(", list, ", 1, sD);"),
        part(array, "[2] = ", e("double"), ";"), part(list, ".set(1, half(", array, "[1]));")));
    return statement(arrays, loop(i, 3, place.oneIn(2) ? "sD = " : "", "scale(", part, ", " + place.below(2), ", ",
        e("double"), ");", read),
        "sD += nth(", list, ", 1) + ", array, "[1];");
  }

  private Code reduction() {
    String type = place.any(List.of("int", "double", "long", "float", "short", "byte"));
    String v = place.fresh("v");
    Code first = e(type);
    String i = index();
    String call = place.any(List.of("mix(" + i + ")", "say(" + i + ")", "half(" + i + ")", "wide(" + i + ")"));
    String step = switch (place.below(4)) {
      case 0 -> v + " += " + call + ";";
      case 1 -> v + " = (" + type + ") (" + v + " * 3 + " + call + ");";
      case 2 -> v + " = (" + type + ") Math.max(" + v + ", " + call + ");";
      default -> v + " -= " + call + ";";
    };
    return statement(type, " ", v, " = ", first, ";\n", loop(i, 6, step, place.oneIn(3) ? part("if (", e("boolean"),
        ") ", v, " = 1;") : "",
        place.oneIn(4) ? part("if (", i, " == 3) System.out.println(", v, ");") : ""), "sD += ", v, ";");
  }

  private Code inner() {
    return switch (place.below(4)) {
      case 0 -> statement("sI += ", e("Host"), ".new Inner().reachAll(3);");
      case 1 -> statement("sI += sHost.new Inner().reach(", e("int"), ") + sHost.sum;");
      case 2 -> statement("sI += new Steps(", e("int"), ").run(sI, 3);");
      default -> statement("sI += ", e("Host"), ".fields(3) + ", e("Hue"), ".shade(", e("int"), ");");
    };
  }

  /** Tasks that change and look at the same collections, and a scope that may look too. */
  private Code collecting() {
    List<Signature> all = place.callable.stream().filter(one -> one.name.startsWith(Collecting.PREFIX)).toList();
    if (all.isEmpty() || !place.allows(all.get(0))) {
      return memo();
    }
    List<Object> parts = new ArrayList<>();
    List<Code> calls = new ArrayList<>();
    String i = place.fresh("i");
    Map<String, String> names = new LinkedHashMap<>();
    for (int n = 1 + place.below(3); n > 0; n--) {
      Signature callee = place.any(all);
      List<Object> call = new ArrayList<>(List.of(callee.name, "("));
      for (String type : callee.parameters.subList(0, callee.parameters.size() - 1)) {
        String name = place.oneIn(5) ? null : names.get(type);
        if (name == null) {
          name = place.fresh("k");
          parts.add(part(type, " ", name, " = ", Collecting.made(type), ";\n"));
          names.put(type, name);
        }
        call.add(name + ", ");
      }
      call.add(part(place.any(List.of(i, i + " * 3", i + " / 2", "7", "sI & 15", "100 - " + i)), ")"));
      calls.add(part(place.any(List.of("", "", "sI += ", "sA[" + i + " & 3] = ", "sL = sL * 31 + ")), part(call.toArray()),
          ";\n"));
      if (place.oneIn(6)) {
        calls.add(part("sI ^= ", names.get(callee.parameters.get(0)), ".toString().length();\n"));
      }
    }
    parts.add(loop(i, 3 + place.below(12), Code.all(calls)));
    names.values().forEach(name -> parts.add(part("sI = sI * 31 + ", name, ".toString().hashCode();\n")));
    return statement(parts.toArray());
  }

  /** A buffer that the scope changes while tasks may still read it. */
  private Code scratch() {
    String a = place.fresh("v");
    String i = index();
    String use = place.any(List.of("sA[" + i + "] = total(" + a + ");", "sI += total(" + a + ");",
        "if (sList.size() < 40) sList.add(total(" + a + "));"));
    return statement("int[] ", a, " = new int[3];\n", loop(i, 4, a, "[0] = ", e("int"), ";\n", a, "[", i, " % 3] += ",
        i, ";\n", use));
  }

  private Code printing() {
    String i = index();
    return statement(loop(i, 3, place.oneIn(2) ? part("System.out.println(\"at \" + ", i, ");") : "", "tell(",
        e("String"), ");",
        place.oneIn(2) ? part("sI += say(", e("int"), ");") : "System.out.print(say(" + i + "));", place.oneIn(3)
            ? "System.out.println(sI);" : ""));
  }
}
