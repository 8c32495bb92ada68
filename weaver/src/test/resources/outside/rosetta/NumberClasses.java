import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.EnumMap;
import java.util.Map;

/** Abundant, deficient and perfect numbers: how many of each there are. */
public class NumberClasses {
  enum Kind { DEFICIENT, PERFECT, ABUNDANT }

  @Concurrent
  static Kind classify(int number) {
    int sum = number == 1 ? 0 : 1;
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        sum += divisor;
        if (divisor != number / divisor) {
          sum += number / divisor;
        }
      }
    }
    return sum < number ? Kind.DEFICIENT : sum == number ? Kind.PERFECT : Kind.ABUNDANT;
  }

  @Synchronized
  static Map<Kind, Integer> census(int limit) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (int number = 1; number <= limit; number++) {
      counts.merge(classify(number), 1, Integer::sum);
    }
    return counts;
  }

  public static void main(String[] args) {
    System.out.println(census(20000));
  }
}
