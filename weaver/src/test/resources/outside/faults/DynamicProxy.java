// An interface's one implementation only reads; the object is a proxy that counts.
import dev.deco.*;
import java.lang.reflect.Proxy;
public class DynamicProxy {
  interface Service { int go(int i); }
  static class Real implements Service {
    public int go(int i) {
      int s = i;
      for (int k = 0; k < 100000; k++) s = s * 31 + k;
      return s;
    }
  }
  static int calls;
  @Concurrent static int serve(Service service, int i) { return service.go(i); }
  @Synchronized static String all(Service service, int n) {
    String seen = "";
    for (int i = 0; i < n; i++) {
      serve(service, i);
      seen += calls + " ";
    }
    return seen;
  }
  public static void main(String[] args) {
    Service real = new Real();
    Service counted = (Service) Proxy.newProxyInstance(DynamicProxy.class.getClassLoader(),
        new Class<?>[] {Service.class},
        (proxy, method, given) -> { calls++; return method.invoke(real, given); });
    for (int r = 0; r < 4; r++) System.out.println(all(counted, 20));
  }
}
