package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Content that is in flight, in the object itself or in another one that may show it. */
class InFlightObjectsTest {
  private final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private final StringBuilder text = new StringBuilder("text");
  private final InFlightObjects objects = new InFlightObjects();

  @Test
  void aListMayBeShownByAnotherOne() {
    objects.addContent(0, list);
    assertThat(objects.containsContent(0, list)).isTrue();
    assertThat(objects.containsContent(0, new ArrayList<>(list))).isFalse();
    assertThat(objects.containsContent(0, list.subList(0, 2))).isTrue();
    assertThat(objects.containsContent(0, Collections.unmodifiableCollection(list))).isTrue();
  }

  @Test
  void whatShowsAListMayShowAnyOther() {
    objects.addContent(0, Collections.unmodifiableList(list));
    assertThat(objects.containsContent(0, list)).isTrue();
    assertThat(objects.containsContent(0, list.listIterator())).isTrue();
  }

  @Test
  void textsAreNoElements() {
    objects.addContent(0, list.subList(0, 2));
    assertThat(objects.containsContent(0, text)).isFalse();
    objects.addContent(0, text);
    assertThat(objects.containsContent(0, text)).isTrue();
    assertThat(objects.containsContent(0, new StringBuilder("text"))).isFalse();
  }

  @Test
  void whatIsNotKnownMayShowAnything() {
    objects.addContent(0, text);
    assertThat(objects.containsContent(0, Optional.of(1))).isTrue();
    objects.clear();
    objects.addContent(0, new AbstractList<Object>() {
      @Override
      public Object get(int i) {
        return text.charAt(i);
      }

      @Override
      public int size() {
        return 4;
      }
    });
    assertThat(objects.containsContent(0, text)).isTrue();
    assertThat(objects.containsContent(0, list)).isTrue();
  }
}
