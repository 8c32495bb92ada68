import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Seats that fill and empty until nothing changes any more, or for sixty rounds. */
public class Seats {
  private static final int[][] WAYS = {{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}};

  private static boolean occupied(char[][] seats, int row, int column, int[] way, boolean far) {
    int r = row + way[0];
    int c = column + way[1];
    while (far && r >= 0 && r < seats.length && c >= 0 && c < seats[r].length && seats[r][c] == '.') {
      r += way[0];
      c += way[1];
    }
    return r >= 0 && r < seats.length && c >= 0 && c < seats[r].length && seats[r][c] == '#';
  }

  @Concurrent
  static void update(char[][] from, char[][] to, int row, boolean far) {
    for (int column = 0; column < from[row].length; column++) {
      int around = 0;
      for (int[] way : WAYS) {
        if (occupied(from, row, column, way, far)) {
          around++;
        }
      }
      char seat = from[row][column];
      to[row][column] = seat == 'L' && around == 0 ? '#' : seat == '#' && around >= (far ? 5 : 4) ? 'L' : seat;
    }
  }

  @Synchronized
  static char[][] step(char[][] seats, boolean far) {
    char[][] next = new char[seats.length][seats[0].length];
    for (int row = 0; row < seats.length; row++) {
      update(seats, next, row, far);
    }
    return next;
  }

  static long settle(char[][] seats, boolean far) {
    int rounds = 0;
    while (true) {
      char[][] next = step(seats, far);
      if (Arrays.deepEquals(seats, next) || rounds == 60) {
        System.out.println("stopped after " + rounds);
        return Arrays.stream(next).map(String::new).flatMapToInt(String::chars).filter(seat -> seat == '#').count();
      }
      seats = next;
      rounds++;
    }
  }

  public static void main(String[] args) {
    char[][] seats = new char[24][30];
    for (int r = 0; r < seats.length; r++) {
      for (int c = 0; c < seats[r].length; c++) {
        seats[r][c] = (r * 5 + c * 3 + r * c) % 7 < 2 ? '.' : 'L';
      }
    }
    System.out.println(settle(seats, false));
    System.out.println(settle(seats, true));
  }
}
