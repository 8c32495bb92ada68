package dev.deco.suites;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Decides from Deco's own effects which methods can be marked such that any difference is Deco's fault. */
final class Judge {
  private static final int NO_CALL = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC;
  private static final Pattern ASKS_FOR_THREAD = Pattern.compile("\\bThread(Local)?\\.");

  private final Effects effects;
  private final Choice choice;

  Judge(Effects effects, Choice choice) {
    this.effects = effects;
    this.choice = choice;
  }

  static boolean callable(MethodNode method) {
    return (method.access & NO_CALL) == 0 && !method.name.startsWith("<");
  }

  MarkedMethod judge(String owner, MethodNode method) {
    if (!callable(method)) {
      return MarkedMethod.NO_BODY;
    }
    if (!choice.allows(owner + "." + method.name + method.desc)) {
      return new MarkedMethod(Verdict.LEFT_OUT, "");
    }
    try {
      return judge(effects.summary(owner, method.name, method.desc, false));
    } catch (RuntimeException | StackOverflowError e) {
      return new MarkedMethod(Verdict.FAILED, e.toString());
    }
  }

  private MarkedMethod judge(Summary summary) {
    if (!summary.known()) {
      return new MarkedMethod(Verdict.UNKNOWN, summary.unknown().iterator().next());
    }
    for (Access access : summary.accesses()) {
      if (access.location() instanceof Location.World) {
        return new MarkedMethod(Verdict.WORLD, access.reason());
      } else if (ASKS_FOR_THREAD.matcher(access.reason()).find()) {
        return new MarkedMethod(Verdict.THREAD, access.reason());
      }
    }
    return !choice.byData() && fillsArray(summary.accesses()) ? new MarkedMethod(Verdict.OWN_PART, "")
        : new MarkedMethod(Verdict.CONCURRENT, "");
  }

  /** Whether it writes to elements of an array of its caller's, and reads none of them. */
  private static boolean fillsArray(Set<Access> accesses) {
    return accesses.stream().filter(access -> access.write() && access.location() instanceof Location.Elements
        && isGivenArray(access.node())).anyMatch(write -> accesses.stream().noneMatch(read -> !read.write()
            && write.node().equals(read.node()) && read.location().overlaps(write.location())));
  }

  private static boolean isGivenArray(Node node) {
    return node instanceof Node.Parameter || node instanceof Node.Member member
        && member.location() instanceof Location.Elements && isGivenArray(member.holder());
  }
}
