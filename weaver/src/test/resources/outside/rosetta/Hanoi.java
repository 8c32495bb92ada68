import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** The towers of Hanoi: the moves, as lists that are put together. */
public class Hanoi {
  @Concurrent
  @Synchronized
  static List<String> moves(int discs, char from, char to, char over) {
    List<String> moves = new ArrayList<>();
    if (discs > 0) {
      List<String> first = moves(discs - 1, from, over, to);
      List<String> last = moves(discs - 1, over, to, from);
      moves.addAll(first);
      moves.add(discs + ":" + from + to);
      moves.addAll(last);
    }
    return moves;
  }

  public static void main(String[] args) {
    System.out.println(moves(4, 'a', 'b', 'c'));
    System.out.println(moves(11, 'a', 'b', 'c').hashCode());
  }
}
