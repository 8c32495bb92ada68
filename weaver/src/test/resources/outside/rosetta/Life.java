import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Conway's game of life on a torus: one row of the next generation is one call. */
public class Life {
  private boolean[][] cells;

  Life(int rows, int columns) {
    cells = new boolean[rows][columns];
    for (int[] at : new int[][] {{1, 25}, {2, 23}, {2, 25}, {3, 13}, {3, 14}, {3, 21}, {3, 22}, {4, 12}, {4, 16},
        {5, 1}, {5, 2}, {5, 11}, {5, 17}, {6, 1}, {6, 2}, {6, 11}, {6, 15}, {6, 17}, {6, 18}, {6, 23}, {6, 25}}) {
      cells[at[0]][at[1]] = true;
    }
  }

  private int neighbours(int row, int column) {
    int count = 0;
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        boolean self = r == row && c == column;
        if (!self && cells[Math.floorMod(r, cells.length)][Math.floorMod(c, cells[0].length)]) {
          count++;
        }
      }
    }
    return count;
  }

  @Concurrent
  boolean[] next(int row) {
    boolean[] next = new boolean[cells[row].length];
    for (int column = 0; column < next.length; column++) {
      int around = neighbours(row, column);
      next[column] = around == 3 || cells[row][column] && around == 2;
    }
    return next;
  }

  @Synchronized
  void step() {
    boolean[][] next = new boolean[cells.length][];
    for (int row = 0; row < cells.length; row++) {
      next[row] = next(row);
    }
    cells = next;
  }

  @Override public String toString() {
    StringBuilder text = new StringBuilder();
    for (boolean[] row : cells) {
      for (boolean cell : row) {
        text.append(cell ? 'O' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }

  public static void main(String[] args) {
    Life life = new Life(20, 40);
    for (int generation = 0; generation < 60; generation++) {
      life.step();
    }
    System.out.print(life);
  }
}
