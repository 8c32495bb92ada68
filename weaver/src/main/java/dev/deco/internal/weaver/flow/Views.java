package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which arguments of tasks are views: collections that the task changes, where it can reach the collection in no other
 * way, does not let it out of its hands, and cannot tell it from another object. What two tasks do to such arguments is no conflict: the changes are
 * replayed in program order. A task that only looks at a collection, and can be run again, has a view of it while
 * earlier tasks that change it are in flight.
 */
final class Views {
  private static final Set<String> TYPES = Set.of("java/util/Collection", "java/util/List", "java/util/Set",
      "java/util/SortedSet", "java/util/NavigableSet", "java/util/Queue", "java/util/Deque", "java/util/Map",
      "java/util/SortedMap", "java/util/NavigableMap", "java/util/ArrayList", "java/util/LinkedList",
      "java/util/Vector", "java/util/Stack", "java/util/ArrayDeque", "java/util/PriorityQueue", "java/util/HashMap",
      "java/util/LinkedHashMap", "java/util/TreeMap", "java/util/EnumMap", "java/util/HashSet",
      "java/util/LinkedHashSet", "java/util/TreeSet", "java/util/BitSet", "java/util/AbstractList",
      "java/util/AbstractMap", "java/util/AbstractSet", "java/util/AbstractCollection", "java/util/SequencedCollection",
      "java/util/SequencedMap", "java/util/SequencedSet");

  /** What a call is given: the parameters that are views, with those that might be the same objects. */
  private record Call(Map<Integer, List<Integer>> parameters, boolean repeatable, Set<Access.Key> grouped) {}

  private final MethodContext context;
  private final BlockFacts facts;
  private final ToIntBiFunction<Integer, Integer> leaves;
  private final boolean chains;
  private final Map<Integer, Call> calls = new TreeMap<>();
  private final Map<Integer, Set<Integer>> looking = new TreeMap<>(); // operands that may be views to read, by call
  private final Map<Integer, Set<Integer>> readers = new TreeMap<>(); // those that are

  /** {@code leaves}: which leaf of its row an operand of an instruction is, or -1. */
  Views(MethodContext context, BlockFacts facts, ToIntBiFunction<Integer, Integer> leaves) {
    this.context = context;
    this.facts = facts;
    this.leaves = leaves;
    chains = facts.statements.values().stream().anyMatch(Views::takesPending);
    for (Spawn spawn : facts.spawns.values()) {
      Summary summary = context.effects().callee(spawn.index());
      boolean counts = spawn.mode() == Spawn.Mode.STATEMENT || !chains && spawn.mode() != Spawn.Mode.IN_PLACE;
      if (counts && !context.ordersByData() && summary != null && context.effects().failure() == null) {
        Groups groups = Groups.of(context, spawn.index(), summary);
        Map<Integer, List<Integer>> parameters = parameters(spawn.index(), spawn.call(), summary, groups);
        groups.keep(parameters.keySet());
        boolean repeatable = isRepeatable(summary, parameters.keySet(), groups);
        if (!parameters.isEmpty()) {
          calls.put(spawn.index(), new Call(parameters, repeatable, repeatable ? groups.keys() : Set.of()));
        }
        if (spawn.mode() == Spawn.Mode.STATEMENT && repeatable) {
          looking.put(spawn.index(), looking(spawn.index(), summary));
        }
      }
    }
  }

  /** Whether a task takes another one's result, which would not be the last word if that one had to run again. */
  private static boolean takesPending(Statement statement) {
    boolean task = statement.form() == Statement.Form.TASK || statement.form() == Statement.Form.PAIR;
    Statement.Arguments arguments = statement.arguments();
    return task && !(statement.tasks().isEmpty() && statement.loads().isEmpty())
        || arguments != null && !(arguments.tasks().isEmpty() && arguments.loads().isEmpty());
  }

  private Map<Integer, List<Integer>> parameters(int at, MethodInsnNode call, Summary summary, Groups groups) {
    Map<Integer, List<Integer>> found = new TreeMap<>();
    Type[] types = Type.getArgumentTypes(call.desc);
    int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    for (int k = 0; k < types.length; k++) {
      Node parameter = new Node.Parameter(first + k);
      boolean candidate = types[k].getSort() == Type.OBJECT && TYPES.contains(types[k].getInternalName())
          && summary.accesses().stream().anyMatch(access -> access.write() && isContent(access, parameter))
          && !escapes(summary, parameter) && !isIdentified(summary, parameter) && !isHeard(summary, parameter)
          && leaves.applyAsInt(at, first + k) >= 0 && !Signals.shows(context, at, first + k)
          && hasViews(at, parameter);
      List<Integer> beside = candidate ? beside(at, summary, parameter, types, first, groups) : null;
      if (beside != null) {
        found.put(first + k, beside);
      }
    }
    return found;
  }

  /** Whether collections made for several threads have views: of the others a task may be given none, and runs alone. */
  private boolean hasViews(int at, Node parameter) {
    return context.effects().atCall(at, parameter).stream().map(context.effects()::type).noneMatch(
        type -> type != null && type.startsWith("java/util/concurrent/") && !type.endsWith("/ConcurrentLinkedQueue"));
  }

  /** The operands of which the task reads the content, and does nothing else with them. */
  private Set<Integer> looking(int at, Summary summary) {
    Set<Integer> found = new TreeSet<>();
    for (Access access : summary.accesses()) {
      if (access.node() instanceof Node.Parameter parameter && summary.accesses().stream()
          .filter(other -> parameter.equals(other.node()))
          .allMatch(other -> !other.write() && isContent(other, parameter))) {
        Type type = context.effects().argumentType(at, parameter.index());
        if (type.getSort() == Type.OBJECT && TYPES.contains(type.getInternalName()) && !escapes(summary, parameter)
            && leaves.applyAsInt(at, parameter.index()) >= 0) {
          found.add(parameter.index());
        }
      }
    }
    return found;
  }

  /** Whether its collection runs code of the program's that would see that it is run by a view, and when. */
  private static boolean isHeard(Summary summary, Node parameter) {
    return summary.accesses().stream()
        .anyMatch(access -> parameter.equals(access.node()) && access.location().equals(Location.CALLS));
  }

  private static boolean isContent(Access access, Node node) {
    return access.known() && node.equals(access.node()) && isContent(access.location());
  }

  private static boolean isContent(Location location) {
    return location.equals(Location.CONTENT) || location.equals(Location.STRUCTURE);
  }

  /** Whether the object outlives the task in other hands. */
  static boolean escapes(Summary summary, Node parameter) {
    return summary.result().contains(parameter)
        || summary.stores().stream().anyMatch(store -> store.value().equals(parameter));
  }

  /** Whether the task compares the object with others, locks it, or asks for its class: a view is another one. */
  private static boolean isIdentified(Summary summary, Node parameter) {
    return summary.accesses().stream()
        .anyMatch(access -> parameter.equals(access.node()) && access.location().equals(Location.IDENTITY));
  }

  /**
   * The operands that might be the same collection, which the running program can tell; {@code null} if the task may
   * reach it in ways that have no name.
   */
  private List<Integer> beside(int at, Summary summary, Node parameter, Type[] types, int first, Groups groups) {
    Set<Node> mine = context.effects().atCall(at, parameter);
    List<Integer> beside = new ArrayList<>();
    for (Access access : summary.accesses()) {
      Node node = access.node();
      boolean other = access.known() && node != null && !node.equals(parameter)
          && !(groups.has(access) && node.begin().equals(parameter))
          && (isContent(access.location()) || access.location().equals(Location.ANY));
      if (!other || !mayAlias(mine, context.effects().atCall(at, node))) {
        continue;
      }
      if (!(node instanceof Node.Parameter same) || leaves.applyAsInt(at, same.index()) < 0) {
        return null;
      }
      boolean alike = same.index() >= first
          && types[same.index() - first].equals(types[((Node.Parameter) parameter).index() - first]);
      if (!(alike && isViewedToo(summary, same)) && !beside.contains(same.index())) {
        beside.add(same.index());
      }
    }
    return beside;
  }

  /** Two views of one collection in one task are one view, if the parameters' types are the same. */
  private static boolean isViewedToo(Summary summary, Node parameter) {
    return !escapes(summary, parameter)
        && summary.accesses().stream().anyMatch(access -> access.write() && isContent(access, parameter));
  }

  private boolean mayAlias(Set<Node> some, Set<Node> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> context.effects().mayAlias(a, b)));
  }

  /** Whether the task changes nothing but its views and objects of its own. */
  private static boolean isRepeatable(Summary summary, Set<Integer> views, Groups groups) {
    return summary.known() && summary.accesses().stream().filter(Access::write).allMatch(
        access -> groups.has(access) || access.node() instanceof Node.Parameter parameter
            && views.contains(parameter.index()) && isContent(access.location()));
  }

  /**
   * Whether what a task touches and what an earlier one touches come in program order by views: the later one changes a
   * view, so that what it changes is changed in its turn; or it looks at a view, and is run again if that was too
   * early. What cannot be run again does not look too early.
   */
  boolean keepOrder(int call, DirectAccesses.Touched touched, ScopeState.Flight earlier) {
    if (earlier.grouped() && isGrouped(call, touched)) {
      return true;
    }
    boolean changing = covers(earlier.origin(), earlier.at(), earlier.access().location());
    if (covers(call, touched.at(), touched.access().location())) {
      boolean early = !touched.access().write() && earlier.access().write() && !calls.get(call).repeatable;
      return (changing || !earlier.access().write()) && !early;
    }
    boolean looks = changing && !touched.access().write()
        && isContentOf(touched.at(), touched.access().location(), looking.getOrDefault(call, Set.of()));
    if (looks) {
      readers.computeIfAbsent(call, any -> new TreeSet<>()).add(touched.at().operand());
    }
    return looks;
  }

  /** Whether the access of a call only puts something into collections of a map, of which it has a view. */
  boolean isGrouped(int call, DirectAccesses.Touched touched) {
    Call known = calls.get(call);
    return known != null && known.grouped.contains(touched.access().key());
  }

  /** Whether the call has a view of the parameter's object: what it changes is changed in its turn. */
  boolean isViewed(int call, Node node) {
    Call known = calls.get(call);
    return known != null && known.parameters.keySet().stream()
        .anyMatch(parameter -> context.effects().atCall(call, new Node.Parameter(parameter)).contains(node));
  }

  /** Whether the access of a call is one of a view. */
  private boolean covers(int call, Place place, Location location) {
    Call known = calls.get(call);
    return known != null && isContentOf(place, location, known.parameters.keySet());
  }

  private static boolean isContentOf(Place place, Location location, Set<Integer> operands) {
    return place != null && place.steps().isEmpty() && isContent(location) && operands.contains(place.operand());
  }

  /** The rows whose tasks get views. */
  Map<Integer, MethodPlan.Views> ofRows() {
    Map<Integer, MethodPlan.Views> rows = new TreeMap<>();
    facts.statements.forEach((end, statement) -> {
      Spawn spawn = statement.spawn();
      Call call = spawn == null ? null : calls.get(spawn.index());
      Set<Integer> reads = spawn == null ? Set.of() : readers.getOrDefault(spawn.index(), Set.of());
      if (call != null || !reads.isEmpty()) {
        List<MethodPlan.View> views = new ArrayList<>();
        reads.forEach(parameter -> views.add(view(statement, parameter, List.of(), true)));
        if (call != null) {
          call.parameters.forEach((parameter, beside) -> views.add(view(statement, parameter, beside, false)));
        }
        rows.put(end, new MethodPlan.Views(views, call == null || call.repeatable,
            call != null && !call.grouped.isEmpty()));
      }
    });
    return rows;
  }

  private MethodPlan.View view(Statement statement, int parameter, List<Integer> beside, boolean reads) {
    Spawn spawn = statement.spawn();
    int number = spawn.call().getOpcode() == Opcodes.INVOKESTATIC ? parameter : parameter - 1;
    int leaf = leaves.applyAsInt(spawn.index(), parameter);
    String name = context.nameOfValue(statement.leaves().get(leaf).position());
    return new MethodPlan.View(leaf, Type.getArgumentTypes(spawn.call().desc)[number],
        beside.stream().map(other -> leaves.applyAsInt(spawn.index(), other)).toList(),
        name != null ? name : "argument " + (number + 1), reads);
  }
}
