// Tasks log through java.util.logging and System.Logger, with a handler, a filter and a formatter of the program's own
import dev.deco.*;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.*;

public class LogHandlersOfTheProgram {
  static final Logger LOG = Logger.getLogger("program");
  static final Logger QUIET = Logger.getLogger("quiet");
  static final List<String> RECORDS = new ArrayList<>();
  static int asked;

  static class Numbering extends Formatter {
    private int next;

    @Override
    public String format(LogRecord record) {
      return next++ + ":" + formatMessage(record);
    }
  }

  static class Keeping extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record)) {
        RECORDS.add(getFormatter().format(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  static String work(int i) {
    double s = i;
    for (int k = 1; k < (i % 3 == 0 ? 100000 : 5); k++) {
      s += Math.sin(s + k);
    }
    return "i" + i + (s > 1e9 ? "!" : "");
  }

  @Concurrent
  static int logged(int i) {
    LOG.info(work(i));
    return i;
  }

  @Concurrent
  static int supplied(int i) {
    String text = work(i);
    LOG.log(Level.WARNING, () -> text);
    return i;
  }

  @Concurrent
  static int viaSystem(int i) {
    System.getLogger("program").log(System.Logger.Level.INFO, work(i));
    return i;
  }

  @Synchronized
  static int all() {
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      sum += logged(i);
    }
    for (int i = 0; i < 7; i++) {
      sum += supplied(i);
      viaSystem(i);
    }
    return sum;
  }

  public static void main(String[] args) {
    LOG.setUseParentHandlers(false);
    Handler handler = new Keeping();
    handler.setFormatter(new Numbering());
    handler.setFilter(record -> asked++ % 4 != 3);
    for (Handler earlier : LOG.getHandlers()) {
      LOG.removeHandler(earlier);
    }
    LOG.addHandler(handler);
    System.out.println(all() + " " + RECORDS + " " + asked);
  }
}
