package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What tasks print on {@code System.out} and {@code System.err}, in program order: while a row runs, what it prints is kept
 * with it, both streams in the order of printing; its scope writes it when the row's turn in the replay comes. A scope
 * that is itself inside a task writes into what is kept for that task.
 *
 * <p><b>Concurrency:</b> a thread's printing goes to the row that it runs, or straight through if it runs none.
 */
public final class OrderedOutput {
  private static volatile boolean installed;

  private OrderedOutput() {}

  /** Puts itself before the two streams of {@code System}. From then on they are ordered; a second call does nothing. */
  public static synchronized void install() {
    if (!installed) {
      System.setOut(over(System.out));
      System.setErr(over(System.err));
      ExitOutput.install();
    }
  }

  static boolean isInstalled() {
    return installed;
  }

  /** A stream like {@code through} that keeps what rows print. */
  public static PrintStream over(PrintStream through) {
    installed = true;
    return new PrintStream(new Kept(through), true, charset(through));
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
      Worker worker = Worker.current();
      Printed row = worker == null ? null : (Printed) worker.printed;
      if (row == null) {
        through.write(bytes, offset, length);
      } else {
        row.add(through, bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      Worker worker = Worker.current();
      if (worker == null || worker.printed == null) {
        through.flush();
      }
    }
  }

  /** What one row has printed. */
  public static final class Printed {
    private final List<PrintStream> streams = new ArrayList<>(1);
    private final List<ByteArrayOutputStream> pieces = new ArrayList<>(1);
    final Batch batch;
    final int row;
    private int bytes;

    Printed(Batch batch, int row) {
      this.batch = batch;
      this.row = row;
    }

    private void add(PrintStream stream, byte[] text, int offset, int length) {
      int last = streams.size() - 1;
      if (last < 0 || streams.get(last) != stream) {
        streams.add(stream);
        pieces.add(new ByteArrayOutputStream(length));
        last++;
      }
      pieces.get(last).write(text, offset, length);
      bytes += length;
    }

    boolean isEmpty() {
      return streams.isEmpty();
    }

    int bytes() {
      return bytes;
    }

    /** Writes it all to where this thread prints now. */
    void write(Worker worker) {
      for (int i = 0; i < streams.size(); i++) {
        byte[] bytes = pieces.get(i).toByteArray();
        if (worker.printed != null) {
          ((Printed) worker.printed).add(streams.get(i), bytes, 0, bytes.length);
        } else {
          streams.get(i).write(bytes, 0, bytes.length);
          streams.get(i).flush();
        }
      }
    }
  }
}
