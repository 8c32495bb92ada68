import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Sudokus by backtracking. */
public class Sudoku {
  private final char[] cells;

  Sudoku(String text) {
    cells = text.toCharArray();
  }

  private boolean fits(int at, char digit) {
    int row = at / 9;
    int column = at % 9;
    for (int i = 0; i < 9; i++) {
      int box = (row / 3 * 3 + i / 3) * 9 + column / 3 * 3 + i % 3;
      if (cells[row * 9 + i] == digit || cells[i * 9 + column] == digit || cells[box] == digit) {
        return false;
      }
    }
    return true;
  }

  private boolean solve(int at) {
    if (at == 81) {
      return true;
    }
    if (cells[at] != '.') {
      return solve(at + 1);
    }
    for (char digit = '1'; digit <= '9'; digit++) {
      if (fits(at, digit)) {
        cells[at] = digit;
        if (solve(at + 1)) {
          return true;
        }
        cells[at] = '.';
      }
    }
    return false;
  }

  @Concurrent
  String solution() {
    return solve(0) ? new String(cells) : "no solution";
  }

  @Synchronized
  static List<String> solutions(List<Sudoku> puzzles) {
    List<String> all = new ArrayList<>();
    for (Sudoku puzzle : puzzles) {
      all.add(puzzle.solution());
    }
    return all;
  }

  public static void main(String[] args) {
    List<Sudoku> puzzles = new ArrayList<>();
    String base = "85...24..72......9..4.........1.7..23.5...9...4...........8..7..17..........36.4.";
    puzzles.add(new Sudoku("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"));
    puzzles.add(new Sudoku("..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3.."));
    puzzles.add(new Sudoku("2...8.3...6..7..84.3.5..2.9...1.54.8.........4.27.6...3.1..7.4.72..4..6...4.1...3"));
    puzzles.add(new Sudoku("......9.7...42.18....7.5.261..9.4....5.....4....5.7..992.1.8....34.59...5.7......"));
    puzzles.add(new Sudoku(base.replace('.', '.').substring(0, 80) + "5"));
    solutions(puzzles).forEach(System.out::println);
  }
}
