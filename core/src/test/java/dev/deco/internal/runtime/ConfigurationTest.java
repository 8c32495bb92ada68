package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.ConfigurationException;
import dev.deco.internal.runtime.Configuration.Layer;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings come from the strongest layer that has them. */
class ConfigurationTest {
  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void laterLayersWin() {
    Configuration c = Configuration.of(List.of(
        Layer.file(properties("deco.workers", "3", "deco.engine", "serial", "deco.strict", "true"), "deco.properties"),
        Layer.environment(Map.of("DECO_WORKERS", "4", "DECO_STATS", "true")),
        Layer.system(properties("deco.workers", "5", "deco.schedule.seed", "-9"))));
    assertThat(c).isEqualTo(new Configuration("serial", 5, true, true, null, -9L, Map.of()));
  }

  @Test
  void withoutSettingsThereIsAWorkerForEachProcessor() {
    assertThat(Configuration.of(List.of())).isEqualTo(
        new Configuration("threads", Math.min(256, Runtime.getRuntime().availableProcessors()), false, false, null,
            null, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"deco.workers,0", "deco.workers,257", "deco.workers,many", "deco.workers,''", "deco.strict,yes",
      "deco.stats,1", "deco.engine.Main.f,warp", "deco.engine.f,serial", "deco.engine..f,serial", "deco.engine,cluster", "deco.engine,''", "deco.schedule.seed,x",
      "deco.trust,never", "deco.trust,''"})
  void aBadValueIsNamedWithItsPlaceAndACure(String key, String value) {
    assertThatThrownBy(() -> Configuration.of(List.of(Layer.system(properties(key, value)))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("Cannot use \"" + value + "\" from the system property " + key + ": ")
        .hasMessageMatching(".*\\. (Use|Give) .*\\.");
  }

  @Test
  void aFileHoldsSettingsOnly() {
    assertThatThrownBy(() -> Configuration.of(List.of(Layer.file(properties("threads", "4"), "deco.properties"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Cannot use threads in deco.properties: there is no such setting. Use one of: deco.engine, deco.output, "
            + "deco.schedule.seed, deco.stats, deco.strict, deco.trust, deco.workers, deco.engine.Class.method.");
  }

  @Test
  void aSlipOfThePenIsToldWhereverItIs() {
    for (Layer layer : List.of(Layer.file(properties("deco.wrokers", "4"), "deco.properties"),
        Layer.environment(Map.of("DECO_WORKER", "4")), Layer.system(properties("deco.Workers", "4")))) {
      assertThatThrownBy(() -> Configuration.of(List.of(layer))).isInstanceOf(ConfigurationException.class)
          .hasMessageMatching("Cannot use .*(?i:deco[._]w\\w+).*: there is no such setting. Did you mean deco.workers\\?");
    }
  }

  @Test
  void othersMayHaveNamesOfTheirOwn() {
    Configuration c = Configuration.of(List.of(
        Layer.environment(Map.of("DECO_WORKERS", "3", "DECO_HOME", "/", "DECO_JAVA_OPTS", "-Xmx1g", "PATH", "/bin")),
        Layer.system(properties("deco.version", "1", "deco.skip", "true", "deco.cache", "off", "deco.check.failOn", "NEVER"))));
    assertThat(c.workers()).isEqualTo(3);
  }

  @Test
  void variablesThatAreNoSettingsAreTold() {
    assertThat(Configuration.unknownVariables(Map.of("DECO_WORKERS", "3", "DECO_HOME", "/", "DECO_FOO", "1",
        "DECO_JAVA_OPTS", "-Xmx1g", "PATH", "/bin", "DECO_BAR", ""))).containsExactly("DECO_BAR", "DECO_FOO");
  }

  @Test
  void anEngineThatDoesNotExistYetIsToldWithThoseThatDo() {
    assertThatThrownBy(() -> Configuration.of(List.of(Layer.environment(Map.of("DECO_ENGINE", "processes")))))
        .hasMessage("Cannot use \"processes\" from the environment variable DECO_ENGINE: there is no such engine in this "
            + "version. Use one of: " + String.join(", ", Configuration.engines()) + ".");
  }

  @Test
  void anEngineOfOneMethodComesFromTheStrongestLayerThatNamesIt() {
    Configuration c = Configuration.of(List.of(
        Layer.file(properties("deco.engine.pkg.Main.f", "serial", "deco.engine.Main$Inner.g", "serial"), "deco.properties"),
        Layer.system(properties("deco.engine.pkg.Main.f", "threads"))));
    assertThat(c.methods()).isEqualTo(Map.of("pkg.Main.f", "threads", "Main.Inner.g", "serial"));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void virtualThreadsNeedANewerJava() {
    assertThatThrownBy(() -> Configuration.of(List.of(Layer.system(properties("deco.engine", "virtual")))))
        .hasMessageContainingAll("this is Java " + Runtime.version().feature(), "came with Java 21", "serial, threads");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreadsAreManyUnlessSaidOtherwise() {
    assertThat(Configuration.of(List.of(Layer.system(properties("deco.engine", "virtual")))).workers()).isEqualTo(1024);
    assertThat(Configuration.of(List.of(Layer.system(properties("deco.engine", "virtual", "deco.workers", "5000"))))
        .workers()).isEqualTo(5000);
  }
}
