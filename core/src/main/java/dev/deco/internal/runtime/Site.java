package dev.deco.internal.runtime;

import dev.deco.ConfigurationException;
import dev.deco.internal.engine.Engine;
import dev.deco.internal.engine.Place;
import dev.deco.internal.engine.Shuffle;
import dev.deco.internal.views.View;
import dev.deco.internal.views.Viewed;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.stream.Stream;

/** One spawn or deferral place of a woven method: its code, the shape of its rows, and what its tasks cost. */
public final class Site {
  /** A task whose result is kept in a {@link Task}; code = {run}. */
  public static final int CALL = 0;
  /** A task and the deferred statement that takes its result; code = {run, replay}. */
  public static final int STATEMENT = 1;
  /** A deferred statement without a task of its own; code = {replay}. */
  public static final int DEFERRED = 2;
  /** Flag: some of the row's references are Tasks that the run code reads. */
  public static final int DEPENDENT = 4;
  /** Flag: the task may print. */
  public static final int PRINTS = 8;

  /** Flag: where a row holds a {@link Viewed} collection, the task gets a view. */
  public static final int VIEWS = 16;
  /** Flag: the task changes nothing but such views and objects of its own, so that it can be run again. */
  public static final int REPEATABLE = 32;

  /** Flag: the row says what its task reads and writes, and waits for earlier ones accordingly. */
  public static final int ORDERED = 64;

  /** Flag, with {@link #REPEATABLE}: what a task puts into collections of a map that it has a view of can wait for its turn. */
  public static final int GROUPS = 128;

  /** Flag: not all that the task does could be seen, and nobody has signed for it. */
  public static final int TRUSTED = 256;

  private static final int FORM = 3;

  final int kind;
  final boolean dependent;
  final boolean prints;
  private boolean trusted; // and nobody has been told
  final boolean views;
  final boolean ordered;
  private final boolean repeatable;
  final int longs;
  final int refs;
  final BatchCode run;     // null if DEFERRED
  final BatchCode replay;  // null if CALL
  final int headLongs;     // primitives that a batch begins with, before its rows
  final int headRefs;      // references, likewise
  final int tasks;         // 1 if each row is a task, else 0
  final Site ranges;       // of rows that a loop stores many at a time; null if none does
  final Grain grain;
  final Hindsight hindsight = new Hindsight();
  final boolean groups;
  final Contest contest;   // null unless the tasks have views
  boolean joins;           // tasks go on with the views of those before them, lately
  final Hindsight sharing = new Hindsight(); // of views that several tasks shared: whether all were to be run again
  private MethodHandle plain;     // the loop as it was; not final: a constant would be compiled into its caller
  private boolean told;           // that a static initializer keeps its tasks in place
  private volatile Placed placed; // where its tasks run on the engine that was asked last
  private final String type;
  private final String method;
  private final String file;
  private final int line;

  Site(int kind, int longs, int refs, BatchCode run, BatchCode replay, String type, String method, String file,
      int line) {
    this(kind, longs, refs, 0, 0, run, replay, type, method, file, line, null, null);
  }

  private Site(int kind, int longs, int refs, int headLongs, int headRefs, BatchCode run, BatchCode replay, String type,
      String method, String file, int line, Site ranges, Grain grain) {
    this.kind = kind & FORM;
    this.dependent = (kind & DEPENDENT) != 0;
    this.prints = (kind & PRINTS) != 0;
    this.trusted = (kind & TRUSTED) != 0;
    this.views = (kind & VIEWS) != 0;
    this.contest = views ? new Contest() : null;
    this.ordered = (kind & ORDERED) != 0;
    this.repeatable = (kind & REPEATABLE) != 0;
    this.groups = (kind & GROUPS) != 0;
    this.longs = longs;
    this.refs = refs;
    this.headLongs = headLongs;
    this.headRefs = headRefs;
    this.run = run;
    this.replay = replay;
    this.tasks = this.kind == DEFERRED ? 0 : 1;
    this.grain = grain != null ? grain : new Grain(longs, refs, tasks != 0);
    this.type = type;
    this.method = method;
    this.file = file;
    this.line = line;
    this.ranges = ranges;
  }

  /**
   * The bootstrap of a woven place: a constant call site that yields the Site.
   *
   * @param kind {@link #CALL}, {@link #STATEMENT} or {@link #DEFERRED}, perhaps with some of the flags
   * @param longs how many primitive columns a row has
   * @param refs how many reference columns a row has
   * @param method the concurrent method, as in {@code pkg.Main.f(int,double)}
   * @param file the source file of the place
   * @param line the line of the place
   * @param code handles to private static methods {@code (Batch,int,int)void} of the caller
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int kind, int longs, int refs,
      String method, String file, int line, MethodHandle... code) throws Throwable {
    BatchCode[] made = made(code);
    boolean deferred = (kind & FORM) == DEFERRED;
    Site site = new Site(kind, longs, refs, deferred ? null : made[0],
        deferred ? made[0] : made.length > 1 ? made[1] : null, caller.lookupClass().getName(), method, file, line);
    return new ConstantCallSite(MethodHandles.constant(Site.class, site));
  }

  /**
   * The same for a place in a loop that also stores many rows at a time.
   *
   * @param headLongs how many primitives a batch of such rows begins with
   * @param headRefs how many references
   * @param rangeLongs how many primitive columns such a row has
   * @param rangeRefs how many reference columns
   * @param code the run, and the replay if there is one, of a row; then the same of such rows; of an odd number, the last one is
   *     the loop as it was
   */
  public static CallSite linkRanged(MethodHandles.Lookup caller, String name, MethodType type, int kind, int longs,
      int refs, String method, String file, int line, int headLongs, int headRefs, int rangeLongs, int rangeRefs,
      MethodHandle... code) throws Throwable {
    boolean apart = code.length % 2 != 0;
    BatchCode[] made = made(apart ? Arrays.copyOf(code, code.length - 1) : code);
    String user = caller.lookupClass().getName();
    Grain grain = new Grain(longs, refs, true);
    boolean replays = made.length > 2;
    int first = replays ? 2 : 1;
    Site ranges = new Site(kind, rangeLongs, rangeRefs, headLongs, headRefs, made[first],
        replays ? made[first + 1] : null, user, method, file, line, null, grain);
    Site site = new Site(kind, longs, refs, 0, 0, made[0], replays ? made[1] : null, user, method, file, line, ranges,
        grain);
    site.plain = apart ? code[code.length - 1] : null;
    return new ConstantCallSite(MethodHandles.constant(Site.class, site));
  }

  /** The loop as it was, where that is a method by itself. */
  public MethodHandle plain() {
    return plain;
  }

  private static BatchCode[] made(MethodHandle[] code) {
    return Stream.of(code).map(Site::made).toArray(BatchCode[]::new);
  }

  /** The handle is no constant to the JIT compiler, which therefore compiles what it leads to by itself. */
  private static BatchCode made(MethodHandle code) {
    return (batch, from, to) -> {
      code.invokeExact(batch, from, to);
    };
  }

  String type() {
    return type;
  }

  String method() {
    return method;
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  private record Placed(Engine engine, Place place) {}

  /** Where its tasks run on an engine. */
  Place place(Engine engine) {
    Placed known = placed;
    if (known == null || known.engine != engine) {
      String initialized = Initializers.running();
      if (initialized != null) {
        tell(initialized);
        return Place.HERE;
      }
      known = new Placed(engine, engine.place(method));
      if (trusted && known.place != Place.HERE) {
        trusted = false;
        tellTrust();
      }
      placed = known;
    }
    return known.place;
  }

  private void tellTrust() {
    String trust = Configuration.trust();
    if (trust.equals(Configuration.REFUSE)) {
      throw new ConfigurationException("Cannot refuse to trust " + this
          + ": its class has been woven ahead without deco.trust = refuse. Weave it with that setting.");
    } else if (trust.equals(Configuration.WARN)) {
      System.err.println("deco: warning: " + this + ": these calls run beside each other on trust, since not all that"
          + " they do can be seen; deco check says what. If they do not depend on each other, say so:"
          + " @Concurrent(trusted = \"why\"); deco.trust = refuse lets them run alone.");
    }
  }

  private void tell(String initialized) {
    if (!told) {
      told = true;
      System.err.println("deco: warning: " + this + " runs in place, since the static initializer of " + initialized
          + " is running: no other thread can use that class until it has ended. To use every core, compute it elsewhere:"
          + " in a method that is called when the result is first needed, say.");
    }
  }

  /** Whether its rows are stored many at a time. */
  boolean isRange() {
    return headLongs > 0;
  }

  /** Whether tasks of this cost are not worth a row. */
  boolean isFine(int nanos) {
    return nanos <= fine();
  }

  int fine() {
    return ordered ? Grain.FINE_ORDERED_NANOS : isRange() ? 0 : Grain.FINE_NANOS;
  }

  /** Above what cost, as the clock sees calls in place, tasks should rather be rows. */
  int worthRow() {
    return ranges == null ? fine() : Grain.WORTH_RANGE_NANOS;
  }

  /** Whether what its rows print is to be kept until their turn comes. */
  boolean keepsOutput() {
    return prints && OrderedOutput.isInstalled();
  }

  /** Whether a task can be run again as if it had not run before. */
  boolean canRunAgain() {
    return repeatable && (!prints || OrderedOutput.isInstalled());
  }

  /** Whether tasks of which none comes between may have a view in common: they are replayed, or run again, all in one. */
  boolean sharesViews() {
    return replay == null && !ordered && !keepsOutput() && canRunAgain();
  }

  /**
   * A task has ended. Whether the next one may go on with {@code left}, which is {@code null} if the task has looked at the
   * collection, or failed.
   */
  boolean shares(View left, Shuffle shuffle) {
    if (joins != (left != null)) {
      joins = left != null;
    }
    return left != null && (shuffle != null ? shuffle.oneIn(2) : !sharing.waits());
  }

  /** A suppressed exception that tells where a failed task was spawned, or a failed statement deferred. */
  SpawnPlace place() {
    return new SpawnPlace(kind == DEFERRED ? "deferred" : "spawned", type, method, file, line);
  }

  @Override
  public String toString() {
    return method + " at " + file + ":" + line;
  }
}
