import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks read collections that earlier tasks change, and write more than these collections: none can be run again. */
public class ReadsBeforeItWrites {
  private final int[] seenAt = new int[40];
  private int hits;

  @Concurrent
  static void remember(int i, Map<Integer, Integer> memo, int[] out) {
    Integer known = memo.get(i % 7);
    if (known == null) {
      memo.put(i % 7, i);
      known = -1;
    }
    out[i] = known;
  }

  @Concurrent
  void see(int i, Set<Integer> seen) {
    if (seen.contains(i * i % 11)) {
      hits++;
    }
    seen.add(i * i % 11);
    seenAt[i] = i;
  }

  @Concurrent
  static void push(int i, Deque<Integer> stack, int[] out) {
    while (!stack.isEmpty() && stack.peek() % 5 > i % 5) {
      out[i] += stack.pop();
    }
    stack.push(i);
  }

  @Concurrent
  static void note(int i, List<Integer> list, int[] out) {
    list.add(i * 3);
    out[i] = list.size();
  }

  @Concurrent
  static void number(String word, Map<String, Integer> numbers, StringBuilder text) {
    if (!numbers.containsKey(word)) {
      numbers.put(word, numbers.size());
    }
    text.append(numbers.get(word)).append(' ');
  }

  @Concurrent
  static void lastOf(List<Integer> list, int[] out) {
    for (int number : list) {
      out[0] = number;
    }
    list.clear();
  }

  @Synchronized
  void run() {
    int[] out = new int[40];
    Map<Integer, Integer> memo = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      remember(i, memo, out);
    }
    print(out);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      see(i, seen);
    }
    System.out.println(seen + " " + hits + " " + seenAt[39]);
    Deque<Integer> stack = new ArrayDeque<>();
    int[] popped = new int[40];
    for (int i = 0; i < 40; i++) {
      push(i, stack, popped);
    }
    print(popped);
    List<Integer> list = new ArrayList<>();
    int[] sizes = new int[40];
    for (int i = 0; i < 40; i++) {
      note(i, list, sizes);
    }
    lastOf(list, sizes);
    print(sizes);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (String word : "one two one three two four one".split(" ")) {
      number(word, numbers, text);
    }
    System.out.println(numbers + " " + text);
  }

  private static void print(int[] numbers) {
    System.out.println(Arrays.toString(numbers));
  }

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) {
      new ReadsBeforeItWrites().run();
    }
  }
}
