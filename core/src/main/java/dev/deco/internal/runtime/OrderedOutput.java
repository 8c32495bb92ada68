package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What tasks print on {@code System.out} and {@code System.err}, in program order: while a row runs, what it prints is kept
 * with it, both streams in the order of printing; its scope writes it when the row's turn in the replay comes. A scope
 * that is itself inside a task writes into what is kept for that task. A stream that the program sets later is taken over
 * when the next row that may print is stored.
 *
 * <p><b>Concurrency:</b> a thread's printing goes to the row that it runs, or straight through if it runs none.
 */
public final class OrderedOutput {
  private static final int BYTES_OF_A_CALL = 100; // with what it is given
  private static volatile boolean installed;
  private static volatile boolean ofSystem;

  private OrderedOutput() {}

  /** Puts itself before the two streams of {@code System}. From then on they are ordered; a second call does nothing. */
  public static synchronized void install() {
    if (!installed) {
      ofSystem = true;
      takeOver();
      ExitOutput.install();
    }
  }

  static boolean isInstalled() {
    if (ofSystem && !(isOrdered(System.out) && isOrdered(System.err))) {
      takeOver();
    }
    return installed;
  }

  private static boolean isOrdered(PrintStream stream) {
    return stream == null || stream instanceof Ordered;
  }

  private static synchronized void takeOver() {
    if (!isOrdered(System.out)) {
      System.setOut(over(System.out));
    }
    if (!isOrdered(System.err)) {
      System.setErr(over(System.err));
    }
  }

  /** A stream like {@code through} that keeps what rows print. */
  public static PrintStream over(PrintStream through) {
    installed = true;
    return through.getClass() == PrintStream.class ? new Ordered(through) : new OrderedCalls(through);
  }

  /** The charset of a print stream; before Java 18 it cannot be asked, and is that of the terminal or the platform. */
  private static Charset charset(PrintStream stream) {
    try {
      return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
    } catch (ReflectiveOperationException before18) {
      String terminal = System.getProperty("sun.stdout.encoding");
      return terminal == null ? Charset.defaultCharset() : Charset.forName(terminal);
    }
  }

  /** What keeps the printing of the row that this thread runs; {@code null}: it runs none. */
  private static Printed row() {
    Worker worker = Worker.current();
    return worker == null ? null : (Printed) worker.printed;
  }

  /** A print stream that keeps the bytes that rows print. At an exit nobody waits with its lock, which tasks need. */
  private static class Ordered extends PrintStream {
    final PrintStream through;

    Ordered(PrintStream through) {
      super(new Kept(through), true, OrderedOutput.charset(through));
      this.through = through;
    }

    @Override public void write(int b) {
      ExitOutput.await();
      super.write(b);
    }

    @Override public void write(byte[] bytes, int offset, int length) {
      ExitOutput.await();
      super.write(bytes, offset, length);
    }

    @Override public PrintStream format(String format, Object... values) {
      ExitOutput.await();
      return super.format(format, values);
    }

    @Override public PrintStream format(Locale locale, String format, Object... values) {
      ExitOutput.await();
      return super.format(locale, format, values);
    }

    @Override public void println() {
      ExitOutput.await();
      super.println();
    }

    @Override public void print(boolean value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(boolean value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(char value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(char value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(int value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(int value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(long value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(long value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(float value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(float value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(double value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(double value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(char[] value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(char[] value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(String value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(String value) {
      ExitOutput.await();
      super.println(value);
    }

    @Override public void print(Object value) {
      ExitOutput.await();
      super.print(value);
    }

    @Override public void println(Object value) {
      ExitOutput.await();
      super.println(value);
    }
  }

  /** The same for a print stream of a class of its own, which is called as it would have been. */
  private static final class OrderedCalls extends Ordered {
    OrderedCalls(PrintStream through) {
      super(through);
    }

    private void call(Consumer<PrintStream> call) {
      Printed row = row();
      if (row == null) {
        ExitOutput.await();
        call.accept(through);
      } else {
        row.add(through, call);
      }
    }

    @Override public void write(int b) {
      call(stream -> stream.write(b));
    }

    @Override public void write(byte[] bytes, int offset, int length) {
      byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
      call(stream -> stream.write(copy, 0, length));
    }

    @Override public void print(boolean value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(char value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(int value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(long value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(float value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(double value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(char[] value) {
      char[] copy = value.clone();
      call(stream -> stream.print(copy));
    }

    @Override public void print(String value) {
      call(stream -> stream.print(value));
    }

    @Override public void print(Object value) {
      Object text = String.valueOf(value);
      call(stream -> stream.print(text));
    }

    @Override public void println() {
      call(PrintStream::println);
    }

    @Override public void println(boolean value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(char value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(int value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(long value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(float value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(double value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(char[] value) {
      char[] copy = value.clone();
      call(stream -> stream.println(copy));
    }

    @Override public void println(String value) {
      call(stream -> stream.println(value));
    }

    @Override public void println(Object value) {
      Object text = String.valueOf(value);
      call(stream -> stream.println(text));
    }

    @Override public void flush() {
      call(PrintStream::flush);
    }

    @Override public boolean checkError() {
      return through.checkError();
    }

    @Override public void close() {
      call(PrintStream::close);
    }
  }

  /** The stream below {@code System.out}: it keeps what rows print, and lets everything else through. */
  private static final class Kept extends OutputStream {
    private final PrintStream through;

    Kept(PrintStream through) {
      this.through = through;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Printed row = row();
      if (row == null) {
        through.write(bytes, offset, length);
      } else {
        row.add(through, bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      if (row() == null) {
        through.flush();
      }
    }
  }

  /** What one row has printed: for each stream in turn bytes, or a call. */
  public static final class Printed {
    private final List<PrintStream> streams = new ArrayList<>(1);
    private final List<Object> pieces = new ArrayList<>(1); // ByteArrayOutputStream or Consumer<PrintStream>
    final Batch batch;
    final int row;
    private int bytes;

    Printed(Batch batch, int row) {
      this.batch = batch;
      this.row = row;
    }

    private void add(PrintStream stream, byte[] text, int offset, int length) {
      int last = streams.size() - 1;
      if (last < 0 || streams.get(last) != stream || !(pieces.get(last) instanceof ByteArrayOutputStream)) {
        streams.add(stream);
        pieces.add(new ByteArrayOutputStream(length));
        last++;
      }
      ((ByteArrayOutputStream) pieces.get(last)).write(text, offset, length);
      bytes += length;
    }

    private void add(PrintStream stream, Consumer<PrintStream> call) {
      streams.add(stream);
      pieces.add(call);
      bytes += BYTES_OF_A_CALL;
    }

    boolean isEmpty() {
      return streams.isEmpty();
    }

    int bytes() {
      return bytes;
    }

    /** Writes it all to where this thread prints now. */
    @SuppressWarnings("unchecked")
    void write(Worker worker) {
      Printed outer = (Printed) worker.printed;
      for (int i = 0; i < streams.size(); i++) {
        PrintStream stream = streams.get(i);
        if (!(pieces.get(i) instanceof ByteArrayOutputStream text)) {
          Consumer<PrintStream> call = (Consumer<PrintStream>) pieces.get(i);
          if (outer != null) {
            outer.add(stream, call);
          } else {
            call.accept(stream);
          }
        } else if (outer != null) {
          outer.add(stream, text.toByteArray(), 0, text.size());
        } else {
          stream.write(text.toByteArray(), 0, text.size());
          stream.flush();
        }
      }
    }
  }
}
