// The system properties as the map that getProperties returns: changed there, read by name in tasks.
import dev.deco.*;
import java.util.*;

public class PropertiesAsMap {
  @Concurrent
  private static String read(int i) {
    int s = i;
    for (int k = 0; k < 30000; k++) {
      s = s * 31 + k;
    }
    return System.getProperty("of.test") + Boolean.getBoolean("of.flag") + Long.getLong("of.test")
        + (s == 3 ? "!" : "");
  }

  @Concurrent
  private static void set(Properties properties, int i) {
    read(i);
    properties.setProperty("of.test", "" + i);
  }

  @Synchronized
  private static List<String> byMap(int n) {
    List<String> all = new ArrayList<>();
    Properties properties = System.getProperties();
    for (int i = 0; i < n; i++) {
      properties.setProperty("of.test", "" + i);
      properties.put("of.flag", "" + (i % 2 == 0));
      all.add(read(i));
    }
    return all;
  }

  @Synchronized
  private static String last(int n) {
    String all = "";
    for (int i = 0; i < n; i++) {
      set(System.getProperties(), i);
      all += System.getProperty("of.test") + " ";
    }
    return all;
  }

  public static void main(String[] args) {
    System.out.println(byMap(40));
    System.out.println(last(40));
    System.clearProperty("of.test");
    System.clearProperty("of.flag");
  }
}
