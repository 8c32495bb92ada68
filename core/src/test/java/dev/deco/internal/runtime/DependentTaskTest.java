package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A task with pending inputs starts when they are complete. */
class DependentTaskTest {
  @Engined
  void aLongChainRunsLinkByLink(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      HandWoven.Value v = HandWoven.call(a, x -> x, 0);
      for (int i = 0; i < 2000; i++) {
        v = HandWoven.chain(a, x -> x + 1, v);
      }
      assertThat(v.force()).isEqualTo(2000);
    }));
  }

  @Engined
  void manyTasksShareOneInput(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      List<Object> list = new ArrayList<>();
      List<Object> expected = new ArrayList<>();
      HandWoven.scope(a -> {
        HandWoven.Value v = HandWoven.call(a, x -> x, 10);
        for (int i = 0; i < 300; i++) {
          int add = i;
          HandWoven.chainStore(a, list::add, x -> x + add, v);
          expected.add(10 + i);
        }
      });
      assertThat(list).isEqualTo(expected);
    });
  }

  @Engined
  void chainsOpenScopesOfTheirOwn(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      List<Object> list = new ArrayList<>();
      HandWoven.scope(a -> {
        for (int i = 0; i < 50; i++) {
          HandWoven.Value v = HandWoven.call(a, DependentTaskTest::nested, i);
          HandWoven.chainStore(a, list::add, DependentTaskTest::nested, HandWoven.chain(a, DependentTaskTest::nested, v));
        }
      });
      assertThat(list).hasSize(50);
      for (int i = 0; i < 50; i++) {
        assertThat(list.get(i)).isEqualTo(i + 3);
      }
    });
  }

  private static Object nested(int x) throws Throwable {
    int[] result = {x};
    HandWoven.scope(a -> {
      HandWoven.Value v = HandWoven.call(a, y -> y, 0);
      HandWoven.chainStore(a, w -> result[0] += (int) w, y -> y + 1, v);
    });
    return result[0];
  }
}
