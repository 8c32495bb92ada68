package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis.Body;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The accesses of one instruction, each with the place where the running program finds its object: of such an object it
 * can tell by identity whether it is in flight.
 */
final class DirectAccesses {
  private static final Set<String> LISTS = Set.of("java/util/List", "java/util/ArrayList", "java/util/LinkedList",
      "java/util/Vector", "java/util/AbstractList");

  /**
   * An access, and where its object is found, or {@code null}.
   *
   * @param own whether the call that makes it only writes elements of arrays there: each call fills its own part
   * @param disjoint whether each call is declared to have parts of its own there
   */
  record Touched(Access access, Place at, boolean own, boolean disjoint) {}

  private final MethodContext context;
  private final int at;
  private final Set<Access> all;
  private final MethodInsnNode call; // null where the instruction is no call
  private final Summary summary;
  private final Body body;
  private final Set<Integer> disjoint;

  private DirectAccesses(MethodContext context, int at) {
    this.context = context;
    this.at = at;
    all = context.effects().accesses(at);
    call = context.instruction(at) instanceof MethodInsnNode insn ? insn : null;
    boolean known = call != null && context.effects().failure() == null;
    summary = known ? context.effects().callee(at) : null;
    body = known ? context.effects().onlyBody(at) : null;
    disjoint = call == null ? Set.of() : context.disjoint(call);
  }

  static List<Touched> of(MethodContext context, int i) {
    return new DirectAccesses(context, i).touched();
  }

  private List<Touched> touched() {
    List<Touched> found = new ArrayList<>();
    Map<Access.Key, List<Access>> sourcesOf = summary == null ? Map.of() : sources();
    for (Access access : all) {
      List<Access> sources = sourcesOf.getOrDefault(access.key(), List.of());
      boolean ownPart = isOwnPart(access, sources);
      boolean apart = !sources.isEmpty() && sources.stream().allMatch(source -> source.parameter() >= 0
          && disjoint.contains(source.parameter()));
      Set<Place> places = new LinkedHashSet<>();
      if (access.node() != null && access.known() && context.effects().failure() == null && !Signals.is(access)) {
        if (summary != null) {
          places = places(sources);
        } else if (isOfOperand()) {
          places.add(operandOf(access));
        }
        if (call != null && (places.isEmpty() || Origins.isEntry(call)) && isOrigin(access.node())) {
          places = Set.of(Place.remembered(context.origin(at)));
        }
      }
      if (places.isEmpty()) {
        found.add(new Touched(access, null, ownPart, apart));
      }
      for (Place place : places) {
        if (!isNew(place)) {
          found.add(new Touched(access, place, ownPart && !mayMeet(place), apart));
        }
      }
    }
    return found;
  }

  /** Whether it is the collection that the receiver, an iterator, shows. */
  private boolean isOrigin(Node node) {
    int origin = context.origin(at);
    Set<Node> collections = origin < 0 ? Set.of() : Origins.receiver(context, origin);
    return collections.contains(node) // what a view shows may be an older one than when it was made
        || node instanceof Node.Fresh fresh
            && collections.contains(new Node.Fresh(fresh.instruction(), !fresh.latest()));
  }

  /** The accesses of the callee, in its own terms, that each access stands for. */
  private Map<Access.Key, List<Access>> sources() {
    Map<Access.Key, List<Access>> sources = new HashMap<>();
    Map<Node, Set<Node>> here = new HashMap<>();
    for (Access own : summary.accesses()) {
      Set<Node> nodes = own.node() == null ? Collections.singleton(null)
          : here.computeIfAbsent(own.node(), node -> context.effects().atCall(at, node));
      nodes.forEach(node -> sources.computeIfAbsent(own.at(node).key(), any -> new ArrayList<>()).add(own));
    }
    return sources;
  }

  /** What a constructor does to its own object is nobody's business: it is in no other hands yet. */
  private boolean isNew(Place place) {
    return call != null && call.name.equals("<init>") && place.operand() == 0 && place.steps().isEmpty();
  }

  private Place operandOf(Access access) {
    Section element = access.location() instanceof Location.Elements && isElementAccess()
        ? Section.of(new Index.Operand(1)) : null;
    return new Place(0, List.of(), 0, null, element);
  }

  /** Whether the instruction touches its first operand, and nothing else. */
  private boolean isOfOperand() {
    int opcode = context.instruction(at).getOpcode();
    return isElementAccess() || opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
  }

  private boolean isElementAccess() {
    int opcode = context.instruction(at).getOpcode();
    return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
        || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
  }

  /** The places of the objects that an access can be of; none if there are some that have no place. */
  private Set<Place> places(List<Access> sources) {
    Set<Place> places = new LinkedHashSet<>();
    for (Access own : sources) {
      Place place = place(own.node());
      if (place == null) {
        return Set.of();
      }
      Sections.Part part = isListElement(own) ? new Sections.Part(null, Section.of(new Index.Operand(1)))
          : context.sections().of(body, own);
      places.add(place.isFar() ? place
          : place.with(place.elements() ? evaluable(part.rows()) : null, evaluable(part.elements())));
    }
    return places;
  }

  /** Whether it is of the one element of a list that {@code get} or {@code set} is given the number of. */
  private boolean isListElement(Access own) {
    return LISTS.contains(call.owner) && (call.name.equals("get") || call.name.equals("set"))
        && call.desc.startsWith("(I") && own.location().equals(Location.CONTENT)
        && own.node().equals(new Node.Parameter(0));
  }

  /** The place of an object by its name, if the call does not change what the name says; or {@code null}. */
  private Place place(Node node) {
    LinkedList<Location> steps = new LinkedList<>();
    Node from = node;
    while (from instanceof Node.Member member) {
      if (writes(member.location())) {
        return null;
      }
      steps.addFirst(member.location());
      from = member.holder();
    }
    if (from instanceof Node.Root root) {
      Location field = new Location.Static(root.owner(), root.field());
      steps.addFirst(field);
      return canFind(field) ? place(Place.STATIC, steps) : null;
    }
    return from instanceof Node.Parameter parameter ? place(parameter.index(), steps) : null;
  }

  private Place place(int operand, List<Location> steps) {
    int direct = 0;
    while (direct < steps.size() && (context.canRead(steps.get(direct))
        || direct == steps.size() - 1 && steps.get(direct) instanceof Location.Elements)) {
      direct++;
    }
    return new Place(operand, List.copyOf(steps), direct, null, null);
  }

  /**
   * Whether the scope can look at the location before the call and finds there what the call will find. A static field
   * of some other class is left alone: looking would initialize the class.
   */
  private boolean canFind(Location step) {
    boolean initialized = !(step instanceof Location.Static field) || field.owner().equals(context.owner().name)
        || field.owner().equals(call.owner);
    return initialized && context.canRead(step) && !writes(step);
  }

  private Section evaluable(Section section) {
    return section == null ? null : section.map(leaf -> leaf instanceof Index.Found found
        && !found.steps().stream().allMatch(this::canFind) ? null : leaf);
  }

  /** Whether the callee may change what lies at the location: then a name is not what it was. */
  private boolean writes(Location location) {
    return summary.accesses().stream().anyMatch(access -> access.write() && access.location().overlaps(location));
  }

  /** Whether the access writes elements of arrays, through parameters, that the call never reads. */
  private boolean isOwnPart(Access access, List<Access> sources) {
    boolean throughParameters = access.write() && access.known() && access.location() instanceof Location.Elements
        && !sources.isEmpty() && sources.stream().allMatch(source -> isArrayOf(source.node()));
    return throughParameters && sources.stream().allMatch(this::isApart) && all.stream().noneMatch(other -> !other.write() && other.node() != null
        && other.node().equals(access.node()) && other.location().overlaps(access.location()));
  }

  /**
   * Whether where the call writes is computed, from operands that the scope counts or is given: where it is data, two
   * calls may write to one element, and the last one has to win.
   */
  private boolean isApart(Access source) {
    Set<Integer> drivers = body == null ? null : context.sections().drivers(body, source);
    return drivers != null && drivers.stream().anyMatch(parameter -> {
      Set<Integer> here = context.ranges().drivers(at, context.operands(at) - 1 - parameter, true);
      return here != null && !here.isEmpty();
    });
  }

  /** Whether identity, or a comparison of where calls write, tells more than trust. */
  private boolean mayMeet(Place place) {
    return place.rows() != null && (place.rows().single() || place.section() == null)
        || place.section() != null && !new Separation(this::isSame).isApart(place.section());
  }

  /** Whether the operand is the same in all rounds of the loops that the call is in. */
  private boolean isSame(int operand) {
    return context.ranges().isSame(at, context.operands(at) - 1 - operand);
  }

  /** Whether it is an array that is a parameter, or an array in one. */
  private static boolean isArrayOf(Node node) {
    return node instanceof Node.Parameter || node instanceof Node.Member member
        && member.location() instanceof Location.Elements && isArrayOf(member.holder());
  }

  /** The nodes of the object at {@code place} of instruction {@code i}. */
  static Set<Node> nodes(MethodContext context, int i, Place place) {
    if (place.remembered() >= 0) {
      return Origins.receiver(context, place.remembered());
    } else if (place.operand() == Place.STATIC) {
      Location.Static field = (Location.Static) place.steps().get(0);
      return Set.of(new Node.Root(field.owner(), field.name()));
    } else if (context.instruction(i) instanceof MethodInsnNode) {
      Node node = new Node.Parameter(place.operand());
      for (Location step : place.steps()) {
        node = new Node.Member(node, step);
      }
      return context.effects().atCall(i, node);
    }
    var frame = context.effects().frames()[i];
    return frame.getStack(frame.getStackSize() - context.operands(i) + place.operand()).nodes();
  }
}
