// Dates, formats and clocks read the default time zone, which the scope and a task set between calls.
import dev.deco.*;
import java.text.*;
import java.time.*;
import java.util.*;

public class ZoneOfProcess {
  private static final String[] ZONES = {"UTC", "Asia/Tokyo", "America/New_York"};

  private static int work(int i) {
    int s = i;
    for (int k = 0; k < 20000; k++) {
      s = s * 31 + k;
    }
    return s == 7 ? 1 : 0;
  }

  @Concurrent
  private static String hour(long time) {
    int late = work((int) time);
    return new SimpleDateFormat("HH").format(new Date(time + late)) + new Date(time).getHours()
        + LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneId.systemDefault()).getHour()
        + String.format("%tH", time);
  }

  @Concurrent
  private static String setAndTell(int i) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZONES[i % 3]));
    work(i);
    return TimeZone.getDefault().getID() + new Date(0).getHours();
  }

  @Synchronized
  private static List<String> byScope(int n) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      TimeZone.setDefault(TimeZone.getTimeZone(ZONES[i % 3]));
      all.add(hour(i * 3_600_000L));
    }
    return all;
  }

  @Synchronized
  private static List<String> byTasks(int n) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(setAndTell(i));
    }
    return all;
  }

  public static void main(String[] args) {
    TimeZone before = TimeZone.getDefault();
    System.out.println(byScope(30));
    System.out.println(byTasks(30));
    TimeZone.setDefault(before);
  }
}
