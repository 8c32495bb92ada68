// Numbers are parsed from a StringBuilder that the scope goes on to change.
import dev.deco.*;
import java.util.*;
public class ParsesBuilder {
  @Concurrent static int number(CharSequence line) {
    int s = 0;
    for (int k = 0; k < 2000; k++) s += Integer.parseInt(line, 0, 4, 10);
    return s / 2000;
  }
  @Synchronized static List<Integer> all(int n) {
    StringBuilder line = new StringBuilder();
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      line.setLength(0);
      line.append(1000 + i);
      out.add(number(line));
    }
    return out;
  }
  public static void main(String[] args) {
    for (int r = 0; r < 2; r++) System.out.println(all(40));
  }
}
