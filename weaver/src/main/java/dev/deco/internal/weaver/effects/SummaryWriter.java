package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;

/** Summaries as bytes: texts, nodes, locations and accesses are written once and go by their numbers after that. */
final class SummaryWriter {
  static final int FORMAT = 0xDEC0_0002;

  private interface Part {
    void write() throws IOException;
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<Object, Integer> numbers = new HashMap<>();

  SummaryWriter(List<String> types, Map<SummaryMemory.Method, SummaryMemory.Entry> entries) {
    try {
      out.writeInt(FORMAT);
      all(types, this::text);
      out.writeInt(entries.size());
      for (Map.Entry<SummaryMemory.Method, SummaryMemory.Entry> entry : entries.entrySet()) {
        text(entry.getKey().owner());
        text(entry.getKey().name());
        text(entry.getKey().descriptor());
        long[] asked = entry.getValue().asked().toLongArray();
        out.writeInt(asked.length);
        for (long word : asked) {
          out.writeLong(word);
        }
        summary(entry.getValue().summary());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory
    }
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private <T> void all(Collection<T> items, Item<T> how) throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      how.write(item);
    }
  }

  private void summary(Summary summary) throws IOException {
    all(summary.accesses(), this::access);
    all(summary.result(), this::node);
    all(summary.stores(), this::store);
    all(summary.made().entrySet(), entry -> {
      out.writeInt(entry.getKey());
      made(entry.getValue());
    });
    all(summary.calls(), out::writeInt);
    out.writeBoolean(summary.takesLocks());
  }

  /** What has been written before is a number; what has not is the next number, and then the thing itself. */
  private void once(Object thing, Part content) throws IOException {
    Integer number = numbers.get(thing);
    if (number != null) {
      out.writeInt(number);
      return;
    }
    out.writeInt(-1);
    content.write();
    numbers.put(thing, numbers.size());
  }

  private void text(String text) throws IOException {
    once(text, () -> out.writeUTF(text));
  }

  private void optional(String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      text(text);
    }
  }

  private void access(Access access) throws IOException {
    once(access, () -> {
      out.writeBoolean(access.write());
      out.writeBoolean(access.known());
      out.writeBoolean(access.node() != null);
      if (access.node() != null) {
        node(access.node());
      }
      location(access.location());
      text(access.reason());
    });
  }

  private void store(Summary.Store store) throws IOException {
    once(store, () -> {
      node(store.target());
      location(store.location());
      node(store.value());
    });
  }

  private void made(Made made) throws IOException {
    optional(made.type());
    all(made.lambdas(), this::lambda);
  }

  private void lambda(Lambda lambda) throws IOException {
    once(lambda, () -> {
      Handle code = lambda.code();
      out.writeByte(code.getTag());
      text(code.getOwner());
      text(code.getName());
      text(code.getDesc());
      out.writeBoolean(code.isInterface());
      out.writeInt(lambda.captured());
    });
  }

  private void node(Node node) throws IOException {
    once(node, () -> {
      if (node instanceof Node.Fresh fresh) {
        out.writeByte('F');
        out.writeInt(fresh.instruction());
        out.writeBoolean(fresh.latest());
      } else if (node instanceof Node.Parameter parameter) {
        out.writeByte('P');
        out.writeInt(parameter.index());
      } else if (node instanceof Node.Reached reached) {
        out.writeByte('R');
        node(reached.root());
      } else if (node instanceof Node.Member member) {
        out.writeByte('M');
        node(member.holder());
        location(member.location());
      } else if (node instanceof Node.Root root) {
        out.writeByte('S');
        text(root.owner());
        text(root.field());
      } else {
        out.writeByte('O');
      }
    });
  }

  private void location(Location location) throws IOException {
    once(location, () -> {
      if (location instanceof Location.Field field) {
        out.writeByte('F');
        text(field.owner());
        text(field.name());
      } else if (location instanceof Location.Elements elements) {
        out.writeByte('E');
        out.writeChar(elements.type());
      } else if (location instanceof Location.Static field) {
        out.writeByte('S');
        text(field.owner());
        text(field.name());
      } else if (location instanceof Location.Initializer initializer) {
        out.writeByte('I');
        text(initializer.type());
      } else if (location instanceof Location.World world) {
        out.writeByte('W');
        text(world.part());
      } else if (location instanceof Location.Signal signal) {
        out.writeByte('G');
        text(signal.kind().name());
      } else if (location instanceof Location.Sum) {
        out.writeByte('U');
      } else {
        out.writeByte(location instanceof Location.Content ? 'C' : location instanceof Location.Structure ? 'T' : 'A');
      }
    });
  }
}
