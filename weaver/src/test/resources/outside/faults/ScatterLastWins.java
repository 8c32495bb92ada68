// Tasks scatter into one array by an index that is data; the last writer of an element wins.
import dev.deco.*;
import java.util.*;
public class ScatterLastWins {
  @Concurrent static void put(int[] last, int[] index, int i) {
    int s = i;
    for (int k = 0; k < 500 * (40 - i); k++) s = s * 31 + k;
    last[index[i]] = s == 0 ? -1 : i;
  }
  @Synchronized static int[] all(int[] index) {
    int[] last = new int[8];
    for (int i = 0; i < index.length; i++) put(last, index, i);
    return last;
  }
  public static void main(String[] args) {
    int[] index = new int[40];
    for (int i = 0; i < 40; i++) index[i] = i * i % 7;
    for (int r = 0; r < 4; r++) System.out.println(Arrays.toString(all(index)));
  }
}
