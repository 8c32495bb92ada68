package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.EffectsTable.Clause;
import dev.deco.internal.weaver.effects.Location.Signal.Kind;
import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a call of a library method does: reads its line of the {@link EffectsTable} with the call's arguments. */
final class LibraryEffects {
  private static final Set<String> WORLD = Set.of("io", "output", "clock", "random");

  /** Streams that are in memory if all that they are made of is. */
  private static final Set<String> IN_MEMORY = Set.of("java/io/StringReader", "java/io/CharArrayReader",
      "java/io/ByteArrayInputStream", "java/io/StringWriter", "java/io/CharArrayWriter",
      "java/io/ByteArrayOutputStream",
      "java/io/BufferedReader", "java/io/LineNumberReader", "java/io/PushbackReader", "java/io/PushbackInputStream",
      "java/io/BufferedWriter", "java/io/InputStreamReader", "java/io/OutputStreamWriter",
      "java/io/BufferedInputStream", "java/io/BufferedOutputStream", "java/io/DataInputStream",
      "java/io/DataOutputStream", "java/io/PrintWriter", "java/io/PrintStream", "java/io/StreamTokenizer",
      "java/io/SequenceInputStream", "java/util/Scanner", "java/util/Formatter", "java/lang/StringBuilder",
      "java/lang/StringBuffer", "java/util/zip/GZIPInputStream", "java/util/zip/GZIPOutputStream",
      "java/util/zip/InflaterInputStream", "java/util/zip/DeflaterOutputStream", "java/util/zip/Inflater",
      "java/util/zip/Deflater", "java/util/zip/CRC32", "java/util/zip/Adler32");

  /** What lies behind {@code System.out}: it may end in memory, but not in a collection. */
  private static final Location PRINTED = new Location.Field("<view>", "printed");
  private static final String THROWABLE = "java/lang/Throwable";
  /** What a throwable holds: it is no collection, whatever else an object that was caught may be. */
  private static final Location OF_THROWABLE = new Location.Field(THROWABLE, "state");
  private static final Type COMPARATOR = Type.getObjectType("java/util/Comparator");
  private static final List<String> STREAMS =
      List.of("java/io/OutputStream", "java/io/InputStream", "java/lang/Appendable", "java/lang/Readable");
  private static final Pattern MAY_BE_PRINTED_TO =
      Pattern.compile("java/io/|java/util/zip/|java/security/|javax/crypto/|java/lang/StringBuffer$");

  private final Effects effects;
  private final MethodState state;
  private final CallEffects calls;

  LibraryEffects(Effects effects, MethodState state, CallEffects calls) {
    this.effects = effects;
    this.state = state;
    this.calls = calls;
  }

  Set<Node> cloneArray(int at, Set<Node> array, String descriptor) {
    char element = descriptor.charAt(1) == '[' ? 'L' : descriptor.charAt(1);
    Location location = new Location.Elements(element);
    state.touch(false, array, location, true, "clone reads array elements");
    Node copy = state.fresh(at, "clone", new Made(descriptor, Set.of()));
    state.heap.store(Set.of(copy), location, state.heap.load(array, location));
    return Set.of(copy);
  }

  /** A call of {@code hashCode}, {@code equals} or {@code toString} on objects of a static type that leaves it open. */
  Set<Node> ofObject(int at, String owner, String name, List<Set<Node>> arguments) {
    var functions = new LibraryFunctions(effects, state, calls, at, CallEffects.place(owner, name), Set.of(name));
    arguments.forEach(nodes -> functions.deep(nodes, owner, Set.of(name)));
    return Set.of();
  }

  /** Whether a method of the library only reads its receiver, by its line. */
  boolean reads(String owner, String name, String descriptor) {
    EffectsTable.Line line = effects.table.find(effects.classes.supertypes(owner), name, descriptor);
    return line != null && line.clauses().stream().noneMatch(clause -> switch (clause.verb()) {
      case "writes", "alters" -> clause.words().stream().anyMatch(word -> word.contains("this"));
      default -> false;
    });
  }

  /** What {@link #inside} gives; an object of which nothing is known has an array of its own. */
  Set<Node> behind(int at, Set<Node> objects, Type array) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node object : objects) {
      Set<Node> known = inside(Set.of(object));
      if (known.stream().allMatch(Node::external)) {
        Node own = state.fresh(at, "behind", new Made(array.getDescriptor(), Set.of()));
        state.heap.store(Set.of(object), HeapGraph.array(element(array)), Set.of(own));
        found.add(own);
      }
      found.addAll(known);
    }
    return found;
  }

  /** The arrays that these objects show, or keep to themselves. */
  private Set<Node> inside(Set<Node> objects) {
    Set<Node> found = new LinkedHashSet<>();
    Set<Node> seen = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(objects);
    while (!open.isEmpty()) {
      Node object = open.pop();
      if (seen.add(object)) {
        if (object.external()) {
          found.addAll(state.heap.load(Set.of(object), Location.ANY));
        }
        state.heap.edges(object).forEach((edge, shown) -> {
          if (HeapGraph.isArray(edge)) {
            found.addAll(shown);
          } else if (edge.equals(HeapGraph.SOURCE)) {
            open.addAll(shown);
          }
        });
      }
    }
    return found;
  }

  static char element(Type array) {
    char type = array.getDescriptor().charAt(1);
    return type == '[' ? 'L' : type;
  }

  Set<Node> call(int at, String owner, String name, String descriptor, List<Set<Node>> arguments) {
    Set<String> types = effects.classes.supertypes(owner);
    EffectsTable.Line line = effects.table.find(types, name, descriptor);
    if (HandleEffects.covers(owner) && line == null) {
      return new HandleEffects(effects, state, calls).call(owner, name, descriptor, arguments);
    }
    if (line == null) {
      Type result = Type.getReturnType(descriptor);
      boolean plain = effects.immutable(Type.getObjectType(owner)) && effects.immutable(result);
      if (plain && arguments.stream().allMatch(Set::isEmpty)) {
        return Set.of();
      } else if (name.equals("values") && descriptor.equals("()[L" + owner + ";") && effects.classes.isEnum(owner)) {
        return Set.of(state.fresh(at, "values", new Made(result.getDescriptor(), Set.of())));
      }
      return calls.unknown(arguments, descriptor,
          "calls " + CallEffects.place(owner, name) + ", which is not in the effects table");
    }
    return new Reading(at, owner, name, descriptor, arguments).read(line);
  }

  /** One call being bound to its line. */
  private final class Reading {
    final int at;
    final String place;
    final String owner;
    final String descriptor;
    final Type[] types;
    final List<Set<Node>> arguments;
    final boolean isStatic;
    final boolean isConstructor;
    final LibraryFunctions functions;
    final Ordering ordering;
    final String name;
    final Set<Node> made = new LinkedHashSet<>();
    Node fresh;

    Reading(int at, String owner, String name, String descriptor, List<Set<Node>> arguments) {
      this.at = at;
      this.owner = owner;
      this.place = CallEffects.place(owner, name);
      this.descriptor = descriptor;
      this.types = Type.getArgumentTypes(descriptor);
      this.arguments = arguments;
      this.isConstructor = name.equals("<init>");
      this.isStatic = arguments.size() == types.length;
      this.functions = new LibraryFunctions(effects, state, calls, at, place, LoudMethods.calledBy(owner, name));
      this.ordering = new Ordering(effects, state, calls, functions, at);
      this.name = name;
    }

    Set<Node> read(EffectsTable.Line line) {
      state.construct(place.startsWith("new "));
      try {
        return interpret(line);
      } finally {
        state.construct(false);
      }
    }

    private Set<Node> interpret(EffectsTable.Line line) {
      Set<Node> result = new LinkedHashSet<>();
      for (Clause clause : line.clauses()) {
        switch (clause.verb()) {
          case "pure" -> { }
          case "reads" -> clause.words().forEach(word -> touch(false, word));
          case "writes" -> clause.words().forEach(word -> touch(true, word));
          case "deep" -> clause.words().forEach(this::deep);
          case "alters" -> clause.words().forEach(word -> alter(values(word)));
          case "passes" -> clause.words().forEach(word -> pass(values(word)));
          case "reorders" -> clause.words().forEach(this::reorder);
          case "prints" -> clause.words().forEach(this::print);
          case "keys" -> keys(clause.words());
          case "stores" -> store(clause.words());
          case "calls" -> made.addAll(invoke(clause.words()));
          case "lazy" -> {
            made.addAll(invoke(clause.words()));
            state.heap.store(Set.of(fresh()), HeapGraph.FUNCTIONS, values(clause.words().get(0)));
          }
          case "functions" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), HeapGraph.FUNCTIONS, values(word)));
          case "runs" -> functions.runAll(values(clause.words().get(0)));
          case "drains" -> functions.drain(values(clause.words().get(0)), arguments);
          case "holds" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), Location.CONTENT, values(word)));
          case "elements" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), new Location.Elements('L'), values(word)));
          case "copies" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), Location.ANY, values(word)));
          case "source" -> clause.words().forEach(this::source);
          case "arrays" -> clause.words().forEach(word -> own(values(word)));
          case "backing" -> clause.words().forEach(word -> view(HeapGraph.BACKING, word));
          case "moves" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), HeapGraph.MOVES, values(word)));
          case "returns" -> clause.words().forEach(word -> result.addAll(values(word)));
          case "orders" -> clause.words().forEach(word -> ordering.keep(values("this"), values(word)));
          case "compares" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), LibraryFunctions.COMPARED, values(word)));
          case "fills" -> clause.words().forEach(word ->
              state.heap.store(Set.of(fresh()), LibraryFunctions.FILLED, values(word)));
          case "locks" -> state.lock();
          case "counts" -> clause.words().forEach(this::count);
          case "arrives" -> signal(Kind.ARRIVE, clause.words(), " counts down");
          case "releases" -> signal(Kind.RELEASE, clause.words(), " lets other threads go on");
          case "acquires" -> signal(Kind.ACQUIRE, clause.words(), " may see what other threads have done");
          case "waits" -> signal(Kind.WAIT, clause.words(), " waits for another thread");
          case "takes" -> signal(Kind.TAKE, clause.words(), " takes a lock");
          case "logs" -> new LogHandlers(effects, calls).run(at, arguments);
          case "initializes" -> {
            effects.fixpoint.noteAsked(StaticInitializers.QUESTION);
            effects.classes.naming("<clinit>").forEach(state::initialize);
          }
          case "thread" -> state.signal(Kind.THREAD, place);
          default -> throw new IllegalArgumentException(line.place() + ": " + clause.verb());
        }
      }
      if (!isStatic && Ordering.mayCompare(owner, name)) {
        Set<Node> given = values("args");
        given.removeAll(arguments.get(0));
        ordering.compare(arguments.get(0), owner, arguments.size() > 1 ? arguments.get(1) : Set.of(), given);
      }
      if (functions.isLoud()) {
        arguments.forEach(nodes -> state.touch(false, nodes, Location.CALLS, true, place
            + " runs code of the program's own"));
      }
      boolean accounted = line.clauses().stream().anyMatch(clause -> clause.verb().equals("returns"));
      return accounted || effects.immutable(Type.getReturnType(descriptor)) ? result : calls.anyOf(arguments);
    }

    private void signal(Kind kind, List<String> words, String what) {
      words.forEach(word -> state.signal(kind, values(word), place + what));
    }

    /** Adds to a counter: it only matters that it is done, unless somebody takes the sum. */
    private void count(String word) {
      if (calls.isDropped()) {
        state.touch(true, values(word), Location.SUM, true, place + " adds to the " + CallEffects.simple(owner));
        state.signal(Kind.COUNT, values(word), place + " counts");
      } else {
        touch(true, word);
      }
    }

    Node fresh() {
      return fresh == null ? fresh("fresh") : fresh;
    }

    Node fresh(String word) {
      if (fresh == null) {
        Type result = Type.getReturnType(descriptor);
        String type = word.startsWith("fresh:") ? word.substring(6) : result.getSort() == Type.OBJECT
            ? result.getInternalName() : result.getDescriptor();
        fresh = state.fresh(at, place, new Made(type.equals("java/lang/Object") ? null : type, Set.of()));
      }
      return fresh;
    }

    int index(String word) {
      return word.equals("this") ? 0 : Integer.parseInt(word.substring(1)) - (isStatic ? 1 : 0);
    }

    Type type(String word) {
      if (!word.startsWith("#") || Integer.parseInt(word.substring(1)) > types.length) {
        return Type.getObjectType(owner);
      }
      Type declared = types[Integer.parseInt(word.substring(1)) - 1];
      Type known = declared.equals(Ref.OBJECT) ? calls.argumentType(index(word)) : null;
      return known != null && known.getSort() == Type.ARRAY ? known : declared;
    }

    Set<Node> values(String word) {
      if (word.endsWith(")")) {
        String inner = word.substring(word.indexOf('(') + 1, word.length() - 1);
        Set<Node> from = values(inner);
        return word.startsWith("held(") ? held(from, inner) : word.startsWith("inside(") ? inside(from)
            : state.heap.load(from, Location.ANY);
      } else if (word.equals("made")) {
        return made;
      } else if (word.equals("properties")) {
        return Set.of(ProcessState.PROPERTIES);
      } else if (word.equals("outside")) {
        return Set.of(Node.OUTSIDE);
      } else if (word.startsWith("fresh")) {
        return Set.of(fresh(word));
      } else if (word.equals("args")) {
        Set<Node> all = new LinkedHashSet<>();
        arguments.forEach(all::addAll);
        return all;
      }
      int index = index(word);
      return index < arguments.size() ? arguments.get(index) : Set.of();
    }

    Set<Node> held(Set<Node> from, String word) {
      if (word.startsWith("#") && type(word).getSort() == Type.ARRAY) {
        return state.heap.load(from, new Location.Elements(element(type(word))));
      }
      if (word.startsWith("#") && type(word).equals(Ref.OBJECT)) {
        return state.heap.load(from, Location.ANY);
      }
      return state.heap.held(from);
    }

    void touch(boolean write, String word) {
      String reason = place + (write ? " writes" : " reads");
      if (WORLD.contains(word)) {
        state.touch(write, new Location.World(word), true, reason + " the world (" + word + ")");
        return;
      }
      Location.Static process = ProcessState.of(word);
      if (process != null) {
        state.touch(write, process, true, reason + " " + process.described());
        if (word.equals("properties")) {
          state.touch(write, Set.of(ProcessState.PROPERTIES), Location.CONTENT, true, reason + " the system properties");
          state.touch(write, Set.of(ProcessState.PROPERTIES), Location.STRUCTURE, true, reason + " the system properties");
        }
        return;
      }
      int dot = word.lastIndexOf('.');
      String base = dot < 0 ? word : word.substring(0, dot);
      String part = dot < 0 ? "" : word.substring(dot + 1);
      Set<Node> nodes = values(base);
      callBack(base, nodes, !write);
      String what = reason + " " + (base.equals("this") ? "the " + CallEffects.simple(owner) : "its argument");
      if (part.isEmpty() && base.startsWith("#") && type(base).getSort() == Type.ARRAY) {
        state.touch(write, nodes, new Location.Elements(element(type(base))), true, reason + " array elements");
      } else if (part.isEmpty() && base.startsWith("#") && type(base).equals(Ref.OBJECT)) {
        state.touch(write, nodes, Location.ANY, true, what);
      } else if (part.isEmpty() && base.equals("this") && effects.classes.subtype(owner, THROWABLE)) {
        Set<Node> known = new LinkedHashSet<>(nodes);
        if (name.equals("addSuppressed")) { // as every try-with-resources does: what it caught has just been thrown
          known.remove(Node.OUTSIDE);
        }
        state.touch(write, known, OF_THROWABLE, true, what);
      } else if (part.isEmpty() && isFields(base)) {
        state.touch(write, nodes, Location.ANY, true, what);
      } else if (part.isEmpty()) {
        state.touch(write, nodes, Location.CONTENT, true, what);
        state.touch(write, nodes, Location.STRUCTURE, true, what);
        share(write, base, nodes, what);
        if (MAY_BE_PRINTED_TO.matcher(owner).lookingAt()) {
          state.touch(write, nodes, PRINTED, true, what);
        }
      } else {
        state.touch(write, nodes, switch (part) {
          case "content" -> isConsole(values("this")) ? PRINTED : Location.CONTENT;
          case "structure" -> Location.STRUCTURE;
          case "any" -> Location.ANY;
          default -> new Location.Field("<view>", part);
        }, true, what);
        share(write, base, nodes, what);
      }
    }

    /** What is done to an object that is made for several threads, others may see. */
    private void share(boolean write, String base, Set<Node> nodes, String reason) {
      if (base.equals("this") && Shared.is(owner) && !state.constructs()) {
        state.signal(write ? Kind.RELEASE : Kind.ACQUIRE, nodes, reason);
        if (write && !calls.isDropped()) {
          state.signal(Kind.ACQUIRE, nodes, reason);
        }
      }
    }

    /** Whether the word names an object of a class of the program's, which is its fields rather than content. */
    private boolean isFields(String word) {
      boolean plain = word.equals("this") || word.startsWith("#");
      return plain && type(word).getSort() == Type.OBJECT && !Classes.isLibrary(type(word).getInternalName());
    }

    /** A collection of a user's own class, handed to the library, runs the user's code there: the functions that run. */
    private Set<Node> callBack(String word, Set<Node> nodes, boolean reads) {
      Set<Node> run = new LinkedHashSet<>();
      if (word.equals("this") || !Classes.isLibrary(owner)) {
        return run;
      }
      Set<Node> open = new LinkedHashSet<>();
      for (Node node : nodes) {
        String type = state.made(node).type();
        if (type != null && !Classes.isLibrary(type)) {
          run.addAll(handIn(type, Set.of(node), reads));
        } else if (type == null && node.external()) {
          open.add(node);
        }
      }
      Type declared = open.isEmpty() || !word.startsWith("#") ? null : calls.argumentType(index(word));
      declared = declared == null && word.startsWith("#") ? type(word) : declared;
      if (!open.isEmpty() && declared != null && declared.getSort() == Type.OBJECT && !declared.equals(Ref.OBJECT)) {
        run.addAll(handIn(declared.getInternalName(), open, reads));
      }
      return run;
    }

    /** The library may run methods of objects that are of this type. */
    private Set<Node> handIn(String type, Set<Node> nodes, boolean reads) {
      Set<Node> run = new LinkedHashSet<>();
      Set<String> types = new LinkedHashSet<>(Set.of(type));
      if (state.made(nodes.iterator().next()).type() == null) {
        types.addAll(effects.classes.subtypes(type));
      }
      for (String one : types) {
        if (!Classes.isLibrary(one) && (one.equals(type) || CallBacks.mayRun(effects.classes, one))) {
          run.addAll(new CallBacks(effects, state, calls, "calls " + place + ", which runs methods of "
              + CallEffects.simple(one), reads).handedIn(at, one, nodes, arguments));
        }
      }
      return run;
    }

    /** Streams that end in memory are objects like others; all else is input and output. */
    void pass(Set<Node> streams) {
      Set<Node> all = new LinkedHashSet<>(streams);
      all.addAll(state.heap.closure(streams));
      boolean memory = all.stream().allMatch(node -> {
        String type = node instanceof Fresh ? state.made(node).type() : null;
        return type != null && (type.startsWith("[") || IN_MEMORY.contains(type));
      });
      passTo(streams, all);
      if (!memory) {
        String part = isConsole(streams) ? "output" : "io";
        state.touch(true, new Location.World(part), true, place + " writes the world (" + part + ")");
      }
    }

    /** Runs streams of the program's own classes that these end in. */
    private void passTo(Set<Node> streams, Set<Node> all) {
      Set<Node> open = new LinkedHashSet<>();
      for (Node node : all) {
        String type = state.made(node).type();
        if (type == null && node.external() && !isConsole(streams)) {
          open.add(node);
        } else if (type != null && !type.startsWith("[") && !Classes.isLibrary(type) && isStream(type)) {
          handIn(type, Set.of(node), false);
        }
      }
      if (!open.isEmpty()) {
        STREAMS.forEach(type -> handIn(type, open, false));
      }
    }

    private boolean isStream(String type) {
      return STREAMS.stream().anyMatch(one -> effects.classes.subtype(type, one));
    }

    /** Whether it is {@code System.out} or {@code System.err}. */
    boolean isConsole(Set<Node> streams) {
      return !streams.isEmpty() && streams.stream().allMatch(node -> node instanceof Node.Root root
          && root.owner().equals("java/lang/System") && !root.field().equals("in"));
    }

    void deep(String word) {
      Set<Node> nodes = values(word);
      callBack(word, nodes, true);
      functions.deep(nodes);
    }

    /** Runs toString: the user's own where the class is known. */
    void print(String word) {
      Set<Node> nodes = values(word);
      Type known = word.startsWith("#") ? calls.argumentType(index(word)) : null;
      if (!nodes.isEmpty()) {
        String type = known != null && known.getSort() == Type.OBJECT ? known.getInternalName() : "java/lang/Object";
        calls.call(at, Opcodes.INVOKEVIRTUAL, type, "toString", "()Ljava/lang/String;", List.of(nodes));
      }
    }

    void alter(Set<Node> nodes) {
      Set<Node> all = new LinkedHashSet<>(nodes);
      all.addAll(state.heap.closure(nodes));
      state.touch(true, all, Location.ANY, true, place + " may change what it reaches");
    }

    /** A look-up in a map in access order changes it. */
    void reorder(String word) {
      Set<Node> maps = new LinkedHashSet<>(values(word));
      Type declared = type(word);
      maps.removeIf(node -> {
        String made = state.made(node).type();
        return !effects.classes.mayBeInAccessOrder(made != null ? made : declared.getInternalName());
      });
      state.touch(true, maps, Location.CONTENT, true, place + ", in a map in access order, changes the Map");
    }

    /** Keys and elements are compared by their own code, unless they are immutable. */
    void keys(List<String> words) {
      for (String word : words) {
        Set<Node> key = values(word);
        if (!key.isEmpty()) {
          Type known = word.startsWith("#") ? calls.argumentType(index(word)) : null;
          String type = known != null && known.getSort() == Type.OBJECT ? known.getInternalName() : null;
          state.touch(false, key, Location.IDENTITY, true, place + " may compare references");
          functions.deep(key, type, LoudMethods.COMPARING);
          functions.deep(held(values("this"), "this"), type, LoudMethods.COMPARING);
        }
      }
    }

    void store(List<String> words) {
      int in = words.indexOf("in");
      String to = words.get(in + 1);
      for (String word : words.subList(0, in)) {
        store(values(to), to, values(word), new LinkedHashSet<>());
      }
    }

    private void store(Set<Node> targets, String to, Set<Node> values, Set<Node> seen) {
      if (to.startsWith("#") && type(to).getSort() == Type.ARRAY) {
        state.heap.store(targets, new Location.Elements(element(type(to))), values);
        return;
      }
      if (to.startsWith("#") && type(to).equals(Ref.OBJECT)) {
        state.heap.store(targets, Location.ANY, values);
        return;
      }
      for (Node target : targets) {
        if (!seen.add(target)) {
          continue;
        }
        state.heap.store(Set.of(target), Location.CONTENT, values);
        new ArrayList<>(state.heap.edges(target).entrySet()).forEach(edge -> {
          if (edge.getKey().equals(HeapGraph.SOURCE)) {
            store(new LinkedHashSet<>(edge.getValue()), "", values, seen);
          } else if (HeapGraph.isArray(edge.getKey())) {
            state.heap.store(new LinkedHashSet<>(edge.getValue()), new Location.Elements('L'), values);
          }
        });
      }
    }

    /** Arrays that the objects make for themselves, and that show what is in them. */
    private void own(Set<Node> objects) {
      String type = isConstructor ? owner : Type.getReturnType(descriptor).getInternalName();
      for (char element : ShownArrays.ownOf(type).toCharArray()) {
        Node array = state.fresh(at, "array of " + element, new Made("[" + element, Set.of()));
        state.heap.store(objects, HeapGraph.array(element), Set.of(array));
      }
    }

    /** What is made takes its elements from there, and runs what of it is the program's own whenever it is asked. */
    private void source(String word) {
      view(HeapGraph.SOURCE, word);
      Set<Node> run = callBack(word, values(word), true);
      if (!run.isEmpty()) {
        state.heap.store(madeHere(), HeapGraph.FUNCTIONS, run);
      }
    }

    void view(Location edge, String word) {
      boolean rows = word.startsWith("held(#");
      Type type = type(rows ? word.substring(5, word.length() - 1) : word);
      Type shown = rows && type.getSort() == Type.ARRAY ? Type.getType(type.getDescriptor().substring(1)) : type;
      boolean array = (rows || word.startsWith("#")) && shown.getSort() == Type.ARRAY;
      state.heap.store(madeHere(), array ? HeapGraph.array(element(shown)) : edge, values(word));
    }

    private Set<Node> madeHere() {
      return isConstructor ? arguments.get(0) : Set.of(fresh());
    }

    /** {@code #1 with held(this) #2}: the function, and what it is given. */
    Set<Node> invoke(List<String> words) {
      List<Set<Node>> given = new ArrayList<>();
      for (String word : words.subList(Math.min(2, words.size()), words.size())) {
        given.add(values(word));
      }
      String function = words.get(0);
      Type known = function.startsWith("#") && values(function).isEmpty() ? calls.argumentType(index(function)) : null;
      if (known != null && known.getSort() == Type.OBJECT && !Classes.isLibrary(known.getInternalName())
          && !known.equals(Ref.NULL)) {
        return functions.ofClass(type(function), known.getInternalName(), given);
      } else if (values(function).isEmpty() && type(function).equals(COMPARATOR)) {
        given.forEach(nodes -> functions.deep(nodes, null, LoudMethods.COMPARING)); // null: by their own order
      }
      return functions.call(type(function), values(function), given);
    }
  }
}
