import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Happy numbers in several bases. */
public class HappyNumbers {
  @Concurrent
  static boolean isHappy(int number, int base) {
    Set<Integer> seen = new HashSet<>();
    int at = number;
    while (at != 1 && seen.add(at)) {
      int sum = 0;
      for (int rest = at; rest > 0; rest /= base) {
        int digit = rest % base;
        sum += digit * digit;
      }
      at = sum;
    }
    return at == 1;
  }

  @Synchronized
  static BitSet happy(int limit, int base) {
    BitSet happy = new BitSet();
    for (int number = 1; number < limit; number++) {
      happy.set(number, isHappy(number, base));
    }
    return happy;
  }

  public static void main(String[] args) {
    for (int base = 3; base <= 12; base++) {
      BitSet happy = happy(1500, base);
      System.out.println(base + ": " + happy.cardinality() + " " + happy.get(0, 60));
    }
  }
}
