package dev.deco.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private static Map<String, Integer> map(int size, boolean accessOrder) {
    Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, accessOrder);
    for (int i = 0; i < size; i++) {
      map.put("key " + i, i);
    }
    return map;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aMapThatOthersReadIsNotTouchedToFindItsOrder(int size) {
    Map<String, Integer> map = map(size, false);
    Iterator<String> readBefore = map.keySet().iterator();

    assertThat(new Origins(this).admit(map, Map.class)).isInstanceOf(Viewed.class);
    assertThat(new Origins(this).admit(map, LinkedHashMap.class)).isInstanceOf(Viewed.class);

    List<String> read = new ArrayList<>();
    readBefore.forEachRemaining(read::add);
    assertThat(read).containsExactlyElementsOf(map(size, false).keySet());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void aMapInAccessOrderIsNotViewedAndKeepsItsOrder(int size) {
    Map<String, Integer> map = map(size, true);

    assertThat(new Origins(this).admit(map, Map.class)).isNull();

    assertThat(map.keySet()).containsExactlyElementsOf(map(size, true).keySet());
  }
}
