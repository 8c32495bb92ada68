package dev.deco.internal.weaver.effects;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that note every call which the platform makes on them. */
final class Logged {
  private static final Map<Object, String> CALLS = Collections.synchronizedMap(new IdentityHashMap<>());

  private static final int MOST = 10_000;
  private static final AtomicInteger calls = new AtomicInteger();

  private Logged() {}

  private static void note(Object object, String method) {
    CALLS.putIfAbsent(object, method);
    if (calls.incrementAndGet() > MOST) {
      throw new IllegalStateException("called without an end");
    }
  }

  /** The objects that have been called since the last time, with one of the methods each. */
  static Map<Object, String> taken() {
    Map<Object, String> taken = new IdentityHashMap<>(CALLS);
    CALLS.clear();
    calls.set(0);
    return taken;
  }

  /** A mutable thing that can be a key, and be sorted. */
  static final class Element implements Comparable<Element> {
    int number;

    Element(int number) {
      this.number = number;
    }

    @Override public int hashCode() {
      note(this, "hashCode");
      return number;
    }

    @Override public boolean equals(Object other) {
      note(this, "equals");
      return other instanceof Element element && element.number == number;
    }

    @Override public int compareTo(Element other) {
      note(this, "compareTo");
      note(other, "compareTo");
      return Integer.compare(number, other.number);
    }

    @Override public String toString() {
      note(this, "toString");
      return "element " + number;
    }
  }

  static final class Text implements CharSequence {
    private final String text;

    Text(String text) {
      this.text = text;
    }

    @Override public int length() {
      note(this, "length");
      return text.length();
    }

    @Override public char charAt(int index) {
      note(this, "charAt");
      return text.charAt(index);
    }

    @Override public CharSequence subSequence(int start, int end) {
      note(this, "subSequence");
      return text.substring(start, end);
    }

    @Override public String toString() {
      note(this, "toString");
      return text;
    }
  }

  static final class Elements extends AbstractList<Object> {
    private final List<Object> all = new ArrayList<>(List.of(new Element(3), new Element(1)));

    @Override public Object get(int index) {
      note(this, "get");
      return all.get(index);
    }

    @Override public int size() {
      note(this, "size");
      return all.size();
    }
  }

  static final class In extends InputStream {
    private int left = 20;

    @Override public int read() {
      note(this, "read");
      return left-- > 0 ? 'a' + left : -1;
    }
  }

  static final class Out extends OutputStream {
    private int written;

    @Override public void write(int b) {
      note(this, "write");
      written++;
    }
  }

  static final class Chars extends Reader {
    private int left = 20;

    @Override public int read(char[] to, int offset, int length) {
      note(this, "read");
      if (left <= 0 || length == 0) {
        return -1;
      }
      to[offset] = (char) ('a' + left--);
      return 1;
    }

    @Override public void close() {
      note(this, "close");
    }
  }

  static final class Print extends Writer {
    private int written;

    @Override public void write(char[] from, int offset, int length) {
      note(this, "write");
      written += length;
    }

    @Override public void flush() {
      note(this, "flush");
    }

    @Override public void close() {
      note(this, "close");
    }
  }

  /** A function of any kind. */
  static Object function(Class<?> type) {
    return Proxy.newProxyInstance(Logged.class.getClassLoader(), new Class<?>[] {type}, new Function(type));
  }

  private record Function(Class<?> type) implements InvocationHandler {
    @Override public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return method.getName().equals("equals") ? proxy == given[0]
            : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : "a function";
      } else if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, given);
      }
      note(proxy, method.getName());
      return result(method.getReturnType(), method.getName(), given);
    }

    private static Object result(Class<?> type, String name, Object[] given) {
      boolean two = given != null && given.length == 2;
      if (type == boolean.class) {
        return true;
      } else if (type == int.class) {
        return two && given[0] instanceof Element a && given[1] instanceof Element b ? a.number - b.number : 0;
      } else if (type == long.class) {
        return 0L;
      } else if (type == double.class) {
        return 0.5;
      } else if (type != Object.class) {
        return null;
      }
      return given == null ? new Element(9) : given[0] instanceof Integer length ? new Object[length] : given[0];
    }
  }
}
