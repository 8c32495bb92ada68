package dev.deco.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A view inherits nothing, on whatever JDK, that would look into the fields of its superclass. */
class OverriddenTest {
  /** They say nothing of the content, always throw, or are made of methods that are overridden. */
  private static final Set<String> HARMLESS = Set.of("ensureCapacity(int)", "trimToSize()", "comparator()",
      "reversed()", "TreeMap.putFirst(Object,Object)", "TreeMap.putLast(Object,Object)", "TreeSet.addFirst(Object)",
      "TreeSet.addLast(Object)");

  @ParameterizedTest
  @ValueSource(classes = {ArrayListView.class, LinkedListView.class, ArrayDequeView.class, HashMapView.class,
      TreeMapView.class, HashSetView.class, TreeSetView.class})
  void everyMethodOfTheOriginalsClassIsOverridden(Class<?> view) throws Exception {
    List<String> inherited = new ArrayList<>();
    for (Method method : view.getSuperclass().getDeclaredMethods()) {
      int flags = method.getModifiers();
      if (!Modifier.isPublic(flags) || Modifier.isStatic(flags) || method.isSynthetic()) {
        continue;
      }
      List<String> types = new ArrayList<>();
      for (Class<?> type : method.getParameterTypes()) {
        types.add(type.getSimpleName());
      }
      String signature = method.getName() + "(" + String.join(",", types) + ")";
      boolean harmless = HARMLESS.contains(signature)
          || HARMLESS.contains(view.getSuperclass().getSimpleName() + "." + signature);
      if (!harmless && view.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass() != view) {
        inherited.add(signature);
      }
    }
    assertThat(inherited).isEmpty();
  }
}
