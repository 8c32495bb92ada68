import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Planets that pull each other. */
public class NBody {
  static final class Body {
    double x;
    double y;
    double z;
    double vx;
    double vy;
    double vz;
    final double mass;

    Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
      this.x = x;
      this.y = y;
      this.z = z;
      this.vx = vx;
      this.vy = vy;
      this.vz = vz;
      this.mass = mass;
    }
  }

  private final Body[] bodies;

  NBody(int count) {
    bodies = new Body[count];
    for (int i = 0; i < count; i++) {
      double angle = i * 2.399963;
      double far = 1 + i * 0.7;
      bodies[i] = new Body(far * Math.cos(angle), far * Math.sin(angle), 0.01 * i, -Math.sin(angle) / Math.sqrt(far),
          Math.cos(angle) / Math.sqrt(far), 0, i == 0 ? 1 : 1e-3 / i);
    }
  }

  @Concurrent
  void pull(Body body, double dt) {
    for (Body other : bodies) {
      if (other != body) {
        double dx = body.x - other.x;
        double dy = body.y - other.y;
        double dz = body.z - other.z;
        double square = dx * dx + dy * dy + dz * dz + 1e-4;
        double force = dt * other.mass / (square * Math.sqrt(square));
        body.vx -= dx * force;
        body.vy -= dy * force;
        body.vz -= dz * force;
      }
    }
  }

  @Concurrent
  static void move(Body body, double dt) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }

  @Synchronized
  void step(double dt) {
    for (Body body : bodies) {
      pull(body, dt);
    }
    for (Body body : bodies) {
      move(body, dt);
    }
  }

  @Concurrent
  double energyOf(int i) {
    Body body = bodies[i];
    double energy = 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz);
    for (int j = i + 1; j < bodies.length; j++) {
      Body other = bodies[j];
      energy -= body.mass * other.mass
          / Math.sqrt(Math.pow(body.x - other.x, 2) + Math.pow(body.y - other.y, 2) + Math.pow(body.z - other.z, 2));
    }
    return energy;
  }

  @Synchronized
  double energy() {
    double energy = 0;
    for (int i = 0; i < bodies.length; i++) {
      energy += energyOf(i);
    }
    return energy;
  }

  public static void main(String[] args) {
    NBody system = new NBody(24);
    System.out.println(system.energy());
    for (int i = 0; i < 200; i++) {
      system.step(0.002);
    }
    System.out.println(system.energy());
  }
}
