package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes whose statements are very many, and calls behind which very many classes may be called back. */
class LargeScopeTest {
  private static final int STATEMENTS = 600;
  private static final int CLASSES = 12;

  @ParameterizedTest
  @ValueSource(strings = {
      "o[%1$d] = f(%1$d) + o[%1$d / 2]; s += f(o[%1$d - 1]);",
      "o[%1$d] += f(o[%1$d - 1]); l.add(f(o[%1$d]) + 1);",
      "if (s > %1$d) { s += f(%1$d); } else { o[%1$d] += f((int) s); }"})
  void runsAsUnwoven(String statement) {
    StringBuilder source = new StringBuilder("""
        import dev.deco.*;
        import java.util.*;

        public class Large {
          @Concurrent
          static int f(int i) {
            return i % 1000 * 3 + 1;
          }

          @Synchronized
          static long large(int[] o, List<Integer> l, long s) {
        """);
    for (int i = 1; i <= STATEMENTS; i++) {
      source.append(String.format(statement, i)).append('\n');
    }
    source.append("""
            return s;
          }

          public static void main(String[] args) {
            int[] o = new int[1000];
            List<Integer> l = new ArrayList<>();
            System.out.println(large(o, l, 1) + " " + Arrays.hashCode(o) + " " + l.hashCode());
          }
        }
        """);
    assertRunsAsUnwoven("Large", source.toString());
  }

  /** Each class may call all others back; what is too much to be told apart is coarse, and woven in bounded time. */
  @Test
  void runsAsUnwovenWithManyClassesCalledBack() {
    StringBuilder source = new StringBuilder("""
        import dev.deco.*;
        import java.util.*;

        public class Many {
        """);
    for (int i = 0; i < CLASSES; i++) {
      source.append(String.format("""
            static class C%1$d extends AbstractList<Object> implements Comparable<Object> {
              Object[] objects = {%1$d};
              int n;

              @Override public Object get(int i) {
                n++;
                return objects[i];
              }

              @Override public int size() {
                return objects.length;
              }

              @Override public int compareTo(Object other) {
                n++;
                return hashCode() - other.hashCode();
              }
            }

            static class M%1$d extends AbstractMap<Object, Object> {
              Map<Object, Object> map = new TreeMap<>();

              @Override public Set<Map.Entry<Object, Object>> entrySet() {
                map.put(new C%1$d(), %1$d);
                return map.entrySet();
              }
            }
          """, i));
    }
    source.append("""
          @Concurrent
          static int f(Map<Object, Object> map, Object key, int i) {
            map.put(key, i);
            return map.toString().length() + i;
          }

          @Synchronized
          static int all(Map<Object, Object> map) {
            int sum = 0;
            for (int i = 0; i < 5; i++) {
              sum += f(map, new C7(), i) * map.size();
            }
            return sum;
          }

          public static void main(String[] args) {
            Map<Object, Object> map = new TreeMap<>();
            System.out.println(all(map) + " " + map + new M3());
          }
        }
        """);
    assertRunsAsUnwoven("Many", source.toString());
  }

  private static void assertRunsAsUnwoven(String name, String source) {
    Program program = Program.of(name, source);
    String plain = program.run(program.classes(), Configuration.serial()).printed();
    assertThat(program.run(program.wovenWhole(), Configuration.threads(2)).printed()).isEqualTo(plain);
  }
}
