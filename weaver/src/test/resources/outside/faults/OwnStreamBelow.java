// A PrintStream writes to a stream of the program's own class, which counts.
import dev.deco.*;
import java.io.*;
public class OwnStreamBelow {
  static class Count extends OutputStream {
    int count;
    public void write(int b) { count++; }
    public void write(byte[] b, int from, int n) { count += n; }
  }
  @Concurrent static void print(PrintStream out, int i) {
    int s = i;
    for (int k = 0; k < 100000; k++) s = s * 31 + k;
    out.println(s == 0 ? "x" : "line");
    out.flush();
  }
  @Synchronized static String all(int n) {
    Count count = new Count();
    PrintStream out = new PrintStream(count);
    String seen = "";
    for (int i = 0; i < n; i++) {
      print(out, i);
      seen += count.count + " ";
    }
    return seen;
  }
  public static void main(String[] args) {
    for (int r = 0; r < 4; r++) System.out.println(all(20));
  }
}
