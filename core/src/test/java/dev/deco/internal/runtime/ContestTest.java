package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Views or in place: the faster way goes on. */
class ContestTest {
  private static final int NANOS = 1_000;
  private static final long HOUR = 3_600_000_000_000L;
  private final Contest contest = new Contest();

  @Test
  void whereReplaysTakeLittleAllTasksHaveViews() {
    contest.replayed(1000, 1000 * NANOS / 10);
    assertThat(contest.isInPlace(NANOS)).isFalse();
    contest.viewed(1, HOUR);
    contest.ranInPlace(1, 1);
    assertThat(contest.isInPlace(NANOS)).isFalse();
  }

  @Test
  void inPlaceGoesOnWhereItIsFaster() {
    contest.replayed(1000, 1000 * NANOS);
    assertThat(contest.isInPlace(NANOS)).isTrue();
    contest.viewed(1, HOUR);
    contest.ranInPlace(2, HOUR);
    assertThat(contest.isInPlace(NANOS)).isTrue();
  }

  @Test
  void theFirstFewReplaysSayNothing() {
    contest.replayed(100, 1000 * NANOS);
    assertThat(contest.isInPlace(NANOS)).isFalse();
  }

  @Test
  void oneLongReplaySaysNothing() {
    contest.replayed(1000, 1000 * NANOS / 10);
    contest.replayed(1, HOUR);
    assertThat(contest.isInPlace(NANOS)).isFalse();
    for (int i = 0; i < 10; i++) {
      contest.replayed(1, HOUR);
    }
    assertThat(contest.isInPlace(NANOS)).isTrue();
  }

  @Test
  void viewsGoOnWhereTheyAreFaster() {
    contest.replayed(1000, 1000 * NANOS);
    contest.viewed(1, 1);
    contest.ranInPlace(1, HOUR);
    assertThat(contest.isInPlace(NANOS)).isFalse();
  }

  @Test
  void theSlowerWayHasAnotherTurn() {
    contest.replayed(1000, 1000 * NANOS);
    contest.viewed(1, 1);
    contest.ranInPlace(1, 100);
    while (!contest.isInPlace(NANOS)) {
      Thread.onSpinWait();
    }
    contest.ranInPlace(1, HOUR);
    assertThat(contest.isInPlace(NANOS)).isFalse();
  }

  @Test
  void longTasksAreNotTriedInPlace() {
    contest.replayed(1000, HOUR);
    assertThat(contest.isInPlace(Contest.TURN_NANOS + 1)).isFalse();
  }
}
