package wavefront;

import dev.deco.Concurrent;
import dev.deco.Order;
import dev.deco.Synchronized;

/**
 * Shows a wavefront: the best local alignment of two proteins (Smith and Waterman, 1981, with BLOSUM62 and a linear gap),
 * in blocks. A block needs the one above, the one to the left, and the one between them; so blocks on one diagonal run
 * beside each other.
 *
 * <p>The proteins are the two chains of human haemoglobin, UniProt P69905 (alpha) and P68871 (beta). For more work there
 * are so many copies of each, one after the other.
 *
 * <p>Run it: {@code deco run examples/wavefront/Wavefront.java [COPIES]}
 */
public final class Wavefront {
  /** UniProt P69905, HBA_HUMAN. */
  static final String ALPHA = """
      MVLSPADKTNVKAAWGKVGAHAGEYGAEALERMFLSFPTTKTYFPHFDLSHGSAQVKGHG
      KKVADALTNAVAHVDDMPNALSALSDLHAHKLRVDPVNFKLLSHCLLVTLAAHLPAEFTP
      AVHASLDKFLASVSTVLTSKYR""".replace("\n", "");

  /** UniProt P68871, HBB_HUMAN. */
  static final String BETA = """
      MVHLTPEEKSAVTALWGKVNVDEVGGEALGRLLVVYPWTQRFFESFGDLSTPDAVMGNPK
      VKAHGKKVLGAFSDGLAHLDNLKGTFATLSELHCDKLHVDPENFRLLGNVLVCVLAHHFG
      KEFTPPVQAAYQKVVAGVANALAHKYH""".replace("\n", "");

  private static final String ACIDS = "ARNDCQEGHILKMFPSTWYV";
  /** Henikoff and Henikoff, 1992. */
  private static final int[][] BLOSUM62 = {
      {4, -1, -2, -2, 0, -1, -1, 0, -2, -1, -1, -1, -1, -2, -1, 1, 0, -3, -2, 0},
      {-1, 5, 0, -2, -3, 1, 0, -2, 0, -3, -2, 2, -1, -3, -2, -1, -1, -3, -2, -3},
      {-2, 0, 6, 1, -3, 0, 0, 0, 1, -3, -3, 0, -2, -3, -2, 1, 0, -4, -2, -3},
      {-2, -2, 1, 6, -3, 0, 2, -1, -1, -3, -4, -1, -3, -3, -1, 0, -1, -4, -3, -3},
      {0, -3, -3, -3, 9, -3, -4, -3, -3, -1, -1, -3, -1, -2, -3, -1, -1, -2, -2, -1},
      {-1, 1, 0, 0, -3, 5, 2, -2, 0, -3, -2, 1, 0, -3, -1, 0, -1, -2, -1, -2},
      {-1, 0, 0, 2, -4, 2, 5, -2, 0, -3, -3, 1, -2, -3, -1, 0, -1, -3, -2, -2},
      {0, -2, 0, -1, -3, -2, -2, 6, -2, -4, -4, -2, -3, -3, -2, 0, -2, -2, -3, -3},
      {-2, 0, 1, -1, -3, 0, 0, -2, 8, -3, -3, -1, -2, -1, -2, -1, -2, -2, 2, -3},
      {-1, -3, -3, -3, -1, -3, -3, -4, -3, 4, 2, -3, 1, 0, -3, -2, -1, -3, -1, 3},
      {-1, -2, -3, -4, -1, -2, -3, -4, -3, 2, 4, -2, 2, 0, -3, -2, -1, -2, -1, 1},
      {-1, 2, 0, -1, -3, 1, 1, -2, -1, -3, -2, 5, -1, -3, -1, 0, -1, -3, -2, -2},
      {-1, -1, -2, -3, -1, 0, -2, -3, -2, 1, 2, -1, 5, 0, -2, -1, -1, -1, -1, 1},
      {-2, -3, -3, -3, -2, -3, -3, -3, -1, 0, 0, -3, 0, 6, -4, -2, -2, 1, 3, -1},
      {-1, -2, -2, -1, -3, -1, -1, -2, -2, -3, -3, -1, -2, -4, 7, -1, -1, -4, -3, -2},
      {1, -1, 1, 0, -1, 0, 0, 0, -1, -2, -2, 0, -1, -2, -1, 4, 1, -3, -2, -2},
      {0, -1, 0, -1, -1, -1, -1, -2, -2, -1, -1, -1, -1, -2, -1, 1, 5, -2, -2, 0},
      {-3, -3, -4, -4, -2, -2, -3, -2, -2, -3, -2, -3, -1, 1, -4, -3, -2, 11, 2, -3},
      {-2, -2, -2, -3, -2, -1, -2, -3, 2, -1, -1, -2, -1, 3, -3, -2, -2, 2, 7, -1},
      {0, -3, -3, -3, -1, -2, -2, -3, -3, 3, 1, -2, 1, -1, -2, -2, 0, -3, -1, 4}};
  private static final int GAP = 8;
  private static final int BLOCK = 128;

  private Wavefront() {}

  /** Part of the matrix of scores, with the row above it and the column left of it, row by row. */
  static final class Block {
    final int top;
    final int left;
    final int rows;
    final int columns;
    final int[] scores;

    Block(int top, int left, int rows, int columns) {
      this.top = top;
      this.left = left;
      this.rows = rows;
      this.columns = columns;
      scores = new int[(rows + 1) * (columns + 1)];
    }

    /** All of the block, given its neighbours; at the edge of the matrix there is none, and the scores there are 0. */
    @Concurrent
    void fill(byte[] first, byte[] second, Block above, Block before) {
      int width = columns + 1;
      if (above != null) {
        System.arraycopy(above.scores, above.rows * width, scores, 0, width);
      }
      if (before != null) {
        for (int i = 0; i <= rows; i++) {
          scores[i * width] = before.scores[i * (before.columns + 1) + before.columns];
        }
      }
      for (int i = 1; i <= rows; i++) {
        int[] likeness = BLOSUM62[first[top + i - 1]];
        for (int j = 1; j <= columns; j++) {
          int at = i * width + j;
          int score = scores[at - width - 1] + likeness[second[left + j - 1]];
          score = Math.max(score, Math.max(scores[at - width], scores[at - 1]) - GAP);
          scores[at] = Math.max(score, 0);
        }
      }
    }

    /** The score of a cell of the whole matrix, counted from 1. */
    int score(int i, int j) {
      return scores[(i - top) * (columns + 1) + j - left];
    }
  }

  @Synchronized(order = Order.BY_DATA)
  static Block[][] scores(byte[] first, byte[] second) {
    Block[][] blocks = new Block[(first.length + BLOCK - 1) / BLOCK][(second.length + BLOCK - 1) / BLOCK];
    for (int i = 0; i < blocks.length; i++) {
      for (int j = 0; j < blocks[i].length; j++) {
        blocks[i][j] = new Block(i * BLOCK, j * BLOCK, Math.min(BLOCK, first.length - i * BLOCK),
            Math.min(BLOCK, second.length - j * BLOCK));
      }
    }
    for (int i = 0; i < blocks.length; i++) {
      for (int j = 0; j < blocks[i].length; j++) {
        blocks[i][j].fill(first, second, i == 0 ? null : blocks[i - 1][j], j == 0 ? null : blocks[i][j - 1]);
      }
    }
    return blocks;
  }

  private static int score(Block[][] blocks, int i, int j) {
    return i == 0 || j == 0 ? 0 : blocks[(i - 1) / BLOCK][(j - 1) / BLOCK].score(i, j);
  }

  /** The alignment that ends where the score is highest, as three lines. */
  private static String alignment(Block[][] blocks, String first, String second) {
    int i = 0;
    int j = 0;
    int best = 0;
    for (int row = 1; row <= first.length(); row++) {
      for (int column = 1; column <= second.length(); column++) {
        if (score(blocks, row, column) > best) {
          best = score(blocks, row, column);
          i = row;
          j = column;
        }
      }
    }
    StringBuilder above = new StringBuilder();
    StringBuilder between = new StringBuilder();
    StringBuilder below = new StringBuilder();
    while (score(blocks, i, j) > 0) {
      int score = score(blocks, i, j);
      boolean up = score == score(blocks, i - 1, j) - GAP;
      boolean back = !up && score == score(blocks, i, j - 1) - GAP;
      char a = back ? '-' : first.charAt(--i);
      char b = up ? '-' : second.charAt(--j);
      above.append(a);
      below.append(b);
      between.append(a == b ? '|' : ' ');
    }
    return "score " + best + "\n" + above.reverse() + "\n" + between.reverse() + "\n" + below.reverse();
  }

  private static byte[] numbers(String protein) {
    byte[] numbers = new byte[protein.length()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (byte) ACIDS.indexOf(protein.charAt(i));
    }
    return numbers;
  }

  public static void main(String[] args) {
    int copies = args.length > 0 ? Integer.parseInt(args[0]) : 40;
    String first = ALPHA.repeat(copies);
    String second = BETA.repeat(copies);
    byte[] firstNumbers = numbers(first);
    byte[] secondNumbers = numbers(second);
    long begin = System.nanoTime();
    Block[][] blocks = scores(firstNumbers, secondNumbers);
    System.err.printf("%d x %d blocks: %.1f ms%n", blocks.length, blocks[0].length, (System.nanoTime() - begin) / 1e6);
    System.out.println(alignment(scores(numbers(ALPHA), numbers(BETA)), ALPHA, BETA));
    System.out.println("of " + copies + " copies: " + alignment(blocks, first, second).hashCode());
  }
}
