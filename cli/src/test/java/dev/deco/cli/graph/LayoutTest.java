package dev.deco.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn tasks are below what they come after and cover nothing; the critical path is the longest chain. */
class LayoutTest {
  private static final double WIDTH = 40;
  private static final int MOST = 7;

  private final List<TaskGraph.Node> tasks = new ArrayList<>();
  private final List<TaskGraph.Edge> edges = new ArrayList<>();

  private int task(int scope, int phase, long nanos) {
    tasks.add(new TaskGraph.Node("Main.f(int)", "Main.java", 3, tasks.size() + 1, scope, phase, nanos));
    return tasks.size() - 1;
  }

  private void edge(int from, int to) {
    edges.add(new TaskGraph.Edge(from, to, Set.of("a")));
  }

  private Layout layout() {
    return new Layout(tasks, IntStream.range(0, tasks.size()).toArray(), edges, WIDTH, 6, MOST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 60, 400})
  void nothingCoversATaskAndAllIsBelowWhatItComesAfter(int n) {
    Random random = new Random(n);
    for (int i = 0; i < n; i++) {
      task(0, 3 * i / n, 1);
      for (int k = random.nextInt(3); k > 0 && i > 0; k--) {
        edge(random.nextInt(i), i);
      }
    }

    Layout layout = layout();

    List<int[]> chains = IntStream.range(0, edges.size()).mapToObj(layout::chain).toList();
    for (int e = 0; e < edges.size(); e++) {
      assertThat(layout.row(edges.get(e).from())).isLessThan(layout.row(edges.get(e).to()));
      assertThat(chains.get(e)).startsWith(edges.get(e).from()).endsWith(edges.get(e).to());
    }
    for (int i = 0; i < n; i++) {
      assertThat(layout.x(i)).isBetween(WIDTH / 2 - 1e-6, layout.width() - WIDTH / 2 + 1e-6);
      for (int j = 0; j < i; j++) {
        assertThat(layout.row(i) != layout.row(j) || Math.abs(layout.x(i) - layout.x(j)) >= WIDTH - 1e-6).isTrue();
        assertThat(tasks.get(j).phase() == tasks.get(i).phase() || layout.row(j) < layout.row(i)).isTrue();
      }
      for (int[] chain : chains) {
        for (int k = 1; k < chain.length - 1; k++) {
          assertThat(layout.row(chain[k]) != layout.row(i) || Math.abs(layout.x(chain[k]) - layout.x(i)) >= WIDTH / 2)
              .as("an edge goes round a task").isTrue();
        }
      }
    }
    assertThat(layout.phases()).hasSize(Math.min(n, 3) - 1);
  }

  @Test
  void aLevelOfManyTasksTakesSeveralRows() {
    IntStream.range(0, 20).forEach(i -> task(0, 0, 1));

    Layout layout = layout();

    assertThat(layout.levels()).isEqualTo(1);
    assertThat(layout.rows()).isEqualTo(3);
    assertThat(layout.width()).isLessThanOrEqualTo(MOST * (WIDTH + 6));
  }

  @Test
  void theCriticalPathIsTheChainThatTookLongestNotTheOneOfMostTasks() {
    int first = task(0, 0, 1);
    int middle = task(0, 0, 1);
    int last = task(0, 0, 1);
    edge(first, middle);
    edge(middle, last);
    int large = task(0, 0, 100);
    int after = task(0, 0, 10);
    edge(large, after);
    task(1, 0, 50);

    CriticalPath path = new CriticalPath(tasks, edges);

    assertThat(IntStream.range(0, tasks.size()).filter(path::has)).containsExactly(large, after);
    assertThat(edges).filteredOn(path::has).extracting(TaskGraph.Edge::from).containsExactly(large);
    assertThat(path.length()).isEqualTo(2);
    assertThat(path.nanos()).isEqualTo(110);
    assertThat(path.work()).as("of its scope").isEqualTo(113);
  }

  @Test
  void theCriticalPathGoesThroughSyncs() {
    task(0, 0, 5);
    int slow = task(0, 0, 9);
    int next = task(0, 1, 2);
    task(0, 1, 1);
    int end = task(0, 2, 1);

    CriticalPath path = new CriticalPath(tasks, edges);

    assertThat(IntStream.range(0, tasks.size()).filter(path::has)).containsExactly(slow, next, end);
    assertThat(path.nanos()).isEqualTo(12);
  }

  @Test
  void nothingRanNothingIsCritical() {
    CriticalPath path = new CriticalPath(tasks, edges);

    assertThat(path.length()).isZero();
    assertThat(path.nanos()).isZero();
  }
}
