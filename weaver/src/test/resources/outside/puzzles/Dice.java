import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** A game with dice of many worlds: who wins in more of them. */
public class Dice {
  record Player(int place, int points) {
    Player move(int by) {
      int to = (place + by - 1) % 10 + 1;
      return new Player(to, points + to);
    }
  }

  record Game(Player now, Player then) {}

  record Wins(long now, long then) {}

  private static final int[] WORLDS = {0, 0, 0, 1, 3, 6, 7, 6, 3, 1};

  private static Wins play(Game game, Map<Game, Wins> known) {
    Wins found = known.get(game);
    if (found == null) {
      long now = 0;
      long then = 0;
      for (int roll = 3; roll <= 9; roll++) {
        Player moved = game.now().move(roll);
        if (moved.points() >= 21) {
          now += WORLDS[roll];
        } else {
          Wins rest = play(new Game(game.then(), moved), known);
          now += WORLDS[roll] * rest.then();
          then += WORLDS[roll] * rest.now();
        }
      }
      found = new Wins(now, then);
      known.put(game, found);
    }
    return found;
  }

  @Concurrent
  static long most(int first, int second) {
    Wins wins = play(new Game(new Player(first, 0), new Player(second, 0)), new HashMap<>());
    return Math.max(wins.now(), wins.then());
  }

  @Synchronized
  static long[][] table() {
    long[][] table = new long[3][5];
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 5; second++) {
        table[first][second] = most(first + 1, second + 4);
      }
    }
    return table;
  }

  public static void main(String[] args) {
    for (long[] row : table()) {
      System.out.println(java.util.Arrays.toString(row));
    }
  }
}
