// toString counts, behind the types Object, a superclass, List, Object[] and Map.
import dev.deco.*;
import java.util.*;

class Main {
  static int printed;
  static class Base {}
  static class Loud extends Base { @Override public String toString() { return "loud " + printed++; } }
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static String a(Object o, int i) { w(i); return "a" + o; }
  @Concurrent static String b(Base o, int i) { w(i); return String.valueOf(o); }
  @Concurrent static String c(List<?> o, int i) { w(i); return o.toString(); }
  @Concurrent static String d(Object o, int i) { w(i); return String.format("%s", o); }
  @Concurrent static String e(Object[] o, int i) { w(i); return Arrays.toString(o); }
  @Concurrent static String f(Map<String, Object> o, int i) {
    w(i);
    StringBuilder s = new StringBuilder();
    s.append(o);
    return s.toString();
  }
  @Synchronized static String run(Loud o, int n) {
    String seen = "";
    for (int i = 0; i < n; i++) { a(o, i); seen += printed + " "; }
    for (int i = 0; i < n; i++) { b(o, i); seen += printed + " "; }
    List<Base> list = List.of(o, o);
    for (int i = 0; i < n; i++) { c(list, i); seen += printed + " "; }
    for (int i = 0; i < n; i++) { d(o, i); seen += printed + " "; }
    Object[] array = {o};
    for (int i = 0; i < n; i++) { e(array, i); seen += printed + " "; }
    Map<String, Object> map = new HashMap<>(Map.of("a", o));
    for (int i = 0; i < n; i++) { f(map, i); seen += printed + " "; }
    return seen;
  }
  public static void main(String[] args) { for (int r = 0; r < 3; r++) System.out.println(run(new Loud(), 10)); }
}
