// String.format reads the default locale, which the scope changes between calls.
import dev.deco.*;
import java.util.*;
public class DefaultLocale {
  @Concurrent static String line(double x) {
    String s = "";
    for (int k = 0; k < 50; k++) s = String.format("%.2f", x);
    return s;
  }
  @Synchronized static List<String> report(int n) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Locale.setDefault(i % 2 == 0 ? Locale.US : Locale.GERMANY);
      out.add(line(i + 0.5));
    }
    return out;
  }
  public static void main(String[] args) {
    for (int r = 0; r < 4; r++) System.out.println(report(20));
  }
}
