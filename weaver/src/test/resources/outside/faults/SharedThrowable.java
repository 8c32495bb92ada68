// Tasks add what they caught to one exception, and read messages of it; others close resources
import dev.deco.*;
import java.io.*;
import java.util.*;

public class SharedThrowable {
  static class Job {
    int id;
    String error;
    final List<String> notes = new ArrayList<>();
  }

  static double work(int i) {
    double s = i;
    for (int k = 1; k < (i % 3 == 0 ? 50000 : 5); k++) {
      s += Math.sin(s + k);
    }
    return s;
  }

  @Concurrent
  static void run(Job job, RuntimeException all) {
    try {
      job.notes.add("ok");
      if (work(job.id) < 1e9 && job.id % 2 == 0) {
        throw new IllegalStateException("x" + job.id);
      }
    } catch (RuntimeException e) {
      job.error = e.getMessage();
      all.addSuppressed(e);
    }
  }

  @Concurrent
  static int read(int i) {
    try (StringReader reader = new StringReader("abc" + work(i))) {
      return reader.read() + i;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Concurrent
  static void restart(Exception shared, Exception cause, int i) {
    if (work(i) < 1e9 && i == 3) {
      shared.initCause(cause);
    }
  }

  @Concurrent
  static String causeOf(Exception shared, int i) {
    return (work(i) > 1e9 ? "!" : "") + shared.getCause();
  }

  @Synchronized
  static String runs(List<Job> jobs) {
    RuntimeException all = new RuntimeException("all");
    for (Job job : jobs) {
      run(job, all);
    }
    return Arrays.toString(all.getSuppressed());
  }

  @Synchronized
  static String counts(List<Job> jobs) {
    RuntimeException all = new RuntimeException("all");
    for (Job job : jobs) {
      run(job, all);
      job.error += all.getSuppressed().length;
    }
    return Arrays.toString(all.getSuppressed());
  }

  @Synchronized
  static String causes(Exception shared) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      restart(shared, new Exception("cause"), i);
      seen.add(causeOf(shared, i));
    }
    for (int i = 0; i < 7; i++) {
      seen.add("" + read(i));
    }
    return "" + seen;
  }

  public static void main(String[] args) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Job job = new Job();
      job.id = i;
      jobs.add(job);
    }
    System.out.println(runs(jobs));
    System.out.println(counts(jobs));
    System.out.println(causes(new Exception("shared")));
    for (Job job : jobs) {
      System.out.println(job.error + job.notes);
    }
  }
}
