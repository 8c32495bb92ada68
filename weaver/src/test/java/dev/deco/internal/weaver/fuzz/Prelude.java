package dev.deco.internal.weaver.fuzz;

import java.util.List;

/** What every generated program contains: statics, a few classes with concurrent methods, and how state is shown. */
final class Prelude {
  static final String IMPORTS = """
      import dev.deco.Concurrent;
      import dev.deco.Synchronized;
      import java.util.*;
      import java.util.function.IntUnaryOperator;

      """;

  static final List<Signature> METHODS = List.of(
      method("twice", Signature.Kind.CONCURRENT, "int", "Op", "int"),
      method("bump", Signature.Kind.CONCURRENT, "int", "Box", "int"),
      method("peek", Signature.Kind.CONCURRENT, "double", "Box", "int"),
      method("link", Signature.Kind.CONCURRENT, "void", "Box", "Box"),
      method("row", Signature.Kind.CONCURRENT, "int[]", "Box"),
      method("mixed", Signature.Kind.CONCURRENT, "double", "Pair", "int"),
      method("apply", Signature.Kind.PLAIN, "int", "Op", "int"),
      method("add", Signature.Kind.PLAIN, "int", "Box", "int"),
      method("pick", Signature.Kind.CONCURRENT, "Box", null, "Box", "Box", "boolean"),
      method("pick", Signature.Kind.CONCURRENT, "int[]", null, "int[]", "int[]", "boolean"),
      method("pick", Signature.Kind.CONCURRENT, "List<Integer>", null, "List<Integer>", "List<Integer>", "boolean"),
      method("total", Signature.Kind.CONCURRENT, "int", null, "int", "int", "int"),
      method("total", Signature.Kind.CONCURRENT, "int", null, "int[]"),
      method("sum", Signature.Kind.PLAIN, "int", null, "int[]"));

  static final Code MEMBERS = Code.part(
      Code.member("static int sI;"), Code.member("static long sL;"), Code.member("static double sD;"),
      Code.member("static String sS;"), Code.member("static Integer sN;"),
      Code.member("static int[] sA;"), Code.member("static double[] sB;"),
      Code.member("static int[][] sG;"), Code.member("static List<Integer> sList;"),
      Code.member("static Map<Integer, Integer> sMap;"), Code.member("static Box sBox;"), Code.member("static Op sOp;"),
      Code.member("static void reset() {", Code.statement("sI = 3;"), Code.statement("sL = 4;"), Code.statement("sD = 0.5;"),
          Code.statement("sS = \"z\";"), Code.statement("sN = 9;"), Code.statement("sA = new int[] {1, 2, 3, 4};"),
          Code.statement("sB = new double[] {0.5, 1.5, 2.5, 3.5};"), Code.statement("sG = new int[4][4];"),
          Code.statement("sList = new ArrayList<>(List.of(5, 6));"), Code.statement("sMap = new HashMap<>(Map.of(1, 2));"),
          Code.statement("sBox = new Box(8);"), Code.statement("sOp = new Count();"), "}"),
      Code.member("static String statics() {", "return \"\"", Code.expression("part", " + sI + ' ' + sL + ' ' + sD + sS + sN"),
          Code.expression("part", " + show(sA) + show(sB)"), Code.expression("part", " + show(sG)"),
          Code.expression("part", " + sList + sMap"), Code.expression("part", " + sBox + show(sBox.next) + sOp"), ";}"),
      Code.member("""
          static String cut(String s) {
            return s.length() > 30 ? s.substring(s.length() - 30) : s;
          }"""),
      Code.member("""
          static int at(List<Integer> list, int i) {
            return list.isEmpty() ? i : list.get(Math.floorMod(i, list.size()));
          }"""),
      Code.member("""
          static int sum(int[] a) {
            int sum = 0;
            for (int x : a) {
              sum += x;
            }
            return sum;
          }"""),
      Code.member("""
          @Concurrent static int total(int... all) {
            int total = 0;
            for (int x : all) {
              total = total * 31 + x;
            }
            return total;
          }"""),
      Code.member("""
          @Concurrent static <T> T pick(T a, T b, boolean first) {
            return first ? a : b;
          }"""),
      Code.member("""
          record Pair(int a, double b) {
            @Concurrent double mixed(int x) {
              return a * x + b;
            }
          }"""),
      Code.member("""
          interface Op {
            int apply(int x);
            int take(int[] a, int x);
            @Concurrent default int twice(int x) {
              return apply(apply(x) + 1);
            }
          }"""),
      Code.member("""
          record Plus(int k) implements Op {
            public int apply(int x) {
              return x + k;
            }
            public int take(int[] a, int x) {
              a[x & 3] += k;
              return a[0];
            }
          }"""),
      Code.member("""
          static final class Count implements Op {
            int n;
            public int apply(int x) {
              n += x & 7;
              return n;
            }
            public int take(int[] a, int x) {
              n += a[x & 3];
              return n;
            }
            @Override public String toString() {
              return "Count" + n;
            }
          }"""),
      Code.member("""
          record Into(int[] a) implements Op {
            public int apply(int x) {
              a[x & 3] += x;
              return a[1];
            }
            public int take(int[] b, int x) {
              b[x & 3] ^= a[2];
              return b[1];
            }
            @Override public String toString() {
              return "Into" + Arrays.toString(a);
            }
          }"""),
      Code.member("""
          static class Box {
            int i;
            double d;
            String s = "b";
            int[] a = {1, 2, 3, 4};
            List<Integer> l = new ArrayList<>();
            Box next = this;
            Box(int i) {
              this.i = i;
            }
            int add(int x) {
              i += x;
              return i;
            }
            @Concurrent int bump(int x) {
              i = i * 3 + x;
              l.add(x);
              if (l.size() > 20) {
                l.clear();
              }
              return i + next.i;
            }
            @Concurrent double peek(int x) {
              return i * x + d + l.size();
            }
            @Concurrent void link(Box b) {
              next = b;
              b.d += i;
            }
            @Concurrent int[] row() {
              return a;
            }
            @Override public String toString() {
              return "Box" + i + ' ' + d + s + Arrays.toString(a) + l + next.i;
            }
          }"""),
      Code.member("""
          static String show(Object o) {
            if (o instanceof Object[] all) {
              StringBuilder text = new StringBuilder("[");
              for (Object one : all) {
                text.append(show(one)).append(' ');
              }
              return text.append(']').toString();
            }
            if (o instanceof List<?> list) {
              return show(list.toArray());
            }
            return o instanceof int[] a ? Arrays.toString(a) : o instanceof double[] d ? Arrays.toString(d)
                : o instanceof long[] l ? Arrays.toString(l) : o instanceof byte[] b ? Arrays.toString(b)
                : o instanceof char[] c ? Arrays.toString(c) : o instanceof boolean[] z ? Arrays.toString(z)
                : String.valueOf(o);
          }"""));

  private Prelude() {}

  private static Signature method(String name, Signature.Kind kind, String result, String receiver, String... parameters) {
    return new Signature(name, kind, result, List.of(parameters), receiver, receiver != null && receiver.equals("Pair"));
  }
}
