import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tasks that print: in program order, whatever ran first. */
public class Output {
  @Concurrent
  static int loud(int i) {
    System.out.println("task " + i);
    if (i % 3 == 0) {
      System.out.print("third ");
    }
    return i * i;
  }

  @Concurrent
  @Synchronized
  static int nested(int i) { //! spawned=27 deferred=36 syncs=9
    System.out.println("begin " + i);
    int s = 0;
    for (int k = 0; k < 3; k++) {
      s += loud(k); //= spawned deferred
    }
    System.out.println("end " + i); //= deferred
    return s; //= synced
  }

  @Concurrent
  static int fails(int i) {
    System.out.println("before " + i);
    if (i == 5) {
      throw new IllegalStateException("five");
    }
    return i;
  }

  @Synchronized
  static List<Integer> inTheLoop(int n) { //! spawned=20 deferred=40 syncs=1
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(loud(i)); //= spawned deferred
      System.out.println("scope " + i); //= deferred
    }
    return out;
  }

  @Synchronized
  static int forced(int n) { //! spawned=20 deferred=20 syncs=1 forces=20
    int even = 0;
    for (int i = 0; i < n; i++) {
      int k = loud(i); //= spawned
      System.out.println("got " + k); //= deferred
      if (k % 2 == 0) { //= forced
        even++;
      }
    }
    return even;
  }

  @Synchronized
  static void ofAList(List<Integer> numbers) { //! spawned=20 deferred=20 syncs=1
    for (int i : numbers) {
      System.out.println(i + ": " + square(i)); //= spawned deferred
    }
  }

  @Concurrent
  static int square(int i) {
    return i * i;
  }

  @Synchronized
  static String captured(List<Integer> numbers) { //! spawned=3 deferred=3 syncs=3
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes));
    int size = 0;
    for (int i : numbers) {
      System.out.println(square(i)); //= spawned deferred
      size += bytes.size(); //= synced
    }
    System.setOut(console);
    return size + bytes.toString().replaceAll("\\s", " ");
  }

  @Synchronized
  static int atOnce(int n) {
    int big = 0;
    for (int i = 0; i < n; i++) {
      if (loud(i) > 10) { //= in_place
        big++;
      }
    }
    return big;
  }

  @Synchronized
  static int deep(int n) { //! spawned=9 deferred=9 syncs=1
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += nested(i); //= spawned deferred
    }
    return s; //= synced
  }

  @Synchronized
  static void failing(int n) { //! spawned=6..20 syncs=0..1
    for (int i = 0; i < n; i++) {
      fails(i); //= spawned
    }
  }

  public static void main(String[] args) {
    ofAList(new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)));
    System.out.println(captured(List.of(1, 2, 3)));
    System.out.println(inTheLoop(20) + " " + forced(20) + " " + atOnce(9) + " " + deep(9));
    try {
      failing(20);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
