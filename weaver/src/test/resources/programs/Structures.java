import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/** What may be read while something in it is in flight: lengths, sizes, other rows, other keys, other objects. */
public class Structures {
  static int slow(int x) {
    int s = x;
    for (int k = 0; k < 200; k++) {
      s = s * 31 + k;
    }
    return s % 1000;
  }

  @Concurrent
  static int f(int x) {
    return slow(x);
  }

  // arrays: the length, another row, a row's length, another array

  @Synchronized
  static int[] lengths(int n) { //! spawned=20 deferred=20 syncs=1
    int[] out = new int[n];
    for (int i = 0; i < out.length; i++) {
      out[out.length - 1 - i] = f(i + out.length); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static int[][] matrixRows(int n) { //! spawned=81 deferred=80 syncs=1
    int[][] m = new int[n][4];
    int cells = 0;
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        m[i][j] = f(i + m[0].length); //= spawned deferred
        cells += m[i].length;
      }
    }
    f(cells); //= spawned
    return m;
  }

  @Concurrent
  static int sum(int[] row) {
    int s = 0;
    for (int v : row) {
      s += slow(v);
    }
    return s;
  }

  @Synchronized
  static int sumsOfRows(int[][] m) { //! spawned=20 deferred=20 syncs=1
    int total = 0;
    int longest = 0;
    for (int[] row : m) {
      total += sum(row); //= spawned deferred
      longest = Math.max(longest, row.length + row[0]);
    }
    return total * longest; //= synced
  }

  @Synchronized
  static int otherRow(int n) { //! spawned=20 deferred=20 syncs=1
    int[] results = new int[n];
    int[] inputs = new int[n];
    for (int i = 0; i < n; i++) {
      inputs[i] = i * i;
      results[i] = f(inputs[i]); //= spawned deferred
    }
    return Arrays.hashCode(results) + inputs[3]; //= synced
  }

  // lists, maps: the size, the keys, a key's own list, another list

  @Synchronized
  static int sizeOfWhatIsRead(List<Integer> items) { //! spawned=20 deferred=20 syncs=1
    int total = 0;
    for (int i = 0; i < items.size(); i++) {
      total += f(items.get(i) + items.size()); //= spawned deferred
    }
    return total; //= synced
  }

  @Concurrent
  static int total(List<Integer> items, int from) {
    int s = 0;
    for (int i = from; i < items.size(); i++) {
      s += slow(items.get(i));
    }
    return s;
  }

  @Synchronized
  static Map<Integer, Integer> suffixes(List<Integer> items) { //! spawned=20 deferred=20 syncs=1
    Map<Integer, Integer> out = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      out.put(items.get(i), total(items, i)); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static List<Integer> growing(int n) { //! spawned=20 deferred=20 syncs=20
    List<Integer> items = new ArrayList<>(List.of(1));
    for (int i = 0; i < n; i++) {
      items.add(total(items, i)); //= spawned deferred synced
    }
    return items;
  }

  @Synchronized
  static Map<String, List<Integer>> listOfAKey(int n) { //! spawned=20 deferred=20 syncs=1
    Map<String, List<Integer>> out = new LinkedHashMap<>();
    out.put("even", new ArrayList<>());
    out.put("odd", new ArrayList<>());
    for (int i = 0; i < n; i++) {
      if (out.containsKey("even") && out.size() == 2) {
        out.get(i % 2 == 0 ? "even" : "odd").add(f(i)); //= spawned deferred
      }
    }
    return out;
  }

  @Synchronized
  static int twoLists(int n) { //! spawned=20 deferred=20 syncs=1
    List<Integer> even = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      even.add(f(i)); //= spawned deferred
      seen.add(i);
      if (seen.size() > 10 && seen.contains(3)) {
        seen.remove(0);
      }
    }
    return even.size() * 100 + seen.size(); //= synced
  }

  @Synchronized
  static List<List<Integer>> listsInAList(int n) { //! spawned=20 deferred=20 syncs=1
    List<List<Integer>> buckets = new ArrayList<>();
    for (int b = 0; b < 4; b++) {
      buckets.add(new ArrayList<>());
    }
    for (int i = 0; i < n; i++) {
      buckets.get(i % buckets.size()).add(f(i)); //= spawned deferred
    }
    return buckets;
  }

  // objects in fields of fields, linked structures, grids of objects

  static class Cell {
    int value;
    int generation;
    Cell next;

    Cell(int value) {
      this.value = value;
    }

    @Concurrent
    int aged() {
      return slow(value) + generation;
    }

    @Concurrent
    void grow() {
      value = slow(value);
    }
  }

  static class Box {
    final Cell cell = new Cell(1);
    Cell spare = new Cell(2);
  }

  static class Shelf {
    final Box left = new Box();
    final Box right = new Box();
    int count;
  }

  @Synchronized
  static int fieldsOfFields(int n) { //! spawned=40 deferred=40 syncs=1
    Shelf shelf = new Shelf();
    for (int i = 0; i < n; i++) {
      shelf.left.cell.value += f(i); //= spawned deferred
      shelf.right.spare.generation = f(i); //= spawned deferred
      shelf.count++;
    }
    return shelf.left.cell.value + shelf.right.spare.generation + shelf.count; //= synced
  }

  @Synchronized
  static int otherField(Cell cell, int n) { //! spawned=20 deferred=20 syncs=1
    int sum = 0;
    for (int i = 0; i < n; i++) {
      cell.value = f(i); //= spawned deferred
      sum += cell.generation;
      cell.generation++;
    }
    return sum;
  }

  @Synchronized
  static int fieldThatTasksRead(Cell cell, int n) { //! spawned=20 deferred=20 syncs=20
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += cell.aged(); //= spawned deferred
      cell.generation++; //= synced
    }
    return sum; //= synced (nothing is in flight)
  }

  @Synchronized
  static int linked(Cell head) { //! spawned=10 deferred=10 syncs=1
    int sum = 0;
    for (Cell c = head; c != null; c = c.next) {
      sum += c.aged(); //= spawned deferred
    }
    return sum; //= synced
  }

  @Synchronized
  static void linkedUpdates(Cell head) { //! spawned=10 syncs=1
    for (Cell c = head; c != null; c = c.next) {
      c.grow(); //= spawned synced
    }
  }

  @Synchronized
  static Cell buildsAList(int n) { //! spawned=20 deferred=20 syncs=1
    Cell head = null;
    for (int i = 0; i < n; i++) {
      Cell cell = new Cell(0);
      cell.value = f(i); //= spawned deferred
      cell.next = head;
      head = cell;
    }
    return head;
  }

  @Synchronized
  static int gridOfObjects(Cell[][] grid) { //! spawned=32 deferred=16 syncs=2
    for (Cell[] row : grid) {
      for (Cell cell : row) {
        cell.grow(); //= spawned synced
      }
    }
    int sum = 0;
    for (Cell[] row : grid) {
      for (Cell cell : row) {
        sum += cell.aged(); //= spawned deferred synced
      }
    }
    return sum; //= synced
  }

  @Synchronized
  static void sameObjectTwice(Cell[] cells) { //! spawned=4 syncs=2
    for (Cell cell : cells) {
      cell.grow(); //= spawned synced
    }
  }

  // records, strings, queues

  record Point(double x, double y, String name) {
    @Concurrent
    Point moved(double by) {
      return new Point(x + by, y - slow((int) by), name + "'");
    }
  }

  @Synchronized
  static Point[] records(Point[] points) { //! spawned=3 deferred=3 syncs=1
    for (int i = 0; i < points.length; i++) {
      points[i] = points[i].moved(i); //= spawned deferred synced
    }
    return points;
  }

  @Concurrent
  static String rendered(Point p, StringBuilder scratch) {
    return p.name() + scratch.length();
  }

  @Synchronized
  static String builderThatIsRead(Point p, int n) { //! spawned=20 deferred=20 syncs=20
    StringBuilder scratch = new StringBuilder();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      scratch.append(i); //= synced
      out.append(rendered(p, scratch)); //= spawned deferred
    }
    return out.toString(); //= synced (nothing is in flight)
  }

  @Synchronized
  static String lines(int n) { //! spawned=20 deferred=59 syncs=1
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(i).append(": "); //= deferred
      out.append(f(i)); //= spawned deferred
      out.append('\n'); //= deferred
    }
    return out.toString(); //= synced
  }

  @Concurrent
  static List<Integer> children(int x) {
    return x > 40 ? List.of() : List.of(2 * x + (slow(x) & 1), 2 * x + 1);
  }

  @Synchronized
  static int breadthFirst(int root) { //! spawned=63 deferred=63 syncs=63
    Deque<Integer> open = new ArrayDeque<>(List.of(root));
    int seen = 0;
    while (!open.isEmpty()) { //= synced
      int x = open.poll();
      seen += x;
      open.addAll(children(x)); //= spawned deferred
    }
    return seen;
  }

  @Synchronized
  static int levelByLevel(int root) { //! spawned=63 deferred=63 syncs=6
    List<Integer> level = List.of(root);
    int seen = 0;
    while (!level.isEmpty()) {
      List<List<Integer>> found = new ArrayList<>();
      for (int x : level) {
        seen += x;
        found.add(children(x)); //= spawned deferred
      }
      List<Integer> next = new ArrayList<>();
      for (List<Integer> some : found) { //= synced
        next.addAll(some);
      }
      level = next;
    }
    return seen;
  }

  @Synchronized
  static int queue(int n) { //! spawned=20 deferred=20 syncs=1
    Queue<Integer> best = new PriorityQueue<>();
    Queue<Integer> inputs = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      inputs.add(i);
    }
    while (!inputs.isEmpty()) {
      best.add(f(inputs.remove())); //= spawned deferred
    }
    return best.remove(); //= synced
  }

  // word count: local maps, merged by the scope

  @Concurrent
  static Map<String, Integer> words(String line) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : line.split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  @Synchronized
  static Map<String, Integer> wordCount(List<String> lines) { //! spawned=3 deferred=3 syncs=1
    List<Map<String, Integer>> parts = new ArrayList<>();
    for (String line : lines) {
      parts.add(words(line)); //= spawned deferred
    }
    Map<String, Integer> all = new TreeMap<>();
    for (Map<String, Integer> part : parts) { //= synced
      part.forEach((word, count) -> all.merge(word, count, Integer::sum));
    }
    return all;
  }

  static void merge(Map<String, Integer> into, Map<String, Integer> part) {
    part.forEach((word, count) -> into.merge(word, count, Integer::sum));
  }

  @Synchronized
  static Map<String, Integer> mergedAsTheyCome(List<String> lines) { //! spawned=3 deferred=3 syncs=1
    Map<String, Integer> all = new TreeMap<>();
    for (String line : lines) {
      merge(all, words(line)); //= spawned deferred
    }
    return all;
  }

  // tiles of an image

  @Concurrent
  static void tile(int[] pixels, int width, int x0, int y0, int size) {
    for (int y = y0; y < y0 + size; y++) {
      for (int x = x0; x < x0 + size; x++) {
        pixels[y * width + x] = slow(x * y);
      }
    }
  }

  @Synchronized
  static int[] image(int width, int height) { //! spawned=8 syncs=1
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y += 4) {
      for (int x = 0; x < width; x += 4) {
        tile(pixels, width, x, y, 4); //= spawned
      }
    }
    return pixels;
  }

  public static void main(String[] args) {
    System.out.println(Arrays.toString(lengths(20)) + Arrays.deepHashCode(matrixRows(20)));
    int[][] m = new int[20][3];
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      m[i][1] = i;
      items.add(i * 3);
    }
    System.out.println(sumsOfRows(m) + " " + otherRow(20) + " " + sizeOfWhatIsRead(items) + suffixes(items));
    System.out.println(growing(20) + " " + listOfAKey(20) + twoLists(20) + listsInAList(20));
    System.out.println(fieldsOfFields(20) + " " + otherField(new Cell(1), 20) + " " + fieldThatTasksRead(new Cell(1), 20));
    Cell head = null;
    for (int i = 0; i < 10; i++) {
      Cell cell = new Cell(i);
      cell.next = head;
      head = cell;
    }
    int before = linked(head);
    linkedUpdates(head);
    System.out.println(before + " " + head.value + " " + buildsAList(20).next.value);
    Cell[][] grid = new Cell[4][4];
    for (int i = 0; i < 16; i++) {
      grid[i / 4][i % 4] = new Cell(i);
    }
    Cell one = grid[0][0];
    int sum = gridOfObjects(grid);
    sameObjectTwice(new Cell[] {one, grid[1][1], one, grid[2][2]});
    System.out.println(sum + " " + one.value);
    Point p = new Point(1, 2, "p");
    System.out.println(Arrays.toString(records(new Point[] {p, p, p})) + builderThatIsRead(p, 20) + lines(20));
    System.out.println(breadthFirst(1) + " " + levelByLevel(1) + " " + queue(20));
    List<String> text = List.of("a b c a", "b b", "c d e f a");
    System.out.println(wordCount(text) + " " + mergedAsTheyCome(text) + Arrays.hashCode(image(16, 8)));
  }
}
