package dev.deco.internal.weaver.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.Deco;
import dev.deco.Scope;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.weaver.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

/** Tasks and deferred statements find the context that the serial program would have there. */
class ContextTest {
  private static Program program;
  private static String serial;

  @BeforeAll
  static void compile() throws IOException {
    try (InputStream in = ContextTest.class.getResourceAsStream("/contexts/Contexts.java")) {
      program = Program.of("Contexts", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    serial = program.run(program.classes(), Configuration.serial()).printed();
  }

  @AfterEach
  void forget() {
    UserContext.USER.remove();
    MDC.clear();
  }

  static Stream<Configuration> configurations() {
    return Stream.concat(Stream.of(Configuration.serial()), Stream.of(1, 2, 7).flatMap(workers ->
        Stream.of(Configuration.threads(workers), Configuration.threads(workers).shuffled(workers + 3))));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void everyTaskAndStatementHasTheSerialContext(Configuration configuration) {
    Program.Run run = program.run(program.woven(), configuration);
    assertThat(run.printed()).isEqualTo(serial);
    assertThat(serial).contains("29u29/29", "29u29/29 in u29", "null/null").doesNotContain("failed:");
    if (configuration.seed() != null && configuration.workers() > 1) {
      assertThat(run.stats().spawned()).isPositive();
    }
  }

  @Test
  void whatCannotBeCapturedOrRestoredFailsTheCall() throws Exception {
    Engines.using(Configuration.threads(2).shuffled(5), () -> {
      for (String broken : List.of(UserContext.CANNOT_BE_CAPTURED, UserContext.CANNOT_BE_RESTORED)) {
        List<Integer> out = new ArrayList<>();
        assertThatThrownBy(() -> {
          try (Scope scope = Deco.open()) {
            for (int i = 0; i < 100; i++) {
              int k = i;
              UserContext.USER.set(i < 50 ? "fine" : broken);
              scope.call(() -> k, out::add);
            }
            UserContext.USER.set("fine");
            scope.sync();
            throw new IllegalStateException(broken); // all 50 were decided to run in place
          }
        }).isInstanceOf(IllegalStateException.class).hasMessage(broken);
        UserContext.USER.set("fine");
        assertThat(out).hasSizeGreaterThanOrEqualTo(50).startsWith(0, 1, 2);
      }
      return null;
    });
  }
}
