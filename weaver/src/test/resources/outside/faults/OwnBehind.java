// The program's own Clock, List, CharSequence, Writer, InputStream, Entry and resource behind library types.
import dev.deco.*;
import java.io.*;
import java.time.*;
import java.util.*;

class Main {
  static int calls;
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static class OwnClock extends Clock {
    @Override public ZoneId getZone() { return ZoneOffset.UTC; }
    @Override public Clock withZone(ZoneId z) { return this; }
    @Override public Instant instant() { return Instant.ofEpochSecond(calls++); }
  }
  static class OwnList extends AbstractList<Integer> {
    @Override public Integer get(int i) { calls++; return i; }
    @Override public int size() { return 5; }
  }
  static class OwnText implements CharSequence {
    @Override public int length() { return 3; }
    @Override public char charAt(int i) { calls++; return 'x'; }
    @Override public CharSequence subSequence(int a, int b) { return "x"; }
    @Override public String toString() { calls++; return "xxx"; }
  }
  static class OwnWriter extends Writer {
    @Override public void write(char[] b, int f, int n) { calls += n; }
    @Override public void flush() { calls++; }
    @Override public void close() { calls += 100; }
  }
  static class OwnIn extends InputStream { @Override public int read() { calls++; return calls % 50 == 0 ? -1 : 'a'; } }
  static class OwnEntry extends AbstractMap.SimpleEntry<String, Integer> {
    OwnEntry() { super("a", 1); }
    @Override public Integer getValue() { calls++; return super.getValue(); }
  }
  static class Res implements AutoCloseable { @Override public void close() { calls++; } }
  @Concurrent static long a(Clock c, int i) { w(i); return c.millis(); }
  @Concurrent static int b(List<Integer> l, int i) { w(i); int s = 0; for (int x : l) s += x; return s + l.indexOf(3); }
  @Concurrent static int b2(Collection<Integer> l, int i) {
    w(i);
    return new ArrayList<>(l).size() + Collections.max(l);
  }
  @Concurrent static int c(CharSequence t, int i) {
    w(i);
    return new StringBuilder().append(t).length() + String.join("-", t, "y").length();
  }
  @Concurrent static void d(Writer o, int i) throws IOException { w(i); o.write("abc" + i); o.append('x'); }
  @Concurrent static void e(BufferedWriter o, int i) throws IOException { w(i); o.write("abc" + i); o.flush(); }
  @Concurrent static int f(InputStream in, int i) throws IOException { w(i); return in.readAllBytes().length; }
  @Concurrent static int g(Map.Entry<String, Integer> e, int i) { w(i); return e.getValue(); }
  @Concurrent static int h(AutoCloseable r, int i) throws Exception { w(i); try (r) { return 1; } }
  @Concurrent static long k(List<Integer> l, int i) { w(i); return l.stream().mapToInt(x -> x).sum(); }
  @Synchronized static String run(int n) throws Exception {
    calls = 0;
    String seen = "";
    Clock clock = new OwnClock();
    for (int i = 0; i < n; i++) { a(clock, i); seen += calls + " "; }
    List<Integer> list = new OwnList();
    for (int i = 0; i < n; i++) { b(list, i); seen += calls + " "; }
    for (int i = 0; i < n; i++) { b2(list, i); seen += calls + " "; }
    for (int i = 0; i < n; i++) { k(list, i); seen += calls + " "; }
    CharSequence text = new OwnText();
    for (int i = 0; i < n; i++) { c(text, i); seen += calls + " "; }
    Writer writer = new OwnWriter();
    for (int i = 0; i < n; i++) { d(writer, i); seen += calls + " "; }
    BufferedWriter buffered = new BufferedWriter(writer);
    for (int i = 0; i < n; i++) { e(buffered, i); seen += calls + " "; }
    InputStream in = new OwnIn();
    for (int i = 0; i < n; i++) { f(in, i); seen += calls + " "; }
    Map.Entry<String, Integer> entry = new OwnEntry();
    for (int i = 0; i < n; i++) { g(entry, i); seen += calls + " "; }
    Res res = new Res();
    for (int i = 0; i < n; i++) { h(res, i); seen += calls + " "; }
    return seen;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 3; r++) System.out.println(run(8)); }
}
