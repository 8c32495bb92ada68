package dev.deco.internal.weaver;

import dev.deco.internal.weaver.effects.DeclaredEffects;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Hierarchy;
import dev.deco.internal.weaver.effects.SummaryMemory;
import dev.deco.internal.weaver.emit.ClassWeaver;
import dev.deco.internal.weaver.emit.UnwovenForm;
import dev.deco.internal.weaver.findings.CallLimits;
import dev.deco.internal.weaver.findings.Explanation;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.Findings;
import dev.deco.internal.weaver.findings.OutsideScopes;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.flow.LimitedCall;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.Planner;
import dev.deco.internal.weaver.flow.Sections;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Weaves class files: what a class's synchronized methods spawn, defer and wait for is planned, and the plan is written
 * as bytecode. The same plan is what {@link #plans} explains.
 *
 * <p><b>Concurrency:</b> may be used from any thread; nothing is loaded, nothing is kept of the classes but what they
 * say of their methods.
 */
public final class Weaver {
  private static final String VERSION = "0.1";

  private final ClassHeaders classes;
  private final Effects effects;
  private final Sections sections;
  private final Hierarchy hierarchy;
  private final boolean refusesTrust;

  /** A weaver that reads other classes from {@code classes}, and knows no subclasses but those it reads. */
  public Weaver(ClassSource classes) {
    this(classes, Hierarchy.NONE);
  }

  /** A weaver that reads other classes from {@code classes}; {@code hierarchy} knows the program's subclasses. */
  public Weaver(ClassSource classes, Hierarchy hierarchy) {
    this(classes, hierarchy, List.of());
  }

  /**
   * The same, with what users say of methods.
   *
   * @param declared the texts of {@code deco-effects.txt} files, the first the strongest
   * @throws dev.deco.ConfigurationException if one of these cannot be read, or names a class or a method that is not
   *     there; the message tells file and line
   */
  public Weaver(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared) {
    this(classes, hierarchy, declared, new SummaryMemory(name -> false));
  }

  /** The same, with what is known of libraries from earlier, to which it adds what it finds out. */
  public Weaver(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory) {
    this(classes, hierarchy, declared, memory, false);
  }

  /** @param refusesTrust whether calls whose effects are unknown run alone, rather than beside each other on trust */
  public Weaver(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory,
      boolean refusesTrust) {
    this.refusesTrust = refusesTrust;
    ClassSource unwoven = name -> {
      byte[] bytes = classes.bytes(name);
      return bytes == null ? null : unwoven(bytes);
    };
    this.classes = new ClassHeaders(unwoven);
    this.hierarchy = hierarchy;
    effects = new Effects(unwoven, hierarchy, declared, memory);
    sections = new Sections(this.classes, effects);
  }

  /**
   * The class file as it was before it was woven; {@code classFile} itself where it has not been woven, or where some
   * other tool has taken its unwoven form out of it.
   *
   * @throws UnreadableClassException if it says it is woven, and is damaged
   */
  public static byte[] unwoven(byte[] classFile) {
    try {
      return Marks.isWoven(classFile) ? UnwovenForm.of(classFile) : classFile;
    } catch (RuntimeException damaged) {
      throw new UnreadableClassException(classFile, damaged);
    }
  }

  /**
   * Weaves one class.
   *
   * @return the woven class file, or {@code null} where nothing is to be woven: no method spawns a task, or the class
   *     has been woven before
   * @throws WeavingException if the class cannot be woven
   * @throws UnreadableClassException if it is no class file, or one that is newer than this Deco
   */
  public byte[] weave(byte[] classFile) {
    ClassNode node = read(classFile);
    if (!isCandidate(node)) {
      return null;
    }
    try {
      checkLimits(node);
      boolean limits = !LimitedCall.in(node, classes).isEmpty();
      List<MethodPlan> plans = plan(node);
      plans.removeIf(MethodPlan::isEmpty);
      boolean locks = LockHolders.in(node);
      return plans.isEmpty() && !limits && !locks ? null : ClassWeaver.weave(node, classFile, plans, classes, effects, VERSION);
    } catch (WeavingException e) {
      throw e;
    } catch (RuntimeException | AnalyzerException e) {
      throw new WeavingException("Deco cannot weave " + node.name.replace('/', '.') + ": " + e
          + ". Please report this class.", e);
    }
  }

  /**
   * The plans of the class's synchronized methods, in the order of their lines. A woven class has those of its unwoven
   * form.
   */
  public List<ScopePlan> plans(byte[] classFile) {
    ClassNode node = readAsSource(unwoven(classFile));
    try {
      return plan(node).stream().map(Explanation::of).toList();
    } catch (AnalyzerException e) {
      throw new WeavingException("Deco cannot read " + node.name.replace('/', '.') + ": " + e.getMessage(), e);
    }
  }

  /** What the user should know about the class, as it was before it was woven. */
  public List<Finding> findings(byte[] classFile) {
    ClassNode node = readAsSource(unwoven(classFile));
    try {
      return Findings.of(node, plan(node), classes, effects, hierarchy);
    } catch (AnalyzerException e) {
      throw new WeavingException("Deco cannot read " + node.name.replace('/', '.') + ": " + e.getMessage(), e);
    }
  }

  /**
   * What there is to say about a program as a whole.
   *
   * @param marked its classes that have to do with Deco
   * @param others its other classes, which may call methods of those
   */
  public List<Finding> findings(Iterable<byte[]> marked, Iterable<byte[]> others) {
    OutsideScopes calls = new OutsideScopes(classes);
    marked.forEach(classFile -> calls.add(readAsSource(unwoven(classFile))));
    for (Iterator<byte[]> rest = others.iterator(); calls.isOpen() && rest.hasNext(); ) {
      try {
        calls.add(readAsSource(rest.next()));
      } catch (UnreadableClassException unknown) {
        continue; // what it calls cannot be told
      }
    }
    return calls.findings();
  }

  private void checkLimits(ClassNode node) {
    List<Finding> wrong = CallLimits.ofCalls(node, classes, effects);
    if (!wrong.isEmpty()) {
      Finding first = wrong.get(0);
      throw new WeavingException("Deco cannot weave " + first.className() + ": " + first.code() + " at "
          + first.sourceFile() + ":" + first.line() + ": " + first.cause() + ". " + first.cure(), null);
    }
  }

  /** The class with the lines that its source has. */
  private static ClassNode readAsSource(byte[] classFile) {
    ClassNode node = read(classFile);
    SourceMap.apply(node);
    return node;
  }

  private static ClassNode read(byte[] classFile) {
    try {
      ClassNode node = new ClassNode();
      new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
      return node;
    } catch (RuntimeException damaged) { // of whatever kind ASM stumbles with
      throw new UnreadableClassException(classFile, damaged);
    }
  }

  private static boolean isCandidate(ClassNode node) {
    boolean module = (node.access & Opcodes.ACC_MODULE) != 0;
    boolean woven = node.invisibleAnnotations != null
        && node.invisibleAnnotations.stream().anyMatch(annotation -> annotation.desc.equals(ClassWeaver.MARKER));
    return !module && !woven && (node.methods.stream().anyMatch(Weaver::isSynchronized) || LockHolders.in(node));
  }

  private static boolean isSynchronized(MethodNode method) {
    return ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED);
  }

  private List<MethodPlan> plan(ClassNode node) throws AnalyzerException {
    List<MethodPlan> plans = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (isSynchronized(method) && method.instructions.size() > 0) {
        plans.add(Planner.plan(MethodContext.of(node, method, classes, effects, sections, refusesTrust)));
      }
    }
    return plans;
  }
}
