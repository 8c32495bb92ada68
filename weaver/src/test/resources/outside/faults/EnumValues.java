// A task asks an enum of the platform for its values, and counts in a map.
import dev.deco.*;
import java.time.DayOfWeek;
import java.util.*;
public class EnumValues {
  @Concurrent static void count(Map<DayOfWeek, Integer> days, int i) {
    int s = i;
    for (int k = 0; k < 100000; k++) s = s * 31 + k;
    DayOfWeek day = DayOfWeek.values()[i % 7];
    days.put(day, days.getOrDefault(day, 0) + (s == 0 ? 2 : 1));
  }
  @Synchronized static Map<DayOfWeek, Integer> all(int n) {
    Map<DayOfWeek, Integer> days = new TreeMap<>();
    for (int i = 0; i < n; i++) count(days, i);
    return days;
  }
  public static void main(String[] args) {
    for (int r = 0; r < 4; r++) System.out.println(all(30));
  }
}
