package dev.deco.internal.weaver.effects;

import java.util.Map;

/**
 * Which arrays objects of the platform's may be views of: what is done to a buffer, an image or a list is done to the
 * array behind it, and the other way round.
 */
final class ShownArrays {
  private static final String ANY = "BCSIJFD";
  private static final String PIXELS = "BSIFD";
  private static final Map<String, String> OF_TYPE = Map.ofEntries(
      Map.entry("java/nio/Buffer", ANY), Map.entry("java/nio/ByteBuffer", "B"),
      Map.entry("java/nio/CharBuffer", "CB"), Map.entry("java/nio/ShortBuffer", "SB"),
      Map.entry("java/nio/IntBuffer", "IB"), Map.entry("java/nio/LongBuffer", "JB"),
      Map.entry("java/nio/FloatBuffer", "FB"), Map.entry("java/nio/DoubleBuffer", "DB"),
      Map.entry("java/awt/Image", PIXELS), Map.entry("java/awt/Graphics", PIXELS),
      Map.entry("java/awt/Graphics2D", PIXELS), Map.entry("java/util/List", "L"),
      Map.entry("java/util/Collection", "L"), Map.entry("java/util/SequencedCollection", "L"),
      Map.entry("java/lang/Iterable", "L"), Map.entry("java/util/AbstractList", "L"));

  private ShownArrays() {}

  /** The descriptor characters of the elements of the arrays that objects of this type may show. */
  static String of(String type) {
    return type.startsWith("java/awt/image/") ? PIXELS : OF_TYPE.getOrDefault(type, "");
  }

  /** Whether objects of both types may show one array: two buffers, or an image and its raster. */
  static boolean mayShareOne(String one, String other) {
    return one.startsWith("java/nio/") == other.startsWith("java/nio/")
        && of(one).chars().anyMatch(element -> of(other).indexOf(element) >= 0);
  }

  /** Of the arrays that such an object makes for itself when it is given none. */
  static String ownOf(String type) {
    String all = of(type);
    return type.startsWith("java/nio/") ? all.substring(0, 1) : all;
  }
}
