// Objects that others were given to keep, and that these ask or change.
import dev.deco.*;
import java.text.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k;
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static Set<String> names(Properties properties, int i) {
    w(i);
    return properties.stringPropertyNames();
  }

  @Concurrent static String format(DateFormat format, int i) {
    w(i);
    return format.format(new Date(i * 3_600_000L));
  }

  @Concurrent static long millis(TimeZone zone, int i) {
    w(i);
    Calendar calendar = Calendar.getInstance(zone, Locale.ROOT);
    calendar.clear();
    calendar.set(2000, 1, 1, 0, 0, 0);
    return calendar.getTimeInMillis();
  }

  @Concurrent static int queue(List<Integer> from, int i) {
    w(i);
    return new ArrayBlockingQueue<>(100, false, from).size();
  }

  static int made;

  @Concurrent static long supplied(List<Integer> list, int i) {
    w(i);
    return StreamSupport.stream(() -> {
      made++;
      return list.spliterator();
    }, Spliterator.SIZED, false).count();
  }

  @Synchronized static String run(int n) {
    List<Object> out = new ArrayList<>();
    Properties defaults = new Properties();
    Properties properties = new Properties(defaults);
    for (int i = 0; i < n; i++) {
      defaults.setProperty("k" + i, "");
      out.add(names(properties, i).size());
    }
    SimpleDateFormat format = new SimpleDateFormat("HH", Locale.ROOT);
    Calendar calendar = new GregorianCalendar(new SimpleTimeZone(0, "X"), Locale.ROOT);
    format.setCalendar(calendar);
    for (int i = 0; i < n; i++) {
      out.add(format(format, i));
      out.add(calendar.getTimeInMillis());
    }
    SimpleTimeZone zone = new SimpleTimeZone(0, "Y");
    for (int i = 0; i < n; i++) {
      zone.setRawOffset(i * 1000);
      out.add(millis(zone, i));
    }
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      list.add(i);
      out.add(queue(list, i));
    }
    made = 0;
    for (int i = 0; i < n; i++) {
      supplied(list, i);
      out.add(made);
    }
    return "" + out.hashCode();
  }

  public static void main(String[] args) {
    for (int r = 0; r < 2; r++) System.out.println(run(20));
  }
}
