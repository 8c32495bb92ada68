package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The paper's example, linked as woven code links it. */
class SiteLinkTest {
  private static final Site SITE0;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodType code = MethodType.methodType(void.class, Batch.class, int.class, int.class);
      MethodHandle run = lookup.findStatic(SiteLinkTest.class, "run0", code);
      MethodHandle replay = lookup.findStatic(SiteLinkTest.class, "replay0", code);
      CallSite site = Site.link(lookup, "site", MethodType.methodType(Site.class), Site.STATEMENT, 4, 1,
          "pkg.Main.f(int,double)", "Main.java", 31, run, replay);
      assertThat(site).isInstanceOf(ConstantCallSite.class);
      SITE0 = (Site) site.getTarget().invokeExact();
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static double f(int x, double y) {
    return x / y;
  }

  private static void m(double[] out) throws Throwable {
    Activation a = Activation.enter();
    try {
      for (int i = 0; i < out.length; i++) {
        spawn0(out, i, i, 2.0, a);
      }
      a.close();
    } catch (Throwable t) {
      throw a.fail(t);
    }
  }

  private static void spawn0(Object out, int index, int x, double y, Activation a) {
    Site s = SITE0;
    if (a.direct(s)) {
      stmt0(out, index, f(x, y));
      return;
    }
    Batch b = a.open(s);
    int p = b.rows * 4;
    int r = b.rows;
    b.refs[r] = out;
    b.longs[p] = index;
    b.longs[p + 1] = x;
    b.longs[p + 2] = Double.doubleToRawLongBits(y);
    a.added(b);
  }

  private static void run0(Batch b, int i, int to) {
    try {
      for (; i < to; i++) {
        int p = i * 4;
        b.longs[p + 3] = Double.doubleToRawLongBits(f((int) b.longs[p + 1], Double.longBitsToDouble(b.longs[p + 2])));
      }
    } catch (Throwable t) {
      b.failed(i, t);
    }
  }

  private static void replay0(Batch b, int i, int to) {
    for (; i < to; i++) {
      stmt0(b.refs[i], (int) b.longs[i * 4], Double.longBitsToDouble(b.longs[i * 4 + 3]));
    }
  }

  private static void stmt0(Object out, int index, double v) {
    ((double[]) out)[index] = v;
  }

  @Engined
  void thePapersLoopFillsItsArray(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      double[] out = new double[50_000];
      m(out);
      for (int i = 0; i < out.length; i++) {
        assertThat(out[i]).isEqualTo(i / 2.0);
      }
    });
  }

  @Engined
  void anArrayThatIsTooShortFailsInItsStatement(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      double[] out = new double[100];
      Activation a = Activation.enter();
      Throwable thrown = null;
      try {
        for (int i = 0; i < 1000; i++) {
          spawn0(out, i, i, 2.0, a);
        }
        a.close();
      } catch (Throwable t) {
        thrown = a.fail(t);
      }
      assertThat(thrown).isInstanceOf(ArrayIndexOutOfBoundsException.class).hasMessageContaining("100");
      assertThat(out[99]).isEqualTo(49.5);
    });
  }
}
