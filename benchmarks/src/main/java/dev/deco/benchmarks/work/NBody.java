package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies under each other's pull, all of them moved at once; size is how many, for ten steps. */
final class NBody implements Program<NBody.Body[], double[]> {
  private static final int STEPS = 10;
  private static final double STEP = 0.001;

  record Body(double mass, double x, double y, double z, double vx, double vy, double vz) {}

  @Concurrent
  static Body moved(Body body, Body[] bodies) {
    double vx = body.vx;
    double vy = body.vy;
    double vz = body.vz;
    for (Body other : bodies) {
      double dx = other.x - body.x;
      double dy = other.y - body.y;
      double dz = other.z - body.z;
      double square = dx * dx + dy * dy + dz * dz + 1e-6;
      double pull = STEP * other.mass / (square * Math.sqrt(square));
      vx += dx * pull;
      vy += dy * pull;
      vz += dz * pull;
    }
    return new Body(body.mass, body.x + STEP * vx, body.y + STEP * vy, body.z + STEP * vz, vx, vy, vz);
  }

  @Synchronized
  static Body[] step(Body[] bodies) {
    Body[] next = new Body[bodies.length];
    for (int i = 0; i < bodies.length; i++) {
      next[i] = moved(bodies[i], bodies);
    }
    return next;
  }

  private static Body[] step(Body[] bodies, Parallel parallel, int cutoff) {
    Body[] next = new Body[bodies.length];
    parallel.each(bodies.length, cutoff, i -> next[i] = moved(bodies[i], bodies));
    return next;
  }

  @Override
  public Body[] input(int size, int grain, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> new Body(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble(),
        0, 0, 0)).limit(size).toArray(Body[]::new);
  }

  @Override
  public double[] serial(Body[] start) {
    Body[] bodies = start;
    for (int i = 0; i < STEPS; i++) {
      bodies = step(bodies);
    }
    return places(bodies);
  }

  @Override
  public double[] byHand(Body[] start, Parallel parallel, int cutoff) {
    Body[] bodies = start;
    for (int i = 0; i < STEPS; i++) {
      bodies = step(bodies, parallel, cutoff);
    }
    return places(bodies);
  }

  private static double[] places(Body[] bodies) {
    return Arrays.stream(bodies).flatMapToDouble(b -> Arrays.stream(new double[] {b.x, b.y, b.z})).toArray();
  }
}
