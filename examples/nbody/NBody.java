package nbody;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Shows tasks that read what all of them share: each body is moved by the pull of all others, the results go into a
 * map, and the next step starts from that map. In the second form each body sees those before it moved already: those
 * tasks depend on each other, Deco runs them one after the other, and the answer is the serial one.
 *
 * <p>Run it: {@code deco run examples/nbody/NBody.java [BODIES] [STEPS]}
 */
public final class NBody {
  static final double STEP = 0.001;

  record Body(double mass, double x, double y, double z, double vx, double vy, double vz) {

    double kineticEnergy() {
      return 0.5 * mass * (vx * vx + vy * vy + vz * vz);
    }
  }

  /** Body {@code i} one step later. */
  @Concurrent
  static Body moved(int i, Map<Integer, Body> bodies) {
    Body body = bodies.get(i);
    double vx = body.vx();
    double vy = body.vy();
    double vz = body.vz();
    for (Body other : bodies.values()) {
      if (other == body) continue;
      double dx = other.x() - body.x();
      double dy = other.y() - body.y();
      double dz = other.z() - body.z();
      double square = dx * dx + dy * dy + dz * dz + 1e-6;
      double pull = STEP * other.mass() / (square * Math.sqrt(square));
      vx += dx * pull;
      vy += dy * pull;
      vz += dz * pull;
    }
    return new Body(body.mass(), body.x() + STEP * vx, body.y() + STEP * vy, body.z() + STEP * vz, vx, vy, vz);
  }

  /** All bodies move at once. */
  @Synchronized
  static Map<Integer, Body> step(Map<Integer, Body> bodies) {
    var next = new TreeMap<Integer, Body>();
    for (int i = 0; i < bodies.size(); i++) next.put(i, moved(i, bodies));
    return next;
  }

  /** Each body moves before the next one looks at it. */
  @Synchronized
  static void stepInPlace(Map<Integer, Body> bodies) {
    for (int i = 0; i < bodies.size(); i++) bodies.put(i, moved(i, bodies));
  }

  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 200;

    Map<Integer, Body> bodies = cloud(count);
    for (int i = 0; i < steps; i++) bodies = step(bodies);
    report("all at once", bodies);

    bodies = cloud(count);
    for (int i = 0; i < steps / 10; i++) stepInPlace(bodies);
    report("in place", bodies);
  }

  private static Map<Integer, Body> cloud(int count) {
    var random = new Random(42);
    var bodies = new TreeMap<Integer, Body>();
    for (int i = 0; i < count; i++) {
      double mass = random.nextDouble();
      bodies.put(i, new Body(mass, random.nextDouble(), random.nextDouble(), random.nextDouble(), 0, 0, 0));
    }
    return bodies;
  }

  private static void report(String what, Map<Integer, Body> bodies) {
    double energy = 0;
    for (Body body : bodies.values()) energy += body.kineticEnergy();
    System.out.println(what + ": kinetic energy " + energy);
    System.out.println(what + ": first " + bodies.get(0));
    System.out.println(what + ": last " + bodies.get(bodies.size() - 1));
  }
}
