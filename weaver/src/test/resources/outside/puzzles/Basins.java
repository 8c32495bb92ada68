import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Basins of a map of heights: flood fill from each lowest point, each with marks of its own or all with one. */
public class Basins {
  private final int[][] heights;

  Basins(int[][] heights) {
    this.heights = heights;
  }

  private int height(int r, int c) {
    return r < 0 || c < 0 || r >= heights.length || c >= heights[r].length ? 9 : heights[r][c];
  }

  private int fill(int r, int c, boolean[][] seen) {
    if (height(r, c) == 9 || seen[r][c]) {
      return 0;
    }
    seen[r][c] = true;
    return 1 + fill(r - 1, c, seen) + fill(r + 1, c, seen) + fill(r, c - 1, seen) + fill(r, c + 1, seen);
  }

  private boolean isLow(int r, int c) {
    int h = height(r, c);
    return h < height(r - 1, c) && h < height(r + 1, c) && h < height(r, c - 1) && h < height(r, c + 1);
  }

  @Concurrent
  int basin(int r, int c) {
    return fill(r, c, new boolean[heights.length][heights[0].length]);
  }

  @Concurrent
  int shared(int r, int c, boolean[][] seen) {
    return fill(r, c, seen);
  }

  @Synchronized
  List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>();
    for (int r = 0; r < heights.length; r++) {
      for (int c = 0; c < heights[r].length; c++) {
        if (isLow(r, c)) {
          sizes.add(basin(r, c));
        }
      }
    }
    return sizes;
  }

  @Synchronized
  int[] firstCome() {
    boolean[][] seen = new boolean[heights.length][heights[0].length];
    int[] sizes = new int[heights.length];
    for (int r = 0; r < heights.length; r++) {
      sizes[r] = shared(r, r % heights[r].length, seen);
    }
    return sizes;
  }

  public static void main(String[] args) {
    int[][] heights = new int[30][40];
    for (int r = 0; r < 30; r++) {
      for (int c = 0; c < 40; c++) {
        heights[r][c] = r % 10 == 9 || c % 8 == 7 ? 9 : (r * r + 3 * c + r * c) % 9;
      }
    }
    Basins basins = new Basins(heights);
    List<Integer> sizes = basins.sizes();
    Collections.sort(sizes, Collections.reverseOrder());
    System.out.println(sizes.size() + " " + sizes.subList(0, 5));
    System.out.println(java.util.Arrays.toString(basins.firstCome()));
  }
}
