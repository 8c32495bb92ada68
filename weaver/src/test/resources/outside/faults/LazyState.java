// Questions that change what is asked: dates that are put right, tokenizers that look ahead, bits that are trimmed.
import dev.deco.*;
import java.util.*;

@SuppressWarnings("deprecation")
class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k;
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static long time(Date date, int i) {
    w(i);
    return date.getTime();
  }

  @Concurrent static boolean before(Date date, Date other, int i) {
    w(i);
    return date.before(other);
  }

  @Concurrent static boolean more(StringTokenizer words, int i) {
    w(i);
    return words.hasMoreTokens();
  }

  @Concurrent static BitSet copy(BitSet bits, int i) {
    w(i);
    BitSet copy = (BitSet) bits.clone();
    copy.set(i);
    return copy;
  }

  @Synchronized static String run(int n) {
    List<Object> out = new ArrayList<>();
    Date date = new Date(100, 0, 1);
    Date other = new Date(101, 0, 1);
    for (int i = 0; i < n; i++) {
      date.setHours(i * 7);
      out.add(time(date, i));
      date.setMonth(i);
      out.add(before(date, other, i));
    }
    StringTokenizer words = new StringTokenizer(",,a,,b;;c;d", ",");
    for (int i = 0; i < n; i++) {
      out.add(more(words, i));
      if (i == 3) out.add(words.nextToken(";"));
    }
    BitSet bits = new BitSet();
    for (int i = 0; i < n; i++) {
      bits.set(100 * i);
      bits.clear(100 * i);
      copy(bits, i);
      out.add(bits.cardinality());
    }
    return "" + out.hashCode();
  }

  public static void main(String[] args) {
    for (int r = 0; r < 2; r++) System.out.println(run(20));
  }
}
