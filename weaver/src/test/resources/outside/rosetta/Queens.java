import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** N queens: the number of solutions, and the first one, for each board. */
public class Queens {
  private final int size;
  private final int[] column;
  private int solutions;
  private String first = "none";

  Queens(int size) {
    this.size = size;
    this.column = new int[size];
  }

  private boolean attacked(int row, int at) {
    for (int above = 0; above < row; above++) {
      if (column[above] == at || Math.abs(column[above] - at) == row - above) {
        return true;
      }
    }
    return false;
  }

  private void place(int row) {
    if (row == size) {
      if (solutions++ == 0) {
        StringBuilder text = new StringBuilder();
        for (int at : column) {
          text.append((char) ('a' + at));
        }
        first = text.toString();
      }
      return;
    }
    for (int at = 0; at < size; at++) {
      if (!attacked(row, at)) {
        column[row] = at;
        place(row + 1);
      }
    }
  }

  @Concurrent
  static String solve(int size) {
    Queens board = new Queens(size);
    board.place(0);
    return size + " queens: " + board.solutions + " solutions, first " + board.first;
  }

  @Synchronized
  public static void main(String[] args) {
    for (int size = 1; size <= 9; size++) {
      System.out.println(solve(size));
    }
  }
}
