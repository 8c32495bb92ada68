package dev.deco.internal.weaver.effects;

import java.lang.ref.Reference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All objects that some objects reach, private fields included, with what they held when the graph was taken. */
final class ObjectGraph {
  private static final int MOST = 4_000;
  private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();
  private static final Set<Package> OPENED = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A field or an element that is no longer what it was. */
  record Change(Object object, String field) {}

  private final Map<Object, Object[]> state = new IdentityHashMap<>();

  /** @param constant which objects count as values: they are not looked into */
  ObjectGraph(Collection<?> roots, Predicate<Object> constant) {
    Deque<Object> open = new ArrayDeque<>();
    roots.forEach(root -> visit(root, constant, open));
    while (!open.isEmpty() && state.size() < MOST) {
      Object object = open.pop();
      Object[] values = values(object);
      state.put(object, values);
      boolean primitive = object.getClass().isArray() && object.getClass().getComponentType().isPrimitive();
      for (Object value : primitive ? new Object[0] : values) {
        visit(value, constant, open);
      }
    }
  }

  private void visit(Object object, Predicate<Object> constant, Deque<Object> open) {
    if (object != null && !state.containsKey(object) && !isValue(object) && !constant.test(object)) {
      state.put(object, new Object[0]);
      open.push(object);
    }
  }

  private static boolean isValue(Object object) {
    return object instanceof String || object instanceof Number && object.getClass().getName().startsWith("java.lang.")
        || object instanceof Boolean || object instanceof Character || object instanceof Enum
        || object instanceof Class || object instanceof ClassLoader || object instanceof Thread
        || object instanceof ThreadGroup || object instanceof Module || object instanceof Member
        || object instanceof Reference || object instanceof AccessibleObject;
  }

  Set<Object> objects() {
    return state.keySet();
  }

  /** What has been written since. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    state.forEach((object, before) -> {
      Object[] now = values(object);
      for (int i = 0; i < before.length; i++) {
        if (!same(before[i], now[i])) {
          changes.add(new Change(object, object.getClass().isArray() ? "[]" : name(object, i)));
        }
      }
    });
    return changes;
  }

  private static boolean same(Object a, Object b) {
    return a == b || a != null && b != null && a.getClass() == b.getClass()
        && (a instanceof Number && a.getClass().getName().startsWith("java.lang.") || a instanceof Boolean
            || a instanceof Character) && a.equals(b);
  }

  private static String name(Object object, int i) {
    Field field = fields(object.getClass()).get(i);
    return field.getDeclaringClass().getName() + "." + field.getName();
  }

  private static Object[] values(Object object) {
    if (object.getClass().isArray()) {
      Object[] values = new Object[Math.min(Array.getLength(object), MOST)];
      for (int i = 0; i < values.length; i++) {
        values[i] = Array.get(object, i);
      }
      return values;
    }
    List<Field> fields = fields(object.getClass());
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = fields.get(i).get(object);
      } catch (IllegalAccessException closed) {
        throw new IllegalStateException(closed);
      }
    }
    return values;
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> known = FIELDS.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        open(at);
        for (Field field : at.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            known.add(field);
          }
        }
      }
      FIELDS.put(type, known);
    }
    return known;
  }

  /** Opens the package of a class; that of {@code Module} is open by an option of the build. */
  private static void open(Class<?> type) {
    if (type.getModule().isNamed() && OPENED.add(type.getPackage())) {
      try {
        Method open = Module.class.getDeclaredMethod("implAddOpensToAllUnnamed", String.class);
        open.setAccessible(true);
        open.invoke(type.getModule(), type.getPackageName());
      } catch (ReflectiveOperationException changed) {
        throw new IllegalStateException(changed);
      }
    }
  }

  /** A text that is the same for graphs of the same shape and values. */
  static String text(Collection<?> roots, Predicate<Object> constant) {
    StringBuilder text = new StringBuilder();
    Map<Object, Integer> numbers = new IdentityHashMap<>();
    roots.forEach(root -> text(root, constant, numbers, text, 0));
    return text.toString();
  }

  private static void text(Object object, Predicate<Object> constant, Map<Object, Integer> numbers, StringBuilder to,
      int depth) {
    if (object == null || isValue(object) || constant.test(object) || depth > 12 || numbers.size() > 500) {
      boolean plain = object == null || !(object instanceof Thread || object instanceof Reference) && isValue(object);
      to.append(plain || constant.test(object) ? object : object.getClass().getName()).append(' ');
      return;
    }
    Integer known = numbers.putIfAbsent(object, numbers.size());
    to.append(known != null ? "@" + known : object.getClass().getName()).append(' ');
    if (known == null) {
      for (Object value : values(object)) {
        text(value, constant, numbers, to, depth + 1);
      }
    }
  }
}
