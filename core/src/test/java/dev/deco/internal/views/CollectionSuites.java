package dev.deco.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.testing.Helpers;
import com.google.common.collect.testing.ListTestSuiteBuilder;
import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableSetTestSuiteBuilder;
import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.SetTestSuiteBuilder;
import com.google.common.collect.testing.TestEnumMapGenerator;
import com.google.common.collect.testing.AnEnum;
import com.google.common.collect.testing.FeatureSpecificTestSuiteBuilder;
import com.google.common.collect.testing.TestStringListGenerator;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.TestStringSetGenerator;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.TestStringSortedSetGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.ListFeature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.features.SetFeature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicTest;

/**
 * Guava's suites for collections, with the view as the collection under test: over an empty original, over one that
 * holds all, and over one that holds a half. After each test the changes are replayed, and the original is then what
 * the view was, in order too.
 */
final class CollectionSuites {
  /** How much of a suite's elements lies in the original; the rest is added through the view. */
  enum Original { EMPTY, FILLED, HALF }

  private static final List<Feature<?>> COMMON = List.of(CollectionSize.ANY, CollectionFeature.SERIALIZABLE);
  private static final CollectionFeature FAILS_FAST = CollectionFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION;

  private final Original how;
  private View view;

  CollectionSuites(Original how) {
    this.how = how;
  }

  Stream<DynamicTest> suites() {
    Stream<DynamicTest> exact = Stream.of(lists("ArrayListView", ArrayList::new),
        lists("LinkedListView", LinkedList::new), queues("LinkedListView as Queue", LinkedList::new, true),
        queues("ArrayDequeView", ArrayDeque::new, false), sortedQueues("QueueView", Queue.class),
        sets("HashSetView", Set.class, HashSet::new),
        sets("HashSetView of LinkedHashSet", Set.class, LinkedHashSet::new), treeSets(),
        maps("HashMapView", Map.class, HashMap::new),
        maps("HashMapView of LinkedHashMap", Map.class, LinkedHashMap::new), treeMaps(),
        enumMaps("HashMapView of EnumMap", Map.class));
    if (how != Original.HALF) {
      return exact;
    }
    return Stream.concat(exact, Stream.of(lists("VectorCopy", Vector::new), lists("StackCopy", Stack::new),
        sortedQueues("PriorityQueueCopy", PriorityQueue.class),
        sets("LinkedHashSetCopy", LinkedHashSet.class, LinkedHashSet::new),
        maps("LinkedHashMapCopy", LinkedHashMap.class, LinkedHashMap::new),
        enumMaps("EnumMapCopy", EnumMap.class)));
  }

  private DynamicTest run(String name, FeatureSpecificTestSuiteBuilder<?, ?> builder,
      List<? extends Feature<?>> features) {
    List<Feature<?>> all = new ArrayList<>(COMMON);
    all.addAll(features);
    TestSuite suite = builder.named(name + " over " + how).withFeatures(all).withTearDown(this::replay)
        .createTestSuite();
    return DynamicTest.dynamicTest(suite.getName(), () -> {
      TestResult result = new TestResult();
      suite.run(result);
      System.out.println(suite.getName() + ": " + result.runCount() + " tests");
      List<String> failures = new ArrayList<>();
      for (Enumeration<TestFailure> each : List.of(result.failures(), result.errors())) {
        while (each.hasMoreElements()) {
          TestFailure failure = each.nextElement();
          failures.add(failure + "\n" + failure.trace().lines().limit(12).toList());
        }
      }
      assertThat(failures.size() + " of " + result.runCount() + " failed\n"
          + String.join("\n", failures.subList(0, Math.min(3, failures.size())))).startsWith("0 of ");
      assertThat(result.runCount()).isGreaterThan(100);
    });
  }

  /** The content of the original is what the view shows, once the changes are replayed. */
  private void replay() {
    if (view != null) {
      Object original = view.changes().original;
      List<Object> shown = shown(view.changes());
      view.changes().replay("a test");
      view = null;
      assertThat(content(original)).isEqualTo(shown);
    }
  }

  private static <C> List<Object> shown(Changes<C> changes) {
    if (changes.copied()) {
      return content(changes.copy());
    }
    C shown = changes.twin(changes.original);
    changes.apply(shown);
    return content(shown);
  }

  private static List<Object> content(Object collection) {
    return new ArrayList<>(collection instanceof Map<?, ?> map ? map.entrySet().stream()
        .map(entry -> (Object) Arrays.asList(entry.getKey(), entry.getValue())).toList() : (Collection<?>) collection);
  }

  @SuppressWarnings("unchecked")
  private <C> C view(C original, Class<?> declared) {
    view = ((Viewed) new Origins(this).admit(original, declared)).view(false);
    return (C) view;
  }

  private <E, C extends Collection<E>> C collection(Class<?> declared, C original, E[] elements) {
    int split = switch (how) {
      case EMPTY -> 0;
      case FILLED -> elements.length;
      case HALF -> elements.length / 2;
    };
    original.addAll(Arrays.asList(elements).subList(0, split));
    C viewed = view(original, declared);
    for (E element : Arrays.asList(elements).subList(split, elements.length)) {
      viewed.add(element);
    }
    return viewed;
  }

  private <K, V, M extends Map<K, V>> M map(Class<?> declared, M original, Map.Entry<K, V>[] entries) {
    int split = switch (how) {
      case EMPTY -> 0;
      case FILLED -> entries.length;
      case HALF -> entries.length / 2;
    };
    for (Map.Entry<K, V> entry : Arrays.asList(entries).subList(0, split)) {
      original.put(entry.getKey(), entry.getValue());
    }
    M viewed = view(original, declared);
    for (Map.Entry<K, V> entry : Arrays.asList(entries).subList(split, entries.length)) {
      viewed.put(entry.getKey(), entry.getValue());
    }
    return viewed;
  }

  private DynamicTest lists(String name, Supplier<List<String>> original) {
    return run(name, ListTestSuiteBuilder.using(new TestStringListGenerator() {
      @Override
      protected List<String> create(String[] elements) {
        return collection(List.class, original.get(), elements);
      }
    }), List.of(ListFeature.GENERAL_PURPOSE, CollectionFeature.ALLOWS_NULL_VALUES, FAILS_FAST));
  }

  private DynamicTest queues(String name, Supplier<Queue<String>> original, boolean nulls) {
    List<Feature<?>> features = new ArrayList<>(List.of(CollectionFeature.GENERAL_PURPOSE,
        CollectionFeature.KNOWN_ORDER));
    if (nulls) {
      features.addAll(List.of(CollectionFeature.ALLOWS_NULL_VALUES, FAILS_FAST));
    }
    return run(name, QueueTestSuiteBuilder.using(new TestStringQueueGenerator() {
      @Override
      protected Queue<String> create(String[] elements) {
        return collection(Queue.class, original.get(), elements);
      }
    }), features);
  }

  private DynamicTest sortedQueues(String name, Class<?> declared) {
    return run(name, QueueTestSuiteBuilder.using(new TestStringQueueGenerator() {
      @Override
      protected Queue<String> create(String[] elements) {
        return collection(declared, new PriorityQueue<>(), elements);
      }
    }), List.of(CollectionFeature.GENERAL_PURPOSE, FAILS_FAST));
  }

  private DynamicTest sets(String name, Class<?> declared, Supplier<Set<String>> original) {
    List<Feature<?>> features = new ArrayList<>(List.of(SetFeature.GENERAL_PURPOSE,
        CollectionFeature.ALLOWS_NULL_VALUES, FAILS_FAST));
    if (original.get() instanceof LinkedHashSet) {
      features.add(CollectionFeature.KNOWN_ORDER);
    }
    return run(name, SetTestSuiteBuilder.using(new TestStringSetGenerator() {
      @Override
      protected Set<String> create(String[] elements) {
        return collection(declared, original.get(), elements);
      }
    }), features);
  }

  private DynamicTest treeSets() {
    TestStringSortedSetGenerator generator = new TestStringSortedSetGenerator() {
      @Override
      protected SortedSet<String> create(String[] elements) {
        return collection(SortedSet.class, new TreeSet<>(), elements);
      }
    };
    List<Feature<?>> features = List.of(SetFeature.GENERAL_PURPOSE, CollectionFeature.KNOWN_ORDER, FAILS_FAST);
    return how == Original.HALF
        ? run("TreeSetView", NavigableSetTestSuiteBuilder.using(generator), features)
        : run("TreeSetView", SetTestSuiteBuilder.using(generator), features);
  }

  private static final List<Feature<?>> MAPS = List.of(MapFeature.GENERAL_PURPOSE, MapFeature.ALLOWS_NULL_VALUES,
      CollectionFeature.SUPPORTS_ITERATOR_REMOVE, FAILS_FAST, MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION);

  private DynamicTest maps(String name, Class<?> declared, Supplier<Map<String, String>> original) {
    List<Feature<?>> features = new ArrayList<>(MAPS);
    features.addAll(List.of(MapFeature.ALLOWS_NULL_KEYS, MapFeature.ALLOWS_ANY_NULL_QUERIES));
    if (original.get() instanceof LinkedHashMap) {
      features.add(CollectionFeature.KNOWN_ORDER);
    }
    return run(name, MapTestSuiteBuilder.using(new TestStringMapGenerator() {
      @Override
      protected Map<String, String> create(Map.Entry<String, String>[] entries) {
        return map(declared, original.get(), entries);
      }
    }), features);
  }

  private DynamicTest treeMaps() {
    List<Feature<?>> features = new ArrayList<>(MAPS);
    features.add(CollectionFeature.KNOWN_ORDER);
    TestStringSortedMapGenerator generator = new TestStringSortedMapGenerator() {
      @Override
      protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
        return map(SortedMap.class, new TreeMap<>(), entries);
      }
    };
    return how == Original.HALF // 58,864 tests, most of them of maps of maps of the view
        ? run("TreeMapView", NavigableMapTestSuiteBuilder.using(generator), features)
        : run("TreeMapView", MapTestSuiteBuilder.using(generator), features);
  }

  private DynamicTest enumMaps(String name, Class<?> declared) {
    List<Feature<?>> features = List.of(MapFeature.GENERAL_PURPOSE, MapFeature.ALLOWS_NULL_VALUES,
        MapFeature.ALLOWS_ANY_NULL_QUERIES, MapFeature.RESTRICTS_KEYS, CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
        CollectionFeature.KNOWN_ORDER);
    return run(name, MapTestSuiteBuilder.using(new TestEnumMapGenerator() {
      @Override
      protected Map<AnEnum, String> create(Map.Entry<AnEnum, String>[] entries) {
        return map(declared, new EnumMap<>(AnEnum.class), entries);
      }

      @Override
      public Iterable<Map.Entry<AnEnum, String>> order(List<Map.Entry<AnEnum, String>> insertionOrder) {
        return Helpers.orderEntriesByKey(insertionOrder);
      }
    }), features);
  }
}
