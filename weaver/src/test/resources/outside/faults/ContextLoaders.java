import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Libraries find their classes through the context class loader, which a server sets for each request. */
public class ContextLoaders {
  @Concurrent
  static String serve(int request) {
    return request + " by " + Thread.currentThread().getContextClassLoader().getName();
  }

  @Concurrent
  static String deploy(int request) {
    Thread.currentThread().setContextClassLoader(new URLClassLoader("deployed " + request, new URL[0], null));
    return serve(request);
  }

  @Synchronized
  static List<String> requests(int n) {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      served.add(serve(i));
    }
    return served;
  }

  @Synchronized
  static List<String> changes(int n) {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (i % 5 == 0) {
        Thread.currentThread().setContextClassLoader(new URLClassLoader("block " + i / 5, new URL[0], null));
      }
      served.add(serve(i));
    }
    return served;
  }

  @Synchronized
  static List<String> deployments(int n) {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      served.add(i % 3 == 0 ? deploy(i) : serve(i));
    }
    return served;
  }

  public static void main(String[] args) {
    for (int round = 0; round < 3; round++) {
      Thread.currentThread().setContextClassLoader(new URLClassLoader("round " + round, new URL[0], null));
      System.out.println(requests(6));
      System.out.println(changes(12));
      System.out.println(deployments(9));
    }
  }
}
