package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;

/** Reads what {@link SummaryWriter} has written. */
final class SummaryReader {
  private interface Part<T> {
    T read() throws IOException;
  }

  private final DataInputStream in;
  private final List<Object> known = new ArrayList<>();
  private final List<String> types;
  private final Map<SummaryMemory.Method, SummaryMemory.Entry> entries = new LinkedHashMap<>();

  /** @throws IllegalArgumentException if it has not been written by this version, or is damaged */
  SummaryReader(byte[] bytes) {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      if (in.readInt() != SummaryWriter.FORMAT) {
        throw new IllegalArgumentException("another format");
      }
      types = list(this::text);
      for (int left = in.readInt(); left > 0; left--) {
        SummaryMemory.Method method = new SummaryMemory.Method(text(), text(), text());
        long[] asked = new long[size()];
        for (int i = 0; i < asked.length; i++) {
          asked[i] = in.readLong();
        }
        entries.put(method, new SummaryMemory.Entry(summary(), BitSet.valueOf(asked)));
      }
    } catch (IOException | ClassCastException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<String> types() {
    return types;
  }

  Map<SummaryMemory.Method, SummaryMemory.Entry> entries() {
    return entries;
  }

  private int size() throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new IllegalArgumentException("a size of " + size);
    }
    return size;
  }

  private <T> List<T> list(Part<T> item) throws IOException {
    int size = size();
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(item.read());
    }
    return all;
  }

  private <T> Set<T> set(Part<T> item) throws IOException {
    return Collections.unmodifiableSet(new LinkedHashSet<>(list(item)));
  }

  private Summary summary() throws IOException {
    Set<Access> accesses = set(this::access);
    Set<Node> result = set(this::node);
    Set<Summary.Store> stores = set(this::store);
    Map<Integer, Made> made = new LinkedHashMap<>();
    for (int left = size(); left > 0; left--) {
      made.put(in.readInt(), made());
    }
    return new Summary(accesses, result, stores, made, set(in::readInt), in.readBoolean());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(Part<T> content) throws IOException {
    int number = in.readInt();
    if (number >= 0) {
      return (T) known.get(number);
    }
    T read = content.read();
    known.add(read);
    return read;
  }

  private String text() throws IOException {
    return once(in::readUTF);
  }

  private Access access() throws IOException {
    return once(() -> {
      boolean write = in.readBoolean();
      boolean sure = in.readBoolean();
      Node node = in.readBoolean() ? node() : null;
      return new Access(write, node, location(), sure, text());
    });
  }

  private Summary.Store store() throws IOException {
    return once(() -> new Summary.Store(node(), location(), node()));
  }

  private Made made() throws IOException {
    String type = in.readBoolean() ? text() : null;
    return new Made(type, set(this::lambda));
  }

  private Lambda lambda() throws IOException {
    return once(() -> {
      int tag = in.readByte();
      Handle code = new Handle(tag, text(), text(), text(), in.readBoolean());
      return new Lambda(code, in.readInt());
    });
  }

  private Node node() throws IOException {
    return once(() -> switch (in.readByte()) {
      case 'F' -> new Node.Fresh(in.readInt(), in.readBoolean());
      case 'P' -> new Node.Parameter(in.readInt());
      case 'R' -> new Node.Reached(node());
      case 'M' -> new Node.Member(node(), location());
      case 'S' -> new Node.Root(text(), text());
      case 'O' -> Node.OUTSIDE;
      default -> throw new IllegalArgumentException("no such node");
    });
  }

  private Location location() throws IOException {
    return once(() -> switch (in.readByte()) {
      case 'F' -> new Location.Field(text(), text());
      case 'E' -> new Location.Elements(in.readChar());
      case 'S' -> new Location.Static(text(), text());
      case 'W' -> new Location.World(text());
      case 'G' -> new Location.Signal(Location.Signal.Kind.valueOf(text()));
      case 'U' -> Location.SUM;
      case 'I' -> new Location.Initializer(text());
      case 'C' -> Location.CONTENT;
      case 'T' -> Location.STRUCTURE;
      case 'A' -> Location.ANY;
      default -> throw new IllegalArgumentException("no such location");
    });
  }
}
