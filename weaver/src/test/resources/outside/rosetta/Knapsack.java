import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The knapsack problem for several capacities: which things to take. */
public class Knapsack {
  record Thing(String name, int weight, int value) {}

  record Choice(int capacity, int value, List<String> taken) {}

  private static final List<Thing> THINGS = List.of(new Thing("map", 9, 150), new Thing("compass", 13, 35),
      new Thing("water", 153, 200), new Thing("sandwich", 50, 160), new Thing("glucose", 15, 60),
      new Thing("tin", 68, 45), new Thing("banana", 27, 60), new Thing("apple", 39, 40), new Thing("cheese", 23, 30),
      new Thing("beer", 52, 10), new Thing("suntan cream", 11, 70), new Thing("camera", 32, 30),
      new Thing("t-shirt", 24, 15), new Thing("trousers", 48, 10), new Thing("umbrella", 73, 40));

  @Concurrent
  Choice fill(int capacity) {
    int[][] best = new int[THINGS.size() + 1][capacity + 1];
    for (int i = 1; i <= THINGS.size(); i++) {
      Thing thing = THINGS.get(i - 1);
      for (int room = 0; room <= capacity; room++) {
        best[i][room] = best[i - 1][room];
        if (room >= thing.weight()) {
          best[i][room] = Math.max(best[i][room], best[i - 1][room - thing.weight()] + thing.value());
        }
      }
    }
    List<String> taken = new ArrayList<>();
    int room = capacity;
    for (int i = THINGS.size(); i > 0; i--) {
      if (best[i][room] != best[i - 1][room]) {
        taken.add(THINGS.get(i - 1).name());
        room -= THINGS.get(i - 1).weight();
      }
    }
    return new Choice(capacity, best[THINGS.size()][capacity], taken);
  }

  @Synchronized
  Choice[] choices(int step, int count) {
    Choice[] choices = new Choice[count];
    for (int i = 0; i < count; i++) {
      choices[i] = fill((i + 1) * step);
    }
    return choices;
  }

  public static void main(String[] args) {
    Arrays.stream(new Knapsack().choices(25, 24)).forEach(System.out::println);
  }
}
