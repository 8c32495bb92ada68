import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** A thread takes after the one that makes it: its group, daemon status, priority and inheritable values. */
public class ThreadsMadeByTasks {
  static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

  static int work(int i) {
    int s = i;
    for (int k = 0; k < (9 - (i & 7)) * 6000; k++) {
      s = s * 31 + k ^ (s >>> 7);
    }
    return s == 12345 ? 1 : 0;
  }

  @Concurrent
  static String user(int i) throws InterruptedException {
    work(i);
    String[] found = new String[1];
    Thread child = new Thread(() -> found[0] = USER.get());
    child.start();
    child.join();
    return found[0];
  }

  @Concurrent
  static String kind(int i) {
    work(i);
    Thread child = new Thread(() -> { });
    return child.getThreadGroup().getName() + child.isDaemon() + child.getPriority();
  }

  @Synchronized
  static String users(int n) throws InterruptedException {
    String[] found = new String[n];
    for (int i = 0; i < n; i++) {
      found[i] = user(i);
    }
    return Arrays.toString(found);
  }

  @Synchronized
  static Set<String> kinds(int n) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < n; i++) {
      found.add(kind(i));
    }
    return found;
  }

  public static void main(String[] args) throws InterruptedException {
    USER.set("ada");
    System.out.println(users(8));
    int priority = Thread.currentThread().getPriority();
    Thread.currentThread().setPriority(3);
    System.out.println(kinds(12));
    Thread.currentThread().setPriority(priority);
  }
}
