package dev.deco.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Speedups as pictures: medians as lines or bars, quartiles as error bars, and a line for serial code. */
final class Plots {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 600;
  private static final String SPEEDUP = "times as fast as serial";
  private static final int DECADE = 90; // pixels, at least
  private static final double ROOM = 1.15; // above the highest median
  private static final BasicStroke THIN = new BasicStroke(1.5f);
  private static final BasicStroke THICK = new BasicStroke(3.5f);
  private static final BasicStroke DASHED =
      new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8, 5}, 0);

  /** How a form is drawn: Deco stands out, on one worker dashed or light. */
  private record Look(Color color, Marker marker, BasicStroke stroke) {}

  private static final Map<Form, Look> LOOKS = new EnumMap<>(Map.of(
      Form.SERIAL, new Look(Color.BLACK, SeriesMarkers.NONE, THIN),
      Form.FORK_JOIN, new Look(new Color(0x1f77b4), SeriesMarkers.CIRCLE, THIN),
      Form.STREAMS, new Look(new Color(0x2ca02c), SeriesMarkers.DIAMOND, THIN),
      Form.EXECUTOR, new Look(new Color(0x9467bd), SeriesMarkers.SQUARE, THIN),
      Form.FUTURES, new Look(new Color(0x17becf), SeriesMarkers.TRIANGLE_DOWN, THIN),
      Form.VIRTUAL, new Look(new Color(0x8c8c8c), SeriesMarkers.TRIANGLE_UP, THIN),
      Form.DECO, new Look(new Color(0xd62728), SeriesMarkers.CIRCLE, THICK),
      Form.DECO_ALONE, new Look(new Color(0xf4a6a0), SeriesMarkers.NONE, DASHED)));

  private Plots() {}

  /** A line for each form over the grain of the loops, as the serial form has it. */
  static void loops(List<Measured> loops, List<Form> forms, Path file) throws IOException {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title("out[i] = f(i)")
        .xAxisTitle("time of one call").yAxisTitle(SPEEDUP).build();
    chart.getStyler().setXAxisTickMarkSpacingHint(DECADE)
        .setxAxisTickLabelsFormattingFunction(decade -> Subjects.nanos(Math.pow(10, decade)))
        .setErrorBarsColorSeriesColor(true).setLegendPosition(LegendPosition.OutsideE).setMarkerSize(7);
    List<Measured> byGrain = loops.stream().sorted(Comparator.comparing(Aims::grain)).toList();
    Map<Form, List<Spread>> speedups = speedups(byGrain, forms);
    double top = style(chart.getStyler(), speedups.values());
    List<Double> grains = byGrain.stream().map(m -> Math.log10(Aims.grain(m))).toList();
    speedups.forEach((form, spreads) -> {
      Look look = LOOKS.get(form);
      chart.addSeries(form.title(), grains, medians(spreads), halves(spreads, top)).setMarker(look.marker)
          .setMarkerColor(look.color).setLineColor(look.color).setLineStyle(look.stroke);
    });
    write(chart, file);
  }

  /** A group of bars for each subject. */
  static void bars(String title, List<Measured> subjects, List<Form> forms, Path file) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).yAxisTitle(SPEEDUP).build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    Map<Form, List<Spread>> speedups = speedups(subjects, forms);
    double top = style(chart.getStyler(), speedups.values());
    List<String> names = subjects.stream().map(m -> m.subject().name()).toList();
    speedups.forEach((form, spreads) -> {
      Look look = LOOKS.get(form);
      CategorySeries series = chart.addSeries(form.title(), names, medians(spreads), halves(spreads, top));
      series.setFillColor(look.color);
      series.setLineColor(look.color);
      if (form == Form.SERIAL) {
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line).setMarker(look.marker)
            .setLineStyle(look.stroke);
      }
    });
    write(chart, file);
  }

  /** The serial form's line last, before the others: it is 1 everywhere. */
  private static Map<Form, List<Spread>> speedups(List<Measured> measured, List<Form> forms) {
    Map<Form, List<Spread>> speedups = new LinkedHashMap<>();
    forms.forEach(form -> speedups.put(form, measured.stream().map(m -> m.speedup(form, Form.SERIAL)).toList()));
    speedups.put(Form.SERIAL, Collections.nCopies(measured.size(), new Spread(1, 1, 1)));
    return speedups;
  }

  /** Returns what the axis of speedups ends with. */
  private static double style(AxesChartStyler styler, Collection<List<Spread>> all) {
    double top = ROOM * all.stream().flatMap(List::stream).mapToDouble(Spread::median).max().orElse(1);
    styler.setYAxisMin(0.0).setYAxisMax(top).setYAxisDecimalPattern("0.0").setChartBackgroundColor(Color.WHITE);
    return top;
  }

  private static List<Double> medians(List<Spread> spreads) {
    return spreads.stream().map(Spread::median).toList();
  }

  /** Half of what lies between the quartiles, as far as the axis goes. */
  private static List<Double> halves(List<Spread> spreads, double top) {
    return spreads.stream()
        .map(s -> Math.min((s.upper() - s.lower()) / 2, Math.min(s.median(), top - s.median()))).toList();
  }

  private static void write(Chart<?, ?> chart, Path file) throws IOException {
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
