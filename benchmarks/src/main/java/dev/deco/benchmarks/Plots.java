package dev.deco.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Speedups as pictures: medians as lines or bars, quartiles as error bars. */
final class Plots {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 600;
  private static final String SPEEDUP = "times as fast as serial";

  private Plots() {}

  /** A line for each form over the grain of the loops, as the serial form has it. */
  static void loops(List<Measured> loops, List<Form> forms, Path file) throws IOException {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title("out[i] = f(i)").xAxisTitle("nanoseconds of one call")
        .yAxisTitle(SPEEDUP).build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setLegendPosition(LegendPosition.OutsideE)
        .setMarkerSize(6);
    List<Double> grains = loops.stream().map(Aims::grain).toList();
    for (Form form : forms) {
      List<Spread> speedups = loops.stream().map(m -> m.speedup(form, Form.SERIAL)).toList();
      chart.addSeries(form.title(), grains, medians(speedups), halves(speedups));
    }
    write(chart, file);
  }

  /** A group of bars for each subject. */
  static void bars(String title, List<Measured> subjects, List<Form> forms, Path file) throws IOException {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).yAxisTitle(SPEEDUP).build();
    chart.getStyler().setYAxisMin(0.0).setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    List<String> names = subjects.stream().map(m -> m.subject().name()).toList();
    for (Form form : forms) {
      List<Spread> speedups = subjects.stream().map(m -> m.speedup(form, Form.SERIAL)).toList();
      chart.addSeries(form.title(), names, medians(speedups), halves(speedups));
    }
    write(chart, file);
  }

  private static List<Double> medians(List<Spread> spreads) {
    return new ArrayList<>(spreads.stream().map(Spread::median).toList());
  }

  private static List<Double> halves(List<Spread> spreads) {
    return new ArrayList<>(spreads.stream().map(s -> (s.upper() - s.lower()) / 2).toList());
  }

  private static void write(Chart<?, ?> chart, Path file) throws IOException {
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
