import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;

/** Ropes with knots that follow: how many places the tail of each visits. */
public class Rope {
  private record Place(int x, int y) {
    Place toward(Place head) {
      int dx = head.x - x;
      int dy = head.y - y;
      return Math.abs(dx) < 2 && Math.abs(dy) < 2 ? this : new Place(x + Integer.signum(dx), y + Integer.signum(dy));
    }
  }

  private final Place[] knots;
  private final Set<Place> visited = new HashSet<>();

  Rope(int length) {
    knots = new Place[length];
    java.util.Arrays.fill(knots, new Place(0, 0));
  }

  @Concurrent
  Rope follow(String moves) {
    try (Scanner scanner = new Scanner(moves)) {
      while (scanner.hasNext()) {
        char way = scanner.next().charAt(0);
        for (int steps = scanner.nextInt(); steps > 0; steps--) {
          Place head = knots[0];
          knots[0] = switch (way) {
            case 'U' -> new Place(head.x(), head.y() + 1);
            case 'D' -> new Place(head.x(), head.y() - 1);
            case 'L' -> new Place(head.x() - 1, head.y());
            default -> new Place(head.x() + 1, head.y());
          };
          for (int k = 1; k < knots.length; k++) {
            knots[k] = knots[k].toward(knots[k - 1]);
          }
          visited.add(knots[knots.length - 1]);
        }
      }
    }
    return this;
  }

  @Synchronized
  static String all(String moves, int... lengths) {
    Rope[] ropes = new Rope[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      ropes[i] = new Rope(lengths[i]).follow(moves);
    }
    StringBuilder text = new StringBuilder();
    for (Rope rope : ropes) {
      text.append(rope.visited.size()).append(' ').append(rope.knots[rope.knots.length - 1]).append('\n');
    }
    return text.toString();
  }

  public static void main(String[] args) {
    StringBuilder moves = new StringBuilder("R 4 U 4 L 3 D 1 R 4 D 1 L 5 R 2 ");
    for (int i = 0; i < 120; i++) {
      moves.append("RULD".charAt((i * i + i / 3) % 4)).append(' ').append(i % 9 + 1).append('\n');
    }
    System.out.print(all(moves.toString(), 2, 3, 5, 10, 20));
  }
}
