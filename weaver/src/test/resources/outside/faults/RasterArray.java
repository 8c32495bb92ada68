// An image and the array of its raster, by two parameters: tasks fill the array, the scope reads the image.
import dev.deco.*;
import java.awt.image.*;
public class RasterArray {
  @Concurrent static void row(int[] pixels, int width, int y) {
    for (int k = 0; k < 2000; k++)
      for (int x = 0; x < width; x++) pixels[y * width + x] = pixels[y * width + x] * 31 + x + y;
  }
  @Synchronized static long paint(BufferedImage image, int[] pixels) {
    for (int y = 0; y < image.getHeight(); y++) row(pixels, image.getWidth(), y);
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) sum = sum * 31 + image.getRGB(3, y);
    return sum;
  }
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    for (int r = 0; r < 4; r++) {
      BufferedImage image = new BufferedImage(20, 40, BufferedImage.TYPE_INT_ARGB);
      System.out.println(paint(image, ((DataBufferInt) image.getRaster().getDataBuffer()).getData()));
    }
  }
}
