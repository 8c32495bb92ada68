// A calendar keeps its time zone, which the scope goes on to change.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(Calendar calendar, int i) {
    w(i);
    calendar.setTimeInMillis(i);
    return calendar.get(Calendar.HOUR_OF_DAY);
  }
  @Synchronized static int run(int n) {
    SimpleTimeZone zone = new SimpleTimeZone(0, "X");
    Calendar calendar = new GregorianCalendar(zone);
    int[] out = new int[n];
    for (int i = 0; i < n; i++) { zone.setRawOffset(i % 24 * 3600000); out[i] = f(calendar, i); }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
