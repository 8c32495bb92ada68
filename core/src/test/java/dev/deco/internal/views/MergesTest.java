package dev.deco.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergesTest {
  private static final int KEYS = 60;

  private static void merge(Map<Integer, Integer> map, int key) {
    Dropped.combine(map, 31 * key, key, Integer::sum);
  }

  /** What a task does to its view, made in its turn. */
  private static void replayed(Map<Integer, Integer> map, Consumer<Map<Integer, Integer>> task) {
    @SuppressWarnings("unchecked")
    Map<Integer, Integer> view = (Map<Integer, Integer>) ((Viewed) new Origins("a scope").admit(map, Map.class)).view(false);
    task.accept(view);
    ((View) view).changes().replay("a task");
  }

  /** A hash map that has grown makes room when a key is merged next, which shows in its order. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHashMapHasTheOrderThatSingleMergesGiveIt(boolean repeated) {
    for (int keys = 1; keys < KEYS; keys++) {
      int last = keys - 1;
      Consumer<Map<Integer, Integer>> task = map -> {
        for (int key = 0; key <= last; key++) {
          merge(map, key);
        }
        if (repeated) {
          merge(map, last / 2);
        }
      };
      Map<Integer, Integer> serial = new HashMap<>();
      task.accept(serial);
      Map<Integer, Integer> map = new HashMap<>();
      replayed(map, task);
      assertThat(map.toString()).as("%d keys", keys).isEqualTo(serial.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsDoneNextKnowsOfTheMerges(long seed) {
    for (int operation = 0; operation < 12; operation++) {
      int next = operation;
      Consumer<Map<Integer, Integer>> task = map -> {
        Random random = new Random(seed);
        List<Object> seen = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
          merge(map, random.nextInt(20));
        }
        int key = 31 * random.nextInt(25);
        seen.add(switch (next) {
          case 0 -> map.get(key);
          case 1 -> map.put(key, 1000);
          case 2 -> map.size();
          case 3 -> map.isEmpty();
          case 4 -> map.remove(key);
          case 5 -> map.toString();
          case 6 -> map.merge(key, 7, (a, b) -> a * b);
          case 7 -> map.putIfAbsent(key, 8);
          case 8 -> map.computeIfPresent(key, (k, v) -> v - 1);
          case 9 -> map.keySet().remove(key);
          case 10 -> {
            Dropped.remove(map, key);
            yield "";
          }
          default -> {
            Dropped.merge(map, key, 9, (a, b) -> a - b);
            yield "";
          }
        });
        merge(map, random.nextInt(20));
        seen.add(map.getOrDefault(31, -1));
        map.put(-1, seen.toString().hashCode());
      };
      Map<Integer, Integer> serial = new LinkedHashMap<>(Map.of(31, 5));
      task.accept(serial);
      Map<Integer, Integer> map = new LinkedHashMap<>(Map.of(31, 5));
      replayed(map, task);
      assertThat(map.toString()).as("operation %d", operation).isEqualTo(serial.toString());
    }
  }
}
