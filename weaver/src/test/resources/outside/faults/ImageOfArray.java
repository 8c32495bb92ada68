// An image made of an array, and the raster of an image: what is done to one is done to the other.
import dev.deco.*;
import java.awt.image.*;

public class ImageOfArray {
  @Concurrent
  private static void row(WritableRaster raster, int y) {
    for (int k = 0; k < 300; k++) {
      for (int x = 0; x < 20; x++) {
        raster.setSample(x, y, 0, (raster.getSample(x, y, 0) * 31 + x + y) & 255);
      }
    }
  }

  @Concurrent
  private static int sum(int[] pixels, int i) {
    int sum = i;
    for (int k = 0; k < 100; k++) {
      for (int pixel : pixels) {
        sum = sum * 31 + pixel;
      }
    }
    return sum;
  }

  @Synchronized
  private static long ofRaster(BufferedImage image, WritableRaster raster) {
    for (int y = 0; y < 20; y++) {
      row(raster, y);
    }
    long sum = 0;
    for (int y = 0; y < 20; y++) {
      sum = sum * 31 + image.getRGB(3, y);
    }
    return sum;
  }

  @Synchronized
  private static long ofNew(int n) {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    long sum = 0;
    for (int i = 0; i < n; i++) {
      image.setRGB(i % 20, 3, i * 1000);
      sum = sum * 31 + sum(pixels, i);
    }
    return sum;
  }

  @Synchronized
  private static long ofGiven(int[] pixels, int n) {
    DataBufferInt data = new DataBufferInt(pixels, pixels.length);
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      data.setElem(i % 20, i);
      out[i] = sum(pixels, i);
    }
    return java.util.Arrays.hashCode(out);
  }

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    System.out.println(ofRaster(image, image.getRaster()) + " " + ofNew(50) + " " + ofGiven(new int[400], 50));
  }
}
