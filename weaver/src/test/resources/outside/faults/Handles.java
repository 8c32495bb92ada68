// Handles of fields, elements and methods, and field updaters, in tasks and beside them.
import dev.deco.*;
import java.lang.invoke.*;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

class Handles {
  static int counter = 0;
  static int other = 0;
  static final VarHandle COUNTER;
  static final VarHandle FIELD;
  static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);
  static final MethodHandle NEXT;
  static final AtomicIntegerFieldUpdater<Cell> UPDATER = AtomicIntegerFieldUpdater.newUpdater(Cell.class, "shared");

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      COUNTER = lookup.findStaticVarHandle(Handles.class, "counter", int.class);
      FIELD = lookup.findVarHandle(Cell.class, "value", int.class);
      NEXT = lookup.findStatic(Handles.class, "next", MethodType.methodType(int.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static class Cell {
    int value;
    volatile int shared;
  }

  static int next(int i) {
    other += i;
    return other;
  }

  @Concurrent
  static int count() {
    int last = 0;
    for (int k = 0; k < 1000; k++) {
      last = (int) COUNTER.getAndAdd(1);
    }
    return last;
  }

  @Concurrent
  static int call() {
    int last = 0;
    try {
      for (int k = 0; k < 1000; k++) {
        last = (int) NEXT.invokeExact(1);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return last;
  }

  @Concurrent
  static int field(Cell cell) {
    int last = 0;
    for (int k = 0; k < 1000; k++) {
      last = (int) FIELD.get(cell) + 1;
      FIELD.set(cell, last);
    }
    return last;
  }

  @Concurrent
  static int element(int[] values) {
    int last = 0;
    for (int k = 0; k < 1000; k++) {
      last = (int) ELEMENTS.getAndAdd(values, 0, 1);
    }
    return last;
  }

  @Concurrent
  static int update(Cell cell) {
    int last = 0;
    for (int k = 0; k < 1000; k++) {
      last = UPDATER.incrementAndGet(cell);
    }
    return last;
  }

  @Synchronized
  static String run(int n) {
    int[] out = new int[5 * n];
    Cell cell = new Cell();
    int[] values = new int[1];
    for (int i = 0; i < n; i++) {
      out[i] = count();
    }
    for (int i = 0; i < n; i++) {
      out[n + i] = call();
    }
    for (int i = 0; i < n; i++) {
      out[2 * n + i] = field(cell);
    }
    for (int i = 0; i < n; i++) {
      out[3 * n + i] = element(values);
    }
    for (int i = 0; i < n; i++) {
      out[4 * n + i] = update(cell);
    }
    int seen = counter + other + cell.value + values[0] + cell.shared;
    return seen + " " + Arrays.toString(out);
  }

  public static void main(String[] arguments) {
    for (int i = 0; i < 3; i++) {
      counter = 0;
      other = 0;
      System.out.println(run(30));
    }
  }
}
