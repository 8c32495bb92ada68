package dev.deco.internal.weaver.effects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Where what is said of a method, by annotation or in {@code deco-effects.txt}, is not what its code does. */
final class Contradictions {
  private final Effects effects;
  private final MethodNode method;
  private final Summary inferred;
  private final List<Contradiction> found = new ArrayList<>();

  Contradictions(Effects effects, MethodNode method, Summary inferred) {
    this.effects = effects;
    this.method = method;
    this.inferred = inferred;
  }

  /** @param said the line about the method and what it comes to; both {@code null} where there is none */
  List<Contradiction> find(EffectsTable.Line line, Summary said) {
    String pure = AnnotatedEffects.pureBy(method);
    Map<Integer, Direction> directions = AnnotatedEffects.directions(method);
    for (Access access : inferred.accesses()) {
      if (!access.known() || access.location() instanceof Location.Static && !access.write()
          || access.location() instanceof Location.Signal) {
        continue;
      }
      Direction direction = directions.get(access.parameter());
      if (pure != null && changes(access)) {
        add(pure, access);
      } else if (direction != null && !(access.write() ? direction.writes : direction.reads || leadsOn(access))) {
        add(direction + " on its parameter number " + number(access), access);
      } else if (line != null && said.accesses().stream().noneMatch(one -> covers(one, access))) {
        add("'" + line.method() + "' in " + line.place(), access);
      }
    }
    return found;
  }

  private void add(String said, Access access) {
    if (found.stream().noneMatch(one -> one.said().equals(said))) {
      found.add(new Contradiction(said, access.reason()));
    }
  }

  private int number(Access access) {
    return access.parameter() + (Classes.is(method.access, Opcodes.ACC_STATIC) ? 1 : 0);
  }

  private static boolean changes(Access access) {
    boolean clock = access.location() instanceof Location.World world && world.part().equals("clock");
    return access.write() && !clock;
  }

  /** Reading a reference on the way to what is written is no reading of a value. */
  private boolean leadsOn(Access access) {
    if (access.location() instanceof Location.Field field) {
      var at = effects.classes.find(field.owner());
      return at != null && at.fields.stream().filter(one -> one.name.equals(field.name()))
          .map((FieldNode one) -> Type.getType(one.desc)).anyMatch(type -> !effects.immutable(type));
    }
    return access.location().equals(new Location.Elements('L')) || access.location().equals(Location.STRUCTURE);
  }

  private static boolean covers(Access said, Access found) {
    boolean what = said.write() || !found.write();
    if (!what || !said.location().overlaps(found.location())) {
      return false;
    } else if (said.node() == null || found.node() == null) {
      return said.node() == found.node();
    }
    return said.node().equals(found.node()) || said.node() instanceof Node.Reached reached
        && !found.node().equals(reached.root()) && found.node().begin().equals(reached.root());
  }

  /** What a method does by its code alone. */
  static Summary inferred(Effects effects, String owner, MethodNode method) {
    return new MethodAnalysis(effects, owner, method, Map.of()).summary(new LinkedHashMap<>());
  }
}
