package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The program that Deco was made for. */
class ClimateTest {
  private final Compiled compiled = new Compiled("""
      record Grid(int rows, int columns, double[] cells) {
        double value(int lat, int lon) { return cells[lat * columns + lon]; }
      }
      class Main {
        static double processLatLon(int lat, int lon, Grid data) {
          double sum = 0;
          for (int i = 0; i < 10; i++) sum += Math.sin(data.value(lat, lon) * i);
          return sum;
        }
        static Map<Integer, Map<Integer, Double>> processDataSet(Grid data) {
          var results = new TreeMap<Integer, Map<Integer, Double>>();
          for (int lat = 0; lat < data.rows(); lat++) {
            results.put(lat, new TreeMap<>());
            for (int lon = 0; lon < data.columns(); lon++)
              results.get(lat).put(lon, processLatLon(lat, lon, data));
          }
          return results;
        }
      }
      """);
  private final Compiled.Body body = compiled.body("processDataSet");

  @Test void theTaskOnlyReadsCells() {
    assertThat(compiled.effects("processLatLon")).containsExactly("read #2.cells.[D]");
    assertThat(body.accesses("Main.processLatLon")).containsExactly("read #0.cells.[D]");
  }

  @Test void askingTheRecordForItsSizeTouchesNothing() {
    assertThat(body.accesses("Grid.rows")).isEmpty();
    assertThat(body.accesses("Grid.columns")).isEmpty();
  }

  @Test void anInnerMapIsMadeWithoutTouchingTheOuter() {
    assertThat(body.accesses("TreeMap.<init>2"))
        .containsExactly("write new TreeMap2.content", "write new TreeMap2.structure");
    assertThat(body.accesses("TreeMap.put"))
        .containsExactly("write new TreeMap.content", "write new TreeMap.structure");
  }

  @Test void lookingUpAnInnerMapReadsTheOuterOnly() {
    assertThat(body.accesses("TreeMap.get"))
        .containsExactly("read new TreeMap.content", "read new TreeMap.structure");
    assertThat(body.result("TreeMap.get")).containsExactly("new TreeMap2", "new TreeMap2'");
  }

  @Test void puttingTheResultWritesTheInnerMapsOnly() {
    assertThat(body.accesses("Map.put")).containsExactly("write new TreeMap2'.content",
        "write new TreeMap2'.structure", "write new TreeMap2.content", "write new TreeMap2.structure");
  }

  @Test void aNewInnerMapIsNoneOfThoseInFlight() {
    Node latest = body.node("new TreeMap2");
    int at = body.at("new TreeMap2");
    assertThat(body.analysis.renamedAt(at)).containsExactly(at);
    assertThat(body.analysis.mayAlias(latest, MethodAnalysis.renamed(latest, at))).isFalse();
  }

  @Test void theMethodReturnsWhatItMade() {
    Summary summary = compiled.summary("processDataSet");
    assertThat(summary.fresh()).isTrue();
    assertThat(Compiled.strings(summary.accesses())).isEqualTo(Set.of("read #0.cells.[D]"));
  }
}
