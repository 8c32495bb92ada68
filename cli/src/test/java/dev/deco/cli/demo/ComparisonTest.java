package dev.deco.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void theSameBitsAreEqualNotANumberIncluded() {
    var comparison = Comparison.of(Map.of(0, Map.of(0, 1.5, 1, Double.NaN)), Map.of(0, Map.of(0, 1.5, 1, Double.NaN)));
    assertThat(comparison).isEqualTo(new Comparison(2, 0, ""));
    assertThat(comparison.equal()).isTrue();
  }

  @Test
  void theSignOfZeroIsADifference() {
    var comparison = Comparison.of(Map.of(3, Map.of(4, 0.0)), Map.of(3, Map.of(4, -0.0)));
    assertThat(comparison).isEqualTo(new Comparison(1, 1, "row 3, column 4: serial 0.0, parallel -0.0"));
  }

  @Test
  void aMissingCellIsADifference() {
    var comparison = Comparison.of(Map.of(3, Map.of(4, 1.0), 5, Map.of(6, 2.0)), Map.of(3, Map.of(4, 1.0)));
    assertThat(comparison).isEqualTo(new Comparison(2, 1, "row 5, column 6: serial 2.0, parallel null"));
  }

  @Test
  void aCellTooManyIsADifference() {
    var comparison = Comparison.of(Map.of(3, Map.of(4, 1.0)), Map.of(3, Map.of(4, 1.0, 5, 1.0)));
    assertThat(comparison).isEqualTo(new Comparison(1, 1, "the parallel result has 1 cells too many"));
  }

  @Test
  void aSurplusCellDoesNotMakeUpForAMissingOne() {
    var comparison = Comparison.of(Map.of(3, Map.of(4, 1.0)), Map.of(3, Map.of(5, 1.0)));
    assertThat(comparison.equal()).isFalse();
  }
}
