// A Matcher reads the StringBuilder that it was made of, which the scope goes on to change.
import dev.deco.*;
import java.util.*;
import java.util.regex.*;

class Main {
  @Concurrent static int count(Matcher m) {
    int n = 0;
    for (int k = 0; k < 20; k++) { m.reset(); n = 0; while (m.find()) n++; }
    return n;
  }
  @Synchronized static String run(int n) {
    int[] out = new int[n];
    StringBuilder text = new StringBuilder("a1b2c3 ".repeat(40));
    for (int i = 0; i < n; i++) {
      Matcher m = Pattern.compile("[0-9]").matcher(text);
      out[i] = count(m);
      text.append("7 ");
    }
    return Arrays.toString(out);
  }
  public static void main(String[] a) { for (int i = 0; i < 5; i++) System.out.println(run(40)); }
}
