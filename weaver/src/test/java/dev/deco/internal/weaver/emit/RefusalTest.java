package dev.deco.internal.weaver.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.Synchronized;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class RefusalTest {
  static final class Program {
    @Synchronized
    static int scope(int n) {
      int sum = 0;
      try {
        for (int i = 0; i < n; i++) {
          sum += i;
        }
      } finally {
        sum++;
      }
      return sum;
    }

    static int other(int n) {
      return n > 0 ? n : -n;
    }
  }

  @Test
  void onlySynchronizedMethodsThrowAndTheySayWhy() throws Exception {
    byte[] bytes;
    try (InputStream in = Program.class.getResourceAsStream("RefusalTest$Program.class")) {
      bytes = in.readAllBytes();
    }
    Class<?> refused = define(Refusal.of(bytes, "Program could not be woven: because"));

    var scope = refused.getDeclaredMethod("scope", int.class);
    scope.setAccessible(true);
    assertThatThrownBy(() -> scope.invoke(null, 3)).isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(LinkageError.class).hasRootCauseMessage("Program could not be woven: because");
    var other = refused.getDeclaredMethod("other", int.class);
    other.setAccessible(true);
    assertThat(other.invoke(null, -3)).isEqualTo(3);
  }

  private static Class<?> define(byte[] bytes) throws IOException {
    return new ClassLoader(RefusalTest.class.getClassLoader()) {
      Class<?> defined() {
        return defineClass(null, bytes, 0, bytes.length);
      }
    }.defined();
  }
}
