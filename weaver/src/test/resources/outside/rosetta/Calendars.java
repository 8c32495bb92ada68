import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Months with five weekends, days of Easter, and Fridays the thirteenth. */
public class Calendars {
  @Concurrent
  static List<YearMonth> fiveWeekends(int year) {
    List<YearMonth> found = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate last = LocalDate.of(year, month, 1).with(TemporalAdjusters.lastDayOfMonth());
      if (last.getDayOfMonth() == 31 && last.getDayOfWeek() == DayOfWeek.SUNDAY) {
        found.add(YearMonth.of(year, month));
      }
    }
    return found;
  }

  @Concurrent
  static LocalDate easter(int year) {
    int century = year / 100;
    int golden = year % 19;
    int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int epact = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7;
    int offset = epact - weekday;
    int month = 3 + (offset + 40) / 44;
    return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
  }

  @Synchronized
  static void report(int from, int to) {
    List<YearMonth> months = new ArrayList<>();
    TreeMap<String, Integer> easters = new TreeMap<>();
    int unlucky = 0;
    for (int year = from; year <= to; year++) {
      months.addAll(fiveWeekends(year));
      easters.merge(easter(year).toString().substring(5), 1, Integer::sum);
      for (int month = 1; month <= 12; month++) {
        if (LocalDate.of(year, month, 13).getDayOfWeek() == DayOfWeek.FRIDAY) {
          unlucky++;
        }
      }
    }
    System.out.println(months.size() + " " + months.subList(0, 5) + " " + months.get(months.size() - 1));
    System.out.println(easters);
    System.out.println(unlucky);
  }

  public static void main(String[] args) {
    report(1900, 2100);
  }
}
