package dev.deco.cli.demo;

/**
 * A scale of colours from 0 to 1, mixed between evenly spaced ones.
 *
 * <p><b>Concurrency:</b> immutable.
 */
final class Colors {
  /** Viridis of matplotlib (public domain), turned round: dry is light, wet is dark, and equal steps look equal. */
  static final Colors WET = new Colors(
      0xfde725, 0xd2e21b, 0xa5db36, 0x7ad151, 0x54c568, 0x35b779, 0x22a884, 0x1f988b,
      0x23888e, 0x2a788e, 0x31688e, 0x39568c, 0x414487, 0x472f7d, 0x481a6c, 0x440154);

  /** From brown over white to blue, both arms equally dark. */
  static final Colors DRIER_WETTER = new Colors(
      0x4a2a05, 0x7d4a0c, 0xb07a2c, 0xd5b071, 0xefdfc0, 0xf7f7f5, 0xcfe3f0, 0x93c1de, 0x4a92c5, 0x1f62a3, 0x083164);

  private final int[] colors;

  private Colors(int... colors) {
    this.colors = colors;
  }

  /** The colour at {@code place}; below 0 and above 1 the ends go on. */
  int at(double place) {
    double scaled = Math.max(0, Math.min(1, place)) * (colors.length - 1);
    int index = Math.min(colors.length - 2, (int) scaled);
    return mix(colors[index], colors[index + 1], scaled - index);
  }

  /** {@code share} of {@code b}, the rest of {@code a}; both as 0xRRGGBB. */
  static int mix(int a, int b, double share) {
    return channel(a, b, 16, share) | channel(a, b, 8, share) | channel(a, b, 0, share);
  }

  private static int channel(int a, int b, int shift, double share) {
    int from = a >> shift & 0xff;
    int to = b >> shift & 0xff;
    return (int) Math.round(from + (to - from) * share) << shift;
  }
}
