package dev.deco.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a {@link Canvas} in the Portable Network Graphics format (ISO/IEC 15948): eight bits a channel, no alpha, each
 * row as its difference from the row above.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte UP = 2; // the row filter "difference from above"

  private Png() {}

  static byte[] encode(Canvas canvas) {
    var file = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(canvas));
      chunk(out, "IDAT", pixels(canvas));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory: does not happen
    }
    return file.toByteArray();
  }

  private static byte[] header(Canvas canvas) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(canvas.width);
    out.writeInt(canvas.height);
    out.write(new byte[] {8, 2, 0, 0, 0}); // bits a channel, RGB, deflate, the five row filters, not interlaced
    return bytes.toByteArray();
  }

  private static byte[] pixels(Canvas canvas) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < canvas.height; y++) {
        out.write(UP);
        for (int x = 0; x < canvas.width; x++) {
          int color = canvas.pixel(x, y);
          int above = y == 0 ? 0 : canvas.pixel(x, y - 1);
          for (int shift = 16; shift >= 0; shift -= 8) {
            out.write((color >> shift) - (above >> shift));
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
