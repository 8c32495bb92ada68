package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;
import dev.deco.internal.runtime.OrderedOutput.Printed;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What is still to be printed when the program exits within a scope: by {@code System.exit} in a task or in a synchronized
 * method. The serial program would have printed all that comes before that call, and nothing after it. So tasks before the
 * one that exits are waited for, in program order, as long as somebody runs them; what they have printed is written, and
 * then what the exiting one has printed. Later ones are dropped.
 *
 * <p><b>Concurrency:</b> {@link #tell} runs on the thread of a shutdown hook. The exiting thread waits for it, and the
 * threads of scopes wait for the task that exits: what is their own may then be used here.
 */
final class ExitOutput {
  private static final Set<Outstanding> OPEN = ConcurrentHashMap.newKeySet(); // scopes that keep output
  private static final long LOOK_NANOS = 1_000_000;
  private static final int PATIENCE = 200; // looks at threads of which none gets on, until no more is to be hoped for

  private static final CountDownLatch TOLD = new CountDownLatch(1);
  private static final Thread NONE = new Thread();
  private static volatile boolean telling;

  private ExitOutput() {}

  static void opened(Outstanding scope) {
    OPEN.add(scope);
  }

  static void emptied(Outstanding scope) {
    OPEN.remove(scope);
  }

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(ExitOutput::tell, "deco-output"));
  }

  /** Lets a thread that is no scope's or task's, such as another shutdown hook, print after what the exit leaves to print. */
  static void await() {
    if ((telling || !OPEN.isEmpty()) && Worker.current() == null && isShuttingDown()) {
      try {
        TOLD.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isShuttingDown() {
    try {
      Runtime.getRuntime().removeShutdownHook(NONE);
      return false;
    } catch (IllegalStateException shuttingDown) {
      return true;
    }
  }

  private static void tell() {
    telling = true;
    try {
      tellExit();
    } finally {
      TOLD.countDown();
    }
  }

  private static void tellExit() {
    Worker exiting = OPEN.stream().map(scope -> scope.worker.engine).distinct()
        .flatMap(engine -> engine.workers().stream()).filter(Worker::isExiting).findFirst().orElse(null);
    if (exiting == null) {
      return; // what was finished has been written
    }
    try {
      Worker.call(exiting.engine, () -> {
        finish(exiting);
        return null;
      });
    } catch (Exception | Error hopeless) {
      return; // the exit goes on
    }
  }

  private static void finish(Worker exiting) {
    Printed row = (Printed) exiting.printed;
    Worker own = Worker.current();
    Printed inner = row;
    OPEN.stream().filter(scope -> scope.worker == exiting && scope.enclosing == inner)
        .sorted(Comparator.comparingInt((Outstanding scope) -> scope.depth()).reversed())
        .forEach(scope -> {
          own.printed = inner;
          settle(scope, null, exiting);
        });
    while (row != null) {
      Outstanding scope = row.batch.activation;
      own.printed = scope.enclosing;
      settle(scope, row, exiting);
      row.write(own);
      row = scope.enclosing;
    }
  }

  /** Writes what the scope's rows have printed, up to one that does not end; {@code null}: of all. */
  private static void settle(Outstanding scope, Printed last, Worker exiting) {
    if (last != null) {
      scope.cutOff(last.batch.place(last.row));
    }
    boolean stays = scope.worker == exiting ? !scope.isReplaying() : waits(exiting, () -> scope.awaits(last.batch));
    if (!stays) {
      return;
    }
    scope.sendOpen();
    while (!scope.log.isEmpty()) {
      Batch b = scope.log.firstBatch();
      boolean end = last != null && b == last.batch && b.replayed + scope.log.firstRows() > last.row;
      if (!end && !waits(exiting, b::complete)) {
        return;
      }
      int to = end ? last.row : b.replayed + scope.log.firstRows();
      if (!scope.settleRows(b, b.replayed, to) || end) {
        return;
      }
      b.replayed = to;
      scope.log.removeFirst();
    }
  }

  /** Waits for what other threads do; false if none of them gets on. */
  private static boolean waits(Worker exiting, BooleanSupplier done) {
    for (int idle = 0; !done.getAsBoolean(); idle++) {
      if (exiting.engine.workers().stream().anyMatch(worker -> worker != exiting && worker.getsOn())) {
        idle = 0;
      }
      if (idle == PATIENCE) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }
}
