package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Logged.Element;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.*;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.text.*;
import java.time.*;
import java.time.temporal.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** Objects of each type that the platform's methods can be called on and with: several for each, new ones each time. */
final class Samples {
  private static final int MOST = 6;
  private static final int DEPTH = 2;
  private static final Date DATE = new Date(86_400_000L * 365);

  /** What makes one sample. */
  interface Maker<T> {
    T make();
  }

  private final Map<Class<?>, List<Maker<?>>> known = new HashMap<>();
  private final Predicate<Executable> allowed;

  /** @param allowed which methods may be called to make a sample */
  Samples(Predicate<Executable> allowed) {
    this.allowed = allowed;
    numbers();
    texts();
    collections();
    streams();
    times();
  }

  @SafeVarargs
  private <T> void put(Class<T> type, Maker<? extends T>... makers) {
    known.put(type, List.of(makers));
  }

  private void numbers() {
    known.put(int.class, List.of(() -> 1, () -> 0, () -> 2, () -> 5, () -> -1));
    known.put(long.class, List.of(() -> 1L, () -> 0L, () -> 3L));
    known.put(double.class, List.of(() -> 1.5, () -> 0.0, () -> -2.5));
    known.put(float.class, List.of(() -> 1.5f, () -> 0f));
    known.put(short.class, List.of(() -> (short) 1, () -> (short) 0));
    known.put(byte.class, List.of(() -> (byte) 1, () -> (byte) 65));
    known.put(char.class, List.of(() -> 'a', () -> '1', () -> ' '));
    known.put(boolean.class, List.of(() -> true, () -> false));
    put(Random.class, () -> new Random(1));
    put(Number.class, () -> new java.util.concurrent.atomic.AtomicLong(3), () -> 2.5, () -> 7);
  }

  private void texts() {
    put(String.class, () -> "abc", () -> "1", () -> "%s", () -> "a,b", () -> "UTF-8", () -> "yyyy-MM-dd", () -> "SHA-1");
    put(CharSequence.class, () -> new StringBuilder("abc"), () -> new Logged.Text("2020-01-02"),
        () -> CharBuffer.allocate(4), () -> "abc", () -> new StringBuffer("1"));
    put(Object.class, () -> new Element(1), () -> new Element(3), () -> "abc", () -> list(), () -> new Object[] {
        new Element(1)}, () -> (Date) DATE.clone());
    put(Comparable.class, () -> new Element(1), () -> "abc", () -> 3);
    put(StringBuilder.class, () -> new StringBuilder("abcdef"), StringBuilder::new);
    put(StringBuffer.class, () -> new StringBuffer("abcdef"), StringBuffer::new);
    put(Appendable.class, StringBuilder::new, Logged.Print::new, () -> new PrintStream(new Logged.Out()));
    put(Class.class, () -> String.class, () -> TimeUnit.class, () -> int.class);
    put(Locale.class, () -> Locale.US, () -> Locale.GERMANY);
    put(java.util.regex.Pattern.class, () -> java.util.regex.Pattern.compile("(b)"));
    put(java.util.regex.Matcher.class, () -> java.util.regex.Pattern.compile("(b)").matcher(new StringBuilder("abcb")),
        () -> {
          java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("(b)").matcher("abcb");
          matcher.find();
          return matcher;
        });
    put(MessageFormat.class, () -> new MessageFormat("{0} {1,number}"));
    put(Format.class, () -> new DecimalFormat("0.0"), () -> new SimpleDateFormat("HH:mm"));
    put(NumberFormat.class, () -> new DecimalFormat("#,##0.0"), () -> NumberFormat.getIntegerInstance(Locale.US));
    put(DateFormat.class, () -> new SimpleDateFormat("yyyy-MM-dd HH"), () -> DateFormat.getDateInstance());
    put(CharacterIterator.class, () -> new StringCharacterIterator("abc"));
    put(Collator.class, () -> Collator.getInstance(Locale.US));
    put(BreakIterator.class, () -> {
      BreakIterator words = BreakIterator.getWordInstance(Locale.US);
      words.setText("some words");
      return words;
    });
    put(java.security.MessageDigest.class, () -> {
      try {
        return java.security.MessageDigest.getInstance("SHA-1");
      } catch (java.security.NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    });
  }

  static List<Object> list() {
    return new ArrayList<>(List.of(new Element(3), new Element(1), new Element(2)));
  }

  private static <M extends Map<Object, Object>> M filled(M map) {
    for (int i = 3; i > 0; i--) {
      map.put(new Element(i), new Element(10 + i));
    }
    return map;
  }

  private static <C extends Collection<Object>> C filled(C collection) {
    collection.addAll(list());
    return collection;
  }

  @SuppressWarnings("unchecked")
  private static <T> Comparator<T> comparator() {
    return (Comparator<T>) Logged.function(Comparator.class);
  }

  private void collections() {
    put(Collection.class, Samples::list, () -> filled(new HashSet<>()), Logged.Elements::new,
        () -> filled(new ArrayDeque<>()), () -> Arrays.asList(new Object[] {new Element(4)}), () -> List.of("a", "b"));
    put(Iterable.class, Samples::list, Logged.Elements::new, () -> filled(new TreeSet<>()));
    put(List.class, Samples::list, () -> filled(new LinkedList<>()), () -> list().subList(1, 2), Logged.Elements::new,
        () -> Arrays.asList(new Object[] {new Element(4)}), () -> filled(new CopyOnWriteArrayList<>()));
    put(Set.class, () -> filled(new HashSet<>()), () -> filled(new TreeSet<>()), () -> filled(new HashMap<>()).keySet(),
        () -> filled(new HashMap<>()).entrySet(), () -> filled(new LinkedHashSet<>()));
    put(SortedSet.class, () -> filled(new TreeSet<>()), () -> filled(new ConcurrentSkipListSet<>()));
    put(NavigableSet.class, () -> filled(new TreeSet<>()), () -> filled(new TreeSet<>(comparator())),
        () -> filled(new ConcurrentSkipListSet<>()), () -> filled(new TreeMap<>()).navigableKeySet());
    put(Queue.class, () -> filled(new PriorityQueue<>()), () -> filled(new ArrayDeque<>()), () -> filled(
        new LinkedList<>()), () -> filled(new ConcurrentLinkedQueue<>()));
    put(Deque.class, () -> filled(new ArrayDeque<>()), () -> filled(new LinkedList<>()), () -> filled(
        new ConcurrentLinkedDeque<>()));
    put(PriorityQueue.class, () -> filled(new PriorityQueue<>()), () -> filled(new PriorityQueue<>(comparator())));
    put(Map.class, () -> filled(new HashMap<>()), () -> filled(new TreeMap<>()), () -> filled(new LinkedHashMap<>()),
        () -> filled(new ConcurrentHashMap<>()), () -> filled(new LinkedHashMap<>(8, 1, true)), () -> Map.of("a", "b"));
    put(SortedMap.class, () -> filled(new TreeMap<>()));
    put(NavigableMap.class, () -> filled(new TreeMap<>()), () -> filled(new TreeMap<>(comparator())),
        () -> filled(new ConcurrentSkipListMap<>()));
    for (Supplier<Map<Object, Object>> map : List.<Supplier<Map<Object, Object>>>of(HashMap::new, LinkedHashMap::new,
        TreeMap::new, Hashtable::new, WeakHashMap::new, ConcurrentHashMap::new, ConcurrentSkipListMap::new,
        IdentityHashMap::new)) {
      known.put(map.get().getClass(), List.of(() -> filled(map.get()), map::get));
    }
    for (Supplier<Collection<Object>> each : List.<Supplier<Collection<Object>>>of(ArrayList::new, LinkedList::new,
        Vector::new, Stack::new, ArrayDeque::new, HashSet::new, LinkedHashSet::new, TreeSet::new,
        CopyOnWriteArrayList::new, CopyOnWriteArraySet::new, ConcurrentLinkedQueue::new, ConcurrentLinkedDeque::new,
        ConcurrentSkipListSet::new, LinkedBlockingQueue::new, LinkedBlockingDeque::new, PriorityBlockingQueue::new)) {
      known.put(each.get().getClass(), List.of(() -> filled(each.get()), each::get));
    }
    put(Map.Entry.class, () -> filled(new HashMap<>()).entrySet().iterator().next(),
        () -> new AbstractMap.SimpleEntry<>(new Element(1), new Element(2)),
        () -> filled(new TreeMap<>()).firstEntry(), () -> Map.entry(new Element(1), new Element(2)));
    put(Iterator.class, () -> list().iterator(), () -> filled(new HashMap<>()).entrySet().iterator(),
        () -> new Logged.Elements().iterator());
    put(ListIterator.class, () -> list().listIterator(1), () -> filled(new LinkedList<>()).listIterator(1));
    put(Enumeration.class, () -> filled(new Vector<>()).elements(), () -> filled(new Hashtable<>()).keys());
    put(PrimitiveIterator.OfInt.class, () -> IntStream.range(0, 3).iterator());
    put(PrimitiveIterator.OfLong.class, () -> LongStream.range(0, 3).iterator());
    put(PrimitiveIterator.OfDouble.class, () -> DoubleStream.of(1, 2).iterator());
    put(Spliterator.OfInt.class, () -> IntStream.range(0, 3).spliterator());
    put(Spliterator.OfLong.class, () -> LongStream.range(0, 3).spliterator());
    put(Spliterator.OfDouble.class, () -> DoubleStream.of(1, 2).spliterator());
    put(Spliterator.class, () -> list().spliterator(), () -> filled(new TreeSet<>()).spliterator());
    put(Optional.class, () -> Optional.of(new Element(1)), Optional::empty);
    put(BitSet.class, () -> BitSet.valueOf(new long[] {5, 9}), () -> {
      BitSet set = new BitSet();
      set.set(3);
      return set;
    });
    put(EnumMap.class, () -> new EnumMap<TimeUnit, Object>(Map.of(TimeUnit.DAYS, new Element(1))));
    put(EnumSet.class, () -> EnumSet.of(TimeUnit.DAYS));
    put(Properties.class, () -> {
      Properties properties = new Properties();
      properties.setProperty("abc", "1");
      return properties;
    });
    put(Collector.class, Collectors::toList, () -> Collectors.counting());
    put(Comparator.class, Samples::comparator, Comparator::naturalOrder);
  }

  private void streams() {
    put(InputStream.class, () -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}), Logged.In::new);
    put(OutputStream.class, ByteArrayOutputStream::new, Logged.Out::new);
    put(Reader.class, () -> new StringReader("1 2\n3"), Logged.Chars::new);
    put(Writer.class, StringWriter::new, Logged.Print::new);
    put(PrintStream.class, () -> new PrintStream(new Logged.Out()), () -> new PrintStream(new ByteArrayOutputStream()));
    put(DataInput.class, () -> new DataInputStream(new ByteArrayInputStream(new byte[40])));
    put(DataOutput.class, () -> new DataOutputStream(new ByteArrayOutputStream()));
    put(Stream.Builder.class, Stream::builder);
    put(IntStream.Builder.class, IntStream::builder);
    put(LongStream.Builder.class, LongStream::builder);
    put(DoubleStream.Builder.class, DoubleStream::builder);
    put(Scanner.class, () -> new Scanner("1 2 abc\n3"), () -> new Scanner(new Logged.Chars()));
    put(Stream.class, () -> list().stream(), () -> new Logged.Elements().stream().map(x -> x));
    put(IntStream.class, () -> IntStream.range(0, 3), () -> new Random(1).ints(3));
    put(LongStream.class, () -> LongStream.of(1, 2));
    put(DoubleStream.class, () -> DoubleStream.of(1, 2));
    put(BaseStream.class, () -> list().stream());
    put(ByteBuffer.class, () -> ByteBuffer.allocate(64), () -> ByteBuffer.allocateDirect(64).position(2),
        () -> ByteBuffer.wrap(new byte[64]).asReadOnlyBuffer());
    put(CharBuffer.class, () -> CharBuffer.allocate(8), () -> CharBuffer.wrap(new StringBuilder("abc")),
        () -> ByteBuffer.allocate(16).asCharBuffer());
    put(IntBuffer.class, () -> IntBuffer.allocate(8), () -> ByteBuffer.allocate(64).asIntBuffer());
    put(LongBuffer.class, () -> LongBuffer.allocate(8), () -> ByteBuffer.allocate(64).asLongBuffer());
    put(ShortBuffer.class, () -> ShortBuffer.allocate(8), () -> ByteBuffer.allocate(64).asShortBuffer());
    put(FloatBuffer.class, () -> FloatBuffer.allocate(8), () -> ByteBuffer.allocate(64).asFloatBuffer());
    put(DoubleBuffer.class, () -> DoubleBuffer.allocate(8), () -> ByteBuffer.allocate(64).asDoubleBuffer());
    put(java.nio.charset.Charset.class, () -> StandardCharsets.UTF_8);
    put(java.nio.charset.CharsetEncoder.class, StandardCharsets.UTF_8::newEncoder);
    put(java.nio.charset.CharsetDecoder.class, StandardCharsets.UTF_8::newDecoder);
    put(BufferedImage.class, () -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB),
        () -> new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY));
    put(java.awt.image.WritableRaster.class, () -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB).getRaster());
    put(java.awt.image.Raster.class, () -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB).getRaster());
    put(java.awt.Shape.class, () -> new Rectangle(1, 2, 3, 4), () -> new java.awt.geom.Line2D.Double(1, 2, 3, 4));
    put(Point2D.class, () -> new Point2D.Double(1, 2), () -> new java.awt.Point(3, 4));
    put(AffineTransform.class, () -> AffineTransform.getRotateInstance(1));
    put(java.util.zip.Checksum.class, java.util.zip.CRC32::new);
  }

  private void times() {
    put(Date.class, () -> (Date) DATE.clone());
    put(Calendar.class, () -> new GregorianCalendar(2020, 1, 2));
    put(GregorianCalendar.class, () -> new GregorianCalendar(2020, 1, 2));
    put(TimeZone.class, () -> TimeZone.getTimeZone("UTC"), () -> TimeZone.getTimeZone("Europe/Paris"));
    put(ZoneId.class, () -> ZoneId.of("Europe/Paris"), () -> ZoneOffset.UTC);
    put(Clock.class, () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    put(Temporal.class, () -> LocalDate.of(2020, 1, 2), () -> LocalDateTime.of(2020, 1, 2, 3, 4));
    put(TemporalAccessor.class, () -> LocalDate.of(2020, 1, 2), () -> ZonedDateTime.of(2020, 1, 2, 3, 4, 5, 6,
        ZoneOffset.UTC));
    put(TemporalUnit.class, () -> ChronoUnit.DAYS);
    put(TemporalField.class, () -> ChronoField.DAY_OF_MONTH);
    put(TemporalAmount.class, () -> Duration.ofDays(1));
    put(TemporalAdjuster.class, TemporalAdjusters::firstDayOfMonth);
    put(TemporalQuery.class, TemporalQueries::zone);
    put(java.time.chrono.ChronoLocalDate.class, () -> LocalDate.of(2020, 1, 2));
    put(java.time.chrono.ChronoLocalDateTime.class, () -> LocalDateTime.of(2020, 1, 2, 3, 4));
    put(java.time.chrono.ChronoZonedDateTime.class, () -> ZonedDateTime.of(2020, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC));
    put(java.time.chrono.Chronology.class, () -> java.time.chrono.IsoChronology.INSTANCE);
    put(java.nio.file.Path.class, () -> java.nio.file.Path.of("abc"));
    put(java.time.format.DateTimeFormatter.class, () -> java.time.format.DateTimeFormatter.ISO_LOCAL_DATE,
        () -> java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.US));
  }

  /** What makes objects of a type; none where nothing is known that does. */
  List<Maker<?>> of(Class<?> type) {
    return of(type, DEPTH);
  }

  private List<Maker<?>> of(Class<?> type, int depth) {
    List<Maker<?>> makers = known.get(type);
    if (makers == null && depth > 0) {
      known.put(type, List.of()); // while it is being found out
      makers = type.isArray() ? arrays(type, depth) : type.isEnum() ? List.of(() -> type.getEnumConstants()[0])
          : type.isInterface() ? List.of(() -> Logged.function(type)) : made(type, depth);
      if (makers.isEmpty() && depth < DEPTH) {
        known.remove(type);
      } else {
        known.put(type, makers);
      }
    }
    return makers == null ? List.of() : makers;
  }

  private List<Maker<?>> arrays(Class<?> type, int depth) {
    List<Maker<?>> elements = of(type.getComponentType(), depth);
    return List.of(() -> {
      Object array = Array.newInstance(type.getComponentType(), 6);
      for (int i = 0; i < 6 && !elements.isEmpty(); i++) {
        Array.set(array, i, elements.get(type.getComponentType().isPrimitive() ? i % elements.size() : 0).make());
      }
      return array;
    });
  }

  private List<Maker<?>> made(Class<?> type, int depth) {
    List<Executable> ways = new ArrayList<>(Modifier.isAbstract(type.getModifiers()) ? List.of()
        : List.of(type.getConstructors()));
    for (Method method : type.getMethods()) {
      boolean factory = Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType())
          && method.getDeclaringClass() == type;
      if (factory) {
        ways.add(method);
      }
    }
    ways.sort(Comparator.comparingInt(Executable::getParameterCount).thenComparing(Executable::toString));
    List<Maker<?>> makers = new ArrayList<>();
    for (Executable way : ways) {
      Maker<List<Object>> arguments = allowed.test(way) && makers.size() < MOST ? operands(way, null, 0, depth - 1) : null;
      Maker<?> maker = arguments == null ? null : () -> call(way, arguments.make());
      if (maker != null && maker.make() != null) {
        makers.add(maker);
      }
    }
    return makers;
  }

  private static Object call(Executable way, List<Object> arguments) {
    try {
      return way instanceof Constructor<?> constructor ? constructor.newInstance(arguments.toArray())
          : ((Method) way).invoke(null, arguments.toArray());
    } catch (InvocationTargetException | IllegalArgumentException | IllegalAccessException | InstantiationException no) {
      return null;
    }
  }

  /** How many different calls of a method are worth to be made. */
  int variants(Executable method, Class<?> receiver) {
    int most = receiver == null ? 1 : of(receiver).size();
    for (Class<?> type : method.getParameterTypes()) {
      most = Math.max(most, of(type).size());
    }
    return Math.min(most, MOST);
  }

  /** What makes the receiver, where there is one, and the arguments of a call; {@code null} where a type has none. */
  Maker<List<Object>> operands(Executable method, Class<?> receiver, int variant) {
    return operands(method, receiver, variant, DEPTH);
  }

  private Maker<List<Object>> operands(Executable method, Class<?> receiver, int variant, int depth) {
    List<Class<?>> types = new ArrayList<>(Arrays.asList(method.getParameterTypes()));
    if (receiver != null) {
      types.add(0, receiver);
    }
    List<Maker<?>> makers = new ArrayList<>();
    for (Class<?> type : types) {
      List<Maker<?>> all = of(type, depth);
      if (all.isEmpty()) {
        return null;
      }
      makers.add(all.get((variant + makers.size() / 2) % all.size()));
    }
    return () -> {
      List<Object> made = new ArrayList<>();
      makers.forEach(maker -> made.add(maker.make()));
      return made;
    };
  }
}
