package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.ObjectGraph.Change;
import dev.deco.internal.weaver.effects.Summary.Store;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;

/** One method of the platform, run for real: what it was seen to do, and whether its summary says so. */
final class Execution {
  /** How often a difference has to be seen before it is believed. */
  private static final int REPEATED = 5;

  private final Executable method;
  private final Summary summary;
  private final Predicate<Object> constant;
  private final boolean constantResult;
  private final boolean hasThis;
  final Set<String> unclaimed = new LinkedHashSet<>();
  boolean completed;

  Execution(Executable method, Summary summary, Predicate<Object> constant, boolean constantResult) {
    this.method = method;
    this.summary = summary;
    this.constant = constant;
    this.constantResult = constantResult;
    this.hasThis = method instanceof Constructor || !Modifier.isStatic(method.getModifiers());
    method.setAccessible(true);
  }

  /** @param operands the receiver, if it has one and is no constructor, and the arguments; {@code others}: the like */
  void run(List<Object> operands, List<Object> others) {
    List<Object> roots = new ArrayList<>(operands);
    if (method instanceof Constructor) {
      roots.add(0, null);
    }
    List<ObjectGraph> before = new ArrayList<>();
    roots.forEach(root -> before.add(new ObjectGraph(Collections.singleton(root), constant)));
    Set<Object> common = new ObjectGraph(others, constant).objects();
    Logged.taken();
    Process process = Process.now();
    Object result = null;
    try {
      result = call(operands);
      completed = true;
    } catch (InvocationTargetException failed) {
      result = null; // what it had done before counts
    } catch (ReflectiveOperationException | IllegalArgumentException notCalled) {
      return;
    }
    for (String part : process.changed()) {
      check(writes(new Location.Static(ProcessState.OWNER, part)), "writes the " + part);
    }
    Logged.taken().forEach((object, name) -> check(calledBack(object, before, roots), "calls " + name + " of "
        + among(object, before)));
    written(before, roots);
    if (method instanceof Constructor) {
      roots.set(0, result);
    } else if (!constantResult) {
      shared(new ObjectGraph(Collections.singleton(result), constant).objects(), before, common);
    }
    kept(roots, before, common);
  }

  private Object call(List<Object> operands) throws ReflectiveOperationException {
    if (method instanceof Constructor<?> constructor) {
      return constructor.newInstance(operands.toArray());
    }
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    List<Object> arguments = isStatic ? operands : operands.subList(1, operands.size());
    return ((Method) method).invoke(isStatic ? null : operands.get(0), arguments.toArray());
  }

  /** Whether the outcome depends on a default that is set for the process. */
  void dependence(Samples.Maker<List<Object>> operands) {
    check(!differs(operands, new Locale("tr", "TR"), null) || depends("default locale"), "reads the default locale");
    check(!differs(operands, null, TimeZone.getTimeZone("Asia/Tokyo")) || depends("default time zone"),
        "reads the default time zone");
  }

  /** Whether the outcome is another one whenever the default is; else it depends on more: the time, identity hash codes. */
  private boolean differs(Samples.Maker<List<Object>> operands, Locale locale, TimeZone zone) {
    String plain = outcome(operands.make(), null, null);
    String other = outcome(operands.make(), locale, zone);
    for (int i = 0; i < REPEATED && !plain.equals(other); i++) {
      if (!plain.equals(outcome(operands.make(), null, null)) || !other.equals(outcome(operands.make(), locale, zone))) {
        return false;
      }
    }
    return !plain.equals(other);
  }

  private boolean depends(String part) {
    return summary.accesses().stream().anyMatch(access -> access.location() instanceof Location.World
        || access.location().equals(new Location.Static(ProcessState.OWNER, part)));
  }

  private String outcome(List<Object> operands, Locale locale, TimeZone zone) {
    Process process = Process.now();
    List<Object> all = new ArrayList<>(operands);
    try {
      if (locale != null) {
        Locale.setDefault(locale);
      }
      if (zone != null) {
        TimeZone.setDefault(zone);
      }
      all.add(call(operands));
    } catch (InvocationTargetException failed) {
      all.add(failed.getCause().getClass().getName());
    } catch (ReflectiveOperationException | IllegalArgumentException notCalled) {
      return "";
    } finally {
      process.changed();
    }
    return ObjectGraph.text(all, constant);
  }

  private void check(boolean claimed, String what) {
    if (!claimed) {
      unclaimed.add(what);
    }
  }

  private String name(int root) {
    return hasThis ? root == 0 ? "this" : "#" + root : "#" + (root + 1);
  }

  private List<Integer> reaching(Object object, List<ObjectGraph> before) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).objects().contains(object)) {
        all.add(i);
      }
    }
    return all;
  }

  private String among(Object object, List<ObjectGraph> before) {
    return String.join(" ", reaching(object, before).stream().map(this::name).toList());
  }

  private void written(List<ObjectGraph> before, List<Object> roots) {
    Map<Object, Set<String>> written = new IdentityHashMap<>();
    for (ObjectGraph graph : before) {
      for (Change change : graph.changes()) {
        written.computeIfAbsent(change.object(), any -> new LinkedHashSet<>()).add(change.field());
      }
    }
    written.forEach((object, fields) -> {
      boolean claimed = reaching(object, before).stream().anyMatch(i -> summary.accesses().stream().anyMatch(access ->
          access.write() && access.known() && (of(access.node(), i) && (!isElement(object) || object == roots.get(i)
              || isDeep(access)) || access.node() instanceof Node.Outside)));
      fields.forEach(field -> check(claimed, "writes " + among(object, before) + " at " + object.getClass().getName()
          + " " + field));
    });
  }

  private static boolean of(Node node, int parameter) {
    return node != null && node.parameter() == parameter;
  }

  private static boolean isElement(Object object) {
    return object.getClass().getName().startsWith("dev.deco.");
  }

  private static boolean isDeep(Access access) {
    return !(access.node() instanceof Node.Parameter) || access.location().equals(Location.ANY);
  }

  private boolean calledBack(Object object, List<ObjectGraph> before, List<Object> roots) {
    List<Integer> reaching = reaching(object, before);
    return reaching.isEmpty() || reaching.stream().anyMatch(i -> summary.calls().contains(i)
        || summary.accesses().stream().anyMatch(access -> access.known() && of(access.node(), i)
            && (object == roots.get(i) || isDeep(access))) || !summary.known());
  }

  private boolean writes(Location location) {
    return summary.accesses().stream().anyMatch(access -> access.write() && access.location().overlaps(location));
  }

  private void shared(Set<Object> result, List<ObjectGraph> before, Set<Object> common) {
    Set<Node> said = closure(summary.result());
    for (int i = 0; i < before.size(); i++) {
      int root = i;
      if (shares(before.get(i).objects(), result, common, Set.of())) {
        boolean elsewhere = before.stream().anyMatch(other -> other != before.get(root)
            && shares(other.objects(), before.get(root).objects(), common, Set.of()));
        check(elsewhere || said.stream().anyMatch(node -> of(node, root) || node instanceof Node.Outside),
            "returns what " + name(i) + " refers to");
      }
    }
  }

  private void kept(List<Object> roots, List<ObjectGraph> before, Set<Object> common) {
    for (int to = 0; to < roots.size(); to++) {
      Set<Object> now = new ObjectGraph(Collections.singleton(roots.get(to)), constant).objects();
      for (int from = 0; from < roots.size(); from++) {
        int target = to;
        int value = from;
        if (from != to && shares(before.get(from).objects(), now, common, before.get(to).objects())) {
          check(closure(targets(target)).stream().anyMatch(node -> of(node, value) || node instanceof Node.Outside),
              "keeps " + name(from) + " in " + name(to));
        }
      }
    }
  }

  private static boolean shares(Set<Object> some, Set<Object> others, Set<Object> common, Set<Object> known) {
    return some.stream().anyMatch(object -> others.contains(object) && !common.contains(object)
        && !known.contains(object));
  }

  private Set<Node> targets(int parameter) {
    Set<Node> targets = new LinkedHashSet<>();
    for (Store store : summary.stores()) {
      if (of(store.target(), parameter)) {
        targets.add(store.target());
      }
    }
    return closure(targets, parameter);
  }

  private Set<Node> closure(Set<Node> from) {
    return closure(from, -1);
  }

  /** What has been stored in these; {@code without}: not these themselves. */
  private Set<Node> closure(Set<Node> from, int without) {
    Set<Node> all = new LinkedHashSet<>(from);
    int size;
    do {
      size = all.size();
      summary.stores().stream().filter(store -> all.contains(store.target())).forEach(store -> all.add(store.value()));
    } while (all.size() > size);
    all.removeIf(node -> without >= 0 && of(node, without));
    return all;
  }

  /** The state of the process, which is put back when it is asked what has changed. */
  private record Process(Locale locale, TimeZone zone, Map<Object, Object> properties, List<Object> streams,
      Thread.UncaughtExceptionHandler handler) {
    static Process now() {
      return new Process(Locale.getDefault(), TimeZone.getDefault(), Map.copyOf(System.getProperties()),
          Arrays.asList(System.in, System.out, System.err), Thread.getDefaultUncaughtExceptionHandler());
    }

    Set<String> changed() {
      Set<String> changed = new LinkedHashSet<>();
      if (!locale.equals(Locale.getDefault())) {
        changed.add("default locale");
        Locale.setDefault(locale);
      }
      if (!zone.equals(TimeZone.getDefault())) {
        changed.add("default time zone");
        TimeZone.setDefault(zone);
      }
      if (!properties.equals(System.getProperties())) {
        changed.add("system properties");
        java.util.Properties old = new java.util.Properties();
        old.putAll(properties);
        System.setProperties(old);
      }
      if (!streams.equals(Arrays.asList(System.in, System.out, System.err))) {
        changed.add("standard streams");
        System.setIn((java.io.InputStream) streams.get(0));
        System.setOut((java.io.PrintStream) streams.get(1));
        System.setErr((java.io.PrintStream) streams.get(2));
      }
      if (handler != Thread.getDefaultUncaughtExceptionHandler()) {
        changed.add("registered handlers and providers");
        Thread.setDefaultUncaughtExceptionHandler(handler);
      }
      return changed;
    }
  }
}
