// Formats, scanners, upper case and display names follow the default locale at the time of the call.
import dev.deco.*;
import java.text.*;
import java.time.*;
import java.time.format.*;
import java.util.*;

public class LocaleOfFormats {
  private static final Locale[] ALL = {Locale.US, Locale.GERMANY, new Locale("tr", "TR")};

  private static int work(int i) {
    int s = i;
    for (int k = 0; k < 20000; k++) {
      s = s * 31 + k;
    }
    return s == 7 ? 1 : 0;
  }

  @Concurrent
  private static String text(int i) {
    work(i);
    return "title".toUpperCase() + "I".toLowerCase() + NumberFormat.getInstance().format(1234.5)
        + new Formatter().format("%.1f", 0.5) + new Scanner("1,5").hasNextDouble()
        + DateTimeFormatter.ofPattern("MMM").format(LocalDate.of(2020, 5, 1)) + new DecimalFormat("0.0").format(2.5)
        + Locale.FRANCE.getDisplayCountry();
  }

  @Synchronized
  private static List<String> all(int n) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Locale.setDefault(ALL[i % 3]);
      out.add(text(i));
    }
    return out;
  }

  public static void main(String[] args) {
    Locale before = Locale.getDefault();
    List<String> out = all(24);
    Locale.setDefault(before);
    System.out.println(out);
  }
}
