package dev.deco.internal.runtime;

/**
 * A local variable of a scope while deferred statements compute its value: {@code sum += f(x)}. As long as the cell is
 * open the variable's value is in here, and the variable itself is stale.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
public final class Cell {
  private boolean open;
  private long bits;
  private Object ref;

  /** Opens the cell for a variable that has no value yet. */
  public static Cell open(Cell cell) {
    cell.open = true;
    return cell;
  }

  /** Opens the cell with the variable's value, unless it is open. */
  public static Cell open(Cell cell, int plain) {
    return cell.open ? cell : cell.openWith(plain);
  }

  /** Opens the cell with the variable's value, unless it is open. */
  public static Cell open(Cell cell, long plain) {
    return cell.open ? cell : cell.openWith(plain);
  }

  /** Opens the cell with the variable's value, unless it is open. */
  public static Cell open(Cell cell, float plain) {
    return cell.open ? cell : cell.openWith(Float.floatToRawIntBits(plain));
  }

  /** Opens the cell with the variable's value, unless it is open. */
  public static Cell open(Cell cell, double plain) {
    return cell.open ? cell : cell.openWith(Double.doubleToRawLongBits(plain));
  }

  /** Opens the cell with the variable's value, unless it is open. */
  public static Cell open(Cell cell, Object plain) {
    if (!cell.open) {
      cell.open = true;
      cell.ref = plain;
    }
    return cell;
  }

  private Cell openWith(long plain) {
    open = true;
    bits = plain;
    return this;
  }

  /** The value of the variable: after a sync, and closing the cell, if it is open; else {@code plain}. */
  public static int read(Cell cell, Activation scope, int plain) {
    return cell.close(scope) ? (int) cell.bits : plain;
  }

  /** The value of the variable: after a sync, and closing the cell, if it is open; else {@code plain}. */
  public static long read(Cell cell, Activation scope, long plain) {
    return cell.close(scope) ? cell.bits : plain;
  }

  /** The value of the variable: after a sync, and closing the cell, if it is open; else {@code plain}. */
  public static float read(Cell cell, Activation scope, float plain) {
    return cell.close(scope) ? Float.intBitsToFloat((int) cell.bits) : plain;
  }

  /** The value of the variable: after a sync, and closing the cell, if it is open; else {@code plain}. */
  public static double read(Cell cell, Activation scope, double plain) {
    return cell.close(scope) ? Double.longBitsToDouble(cell.bits) : plain;
  }

  /** The value of the variable: after a sync, and closing the cell, if it is open; else {@code plain}. */
  public static Object read(Cell cell, Activation scope, Object plain) {
    return cell.close(scope) ? cell.ref : plain;
  }

  private boolean close(Activation scope) {
    if (!open) {
      return false;
    }
    scope.sync();
    open = false;
    return true;
  }

  /** The value at this point of a replay; the cell is open. */
  public static int getInt(Cell cell) {
    return (int) cell.bits;
  }

  /** The value at this point of a replay; the cell is open. */
  public static long getLong(Cell cell) {
    return cell.bits;
  }

  /** The value at this point of a replay; the cell is open. */
  public static float getFloat(Cell cell) {
    return Float.intBitsToFloat((int) cell.bits);
  }

  /** The value at this point of a replay; the cell is open. */
  public static double getDouble(Cell cell) {
    return Double.longBitsToDouble(cell.bits);
  }

  /** The value at this point of a replay; the cell is open. */
  public static Object getObject(Cell cell) {
    return cell.ref;
  }

  /** A replay gives the variable a value. */
  public static void put(int value, Cell cell) {
    cell.bits = value;
  }

  /** A replay gives the variable a value. */
  public static void put(long value, Cell cell) {
    cell.bits = value;
  }

  /** A replay gives the variable a value. */
  public static void put(float value, Cell cell) {
    cell.bits = Float.floatToRawIntBits(value);
  }

  /** A replay gives the variable a value. */
  public static void put(double value, Cell cell) {
    cell.bits = Double.doubleToRawLongBits(value);
  }

  /** A replay gives the variable a value. */
  public static void put(Object value, Cell cell) {
    cell.ref = value;
  }
}
