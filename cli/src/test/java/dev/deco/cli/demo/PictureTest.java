package dev.deco.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture, read back by another decoder than the one that the encoder was written against. */
class PictureTest {

  @Test
  void aFileHasThePixelsOfItsCanvas() throws IOException {
    var canvas = new Canvas(37, 23, 0xffffff);
    canvas.fill(3, 4, 20, 10, 0x123456);
    canvas.stroke(new double[] {2, 2, 30, 20, 35, 3}, 2.5, 0xc02010);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(canvas)));
    assertThat(image.getWidth()).isEqualTo(37);
    assertThat(image.getHeight()).isEqualTo(23);
    for (int y = 0; y < 23; y++)
      for (int x = 0; x < 37; x++) assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(canvas.pixel(x, y));
  }

  @Test
  void aCellHasTheColourOfItsValue() {
    Canvas picture = Picture.draw(87, -180, cells(0), cells(0));
    Canvas wetter = Picture.draw(87, -180, cells(4000), cells(2000));
    int x = 100;
    int y = 140; // within the upper map, on no line of its grid
    assertThat(picture.pixel(x, y)).isEqualTo(Colors.WET.at(0));
    assertThat(wetter.pixel(x, y)).isEqualTo(Colors.WET.at(1));
  }

  @Test
  void everythingThatIsWrittenFits() {
    Canvas picture = Picture.draw(87, -180, cells(100), cells(100));
    for (int y = 0; y < picture.height; y++) {
      assertThat(picture.pixel(0, y)).as("left edge, row %d", y).isEqualTo(0xffffff);
      assertThat(picture.pixel(picture.width - 1, y)).as("right edge, row %d", y).isEqualTo(0xffffff);
    }
  }

  @Test
  void everyPrintableCharacterHasALetterAndOthersAQuestionMark() {
    Letters letters = Letters.load();
    for (char c = ' '; c <= '~'; c++) assertThat(letters.width("" + c, 21)).as("'%s'", c).isPositive();
    assertThat(letters.width("°", 21)).isBetween(4.0, 10.0);
    assertThat(letters.width("\u4e16", 21)).isEqualTo(letters.width("?", 21));
  }

  @Test
  void coloursBeyondTheEndsAreThoseOfTheEnds() {
    assertThat(Colors.WET.at(-1)).isEqualTo(Colors.WET.at(0)).isEqualTo(0xfde725);
    assertThat(Colors.WET.at(7)).isEqualTo(Colors.WET.at(1)).isEqualTo(0x440154);
    assertThat(Colors.DRIER_WETTER.at(0.5)).isEqualTo(0xf7f7f5);
    assertThat(Colors.mix(0x000000, 0xffffff, 0.5)).isEqualTo(0x808080);
  }

  private static Map<Integer, Map<Integer, Double>> cells(double mm) {
    var cells = new TreeMap<Integer, Map<Integer, Double>>();
    for (int row = 0; row < 168; row++) {
      cells.put(row, new TreeMap<>());
      for (int column = 0; column < 360; column++) cells.get(row).put(column, mm);
    }
    return cells;
  }
}
